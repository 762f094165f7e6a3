// SPDX-License-Identifier: GPL-3.0-or-later
/// The BLAS library behind the large matrix products, and what it is: part of a run's numerics.
#pragma once

#include <string>

namespace collapsar {

/// OpenBLAS keeps a thread pool of its own, which fights with our threads. Call once at start, before any product.
void useSingleThreadedBlas();
/// Build configuration and processor core, e.g. "OpenBLAS 0.3.21 ... Haswell".
[[nodiscard]] std::string blasDescription();
/// True where the system's plain BLAS answers instead of OpenBLAS: several times slower.
[[nodiscard]] bool isReferenceBlas();

}  // namespace collapsar
