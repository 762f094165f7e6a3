// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_run.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr double farthest = 1e6;  // beyond it a mean counts as diverged and does not move the view

std::int64_t updateOf(const SnapshotPointer& snapshot) {
    return snapshot->values.at.update;
}

/// The first picture after `update`.
auto firstAfter(const FigureRun& run, std::int64_t update) {
    return std::upper_bound(run.snapshots.begin(), run.snapshots.end(), update,
                            [](std::int64_t wanted, const SnapshotPointer& one) { return wanted < updateOf(one); });
}

}  // namespace

std::optional<UpdateSpan> spanOf(const std::vector<FigureRun>& runs) {
    std::optional<UpdateSpan> span;
    const auto add = [&span](std::int64_t update) {
        if (!span) span = UpdateSpan{update, update};
        span->first = std::min(span->first, update);
        span->last = std::max(span->last, update);
    };
    for (const FigureRun& run : runs) {
        for (const auto& piece : run.points.pieces()) {
            if (piece.empty()) continue;
            add(piece.front().at.update);
            add(piece.back().at.update);
        }
        if (run.snapshots.empty()) continue;
        add(updateOf(run.snapshots.front()));
        add(updateOf(run.snapshots.back()));
    }
    return span;
}

SnapshotPointer snapshotAt(const FigureRun& run, std::int64_t update) {
    const auto after = firstAfter(run, update);
    return after == run.snapshots.begin() ? nullptr : *std::prev(after);
}

SnapshotPointer snapshotNearest(const FigureRun& run, std::int64_t update) {
    const auto after = firstAfter(run, update);
    const SnapshotPointer before = snapshotAt(run, update);
    if (after == run.snapshots.end()) return before;
    if (!before || updateOf(*after) - update < update - updateOf(before)) return *after;
    return before;
}

double reachOf(const std::vector<FigureRun>& runs, const UpdateSpan& span) {
    double reach = 0;
    for (const FigureRun& run : runs)
        for (const SnapshotPointer& snapshot : run.snapshots) {
            if (updateOf(snapshot) < span.first || updateOf(snapshot) > span.last) continue;
            for (const std::vector<float>* means : {&snapshot->trueMean, &snapshot->approximateMean})
                for (const float mean : *means)
                    if (std::abs(mean) < farthest) reach = std::max(reach, static_cast<double>(std::abs(mean)));
        }
    return reach;
}

}  // namespace collapsar
