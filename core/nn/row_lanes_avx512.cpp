// SPDX-License-Identifier: GPL-3.0-or-later
#define COLLAPSAR_ROW_LANES avx512RowLanes
#include "core/nn/row_lanes.inc"
