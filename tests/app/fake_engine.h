// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs without a trainer: a thread of their own that reports made-up numbers as a real run would, and a log of what
/// was asked of them.
#pragma once

#include "app/engine.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace collapsar::test {

/// What happened to the fake runs, in order; outlives them. Any thread.
class CallLog {
public:
    void add(const QString& call);
    [[nodiscard]] QStringList calls() const;
    [[nodiscard]] int count(const QString& call) const;

private:
    mutable std::mutex m_mutex;
    QStringList m_calls;
};

struct FakeOptions {
    int millisecondsPerUpdate = 1;
    int preparingMilliseconds = 0;
    int stopMilliseconds = 0;  ///< how long the destructor takes, as a trainer that finishes a step
    QString refusedField;      ///< intervene() refuses this setting
    QString failingName;       ///< create() fails for a run of this name
    bool hasSlowBlas = false;
};

class FakeEngine final : public Engine {
public:
    FakeEngine(std::shared_ptr<CallLog> log, FakeOptions options = {});

    Result<RunHandlePointer> create(const Settings& settings, RunOptions options, RunSink& sink) override;
    Result<RunHandlePointer> resume(const std::filesystem::path& folder, RunOptions options, RunSink& sink,
                                    std::int64_t totalUpdates) override;
    /// Prepares for a moment, then stands where its parent was asked for. Refuses a change of `refusedField`.
    Result<RunHandlePointer> fork(const ForkRequest& request, RunOptions options, RunSink& sink) override;
    Result<void> interveneTogether(std::span<RunHandle* const> runs, const Intervention& intervention) override;
    /// Gives one after the other what grow() was told of that folder; then that nothing is new.
    RunLook follow(const std::filesystem::path& folder) const override;
    Result<RunRecord> read(const std::filesystem::path& folder) const override;
    /// What `answerWords` and `answerDetails` say; without them an error.
    Result<GeneratedWordsPointer> words(const ModelPlace& place, const WordsRequest& request,
                                        const ReplayProgress& progress) override;
    Result<RunDetailsPointer> details(const ModelPlace& place, const ReplayProgress& progress) override;
    std::string description() const override { return "made-up numbers"; }
    bool isBlasSlow() const override { return m_options.hasSlowBlas; }

    /// What read() answers for a folder of this file name.
    std::map<std::string, RunRecord> records;
    /// Called on the thread that asks.
    std::function<Result<GeneratedWordsPointer>(const ModelPlace&, const WordsRequest&)> answerWords;
    std::function<Result<RunDetailsPointer>(const ModelPlace&)> answerDetails;
    /// The next look at a folder of this file name finds this. Any thread.
    void grow(const std::string& folder, RunGrowth growth);

private:
    /// Where a run went to: its folder tells, as a real one's does.
    [[nodiscard]] RunRecord standOf(const std::filesystem::path& folder) const;

    struct Growth {
        std::mutex mutex;
        std::map<std::string, std::vector<RunGrowth>> waiting;
    };
    std::shared_ptr<Growth> m_growth = std::make_shared<Growth>();
    std::shared_ptr<CallLog> m_log;
    FakeOptions m_options;
};

/// `probes` on a line of the given slope, at `update`.
[[nodiscard]] SnapshotPointer madeUpSnapshot(std::int64_t update, double slope, int probes = 50);
[[nodiscard]] Measurement madeUpMeasurement(std::int64_t update, double kl);

}  // namespace collapsar::test
