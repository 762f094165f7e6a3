// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/numerics.h"

#include "core/nn/blas.h"
#include "core/nn/vector_math.h"

namespace collapsar {

namespace {
constexpr int kernelVersion = 2;
}

std::string numericsDescription() {
    return "kernels " + std::to_string(kernelVersion) + "; " + std::string(instructionSet()) + "; " +
           blasDescription() + "; compiler " + __VERSION__;
}

void prepareNumerics() {
    useSingleThreadedBlas();
}

bool isBlasSlow() {
    return isReferenceBlas();
}

std::string slowBlasNote() {
    return "The system's reference BLAS answers the matrix products: training can be several times slower "
           "than it should. Install libopenblas0-pthread, and let nothing put another libblas.so.3 before it "
           "(LD_PRELOAD, "
           "update-alternatives).";
}

}  // namespace collapsar
