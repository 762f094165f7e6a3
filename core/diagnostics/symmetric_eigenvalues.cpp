// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/symmetric_eigenvalues.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace collapsar {
namespace {

/// diagonal [n], offDiagonal [n] (its last element unused).
struct Tridiagonal {
    std::vector<double> diagonal, offDiagonal;
};

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
Tridiagonal tridiagonalise(std::vector<double>& a, std::size_t n) {
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
    }
    if (n > 1) result.offDiagonal[0] = a[n];
    for (std::size_t i = 0; i < n; ++i)
        result.diagonal[i] = a[i * n + i];
    return result;
}

/// One implicit QL sweep over the unreduced block [first, last].
void sweep(Tridiagonal& t, std::size_t first, std::size_t last) {
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

}  // namespace

std::vector<double> symmetricEigenvalues(std::vector<double> matrix, int n) {
    constexpr int mostSweeps = 100;  // two are usual
    const auto size = static_cast<std::size_t>(n);
    assert(matrix.size() == size * size);
    const std::vector<double> none(size, std::numeric_limits<double>::quiet_NaN());
    if (!std::ranges::all_of(matrix, [](double v) { return std::isfinite(v); })) return none;
    if (size < 2) return matrix;
    Tridiagonal t = tridiagonalise(matrix, size);
    for (std::size_t first = 0; first < size; ++first) {
        int sweeps = 0;
        for (std::size_t last = blockEnd(t, first); last != first; last = blockEnd(t, first)) {
            if (++sweeps > mostSweeps) return none;
            sweep(t, first, last);
        }
    }
    std::ranges::sort(t.diagonal);
    return t.diagonal;
}

}  // namespace collapsar
