// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "core/train/numerics.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace collapsar {
namespace {

class TrainingRun final : public RunHandle {
public:
    explicit TrainingRun(std::unique_ptr<Run> run) : m_run(std::move(run)) {}

    void start() override { m_run->start(); }
    void pause() override { m_run->pause(); }
    void resumeTraining() override { m_run->resumeTraining(); }
    void stop() override { m_run->stop(); }
    void stepEncoder() override { m_run->stepEncoder(); }
    void stepDecoder() override { m_run->stepDecoder(); }
    void stepUpdate() override { m_run->stepUpdate(); }
    Result<void> intervene(const Intervention& intervention) override { return m_run->intervene(intervention); }
    void setPace(Pace pace) override { m_run->setPace(pace); }
    void saveCheckpoint(const std::filesystem::path& file) override { m_run->saveCheckpoint(file); }
    std::string id() const override { return m_run->id(); }
    std::filesystem::path folder() const override { return m_run->folder(); }
    [[nodiscard]] Run* run() const { return m_run.get(); }

private:
    std::unique_ptr<Run> m_run;
};

Result<RunHandlePointer> handleOf(Result<std::unique_ptr<Run>> run) {
    if (!run) {
        return run.error();
    }
    return RunHandlePointer(std::make_unique<TrainingRun>(std::move(run).value()));
}

class TrainingEngine final : public Engine {
public:
    Result<RunHandlePointer> create(const Settings& settings, RunOptions options, RunSink& sink) override {
        return handleOf(Run::create(settings, std::move(options), sink));
    }
    Result<RunHandlePointer> resume(const std::filesystem::path& folder, RunOptions options, RunSink& sink,
                                    std::int64_t totalUpdates) override {
        return handleOf(Run::resume(folder, std::move(options), sink, totalUpdates));
    }
    Result<RunHandlePointer> fork(const ForkRequest& request, RunOptions options, RunSink& sink) override {
        return handleOf(Run::fork(request, std::move(options), sink));
    }
    Result<void> interveneTogether(std::span<RunHandle* const> runs, const Intervention& intervention) override {
        std::vector<Run*> own;
        std::transform(runs.begin(), runs.end(), std::back_inserter(own),
                       [](RunHandle* run) { return static_cast<TrainingRun*>(run)->run(); });
        return Run::interveneTogether(own, intervention);
    }
    RunLook follow(const std::filesystem::path& folder) const override {
        return [follower = std::make_shared<RunFollower>(folder)] { return follower->poll(); };
    }
    Result<RunRecord> read(const std::filesystem::path& folder) const override { return readRun(folder); }
    Result<GeneratedWordsPointer> words(const ModelPlace& place, const WordsRequest& request,
                                        const ReplayProgress& progress) override {
        return m_models.words(place, request, progress);
    }
    Result<RunDetailsPointer> details(const ModelPlace& place, const ReplayProgress& progress) override {
        return m_models.details(place, 500, progress);
    }
    std::string description() const override {
        return "LibTorch " COLLAPSAR_TORCH_VERSION "; " + numericsDescription();
    }
    bool isBlasSlow() const override { return collapsar::isBlasSlow(); }

private:
    RunModels m_models;
};

}  // namespace

std::unique_ptr<Engine> makeTrainingEngine() {
    prepareNumerics();
    return std::make_unique<TrainingEngine>();
}

}  // namespace collapsar
