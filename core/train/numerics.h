// SPDX-License-Identifier: GPL-3.0-or-later
/// What the bits of a result depend on besides the run itself. Equal text: results are bit-identical.
#pragma once

#include <string>

namespace collapsar {

/// Kernel version (raised whenever a kernel's arithmetic changes), instruction set, BLAS and its core, compiler.
[[nodiscard]] std::string numericsDescription();

}  // namespace collapsar
