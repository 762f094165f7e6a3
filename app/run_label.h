// SPDX-License-Identifier: GPL-3.0-or-later
/// What people call a run and how it looks, kept in its folder so that the same run has the same colour everywhere:
/// `window.json` beside settings.json. The engine neither reads nor writes it.
#pragma once

#include "app/run_view.h"
#include "core/report/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace collapsar {

struct RunLabel {
    int identity = -1;  ///< slot of colour, marker and dash; -1: none
    std::string name, note, group;

    bool operator==(const RunLabel&) const = default;
};

[[nodiscard]] RunLabel labelOf(const RunView& view);
/// An empty name and a missing identity leave the view's.
void applyLabel(RunView& view, const RunLabel& label);

/// Empty when there is none, or none that can be read: the run itself is not touched by that. Blocks; any thread.
[[nodiscard]] std::optional<RunLabel> readLabel(const std::filesystem::path& folder);
/// Replaces it as a whole. Blocks; any thread. errors  FileUnwritable.
Result<void> writeLabel(const std::filesystem::path& folder, const RunLabel& label);

}  // namespace collapsar
