// SPDX-License-Identifier: GPL-3.0-or-later
/// What a run reports to. Called from the run's threads, never from two at once for one run; must return quickly (a
/// mailbox).
#pragma once

#include "core/report/measurement.h"
#include "core/report/run_state.h"
#include "core/report/snapshot.h"

#include <vector>

namespace collapsar {

class RunSink {
public:
    virtual ~RunSink() = default;

    virtual void stateChanged(const RunState& state) = 0;
    /// Points to add to the curves, in order of update within each kind.
    virtual void measured(const std::vector<Measurement>& points) = 0;
    /// The latest posterior mean space; replaces the one before.
    virtual void snapshotTaken(SnapshotPointer snapshot) = 0;
    virtual void happened(const Event& event) = 0;
    /// Once, when the probes are known (after Preparing).
    virtual void probesKnown(ProbeTexts texts) = 0;
};

}  // namespace collapsar
