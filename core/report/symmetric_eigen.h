// SPDX-License-Identifier: GPL-3.0-or-later
/// Eigenvalues and eigenvectors of a dense symmetric matrix. Any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace collapsar {

/// matrix  [n, n] row-major, symmetric; only the lower triangle is read
/// returns [n] ascending, error a few 1e-15 of the largest; all NaN when an entry is not finite
/// cost    4/3 n^3 multiplications: n = 256 about 20 ms
/// method  Householder reduction to tridiagonal form, then QL with implicit shifts (Golub & Van Loan, 8.3)
[[nodiscard]] std::vector<double> symmetricEigenvalues(std::vector<double> matrix, std::size_t n);

/// The same values, largest first, with a unit vector for each; signs as they come.
struct SymmetricEigen {
    std::vector<double> value;                ///< [n]
    std::vector<std::vector<double>> vector;  ///< [n] [n]; not meaningful where values are NaN
};
[[nodiscard]] SymmetricEigen symmetricEigen(std::vector<double> matrix, std::size_t n);

}  // namespace collapsar
