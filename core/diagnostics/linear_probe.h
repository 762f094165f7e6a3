// SPDX-License-Identifier: GPL-3.0-or-later
/// How well a linear classifier reads the labels off the posterior means: multinomial logistic regression on
/// standardised features. Letters: N examples, Z latent, C classes. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// Features with labels; a view.
struct LabelledRows {
    std::span<const float> features;       ///< [N, Z] row-major
    std::span<const std::int32_t> labels;  ///< [N] 0 to C - 1; below 0: not labelled, left out
    int latent = 1;
    int classes = 2;

    [[nodiscard]] std::size_t count() const { return labels.size(); }
};

/// p(c|x) = softmax over c of weights[c] * (x - mean) / sd + bias[c].
struct LinearClassifier {
    std::vector<double> weights;   ///< [C, Z]
    std::vector<double> bias;      ///< [C], sum 0
    std::vector<double> mean, sd;  ///< [Z] of the training part; where sd is 0 the feature counts as 0
    int classes = 2;
    bool converged = false;

    /// The class with the largest probability, the lower of equals.
    [[nodiscard]] int classify(std::span<const float> features) const;
};

/// Minimises sum_i -log p(label_i|x_i) + l2 / 2 * sum of squared weights (biases are free) by L-BFGS from zero, on the
/// rows with labels. With l2 = 1 this is scikit-learn's LogisticRegression at its default C = 1.
///
/// result  not converged, and all weights 0, when a feature is not finite or no row is labelled
[[nodiscard]] LinearClassifier fitLinearClassifier(const LabelledRows& rows, double l2 = 1);

struct Accuracy {
    double share = 0;  ///< of labelled rows classified rightly; NaN without any
    std::int64_t examples = 0;
};
[[nodiscard]] Accuracy accuracyOf(const LinearClassifier& classifier, const LabelledRows& rows);

enum class ProbePart { Fitted, Tested };
/// A fixed hash of the example's index, the same for every run and update: about one in five is tested on.
[[nodiscard]] ProbePart probePartOf(std::int64_t example);

struct LinearProbe {
    double accuracy = 0;          ///< on the tested part
    double trainingAccuracy = 0;  ///< on the part that was fitted
    double majority = 0;          ///< accuracy on the tested part of always saying the fitted part's commonest class
    std::int64_t trained = 0, tested = 0;
};

/// Fits on four fifths, tests on the rest (probePartOf).
///
/// bias    none for a classifier fitted on that many examples; standard error sqrt(a (1 - a) / tested); ceiling 1,
///         floor about `majority`
/// result  NaN accuracies when either part is empty, the fitted one has a single class, or a feature is not finite
/// source  Dieng et al. 2019 classify posterior means linearly, without saying how; standardised features as Li et
///         al. 2019
[[nodiscard]] LinearProbe linearProbe(const LabelledRows& rows, double l2 = 1);

}  // namespace collapsar
