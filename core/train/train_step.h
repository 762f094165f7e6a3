// SPDX-License-Identifier: GPL-3.0-or-later
/// One update: forward, backward, joint gradient norm, clip, optimiser step of one side or both. Trainer thread.
#pragma once

#include "core/checkpoint/training_state.h"
#include "core/data/batches.h"
#include "core/nn/stop_flag.h"

#include <cstdint>
#include <memory>

namespace collapsar {

enum class Sides { None, Encoder, Decoder, Both };

struct StepRequest {
    const Batch* batch = nullptr;
    Sides sides = Sides::Both;
    double klWeight = 1;
    std::uint64_t drawUpdate = 0;  ///< where the noise and dropout draws stand
    std::uint32_t drawInner = 0;
};

/// Nats per sentence of the batch, training mode (dropout on).
struct StepReport {
    bool skipped = false;  ///< nothing was made: batch normalisation cannot train on a batch of one sentence
    bool finite = false;   ///< false: loss or a gradient norm is NaN or infinite, and no weight was changed
    double loss = 0;       ///< reconstruction + klWeight * kl; less its free bits
    double reconstruction = 0;
    double kl = 0;                   ///< free bits included
    double encoderGradientNorm = 0;  ///< before clipping
    double decoderGradientNorm = 0;  ///< open paths only; 0 where InnerClip::Encoder left them out
};

/// The model under training with its flat gradients; hides torch from the trainer's loop.
class TrainStep {
public:
    TrainStep(const Parameters& weights, int shards, const StopFlag& stop);
    ~TrainStep();

    /// Throws Interrupted when the stop flag is raised; the weights are then as before.
    /// The clip is on the joint norm of both sides even when one is stepped (He et al. 2019, released code), but for
    /// encoder-only updates with InnerClip::Encoder.
    [[nodiscard]] StepReport make(const StepRequest& request, TrainingState& state);

    /// A copy, with the pooling and skip switches of `settings`.
    [[nodiscard]] Parameters weights(const Settings& settings) const;
    void load(const Parameters& weights);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace collapsar
