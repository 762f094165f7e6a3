// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latent_plane_scene.h"

#include "widgets/plot_ticker.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {
namespace {

constexpr double smallestReach = 3;
constexpr double headLength = 5;  // pixels
constexpr double headHalfWidth = 2.5;
constexpr double shortestArrow = 3;  // pixels: below, the point alone
constexpr int widestText = 60;       // characters

QCPCurve* addCurve(QCustomPlot* plot, const char* name, QCPCurve::LineStyle style) {
    auto* curve = new QCPCurve(plot->xAxis, plot->yAxis);
    curve->setObjectName(name);
    curve->setLineStyle(style);
    curve->setSelectable(QCP::stNone);
    curve->setScatterSkip(0);
    return curve;
}

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

}  // namespace

PlotView centredView(double reach) {
    return {{-reach, reach}, {-reach, reach}};
}

LatentPlaneScene::LatentPlaneScene(QWidget* parent)
    : plot(new QCustomPlot(parent)),
      scheduler(new ReplotScheduler(plot)),
      navigation(new PlotNavigation(plot, PlotScales::Equal)) {
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->layer("overlay")->setMode(QCPLayer::lmBuffered);
    plot->addLayer("labels", plot->layer("main"), QCustomPlot::limAbove);
    for (std::size_t i = 0; i < m_circles.size(); ++i) {
        const double radius = static_cast<double>(i + 1);
        m_circles[i] = new QCPItemEllipse(plot);
        m_circles[i]->setObjectName("prior");
        m_circles[i]->setLayer("grid");
        m_circles[i]->topLeft->setCoords(-radius, radius);
        m_circles[i]->bottomRight->setCoords(radius, -radius);
        m_circleLabels[i] = new QCPItemText(plot);
        m_circleLabels[i]->setLayer("labels");
        m_circleLabels[i]->position->setCoords(0, radius);
        m_circleLabels[i]->setPositionAlignment(Qt::AlignCenter);
        m_circleLabels[i]->setPadding({3, 0, 3, 0});
        m_circleLabels[i]->setText(i == 0 ? tr("prior 1 sd") : tr("2 sd"));
    }
    m_shafts = addCurve(plot, "shafts", QCPCurve::lsLine);
    m_heads = addCurve(plot, "heads", QCPCurve::lsLine);
    m_points = addCurve(plot, "points", QCPCurve::lsNone);
    m_ring = addCurve(plot, "ring", QCPCurve::lsNone);
    m_ring->setLayer("overlay");
    setTicks(*plot->xAxis, 6, TickValues::Real);
    setTicks(*plot->yAxis, 6, TickValues::Real);
    navigation->setTarget(centredView(smallestReach));
    navigation->jumpTo(centredView(smallestReach));
    restyle();
}

int LatentPlaneScene::probeCount() const {
    return snapshot ? static_cast<int>(snapshot->approximateMean.size() / 2) : 0;
}

bool LatentPlaneScene::hasTrueMeans() const {
    return snapshot && !snapshot->trueMean.empty() && snapshot->trueMean.size() == snapshot->approximateMean.size();
}

QPointF LatentPlaneScene::approximateMean(int probe) const {
    const auto at = 2 * static_cast<std::size_t>(probe);
    return {snapshot->approximateMean[at], snapshot->approximateMean[at + 1]};
}

QPointF LatentPlaneScene::trueMean(int probe) const {
    if (!hasTrueMeans()) return approximateMean(probe);
    const auto at = 2 * static_cast<std::size_t>(probe);
    return {snapshot->trueMean[at], snapshot->trueMean[at + 1]};
}

double LatentPlaneScene::dataReach() const {
    double reach = smallestReach;
    for (int probe = 0; probe < probeCount(); ++probe)
        for (const QPointF& point : {approximateMean(probe), trueMean(probe)})
            for (const double each : {std::abs(point.x()), std::abs(point.y())})
                if (std::isfinite(each) && each * 1.08 > reach) reach = std::ceil(each * 1.08 * 2) / 2;
    return reach;
}

QPointF LatentPlaneScene::pixelOf(const QPointF& point) const {
    return {plot->xAxis->coordToPixel(point.x()), plot->yAxis->coordToPixel(point.y())};
}

void LatentPlaneScene::refill() {
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    QVector<double> points[2], shafts[2], heads[2];
    const auto add = [](QVector<double>* to, const QPointF& point) {
        to[0].append(point.x());
        to[1].append(point.y());
    };
    const auto coordinates = [this](const QPointF& pixel) {
        return QPointF(plot->xAxis->pixelToCoord(pixel.x()), plot->yAxis->pixelToCoord(pixel.y()));
    };
    for (int probe = 0; probe < probeCount(); ++probe) {
        const QPointF from = approximateMean(probe), to = trueMean(probe);
        add(points, from);
        const QPointF tip = pixelOf(to), way = tip - pixelOf(from);
        const double length = std::hypot(way.x(), way.y());
        if (!(length >= shortestArrow)) continue;
        const QPointF along = way / length, across(-along.y(), along.x());
        const double size = std::min(1.0, length / (2 * headLength));
        const QPointF neck = tip - size * headLength * along;
        for (const QPointF& each : {from, to, QPointF(gap, gap)})
            add(shafts, each);
        for (const QPointF& each : {coordinates(neck + size * headHalfWidth * across), to,
                                    coordinates(neck - size * headHalfWidth * across), QPointF(gap, gap)})
            add(heads, each);
    }
    m_points->setData(points[0], points[1]);
    m_shafts->setData(shafts[0], shafts[1]);
    m_heads->setData(heads[0], heads[1]);
    refillRing();
}

