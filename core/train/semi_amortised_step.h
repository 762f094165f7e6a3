// SPDX-License-Identifier: GPL-3.0-or-later
/// Gradients of an update whose posteriors are refined before the loss is taken: SA-VAE and its simpler relatives. Here
/// the torch-free strategy (core/strategy/semi_amortised.h) meets the fused model. Trainer thread.
/// source: Kim et al. 2018, algorithm 1 and released code
#pragma once

#include "core/model/vae.h"
#include "core/report/settings.h"
#include "core/strategy/semi_amortised.h"
#include "core/train/train_step.h"

#include <functional>
#include <optional>
#include <vector>

namespace collapsar {

/// One forward and backward of the update's loss from given posteriors.
struct PosteriorPass {
    Posterior at;             ///< leaves, or in the encoder's graph
    std::optional<int> step;  ///< draws of this refinement step; empty: the update's own
    double scale = 1;         ///< factor on every gradient
    ParameterGradients decoder = ParameterGradients::Accumulate;
};
/// Leaves the gradients in the leaves and in the model. May throw Interrupted.
using PosteriorPassFunction = std::function<StepReport(const PosteriorPass&)>;

class SemiAmortisedStep {
public:
    /// `vae` must outlive this.
    explicit SemiAmortisedStep(Vae& vae) : m_vae(vae) {}

    /// In: the encoder's posteriors, in its graph, and zeroed gradients. Out: gradients of both sides, in the model;
    /// the report is of the refined posteriors. With SviStart::Zero the encoder gets none.
    ///
    /// decoder  Skip: its weight gradients are not wanted; the posteriors are refined all the same
    /// memory   K + 1 lambdas, and as much again as the decoder's gradients
    [[nodiscard]] StepReport gradients(const Posterior& amortised, const Settings& settings,
                                       const PosteriorPassFunction& pass, ParameterGradients decoder);

private:
    Vae& m_vae;
    std::vector<float> m_total;  ///< decoder's gradients while the model's own hold one step's
};

/// The draws of refinement step `step` of the update at `key`: apart from those of every update.
[[nodiscard]] DrawKey refinementDraw(DrawKey key, int step);

}  // namespace collapsar
