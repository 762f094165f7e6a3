// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs of the stage that are written elsewhere.
#include "app/run_watch.h"
#include "app/session.h"
#include "app/session_trainer.h"

namespace collapsar {

void Session::follow(const std::filesystem::path& folder) {
    RunWatch::Receiver receiver;
    receiver.object = this;
    const auto known = std::make_shared<std::map<std::filesystem::path, int>>();
    receiver.changed = [this, known, stage = m_stage](const std::vector<WatchedRun>& changes) {
        for (std::size_t i = 0; stage == m_stage && i < changes.size(); ++i) {
            takeIn(changes[i], *known);
        }
    };
    receiver.failed = [this](const Error& error) { Q_EMIT failed(error); };
    const auto look = [engine = m_engine.get()](const std::filesystem::path& run) { return engine->follow(run); };
    m_watches.push_back(std::make_shared<RunWatch>(folder, look, std::move(receiver)));
}

/// A run that is on the stage already, because it trains here or was opened, is left as it is.
void Session::takeIn(const WatchedRun& seen, std::map<std::filesystem::path, int>& known) {
    const auto found = known.find(seen.folder);
    if (found == known.end()) {
        if (seen.whole && numberOf(seen.whole->id) < 0) {
            RunView view = *seen.whole;
            view.isShown = hasRoomToShow();
            known.emplace(seen.folder, announce(std::move(view)));
        }
        return;
    }
    const int run = found->second;
    if (m_views[run].isMissing != seen.isMissing) {
        m_views[run].isMissing = seen.isMissing;
        Q_EMIT runChanged(run);
    }
    if (seen.whole) {
        replace(run, *seen.whole);
    } else if (!seen.isMissing) {
        const RunRecord& grown = seen.growth.record;
        deliver(run, {.state = grown.state,
                      .points = grown.measurements,
                      .snapshots = grown.snapshots,
                      .events = grown.events,
                      .probes = m_views[run].probes ? nullptr : grown.probes});
    }
}

/// What people call it here stays.
void Session::replace(int run, RunView whole) {
    const RunView& view = m_views[run];
    whole.identity = view.identity;
    whole.plan.name = view.plan.name;
    whole.note = view.note;
    whole.group = view.group;
    whole.isShown = view.isShown;
    whole.isDiscarded = view.isDiscarded;
    whole.parentRun = numberOf(whole.parentId);
    m_views[run] = std::move(whole);
    Q_EMIT runReloaded(run);
}

}  // namespace collapsar
