// SPDX-License-Identifier: GPL-3.0-or-later
/// What the verbs that make runs share: presets, KEY=VALUE, positions and names as they stand on the command line.
#pragma once

#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/report/settings.h"
#include "core/train/preset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace collapsar {

/// What replaces a preset's settings, as written.
struct SettingOverrides {
    std::vector<std::string> set;  ///< KEY=VALUE
    std::string updates;           ///< empty: unchanged
    std::string seed;              ///< empty: unchanged
};

/// A built-in preset goes before a file of the same name; what looks like a file is read as one.
[[nodiscard]] Result<Preset> loadExperiment(const std::string& experiment);
/// A preset that needs data must have been given some by `set`. errors  InvalidSettings, saying how.
[[nodiscard]] Result<void> checkData(const Preset& preset, const std::vector<std::string>& set);
/// errors  InvalidSettings, naming the option, what is wrong and what is allowed; all contradictions at once.
[[nodiscard]] Result<void> applyOverrides(Settings& settings, const SettingOverrides& overrides);
/// One KEY=VALUE; `option` is what errors call it.
[[nodiscard]] Result<void> applyAssignment(Settings& settings, const std::string& assignment,
                                           const std::string& option);

/// UPDATE or UPDATE.INNER.
[[nodiscard]] Result<Position> parsePosition(const std::string& text);
/// UPDATE[.INNER]:KEY=VALUE or UPDATE[.INNER]:ACTION of a live setting; `option` is what errors call it.
[[nodiscard]] Result<Intervention> parseSwitch(const std::string& text, const std::string& option);

/// Lower case, what is no letter or digit becomes one '-'; never empty.
[[nodiscard]] std::string asFileName(const std::string& name);
/// NAME.run here, or NAME-2.run ... when that exists.
[[nodiscard]] std::filesystem::path freeRunFolder(const std::string& name);
/// `out` may be made: it does not exist, the folder above does. errors  FileUnwritable.
[[nodiscard]] Result<void> checkNewFolder(const std::filesystem::path& out);

}  // namespace collapsar
