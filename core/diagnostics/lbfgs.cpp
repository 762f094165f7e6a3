// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/lbfgs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <utility>

namespace collapsar {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

void addScaled(Vector& to, double factor, const Vector& from) {
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += factor * from[i];
}

double largestComponent(const Vector& values) {
    double most = 0;
    for (const double v : values)
        most = std::isnan(v) ? v : std::max(most, std::abs(v));
    return most;
}

/// A step s and the change y of the gradient along it.
struct Pair {
    Vector step, change;
    double inverse = 0;  ///< 1 / (s y)
};

/// -H g by the two-loop recursion.
Vector direction(const std::deque<Pair>& pairs, const Vector& gradient) {
    Vector d = gradient;
    std::vector<double> alphas;
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
        alphas.push_back(pair->inverse * dot(pair->step, d));
        addScaled(d, -alphas.back(), pair->change);
    }
    const double scale = pairs.empty() ? 1 / std::max(1.0, std::sqrt(dot(gradient, gradient)))
                                       : 1 / (pairs.back().inverse * dot(pairs.back().change, pairs.back().change));
    for (double& component : d)
        component *= scale;
    for (const Pair& pair : pairs) {
        addScaled(d, alphas.back() - pair.inverse * dot(pair.change, d), pair.step);
        alphas.pop_back();
    }
    for (double& component : d)
        component = -component;
    return d;
}

struct Point {
    Vector x, gradient;
    double value = 0;
};

/// Falls the function enough on a step of `length`? Near the minimum, where rounding hides the fall, a flatter slope
/// has to do (approximate Wolfe condition, Hager & Zhang 2005).
bool isBetter(const Point& next, const Point& point, const Vector& along, double slope, double length) {
    constexpr double armijo = 1e-4, flatter = 0.9, rounding = 1e-14;
    if (next.value <= point.value + armijo * length * slope) return true;
    const bool isEqual = next.value <= point.value + rounding * (1 + std::abs(point.value));
    return isEqual && std::abs(dot(next.gradient, along)) <= flatter * std::abs(slope);
}

/// Halves the step until the function falls enough; false when no step does.
bool stepAlong(const SmoothFunction& function, const Vector& along, double slope, Point& point) {
    constexpr int mostHalvings = 100;
    Point next{point.x, Vector(point.x.size()), 0};
    double length = 1;
    for (int halving = 0; halving < mostHalvings; ++halving, length /= 2) {
        next.x = point.x;
        addScaled(next.x, length, along);
        next.value = function(next.x, next.gradient);
        if (isBetter(next, point, along, slope, length)) {
            point = std::move(next);
            return true;
        }
    }
    return false;
}

}  // namespace

Minimum minimise(const SmoothFunction& function, std::vector<double> start, const LbfgsOptions& options) {
    Point point{std::move(start), {}, 0};
    point.gradient.resize(point.x.size());
    point.value = function(point.x, point.gradient);
    std::deque<Pair> pairs;
    Minimum result;
    while (std::isfinite(point.value) && result.iterations < options.mostIterations) {
        result.converged = largestComponent(point.gradient) <= options.tolerance;
        if (result.converged) break;
        ++result.iterations;
        const Vector along = direction(pairs, point.gradient);
        const Vector gradient = point.gradient, from = point.x;
        if (!stepAlong(function, along, dot(gradient, along), point)) break;
        Pair pair{point.x, point.gradient, 0};
        addScaled(pair.step, -1, from);
        addScaled(pair.change, -1, gradient);
        const double curvature = dot(pair.step, pair.change);
        if (!(curvature > 0)) continue;  // rounding near the minimum
        pair.inverse = 1 / curvature;
        pairs.push_back(std::move(pair));
        if (pairs.size() > static_cast<std::size_t>(options.memory)) pairs.pop_front();
    }
    result.gradient = largestComponent(point.gradient);
    result.value = point.value;
    result.x = std::move(point.x);
    return result;
}

}  // namespace collapsar
