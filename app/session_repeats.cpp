// SPDX-License-Identifier: GPL-3.0-or-later
/// The same strategy over several seeds, as many at once as there are cores.
#include "app/session.h"
#include "app/session_trainer.h"
#include "core/report/run_differences.h"
#include "core/report/run_summary.h"

#include <QThread>

#include <algorithm>
#include <set>

namespace collapsar {
namespace {

/// All switches made, then those that are still planned.
std::vector<Intervention> scheduleOf(const RunView& view) {
    std::vector<Intervention> schedule = switchesOf(view.events);
    if (!view.isReadOnly) {
        std::copy_if(view.plan.interventions.begin(), view.plan.interventions.end(), std::back_inserter(schedule),
                     [&](const Intervention& planned) { return planned.at > view.state.at; });
    }
    return schedule;
}

QString seedName(const QString& stem, std::uint64_t seed) {
    return Session::tr("%1, seed %2").arg(stem).arg(seed);
}

}  // namespace

/// A repeat of a repeat is named after what both repeat.
Result<int> Session::repeat(int run, int seeds) {
    if (seeds < 1 || seeds > mostRepeats) {
        return Error{ErrorCode::InvalidSettings,
                     "Repeats: choose between 1 and " + std::to_string(mostRepeats) + " further seeds."};
    }
    const RunPlan plan{m_views.at(run).plan.name, m_views[run].plan.settings, scheduleOf(m_views[run])};
    if (m_views[run].group.empty()) {
        setGroup(run, strategyName(plan.settings, switchesOf(m_views[run].events)));
    }
    const std::string group = m_views[run].group;
    QString stem = QString::fromStdString(plan.name);
    if (const QString own = seedName(QString(), plan.settings.seed); stem.endsWith(own)) {
        stem.chop(own.size());
    }
    std::set<std::uint64_t> used{plan.settings.seed};
    for (const RunView& view : m_views) {
        if (view.group == group) {
            used.insert(view.plan.settings.seed);
        }
    }
    const int first = static_cast<int>(m_views.size());
    std::uint64_t seed = plan.settings.seed;
    for (int i = 0; i < seeds; ++i) {
        while (!used.insert(seed).second) {
            ++seed;
        }
        RunView view;
        view.plan = plan;
        view.plan.settings.seed = seed;
        view.plan.name = seedName(stem, seed).toStdString();
        view.state.settings = view.plan.settings;
        view.state.totalUpdates = plan.settings.updates;
        view.group = group;
        view.isWaiting = true;
        view.state.note = tr("Waits for a processor core to come free").toStdString();
        view.isShown = hasRoomToShow();
        announce(std::move(view));
    }
    beginWaiting();
    return first;
}

/// As many train at once as there are cores.
void Session::beginWaiting() {
    const auto isBusy = [this](const RunView& view) {
        const Trainer& trainer = *m_trainers[&view - m_views.data()];
        return trainer.handle && (trainer.isStarting || view.state.phase == RunPhase::Preparing ||
                                  view.state.phase == RunPhase::Training);
    };
    const auto cores = std::max(1, QThread::idealThreadCount());
    for (int run = 0; !m_isHeld && run < static_cast<int>(m_views.size()); ++run) {
        if (!m_views[run].isWaiting || m_views[run].isDiscarded) {
            continue;
        }
        if (std::count_if(m_views.begin(), m_views.end(), isBusy) >= cores) {
            return;
        }
        begin(run);
    }
}

void Session::begin(int run) {
    m_views[run].isWaiting = false;
    m_views[run].state.note.clear();
    Trainer& trainer = *m_trainers[run];
    trainer.isNew = trainer.startsWhenReady = trainer.isStarting = true;
    trainer.mailbox = makeMailbox();
    const RunPlan& plan = m_views[run].plan;
    adopt(run, m_engine->create(plan.settings, optionsFor(plan, nullptr), *trainer.mailbox));
    Q_EMIT runChanged(run);
}

}  // namespace collapsar
