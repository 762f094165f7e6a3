// SPDX-License-Identifier: GPL-3.0-or-later
/// Colours, widths and layers of a curve plot's lines, on screen and in print.
#include "widgets/curve_scene.h"

#include "widgets/decimated_graph.h"
#include "widgets/plot_ticker.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

namespace collapsar {
namespace {

constexpr int noisyPoints = 3000;  // from here on a line wider than one pixel, or dashed, costs too much
constexpr double lineWidth = 1.6;
constexpr double strongWidth = 2.6;
constexpr int faintAlpha = 70;
constexpr int bandAlpha = 46;
constexpr double memberShare = 0.45;  // of the run's colour, the rest is background
constexpr double fadedShare = 0.22;
constexpr double ghostShare = 0.7;

QColor translucent(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

/// Opaque, because blending thousands of segments costs.
QColor mixedWith(const QColor& background, const QColor& colour, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {mix(background.red(), colour.red()), mix(background.green(), colour.green()),
            mix(background.blue(), colour.blue())};
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

void CurveScene::styleRun(int run, RunCurve& curve) {
    const bool isStrong = run == highlighted;
    const bool isFaded = highlighted >= 0 && !isStrong;
    const bool isGhost = curve.style == CurveStyle::Ghost;
    const bool isNoisy = curve.raw->dataCount() > noisyPoints;
    QColor colour = runColour(theme, curve.identity.index);
    if (isGhost) colour = mixedWith(theme.card, colour, ghostShare);
    if (curve.isMember && !isStrong) colour = mixedWith(theme.card, colour, memberShare);
    if (isFaded) colour = mixedWith(theme.card, colour, fadedShare);
    const bool isSmoothed = smoothingInUse() > 0;
    QPen pen(colour, isNoisy || curve.isMember ? 1 : isStrong ? strongWidth : lineWidth);
    if (isGhost && !isNoisy) pen.setDashPattern({4, 3});
    for (DecimatedGraph* graph : {curve.raw, curve.smooth}) {
        graph->setLineStyle(spec.values == CurveValues::Integer ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
        graph->setPen(pen);
    }
    if (isSmoothed) curve.raw->setPen(QPen(translucent(colour, isFaded ? faintAlpha / 2 : faintAlpha), 1));
    const bool isVisible = isDrawn(curve);
    curve.raw->setVisible(isVisible);
    curve.smooth->setVisible(isVisible && isSmoothed);
    curve.scheduled->setVisible(isVisible && !curve.isMember);
    curve.scheduled->setLineStyle(QCPGraph::lsNone);
    curve.scheduled->setScatterStyle(
        QCPScatterStyle(shapeOf(runMarker(curve.identity.index)), QPen(colour, 1), colour, isStrong ? 6 : 5));
    curve.raw->setLayer(isStrong ? "highlight" : "raw");
    curve.smooth->setLayer(isStrong ? "highlight" : "main");
    curve.scheduled->setLayer(isStrong ? "highlight" : "main");
    for (const CurveMark& mark : curve.marks) {
        mark.line->setVisible(curve.isShown);
        mark.line->setPen(QPen(colour, 1, Qt::DotLine));
    }
}

void CurveScene::styleBand(BandCurve& curve) {
    const QColor colour = runColour(theme, curve.band.identity.index);
    const bool isFaded = highlighted >= 0;
    const bool isNoisy = curve.centre->dataCount() > noisyPoints;
    const QColor edges = translucent(colour, isFaded ? bandAlpha / 2 : 2 * bandAlpha);
    for (DecimatedGraph* edge : {curve.lower, curve.upper})
        edge->setPen(isNoisy ? QPen(Qt::NoPen) : QPen(edges, 1));
    curve.upper->setAntialiasedFill(!isNoisy);
    curve.upper->setBrush(translucent(colour, isFaded ? bandAlpha / 2 : bandAlpha));
    const QColor centre = isFaded ? mixedWith(theme.card, colour, 2 * fadedShare) : colour;
    curve.centre->setPen(QPen(centre, isNoisy ? 1 : 1.2 * lineWidth));
}

void CurveScene::restyle() {
    applyTheme(*plot, theme);
    plot->yAxis->grid()->setZeroLinePen(QPen(theme.line, 1));
    if (scale.kind == ScaleKind::Linear)
        setTicks(*plot->yAxis, 4, spec.values == CurveValues::Integer ? TickValues::Integer : TickValues::Real);
    else
        setScaledTicks(*plot->yAxis, 4, scale);
    m_cursorLine->setPen(QPen(theme.axis, 1));
    m_timeLine->setPen(QPen(theme.accent, 1.6));
    for (auto& [run, curve] : runs)
        styleRun(run, curve);
    for (auto& [group, band] : bands)
        styleBand(band);
    scheduler->request();
}

void CurveScene::setLineWidths() {
    for (auto& [run, curve] : runs) {
        for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled}) {
            QPen pen = graph->pen();
            pen.setWidthF((graph == curve.raw && smoothingInUse() > 0) || curve.isMember ? 0.6 : 1.2);
            const QList<qreal> dash = runDash(curve.identity.index);
            if (!dash.isEmpty() && curve.style == CurveStyle::Run) pen.setDashPattern(dash);
            graph->setPen(pen);
        }
    }
}

void CurveScene::paint(QCPPainter& painter, const QSize& size) {
    const PlotTheme screenTheme = theme;
    const int highlightedRun = highlighted;
    const std::array<QCPItemStraightLine*, 2> lines{m_cursorLine, m_timeLine};
    const std::array<bool, 2> wereVisible{m_cursorLine->visible(), m_timeLine->visible()};
    theme = lightTheme();
    highlighted = -1;
    restyle();
    setLineWidths();
    for (QCPItemStraightLine* line : lines)
        line->setVisible(false);
    plot->xAxis->setLabel(axisTitle(axis));
    plot->axisRect()->setMargins(QMargins(54, 6, 18, 34));
    const double pixelRatio = plot->bufferDevicePixelRatio();
    plot->setBufferDevicePixelRatio(1);
    plot->toPainter(&painter, size.width(), size.height());
    plot->setBufferDevicePixelRatio(pixelRatio);
    plot->axisRect()->setMargins(QMargins(50, 6, 18, 20));
    plot->xAxis->setLabel(QString());
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i]->setVisible(wereVisible[i]);
    theme = screenTheme;
    highlighted = highlightedRun;
    restyle();
}

}  // namespace collapsar
