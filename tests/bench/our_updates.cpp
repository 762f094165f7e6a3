// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/philox.h"
#include "core/train/train_step.h"
#include "tests/bench/sides.h"

namespace collapsar {
namespace {

std::vector<Batch> randomBatches(const Workload& workload) {
    const int count = distinctBatches(workload);
    const std::vector<std::int32_t> tokens = randomTokens(workload, count);
    std::vector<Batch> batches(static_cast<std::size_t>(count));
    const std::size_t size = static_cast<std::size_t>(workload.batch) * static_cast<std::size_t>(workload.length);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(i * size);
        batches[i].tokens.assign(first, first + static_cast<std::ptrdiff_t>(size));
        batches[i].rows = workload.batch;
        batches[i].length = workload.length;
    }
    return batches;
}

}  // namespace

std::vector<std::int32_t> randomTokens(const Workload& workload, int batches) {
    const DrawKey key{.seed = 1, .stream = Stream::Synthetic};
    std::vector<std::int32_t> tokens(static_cast<std::size_t>(batches * workload.batch * workload.length));
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const auto words = static_cast<std::uint64_t>(workload.shape.vocabulary);
        tokens[i] = static_cast<std::int32_t>(uniformInteger(key, words, i));
    }
    return tokens;
}

Measured measureOurUpdates(const Workload& workload) {
    TrainingState state;
    state.settings.latent = workload.shape.latent;
    state.settings.shards = workload.shards;
    state.settings.innerClip = workload.innerClip;
    state.learningRate = state.encoderLearningRate = state.settings.learningRate;
    const std::vector<Batch> batches = randomBatches(workload);
    const StopFlag never;
    TrainStep step(initialParameters(workload.shape, state.settings), workload.shards, never);
    std::uint64_t number = 0;
    bool isFinite = true;
    const Sides sides = workload.task == Task::FullUpdate ? Sides::Both : Sides::Encoder;
    StepReport report;
    Measured measured = repeat(workload.effort, 1, [&] {
        const Batch& batch = batches[number % batches.size()];
        report = step.make({.batch = &batch, .sides = sides, .drawUpdate = number++}, state);
        isFinite = isFinite && report.finite;
    });
    measured.figures["last_loss"] = report.loss;
    measured.figures["all_updates_finite"] = isFinite ? 1 : 0;
    return measured;
}

}  // namespace collapsar
