// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posterior_scene.h"

#include "widgets/plot_ticker.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int smallestWords = 80;      ///< pixels a side; below, even short words would lie over numbers
constexpr int smallestLabelled = 180;  ///< pixels a side; below, words would lie over each other
constexpr int trailBuckets = 5;
constexpr double longJump = 0.08;  // of the width of the view
constexpr int marginLeft = 50, marginRight = 12, marginTop = 20, marginBottom = 40;
constexpr int marginTicks = 18;  ///< below, without an axis title
constexpr int pointAlpha = 150;
constexpr double pointSize = 5;
constexpr double labelRoom = 54;  // pixels from the corner to "in step"

QColor faded(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

void fill(QCPCurve& curve, const PosteriorPath& path) {
    QVector<QCPCurveData> data(static_cast<int>(path.size()));
    for (std::size_t i = 0; i < path.size(); ++i)
        data[static_cast<int>(i)] = {static_cast<double>(i), path[i].x, path[i].y};
    curve.data()->set(data, true);
}

QFont pixelFont(QFont font, int pixels) {
    font.setPixelSize(pixels);
    return font;
}

}  // namespace

PosteriorScene::PosteriorScene(QWidget* parent)
    : plot(new QCustomPlot(parent)),
      scheduler(new ReplotScheduler(plot)),
      navigation(new PlotNavigation(plot, PlotScales::Equal)) {
    plot->axisRect()->setupFullAxesBox(false);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
        setTicks(*axis, 6, TickValues::Real);
    for (QCPAxis* axis : {plot->xAxis2, plot->yAxis2})
        axis->setTicks(false);
    addLayers();
    addCurves();
    addLabels();
    navigation->setTarget(initialView());
    navigation->jumpTo(initialView());
    restyle();
}

void PosteriorScene::addLayers() {
    for (const char* name : {"trails", "labels", "points"})
        plot->addLayer(name, plot->layer("axes"), QCustomPlot::limBelow);
    plot->layer("points")->setMode(QCPLayer::lmBuffered);
    plot->layer("overlay")->setMode(QCPLayer::lmBuffered);
}

void PosteriorScene::addCurves() {
    const auto add = [this](const char* layer, const char* name) {
        auto* curve = new QCPCurve(plot->xAxis, plot->yAxis);
        curve->setLayer(layer);
        curve->setObjectName(name);
        curve->setSelectable(QCP::stNone);
        return curve;
    };
    for (int bucket = 0; bucket < trailBuckets; ++bucket)
        m_trails.push_back(add("trails", "trails"));
    for (int bucket = 0; bucket < trailBuckets; ++bucket)
        m_jumps.push_back(add("trails", "jumps"));
    m_points = add("points", "points");
    m_points->setLineStyle(QCPCurve::lsNone);
    m_unreliable = add("points", "unreliable");
    m_unreliable->setLineStyle(QCPCurve::lsNone);
    m_staircase = add("overlay", "staircase");
    m_lastStep = add("overlay", "lastStep");
    m_ring = add("overlay", "ring");
    m_ring->setLineStyle(QCPCurve::lsNone);
}

QCPItemText* PosteriorScene::addText(const QString& text) {
    auto* item = new QCPItemText(plot);
    item->setLayer("labels");
    item->setText(text);
    item->setSelectable(false);
    item->setPadding(QMargins(4, 2, 4, 2));
    return item;
}

