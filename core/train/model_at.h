// SPDX-License-Identifier: GPL-3.0-or-later
/// The model that a run had at a place of its history. Torch-free.
#pragma once

#include "core/data/corpus.h"
#include "core/model/inference.h"
#include "core/report/intervention.h"
#include "core/report/settings.h"

#include <string>

namespace collapsar {

/// A model and the sentences it knows. Immutable: any number of threads.
struct ModelAt {
    std::string runName;
    Position at;
    Settings settings;  ///< in force there
    InferenceWeightsPointer weights;
    CorpusPointer corpus;
    std::string warning;
};

}  // namespace collapsar
