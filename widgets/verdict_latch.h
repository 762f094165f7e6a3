// SPDX-License-Identifier: GPL-3.0-or-later
/// Two small memories of a run's card: which verdict its badge may show, and whether aggressive updates came too late.
#pragma once

#include "core/report/run_state.h"
#include "core/report/snapshot.h"

#include <span>

namespace collapsar {

/// The badge changes only after a verdict has held for three probes, and says nothing of a model that is hardly
/// trained.
class VerdictLatch {
public:
    static constexpr int probesToHold = 3;
    /// Before these every model looks collapsed, because it is not trained yet.
    static constexpr std::int64_t leastUpdates = 20;
    static constexpr std::int64_t sparseUpdates = 100;

    /// Counts a probe once per update; a finer picture of the same update is not a second probe.
    void feed(const Snapshot& snapshot);
    /// Shows `kind` at once: the run has ended, or a finished run was opened.
    void settle(VerdictKind kind);
    /// As if only these had been fed, oldest first: what the badge showed then, as far back as they reach. The last one
    /// counts alone where pictures are few or far apart, as in runs made without a window.
    void follow(std::span<const SnapshotPointer> snapshots);
    void clear();
    [[nodiscard]] VerdictKind shown() const { return m_shown; }

private:
    VerdictKind m_shown = VerdictKind::WarmingUp;
    VerdictKind m_candidate = VerdictKind::WarmingUp;
    int m_held = 0;
    Position m_last{-1, 0};
};

/// Follows a run's switches to notice "aggressive on, but the decoder has already learnt to do without the latent".
class RescueWatch {
public:
    /// Updates without effect after which the card says so (the default demo rescues in fewer, or never).
    static constexpr std::int64_t patience = 200;

    void note(const Event& event);
    void clear();
    /// Updates since aggressive was switched on mid-run, when they are at least `patience` and the verdict is still a
    /// collapse; -1 otherwise.
    [[nodiscard]] std::int64_t updatesInVain(VerdictKind verdict, std::int64_t update) const;

private:
    std::int64_t m_aggressiveSince = -1;
};

}  // namespace collapsar
