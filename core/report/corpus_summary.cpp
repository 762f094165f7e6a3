// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/corpus_summary.h"

#include "core/report/number_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <set>

namespace collapsar {

namespace {

/// 1,234,567
std::string grouped(std::int64_t count) {
    std::string digits = numberText(count);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string withDecimals(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    std::string number = text.data();
    std::replace(number.begin(), number.end(), ',', '.');  // whatever the locale
    return number;
}

/// Characters of UTF-8.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Columns of one width, the first to the left, the others to the right.
class Table {
public:
    void row(const std::string& title, const std::vector<std::string>& cells) { m_rows.push_back({title, cells}); }

    [[nodiscard]] std::string text() const {
        std::size_t titleWidth = 0;
        std::size_t width = 0;
        for (const Row& row : m_rows) {
            titleWidth = std::max(titleWidth, widthOf(row.title));
            for (const std::string& cell : row.cells)
                width = std::max(width, widthOf(cell));
        }
        std::string text;
        for (const Row& row : m_rows) {
            text += row.title + std::string(titleWidth - widthOf(row.title), ' ');
            for (const std::string& cell : row.cells)
                text += std::string(width + 2 - widthOf(cell), ' ') + cell;
            text += '\n';
        }
        return text;
    }

private:
    struct Row {
        std::string title;
        std::vector<std::string> cells;
    };
    std::vector<Row> m_rows;
};

using CellOf = std::function<std::string(const SplitSummary&)>;

void addRow(Table& table, const CorpusSummary& summary, const std::string& title, const CellOf& cellOf) {
    std::vector<std::string> cells;
    for (const SplitSummary& split : summary.splits)
        cells.push_back(cellOf(split));
    table.row(title, cells);
}

void addSizes(Table& table, const CorpusSummary& summary) {
    addRow(table, summary, "", [](const SplitSummary& split) { return split.role; });
    addRow(table, summary, "sentences", [](const SplitSummary& split) { return grouped(split.sentences); });
    addRow(table, summary, "words", [](const SplitSummary& split) { return grouped(split.words); });
    addRow(table, summary, "shortest", [](const SplitSummary& split) { return grouped(split.shortest); });
    addRow(table, summary, "median length", [](const SplitSummary& split) { return withDecimals(split.median, 1); });
    addRow(table, summary, "mean length", [](const SplitSummary& split) { return withDecimals(split.mean, 2); });
    addRow(table, summary, "longest", [](const SplitSummary& split) { return grouped(split.longest); });
    addRow(table, summary, "unknown words", [](const SplitSummary& split) { return grouped(split.unknownWords); });
    addRow(table, summary, "unknown rate",
           [](const SplitSummary& split) { return withDecimals(100 * split.unknownRate(), 2) + " %"; });
}

/// A row only where some file has such lines.
void addDropped(Table& table, const CorpusSummary& summary) {
    struct Kind {
        const char* title;
        std::int64_t LineCounts::*count;
    };
    constexpr std::array kinds{Kind{"lines read", &LineCounts::lines}, Kind{"- empty", &LineCounts::empty},
                               Kind{"- label alone", &LineCounts::labelOnly},
                               Kind{"- too short", &LineCounts::tooShort}, Kind{"- too long", &LineCounts::tooLong}};
    for (const Kind& kind : kinds) {
        const bool isThere = std::any_of(summary.splits.begin(), summary.splits.end(),
                                         [&](const SplitSummary& split) { return split.lines.*kind.count > 0; });
        if (!isThere) continue;
        addRow(table, summary, kind.title, [&](const SplitSummary& split) {
            return split.lines.lines > 0 ? grouped(split.lines.*kind.count) : std::string("-");
        });
    }
}

void addLabels(Table& table, const CorpusSummary& summary, std::size_t mostLabels) {
    const std::size_t shown = std::min(mostLabels, summary.labels.size());
    for (std::size_t label = 0; label < shown; ++label) {
        addRow(table, summary, "label " + summary.labels[label], [label](const SplitSummary& split) {
            return label < split.labelCounts.size() ? grouped(split.labelCounts[label]) : std::string("-");
        });
    }
}

}  // namespace

double SplitSummary::unknownRate() const {
    return words > 0 ? static_cast<double>(unknownWords) / static_cast<double>(words) : 0;
}

std::string corpusSummaryText(const CorpusSummary& summary, std::size_t mostLabels) {
    Table table;
    addSizes(table, summary);
    addDropped(table, summary);
    addLabels(table, summary, mostLabels);
    std::string text = table.text();
    if (summary.labels.size() > mostLabels)
        text += "and " + numberText(static_cast<std::uint64_t>(summary.labels.size() - mostLabels)) + " more labels\n";
    constexpr int special = 4;
    text += "vocabulary " + grouped(summary.vocabulary) + ": " + grouped(summary.vocabulary - special) + " of " +
            grouped(summary.differentWords) + " different words in training, and 4 special ones\n";
    std::set<std::string> said;
    for (const SplitSummary& split : summary.splits) {
        said.insert(split.role + ": " + split.origin);
        text += split.role + ": " + split.origin + "\n";
    }
    for (const std::string& note : summary.notes)
        text += said.contains(note) ? "" : "note: " + note + "\n";
    return text;
}

}  // namespace collapsar
