// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace collapsar {

namespace {

template <class T>
std::string shortest(T value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string();
}

template <class T>
std::optional<T> whole(std::string_view text) {
    T value{};
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last) return std::nullopt;
    return value;
}

}  // namespace

std::string numberText(double value) {
    return shortest(value);
}
std::string numberText(std::int64_t value) {
    return shortest(value);
}
std::string numberText(std::uint64_t value) {
    return shortest(value);
}
std::string numberText(int value) {
    return shortest(value);
}

std::optional<double> parseReal(std::string_view text) {
    const auto value = whole<double>(text);
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return *value + 0.0;  // -0 becomes 0
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    return whole<std::int64_t>(text);
}
std::optional<std::uint64_t> parseUnsigned(std::string_view text) {
    return whole<std::uint64_t>(text);
}

}  // namespace collapsar
