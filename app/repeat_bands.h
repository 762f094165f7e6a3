// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs of the stage that differ in their seed only, as one middle line with a band in every curve.
#pragma once

#include "app/run_view.h"
#include "widgets/curve_spec.h"

#include <vector>

namespace collapsar {

class CurvesPanel;

class RepeatBands {
public:
    /// `curves` outlives this.
    explicit RepeatBands(CurvesPanel& curves) : m_curves(curves) {}

    /// Runs stand under their place in `runs`. A run that is hidden counts while another of its group is shown; what-ifs
    /// and deleted ones do not. Only what is another than before is touched.
    void show(const std::vector<RunView>& runs);

private:
    struct Band {
        RunIdentity identity;
        std::vector<int> members;

        bool operator==(const Band&) const = default;
    };

    CurvesPanel& m_curves;
    std::vector<Band> m_bands;  ///< the number of a band is its place
};

}  // namespace collapsar
