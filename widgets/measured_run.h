// SPDX-License-Identifier: GPL-3.0-or-later
/// A run with what was measured of it on request, as the charts of measures take it.
#pragma once

#include "core/report/run_details.h"
#include "widgets/plot_theme.h"

namespace collapsar {

struct MeasuredRun {
    int run = -1;  ///< its number on the stage
    RunIdentity identity;
    RunDetailsPointer details;  ///< null: nothing is known yet
    QString problem;            ///< empty, or why nothing new could be measured

    bool operator==(const MeasuredRun&) const = default;

    [[nodiscard]] bool hasLatent() const { return details && details->latent > 0; }
    [[nodiscard]] bool isLanguageModel() const { return details && details->latent == 0; }
};

}  // namespace collapsar
