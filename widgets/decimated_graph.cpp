// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decimated_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace collapsar {
namespace {

constexpr int blockLength = 64;     // points
constexpr int pointsPerColumn = 4;  // fewer are all drawn
constexpr double markerRoom = 3;    // pixels

}  // namespace

void DecimatedGraph::Extremes::add(double value) {
    if (!std::isfinite(value)) return;
    least = std::min(least, value);
    greatest = std::max(greatest, value);
}

void DecimatedGraph::Extremes::add(const Extremes& other) {
    least = std::min(least, other.least);
    greatest = std::max(greatest, other.greatest);
}

DecimatedGraph::DecimatedGraph(QCPAxis* keyAxis, QCPAxis* valueAxis) : QCPGraph(keyAxis, valueAxis) {}

void DecimatedGraph::changedFrom(int index) {
    const auto whole = static_cast<std::size_t>(std::max(0, index) / blockLength);
    if (m_blocks.size() > whole) m_blocks.resize(whole);
}

void DecimatedGraph::summarise() const {
    const auto full = static_cast<std::size_t>(dataCount() / blockLength);
    if (m_blocks.size() > full) m_blocks.clear();  // the data were replaced
    while (m_blocks.size() < full) {
        const auto first = data()->constBegin() + static_cast<int>(m_blocks.size()) * blockLength;
        Extremes block;
        std::for_each(first, first + blockLength, [&block](const QCPGraphData& point) { block.add(point.value); });
        m_blocks.push_back(block);
    }
}

/// Of the points [first, last).
DecimatedGraph::Extremes DecimatedGraph::extremesOf(int first, int last) const {
    Extremes all;
    const auto point = data()->constBegin();
    while (first < last) {
        if (first % blockLength == 0 && first + blockLength <= last) {
            all.add(m_blocks[static_cast<std::size_t>(first / blockLength)]);
            first += blockLength;
        } else {
            all.add((point + first++)->value);
        }
    }
    return all;
}

/// A gap at an end of the column stays a gap; one inside is narrower than a pixel.
void DecimatedGraph::addColumn(QVector<QCPGraphData>& line, int first, int last, double left, double width) const {
    const auto point = data()->constBegin();
    const QCPGraphData& start = *(point + first);
    const QCPGraphData& end = *(point + (last - 1));
    const Extremes extremes = extremesOf(first, last);
    const bool isGap = extremes.isEmpty();
    if (m_column != Column::Whole && !isGap) {
        line.append({left + 0.5 * width, m_column == Column::LowerEdge ? extremes.least : extremes.greatest});
        return;
    }
    line.append({left + 0.2 * width, start.value});
    if (!isGap) {
        line.append({left + 0.25 * width, extremes.least});
        line.append({left + 0.75 * width, extremes.greatest});
    }
    line.append({left + 0.8 * width, end.value});
}

std::pair<int, int> DecimatedGraph::indicesOf(double left, double right) const {
    const auto begin = data()->constBegin();
    const auto isLeft = [](const QCPGraphData& each, double key) { return each.key < key; };
    const auto isRight = [](double key, const QCPGraphData& each) { return key < each.key; };
    const auto first = std::lower_bound(begin, data()->constEnd(), left, isLeft);
    const auto last = std::upper_bound(first, data()->constEnd(), right, isRight);
    return {static_cast<int>(first - begin), static_cast<int>(last - begin)};
}

DecimatedGraph::Extremes DecimatedGraph::extremesBetween(double left, double right) const {
    summarise();
    const auto [first, last] = indicesOf(std::max(left, m_drawnFrom), right);
    return extremesOf(first, last);
}

int DecimatedGraph::countOutside(const QCPRange& keys, const QCPRange& values) const {
    summarise();
    auto [at, last] = indicesOf(std::max(keys.lower, m_drawnFrom), keys.upper);
    const auto point = data()->constBegin();
    int count = 0;
    while (at < last) {
        const bool isBlock = at % blockLength == 0 && at + blockLength <= last;
        if (isBlock) {
            const Extremes& block = m_blocks[static_cast<std::size_t>(at / blockLength)];
            if (block.isEmpty() || (block.least >= values.lower && block.greatest <= values.upper)) {
                at += blockLength;
                continue;
            }
        }
        for (const int end = isBlock ? at + blockLength : at + 1; at < end; ++at) {
            const double value = (point + at)->value;
            if (std::isfinite(value) && (value < values.lower || value > values.upper)) ++count;
        }
    }
    return count;
}

double DecimatedGraph::valueAt(double key) const {
    const auto begin = data()->constBegin();
    const auto isRight = [](double left, const QCPGraphData& each) { return left < each.key; };
    const auto after = std::upper_bound(begin, data()->constEnd(), key, isRight);
    if (after == begin) return std::numeric_limits<double>::quiet_NaN();
    const QCPGraphData& before = *(after - 1);
    if (lineStyle() == lsStepLeft || before.key == key) return before.value;
    if (after == data()->constEnd()) return std::numeric_limits<double>::quiet_NaN();
    return before.value + (after->value - before.value) * (key - before.key) / (after->key - before.key);
}

