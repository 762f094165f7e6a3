// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/small_plot.h"

#include "widgets/flat_choice.h"
#include "widgets/plot_overlay.h"
#include "widgets/small_chart_painter.h"

#include <qcustomplot.h>

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {
namespace {

constexpr int easeMilliseconds = 200;
constexpr int figureHeader = 22;
constexpr int figureNote = 13;
constexpr int emptyHeight = 11;
constexpr int headerHeight = 18;  // with and without a choice
constexpr int figureLine = 9;

double between(double from, double to, double share) {
    return from + (to - from) * share;
}

PlotRange between(const PlotRange& from, const PlotRange& to, double share) {
    return {between(from.lower, to.lower, share), between(from.upper, to.upper, share)};
}

QString chip(const PlotTheme& theme, int colour) {
    if (colour < 0) return {};
    return QStringLiteral("<span style='color:%1'>\u25a0</span>&nbsp;").arg(runColour(theme, colour).name());
}

/// Paragraphs, so that the tooltip wraps.
QString paragraphs(const QString& text) {
    QString html;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        html += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
    return html;
}

}  // namespace

SmallPlot::SmallPlot(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_choice(new FlatChoice(this)),
      m_unit(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_canvas(new QWidget(this)),
      m_readout(new PlotReadout(this)) {
    buildHeader();
    m_canvas->setMouseTracking(true);
    m_canvas->installEventFilter(this);
    m_easing.setDuration(easeMilliseconds);
    m_easing.setStartValue(0.0);
    m_easing.setEndValue(1.0);
    m_easing.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_easing, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const double share = value.toDouble();
        m_shown = {between(m_from.x, m_target.x, share), between(m_from.y, m_target.y, share)};
        m_canvas->update();
    });
    setTheme(lightTheme());
}

void SmallPlot::buildHeader() {
    m_unit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_choice->hide();
    m_title->setMinimumHeight(headerHeight);
    m_notes->setTextFormat(Qt::RichText);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(8, 0, 8, 0);
    m_notes->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notes->hide();
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 6, 8, 0);
    header->setSpacing(6);
    header->addWidget(m_title);
    header->addWidget(m_choice);
    header->addWidget(m_unit, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 3);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_notes);
    layout->addWidget(m_canvas, 1);
}

void SmallPlot::setChart(SmallChart chart, ChartRange range) {
    m_chart = std::move(chart);
    refreshWords();
    if (!m_chart.isEmpty()) {
        const bool isFresh = range == ChartRange::Fresh || !m_hasTarget;
        m_target = isFresh ? m_chart.range : grown(m_target, m_chart.range, m_chart.top);
        if (!m_hasTarget) m_shown = m_target;
        m_hasTarget = true;
        ease();
    }
    m_canvas->update();
}

void SmallPlot::fit() {
    if (m_chart.isEmpty()) return;
    m_target = m_chart.range;
    ease();
}

void SmallPlot::ease() {
    m_easing.stop();
    m_from = m_shown;
    if (!isVisible()) m_shown = m_target;
    if (!(m_shown == m_target)) m_easing.start();
}

void SmallPlot::setTheme(const PlotTheme& theme) {
    m_theme = theme;
    m_readout->setTheme(theme);
    m_choice->setColour(theme.accent);
    m_title->setStyleSheet(QStringLiteral("font-weight: bold; font-size: 12px; color: %1").arg(theme.text.name()));
    m_unit->setStyleSheet(QStringLiteral("font-size: 10px; color: %1").arg(theme.secondary.name()));
    m_notes->setStyleSheet(QStringLiteral("font-size: 10px; color: %1").arg(theme.secondary.name()));
    refreshWords();
    m_canvas->update();
}

void SmallPlot::refreshWords() {
    const bool isShort = !m_choice->isHidden() && !m_chart.shortTitle.isEmpty();
    m_title->setText(isShort ? m_chart.shortTitle : m_chart.title);
    const QString estimator = paragraphs(m_chart.estimator);
    for (QLabel* label : {m_title, m_notes})
        label->setToolTip(estimator);
    m_unit->setToolTip(QStringLiteral("<p>%1</p>").arg(m_chart.unit.toHtmlEscaped()) + estimator);
    QStringList lines;
    for (const ChartNote& note : m_chart.notes)
        lines.append(chip(m_theme, note.colour) + note.text.toHtmlEscaped());
    m_notes->setText(lines.join(QStringLiteral("<br>")));
    m_notes->setVisible(!lines.isEmpty());
    setAccessibleName(m_chart.title);
    m_canvas->setAccessibleName(m_chart.title);
    m_canvas->setAccessibleDescription(m_chart.isEmpty() ? m_chart.empty : m_chart.summary);
    refreshHeader();
}

