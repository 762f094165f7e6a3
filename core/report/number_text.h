// SPDX-License-Identifier: GPL-3.0-or-later
/// Numbers as text in files, settings and command lines: '.' decimals whatever the locale, and a text that reads back
/// equal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace collapsar {

/// Shortest text that reads back to the same value. Any thread.
[[nodiscard]] std::string numberText(double value);
[[nodiscard]] std::string numberText(std::int64_t value);
[[nodiscard]] std::string numberText(std::uint64_t value);
[[nodiscard]] std::string numberText(int value);

/// The whole text must be the number: no spaces, no sign '+', no other letters. Empty: not a number, out of the type's
/// range, or not finite. Any thread.
[[nodiscard]] std::optional<double> parseReal(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);
[[nodiscard]] std::optional<std::uint64_t> parseUnsigned(std::string_view text);

}  // namespace collapsar
