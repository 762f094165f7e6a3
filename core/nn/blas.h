// SPDX-License-Identifier: GPL-3.0-or-later
/// The BLAS library behind the large matrix products, and what it is: part of a run's numerics.
#pragma once

#include <string>

namespace collapsar {

/// OpenBLAS keeps a thread pool of its own, which fights with our threads. Call once at start, before any product.
void useSingleThreadedBlas();
/// Build configuration and processor core, e.g. "OpenBLAS 0.3.21 ... Haswell"; "reference BLAS (FILE)" where that
/// answers instead.
[[nodiscard]] std::string blasDescription();
/// True where the system's plain BLAS answers the products of LibTorch or our own instead of OpenBLAS: several times
/// slower.
[[nodiscard]] bool isReferenceBlas();
/// Whether a library file holds the plain BLAS: products without a name of OpenBLAS, BLIS, MKL or ATLAS, in it or in
/// what it loads. False for a file that cannot be loaded.
[[nodiscard]] bool isReferenceBlasLibrary(const std::string& file);

}  // namespace collapsar
