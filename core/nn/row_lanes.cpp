// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/row_lanes.h"

#include "core/nn/row_lanes_kernels.h"
#include "core/nn/vector_math.h"

namespace collapsar {
namespace {

const RowLaneKernels& choose() {
#ifdef COLLAPSAR_X86
    if (instructionSet() == "AVX-512") return avx512RowLanes;
    if (instructionSet() == "AVX2") return avx2RowLanes;
#endif
    return portableRowLanes;
}

const RowLaneKernels& rowLanes() {
    static const RowLaneKernels& chosen = choose();
    return chosen;
}

}  // namespace

void laneProduct(const WeightRows& weights, std::int64_t count, const float* in, float* out, std::int64_t lanes) {
    rowLanes().product(weights, count, in, out, lanes);
}

void laneLstmStep(const LaneLstm& step, std::int64_t first, std::int64_t count) {
    rowLanes().lstmStep(step, first, count);
}

void addPowers(const LaneVocabulary& vocabulary, std::int64_t first, std::int64_t count, const float* shift,
               float* sums) {
    rowLanes().addPowers(vocabulary, first, count, shift, sums);
}

void raiseToLargest(const LaneVocabulary& vocabulary, std::int64_t first, std::int64_t count, float* largest) {
    rowLanes().raiseToLargest(vocabulary, first, count, largest);
}

}  // namespace collapsar
