// SPDX-License-Identifier: GPL-3.0-or-later
/// A run as it was at an update of its past, from what the window holds of it.
#pragma once

#include "app/run_view.h"
#include "widgets/plot_theme.h"

#include <cstdint>
#include <limits>

namespace collapsar {

/// All of an update: what happened inside it, and the switches made after it, too.
[[nodiscard]] inline Position wholeUpdate(std::int64_t update) {
    return {update, std::numeric_limits<std::int32_t>::max()};
}

/// Its slot of colour, marker and dash, or its number where none was chosen; and its name.
[[nodiscard]] RunIdentity runIdentity(int run, const RunView& view);
/// Live switches as in force at the end of `update`.
[[nodiscard]] Settings settingsAt(const RunView& view, std::int64_t update);
/// The state then, as far as it was recorded: place, settings in force, KL weight, learning rate, burn-in. Beyond the
/// run's end: as it is now.
[[nodiscard]] RunState stateAt(const RunView& view, std::int64_t update);
/// Each number of a card, the newest up to `update`; `at` is the place of the newest of them.
[[nodiscard]] Measurement numbersAt(const RunView& view, std::int64_t update);
/// Of the newest checkpoint at or before `at`, the first one where none is before; null: the run has none. What the
/// engine takes for a question about that place, too.
[[nodiscard]] const Event* checkpointFor(const RunView& view, const Position& at);
/// `events` of a fork that are its own, not its parent's up to the fork. Without a parent on the stage: all.
[[nodiscard]] bool isOwnEvent(const RunView& view, const Event& event, const std::vector<RunView>& runs);

}  // namespace collapsar
