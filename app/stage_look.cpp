// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage_look.h"

#include "app/stage_presenter.h"
#include "app/undo_commands.h"
#include "app/window_actions.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/posterior_plot.h"
#include "widgets/stage.h"

#include <QActionGroup>
#include <QJsonArray>
#include <QUndoStack>

#include <algorithm>

namespace collapsar {
namespace {

constexpr double mostSmoothing = 0.999;

QJsonArray jsonOf(const PlotView& view) {
    return {view.x.lower, view.x.upper, view.y.lower, view.y.upper};
}

bool isView(const QJsonValue& value) {
    const QJsonArray numbers = value.toArray();
    return numbers.size() == 4 && std::ranges::all_of(numbers, [](const QJsonValue& n) { return n.isDouble(); }) &&
           numbers[0].toDouble() < numbers[1].toDouble() && numbers[2].toDouble() < numbers[3].toDouble();
}

PlotView viewOf(const QJsonValue& value) {
    const QJsonArray numbers = value.toArray();
    return {{numbers[0].toDouble(), numbers[1].toDouble()}, {numbers[2].toDouble(), numbers[3].toDouble()}};
}

/// A choice that an enumeration can hold.
template <class Enum>
bool isChoice(const QJsonValue& value, Enum last) {
    return value.isDouble() && value.toInt() >= 0 && value.toInt() <= static_cast<int>(last);
}

/// What a step is called that changed this part of the value.
QString stepWords(const QJsonObject& before, const QJsonObject& after) {
    const auto differs = [&](const char* key) {
        return before.value(QLatin1String(key)) != after.value(QLatin1String(key));
    };
    const auto differsIn = [&](const char* key) {
        const QString curves = QStringLiteral("curves");
        return before.value(curves)[QLatin1String(key)] != after.value(curves)[QLatin1String(key)];
    };
    if (differs("axis")) return StageLook::tr("x axis");
    if (differs("smoothing")) return StageLook::tr("smoothing");
    if (differsIn("columns")) return StageLook::tr("what a curve shows");
    if (differsIn("scales") || differsIn("outliers")) return StageLook::tr("vertical axis");
    if (differsIn("views") || differs("planes")) return StageLook::tr("zoom");
    return StageLook::tr("view");
}

}  // namespace

StageLook::StageLook(const LookParts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    m_change.setSingleShot(true);
    m_change.setInterval(0);
    connect(&m_change, &QTimer::timeout, this, &StageLook::commit);
    connectParts();
    m_known = value();
}

void StageLook::connectParts() {
    const auto changed = [this] { m_change.start(); };
    const WindowActions& actions = m_parts.actions;
    const auto takeAxis = [this, changed](CurveAxis axis) {
        chooseAxis(axis);
        changed();
    };
    connect(&m_parts.bar, &ControlBar::xAxisChosen, this, takeAxis);
    connect(actions.axes, &QActionGroup::triggered, this,
            [takeAxis](const QAction* action) { takeAxis(static_cast<CurveAxis>(action->data().toInt())); });
    connect(actions.smoothings, &QActionGroup::triggered, this, [this, changed](const QAction* action) {
        chooseSmoothing(action->data().toDouble());
        changed();
    });
    for (const QAction* action : {actions.trails, actions.staircase, actions.ownAxes})
        connect(action, &QAction::toggled, this, changed);
    connect(&m_parts.curves, &CurvesPanel::lookChanged, this, changed);
    connect(&m_parts.presenter, &StagePresenter::lookChanged, this, changed);
}

void StageLook::chooseAxis(CurveAxis axis) {
    m_axis = axis;
    m_parts.presenter.setXAxis(axis);
    m_parts.bar.setXAxis(axis);
    WindowActions::choose(*m_parts.actions.axes, static_cast<int>(axis));
}

void StageLook::chooseSmoothing(double weight) {
    m_smoothing = weight;
    m_parts.curves.setSmoothing(weight);
    WindowActions::choose(*m_parts.actions.smoothings, weight);
}

QJsonObject StageLook::value() const {
    return {{QStringLiteral("axis"), static_cast<int>(m_axis)},
            {QStringLiteral("smoothing"), m_smoothing},
            {QStringLiteral("trails"), m_parts.actions.trails->isChecked()},
            {QStringLiteral("staircase"), m_parts.actions.staircase->isChecked()},
            {QStringLiteral("own_axes"), m_parts.actions.ownAxes->isChecked()},
            {QStringLiteral("curves"), curves()},
            {QStringLiteral("planes"), planes()}};
}

void StageLook::set(const QJsonObject& value) {
    m_isSetting = true;
    if (isChoice(value[QLatin1String("axis")], CurveAxis::Seconds)) {
        const auto axis = static_cast<CurveAxis>(value[QLatin1String("axis")].toInt());
        if (axis != m_axis) chooseAxis(axis);
    }
    if (value[QLatin1String("smoothing")].isDouble())
        chooseSmoothing(std::clamp(value[QLatin1String("smoothing")].toDouble(), 0.0, mostSmoothing));
    for (const auto& [key, action] :
         {std::pair{"trails", m_parts.actions.trails}, std::pair{"staircase", m_parts.actions.staircase},
          std::pair{"own_axes", m_parts.actions.ownAxes}})
        action->setChecked(value[QLatin1String(key)].toBool(action->isChecked()));
    setCurves(value[QLatin1String("curves")].toObject());
    setPlanes(value[QLatin1String("planes")].toObject());
    m_isSetting = false;
    accept();
}

QJsonObject StageLook::curves() const {
    QJsonArray columns, scales, outliers, views;
    for (const CurvePlot* plot : m_parts.curves.plots()) {
        columns << plot->spec().column;
        scales << QJsonArray{static_cast<int>(plot->scale().kind), plot->scale().threshold};
        outliers << (plot->outliers() == CurveOutliers::Clipped);
        if (!m_parts.curves.isFollowing()) views << jsonOf(plot->view());
    }
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("scales"), scales},
            {QStringLiteral("outliers"), outliers},
            {QStringLiteral("band"), static_cast<int>(m_parts.curves.bandKind())},
            {QStringLiteral("band_members"), m_parts.curves.bandMembers() == BandMembers::Faint},
            {QStringLiteral("views"), views}};
}

