// SPDX-License-Identifier: GPL-3.0-or-later
/// Two estimators of the mutual information I_q(x; z) under the approximate posterior, from one sample of z per
/// example. They are not comparable: each has its own ceiling. Nats; any thread.
#pragma once

#include "core/diagnostics/gaussian.h"
#include "core/nn/stop_flag.h"

#include <span>

namespace collapsar {

/// Within one batch of n examples, as published: closed-form E[log q(z|x)] minus the mean of log q(z_i), q(z) being the
/// mixture of this batch's posteriors.
///
/// samples  [n, Z], z_i ~ q(z|x_i)
/// bias     ceiling near ln n; noisy by one sample, can be slightly negative
/// source   He et al. 2019, released code (calc_mi)
[[nodiscard]] double batchMutualInformation(const GaussianRows& posteriors, std::span<const float> samples);

/// Over the whole set of N examples: mean of log q(z_i|x_i) - log q(z_i), both at the same sample.
///
/// samples  [N, Z], z_i ~ q(z|x_i)
/// bias     exactly 0 when all posteriors are identical, never above ln N; one-sample noise
/// cost     N^2 Z; exact to 1e-5. NaN when a mean or log variance is not finite.
/// errors   throws Interrupted when `stop` is raised
/// threads  how many work on it; changes no bit of the result
[[nodiscard]] double fullMutualInformation(const GaussianRows& posteriors, std::span<const float> samples,
                                           const StopFlag& stop, int threads = 1);

}  // namespace collapsar
