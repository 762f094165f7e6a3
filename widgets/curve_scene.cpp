// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_scene.h"

#include "widgets/decimated_graph.h"
#include "widgets/plot_ticker.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int meanStretch = 256;  // points
constexpr int untouched = 2;      // so few points are not smoothed

}  // namespace

CurveScene::CurveScene(QWidget* parent)
    : plot(new QCustomPlot(parent)),
      scheduler(new ReplotScheduler(plot)),
      navigation(new PlotNavigation(plot, PlotScales::Free)) {
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->axisRect()->setMargins(QMargins(50, 6, 18, 20));
    for (const char* name : {"bands", "marks", "raw"})
        plot->addLayer(name, plot->layer("main"), QCustomPlot::limBelow);
    plot->addLayer("highlight", plot->layer("main"), QCustomPlot::limAbove);
    plot->layer("overlay")->setMode(QCPLayer::lmBuffered);
    m_cursorLine = addCursorLine("cursor");
    m_timeLine = addCursorLine("time cursor");
    setTicks(*plot->xAxis, 4, TickValues::Real);
    setTicks(*plot->yAxis, 4, TickValues::Real);
    plot->xAxis->grid()->setVisible(false);
    resetRanges();
    restyle();
}

QCPItemStraightLine* CurveScene::addCursorLine(const char* name) {
    auto* line = new QCPItemStraightLine(plot);
    line->setLayer("overlay");
    line->setObjectName(name);
    line->setVisible(false);
    return line;
}

void CurveScene::addRun(int run, const RunIdentity& identity, CurveStyle style) {
    RunCurve& curve = runs[run];
    curve.identity = identity;
    curve.style = style;
    if (!curve.raw) {
        const auto add = [this](const char* layer) {
            auto* graph = new DecimatedGraph(plot->xAxis, plot->yAxis);
            graph->setLayer(layer);
            graph->setSelectable(QCP::stNone);
            graph->setScale(scale);
            return graph;
        };
        curve.raw = add("raw");
        curve.smooth = add("main");
        curve.scheduled = add("main");
        curve.mean = DebiasedMean(smoothingInUse());
    }
    styleRun(run, curve);
    scheduler->request();
}

double CurveScene::smoothingInUse() const {
    return spec.values == CurveValues::Integer ? 0 : smoothing;
}

bool CurveScene::isDrawn(const RunCurve& curve) const {
    return curve.isShown && !(curve.isMember && bandMembers == BandMembers::Hidden);
}

const DecimatedGraph& CurveScene::mainLine(const RunCurve& curve) const {
    return smoothingInUse() > 0 && !curve.smooth->data()->isEmpty() ? *curve.smooth : *curve.raw;
}

void CurveScene::dropPoints() {
    for (auto& [run, curve] : runs)
        dropPoints(curve);
    for (auto& [group, band] : bands) {
        band.band.points.clear();
        for (DecimatedGraph* graph : {band.centre, band.lower, band.upper})
            graph->data()->clear();
    }
}

void CurveScene::dropPoints(RunCurve& curve) {
    for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled}) {
        graph->data()->clear();
        graph->changedFrom(0);
    }
    curve.means.clear();
    curve.mean = DebiasedMean(smoothingInUse());
    curve.hasValue = {};
    curve.x = curve.y = curve.positive = {};
    curve.notPositive = 0;
    scheduler->request();
}

void CurveScene::append(int run, std::span<const Measurement> points) {
    const MeasurementColumn* column = findColumn(spec.column.toStdString());
    const auto found = runs.find(run);
    if (!column || found == runs.end()) return;
    const bool hasParent = runs.contains(found->second.fork.parent);
    for (const Measurement& point : points) {
        const double x = axisValue(point, axis);
        const bool isShared = hasParent && x <= found->second.fork.x;
        if (std::isfinite(x) && !isShared) addPoint(run, point, x, point.*(column->value));
    }
    styleRun(run, found->second);
    scheduler->request();
}

void CurveScene::addPoint(int run, const Measurement& point, double x, double value) {
    addToLine(runs.at(run), point.kind, x, value);
    for (auto& [number, other] : runs)
        if (other.fork.parent == run && x <= other.fork.x) addPoint(number, point, x, value);
}

