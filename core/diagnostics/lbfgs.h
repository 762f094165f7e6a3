// SPDX-License-Identifier: GPL-3.0-or-later
/// Minimises a smooth convex function: limited-memory BFGS, deterministic. Any thread.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace collapsar {

/// Value at x; writes the gradient.
using SmoothFunction = std::function<double(std::span<const double> x, std::span<double> gradient)>;

struct LbfgsOptions {
    double tolerance = 1e-9;  ///< on the largest component of the gradient
    int memory = 10;          ///< pairs of steps and gradient changes that are kept
    int mostIterations = 1000;
};

struct Minimum {
    std::vector<double> x;
    double value = 0;
    double gradient = 0;  ///< its largest component
    int iterations = 0;
    bool converged = false;  ///< false: gave up at mostIterations or where no step lowers the function any more
};

/// errors  a function that is not finite at `start` comes back unchanged, not converged
/// source  Nocedal & Wright, algorithm 7.5; step length halved until Armijo's or Hager & Zhang's
///         approximate Wolfe condition holds
[[nodiscard]] Minimum minimise(const SmoothFunction& function, std::vector<double> start,
                               const LbfgsOptions& options = {});

}  // namespace collapsar
