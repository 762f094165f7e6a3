// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/replay.h"

#include "core/nn/blas.h"
#include "core/train/fork.h"
#include "core/train/recorder.h"
#include "core/train/run_preparation.h"
#include "core/train/trainer.h"

#include <utility>

namespace collapsar {

namespace {

/// Hears nothing but the progress.
class ProgressSink : public RunSink {
public:
    ProgressSink(const ReplayProgress& progress, StopFlag& stop) : m_progress(progress), m_stop(stop) {}

    bool tell(double fraction, const std::string& what) {
        if (m_progress && !m_progress(fraction, what)) m_stop.raise();
        return !m_stop.raised();
    }
    void stateChanged(const RunState& state) override {
        if (state.phase == RunPhase::Preparing) (void)tell(state.progress, state.note);
    }
    void measured(const std::vector<Measurement>&) override {}
    void snapshotTaken(SnapshotPointer) override {}
    void happened(const Event&) override {}
    void probesKnown(ProbeTexts) override {}

private:
    const ReplayProgress& m_progress;
    StopFlag& m_stop;
};

Result<TrainingState> replayed(RunStart start, CorpusPointer corpus, ProgressSink& sink, const StopFlag& stop) {
    TrainerInput input;
    input.corpus = std::move(corpus);
    input.state = std::move(start.state);
    input.options.probes = false;
    input.replay = std::move(start.replay);
    Recorder recorder(sink, nullptr);
    CommandQueue commands;
    Trainer trainer(std::move(input), recorder, commands, stop);
    try {
        const Result<void> done = trainer.replay();
        if (!done.ok()) return done.error();
    } catch (const Interrupted&) {
        return Error{ErrorCode::Interrupted, "Stopped."};
    }
    return trainer.state();
}

}  // namespace

Result<WeightsAt> weightsAt(const std::filesystem::path& folder, const Position& at, const ReplayProgress& progress) {
    StopFlag stop;
    ProgressSink sink(progress, stop);
    Result<ReplaySource> read = readReplay(folder, at, stop);
    if (!read.ok()) return read.error();
    ReplaySource source = std::move(read).value();
    const Result<CorpusPointer> corpus = loadCorpus(
        source.info.settings, [&sink](double fraction, const std::string& what) { return sink.tell(fraction, what); });
    if (!corpus.ok()) return corpus.error();
    RunStart start;
    start.sources = source.info.sources;
    start.state = std::move(source.state);
    const Result<void> ready = prepare(start, *corpus.value(), nullptr);
    if (!ready.ok()) return ready.error();
    const std::string warning = source.plan.otherNumerics;
    start.replay = std::move(source.plan);
    useSingleThreadedBlas();
    const Result<TrainingState> state = replayed(std::move(start), corpus.value(), sink, stop);
    if (!state.ok()) return state.error();
    WeightsAt result{.runId = source.info.id, .runName = source.info.name};
    result.at = state.value().at;
    result.settings = state.value().settings;
    result.weights = state.value().weights;
    result.numerics = state.value().numerics;
    if (!warning.empty()) result.warning = "The numerics changed " + warning + ": last bits may differ.";
    return result;
}

}  // namespace collapsar
