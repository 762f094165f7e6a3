// SPDX-License-Identifier: GPL-3.0-or-later
/// A small table as Markdown or as LaTeX: a header row, a row of units, rows of cells.
#pragma once

#include <string>
#include <vector>

namespace collapsar {

/// All rows have as many cells as `header`. Cells are plain UTF-8 text; escaping is the writers' work.
struct TextTable {
    std::string title = {};  ///< a line above it; empty: none
    std::vector<std::string> header;
    std::vector<std::string> units;  ///< in brackets when written; all empty: no such row
    std::vector<std::vector<std::string>> rows;
    std::size_t wordColumns = 1;     ///< the first ones hold words, left-aligned; the others numbers, right-aligned
    std::vector<std::string> notes;  ///< lines under the table
};

/// A pipe table as GitHub and Pandoc read it; `|`, `\`, `<`, `*`, `_` and the like in cells are escaped.
[[nodiscard]] std::string markdownTable(const TextTable& table);
/// A tabular with booktabs rules (\usepackage{booktabs}); numbers stand in math mode, `±` becomes \pm, all else is
/// escaped. Notes are comments.
[[nodiscard]] std::string latexTable(const TextTable& table);

/// `decimals` digits after the point, '.' whatever the locale; empty for NaN; inf, -inf.
[[nodiscard]] std::string fixedNumber(double value, int decimals);

}  // namespace collapsar
