// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/numerics.h"

#include "core/nn/blas.h"
#include "core/nn/vector_math.h"

namespace collapsar {

namespace {
constexpr int kernelVersion = 1;
}

std::string numericsDescription() {
    return "kernels " + std::to_string(kernelVersion) + "; " + std::string(instructionSet()) + "; " +
           blasDescription() + "; compiler " + __VERSION__;
}

}  // namespace collapsar
