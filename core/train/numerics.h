// SPDX-License-Identifier: GPL-3.0-or-later
/// What the bits of a result depend on besides the run itself, and what makes this machine slower than it could be.
#pragma once

#include <string>

namespace collapsar {

/// Kernel version (raised whenever a kernel's arithmetic changes), instruction set, BLAS and its core, compiler. Equal
/// text: results are bit-identical.
[[nodiscard]] std::string numericsDescription();
/// Call once at start, before the first run: matrix products stay on the thread that asks for them.
void prepareNumerics();
/// True where the system's plain BLAS answers instead of a fast one: everything is several times slower.
[[nodiscard]] bool isBlasSlow();
/// What that means and what to do, in English: for the command line.
[[nodiscard]] std::string slowBlasNote();

}  // namespace collapsar
