// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/measures_panel.h"

#include "widgets/chart_moment.h"
#include "widgets/collapse_steps.h"
#include "widgets/display_text.h"
#include "widgets/flat_choice.h"
#include "widgets/latent_dimensions.h"
#include "widgets/pooled_places.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int gap = 8;

bool isMeasured(const MeasuredRun& run) {
    return run.details != nullptr;
}

QString chip(const PlotTheme& theme, int index) {
    return QStringLiteral("<span style='color:%1'>\u25a0</span>&nbsp;").arg(runColour(theme, index).name());
}

}  // namespace

MeasuresPanel::MeasuresPanel(QWidget* parent) : QWidget(parent), m_status(new QLabel(this)) {
    m_status->setTextFormat(Qt::RichText);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_status->setMinimumHeight(18);
    m_status->setContentsMargins(2, 0, 2, 0);
    auto* cards = new QWidget;
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    for (SmallPlot*& plot : m_plots) {
        auto* card = new QFrame(cards);
        card->setProperty("class", "card");
        plot = new SmallPlot(card);
        auto* inside = new QVBoxLayout(card);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->addWidget(plot);
        row->addWidget(card, 1);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(cards);
    scroll->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    scroll->setMinimumHeight(cards->minimumSizeHint().height());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_status);
    layout->addWidget(scroll, 1);
    setAccessibleName(tr("Measures"));
    buildPlots();
    clear();
}

void MeasuresPanel::buildPlots() {
    for (SmallPlot* plot : m_plots)
        connect(plot, &SmallPlot::exportRequested, this, [this, plot] { emit exportRequested(plot); });
    FlatChoice& runs = plot(Place::Latents).choice();
    runs.setAccessibleName(tr("Run whose latent dimensions are shown"));
    connect(&runs, &FlatChoice::currentIndexChanged, this, [this, &runs](int index) {
        m_chosenRun = runs.itemData(index).toInt();
        refreshLatents(ChartRange::Fresh);
    });
    FlatChoice& views = plot(Place::Positions).choice();
    views.setAccessibleName(tr("What is shown by position"));
    connect(&views, &FlatChoice::currentIndexChanged, this, [this, &views](int index) {
        m_positionView = static_cast<PositionView>(views.itemData(index).toInt());
        refreshPositions(ChartRange::Fresh);
    });
}

void MeasuresPanel::clear() {
    m_paths.clear();
    m_runs.clear();
    m_chosenRun = -1;
    m_askedRun.clear();
    plot(Place::RateDistortion).setChart(rateDistortionChart({}), ChartRange::Fresh);
    refreshMeasured(ChartRange::Fresh);
}

void MeasuresPanel::setPaths(std::vector<RatePath> paths) {
    if (paths == m_paths) return;
    const bool isSame = std::ranges::equal(paths, m_paths, {}, &RatePath::identity, &RatePath::identity);
    m_paths = std::move(paths);
    plot(Place::RateDistortion)
        .setChart(rateDistortionChart(m_paths), isSame ? ChartRange::Outward : ChartRange::Fresh);
}

void MeasuresPanel::setMeasured(std::vector<MeasuredRun> runs) {
    if (runs == m_runs) return;
    const bool isSame = std::ranges::equal(runs, m_runs, {}, &MeasuredRun::run, &MeasuredRun::run);
    m_runs = std::move(runs);
    refreshMeasured(isSame ? ChartRange::Outward : ChartRange::Fresh);
}

void MeasuresPanel::setCurrentRun(int run) {
    if (m_currentRun == run) return;
    m_currentRun = run;
    m_chosenRun = -1;
    offerRuns();
    refreshLatents(ChartRange::Outward);
}

void MeasuresPanel::setProgress(const QString& name, double fraction) {
    m_askedRun = name;
    m_progress = fraction;
    refreshStatus();
    if (std::ranges::none_of(m_runs, isMeasured)) refreshMeasured(ChartRange::Outward);
}

void MeasuresPanel::setTheme(const PlotTheme& theme) {
    m_theme = theme;
    for (SmallPlot* plot : m_plots)
        plot->setTheme(theme);
    m_status->setStyleSheet(QStringLiteral("font-size: 11px; color: %1").arg(theme.secondary.name()));
    refreshStatus();
    offerRuns();
}

QString MeasuresPanel::moment() const {
    std::vector<std::pair<QString, std::int64_t>> runs;
    for (const MeasuredRun& run : m_runs)
        if (run.details) runs.emplace_back(run.identity.name, run.details->at.update);
    return momentText(runs);
}

/// What stands in every chart while nothing is measured.
QString MeasuresPanel::waiting() const {
    if (m_runs.empty()) return tr("Show a run on the stage to measure it.");
    if (!m_askedRun.isEmpty()) return tr("Measuring\u2026");
    for (const MeasuredRun& run : m_runs)
        if (!run.problem.isEmpty()) return run.problem;
    return tr("Press Start: this is measured on the newest checkpoint.");
}

