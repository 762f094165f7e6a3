// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curves_panel.h"

#include "widgets/curve_places.h"
#include "widgets/curves_state.h"

#include <QFrame>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <cmath>

namespace collapsar {
namespace {

constexpr const char* firstColumns[] = {"elbo", "kl", "mi_batch", "active_units"};
constexpr int narrow = 640;  // pixels: below, two rows of two
constexpr int gap = 8;

}  // namespace

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
    }
    m_state->groups = new CurveGroups(
        m_state->plots,
        [this](int run) {
            const auto found = m_state->runs.find(run);
            return found == m_state->runs.end() ? nullptr : &found->second.points;
        },
        this);
    for (int place = 0; place < static_cast<int>(std::size(firstColumns)); ++place)
        setColumn(place, QLatin1String(firstColumns[place]));
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
    connect(plot, &CurvePlot::movedByUser, this, &CurvesPanel::lookChanged);
    connect(plot, &CurvePlot::xGrown, this,
            [others](double upper) { others([upper](CurvePlot& other) { other.growX(upper); }); });
    connect(plot, &CurvePlot::cursorMoved, this, [this, others](double x) {
        others([x](CurvePlot& other) { other.setCursor(x); });
        emit cursorMoved(x);
    });
    connect(plot, &CurvePlot::runHovered, this, [this](int run) {
        setHighlighted(run);
        emit runHovered(run);
    });
    connect(plot, &CurvePlot::cursorChosen, this, [this](double x) {
        for (const auto& [run, series] : m_state->runs) {
            const double update = updateAt(x, series.points, m_state->axis);
            if (std::isfinite(update)) return emit cursorChosen(update);
        }
    });
    plot->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(plot, &QWidget::customContextMenuRequested, this,
            [this, place, plot](const QPoint& position) { showMenu(place, plot->mapToGlobal(position)); });
}

void CurvesPanel::addRun(int run, const RunIdentity& identity, CurveStyle style, const CurveFork& fork) {
    m_state->runs[run].fork = fork;
    for (CurvePlot* plot : m_state->plots)
        plot->addRun(run, identity, style);
    layForks();
}

/// A fork's own measurements begin after it; before that its parent's tell the place.
double CurvesPanel::placeIn(int run, double update) const {
    for (auto found = m_state->runs.find(run); found != m_state->runs.end();) {
        const RunSeries& series = found->second;
        const auto parent = m_state->runs.find(series.fork.parent);
        if (parent == m_state->runs.end() || update > series.fork.x || series.fork.parent >= found->first)
            return placeOf(update, series.points, m_state->axis);
        found = parent;
    }
    return notMeasured;
}

void CurvesPanel::layForks() {
    for (const auto& [run, series] : m_state->runs) {
        if (series.fork.parent < 0) continue;
        const double x = placeIn(run, series.fork.x);
        for (CurvePlot* plot : m_state->plots)
            plot->setFork(run, {series.fork.parent, x});
    }
}

void CurvesPanel::setShown(int run, bool shown) {
    for (CurvePlot* plot : m_state->plots)
        plot->setShown(run, shown);
}

void CurvesPanel::removeRun(int run) {
    m_state->runs.erase(run);
    for (CurvePlot* plot : m_state->plots)
        plot->removeRun(run);
    m_state->groups->refill(m_state->axis);
}

void CurvesPanel::clearRun(int run) {
    const auto found = m_state->runs.find(run);
    if (found == m_state->runs.end()) return;
    found->second = {{}, {}, found->second.fork};
    for (CurvePlot* plot : m_state->plots) {
        plot->clearMarks(run);
        plot->clearRun(run);
    }
    m_state->groups->refill(m_state->axis);
}

void CurvesPanel::appendPoints(int run, std::span<const Measurement> points) {
    const auto found = m_state->runs.find(run);
    if (found == m_state->runs.end()) return;
    found->second.points.append(points);
    for (CurvePlot* plot : m_state->plots)
        plot->appendPoints(run, points);
    m_state->groups->append(run, points);
    const bool hasOpenMark = m_state->axis != CurveAxis::Update && !points.empty() && !found->second.marks.empty() &&
                             found->second.marks.back().update >= static_cast<double>(points.front().at.update);
    if (hasOpenMark) layMarks(run);
}