void LatentPlaneScene::refillRing() {
    QVector<double> x, y;
    if (highlighted >= 0 && highlighted < probeCount()) {
        x = {approximateMean(highlighted).x(), trueMean(highlighted).x()};
        y = {approximateMean(highlighted).y(), trueMean(highlighted).y()};
    }
    m_ring->setData(x, y);
}

void LatentPlaneScene::restyle() {
    applyTheme(*plot, theme);
    const QColor colour = runColour(theme, identity.index);
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis})
        axis->grid()->setZeroLinePen(QPen(theme.line, 1));
    plot->xAxis->setLabel(tr("first latent"));
    plot->yAxis->setLabel(tr("second latent"));
    QFont font = plot->font();
    font.setPixelSize(10);
    for (std::size_t i = 0; i < m_circles.size(); ++i) {
        m_circles[i]->setPen(QPen(theme.axis, 1, Qt::DashLine));
        m_circles[i]->setBrush(Qt::NoBrush);
        m_circleLabels[i]->setColor(theme.secondary);
        m_circleLabels[i]->setFont(font);
        m_circleLabels[i]->setBrush(withAlpha(theme.card, 190));
    }
    m_shafts->setPen(QPen(withAlpha(colour, 120), 1));
    m_heads->setPen(QPen(withAlpha(colour, 200), 1.2));
    const QColor disc = withAlpha(colour, 170);
    m_points->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(disc, 0.5), disc, 4));
    m_ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text, 1.6), Qt::NoBrush, 10));
    scheduler->request();
}

void LatentPlaneScene::makeSquare(const QSize& size) {
    constexpr int left = 46, right = 12, top = 10, bottom = 40;
    const int width = size.width() - left - right;
    const int height = size.height() - top - bottom;
    const int side = std::max(40, std::min(width, height));
    const int spareX = std::max(0, width - side), spareY = std::max(0, height - side);
    plot->axisRect()->setMargins(
        {left + spareX / 2, top + spareY / 2, right + spareX - spareX / 2, bottom + spareY - spareY / 2});
}

int LatentPlaneScene::probeAt(const QPoint& position, double reach) const {
    int nearest = -1;
    double least = reach;
    if (!plot->axisRect()->rect().contains(position)) return -1;
    for (int probe = 0; probe < probeCount(); ++probe) {
        for (const QPointF& end : {approximateMean(probe), trueMean(probe)}) {
            const QPointF distance = pixelOf(end) - position;
            const double length = std::hypot(distance.x(), distance.y());
            if (!(length <= least)) continue;
            least = length;
            nearest = probe;
        }
    }
    return nearest;
}

QString LatentPlaneScene::readout(int probe) const {
    const QLocale locale;
    const auto number = [&locale](double value) { return locale.toString(value, 'f', 3); };
    const auto pair = [&number](const QPointF& point) {
        return QStringLiteral("<b>%1, %2</b>").arg(number(point.x()), number(point.y()));
    };
    const auto at = static_cast<std::size_t>(probe);
    QString html;
    if (texts && at < texts->size()) {
        QString text = QString::fromStdString((*texts)[at]);
        if (text.size() > widestText) text = text.left(widestText) + QChar(0x2026);
        html = QStringLiteral("<div>%1</div>").arg(text.toHtmlEscaped());
    }
    const auto row = [](const QString& name, const QString& value) {
        return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>").arg(name, value);
    };
    QString table = row(tr("approximate mean"), pair(approximateMean(probe)));
    if (hasTrueMeans()) table += row(tr("true mean"), pair(trueMean(probe)));
    if (at < snapshot->lag.size())
        table += row(tr("lag, nats"), QStringLiteral("<b>%1</b>").arg(number(snapshot->lag[at])));
    if (at < snapshot->logLikelihood.size())
        table += row(tr("log p(x), nats"), QStringLiteral("<b>%1</b>").arg(number(snapshot->logLikelihood[at])));
    return html + QStringLiteral("<table cellspacing='0'>%1</table>").arg(table);
}

void LatentPlaneScene::paint(QCPPainter& painter, const QSize& size) {
    const PlotTheme screenTheme = theme;
    const int ring = highlighted;
    const QMargins margins = plot->axisRect()->margins();
    theme = lightTheme();
    highlighted = -1;
    restyle();
    makeSquare(size);
    const QRect viewport = plot->viewport();
    plot->setViewport(QRect(QPoint(0, 0), size));
    plot->plotLayout()->update(QCPLayoutElement::upLayout);
    refill();
    const double pixelRatio = plot->bufferDevicePixelRatio();
    plot->setBufferDevicePixelRatio(1);
    plot->toPainter(&painter, size.width(), size.height());
    plot->setBufferDevicePixelRatio(pixelRatio);
    plot->axisRect()->setMargins(margins);
    plot->setViewport(viewport);
    plot->plotLayout()->update(QCPLayoutElement::upLayout);
    theme = screenTheme;
    highlighted = ring;
    refill();
    restyle();
}

}  // namespace collapsar
