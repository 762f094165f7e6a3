// SPDX-License-Identifier: GPL-3.0-or-later
/// The importance-weighted estimate of -log p(x) (IW-NLL): the number that papers report as NLL, for any number of
/// latent dimensions. Letters: N examples, K importance samples, Z latent.
#pragma once

#include "core/data/batches.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"

#include <cstdint>
#include <vector>

namespace collapsar {

/// Sample k of a sentence comes from (seed, index of the sentence in its split, k) alone, whatever the batches and
/// threads: the first K samples of a larger K are the same, and so are those at another checkpoint.
struct ImportanceSampling {
    int samples = 500;  ///< K, at least 1
    std::uint64_t seed = 0;
    int threads = 1;  ///< changes no bit of the result
};

/// Means over examples, nats per example, unless said.
struct ImportanceWeightedNll {
    double nll = 0;                     ///< mean of -log p(x)
    double ppl = 0;                     ///< exp(total NLL / predicted words)
    std::vector<double> logLikelihood;  ///< [N] estimate of log p(x), in the order of the batches
    std::int64_t examples = 0;
    std::int64_t predictedWords = 0;  ///< words and end marks
    int samples = 0;                  ///< 1 of a language model (Z = 0), whose NLL is exact
};

/// log p(x) = log 1/K sum_k p(x|z_k) p(z_k) / q(z_k|x), z_k ~ q(z|x), in evaluation mode at KL weight 1.
///
/// bias    in expectation an upper bound on the NLL, falling with K; K = 1 gives -ELBO by one sample
/// cost    K decoder passes an example
/// errors  an empty `batches` gives NaN; weights that are not finite give NaN; throws Interrupted when `stop` is raised
/// thread  any; blocks
/// source  Burda et al. 2016, equation 8; He et al. 2019 use K = 500
[[nodiscard]] ImportanceWeightedNll importanceWeightedNll(const Parameters& parameters,
                                                          const std::vector<Batch>& batches,
                                                          const ImportanceSampling& sampling, const StopFlag& stop);

}  // namespace collapsar
