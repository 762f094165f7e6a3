// SPDX-License-Identifier: GPL-3.0-or-later
/// A run: the torch-free handle that owns the trainer thread and the run folder. Everything here may be called from any
/// thread, returns at once and never waits for the trainer, unless it says so.
#pragma once

#include "core/report/intervention.h"
#include "core/report/measurement.h"
#include "core/report/result.h"
#include "core/report/settings.h"
#include "core/report/snapshot.h"
#include "core/train/run_sink.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace collapsar {

class Race;

enum class Pace {
    SlowMotion,  ///< one inner or outer update at a time, a pause and a probe after each
    Watch,       ///< a probe every 1, 2, 5, 10, 20 ... updates, training waits for it; raced runs keep in step
    FullSpeed,   ///< training never waits; probes cost it at most 10 %
};

struct RunOptions {
    std::string name = "Run";
    std::filesystem::path folder;             ///< NAME.run, made if absent; empty: nothing is written
    std::vector<Intervention> interventions;  ///< planned ahead (--at), any order
    Pace pace = Pace::FullSpeed;
    bool probes = true;          ///< false: scheduled evaluations only
    std::shared_ptr<Race> race;  ///< runs that keep in step; null: alone
    double slowMotionSeconds = 0.5;
    /// One at each scheduled evaluation, one whenever `keyframeSeconds` of training have passed since the last, and one
    /// when stopped.
    bool writeCheckpoints = true;
    double keyframeSeconds = 4;  ///< more when writing would take over a twentieth of the time; 0: every update
    std::uint64_t checkpointBytes = std::uint64_t{1} << 30;  ///< of one run; above it they are thinned
};

/// A run that begins as another one stood at `at`, switches made exactly there included.
struct ForkRequest {
    std::filesystem::path parent;  ///< NAME.run; it may be training meanwhile, here or in another process
    Position at;                   ///< any place of the parent's time line
    /// Live settings or actions, applied at `at` in this order; their own positions are ignored.
    std::vector<Intervention> changes;
    std::int64_t totalUpdates = 0;  ///< where the fork ends; 0: as its parent
};

/// What a run folder holds, read without its data and without a trainer.
struct RunRecord {
    std::string name, id;
    std::string parent;  ///< id of the run this is a fork of; empty: none
    Position parentAt;   ///< where it left its parent: up to there their histories are the same
    Settings settings;   ///< as started
    RunState state;      ///< as last written
    std::vector<Measurement> measurements;
    std::vector<SnapshotPointer> snapshots;  ///< in order of update
    std::vector<Event> events;
    ProbeTexts probes;
    std::vector<std::string> checkpoints;  ///< file names, oldest first
    std::vector<std::string> notes;        ///< what was skipped or ignored while reading
};
/// Blocks while reading. Works while another process writes the run.
[[nodiscard]] Result<RunRecord> readRun(const std::filesystem::path& folder);

class Run {
public:
    /// Starts the trainer thread, which prepares the data and then waits for start(). Errors in settings and folder
    /// come back here; errors in the data reach the sink as phase Failed. `sink` must outlive the run.
    [[nodiscard]] static Result<std::unique_ptr<Run>> create(const Settings& settings, RunOptions options,
                                                             RunSink& sink);
    /// Goes on from the newest checkpoint of a run folder (or the named one). `extraUpdates` raises the end when > 0.
    [[nodiscard]] static Result<std::unique_ptr<Run>> resume(const std::filesystem::path& folder, RunOptions options,
                                                             RunSink& sink, std::int64_t totalUpdates = 0,
                                                             const std::string& checkpoint = {});
    /// A new run that goes on from a place in the history of another one, which is only read. It prepares by going from
    /// the parent's newest checkpoint before that place and training exactly as the parent did (phase Preparing, with
    /// progress; stop() cancels and leaves no folder), applies the changes and is then Ready. Its folder stands alone.
    /// Nothing of the shared history reaches `sink`. errors  here: no such parent, changes that a fork cannot make (by
    /// name), the folder; in the sink, as phase Failed: a place the parent has not reached, its data.
    [[nodiscard]] static Result<std::unique_ptr<Run>> fork(const ForkRequest& request, RunOptions options,
                                                           RunSink& sink);
    /// Abandons the unfinished update, writes a checkpoint of the last finished inner update, joins. Answers in 200 ms.
    ~Run();

    void start();
    void pause();  ///< applies between inner updates
    void resumeTraining();
    void stop();  ///< as the destructor, without the join
    void stepEncoder();
    void stepDecoder();
    void stepUpdate();
    /// A live switch or ReinitialiseDecoder; `at` is ignored: applied between inner updates, journalled, reported as
    /// Event.
    [[nodiscard]] Result<void> intervene(const Intervention& intervention);
    /// Every one of `runs` applies it before the same update, the next one that none of them has begun: at once, or
    /// when it comes there (see race.h).
    [[nodiscard]] static Result<void> interveneTogether(std::span<Run* const> runs, const Intervention& intervention);
    void setPace(Pace pace);
    /// Writes a checkpoint to `file` (empty: into the run folder); done between inner updates, reported as Event.
    void saveCheckpoint(const std::filesystem::path& file = {});
    /// Blocks until the trainer thread has nothing left to do (Finished, Stopped, Diverged, Failed).
    void wait();

    [[nodiscard]] const std::string& id() const;
    [[nodiscard]] const std::filesystem::path& folder() const;

private:
    struct Impl;
    explicit Run(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace collapsar
