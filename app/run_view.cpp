// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_view.h"

#include "core/report/run_differences.h"
#include "core/report/settings_table.h"

#include <algorithm>

namespace collapsar {
namespace {

bool isBehind(const Event& event, const Position& at, Heir heir) {
    switch (event.kind) {
        case EventKind::Checkpoint:
        case EventKind::Rewound:
            if (heir == Heir::Fork) {
                return false;
            }
            break;
        case EventKind::Finished:
        case EventKind::Diverged:
            return false;
        default:
            break;
    }
    const Action action = event.intervention.action;
    const bool leadsAway =
        event.kind == EventKind::Switch && (action == Action::StepEncoder || action == Action::StepDecoder);
    return event.at < at || (event.at == at && !leadsAway);
}

MeasurementHistory pointsUpTo(const MeasurementHistory& points, const Position& at) {
    MeasurementHistory kept;
    for (const auto piece : points.pieces()) {
        if (std::all_of(piece.begin(), piece.end(), [&](const Measurement& point) { return point.at <= at; })) {
            kept.append(piece);
            continue;
        }
        std::vector<Measurement> some;
        std::copy_if(piece.begin(), piece.end(), std::back_inserter(some),
                     [&](const Measurement& point) { return point.at <= at; });
        kept.append(some);
    }
    return kept;
}

}  // namespace

bool hasEnded(RunPhase phase) {
    return phase == RunPhase::Finished || phase == RunPhase::Stopped || phase == RunPhase::Diverged ||
           phase == RunPhase::Failed;
}

RunView viewOfRecord(const std::filesystem::path& folder, const RunRecord& record) {
    RunView view;
    view.plan = {record.name, record.settings, switchesOf(record.events)};
    view.state = record.state;
    view.points = MeasurementHistory(record.measurements);
    for (const SnapshotPointer& snapshot : record.snapshots) {
        view.history.append(snapshot);
    }
    view.snapshot = record.snapshots.empty() ? nullptr : record.snapshots.back();
    view.events = record.events;
    view.probes = record.probes;
    view.id = record.id;
    view.folder = folder;
    view.parentId = record.parent;
    view.parentAt = record.parentAt;
    view.isReadOnly = true;
    return view;
}

RunView viewUpTo(const RunView& view, const Position& at, Heir heir) {
    RunView cut = view;
    cut.points = pointsUpTo(view.points, at);
    cut.history.clear();
    for (const SnapshotPointer& snapshot : view.history.upTo(at, view.history.size())) {
        cut.history.append(snapshot);
    }
    cut.snapshot = view.history.at(at);
    std::erase_if(cut.events, [&](const Event& event) { return !isBehind(event, at, heir); });
    cut.state.at = at;
    cut.state.settings = view.plan.settings;
    for (const Intervention& made : switchesOf(cut.events)) {
        if (made.action == Action::None) {
            (void)setSetting(cut.state.settings, made.field, made.newValue);
        }
    }
    return cut;
}

}  // namespace collapsar
