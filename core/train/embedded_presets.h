// SPDX-License-Identifier: GPL-3.0-or-later
/// The text of the presets that come with the program; the source file behind it is generated at configure time.
#pragma once

#include <string_view>
#include <vector>

namespace collapsar {

struct EmbeddedPreset {
    std::string_view stem;
    std::string_view text;  ///< JSON
};

[[nodiscard]] const std::vector<EmbeddedPreset>& embeddedPresets();

}  // namespace collapsar
