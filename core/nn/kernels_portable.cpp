// SPDX-License-Identifier: GPL-3.0-or-later
#define COLLAPSAR_KERNEL_TABLE portableKernels
#define COLLAPSAR_KERNEL_NAME "portable"
#include "core/nn/kernels.inc"
