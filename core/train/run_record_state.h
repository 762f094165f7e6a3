// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a run stands by what its journal tells, entry by entry. Live switches are played back onto the settings.
#pragma once

#include "core/report/measurement.h"
#include "core/report/run_state.h"

#include <vector>

namespace collapsar {

class RunRecordState {
public:
    /// `settings`: as started.
    explicit RunRecordState(const Settings& settings = {});

    /// In the order of the journal, each kind by itself.
    void take(const std::vector<Event>& events);
    void take(const std::vector<Measurement>& measurements);
    /// The end of the run was moved.
    void setUpdates(int updates) { m_state.settings.updates = updates; }

    [[nodiscard]] RunState state() const;

private:
    RunState m_state;
    Position m_measuredAt;
};

}  // namespace collapsar
