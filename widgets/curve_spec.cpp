// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_spec.h"

#include <QCoreApplication>

namespace collapsar {
namespace {

struct Words {
    const char* column;
    const char* title;
    const char* unit;
};

// clang-format off
constexpr Words words[] = {
    {"elbo", QT_TRANSLATE_NOOP("CurveSpec", "ELBO"), QT_TRANSLATE_NOOP("CurveSpec", "nats, validation")},
    {"reconstruction", QT_TRANSLATE_NOOP("CurveSpec", "Reconstruction"), QT_TRANSLATE_NOOP("CurveSpec", "nats, validation")},
    {"kl", QT_TRANSLATE_NOOP("CurveSpec", "KL"), QT_TRANSLATE_NOOP("CurveSpec", "nats")},
    {"ppl", QT_TRANSLATE_NOOP("CurveSpec", "Perplexity"), QT_TRANSLATE_NOOP("CurveSpec", "upper bound")},
    {"mi_batch", QT_TRANSLATE_NOOP("CurveSpec", "Mutual information"), QT_TRANSLATE_NOOP("CurveSpec", "nats / batch")},
    {"mi_full", QT_TRANSLATE_NOOP("CurveSpec", "Mutual information"), QT_TRANSLATE_NOOP("CurveSpec", "nats, full set")},
    {"active_units", QT_TRANSLATE_NOOP("CurveSpec", "Active units"), QT_TRANSLATE_NOOP("CurveSpec", "count")},
    {"lag", QT_TRANSLATE_NOOP("CurveSpec", "Lag"), QT_TRANSLATE_NOOP("CurveSpec", "nats, probes")},
    {"log_likelihood", QT_TRANSLATE_NOOP("CurveSpec", "Log likelihood"), QT_TRANSLATE_NOOP("CurveSpec", "nats, probes")},
    {"true_mean_sd", QT_TRANSLATE_NOOP("CurveSpec", "Spread of true means"), QT_TRANSLATE_NOOP("CurveSpec", "sd, probes")},
    {"approx_mean_sd", QT_TRANSLATE_NOOP("CurveSpec", "Spread of approximate means"), QT_TRANSLATE_NOOP("CurveSpec", "sd, probes")},
    {"mean_correlation", QT_TRANSLATE_NOOP("CurveSpec", "Correlation of means"), QT_TRANSLATE_NOOP("CurveSpec", "probes")},
    {"mean_gap", QT_TRANSLATE_NOOP("CurveSpec", "Mean gap"), QT_TRANSLATE_NOOP("CurveSpec", "probes")},
    {"train_elbo", QT_TRANSLATE_NOOP("CurveSpec", "Training ELBO"), QT_TRANSLATE_NOOP("CurveSpec", "nats, own batch")},
    {"train_reconstruction", QT_TRANSLATE_NOOP("CurveSpec", "Training reconstruction"), QT_TRANSLATE_NOOP("CurveSpec", "nats, own batch")},
    {"train_kl", QT_TRANSLATE_NOOP("CurveSpec", "Training KL"), QT_TRANSLATE_NOOP("CurveSpec", "nats, own batch")},
    {"encoder_gradient_norm", QT_TRANSLATE_NOOP("CurveSpec", "Encoder gradient"), QT_TRANSLATE_NOOP("CurveSpec", "norm")},
    {"decoder_gradient_norm", QT_TRANSLATE_NOOP("CurveSpec", "Decoder gradient"), QT_TRANSLATE_NOOP("CurveSpec", "norm")},
    {"kl_weight", QT_TRANSLATE_NOOP("CurveSpec", "KL weight"), QT_TRANSLATE_NOOP("CurveSpec", "in force")},
    {"inner_updates", QT_TRANSLATE_NOOP("CurveSpec", "Inner updates"), QT_TRANSLATE_NOOP("CurveSpec", "per update")},
    {"refined_elbo", QT_TRANSLATE_NOOP("CurveSpec", "Refined ELBO"), QT_TRANSLATE_NOOP("CurveSpec", "nats, validation")},
    {"refined_kl", QT_TRANSLATE_NOOP("CurveSpec", "Refined KL"), QT_TRANSLATE_NOOP("CurveSpec", "nats")},
    {"iw_nll", QT_TRANSLATE_NOOP("CurveSpec", "IW-NLL"), QT_TRANSLATE_NOOP("CurveSpec", "nats, at the end")},
    {"iw_ppl", QT_TRANSLATE_NOOP("CurveSpec", "IW perplexity"), QT_TRANSLATE_NOOP("CurveSpec", "at the end")},
    {"aggregate_kl", QT_TRANSLATE_NOOP("CurveSpec", "KL of the aggregate posterior"), QT_TRANSLATE_NOOP("CurveSpec", "nats, full set")},
    {"usage_gap_shuffled", QT_TRANSLATE_NOOP("CurveSpec", "Usage gap, shuffled z"), QT_TRANSLATE_NOOP("CurveSpec", "nats")},
    {"usage_gap_prior", QT_TRANSLATE_NOOP("CurveSpec", "Usage gap, prior z"), QT_TRANSLATE_NOOP("CurveSpec", "nats")},
    {"feature_cosine", QT_TRANSLATE_NOOP("CurveSpec", "Cosine of features"), QT_TRANSLATE_NOOP("CurveSpec", "mean of pairs")},
    {"feature_rank", QT_TRANSLATE_NOOP("CurveSpec", "Effective rank of features"), QT_TRANSLATE_NOOP("CurveSpec", "of the covariance")},
    {"probe_accuracy", QT_TRANSLATE_NOOP("CurveSpec", "Linear probe"), QT_TRANSLATE_NOOP("CurveSpec", "accuracy")},
    {"learning_rate", QT_TRANSLATE_NOOP("CurveSpec", "Learning rate"), QT_TRANSLATE_NOOP("CurveSpec", "decoder")},
};
// clang-format on

QString translated(const char* text) {
    return QCoreApplication::translate("CurveSpec", text);
}

}  // namespace

CurveSpec curveSpec(const QString& column) {
    const MeasurementColumn* found = findColumn(column.toStdString());
    if (!found) return {};
    CurveSpec spec;
    spec.column = column;
    spec.title = QString::fromUtf8(found->label.data(), static_cast<qsizetype>(found->label.size()));
    spec.unit = QString::fromUtf8(found->unit.data(), static_cast<qsizetype>(found->unit.size()));
    spec.estimator = QString::fromUtf8(found->estimator.data(), static_cast<qsizetype>(found->estimator.size()));
    if (column == QLatin1String("active_units")) spec.values = CurveValues::Integer;
    for (const Words& word : words) {
        if (column != QLatin1String(word.column)) continue;
        spec.title = translated(word.title);
        spec.unit = translated(word.unit);
    }
    return spec;
}

double axisValue(const Measurement& measurement, CurveAxis axis) {
    switch (axis) {
        case CurveAxis::EncoderUpdates:
            return static_cast<double>(measurement.encoderUpdates);
        case CurveAxis::Epoch:
            return measurement.epoch;
        case CurveAxis::Seconds:
            return measurement.seconds;
        case CurveAxis::Update:
            break;
    }
    return static_cast<double>(measurement.at.update);
}

QString axisTitle(CurveAxis axis) {
    switch (axis) {
        case CurveAxis::EncoderUpdates:
            return QCoreApplication::translate("CurveSpec", "encoder updates");
        case CurveAxis::Epoch:
            return QCoreApplication::translate("CurveSpec", "epochs");
        case CurveAxis::Seconds:
            return QCoreApplication::translate("CurveSpec", "seconds");
        case CurveAxis::Update:
            break;
    }
    return QCoreApplication::translate("CurveSpec", "updates");
}

}  // namespace collapsar
