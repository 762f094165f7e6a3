// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/verdict.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

namespace {

/// NaN also means "not measured", so it counts only where a value must be there: scheduled evaluations always measure
/// ELBO and KL, and approximate means are always there beside true ones. Perplexity may overflow honestly.
bool isDiverged(const Measurement& m) {
    const auto isInfinite = [&](const MeasurementColumn& column) {
        return column.name != "ppl" && std::isinf(m.*column.value);
    };
    if (std::ranges::any_of(measurementColumns(), isInfinite)) return true;
    if (m.kind == MeasurementKind::Scheduled && (std::isnan(m.elbo) || std::isnan(m.kl))) return true;
    return std::isnan(m.approxMeanSd) && !std::isnan(m.trueMeanSd);
}

VerdictKind kindOf(const Measurement& m, const Settings& settings) {
    if (isDiverged(m)) return VerdictKind::Diverged;
    if (std::isnan(m.approxMeanSd)) return VerdictKind::WarmingUp;
    const bool isApproximateSpread = m.approxMeanSd >= settings.verdictSpread;
    if (std::isnan(m.trueMeanSd)) return isApproximateSpread ? VerdictKind::WarmingUp : VerdictKind::PosteriorCollapse;
    const bool isTrueSpread = m.trueMeanSd >= settings.verdictSpread;
    if (!isApproximateSpread) return isTrueSpread ? VerdictKind::InferenceCollapse : VerdictKind::PosteriorCollapse;
    if (!isTrueSpread) return VerdictKind::ModelCollapse;
    const bool isInStep =
        m.meanCorrelation > settings.verdictCorrelation && m.meanGap < settings.verdictGap * m.trueMeanSd;
    return isInStep ? VerdictKind::InStep : VerdictKind::WarmingUp;
}

}  // namespace

Verdict judge(const Measurement& measurement, const Settings& settings) {
    return {.kind = kindOf(measurement, settings),
            .trueMeanSd = measurement.trueMeanSd,
            .approxMeanSd = measurement.approxMeanSd,
            .meanCorrelation = measurement.meanCorrelation,
            .meanGap = measurement.meanGap,
            .kl = measurement.kl,
            .miFull = measurement.miFull};
}

std::string_view verdictName(VerdictKind kind) {
    switch (kind) {
        case VerdictKind::WarmingUp:
            return "warming_up";
        case VerdictKind::InStep:
            return "in_step";
        case VerdictKind::InferenceCollapse:
            return "inference_collapse";
        case VerdictKind::ModelCollapse:
            return "model_collapse";
        case VerdictKind::PosteriorCollapse:
            return "posterior_collapse";
        case VerdictKind::Diverged:
            return "diverged";
    }
    return "warming_up";
}

}  // namespace collapsar
