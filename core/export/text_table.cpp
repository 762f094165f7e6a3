// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/text_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string_view>

namespace collapsar {

namespace {

using Escape = std::string (*)(char letter);

std::string escaped(std::string_view text, Escape escape) {
    std::string result;
    for (const char letter : text)
        result += escape(letter);
    return result;
}

std::string markdownLetter(char letter) {
    if (letter == '\n' || letter == '\r') return " ";
    constexpr std::string_view special = R"(\`*_{}[]<>#|~)";
    return special.find(letter) == std::string_view::npos ? std::string(1, letter) : std::string{'\\', letter};
}

std::string latexLetter(char letter) {
    switch (letter) {
        case '\n':
        case '\r':
            return " ";
        case '\\':
            return "\\textbackslash{}";
        case '~':
            return "\\textasciitilde{}";
        case '^':
            return "\\textasciicircum{}";
        case '<':
            return "\\textless{}";
        case '>':
            return "\\textgreater{}";
        case '|':
            return "\\textbar{}";
        case '"':
            return "\\textquotedbl{}";
        default:
            break;
    }
    constexpr std::string_view special = "&%$#_{}";
    return special.find(letter) == std::string_view::npos ? std::string(1, letter) : std::string{'\\', letter};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// In a column of numbers what holds no digit is a word or empty; words may follow a number.
std::string latexNumber(const std::string& text) {
    if (text.empty() || text.find_first_of("0123456789") == std::string::npos) return escaped(text, latexLetter);
    const auto isLetter = [](unsigned char letter) { return letter < 0x80 && std::isalpha(letter) != 0; };
    const auto word = std::ranges::find_if(text, isLetter);
    std::string number(text.begin(), word);
    const std::string rest(word, text.end());
    if (!rest.empty() && number.ends_with(' ')) number.pop_back();
    return "$" + replaced(number, "±", "\\pm") + "$" + (rest.empty() ? "" : " " + escaped(rest, latexLetter));
}

std::vector<std::string> bracketed(const std::vector<std::string>& units) {
    std::vector<std::string> result;
    for (const std::string& unit : units)
        result.push_back(unit.empty() ? "" : "(" + unit + ")");
    return result;
}

bool hasUnits(const TextTable& table) {
    return std::ranges::any_of(table.units, [](const std::string& unit) { return !unit.empty(); });
}

std::string markdownRow(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells)
        row += " " + escaped(cell, markdownLetter) + " |";
    return row + "\n";
}

std::string latexRow(const std::vector<std::string>& cells, std::size_t wordColumns) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += " & ";
        row += i < wordColumns ? escaped(cells[i], latexLetter) : latexNumber(cells[i]);
    }
    return row + " \\\\\n";
}

}  // namespace

std::string markdownTable(const TextTable& table) {
    std::string text = table.title.empty() ? "" : "**" + escaped(table.title, markdownLetter) + "**\n\n";
    text += markdownRow(table.header) + "|";
    for (std::size_t i = 0; i < table.header.size(); ++i)
        text += i < table.wordColumns ? " --- |" : " ---: |";
    text += "\n";
    if (hasUnits(table)) text += markdownRow(bracketed(table.units));
    for (const auto& row : table.rows)
        text += markdownRow(row);
    for (const std::string& note : table.notes)
        text += "\n" + escaped(note, markdownLetter) + "\n";
    return text;
}

std::string latexTable(const TextTable& table) {
    const std::size_t columns = table.header.size();
    std::string text = "% needs \\usepackage{booktabs}\n";
    if (!table.title.empty()) text += "% " + replaced(table.title, "\n", " ") + "\n";
    for (const std::string& note : table.notes)
        text += "% " + replaced(note, "\n", " ") + "\n";
    text += "\\begin{tabular}{" + std::string(std::min(table.wordColumns, columns), 'l') +
            std::string(columns - std::min(table.wordColumns, columns), 'r') + "}\n\\toprule\n";
    text += latexRow(table.header, columns);
    if (hasUnits(table)) text += latexRow(bracketed(table.units), columns);
    text += "\\midrule\n";
    for (const auto& row : table.rows)
        text += latexRow(row, table.wordColumns);
    return text + "\\bottomrule\n\\end{tabular}\n";
}

std::string fixedNumber(double value, int decimals) {
    if (std::isnan(value)) return {};
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 400> buffer{};  // 309 digits before the point at most
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    std::string text(buffer.data(), end);
    const bool isZero = text.find_first_of("123456789") == std::string::npos;
    return isZero && text.front() == '-' ? text.substr(1) : text;
}

}  // namespace collapsar
