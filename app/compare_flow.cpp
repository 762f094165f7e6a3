// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare_flow.h"

#include "app/run_moment.h"
#include "app/session.h"
#include "core/train/preset.h"
#include "widgets/compare_dialog.h"
#include "widgets/fork_dialog.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace collapsar {
namespace {

/// From the newest keyframe before `update`, at the rate the run was trained with.
ReplayCost replayCost(const RunView& view, std::int64_t update) {
    ReplayCost cost;
    for (const Event& event : view.events) {
        if (event.kind == EventKind::Checkpoint && event.at.update <= update)
            cost.keyframe = std::max(cost.keyframe, event.at.update);
    }
    const Measurement* from = view.points.newest(wholeUpdate(cost.keyframe), &Measurement::seconds);
    const Measurement* to = view.points.newest(wholeUpdate(update), &Measurement::seconds);
    cost.seconds = from && to ? to->seconds - from->seconds : std::numeric_limits<double>::quiet_NaN();
    return cost;
}

ForkSource sourceOf(const Session& session, int run, std::int64_t update) {
    const RunView& view = session.runs()[static_cast<std::size_t>(run)];
    ForkSource source;
    source.run = run;
    source.identity = {std::max(0, view.identity), QString::fromStdString(view.plan.name)};
    source.lastUpdate = view.state.at.update;
    source.update = std::min(update, source.lastUpdate);
    source.settingsAt = [&session, run](std::int64_t at) {
        return settingsAt(session.runs()[static_cast<std::size_t>(run)], at);
    };
    source.replayCost = [&session, run](std::int64_t at) {
        return replayCost(session.runs()[static_cast<std::size_t>(run)], at);
    };
    for (const RunView& other : session.runs())
        source.takenNames.append(QString::fromStdString(other.plan.name));
    return source;
}

bool isTaken(const std::vector<CompareEntry>& entries, const QString& name) {
    return std::ranges::any_of(entries, [&](const CompareEntry& entry) { return entry.name == name; });
}

/// The runs of the stage, then those of the presets; a name that is taken already says where the run comes from.
std::vector<CompareEntry> candidatesOf(const Session& session) {
    std::vector<CompareEntry> candidates;
    const auto add = [&](const QString& name, const QString& from, const Settings& settings) {
        candidates.push_back(
            {isTaken(candidates, name) ? name + QStringLiteral(" (") + from + QLatin1Char(')') : name, settings});
    };
    for (const RunView& view : session.runs()) {
        if (!view.isGhost && !view.isDiscarded)
            add(QString::fromStdString(view.plan.name), QString::fromStdString(view.id.substr(0, 8)),
                view.plan.settings);
    }
    for (const Preset& preset : presetsWithData()) {
        for (const PresetRun& run : preset.runs)
            add(QString::fromStdString(run.name), QString::fromStdString(preset.title), run.settings);
    }
    return candidates;
}

}  // namespace

CompareFlow::CompareFlow(Session& session, QWidget* window) : QObject(window), m_session(session), m_window(window) {}

void CompareFlow::compare() {
    CompareSource source;
    source.candidates = candidatesOf(m_session);
    if (source.candidates.empty()) return;
    auto* dialog = new CompareDialog(source, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { perform(dialog->request()); });
    dialog->open();
}

void CompareFlow::perform(const CompareRequest& request) {
    std::vector<RunPlan> plans;
    for (const CompareEntry& entry : request.runs)
        plans.push_back({entry.name.toStdString(), entry.settings, {}});
    if (request.kind == CompareKind::Repeats) {
        const int seeds = static_cast<int>(plans.size());
        plans.resize(1);
        m_session.prepare(std::move(plans));
        const Result<int> repeated = m_session.repeat(0, seeds - 1);
        if (!repeated) Q_EMIT failed(repeated.error());
        m_session.start();  // the further seeds begin by themselves; the first must not stay behind
        return;
    }
    const RaceClock clock = request.clock == CompareClock::WallTime ? RaceClock::WallTime : RaceClock::Updates;
    const Result<void> prepared = m_session.prepareRace(std::move(plans), clock);
    if (!prepared) Q_EMIT failed(prepared.error());
}

bool CompareFlow::canFork(int run) {
    if (run >= 0 && run < static_cast<int>(m_session.runs().size())) return true;
    Q_EMIT failed({ErrorCode::InvalidSettings, tr("There is no run to fork. Start one first.").toStdString()});
    return false;
}

void CompareFlow::open(ForkDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { perform(dialog->choice()); });
    const int stage = m_session.stage();
    connect(&m_session, &Session::runsReplaced, dialog, [this, dialog, stage] {
        if (m_session.stage() != stage) dialog->reject();
    });
    dialog->open();
}

void CompareFlow::fork(int run, std::int64_t update) {
    if (canFork(run)) open(new ForkDialog(ForkMode::Fork, sourceOf(m_session, run, update), m_window));
}

void CompareFlow::whatIf(int run, std::int64_t update) {
    if (canFork(run)) open(new ForkDialog(ForkMode::WhatIf, sourceOf(m_session, run, update), m_window));
}

void CompareFlow::perform(const ForkChoice& choice) {
    ForkPlan plan;
    plan.at = {choice.update, 0};
    plan.changes = choice.changes;
    plan.kind = choice.mode == ForkMode::WhatIf ? ForkKind::Ghost : ForkKind::Branch;
    plan.name = choice.name.toStdString();
    if (choice.mode == ForkMode::WhatIf) plan.updates = choice.updates;
    const Result<int> made = m_session.fork(choice.run, plan);
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    Q_EMIT forked(made.value());
}

void CompareFlow::keepGhosts() {
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        if (view.isGhost && !view.isDiscarded) m_session.keep(run);
    }
}

void CompareFlow::discardGhosts() {
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        if (view.isGhost && !view.isDiscarded) m_session.discard(run);
    }
}

}  // namespace collapsar
