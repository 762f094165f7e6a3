// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv_text.h"

#include "core/report/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace collapsar {

std::string csvNumber(double value) {
    if (std::isnan(value)) return {};
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return numberText(value);
}

std::string csvNumber(float value) {
    if (!std::isfinite(value)) return csvNumber(static_cast<double>(value));
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

void CsvText::comment(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    m_text.append("# ").append(line).append("\n");
}

void CsvText::cell(std::string_view text) {
    if (m_inRow) m_text += ',';
    m_inRow = true;
    // A # at the beginning of a row would read as a comment.
    if (text.find_first_of(",\"\r\n#") == std::string_view::npos) {
        m_text += text;
        return;
    }
    m_text += '"';
    for (const char letter : text)
        m_text.append(letter == '"' ? 2 : 1, letter);
    m_text += '"';
}

void CsvText::endRow() {
    m_text += '\n';
    m_inRow = false;
}

}  // namespace collapsar
