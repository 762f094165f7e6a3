// SPDX-License-Identifier: GPL-3.0-or-later
/// What a card shows of one time of its run.
#pragma once

#include "core/report/run_state.h"
#include "core/report/snapshot.h"
#include "widgets/time_cursor.h"

#include <span>

namespace collapsar {

/// What a card shows of one time of its run.
struct CardMoment {
    TimeCursor cursor;
    std::span<const SnapshotPointer>
        pictures;                   ///< up to the cursor, oldest first, PosteriorPlot::longestPast() of them
    Measurement numbers;            ///< each the newest up to the cursor
    std::span<const Event> events;  ///< of the whole run; those after the cursor do not count
};

}  // namespace collapsar