void PosteriorScene::addLabels() {
    m_diagonal = new QCPItemStraightLine(plot);
    m_diagonal->setLayer("grid");
    m_diagonal->point1->setCoords(0, 0);
    m_diagonal->point2->setCoords(1, 1);
    m_inferenceLabel = addText(tr("inference collapse"));
    m_inferenceLabel->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_inferenceLabel->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_inferenceLabel->position->setCoords(1, 0);
    m_inferenceLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_modelLabel = addText(tr("model collapse"));
    m_modelLabel->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_modelLabel->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_modelLabel->position->setCoords(0, 0);
    m_modelLabel->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_diagonalLabel = addText(tr("in step"));
    m_diagonalLabel->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_diagonalLabel->setPadding(QMargins(2, 0, 0, 0));
    m_notice = addText(QString());
    m_notice->setObjectName("notice");
    m_notice->setTextAlignment(Qt::AlignRight);
    m_notice->setClipToAxisRect(false);
    m_notice->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_notice->position->setCoords(1, 1);
    m_notice->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_printed = addText(QString());
    m_printed->setObjectName("printed");
    m_printed->setClipToAxisRect(false);
    m_printed->setPadding(QMargins(0, 0, 0, 3));
    m_printed->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_printed->position->setCoords(0, 0);
    m_printed->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

void PosteriorScene::addSnapshot(SnapshotPointer snapshot) {
    while (!history.empty() && history.back()->values.at >= snapshot->values.at)
        history.pop_back();
    history.push_back(std::move(snapshot));
    if (history.size() > longestHistory) history.erase(history.begin());
    takeNewest();
}

bool PosteriorScene::showHistory(SnapshotSpan snapshots) {
    const SnapshotSpan kept = snapshots.last(std::min(snapshots.size(), longestHistory));
    if (std::ranges::equal(kept, history)) return false;
    history.assign(kept.begin(), kept.end());
    if (history.empty()) {
        points.clear();
        scheduler->request();
    } else {
        takeNewest();
    }
    return true;
}

void PosteriorScene::takeNewest() {
    const PlotView target = navigation->target();
    const double reach = target.y.upper - target.y.lower;
    latentAxis = axisOf(*history.back(), projection);
    points = probePoints(*history.back(), latentAxis, reach / 60, reach / 90);
    navigation->setTarget(grownView(target, points));
    dataReach = grownView({{-dataReach, dataReach}, {-dataReach, dataReach}}, points).x.upper;
    if (highlightedProbe >= static_cast<int>(points.size())) highlightedProbe = -1;
    if (chosenProbe >= static_cast<int>(points.size())) chosenProbe = -1;
    scheduler->request();
}

void PosteriorScene::setProjection(const Projection& chosen) {
    projection = chosen;
    if (history.empty()) return;
    dataReach = initialView().x.upper;
    takeNewest();
}

void PosteriorScene::clear() {
    history.clear();
    points.clear();
    dataReach = initialView().x.upper;
    chosenProbe = highlightedProbe = -1;
    navigation->setTarget(initialView());
    navigation->setFollow(true);
    navigation->jumpTo(initialView());
    scheduler->request();
}

void PosteriorScene::restyle() {
    applyTheme(*plot, theme);
    const QColor colour = runColour(theme, identity.index);
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis, plot->xAxis2, plot->yAxis2}) {
        axis->setBasePen(QPen(theme.line, 1));
        axis->grid()->setZeroLinePen(QPen(theme.axis, 1));
    }
    for (int bucket = 0; bucket < trailBuckets; ++bucket)
        styleTrail(bucket, colour);
    m_points->setPen(QPen(Qt::NoPen));
    m_points->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(Qt::NoPen), faded(colour, pointAlpha), pointSize));
    m_unreliable->setPen(QPen(Qt::NoPen));
    m_unreliable->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(faded(colour, pointAlpha), 1), Qt::NoBrush, pointSize));
    m_staircase->setPen(QPen(faded(theme.text, 110), 1));
    m_lastStep->setPen(QPen(theme.text, 2.5));
    m_ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text, 1.5), Qt::NoBrush, 11));
    m_diagonal->setPen(QPen(theme.axis, 1, Qt::DashLine));
    for (QCPItemText* label : {m_inferenceLabel, m_modelLabel, m_diagonalLabel, m_notice, m_printed}) {
        label->setFont(pixelFont(plot->font(), 10));
        label->setColor(theme.secondary);
    }
    scheduler->request();
}

/// Thinner and fainter with age.
void PosteriorScene::styleTrail(int bucket, const QColor& colour) {
    const auto at = static_cast<std::size_t>(bucket);
    const double width = 0.4 + 0.15 * bucket;
    m_trails[at]->setPen(QPen(faded(colour, 14 + 12 * bucket), width));
    m_jumps[at]->setPen(QPen(faded(colour, 8 + 6 * bucket), width));
}

void PosteriorScene::refill() {
    refillTrails();
    refillPoints();
    refillStaircase();
    refillHighlight();
    updateAxisLabels();
    m_printed->setText(printedLine());
}

void PosteriorScene::refillPoints() {
    PosteriorPath reliable, unreliable;
    for (std::size_t probe = 0; probe < points.size(); ++probe)
        (isReliable(*history.back(), probe) ? reliable : unreliable).push_back(points[probe]);
    fill(*m_points, reliable);
    fill(*m_unreliable, unreliable);
}

void PosteriorScene::refillTrails() {
    const bool isDrawn = areTrailsVisible && history.size() > 1 && hasTrueMeans(*history.back());
    const std::size_t newest = history.empty() ? 0 : history.size() - 1;
    const std::size_t length = std::min<std::size_t>(static_cast<std::size_t>(std::max(0, trailLength)), newest);
    for (std::size_t bucket = 0; bucket < m_trails.size(); ++bucket) {
        const std::size_t first = newest - length + length * bucket / m_trails.size();
        const std::size_t last = newest - length + length * (bucket + 1) / m_trails.size();
        const PosteriorPath whole =
            isDrawn ? trailPoints(SnapshotSpan(history).subspan(first, last - first + 1), latentAxis) : PosteriorPath{};
        const TrailParts parts = splitTrail(whole, longJump * plot->xAxis->range().size());
        fill(*m_trails[bucket], parts.near);
        fill(*m_jumps[bucket], parts.far);
    }
}