void DecimatedGraph::place(QVector<QCPGraphData>& points, qsizetype from) const {
    if (m_scale.kind == ScaleKind::Linear) return;
    for (auto each = points.begin() + from; each != points.end(); ++each)
        each->value = m_scale.place(each->value);
}

void DecimatedGraph::getOptimizedLineData(QVector<QCPGraphData>* lineData,
                                          const QCPGraphDataContainer::const_iterator& begin,
                                          const QCPGraphDataContainer::const_iterator& end) const {
    if (begin == end) return;
    const double pixels = axisPixels();
    const qsizetype before = lineData->size();
    const auto point = data()->constBegin();
    const int last = static_cast<int>(end - point);
    int first = static_cast<int>(begin - point);
    if (std::isfinite(m_drawnFrom)) {
        const auto isRight = [](double key, const QCPGraphData& each) { return key < each.key; };
        const auto joint = std::upper_bound(point, data()->constEnd(), m_drawnFrom, isRight);
        first = std::max(first, static_cast<int>(joint - point) - 1);
        if (first >= last) return lineData->append({begin->key, std::numeric_limits<double>::quiet_NaN()});
    }
    if (!(pixels >= 1) || last - first < pointsPerColumn * pixels)
        std::copy(point + first, end, std::back_inserter(*lineData));
    else
        addLine(*lineData, first, last, pixels);
    place(*lineData, before);
}

void DecimatedGraph::addLine(QVector<QCPGraphData>& line, int first, int last, double pixels) const {
    summarise();
    const auto point = data()->constBegin();
    const double width = keyAxis()->range().size() / pixels;
    const double origin = keyAxis()->range().lower;
    const auto isLeft = [](const QCPGraphData& each, double key) { return each.key < key; };
    while (first < last) {
        const double column = std::floor(((point + first)->key - origin) / width);
        const double right = origin + (column + 1) * width;
        const auto next = std::lower_bound(point + first + 1, point + last, right, isLeft);
        const int after = static_cast<int>(next - point);
        if (after - first <= pointsPerColumn)
            std::copy(point + first, next, std::back_inserter(line));
        else
            addColumn(line, first, after, origin + column * width, width);
        first = after;
    }
}

void DecimatedGraph::getOptimizedScatterData(QVector<QCPGraphData>* scatterData,
                                             QCPGraphDataContainer::const_iterator begin,
                                             QCPGraphDataContainer::const_iterator end) const {
    const double columns = axisPixels() / markerRoom;
    const qsizetype before = scatterData->size();
    const auto isRightOf = [](double key, const QCPGraphData& each) { return key < each.key; };
    if (begin != end && begin->key <= m_drawnFrom) begin = std::upper_bound(begin, end, m_drawnFrom, isRightOf);
    if (!(columns >= 1) || end - begin <= 2 * columns) {
        std::copy(begin, end, std::back_inserter(*scatterData));
        return place(*scatterData, before);
    }
    const double width = keyAxis()->range().size() / columns;
    const double origin = keyAxis()->range().lower;
    const auto isLower = [](const QCPGraphData& a, const QCPGraphData& b) { return a.value < b.value; };
    while (begin != end) {
        const double right = origin + (std::floor((begin->key - origin) / width) + 1) * width;
        const auto next = std::find_if(begin + 1, end, [right](const QCPGraphData& each) { return each.key >= right; });
        const auto [lowest, highest] = std::minmax_element(begin, next, isLower);
        scatterData->append(*lowest);
        if (highest != lowest) scatterData->append(*highest);
        begin = next;
    }
    place(*scatterData, before);
}

double DecimatedGraph::axisPixels() const {
    const QCPRange range = keyAxis()->range();
    return std::abs(keyAxis()->coordToPixel(range.upper) - keyAxis()->coordToPixel(range.lower));
}

QVector<QCPGraphData> DecimatedGraph::drawnMarkers() const {
    QVector<QCPGraphData> markers;
    QCPGraphDataContainer::const_iterator begin, end;
    getVisibleDataBounds(begin, end, QCPDataRange(0, dataCount()));
    getOptimizedScatterData(&markers, begin, end);
    return markers;
}

QVector<QCPGraphData> DecimatedGraph::drawnPoints() const {
    QVector<QCPGraphData> points;
    QCPGraphDataContainer::const_iterator begin, end;
    getVisibleDataBounds(begin, end, QCPDataRange(0, dataCount()));
    getOptimizedLineData(&points, begin, end);
    return points;
}

}  // namespace collapsar
