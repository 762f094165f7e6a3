// SPDX-License-Identifier: GPL-3.0-or-later
/// A toy model whose true posteriors differ from the prior and from each other, with sentences: what the evaluation
/// workloads look at. Made once by the driver, read by every side from a file.
#pragma once

#include "core/model/parameters.h"

#include <cstdint>
#include <string>
#include <vector>

namespace collapsar {

struct TrainedToy {
    /// 200 outer updates of the default settings, each after 30 encoder-only ones.
    static constexpr int outerUpdates = 200, innerUpdates = 30;

    Parameters parameters;
    int length = 0;                    ///< of every sentence, with both markers
    std::vector<std::int32_t> tokens;  ///< validation sentences, [sentences, length]

    [[nodiscard]] int sentences() const { return static_cast<int>(tokens.size()) / length; }
};

/// A few seconds. Throws std::runtime_error.
[[nodiscard]] TrainedToy trainToy();
/// For files of this program on this machine only. Throw std::runtime_error.
void save(const TrainedToy& toy, const std::string& path);
[[nodiscard]] TrainedToy loadToy(const std::string& path);

}  // namespace collapsar
