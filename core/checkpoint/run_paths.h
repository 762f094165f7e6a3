// SPDX-License-Identifier: GPL-3.0-or-later
/// What lies where in a run folder, with the most that is read of each.
#pragma once

#include <cstdint>
#include <string_view>

namespace collapsar::run_paths {

inline constexpr std::string_view info = "settings.json";
inline constexpr std::string_view journal = "journal.bin";
inline constexpr std::string_view vocabulary = "vocabulary.txt";
inline constexpr std::string_view probes = "probes.txt";
inline constexpr std::string_view checkpoints = "checkpoints";
inline constexpr std::string_view lock = "lock";

inline constexpr std::uint64_t largestInfo = std::uint64_t{4} << 20;
inline constexpr std::uint64_t largestText = std::uint64_t{1} << 30;

}  // namespace collapsar::run_paths
