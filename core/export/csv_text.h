// SPDX-License-Identifier: GPL-3.0-or-later
/// Cells, rows and # lines of CSV as RFC 4180 has them, with '\n' as line break.
#pragma once

#include <string>
#include <string_view>

namespace collapsar {

/// Shortest decimal text; empty for NaN; inf, -inf.
[[nodiscard]] std::string csvNumber(double value);
/// Shortest for a float: 0.1, not 0.10000000149011612.
[[nodiscard]] std::string csvNumber(float value);

class CsvText {
public:
    /// A line starting with "# "; line breaks in it become spaces.
    void comment(std::string_view text);
    /// Quoted when it has to be.
    void cell(std::string_view text);
    void cell(double value) { cell(csvNumber(value)); }
    void endRow();

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
    bool m_inRow = false;
};

}  // namespace collapsar
