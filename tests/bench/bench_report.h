// SPDX-License-Identifier: GPL-3.0-or-later
/// Turns the measurements of all rounds into the report's entries.
#pragma once

#include "tests/bench/workloads.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace collapsar {

struct Round {
    Measured ours;
    std::optional<Measured> straightforward;
    Measured peak;  ///< of the same round
};

[[nodiscard]] double median(std::vector<double> values);

/// Medians over the rounds; `ratio` is the median of the rounds' own ratios, times on the workload's clock.
/// Updates also: achieved GF/s (updateFlops) and its share of two measured peaks, one thread each: OpenBLAS's and our
/// own product's, both at 1024^3. Figures of a side come with its prefix.
[[nodiscard]] nlohmann::ordered_json workloadReport(const Workload& workload, const std::vector<Round>& rounds);

/// Median of each figure.
[[nodiscard]] nlohmann::ordered_json peakReport(const std::vector<Measured>& peaks);

/// growth_batch_64 -> batch, 64.
struct Growth {
    std::string axis;
    int value = 0;
};
[[nodiscard]] std::optional<Growth> growthOf(const std::string& name);

}  // namespace collapsar
