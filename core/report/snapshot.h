// SPDX-License-Identifier: GPL-3.0-or-later
/// One immutable picture of the posterior mean space: every probe's true and approximate posterior mean.
#pragma once

#include "core/report/measurement.h"
#include "core/report/verdict.h"

#include <memory>
#include <string>
#include <vector>

namespace collapsar {

/// N probes, Z latent dimensions; vectors of size N * Z are row-major (probe, dimension).
struct Snapshot {
    Measurement values;
    Verdict verdict;
    std::vector<float> trueMean;         ///< N * Z, mean of p(z|x); empty when Z > 2
    std::vector<float> approximateMean;  ///< N * Z, mean of q(z|x)
    std::vector<float> logLikelihood;    ///< N, log p(x) by quadrature, nats; empty when Z > 2
    std::vector<float> lag;              ///< N, KL(q(z|x) || p(z|x)), nats; empty when Z > 2
    std::vector<float> unitVariance;     ///< Z, variance over examples of the posterior mean
    std::vector<float> unitKl;           ///< Z, mean KL per dimension, nats
    int latent = 1;
    bool isPreview = false;        ///< coarse quadrature; never journalled or exported
    double previewError = 0;       ///< largest error of a true mean found by halving the step, preview only
    bool objectiveIsPlain = true;  ///< false: KL weight differs from 1, so the objective's optimum is not the diagonal
};

using SnapshotPointer = std::shared_ptr<const Snapshot>;

/// The probes' words, fixed for a run; index as in Snapshot.
using ProbeTexts = std::shared_ptr<const std::vector<std::string>>;

}  // namespace collapsar
