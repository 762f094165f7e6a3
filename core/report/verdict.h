// SPDX-License-Identifier: GPL-3.0-or-later
/// What the posterior mean space shows, as a code with its evidence. Words are made where they are shown.
#pragma once

#include "core/report/measurement.h"
#include "core/report/settings.h"

namespace collapsar {

enum class VerdictKind {
    WarmingUp,          ///< none of the others
    InStep,             ///< approximate and true means agree
    InferenceCollapse,  ///< spread on the true axis, none on the approximate one
    ModelCollapse,      ///< the reverse: the model ignores z
    PosteriorCollapse,  ///< none on both
    Diverged,           ///< NaN or infinity
};

struct Verdict {
    VerdictKind kind = VerdictKind::WarmingUp;
    double trueMeanSd = notMeasured;
    double approxMeanSd = notMeasured;
    double meanCorrelation = notMeasured;
    double meanGap = notMeasured;
    double kl = notMeasured;
    double miFull = notMeasured;

    bool operator==(const Verdict&) const = default;
};

/// Thresholds come from the settings (verdict_spread, verdict_correlation, verdict_gap). Without true means (latent >
/// 1) the spread of the approximate means alone tells PosteriorCollapse from WarmingUp.
[[nodiscard]] Verdict judge(const Measurement& measurement, const Settings& settings);
/// Stable name: warming_up, in_step, inference_collapse, model_collapse, posterior_collapse, diverged.
[[nodiscard]] std::string_view verdictName(VerdictKind kind);

}  // namespace collapsar
