// SPDX-License-Identifier: GPL-3.0-or-later
/// A run as figures and animations see it: values that any thread may read.
#pragma once

#include "core/report/measurement_history.h"
#include "core/report/run_state.h"
#include "core/report/snapshot.h"
#include "widgets/plot_theme.h"

#include <optional>
#include <vector>

namespace collapsar {

struct FigureRun {
    RunIdentity identity;
    Settings settings;  ///< as started
    MeasurementHistory points;
    std::vector<SnapshotPointer> snapshots;  ///< by position, no previews
    std::vector<Event> events;
};

/// First and last update of anything known about the runs; empty without any.
struct UpdateSpan {
    std::int64_t first = 0;
    std::int64_t last = 0;
};
[[nodiscard]] std::optional<UpdateSpan> spanOf(const std::vector<FigureRun>& runs);

/// The picture nearest to an update, the earlier of two equals; null without any.
[[nodiscard]] SnapshotPointer snapshotNearest(const FigureRun& run, std::int64_t update);
/// The newest picture at or before an update: what a time cursor there shows. Null before the first.
[[nodiscard]] SnapshotPointer snapshotAt(const FigureRun& run, std::int64_t update);
/// Greatest distance of a finite mean from zero, in [span.first, span.last].
[[nodiscard]] double reachOf(const std::vector<FigureRun>& runs, const UpdateSpan& span);

}  // namespace collapsar
