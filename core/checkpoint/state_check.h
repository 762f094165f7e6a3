// SPDX-License-Identifier: GPL-3.0-or-later
/// Whether the parts of a TrainingState read from a file fit each other, so that using it never reads past a buffer.
#pragma once

#include "core/checkpoint/training_state.h"

#include <string>

namespace collapsar {

/// What is wrong, as the end of a sentence; empty when nothing is.
[[nodiscard]] std::string stateProblem(const TrainingState& state);

}  // namespace collapsar