void CurveScene::addToLine(RunCurve& curve, MeasurementKind kind, double x, double value) {
    bool& hasValue = curve.hasValue[static_cast<std::size_t>(kind)];
    if (!std::isfinite(value)) value = notMeasured;
    if (std::isnan(value) && !hasValue) return;
    hasValue = true;
    curve.x.add(x);
    curve.y.add(value);
    if (value > 0) curve.positive.add(value);
    if (value <= 0) ++curve.notPositive;
    if (kind == MeasurementKind::Scheduled) curve.scheduled->addData(x, value);
    curve.raw->addData(x, value);
    const QCPGraphDataContainer& points = *curve.raw->data();
    const int last = points.size() - 1;
    const bool isLate = last > 0 && x < points.at(last)->key;
    const int index = isLate ? static_cast<int>(points.findBegin(x, false) - points.constBegin()) : last;
    if (isLate) curve.raw->changedFrom(index);
    if (smoothingInUse() <= 0) return;
    if (last <= untouched) return resmooth(curve);
    curve.smooth->addData(x, value);
    smoothFrom(curve, index);
}

void CurveScene::smoothFrom(RunCurve& curve, int index) {
    const QCPGraphDataContainer& points = *curve.raw->data();
    const int count = points.size();
    int from = index;
    if (index < count - 1) {
        from = index / meanStretch * meanStretch;
        curve.means.resize(static_cast<std::size_t>(from / meanStretch) + 1, curve.mean);
        curve.mean = curve.means.back();
        curve.means.pop_back();
        curve.smooth->changedFrom(from);
    }
    auto smoothed = curve.smooth->data()->begin() + from;
    for (int i = from; i < count; ++i, ++smoothed) {
        if (i % meanStretch == 0) curve.means.push_back(curve.mean);
        smoothed->value = curve.mean.add(points.at(i)->value);
    }
}

void CurveScene::resmooth(RunCurve& curve) {
    curve.mean = DebiasedMean(smoothingInUse());
    curve.means = {curve.mean};
    curve.smooth->changedFrom(0);
    curve.smooth->data()->clear();
    if (smoothingInUse() > 0) {
        curve.smooth->data()->set(*curve.raw->data());
        if (curve.raw->dataCount() > untouched) smoothFrom(curve, 0);
    }
    scheduler->request();
}

void CurveScene::addMark(RunCurve& curve, double x, const QString& text) {
    auto* line = new QCPItemStraightLine(plot);
    line->setLayer("marks");
    line->setObjectName("mark");
    line->setSelectable(false);
    line->setVisible(curve.isShown);
    line->point1->setCoords(x, 0);
    line->point2->setCoords(x, 1);
    line->setPen(QPen(runColour(theme, curve.identity.index), 1, Qt::DotLine));
    curve.marks.push_back({x, text, line});
    scheduler->request();
}

void CurveScene::clearMarks(RunCurve& curve) {
    for (const CurveMark& mark : curve.marks)
        plot->removeItem(mark.line);
    curve.marks.clear();
    scheduler->request();
}

void CurveScene::setScale(const AxisScale& wanted) {
    if (scale == wanted) return;
    scale = wanted;
    for (auto& [run, curve] : runs)
        for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled})
            graph->setScale(scale);
    for (auto& [group, band] : bands)
        for (DecimatedGraph* graph : {band.centre, band.lower, band.upper})
            graph->setScale(scale);
    PlotView target = navigation->target();
    PlotView view = navigation->view();
    target.y = view.y = roomFor(verticalExtent());
    navigation->setTarget(target);
    navigation->jumpTo(navigation->isFollowing() ? target : view);
    restyle();
}

void CurveScene::placeLine(QCPItemStraightLine& line, double x) {
    line.setVisible(std::isfinite(x));
    if (std::isfinite(x)) {
        line.point1->setCoords(x, 0);
        line.point2->setCoords(x, 1);
    }
    if (plot->isVisible()) plot->layer("overlay")->replot();
}

void CurveScene::placeCursor(double x) {
    cursor = x;
    placeLine(*m_cursorLine, x);
}

void CurveScene::placeTimeCursor(double x) {
    timeCursor = x;
    placeLine(*m_timeLine, x);
}

}  // namespace collapsar
