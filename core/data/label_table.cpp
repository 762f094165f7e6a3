// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/label_table.h"

namespace collapsar {

std::optional<std::int32_t> LabelTable::indexOf(std::string_view label) {
    m_key.assign(label);
    if (const auto known = m_indices.find(m_key); known != m_indices.end()) return known->second;
    if (m_names.size() >= maximumLabels) return std::nullopt;
    const auto index = static_cast<std::int32_t>(m_names.size());
    m_names.push_back(m_key);
    m_indices.emplace(m_key, index);
    return index;
}

void LabelTable::clear() {
    m_names.clear();
    m_indices.clear();
}

}  // namespace collapsar