void SmallPlot::refreshHeader() {
    m_unit->setText(m_unit->fontMetrics().elidedText(m_chart.unit, Qt::ElideRight, std::max(0, m_unit->width())));
}

void SmallPlot::draw() {
    QPainter painter(m_canvas);
    if (m_chart.isEmpty()) {
        painter.setFont(figureFont(emptyHeight));
        painter.setPen(m_theme.secondary);
        painter.drawText(m_canvas->rect().adjusted(16, 4, -16, -12), Qt::AlignCenter | Qt::TextWordWrap, m_chart.empty);
        return;
    }
    const QRectF area = chartArea(m_canvas->rect(), ChartRoom::Screen);
    if (area.width() < 20 || area.height() < 20) return;
    drawSmallChart(painter, area, m_chart, fittedTo(m_shown, area.size(), m_chart.scales), m_theme, ChartRoom::Screen);
}

ChartReadout SmallPlot::readoutAt(const QPointF& position) const {
    const QRectF area = chartArea(m_canvas->rect(), ChartRoom::Screen);
    if (m_chart.isEmpty() || !m_chart.readout || !area.contains(position)) return {};
    const PlotView view = fittedTo(m_shown, area.size(), m_chart.scales);
    const QSizeF pixel((view.x.upper - view.x.lower) / area.width(), (view.y.upper - view.y.lower) / area.height());
    return m_chart.readout({view.x.lower + (position.x() - area.left()) * pixel.width(),
                            view.y.upper - (position.y() - area.top()) * pixel.height()},
                           pixel);
}

QString SmallPlot::html(const ChartReadout& readout) const {
    QString rows;
    for (const ChartReadout::Row& row : readout.rows)
        rows += QStringLiteral("<tr><td>%1%2&nbsp;&nbsp;</td><td align='right'><b>%3</b></td></tr>")
                    .arg(chip(m_theme, row.colour), row.name.toHtmlEscaped(), row.value.toHtmlEscaped());
    const QString note = readout.note.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<div>%1</div><table cellspacing='0'>%2</table><div>%3</div>")
        .arg(readout.heading.toHtmlEscaped(), rows, note);
}

void SmallPlot::hover(const QPointF& position) {
    const ChartReadout readout = readoutAt(position);
    if (readout.isEmpty()) return m_readout->hide();
    m_readout->showAt(m_canvas->pos() + position.toPoint(), html(readout));
}

bool SmallPlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_canvas) return QWidget::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::Paint:
            draw();
            return true;
        case QEvent::MouseMove:
            hover(static_cast<QMouseEvent*>(event)->position());
            break;
        case QEvent::Leave:
            m_readout->hide();
            break;
        case QEvent::Resize:
            refreshHeader();
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void SmallPlot::contextMenuEvent(QContextMenuEvent* event) {
    if (m_chart.isEmpty()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Fit to data")), &QAction::triggered, this, &SmallPlot::fit);
    connect(menu->addAction(tr("Export this plot...")), &QAction::triggered, this, &SmallPlot::exportRequested);
    menu->popup(event->globalPos());
}

void SmallPlot::mouseDoubleClickEvent(QMouseEvent*) {
    fit();
}

std::vector<RunIdentity> SmallPlot::figureRuns() const {
    std::vector<RunIdentity> runs;
    for (const ChartSeries& series : m_chart.series)
        if (std::ranges::find(runs, series.identity) == runs.end()) runs.push_back(series.identity);
    return runs;
}

void SmallPlot::paintFigure(QCPPainter& painter, const QSize& size) {
    const PlotTheme& print = lightTheme();
    painter.save();
    const QRectF header(4, 0, size.width() - 18, figureHeader);
    painter.setFont(figureFont(11, QFont::Bold));
    painter.setPen(print.text);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, m_chart.title);
    painter.setFont(figureFont(figureLine));
    painter.setPen(print.secondary);
    painter.drawText(header, Qt::AlignRight | Qt::AlignVCenter, m_chart.unit);
    QRectF line(4, figureHeader, size.width() - 18, figureNote);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_chart.moment);
    line.translate(0, figureNote);
    for (const ChartNote& note : m_chart.notes) {
        painter.setPen(note.colour >= 0 ? runColour(print, note.colour) : print.secondary);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, note.text);
        line.translate(0, figureNote);
    }
    const QRectF area = chartArea(QRectF(0, line.top(), size.width(), size.height() - line.top()), ChartRoom::Print);
    if (m_chart.isEmpty())
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_chart.empty);
    else
        drawSmallChart(painter, area, m_chart, fittedTo(m_chart.range, area.size(), m_chart.scales), print,
                       ChartRoom::Print);
    painter.restore();
}

}  // namespace collapsar
