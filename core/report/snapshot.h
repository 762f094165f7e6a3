// SPDX-License-Identifier: GPL-3.0-or-later
/// One immutable picture of the posterior mean space: every probe's true and approximate posterior mean.
#pragma once

#include "core/report/measurement.h"
#include "core/report/verdict.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

/// N probes, Z latent dimensions; vectors of size N * Z are row-major (probe, dimension).
struct Snapshot {
    Measurement values;
    Verdict verdict;
    std::vector<float> trueMean;         ///< N * Z, mean of p(z|x); empty in runs with Z > 2 of early versions
    std::vector<float> approximateMean;  ///< N * Z, mean of q(z|x)
    std::vector<float> logLikelihood;    ///< N, log p(x), nats; empty as trueMean
    std::vector<float> lag;              ///< N, KL(q(z|x) || p(z|x)), nats; empty as trueMean
    std::vector<float> unitVariance;     ///< Z, variance over examples of the posterior mean
    std::vector<float> unitKl;           ///< Z, mean KL per dimension, nats
    int latent = 1;
    bool isPreview = false;   ///< coarse quadrature; never journalled or exported
    double previewError = 0;  ///< largest estimated error of a true mean, preview only
    bool objectiveIsPlain =
        true;  ///< false: KL weight not 1, free bits, a refined or constrained q: its optimum is not the diagonal
    std::vector<float> effectiveSamples;  ///< N, of the importance sampling; empty where quadrature was used (Z <= 2)
};

/// True means of importance sampling with fewer effective samples are not to be relied on: their error is above a fifth
/// of the posterior's standard deviation.
inline constexpr float leastEffectiveSamples = 25;
/// False where the probe's true mean is such a one, or none. Probes are counted from 0; unknown ones are reliable.
[[nodiscard]] bool isReliable(const Snapshot& snapshot, std::size_t probe);
/// How many are.
[[nodiscard]] std::size_t reliableProbes(const Snapshot& snapshot);

using SnapshotPointer = std::shared_ptr<const Snapshot>;

/// The probes' words, fixed for a run; index as in Snapshot.
using ProbeTexts = std::shared_ptr<const std::vector<std::string>>;

}  // namespace collapsar
