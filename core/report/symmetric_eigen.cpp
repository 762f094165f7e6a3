// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/symmetric_eigen.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace collapsar {
namespace {

/// diagonal [n], offDiagonal [n] (its last element unused).
struct Tridiagonal {
    std::vector<double> diagonal, offDiagonal;
};

/// Row i: the i-th column of the product of all reflections and rotations so far. Without rows: not wanted.
using Basis = std::vector<std::vector<double>>;

void reflectBasis(Basis& basis, std::span<const double> v) {
    if (basis.empty()) return;
    const double square = std::inner_product(v.begin(), v.end(), v.begin(), 0.0);
    if (square == 0) return;
    std::vector<double> product(basis.size(), 0.0);
    for (std::size_t i = 0; i < v.size(); ++i)
        for (std::size_t k = 0; k < product.size(); ++k)
            product[k] += v[i] * basis[i][k];
    for (std::size_t i = 0; i < v.size(); ++i)
        for (std::size_t k = 0; k < product.size(); ++k)
            basis[i][k] -= 2 / square * v[i] * product[k];
}

void rotateBasis(Basis& basis, std::size_t i, double sine, double cosine) {
    if (basis.empty()) return;
    for (std::size_t k = 0; k < basis.size(); ++k) {
        const double lower = basis[i][k], upper = basis[i + 1][k];
        basis[i + 1][k] = sine * lower + cosine * upper;
        basis[i][k] = cosine * lower - sine * upper;
    }
}

/// p = A v over the leading k rows and columns, A given by its lower triangle.
void multiplyLower(const std::vector<double>& a, std::size_t n, std::span<const double> v, std::span<double> p) {
    std::ranges::fill(p, 0.0);
    for (std::size_t i = 0; i < v.size(); ++i) {
        const double* row = a.data() + i * n;
        double sum = row[i] * v[i];
        for (std::size_t j = 0; j < i; ++j) {
            sum += row[j] * v[j];
            p[j] += row[j] * v[i];
        }
        p[i] += sum;
    }
}

/// A <- H A H with H = I - 2 v v^T / |v|^2, on the leading rows and columns.
void reflect(std::vector<double>& a, std::size_t n, std::span<const double> v, std::span<double> p) {
    double square = 0;
    for (const double x : v)
        square += x * x;
    if (square == 0) return;
    multiplyLower(a, n, v, p);
    double product = 0;
    for (std::size_t i = 0; i < v.size(); ++i) {
        p[i] *= 2 / square;
        product += p[i] * v[i];
    }
    for (std::size_t i = 0; i < v.size(); ++i)
        p[i] -= product / square * v[i];
    for (std::size_t i = 0; i < v.size(); ++i) {
        double* row = a.data() + i * n;
        for (std::size_t j = 0; j <= i; ++j)
            row[j] -= v[i] * p[j] + p[i] * v[j];
    }
}

/// From the last row upwards.
Tridiagonal tridiagonalise(std::vector<double>& a, std::size_t n, Basis& basis) {
    Tridiagonal result{std::vector<double>(n), std::vector<double>(n, 0.0)};
    std::vector<double> v(n), p(n);
    for (std::size_t row = n - 1; row > 1; --row) {
        std::copy_n(a.data() + row * n, row, v.data());
        double norm = 0;
        for (std::size_t j = 0; j < row; ++j)
            norm = std::hypot(norm, v[j]);
        const double target = v[row - 1] > 0 ? -norm : norm;
        result.offDiagonal[row - 1] = target;
        v[row - 1] -= target;
        reflect(a, n, std::span(v).first(row), std::span(p).first(row));
        reflectBasis(basis, std::span(v).first(row));
    }
    if (n > 1) result.offDiagonal[0] = a[n];
    for (std::size_t i = 0; i < n; ++i)
        result.diagonal[i] = a[i * n + i];
    return result;
}

/// One implicit QL sweep over the unreduced block [first, last].
void sweep(Tridiagonal& t, std::size_t first, std::size_t last, Basis& basis) {
    auto& d = t.diagonal;
    auto& e = t.offDiagonal;
    double g = (d[first + 1] - d[first]) / (2 * e[first]);
    const double r = std::hypot(g, 1.0);
    g = d[last] - d[first] + e[first] / (g + std::copysign(r, g));
    double sine = 1, cosine = 1, p = 0;
    for (std::size_t i = last; i-- > first;) {
        const double f = sine * e[i], b = cosine * e[i];
        const double length = std::hypot(f, g);
        e[i + 1] = length;
        if (length == 0) {  // the block falls apart here
            d[i + 1] -= p;
            e[last] = 0;
            return;
        }
        sine = f / length;
        cosine = g / length;
        g = d[i + 1] - p;
        const double shift = (d[i] - g) * sine + 2 * cosine * b;
        p = sine * shift;
        d[i + 1] = g + p;
        g = cosine * shift - b;
        rotateBasis(basis, i, sine, cosine);
    }
    d[first] -= p;
    e[first] = g;
    e[last] = 0;
}

/// The end of the unreduced block that starts at `first`.
std::size_t blockEnd(const Tridiagonal& t, std::size_t first) {
    std::size_t last = first;
    for (; last + 1 < t.diagonal.size(); ++last) {
        const double size = std::abs(t.diagonal[last]) + std::abs(t.diagonal[last + 1]);
        if (std::abs(t.offDiagonal[last]) <= std::numeric_limits<double>::epsilon() * size) break;
    }
    return last;
}

/// [n] in no order; all NaN when an entry is not finite. `basis`: empty, or the identity, which becomes the vectors.
std::vector<double> diagonalise(std::vector<double> matrix, std::size_t n, Basis& basis) {
    constexpr int mostSweeps = 100;  // two are usual
    assert(matrix.size() == n * n);
    std::vector<double> none(n, std::numeric_limits<double>::quiet_NaN());
    if (!std::ranges::all_of(matrix, [](double v) { return std::isfinite(v); })) return none;
    if (n < 2) return matrix;
    Tridiagonal t = tridiagonalise(matrix, n, basis);
    for (std::size_t first = 0; first < n; ++first) {
        int sweeps = 0;
        for (std::size_t last = blockEnd(t, first); last != first; last = blockEnd(t, first)) {
            if (++sweeps > mostSweeps) return none;
            sweep(t, first, last, basis);
        }
    }
    return t.diagonal;
}

}  // namespace

std::vector<double> symmetricEigenvalues(std::vector<double> matrix, std::size_t n) {
    Basis none;
    std::vector<double> values = diagonalise(std::move(matrix), n, none);
    std::ranges::sort(values);
    return values;
}

SymmetricEigen symmetricEigen(std::vector<double> matrix, std::size_t n) {
    Basis basis(n, std::vector<double>(n, 0.0));
    for (std::size_t i = 0; i < n; ++i)
        basis[i][i] = 1;
    const std::vector<double> values = diagonalise(std::move(matrix), n, basis);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    SymmetricEigen result;
    for (const std::size_t i : order) {
        result.value.push_back(values[i]);
        result.vector.push_back(std::move(basis[i]));
    }
    return result;
}

}  // namespace collapsar