/// Views come last: they are in units of the scales, and other data would not leave them.
void StageLook::setCurves(const QJsonObject& value) {
    CurvesPanel& panel = m_parts.curves;
    const QJsonArray columns = value[QLatin1String("columns")].toArray();
    const QJsonArray scales = value[QLatin1String("scales")].toArray();
    const QJsonArray outliers = value[QLatin1String("outliers")].toArray();
    const QJsonArray views = value[QLatin1String("views")].toArray();
    const int places = static_cast<int>(panel.plots().size());
    for (int place = 0; place < places; ++place) {
        CurvePlot* plot = panel.plots()[static_cast<std::size_t>(place)];
        const QString column = columns.at(place).toString();
        if (!column.isEmpty() && column != plot->spec().column) panel.setColumn(place, column);
        const QJsonArray scale = scales.at(place).toArray();
        const double threshold = scale.at(1).toDouble();
        if (isChoice(scale.at(0), ScaleKind::Symlog) && threshold > 0 && threshold < 1e9)
            panel.setScale(place, {static_cast<ScaleKind>(scale.at(0).toInt()), threshold});
        if (outliers.at(place).isBool())
            plot->setOutliers(outliers.at(place).toBool() ? CurveOutliers::Clipped : CurveOutliers::Shown);
    }
    if (isChoice(value[QLatin1String("band")], BandKind::MeanSd))
        panel.setBandKind(static_cast<BandKind>(value[QLatin1String("band")].toInt()));
    if (value[QLatin1String("band_members")].isBool())
        panel.setBandMembers(value[QLatin1String("band_members")].toBool() ? BandMembers::Faint : BandMembers::Hidden);
    const bool isPinned = views.size() == places && std::ranges::all_of(views, isView);
    panel.setFollow(!isPinned);
    for (int place = 0; isPinned && place < places; ++place)
        panel.plots()[static_cast<std::size_t>(place)]->setView(viewOf(views[place]));
}

QJsonObject StageLook::planes() const {
    QJsonObject planes;
    for (int run = 0; run < m_parts.presenter.runCount(); ++run) {
        const RunCard* card = m_parts.stage.card(run);
        if (card && !card->plot()->isFollowing()) planes[QString::number(run)] = jsonOf(card->plot()->view());
    }
    return planes;
}

void StageLook::setPlanes(const QJsonObject& value) {
    for (int run = 0; run < m_parts.presenter.runCount(); ++run) {
        RunCard* card = m_parts.stage.card(run);
        if (!card) continue;
        const QJsonValue view = value[QString::number(run)];
        card->plot()->setFollow(!isView(view));
        if (isView(view)) card->plot()->setView(viewOf(view));
    }
}

void StageLook::accept() {
    m_change.stop();
    m_known = value();
}

void StageLook::commit() {
    m_change.stop();
    const QJsonObject now = value();
    if (m_isSetting || now == m_known) return;
    m_parts.undo.push(new UndoFunctions(
        {stepWords(m_known, now), [this, now] { set(now); }, [this, before = m_known] { set(before); }, 1, {}},
        FirstTime::AlreadyDone));
    m_known = now;
}

}  // namespace collapsar