void CurvesPanel::addMark(int run, double update, const QString& text) {
    const auto found = m_state->runs.find(run);
    if (found == m_state->runs.end()) return;
    found->second.marks.push_back({update, text});
    const double x = placeIn(run, update);
    if (std::isnan(x)) return;
    for (CurvePlot* plot : m_state->plots)
        plot->addMark(run, x, text);
}

void CurvesPanel::layMarks(int run) {
    const RunSeries& series = m_state->runs[run];
    for (CurvePlot* plot : m_state->plots)
        plot->clearMarks(run);
    for (const UpdateMark& mark : series.marks) {
        const double x = placeIn(run, mark.update);
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
    layForks();
    for (std::size_t place = 0; place < m_state->plots.size(); ++place)
        refill(static_cast<int>(place));
    for (const auto& [run, series] : m_state->runs)
        layMarks(run);
    m_state->groups->refill(axis);
    m_state->groups->update();
    layTimeCursor();
}

void CurvesPanel::setGroup(int group, const RunIdentity& identity, const std::vector<int>& members) {
    m_state->groups->setGroup(group, identity, members);
}

void CurvesPanel::removeGroup(int group) {
    m_state->groups->removeGroup(group);
}

void CurvesPanel::setBandKind(BandKind kind) {
    if (kind == m_state->groups->kind()) return;
    m_state->groups->setKind(kind);
    emit lookChanged();
}

BandKind CurvesPanel::bandKind() const {
    return m_state->groups->kind();
}

BandMembers CurvesPanel::bandMembers() const {
    return m_state->bandMembers;
}

void CurvesPanel::setBandMembers(BandMembers members) {
    m_state->bandMembers = members;
    for (CurvePlot* plot : m_state->plots)
        plot->setBandMembers(members);
    emit lookChanged();
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
    m_state->groups->refill(m_state->axis);
    emit columnChanged(place, column);
    emit lookChanged();
}

void CurvesPanel::setScale(int place, const AxisScale& scale) {
    if (place < 0 || place >= static_cast<int>(m_state->plots.size())) return;
    CurvePlot* plot = m_state->plots[static_cast<std::size_t>(place)];
    if (plot->scale() == scale) return;
    plot->setScale(scale);
    emit scaleChanged(place, scale);
    emit lookChanged();
}

void CurvesPanel::setFollow(bool follow) {
    const bool wasFollowing = m_state->isFollowing;
    m_state->isSpreading = true;
    for (CurvePlot* plot : m_state->plots)
        plot->setFollow(follow);
    m_state->isSpreading = false;
    m_state->isFollowing = follow;
    if (wasFollowing == follow) return;
    emit followChanged(follow);
    emit lookChanged();
}

bool CurvesPanel::isFollowing() const {
    return m_state->isFollowing;
}

void CurvesPanel::fit() {
    for (CurvePlot* plot : m_state->plots)
        plot->fit();
    emit lookChanged();
}

void CurvesPanel::setCursor(double x) {
    for (CurvePlot* plot : m_state->plots)
        plot->setCursor(x);
}

void CurvesPanel::setTimeCursor(double update) {
    m_state->timeCursor = update;
    layTimeCursor();
}

/// On the axis of the first run that can tell.
void CurvesPanel::layTimeCursor() {
    double x = m_state->axis == CurveAxis::Update ? m_state->timeCursor : notMeasured;
    if (std::isfinite(m_state->timeCursor) && std::isnan(x)) {
        for (const auto& [run, series] : m_state->runs)
            if (std::isnan(x)) x = placeIn(run, m_state->timeCursor);
    }
    for (CurvePlot* plot : m_state->plots)
        plot->setTimeCursor(x);
}

void CurvesPanel::setHighlighted(int run) {
    for (CurvePlot* plot : m_state->plots)
        plot->setHighlighted(run);
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

}  // namespace collapsar
