// SPDX-License-Identifier: GPL-3.0-or-later
/// What is measured of one run at one place of its history when somebody asks, beside the columns. Plain data.
#pragma once

#include "core/report/evaluation_details.h"
#include "core/report/intervention.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

struct RunDetails {
    Position at;                 ///< whose weights were measured; may lie before the place asked for
    std::int64_t sentences = 0;  ///< N, the first ones of the validation set
    Measurement values;          ///< elbo, reconstruction, kl, mi_full ... over those N; of amortised posteriors
    EvaluationDetails details;
    int latent = 0;  ///< Z; 0: a language model, whose details by position are exact

    // Which positions max or absmax pooling takes its features from; empty with other pooling.
    std::vector<double> pooledShare;  ///< [T] share of features from each position, 0: the start mark
    int fixedUnits = 0;               ///< units that take one position in 90 % of the sentences
    int units = 0;                    ///< of how many

    std::string warning;  ///< empty, or why the weights may not be quite those the run had
};

using RunDetailsPointer = std::shared_ptr<const RunDetails>;

}  // namespace collapsar
