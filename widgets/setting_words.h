// SPDX-License-Identifier: GPL-3.0-or-later
/// The English words of the settings table once more, marked for the translators: core has no Qt and cannot mark them.
#pragma once

#include <QString>

#include <string_view>

namespace collapsar {

/// The table's English text in the person's language; unlisted texts come back as they are.
[[nodiscard]] QString translatedSettingWord(std::string_view english);
/// Whether translators get to see this text; a test asks for every text of the table.
[[nodiscard]] bool isListedSettingWord(std::string_view english);

}  // namespace collapsar
