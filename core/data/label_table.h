// SPDX-License-Identifier: GPL-3.0-or-later
/// Class names by index, in the order of their first occurrence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace collapsar {

class LabelTable {
public:
    static constexpr std::size_t maximumLabels = 1'000;

    /// Empty: it would be one more than maximumLabels.
    [[nodiscard]] std::optional<std::int32_t> indexOf(std::string_view label);
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    void clear();

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::int32_t> m_indices;
    std::string m_key;
};

}  // namespace collapsar
