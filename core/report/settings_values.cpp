// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/settings_rows.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <cassert>
#include <type_traits>

namespace collapsar {

namespace {

template <class T>
inline constexpr bool isChoice = std::is_enum_v<T> || std::is_same_v<T, bool>;

bool assign(std::string& field, std::string_view text, const SettingInfo&) {
    if (text.find('\0') != std::string_view::npos) return false;
    field = text;
    return true;
}

bool assign(std::uint64_t& field, std::string_view text, const SettingInfo&) {
    const auto value = parseUnsigned(text);
    if (value) field = *value;
    return value.has_value();
}

bool assign(int& field, std::string_view text, const SettingInfo& info) {
    const auto value = parseInteger(text);
    if (!value || static_cast<double>(*value) < info.minimum || static_cast<double>(*value) > info.maximum)
        return false;
    field = static_cast<int>(*value);
    return true;
}

bool assign(double& field, std::string_view text, const SettingInfo& info) {
    const auto value = parseReal(text);
    if (!value || *value < info.minimum || *value > info.maximum) return false;
    field = *value;
    return true;
}

template <class T>
requires isChoice<T>
bool assign(T& field, std::string_view text, const SettingInfo& info) {
    const auto found = std::find(info.choices.begin(), info.choices.end(), text);
    if (found == info.choices.end()) return false;
    field = static_cast<T>(found - info.choices.begin());
    return true;
}

}  // namespace

std::string allowedValues(const SettingInfo& info) {
    switch (info.kind) {
        case SettingKind::Integer:
            return "whole numbers from " + numberText(static_cast<std::int64_t>(info.minimum)) + " to " +
                   numberText(static_cast<std::int64_t>(info.maximum));
        case SettingKind::Real:
            return "numbers from " + numberText(info.minimum) + " to " + numberText(info.maximum);
        case SettingKind::Seed:
            return "whole numbers from 0 to 18446744073709551615";
        case SettingKind::Path:
            return "a file name";
        case SettingKind::Switch:
        case SettingKind::Choice:
            break;
    }
    std::string words;
    for (std::string_view choice : info.choices)
        words.append(words.empty() ? "" : ", ").append(choice);
    return words;
}

std::string settingText(const Settings& settings, std::string_view name) {
    const SettingRow* row = findRow(name);
    assert(row && "no such setting");
    if (!row) return {};
    return std::visit(
        [&](auto member) -> std::string {
            const auto& value = settings.*member;
            using Value = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                return value;
            } else if constexpr (isChoice<Value>) {
                const auto index = static_cast<std::size_t>(value);
                return index < row->info.choices.size() ? std::string(row->info.choices[index]) : std::string();
            } else {
                return numberText(value);
            }
        },
        row->member);
}

Result<void> setSetting(Settings& settings, std::string_view name, std::string_view text) {
    const SettingRow* row = findRow(name);
    if (!row) return Error{ErrorCode::InvalidSettings, "There is no setting named \"" + std::string(name) + "\"."};
    const bool isSet = std::visit([&](auto member) { return assign(settings.*member, text, row->info); }, row->member);
    if (isSet) return {};
    return Error{ErrorCode::InvalidSettings, std::string(name) + ": \"" + std::string(text) +
                                                 "\" is not possible; allowed: " + allowedValues(row->info) + "."};
}

}  // namespace collapsar
