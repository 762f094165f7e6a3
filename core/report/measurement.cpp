// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measurement.h"

#include <algorithm>

namespace collapsar {

// clang-format off
const std::vector<MeasurementColumn>& measurementColumns() {
    using M = Measurement;
    static const std::vector<MeasurementColumn> columns{
        {"elbo", "ELBO", "nats", "-(reconstruction + KL) at weight 1, one sample of z per example: unbiased, at most log p(x)", &M::elbo},
        {"reconstruction", "Reconstruction", "nats", "-log p(x|z) summed over words, one sample of z per example, unbiased", &M::reconstruction},
        {"kl", "KL", "nats", "KL(q(z|x) || N(0, I)) in closed form, exact, mean over examples", &M::kl},
        {"ppl", "Perplexity", "", "exp(sum of (reconstruction + KL) / predicted words), words and end mark: an upper bound", &M::ppl},
        {"mi_batch", "MI, per batch", "nats", "He et al. 2019: inside each batch of B, exact entropy, one sample of z per example, size-weighted mean; biased low, ceiling ln B, can be slightly below 0", &M::miBatch},
        {"mi_full", "MI, full set", "nats", "mean of log q(z|x) - log q(z) at the same single sample, q(z) over all N evaluated examples; ceiling ln N, exactly 0 when all posteriors are the same", &M::miFull},
        {"active_units", "Active units", "", "Latent dimensions whose posterior mean varies by at least active_unit_variance (Burda et al. 2016), unbiased variance over the evaluated examples", &M::activeUnits},
        {"lag", "Lag", "nats", "KL(q(z|x) || p(z|x)) by quadrature, mean over the probes, exact to 0.0001; one latent dimension only", &M::lag},
        {"log_likelihood", "Log likelihood", "nats", "log p(x) by quadrature, mean over the probes, exact; one latent dimension only", &M::logLikelihood},
        {"true_mean_sd", "Spread of true means", "", "Standard deviation over the probes of the mean of p(z|x), by quadrature; one latent dimension only", &M::trueMeanSd},
        {"approx_mean_sd", "Spread of approximate means", "", "Standard deviation over the probes of the mean of q(z|x), exact", &M::approxMeanSd},
        {"mean_correlation", "Correlation of means", "", "Pearson correlation over the probes of true and approximate means; empty when either spread is below 0.01", &M::meanCorrelation},
        {"mean_gap", "Mean gap", "", "Mean over the probes of |approximate - true posterior mean|", &M::meanGap},
        {"train_elbo", "Training ELBO", "nats", "-(reconstruction + KL) at weight 1 on the update's own batch, with dropout, one sample of z: noisy", &M::trainElbo},
        {"train_reconstruction", "Training reconstruction", "nats", "-log p(x|z) on the update's own batch, with dropout, one sample of z: noisy", &M::trainReconstruction},
        {"train_kl", "Training KL", "nats", "KL(q(z|x) || N(0, I)) on the update's own batch, closed form", &M::trainKl},
        {"encoder_gradient_norm", "Encoder gradient", "", "Norm of the encoder's gradient on the update's own batch, before clipping", &M::encoderGradientNorm},
        {"decoder_gradient_norm", "Decoder gradient", "", "Norm of the decoder's gradient on the update's own batch, before clipping", &M::decoderGradientNorm},
        {"kl_weight", "KL weight", "", "Factor on the KL term in force at the update, exact", &M::klWeight},
        {"inner_updates", "Inner updates", "updates", "Encoder updates that the inner loop of this update made, exact", &M::innerUpdates},
        {"learning_rate", "Learning rate", "", "The decoder's, after cuts, exact", &M::learningRate},
    };
    return columns;
}
// clang-format on

const MeasurementColumn* findColumn(std::string_view name) {
    const auto& columns = measurementColumns();
    const auto found = std::ranges::find(columns, name, &MeasurementColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

}  // namespace collapsar
