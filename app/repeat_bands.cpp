// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repeat_bands.h"

#include "app/run_moment.h"
#include "app/runs_drawer.h"
#include "core/report/run_summary.h"
#include "widgets/curves_panel.h"

#include <algorithm>

namespace collapsar {
namespace {

/// What was asked for, without what was found there.
Intervention request(const Intervention& change) {
    return {{change.at.update}, change.action, change.field, {}, change.newValue};
}

/// With the switches that are still planned: the runs come to them one after the other.
ComparedRun wholeRun(const RunView& view) {
    ComparedRun run = comparedRun(view);
    std::ranges::transform(run.switches, run.switches.begin(), request);
    for (const Intervention& planned : view.plan.interventions) {
        const bool isMade = std::ranges::find(run.switches, request(planned)) != run.switches.end();
        if (!view.isReadOnly && !isMade) run.switches.push_back(request(planned));
    }
    return run;
}

}  // namespace

void RepeatBands::show(const std::vector<RunView>& runs) {
    std::vector<int> there;
    std::vector<RunSummary> summaries;
    for (int run = 0; run < static_cast<int>(runs.size()); ++run) {
        const RunView& view = runs[static_cast<std::size_t>(run)];
        if (view.isGhost || view.isDiscarded) continue;
        there.push_back(run);
        summaries.push_back({});
        summaries.back().run = wholeRun(view);
    }
    std::vector<Band> bands;
    for (const RepeatGroup& group : groupRepeats(summaries)) {
        std::vector<int> members;
        for (const std::size_t member : group.members)
            members.push_back(there[member]);
        const auto isShown = [&](int run) { return runs[static_cast<std::size_t>(run)].isShown; };
        if (members.size() < 2 || std::ranges::none_of(members, isShown)) continue;
        RunIdentity identity = runIdentity(members[0], runs[static_cast<std::size_t>(members[0])]);
        identity.name = QString::fromStdString(group.name);
        bands.push_back({identity, members});
    }
    for (std::size_t number = bands.size(); number < m_bands.size(); ++number)
        m_curves.removeGroup(static_cast<int>(number));
    for (std::size_t number = 0; number < bands.size(); ++number) {
        const bool isNew = number >= m_bands.size() || !(m_bands[number] == bands[number]);
        if (isNew) m_curves.setGroup(static_cast<int>(number), bands[number].identity, bands[number].members);
    }
    m_bands = std::move(bands);
}

}  // namespace collapsar
