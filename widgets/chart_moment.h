// SPDX-License-Identifier: GPL-3.0-or-later
/// Which updates the values of a chart belong to, in words.
#pragma once

#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace collapsar {

/// Of runs, by name: "update 400" where all are the same, else "Basic: update 400, Max: update 300".
[[nodiscard]] QString momentText(const std::vector<std::pair<QString, std::int64_t>>& runs);

}  // namespace collapsar