void MeasuresPanel::put(Place place, SmallChart chart, ChartRange range) {
    if (std::ranges::none_of(m_runs, isMeasured)) chart.empty = waiting();
    chart.moment = moment();
    plot(place).setChart(std::move(chart), range);
}

void MeasuresPanel::refreshMeasured(ChartRange range) {
    offerRuns();
    offerViews();
    put(Place::Collapse, collapseChart(m_runs), range);
    put(Place::Pooling, pooledPlacesChart(m_runs), range);
    refreshLatents(range);
    refreshPositions(range);
    refreshStatus();
}

/// The one chosen by the user, else the current one, else the first with a latent.
int MeasuresPanel::latentRun() const {
    const auto find = [this](int number) {
        return std::ranges::any_of(m_runs,
                                   [&](const MeasuredRun& run) { return run.run == number && run.hasLatent(); });
    };
    if (find(m_chosenRun)) return m_chosenRun;
    if (find(m_currentRun)) return m_currentRun;
    const auto first = std::ranges::find_if(m_runs, &MeasuredRun::hasLatent);
    if (first != m_runs.end()) return first->run;
    const auto any = std::ranges::find_if(m_runs, isMeasured);
    return any == m_runs.end() ? -1 : any->run;
}

void MeasuresPanel::refreshLatents(ChartRange range) {
    const int number = latentRun();
    const auto run = std::ranges::find(m_runs, number, &MeasuredRun::run);
    SmallChart chart = latentDimensionsChart(run == m_runs.end() ? MeasuredRun{} : *run);
    put(Place::Latents, std::move(chart), number == m_shownLatent ? range : ChartRange::Fresh);
    m_shownLatent = number;
}

void MeasuresPanel::refreshPositions(ChartRange range) {
    const bool canCompare = plot(Place::Positions).choice().count() > 1;
    const PositionView view = canCompare ? m_positionView : PositionView::Nll;
    put(Place::Positions, positionChart(m_runs, view), view == m_shownPositions ? range : ChartRange::Fresh);
    m_shownPositions = view;
}

void MeasuresPanel::offerRuns() {
    FlatChoice& choice = plot(Place::Latents).choice();
    const QSignalBlocker blocker(choice);
    choice.clear();
    for (const MeasuredRun& run : m_runs)
        if (run.hasLatent()) choice.addItem(QIcon(runChip(m_theme, run.identity.index)), run.identity.name, run.run);
    choice.setCurrentIndex(choice.findData(latentRun()));
    choice.setToolTip(choice.currentText());
    choice.setVisible(choice.count() > 1);
    choice.updateGeometry();
}

void MeasuresPanel::offerViews() {
    FlatChoice& choice = plot(Place::Positions).choice();
    const QSignalBlocker blocker(choice);
    choice.clear();
    if (languageModelOf(m_runs) && std::ranges::any_of(m_runs, &MeasuredRun::hasLatent)) {
        choice.addItem(tr("Gain"), static_cast<int>(PositionView::Gain));
        choice.addItem(tr("NLL"), static_cast<int>(PositionView::Nll));
    }
    choice.setCurrentIndex(choice.findData(static_cast<int>(m_positionView)));
    choice.setVisible(choice.count() > 1);
}

QString MeasuresPanel::statusHtml() const {
    QStringList parts;
    std::int64_t sentences = 0;
    for (const MeasuredRun& run : m_runs) {
        QString words = chip(m_theme, run.identity.index) + run.identity.name.toHtmlEscaped() + QLatin1Char(' ');
        if (run.details) {
            words += tr("update %1").arg(countText(run.details->at.update));
            sentences = std::max(sentences, run.details->sentences);
        }
        const QString& warning = run.details ? QString::fromStdString(run.details->warning) : QString();
        if (!run.problem.isEmpty()) words += QStringLiteral(" (%1)").arg(run.problem.toHtmlEscaped());
        if (!warning.isEmpty()) words += QStringLiteral(" (%1)").arg(warning.toHtmlEscaped());
        if (run.details || !run.problem.isEmpty()) parts.append(words);
    }
    if (sentences > 0) parts.append(tr("%1 validation sentences").arg(countText(sentences)));
    if (!m_askedRun.isEmpty())
        parts.prepend(QStringLiteral("<b>%1</b>")
                          .arg(tr("measuring %1: %2 %")
                                   .arg(m_askedRun.toHtmlEscaped(), QLocale().toString(std::floor(100 * m_progress)))));
    return parts.isEmpty() ? waiting().toHtmlEscaped() : parts.join(QStringLiteral(" &nbsp;\u00b7&nbsp; "));
}

void MeasuresPanel::refreshStatus() {
    m_status->setText(statusHtml());
    const QString help =
        tr("Rate and distortion come from scheduled evaluations. Everything else is measured on "
           "request, with the weights of each run's newest checkpoint at or before the time cursor.");
    m_status->setToolTip(QStringLiteral("<p>%1</p><p>%2</p>").arg(help, statusHtml()));
}

QString MeasuresPanel::status() const {
    return m_status->text();
}

void MeasuresPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refreshStatus();
}

}  // namespace collapsar
