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
        {"aggregate_kl", "Aggregate KL", "nats", "KL(q(z) || N(0, I)) = kl - mi_full of the same evaluation, q(z) the mean of all N posteriors, one sample of z per example; biased as mi_full turned round: never below kl - ln N, can be slightly below 0", &M::aggregateKl},
        {"active_units", "Active units", "", "Latent dimensions whose posterior mean varies by at least active_unit_variance (Burda et al. 2016), unbiased variance over the evaluated examples", &M::activeUnits},
        {"usage_gap_shuffled", "Usage gap, shuffled z", "nats", "Rise of -log p(x|z) when z comes from another example: one sample each, on every tenth of the evaluated sentences (at least 48), KL left out; unbiased, noisy, can be slightly below 0; about 0: the decoder ignores z; no ceiling", &M::usageShuffled},
        {"usage_gap_prior", "Usage gap, prior z", "nats", "Rise of -log p(x|z) when z comes from the prior: one sample each, on every tenth of the evaluated sentences (at least 48), KL left out; unbiased, noisy, can be slightly below 0; about 0: the decoder ignores z; no ceiling", &M::usagePrior},
        {"feature_cosine", "Cosine of encoder features", "", "Mean cosine over all pairs of pooled encoder states before the head, at most 200 evenly spread evaluated sentences; unbiased; ceiling 1: all point the same way. Dispersion as in Long et al. 2019, who give no formula", &M::featureCosine},
        {"feature_rank", "Rank of encoder features", "", "Effective rank exp(entropy of the covariance's eigenvalues) of pooled encoder states before the head, at most 200 evenly spread evaluated sentences; biased low, floor 1, ceiling min(units, sentences - 1)", &M::featureRank},
        {"probe_accuracy", "Linear probe", "", "Share of labels that a logistic regression (L2 1) reads off the standardised posterior means: fitted on four fifths of the evaluated sentences, tested on the rest, by a hash of their index; standard error sqrt(a (1 - a) / tested), floor the commonest label's share, ceiling 1; empty without labels", &M::probeAccuracy},
        {"lag", "Lag", "nats", "KL(q(z|x) || p(z|x)) mean over the probes; by quadrature (one latent dimension: exact to 0.0001), by importance sampling above two", &M::lag},
        {"log_likelihood", "Log likelihood", "nats", "log p(x), mean over the probes; by quadrature, above two latent dimensions by importance sampling", &M::logLikelihood},
        {"true_mean_sd", "Spread of true means", "", "Standard deviation over the probes of the mean of p(z|x), of the latent dimension that varies most; by quadrature, above two by importance sampling", &M::trueMeanSd},
        {"approx_mean_sd", "Spread of approximate means", "", "Standard deviation over the probes of the mean of q(z|x), exact", &M::approxMeanSd},
        {"mean_correlation", "Correlation of means", "", "Pearson correlation over the probes of true and approximate means; empty when either spread is below 0.01", &M::meanCorrelation},
        {"mean_gap", "Mean gap", "", "Mean over the probes of |approximate - true posterior mean|", &M::meanGap},
        {"refined_elbo", "Refined ELBO", "nats", "As ELBO, of the posteriors that svi_steps refinement steps make of the encoder's without dropout at KL weight 1 (Kim et al. 2018); minus ELBO it is the amortisation gap. All other evaluations are of the encoder's own posteriors", &M::refinedElbo},
        {"refined_kl", "Refined KL", "nats", "As KL, of the refined posteriors", &M::refinedKl},
        {"iw_nll", "IW-NLL", "nats", "Importance-weighted estimate of -log p(x) with importance_samples draws of the encoder's own posterior for each evaluated sentence (Burda et al. 2016), of the same weights as the evaluation it stands in, the last one of a run; an upper bound in expectation, lower with more samples; exact of a language model", &M::iwNll},
        {"iw_ppl", "IW perplexity", "", "exp(sum of the importance-weighted NLL / predicted words), words and end mark: an upper bound; exact of a language model", &M::iwPpl},
        {"train_elbo", "Training ELBO", "nats", "-(reconstruction + KL) at weight 1 on the update's own batch, with dropout, one sample of z: noisy; of refined posteriors where svi_steps are set", &M::trainElbo},
        {"train_reconstruction", "Training reconstruction", "nats", "-log p(x|z) on the update's own batch, with dropout, one sample of z: noisy; of refined posteriors where svi_steps are set", &M::trainReconstruction},
        {"train_kl", "Training KL", "nats", "KL(q(z|x) || N(0, I)) on the update's own batch, closed form; of refined posteriors where svi_steps are set", &M::trainKl},
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
