// SPDX-License-Identifier: GPL-3.0-or-later
/// Does the decoder listen to z? How much worse it predicts a sentence with a z that belongs to another one, or to
/// none. About 0: it ignores z, however large the KL is.
#pragma once

#include "core/diagnostics/evaluated_examples.h"

#include <cstdint>

namespace collapsar {

/// Nats per example, over `examples` sentences.
struct LatentUsage {
    double shuffled = 0;  ///< mean -log p(x_i|z_j) + log p(x_i|z_i); z_j the sample of another example. NaN for N = 1
    double prior = 0;     ///< the same with z ~ p(z) in place of z_j
    std::int64_t examples = 0;
};

/// Every tenth sentence, more often where that would be fewer than 48 of them.
[[nodiscard]] std::size_t usageStride(std::size_t examples);

/// The example whose sample stands in for that of `rank`: any other one, equally likely. `draws.at` and the rank alone
/// decide; `count` at least 2.
[[nodiscard]] std::size_t usagePartner(const EvaluationDraws& draws, std::size_t rank, std::size_t count, int latent);

/// On every task.usageStride-th sentence; the partners come from the whole set.
///
/// estimator  one sample each of z_i, z_j and the prior's z per example; KL is left out, it is the same in both
/// bias       none; noise falls with the number of sentences; can be slightly below 0. No ceiling: a decoder that
///            relies on z gives wrong words next to no probability
/// cost       2 / stride decoder passes over the set
/// draws      Stream::Probe: the prior's noise by sentence, then the partners
/// source     compare Wang et al. 2021 (a decoder that is constant in z)
[[nodiscard]] LatentUsage latentUsage(const InferenceWeightsPointer& weights, const EvaluationTask& task,
                                      const EvaluatedExamples& examples, const StopFlag& stop);

}  // namespace collapsar
