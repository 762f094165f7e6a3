// SPDX-License-Identifier: GPL-3.0-or-later
/// Watches a run folder that another process writes: each look gives what was appended since the one before.
#pragma once

#include "core/report/result.h"
#include "core/train/run.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace collapsar {

struct RunGrowth {
    bool isThere = false;  ///< false: there is no run yet; look again later
    /// What was given before is void: this is the first look, the run went back to an earlier point, or another run
    /// took its place. `record` is whole again; otherwise its lists hold only what is new.
    bool startOver = false;
    bool changed = false;  ///< anything is new
    /// Always whole: name, id, parent, settings, state, checkpoints. `probes` are null until they are written. `notes`
    /// are of this look.
    RunRecord record;
};

/// Reads only; one thread at a time.
class RunFollower {
public:
    explicit RunFollower(std::filesystem::path folder);
    RunFollower(RunFollower&&) noexcept;
    RunFollower& operator=(RunFollower&&) noexcept;
    ~RunFollower();

    [[nodiscard]] const std::filesystem::path& folder() const;
    /// Blocks while reading: milliseconds once it has caught up. A record that is only half written is left for the
    /// next look. errors  as readRun, but a folder that is missing or not yet a run is no error.
    [[nodiscard]] Result<RunGrowth> poll();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace collapsar
