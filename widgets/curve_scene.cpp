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

constexpr int noisyPoints = 3000;  // from here on a line wider than one pixel costs too much
constexpr double lineWidth = 1.6;
constexpr int faintAlpha = 70;
constexpr int meanStretch = 256;  // points
constexpr int untouched = 2;      // so few points are not smoothed

QColor faded(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

QCPScatterStyle::ScatterShape shapeOf(RunMarker marker) {
    switch (marker) {
        case RunMarker::Disc:
            return QCPScatterStyle::ssDisc;
        case RunMarker::Square:
            return QCPScatterStyle::ssSquare;
        case RunMarker::Triangle:
            return QCPScatterStyle::ssTriangle;
        case RunMarker::Diamond:
            return QCPScatterStyle::ssDiamond;
        case RunMarker::InvertedTriangle:
            return QCPScatterStyle::ssTriangleInverted;
        case RunMarker::Cross:
            return QCPScatterStyle::ssCross;
        case RunMarker::Plus:
            return QCPScatterStyle::ssPlus;
        case RunMarker::Star:
            break;
    }
    return QCPScatterStyle::ssStar;
}

}  // namespace

CurveScene::CurveScene(QWidget* parent)
    : plot(new QCustomPlot(parent)),
      scheduler(new ReplotScheduler(plot)),
      navigation(new PlotNavigation(plot, PlotScales::Free)) {
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->axisRect()->setMargins(QMargins(50, 6, 14, 20));
    for (const char* name : {"marks", "raw"})
        plot->addLayer(name, plot->layer("main"), QCustomPlot::limBelow);
    plot->layer("overlay")->setMode(QCPLayer::lmBuffered);
    m_cursorLine = new QCPItemStraightLine(plot);
    m_cursorLine->setLayer("overlay");
    m_cursorLine->setObjectName("cursor");
    m_cursorLine->setVisible(false);
    setTicks(*plot->xAxis, 4, TickValues::Real);
    setTicks(*plot->yAxis, 4, TickValues::Real);
    plot->xAxis->grid()->setVisible(false);
    resetRanges();
    restyle();
}

void CurveScene::addRun(int run, const RunIdentity& identity) {
    RunCurve& curve = runs[run];
    curve.identity = identity;
    if (!curve.raw) {
        const auto add = [this](const char* layer) {
            auto* graph = new DecimatedGraph(plot->xAxis, plot->yAxis);
            graph->setLayer(layer);
            graph->setSelectable(QCP::stNone);
            return graph;
        };
        curve.raw = add("raw");
        curve.smooth = add("main");
        curve.scheduled = add("main");
        curve.mean = DebiasedMean(smoothingInUse());
    }
    styleRun(curve);
    scheduler->request();
}

void CurveScene::removeRun(int run) {
    const auto found = runs.find(run);
    if (found == runs.end()) return;
    clearMarks(found->second);
    const RunCurve& curve = found->second;
    for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled})
        plot->removeGraph(graph);
    runs.erase(found);
    scheduler->request();
}

double CurveScene::smoothingInUse() const {
    return spec.values == CurveValues::Integer ? 0 : smoothing;
}

void CurveScene::clearRun(RunCurve& curve) {
    for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled})
        graph->data()->clear();
    curve.raw->changedFrom(0);
    curve.smooth->changedFrom(0);
    curve.means.clear();
    curve.mean = DebiasedMean(smoothingInUse());
    curve.hasValue = {};
    curve.x = curve.y = {};
    scheduler->request();
}

void CurveScene::append(RunCurve& curve, std::span<const Measurement> points) {
    const MeasurementColumn* column = findColumn(spec.column.toStdString());
    if (!column) return;
    for (const Measurement& point : points)
        addPoint(curve, point, point.*(column->value));
    styleRun(curve);
    scheduler->request();
}

