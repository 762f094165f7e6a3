// SPDX-License-Identifier: GPL-3.0-or-later
/// The engine as the window sees it: makes runs, reads run folders. An interface, so that tests can put a run without a
/// trainer behind the session.
#pragma once

#include "core/train/run.h"
#include "core/train/run_follower.h"
#include "core/train/run_models.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace collapsar {

/// As collapsar::Run: everything returns at once except the destructor, which waits for the trainer thread.
class RunHandle {
public:
    virtual ~RunHandle() = default;

    virtual void start() = 0;
    virtual void pause() = 0;
    virtual void resumeTraining() = 0;
    virtual void stop() = 0;
    virtual void stepEncoder() = 0;
    virtual void stepDecoder() = 0;
    virtual void stepUpdate() = 0;
    [[nodiscard]] virtual Result<void> intervene(const Intervention& intervention) = 0;
    virtual void setPace(Pace pace) = 0;
    virtual void saveCheckpoint(const std::filesystem::path& file) = 0;
    [[nodiscard]] virtual std::string id() const = 0;
    [[nodiscard]] virtual std::filesystem::path folder() const = 0;
};

using RunHandlePointer = std::unique_ptr<RunHandle>;

/// As RunFollower::poll: what was appended to a run folder since the look before. One thread at a time; blocks.
using RunLook = std::function<Result<RunGrowth>()>;

/// create(), resume() and fork() may be called from any thread.
class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual Result<RunHandlePointer> create(const Settings& settings, RunOptions options,
                                                          RunSink& sink) = 0;
    /// `totalUpdates` raises the end of the run when > 0.
    [[nodiscard]] virtual Result<RunHandlePointer> resume(const std::filesystem::path& folder, RunOptions options,
                                                          RunSink& sink, std::int64_t totalUpdates) = 0;
    /// As Run::fork.
    [[nodiscard]] virtual Result<RunHandlePointer> fork(const ForkRequest& request, RunOptions options,
                                                        RunSink& sink) = 0;
    /// As Run::interveneTogether; `runs` come from this engine.
    [[nodiscard]] virtual Result<void> interveneTogether(std::span<RunHandle* const> runs,
                                                         const Intervention& intervention) = 0;
    /// Any thread.
    [[nodiscard]] virtual RunLook follow(const std::filesystem::path& folder) const = 0;
    /// Blocks while reading. Any thread.
    [[nodiscard]] virtual Result<RunRecord> read(const std::filesystem::path& folder) const = 0;
    /// As RunModels; models and data are kept for the next question. Any thread; both block.
    [[nodiscard]] virtual Result<GeneratedWordsPointer> words(const ModelPlace& place, const WordsRequest& request,
                                                              const ReplayProgress& progress) = 0;
    [[nodiscard]] virtual Result<RunDetailsPointer> details(const ModelPlace& place,
                                                            const ReplayProgress& progress) = 0;
    /// What computes, with versions, for About.
    [[nodiscard]] virtual std::string description() const = 0;
    /// The system's plain BLAS computes, several times slower than OpenBLAS.
    [[nodiscard]] virtual bool isBlasSlow() const = 0;
};

/// The real one, on collapsar::Run.
[[nodiscard]] std::unique_ptr<Engine> makeTrainingEngine();

}  // namespace collapsar
