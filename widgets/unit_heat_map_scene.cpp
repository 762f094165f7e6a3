// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unit_heat_map_scene.h"

#include "widgets/axis_scale.h"
#include "widgets/curve_range.h"
#include "widgets/plot_ticker.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace collapsar {
namespace {

constexpr double smallest = 1e-4;  // what is below has its colour
constexpr int columnsDrawn = 600;
constexpr int mostLabels = 12;
constexpr int barWidth = 10;

/// Cividis: lightness rises evenly, and alike for every kind of colour vision (Nunez et al. 2018).
QCPColorGradient cividis() {
    QCPColorGradient gradient;
    gradient.setColorStops({{0, QColor("#00224E")},
                            {0.125, QColor("#123570")},
                            {0.25, QColor("#3B496C")},
                            {0.375, QColor("#575D6D")},
                            {0.5, QColor("#707173")},
                            {0.625, QColor("#8A8678")},
                            {0.75, QColor("#A59C74")},
                            {0.875, QColor("#D1BA5B")},
                            {1, QColor("#FEE838")}});
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

double place(double value) {
    return std::isfinite(value) ? std::log10(std::max(value, smallest)) : notMeasured;
}

}  // namespace

UnitHeatMapScene::UnitHeatMapScene(QWidget* parent)
    : plot(new QCustomPlot(parent)), scheduler(new ReplotScheduler(plot)) {
    plot->layer("overlay")->setMode(QCPLayer::lmBuffered);
    m_map = new QCPColorMap(plot->xAxis, plot->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(true);
    m_scale = new QCPColorScale(plot);
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(barWidth);
    plot->plotLayout()->addElement(0, 1, m_scale);
    m_map->setColorScale(m_scale);
    m_map->setGradient(cividis());
    m_scale->setDataRange(QCPRange(-4, 1));
    auto* group = new QCPMarginGroup(plot);
    plot->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_threshold = new QCPItemStraightLine(plot);
    m_threshold->setObjectName("threshold");
    m_timeLine = new QCPItemStraightLine(plot);
    m_timeLine->setObjectName("time cursor");
    m_timeLine->setLayer("overlay");
    setTicks(*plot->xAxis, 5, TickValues::Real);
    plot->xAxis->grid()->setVisible(false);
    plot->yAxis->grid()->setVisible(false);
    restyle();
}

const UnitHistory* UnitHeatMapScene::shown() const {
    const auto found = runs.find(run);
    return found == runs.end() ? nullptr : &found->second;
}

int UnitHeatMapScene::unitCount() const {
    const UnitHistory* history = shown();
    return history && !history->columns.empty() ? static_cast<int>(history->columns.back().kl.size()) : 0;
}

const UnitColumn* UnitHeatMapScene::columnAt(double update) const {
    const UnitHistory* history = shown();
    if (!history) return nullptr;
    const auto after = std::ranges::upper_bound(history->columns, update, {}, &UnitColumn::update);
    return after == history->columns.begin() ? nullptr : &*(after - 1);
}

int UnitHeatMapScene::activeCount() const {
    const UnitHistory* history = shown();
    if (!history || history->columns.empty()) return 0;
    return static_cast<int>(std::ranges::count_if(history->columns.back().variance,
                                                  [this](float variance) { return variance >= activeVariance; }));
}

void UnitHeatMapScene::sortRows() {
    m_order.resize(static_cast<std::size_t>(unitCount()));
    std::iota(m_order.rbegin(), m_order.rend(), 0);  // dimension 0 on top
    if (m_order.empty() || order == UnitOrder::Index) return;
    const std::vector<float>& kl = shown()->columns.back().kl;
    std::ranges::stable_sort(m_order, {}, [&kl](int unit) { return kl[static_cast<std::size_t>(unit)]; });
}

int UnitHeatMapScene::unitInRow(double row) const {
    const double at = std::round(row);
    return at >= 0 && at < static_cast<double>(m_order.size()) ? m_order[static_cast<std::size_t>(at)] : -1;
}

/// A dot beside the active ones; not more labels than can be read.
void UnitHeatMapScene::labelRows() {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const int units = unitCount();
    const int room = std::clamp(plot->axisRect()->height() / 14, 2, mostLabels);
    const int stride = std::max(1, (units + room - 1) / room);
    for (int row = units - 1; row >= 0; row -= stride) {
        const int unit = unitInRow(row);
        const bool isActive = shown()->columns.back().variance[static_cast<std::size_t>(unit)] >= activeVariance;
        ticker->addTick(row, (isActive ? QStringLiteral("\u25CF ") : QString()) + QLocale().toString(unit + 1));
    }
    plot->yAxis->setTicker(ticker);
    plot->yAxis->setRange(-0.5, std::max(1, units) - 0.5);
}

void UnitHeatMapScene::refill() {
    sortRows();
    labelRows();
    const int units = unitCount();
    const double end = units > 0 ? roundedUp(std::max(100.0, shown()->columns.back().update)) : 100;
    const double width = end / columnsDrawn;
    m_map->data()->setSize(columnsDrawn, std::max(1, units));
    m_map->data()->setRange(QCPRange(width / 2, end - width / 2), QCPRange(0, std::max(1, units) - 1));
    m_map->data()->fill(notMeasured);
    const double last = units > 0 ? shown()->columns.back().update : -1;
    double greatest = 0;
    for (int x = 0; x < columnsDrawn && units > 0 && x * width <= last; ++x) {
        const UnitColumn* column = columnAt((x + 1) * width);
        if (!column) continue;
        const std::vector<float>& values = value == UnitValue::Kl ? column->kl : column->variance;
        for (int row = 0; row < units; ++row) {
            const double each = place(values[static_cast<std::size_t>(m_order[static_cast<std::size_t>(row)])]);
            m_map->data()->setCell(x, row, each);
            if (each > greatest) greatest = each;
        }
    }
    m_scale->setDataRange(QCPRange(std::log10(smallest), std::max(0.0, std::ceil(2 * greatest) / 2)));
    setScaledTicks(*m_scale->axis(), 5, {ScaleKind::Log});
    plot->xAxis->setRange(0, end);
    placeThreshold();
}

/// Across the colour bar: from here on a dimension counts as active. Says nothing about a KL.
void UnitHeatMapScene::placeThreshold() {
    m_threshold->setVisible(value == UnitValue::Variance);
    for (QCPItemPosition* point : {m_threshold->point1, m_threshold->point2}) {
        point->setAxisRect(m_scale->axis()->axisRect());
        point->setAxes(m_scale->axis()->axisRect()->axis(QCPAxis::atBottom), m_scale->axis());
    }
    m_threshold->setClipAxisRect(m_scale->axis()->axisRect());
    m_threshold->point1->setCoords(0, std::log10(activeVariance));
    m_threshold->point2->setCoords(1, std::log10(activeVariance));
    m_timeLine->setVisible(std::isfinite(timeCursor));
    if (std::isfinite(timeCursor)) {
        m_timeLine->point1->setCoords(timeCursor, 0);
        m_timeLine->point2->setCoords(timeCursor, 1);
    }
}

void UnitHeatMapScene::restyle() {
    applyTheme(*plot, theme);
    plot->xAxis->setLabel(tr("updates"));
    plot->yAxis->setLabel(tr("latent dimension"));
    QCPAxis& bar = *m_scale->axis();
    QFont font = plot->font();
    font.setPixelSize(10);
    bar.setTickLabelFont(font);
    bar.setTickLabelColor(theme.secondary);
    bar.setTickPen(Qt::NoPen);
    bar.setSubTickPen(Qt::NoPen);
    bar.setBasePen(Qt::NoPen);
    font.setPixelSize(11);
    bar.setLabelFont(font);
    bar.setLabelColor(theme.text);
    bar.setLabel(value == UnitValue::Kl ? tr("KL, nats") : tr("variance of means (line: active)"));
    for (QCPAxis::AxisType side : {QCPAxis::atLeft, QCPAxis::atTop, QCPAxis::atBottom})
        m_scale->axis()->axisRect()->axis(side)->setBasePen(Qt::NoPen);
    m_threshold->setPen(QPen(QColor("#FFFFFF"), 2));
    m_timeLine->setPen(QPen(theme.accent, 1.6));
    scheduler->request();
}

QString UnitHeatMapScene::readout(const QPoint& position) const {
    if (!plot->axisRect()->rect().contains(position)) return {};
    const double update = plot->xAxis->pixelToCoord(position.x());
    const int unit = unitInRow(plot->yAxis->pixelToCoord(position.y()));
    const UnitColumn* column = columnAt(update);
    if (!column || unit < 0 || update > shown()->columns.back().update + plot->xAxis->range().size() / columnsDrawn)
        return {};
    const QLocale locale;
    const double kl = column->kl[static_cast<std::size_t>(unit)];
    const double variance = column->variance[static_cast<std::size_t>(unit)];
    const QString word = variance >= activeVariance ? tr("active") : tr("inactive");
    return QStringLiteral("<div>%1</div><div><b>%2</b></div><div>%3</div>")
        .arg(tr("dimension %1, measured at update %2")
                 .arg(locale.toString(unit + 1), locale.toString(static_cast<qlonglong>(column->update))),
             tr("KL %1 nats").arg(locale.toString(kl, 'g', 3)),
             tr("variance %1: %2 (from %3 on)")
                 .arg(locale.toString(variance, 'g', 3), word, locale.toString(activeVariance)));
}

void UnitHeatMapScene::paint(QCPPainter& painter, const QSize& size) {
    const PlotTheme screenTheme = theme;
    const double cursor = timeCursor;
    theme = lightTheme();
    timeCursor = notMeasured;
    restyle();
    refill();
    const double pixelRatio = plot->bufferDevicePixelRatio();
    plot->setBufferDevicePixelRatio(1);
    plot->toPainter(&painter, size.width(), size.height());
    plot->setBufferDevicePixelRatio(pixelRatio);
    theme = screenTheme;
    timeCursor = cursor;
    restyle();
    refill();
}

}  // namespace collapsar
