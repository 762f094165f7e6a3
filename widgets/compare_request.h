// SPDX-License-Identifier: GPL-3.0-or-later
/// Which runs are to be set against each other, and what must be equal for that to mean something.
#pragma once

#include "core/report/settings_table.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace collapsar {

struct CompareEntry {
    QString name;
    Settings settings;
};

enum class CompareKind {
    Strategies,  ///< some of those on offer
    Variants,    ///< one of those on offer, and the same with differences
    Repeats,     ///< one of those on offer over several seeds
};

enum class CompareClock {
    Updates,   ///< all stand at the same update
    WallTime,  ///< all have trained for the same time
};

struct CompareRequest {
    CompareKind kind = CompareKind::Strategies;
    std::vector<CompareEntry> runs;
    CompareClock clock = CompareClock::Updates;  ///< not of Repeats
    int base = 0;                                ///< Variants, Repeats: which of those on offer
};

inline constexpr int fewestCompared = 2;
inline constexpr int mostCompared = 6;
inline constexpr int mostRepeats = 20;

/// Data, batch and seed: what all runs of a race share.
[[nodiscard]] bool isSharedInRace(const SettingInfo& setting);
/// `settings` with the shared ones of `first`.
[[nodiscard]] Settings withSharedOf(const Settings& first, Settings settings);
/// The same settings with `count` seeds, counted up from theirs; named after them.
[[nodiscard]] std::vector<CompareEntry> repeatsOf(const CompareEntry& entry, int count);
/// Why this cannot be started; empty: it can.
[[nodiscard]] QString refusalOf(const CompareRequest& request);
/// "aggressive on, pooling mean": how `settings` differ from `base`, for names; empty: they do not.
[[nodiscard]] QString differenceWords(const Settings& base, const Settings& settings);

}  // namespace collapsar
