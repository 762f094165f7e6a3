// SPDX-License-Identifier: GPL-3.0-or-later
/// Private to core/report: the rows behind settings_table.h, each joined to its field of Settings.
#pragma once

#include "core/report/settings_table.h"

#include <string>
#include <variant>
#include <vector>

namespace collapsar {

/// Which field a row is about. For enums and switches the choices stand in the order of the values.
using SettingMember =
    std::variant<std::string Settings::*, std::uint64_t Settings::*, int Settings::*, double Settings::*,
                 bool Settings::*, Aggressive Settings::*, Pooling Settings::*, EncoderDirection Settings::*,
                 DecoderStart Settings::*, PosteriorKind Settings::*, KlSchedule Settings::*, KlShape Settings::*,
                 FreeBitsKind Settings::*, Optimiser Settings::*, InnerClip Settings::*, ProbeSet Settings::*,
                 SviGradient Settings::*, SviStart Settings::*, SviStepKind Settings::*, Labels Settings::*,
                 HeldOut Settings::*>;

struct SettingRow {
    SettingInfo info;
    SettingMember member;
};

[[nodiscard]] const std::vector<SettingRow>& settingRows();
/// nullptr if there is no such setting.
[[nodiscard]] const SettingRow* findRow(std::string_view name);
/// "whole numbers from 1 to 4096", "last, mean, max, absmax": what may follow "allowed:".
[[nodiscard]] std::string allowedValues(const SettingInfo& info);

}  // namespace collapsar