void PosteriorScene::refillStaircase() {
    const PosteriorPath path = isStaircaseShown ? staircasePoints(history, latentAxis, chosenProbe) : PosteriorPath{};
    fill(*m_staircase, path);
    const std::size_t last = std::min<std::size_t>(path.size(), 3);
    fill(*m_lastStep, last < 3 ? PosteriorPath{} : PosteriorPath(path.end() - 3, path.end()));
}

void PosteriorScene::refillHighlight() {
    PosteriorPath ring;
    for (const int probe : {chosenProbe, highlightedProbe})
        if (probe >= 0 && probe < static_cast<int>(points.size()))
            ring.push_back(points[static_cast<std::size_t>(probe)]);
    fill(*m_ring, ring);
}

bool PosteriorScene::hasRoom() const {
    return m_side >= smallestLabelled;
}

void PosteriorScene::updateAxisLabels() {
    const bool isStacked = !history.empty() && !hasTrueMeans(*history.back());
    const bool hasRoom = this->hasRoom();
    plot->xAxis->setLabel(isStacked || !hasRoom ? QString() : tr("mean of true posterior"));
    plot->yAxis->setLabel(hasRoom ? tr("mean of approximate posterior") : QString());
    plot->xAxis->setTickLabels(!isStacked);
    m_notice->setText(isStacked && !hasRoom ? tr("no true means") : noticeText());
    m_notice->setVisible(!m_notice->text().isEmpty() && (hasRoom || (isStacked && m_side >= smallestWords)));
    m_diagonal->setVisible(!isStacked);
    m_diagonalLabel->setVisible(!isStacked && hasRoom);
    m_inferenceLabel->setVisible(!isStacked && hasRoom);
    m_modelLabel->setVisible(!isStacked && hasRoom);
}

void PosteriorScene::placeDiagonalLabel() {
    const QCPRange x = plot->xAxis->range();
    const double pixel = x.size() / std::max(1, plot->axisRect()->width());
    const double place = std::min(x.upper, plot->yAxis->range().upper) - std::max(0.07 * x.size(), labelRoom * pixel);
    m_diagonalLabel->position->setCoords(place, place);
}

/// Below the size at which axes have titles, the room of the title goes to the points.
void PosteriorScene::makeSquare(const QSize& size) {
    const int width = size.width() - marginLeft - marginRight;
    m_side = std::min(width, size.height() - marginTop - marginBottom);
    updateAxisLabels();
    const int below = hasRoom() ? marginBottom : marginTicks;
    const int height = size.height() - marginTop - below;
    const int side = std::max(10, std::min(width, height));
    const int left = marginLeft + std::max(0, width - side) / 2;
    const int top = marginTop + std::max(0, height - side) / 2;
    plot->axisRect()->setMargins(QMargins(left, top, size.width() - left - side, size.height() - top - side));
    const int ticks = std::clamp(side / 44, 2, 7);
    plot->xAxis->ticker()->setTickCount(ticks);
    plot->yAxis->ticker()->setTickCount(ticks);
}

int PosteriorScene::probeAt(const QPoint& position, double reach) const {
    int nearest = -1;
    if (!plot->axisRect()->rect().contains(position)) return nearest;
    double least = reach * reach;
    for (std::size_t probe = 0; probe < points.size(); ++probe) {
        const double x = plot->xAxis->coordToPixel(points[probe].x) - position.x();
        const double y = plot->yAxis->coordToPixel(points[probe].y) - position.y();
        if (!(x * x + y * y <= least)) continue;
        least = x * x + y * y;
        nearest = static_cast<int>(probe);
    }
    return nearest;
}

void PosteriorScene::paint(QCPPainter& painter, const QSize& size) {
    const PlotTheme screenTheme = theme;
    theme = lightTheme();
    restyle();
    refill();
    makeSquare(size);
    plot->setViewport(QRect(QPoint(0, 0), size));
    plot->plotLayout()->update(QCPLayoutElement::upLayout);
    placeDiagonalLabel();
    m_ring->setVisible(false);
    const double pixelRatio = plot->bufferDevicePixelRatio();
    plot->setBufferDevicePixelRatio(1);
    plot->toPainter(&painter, size.width(), size.height());
    plot->setBufferDevicePixelRatio(pixelRatio);
    m_ring->setVisible(true);
    theme = screenTheme;
    restyle();
    plot->setViewport(plot->rect());
    makeSquare(plot->size());
    plot->plotLayout()->update(QCPLayoutElement::upLayout);
}

}  // namespace collapsar
