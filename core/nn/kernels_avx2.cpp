// SPDX-License-Identifier: GPL-3.0-or-later
#define COLLAPSAR_KERNEL_TABLE avx2Kernels
#define COLLAPSAR_KERNEL_NAME "AVX2"
#include "core/nn/kernels.inc"
