// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decimated_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {
namespace {

constexpr int blockLength = 64;     // points
constexpr int pointsPerColumn = 4;  // fewer are all drawn
constexpr double markerRoom = 3;    // pixels
constexpr double infinity = std::numeric_limits<double>::infinity();

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
        Extremes block{infinity, -infinity};
        std::for_each(first, first + blockLength, [&block](const QCPGraphData& point) { block.add(point.value); });
        m_blocks.push_back(block);
    }
}

/// Of the points [first, last).
DecimatedGraph::Extremes DecimatedGraph::extremesOf(int first, int last) const {
    Extremes all{infinity, -infinity};
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
    const bool isGap = extremes.least > extremes.greatest;
    line.append({left + 0.2 * width, start.value});
    if (!isGap) {
        line.append({left + 0.25 * width, extremes.least});
        line.append({left + 0.75 * width, extremes.greatest});
    }
    line.append({left + 0.8 * width, end.value});
}

void DecimatedGraph::getOptimizedLineData(QVector<QCPGraphData>* lineData,
                                          const QCPGraphDataContainer::const_iterator& begin,
                                          const QCPGraphDataContainer::const_iterator& end) const {
    if (begin == end) return;
    const QCPAxis* axis = keyAxis();
    const double pixels = axisPixels();
    const auto point = data()->constBegin();
    const int last = static_cast<int>(end - point);
    int first = static_cast<int>(begin - point);
    if (!(pixels >= 1) || last - first < pointsPerColumn * pixels) {
        std::copy(begin, end, std::back_inserter(*lineData));
        return;
    }
    summarise();
    const double width = axis->range().size() / pixels;
    const double origin = axis->range().lower;
    while (first < last) {
        const double column = std::floor(((point + first)->key - origin) / width);
        const double right = origin + (column + 1) * width;
        const auto isLeft = [](const QCPGraphData& each, double key) { return each.key < key; };
        const auto next = std::lower_bound(point + first + 1, end, right, isLeft);
        const int after = static_cast<int>(next - point);
        if (after - first <= pointsPerColumn)
            std::copy(point + first, next, std::back_inserter(*lineData));
        else
            addColumn(*lineData, first, after, origin + column * width, width);
        first = after;
    }
}

void DecimatedGraph::getOptimizedScatterData(QVector<QCPGraphData>* scatterData,
                                             QCPGraphDataContainer::const_iterator begin,
                                             QCPGraphDataContainer::const_iterator end) const {
    const double columns = axisPixels() / markerRoom;
    if (!(columns >= 1) || end - begin <= 2 * columns) {
        std::copy(begin, end, std::back_inserter(*scatterData));
        return;
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
