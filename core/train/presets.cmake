# SPDX-License-Identifier: GPL-3.0-or-later
# core_preset: the named experiments of resources/presets, embedded in the order of this list, and their reader.
set(preset_stems he-fig2 he-fig3 rescue pooling skip annealing cyclical hold-then-ramp free-bits bn-vae delta-vae pretrained savae skip-savae posterior-collapse lstm-lm strategies)

set(preset_entries "")
foreach(stem IN LISTS preset_stems)
  set(preset_file ${PROJECT_SOURCE_DIR}/resources/presets/${stem}.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${preset_file})
  file(READ ${preset_file} preset_text)
  string(APPEND preset_entries "    {\"${stem}\", R\"PRESET(${preset_text})PRESET\"},\n")
endforeach()
set(embedded_presets ${CMAKE_CURRENT_BINARY_DIR}/embedded_presets.cpp)
file(CONFIGURE OUTPUT ${embedded_presets} @ONLY CONTENT [[
// SPDX-License-Identifier: GPL-3.0-or-later
// Generated from resources/presets by core/train/presets.cmake.
#include "core/train/embedded_presets.h"

namespace collapsar {

const std::vector<EmbeddedPreset>& embeddedPresets() {
    static const std::vector<EmbeddedPreset> presets = {
@preset_entries@    };
    return presets;
}

}  // namespace collapsar
]])

add_library(core_preset STATIC preset.cpp preset_reader.cpp ${embedded_presets})
target_link_libraries(core_preset PUBLIC project_options core_report PRIVATE nlohmann_json::nlohmann_json core_checkpoint)
