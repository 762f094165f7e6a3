// SPDX-License-Identifier: GPL-3.0-or-later
#define COLLAPSAR_KERNEL_TABLE avx512Kernels
#define COLLAPSAR_KERNEL_NAME "AVX-512"
#include "core/nn/kernels.inc"
