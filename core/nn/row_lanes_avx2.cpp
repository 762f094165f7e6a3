// SPDX-License-Identifier: GPL-3.0-or-later
#define COLLAPSAR_ROW_LANES avx2RowLanes
#include "core/nn/row_lanes.inc"
