// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curves_panel.h"

#include "core/report/measurement_history.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <map>

namespace collapsar {
namespace {

constexpr const char* firstColumns[] = {"elbo", "kl", "mi_batch", "active_units"};
constexpr int narrow = 640;  // pixels: below, two rows of two
constexpr int gap = 8;

struct Mark {
    double update = 0;
    QString text;
};

struct RunSeries {
    MeasurementHistory points;
    std::vector<Mark> marks;
};

/// Where an outer update lies on another axis, between the measurements around it; NaN without any.
double placeOf(double update, const MeasurementHistory& points, CurveAxis axis) {
    if (axis == CurveAxis::Update) return update;
    const Measurement* before = nullptr;
    const Measurement* after = nullptr;
    for (const auto& piece : points.pieces()) {
        for (const Measurement& point : piece) {
            const double at = static_cast<double>(point.at.update);
            if (at <= update && (!before || at >= static_cast<double>(before->at.update))) before = &point;
            if (at >= update && (!after || at < static_cast<double>(after->at.update))) after = &point;
        }
    }
    if (!before && !after) return notMeasured;
    if (!before || !after) return axisValue(before ? *before : *after, axis);
    const double span = static_cast<double>(after->at.update - before->at.update);
    const double share = span > 0 ? (update - static_cast<double>(before->at.update)) / span : 0;
    return axisValue(*before, axis) + share * (axisValue(*after, axis) - axisValue(*before, axis));
}

}  // namespace

struct CurvesPanel::State {
    std::vector<CurvePlot*> plots;
    std::vector<QFrame*> cards;
    QGridLayout* grid = nullptr;
    std::map<int, RunSeries> runs;
    CurveAxis axis = CurveAxis::Update;
    int latent = 1;
    int columns = 0;
    bool isFollowing = true;
    bool isSpreading = false;  ///< a gesture on one plot is being passed to the others
};

CurvesPanel::CurvesPanel(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    m_state->grid = new QGridLayout(this);
    m_state->grid->setContentsMargins(0, 0, 0, 0);
    m_state->grid->setSpacing(gap);
    for (int place = 0; place < static_cast<int>(std::size(firstColumns)); ++place) {
        auto* card = new QFrame(this);
        card->setProperty("class", "card");
        auto* plot = new CurvePlot(card);
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(plot);
        m_state->cards.push_back(card);
        m_state->plots.push_back(plot);
        connectPlot(place);
        setColumn(place, QLatin1String(firstColumns[place]));
    }
    arrange();
}

CurvesPanel::~CurvesPanel() = default;

void CurvesPanel::connectPlot(int place) {
    CurvePlot* plot = m_state->plots[static_cast<std::size_t>(place)];
    const auto others = [this, plot](auto&& act) {
        for (CurvePlot* other : m_state->plots)
            if (other != plot) act(*other);
    };
    connect(plot, &CurvePlot::followChanged, this, [this](bool following) {
        if (!m_state->isSpreading) setFollow(following);
    });
    connect(plot, &CurvePlot::xRangeChanged, this, [this, others](double lower, double upper) {
        const bool isFit = isFollowing();
        others([&](CurvePlot& other) { isFit ? other.fit() : other.setXRange(lower, upper); });
    });
    connect(plot, &CurvePlot::xGrown, this,
            [others](double upper) { others([upper](CurvePlot& other) { other.growX(upper); }); });
    connect(plot, &CurvePlot::cursorMoved, this, [this, others](double x) {
        others([x](CurvePlot& other) { other.setCursor(x); });
        emit cursorMoved(x);
    });
    plot->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(plot, &QWidget::customContextMenuRequested, this,
            [this, place, plot](const QPoint& position) { showMenu(place, plot->mapToGlobal(position)); });
}

void CurvesPanel::addRun(int run, const RunIdentity& identity) {
    m_state->runs[run];
    for (CurvePlot* plot : m_state->plots)
        plot->addRun(run, identity);
}

void CurvesPanel::removeRun(int run) {
    m_state->runs.erase(run);
    for (CurvePlot* plot : m_state->plots)
        plot->removeRun(run);
}

void CurvesPanel::clearRun(int run) {
    const auto found = m_state->runs.find(run);
    if (found == m_state->runs.end()) return;
    found->second = {};
    for (CurvePlot* plot : m_state->plots) {
        plot->clearMarks(run);
        plot->clearRun(run);
    }
}

void CurvesPanel::appendPoints(int run, std::span<const Measurement> points) {
    const auto found = m_state->runs.find(run);
    if (found == m_state->runs.end()) return;
    found->second.points.append(points);
    for (CurvePlot* plot : m_state->plots)
        plot->appendPoints(run, points);
    const bool hasOpenMark = m_state->axis != CurveAxis::Update && !points.empty() && !found->second.marks.empty() &&
                             found->second.marks.back().update >= static_cast<double>(points.front().at.update);
    if (hasOpenMark) layMarks(run);
}

void CurvesPanel::addMark(int run, double update, const QString& text) {
    const auto found = m_state->runs.find(run);
    if (found == m_state->runs.end()) return;
    found->second.marks.push_back({update, text});
    const double x = placeOf(update, found->second.points, m_state->axis);
    if (std::isnan(x)) return;
    for (CurvePlot* plot : m_state->plots)
        plot->addMark(run, x, text);
}

void CurvesPanel::layMarks(int run) {
    const RunSeries& series = m_state->runs[run];
    for (CurvePlot* plot : m_state->plots)
        plot->clearMarks(run);
    for (const Mark& mark : series.marks) {
        const double x = placeOf(mark.update, series.points, m_state->axis);
        if (std::isnan(x)) continue;
        for (CurvePlot* plot : m_state->plots)
            plot->addMark(run, x, mark.text);
    }
}

void CurvesPanel::setTheme(const PlotTheme& theme) {
    for (CurvePlot* plot : m_state->plots)
        plot->setTheme(theme);
}

void CurvesPanel::setXAxis(CurveAxis axis) {
    if (m_state->axis == axis) return;
    m_state->axis = axis;
    for (CurvePlot* plot : m_state->plots)
        plot->setXAxis(axis);
    for (std::size_t place = 0; place < m_state->plots.size(); ++place)
        refill(static_cast<int>(place));
    for (const auto& [run, series] : m_state->runs)
        layMarks(run);
}

void CurvesPanel::refill(int place) {
    CurvePlot* plot = m_state->plots[static_cast<std::size_t>(place)];
    for (const auto& [run, series] : m_state->runs)
        for (const auto& piece : series.points.pieces())
            plot->appendPoints(run, piece);
}

void CurvesPanel::setSmoothing(double weight) {
    for (CurvePlot* plot : m_state->plots)
        plot->setSmoothing(weight);
}

void CurvesPanel::setLatent(int latent) {
    m_state->latent = latent;
    for (CurvePlot* plot : m_state->plots)
        if (plot->spec().values == CurveValues::Integer) plot->setUnit(tr("of %1").arg(QLocale().toString(latent)));
}

void CurvesPanel::setColumn(int place, const QString& column) {
    CurveSpec spec = curveSpec(column);
    if (spec.title.isEmpty() || place < 0 || place >= static_cast<int>(m_state->plots.size())) return;
    if (spec.values == CurveValues::Integer) spec.unit = tr("of %1").arg(QLocale().toString(m_state->latent));
    m_state->plots[static_cast<std::size_t>(place)]->setSpec(spec);
    refill(place);
    emit columnChanged(place, column);
}

void CurvesPanel::setFollow(bool follow) {
    const bool wasFollowing = m_state->isFollowing;
    m_state->isSpreading = true;
    for (CurvePlot* plot : m_state->plots)
        plot->setFollow(follow);
    m_state->isSpreading = false;
    m_state->isFollowing = follow;
    if (wasFollowing != follow) emit followChanged(follow);
}

bool CurvesPanel::isFollowing() const {
    return m_state->isFollowing;
}

void CurvesPanel::fit() {
    for (CurvePlot* plot : m_state->plots)
        plot->fit();
}

void CurvesPanel::setCursor(double x) {
    for (CurvePlot* plot : m_state->plots)
        plot->setCursor(x);
}

const std::vector<CurvePlot*>& CurvesPanel::plots() const {
    return m_state->plots;
}

void CurvesPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CurvesPanel::arrange() {
    const int columns = width() > 0 && width() < narrow ? 2 : 4;
    if (columns == m_state->columns) return;
    m_state->columns = columns;
    for (int place = 0; place < static_cast<int>(m_state->cards.size()); ++place)
        m_state->grid->addWidget(m_state->cards[static_cast<std::size_t>(place)], place / columns, place % columns);
    for (int column = 0; column < 4; ++column)
        m_state->grid->setColumnStretch(column, column < columns ? 1 : 0);
}

QMenu* CurvesPanel::makeMenu(int place) {
    CurvePlot* plot = m_state->plots[static_cast<std::size_t>(place)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu* quantities = menu->addMenu(tr("Show"));
    for (const MeasurementColumn& column : measurementColumns()) {
        const QString name = QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
        const CurveSpec spec = curveSpec(name);
        QAction* action = quantities->addAction(tr("%1 (%2)").arg(spec.title, spec.unit));
        action->setCheckable(true);
        action->setChecked(plot->spec().column == name);
        action->setToolTip(spec.estimator);
        connect(action, &QAction::triggered, this, [this, place, name] { setColumn(place, name); });
    }
    quantities->setToolTipsVisible(true);
    menu->addSeparator();
    connect(menu->addAction(tr("Fit to data")), &QAction::triggered, this, &CurvesPanel::fit);
    QAction* follow = menu->addAction(tr("Follow new data"));
    follow->setCheckable(true);
    follow->setChecked(isFollowing());
    connect(follow, &QAction::triggered, this, &CurvesPanel::setFollow);
    menu->addSeparator();
    connect(menu->addAction(tr("Export this plot...")), &QAction::triggered, this,
            [this, plot] { emit exportRequested(plot); });
    return menu;
}

void CurvesPanel::showMenu(int place, const QPoint& globalPosition) {
    makeMenu(place)->popup(globalPosition);
}

}  // namespace collapsar
