// SPDX-License-Identifier: GPL-3.0-or-later
/// The kernels of row_lanes.h as a table, one for each instruction set; row_lanes.inc holds the code they share.
/// Private to row_lanes.cpp.
#pragma once

#include "core/nn/row_lanes.h"

namespace collapsar {

struct RowLaneKernels {
    void (*product)(const WeightRows&, std::int64_t count, const float* in, float* out, std::int64_t lanes);
    void (*lstmStep)(const LaneLstm&, std::int64_t first, std::int64_t count);
    void (*addPowers)(const LaneVocabulary&, std::int64_t first, std::int64_t count, const float* shift, float* sums);
    void (*raiseToLargest)(const LaneVocabulary&, std::int64_t first, std::int64_t count, float* largest);
};

extern const RowLaneKernels portableRowLanes;
#ifdef COLLAPSAR_X86
extern const RowLaneKernels avx2RowLanes;
extern const RowLaneKernels avx512RowLanes;
#endif

}  // namespace collapsar