void CurveScene::addPoint(RunCurve& curve, const Measurement& point, double value) {
    const double x = axisValue(point, axis);
    bool& hasValue = curve.hasValue[static_cast<std::size_t>(point.kind)];
    if (!std::isfinite(value)) value = notMeasured;
    if (!std::isfinite(x) || (std::isnan(value) && !hasValue)) return;
    hasValue = true;
    curve.x.add(x);
    curve.y.add(value);
    if (point.kind == MeasurementKind::Scheduled) curve.scheduled->addData(x, value);
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
    styleRun(curve);
    scheduler->request();
}

void CurveScene::addMark(RunCurve& curve, double x, const QString& text) {
    auto* line = new QCPItemStraightLine(plot);
    line->setLayer("marks");
    line->setObjectName("mark");
    line->setSelectable(false);
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

void CurveScene::styleRun(RunCurve& curve) {
    const QColor colour = runColour(theme, curve.identity.index);
    const bool isSmoothed = smoothingInUse() > 0;
    const bool isStep = spec.values == CurveValues::Integer;
    const double width = curve.raw->dataCount() > noisyPoints ? 1 : lineWidth;
    for (DecimatedGraph* graph : {curve.raw, curve.smooth})
        graph->setLineStyle(isStep ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
    curve.raw->setPen(QPen(isSmoothed ? faded(colour, faintAlpha) : colour, isSmoothed ? 1 : width));
    curve.smooth->setPen(QPen(colour, width));
    curve.smooth->setVisible(isSmoothed);
    curve.scheduled->setLineStyle(QCPGraph::lsNone);
    const QCPScatterStyle::ScatterShape shape = shapeOf(runMarker(curve.identity.index));
    curve.scheduled->setScatterStyle(QCPScatterStyle(shape, QPen(colour, 1), colour, 5));
}

void CurveScene::restyle() {
    applyTheme(*plot, theme);
    plot->yAxis->grid()->setZeroLinePen(QPen(theme.line, 1));
    setTicks(*plot->yAxis, 4, spec.values == CurveValues::Integer ? TickValues::Integer : TickValues::Real);
    m_cursorLine->setPen(QPen(theme.axis, 1));
    for (auto& [run, curve] : runs) {
        styleRun(curve);
        for (const CurveMark& mark : curve.marks)
            mark.line->setPen(QPen(runColour(theme, curve.identity.index), 1, Qt::DotLine));
    }
    scheduler->request();
}

void CurveScene::placeCursor(double x) {
    cursor = x;
    m_cursorLine->setVisible(std::isfinite(x));
    if (std::isfinite(x)) {
        m_cursorLine->point1->setCoords(x, 0);
        m_cursorLine->point2->setCoords(x, 1);
    }
    if (plot->isVisible()) plot->layer("overlay")->replot();
}

void CurveScene::setLineWidths(bool isPrint) {
    for (auto& [run, curve] : runs) {
        styleRun(curve);
        if (!isPrint) continue;
        for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled}) {
            QPen pen = graph->pen();
            pen.setWidthF(graph == curve.raw && smoothingInUse() > 0 ? 0.6 : 1.2);
            if (!runDash(curve.identity.index).isEmpty()) pen.setDashPattern(runDash(curve.identity.index));
            graph->setPen(pen);
        }
    }
}

void CurveScene::paint(QCPPainter& painter, const QSize& size) {
    const PlotTheme screenTheme = theme;
    const bool isCursorShown = m_cursorLine->visible();
    theme = lightTheme();
    restyle();
    setLineWidths(true);
    m_cursorLine->setVisible(false);
    plot->xAxis->setLabel(axisTitle(axis));
    plot->axisRect()->setMargins(QMargins(54, 6, 14, 34));
    const double pixelRatio = plot->bufferDevicePixelRatio();
    plot->setBufferDevicePixelRatio(1);
    plot->toPainter(&painter, size.width(), size.height());
    plot->setBufferDevicePixelRatio(pixelRatio);
    plot->axisRect()->setMargins(QMargins(50, 6, 14, 20));
    plot->xAxis->setLabel(QString());
    m_cursorLine->setVisible(isCursorShown);
    theme = screenTheme;
    restyle();
}

}  // namespace collapsar
