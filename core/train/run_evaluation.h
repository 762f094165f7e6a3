// SPDX-License-Identifier: GPL-3.0-or-later
/// Evaluates what a run folder holds, without training it.
#pragma once

#include "core/report/evaluation_details.h"
#include "core/report/measurement.h"
#include "core/report/result.h"

#include <filesystem>
#include <string>

namespace collapsar {

struct RunEvaluationRequest {
    std::filesystem::path folder;
    std::string split;          ///< "training", "validation" or "test"
    std::string checkpoint;     ///< file name in the run's checkpoints folder; empty: the newest
    int importanceSamples = 0;  ///< K of the IW-NLL; 0: not wanted. K decoder passes a sentence
    int refinementSteps = 0;    ///< S of the amortisation gap; 0: not wanted. 2 S + 1 decoder passes a sentence
};

struct RunEvaluation {
    Measurement values;
    double iwNll = notMeasured;  ///< importance-weighted estimate of -log p(x), nats per example, falls with K
    double iwPpl = notMeasured;  ///< exp(total IW-NLL / predicted words)
    int importanceSamples = 0;
    /// ELBO of each posterior moved S steps uphill from the encoder's, minus the encoder's own ELBO, nats per example:
    /// from below, for finitely many steps; one sample of z, the same for both. source: Cremer et al. 2018
    double amortisationGap = notMeasured;
    int refinementSteps = 0;
    EvaluationDetails details;
};

/// All measurements of one checkpoint on a whole split. Posterior means are taken on the run's own probes. Blocks, on
/// all cores; any thread; needs the run's data. The numbers do not depend on the number of cores.
///
/// errors  as reading the folder and its data; DataChanged when a data file is not the one the run was made with;
///         InvalidSettings for an unknown split or less than 0 samples or steps.
[[nodiscard]] Result<RunEvaluation> evaluateRun(const RunEvaluationRequest& request);

}  // namespace collapsar
