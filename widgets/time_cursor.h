// SPDX-License-Identifier: GPL-3.0-or-later
/// The one place in time that everything on the stage shows.
#pragma once

#include <cstdint>

namespace collapsar {

/// A card, a curve's read-out, a number and the verdict at `update` are what a run's history holds at its newest entry
/// up to there, inner updates included.
struct TimeCursor {
    std::int64_t update = 0;  ///< completed outer updates; while live, the furthest run's
    bool isLive = true;       ///< follows the newest data

    bool operator==(const TimeCursor&) const = default;
};

}  // namespace collapsar
