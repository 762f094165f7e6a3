// SPDX-License-Identifier: GPL-3.0-or-later
/// What the KL of the ELBO consists of: information about x, and the distance of the aggregate posterior q(z) =
/// mean over x of q(z|x) from the prior. All at one sample of z per example. Letters: N examples, Z latent. Nats.
#pragma once

#include "core/diagnostics/gaussian.h"
#include "core/nn/stop_flag.h"

#include <span>
#include <vector>

namespace collapsar {

/// KL(q(z) || p(z)) = KL - MI: so that kl = mi_full + aggregate_kl, whatever the samples were.
///
/// kl    mean KL(q(z|x) || N(0, I)), closed form
/// mi    fullMutualInformation at one sample per example
/// bias  that of the MI turned round: never below kl - ln N, so too high where the MI is at its ceiling; noise can
///       carry it slightly below 0
/// source  Hoffman & Johnson 2016; He et al. 2019, equation 5
[[nodiscard]] double aggregateKl(double kl, double mi);

/// The same, one latent dimension at a time.
struct UnitInformation {
    std::vector<double> kl;           ///< [Z] mean KL(q(z_d|x) || N(0, 1)), closed form
    std::vector<double> mi;           ///< [Z] fullMutualInformation of z_d alone, ceiling ln N
    std::vector<double> aggregateKl;  ///< [Z] KL(q(z_d) || N(0, 1)) = kl - mi: a KL that carries nothing about x

    [[nodiscard]] double sumOfMi() const;
    [[nodiscard]] double sumOfAggregateKl() const;
};

/// samples  [N, Z], z_i ~ q(z|x_i)
/// bias     as aggregateKl in each dimension
/// cost     N^2 Z exponentials: Z times that of fullMutualInformation
/// errors   throws Interrupted when `stop` is raised; NaN where a mean or log variance is not finite
/// threads  how many work on it; changes no bit of the result
/// use      tells a KL that a floor enforces (delta-VAE, BN-VAE) from information about x
[[nodiscard]] UnitInformation unitInformation(const GaussianRows& posteriors, std::span<const float> samples,
                                              const StopFlag& stop, int threads = 1);

/// Dependence between latent dimensions under q(z): KL(q(z) || prod_d q(z_d)) = KL(q(z) || p(z)) - sum_d KL(q(z_d) ||
/// p(z_d)). 0 for one dimension; unreliable once the MI of all dimensions is near its ceiling ln N.
[[nodiscard]] double totalCorrelation(double aggregateKl, const UnitInformation& units);

}  // namespace collapsar
