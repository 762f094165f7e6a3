// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/summary_table.h"

#include "core/export/csv_text.h"
#include "core/export/text_table.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <array>
#include <cmath>

namespace collapsar {

namespace {

constexpr std::string_view notMeasuredCell = "–";

/// What stands to the left of the numbers.
struct RowWords {
    std::string run, strategy, parent, seed, state;
};

/// One row before it is rounded: mean of one value is the value.
struct SummaryRow {
    RowWords words;
    SummaryValues mean, sd;
};

std::string switchesText(const ComparedRun& run) {
    std::string text;
    for (const Intervention& made : run.switches)
        text += (text.empty() ? "" : ", ") + interventionText(made);
    return text.empty() ? "none" : text;
}

RowWords runWords(const RunSummary& run) {
    return {run.run.name, run.strategy, run.run.parent, numberText(run.run.settings.seed),
            std::string(runPhaseName(run.phase))};
}

RowWords repeatWords(const RepeatGroup& group, std::span<const RunSummary> runs) {
    const RunSummary& first = runs[group.members.front()];
    RowWords words = runWords(first);
    words.run = group.name;
    const auto members = static_cast<int>(group.members.size());
    words.seed = numberText(members);
    if (members == 1) return words;
    words.state = numberText(group.finished) + " finished";
    if (group.counted < members) words.state += ", " + numberText(members - group.counted) + " not counted";
    return words;
}

std::vector<SummaryRow> rowsOf(std::span<const RunSummary> runs, SummaryRows rows) {
    std::vector<SummaryRow> result;
    if (rows == SummaryRows::Repeats) {
        for (const RepeatGroup& group : groupRepeats(runs))
            result.push_back({repeatWords(group, runs), group.mean, group.sd});
        return result;
    }
    for (const RunSummary& run : runs)
        result.push_back({runWords(run), run.values, {}});
    return result;
}

std::string nllNote(std::span<const RunSummary> runs) {
    for (const RunSummary& run : runs) {
        if (run.nllSamples > 0)
            return "nll of " + run.run.name + ": importance-weighted, " + numberText(run.nllSamples) + " samples";
    }
    return "nll is the bound -ELBO";
}

void commentRuns(CsvText& csv, std::span<const RunSummary> runs) {
    csv.comment("Collapsar " COLLAPSAR_VERSION ", summary of " + numberText(static_cast<std::uint64_t>(runs.size())) +
                " runs");
    for (const RunSummary& run : runs) {
        csv.comment("run: " + run.run.name + "; seed: " + numberText(run.run.settings.seed) +
                    "; switches: " + switchesText(run.run) + "; evaluated at update " +
                    (std::isnan(run.values.elbo) ? "none" : numberText(run.evaluatedAt.update)));
    }
    for (const SummaryColumn& column : summaryColumns()) {
        csv.comment(std::string(column.name) + " [" + (column.unit.empty() ? "no unit" : std::string(column.unit)) +
                    "]: " + std::string(column.meaning));
    }
    csv.comment(nllNote(runs));
    csv.comment("elbo = -(reconstruction + kl), nats per example, at KL weight 1; empty: not measured");
}

std::string summaryCsv(std::span<const RunSummary> runs, SummaryRows rows) {
    CsvText csv;
    commentRuns(csv, runs);
    const bool hasSd = rows == SummaryRows::Repeats;
    if (hasSd) csv.comment("NAME_sd: sample standard deviation over the runs; diverged and failed ones are not in it");
    for (const char* name : {"run", "strategy", "parent", hasSd ? "runs" : "seed", "state"})
        csv.cell(std::string_view(name));
    for (const SummaryColumn& column : summaryColumns()) {
        csv.cell(column.name);
        if (hasSd) csv.cell(std::string(column.name) + "_sd");
    }
    csv.endRow();
    for (const SummaryRow& row : rowsOf(runs, rows)) {
        for (const std::string* word :
             {&row.words.run, &row.words.strategy, &row.words.parent, &row.words.seed, &row.words.state}) {
            csv.cell(*word);
        }
        for (const SummaryColumn& column : summaryColumns()) {
            csv.cell(row.mean.*column.value);
            if (hasSd) csv.cell(row.sd.*column.value);
        }
        csv.endRow();
    }
    return csv.text();
}

std::string roundedCell(const SummaryRow& row, const SummaryColumn& column) {
    const double mean = row.mean.*column.value, sd = row.sd.*column.value;
    if (std::isnan(mean)) return std::string(notMeasuredCell);
    // A mean of counts is no count.
    const int decimals = column.decimals == 0 && std::isfinite(sd) && sd > 0 ? 1 : column.decimals;
    const std::string text = fixedNumber(mean, decimals);
    return std::isnan(sd) ? text : text + " ± " + fixedNumber(sd, decimals);
}

TextTable summaryText(std::span<const RunSummary> runs, SummaryRows rows) {
    TextTable table;
    table.header = {"Run", "Strategy", "Parent", rows == SummaryRows::Repeats ? "Runs" : "Seed", "State"};
    table.wordColumns = table.header.size();
    table.units.resize(table.wordColumns);
    for (const SummaryColumn& column : summaryColumns()) {
        table.header.emplace_back(column.label);
        table.units.emplace_back(column.unit);
    }
    for (const SummaryRow& row : rowsOf(runs, rows)) {
        table.rows.push_back({row.words.run, row.words.strategy, row.words.parent, row.words.seed, row.words.state});
        for (const SummaryColumn& column : summaryColumns())
            table.rows.back().push_back(roundedCell(row, column));
    }
    table.notes = {"Values of the newest scheduled evaluation, nats per example; " + nllNote(runs) + "."};
    if (rows == SummaryRows::Repeats)
        table.notes.emplace_back("Mean ± sample standard deviation over runs that differ in seed only.");
    return table;
}

/// A column for the unit, then one a run.
TextTable differencesText(std::span<const ComparedRun> runs) {
    TextTable table;
    table.header = {"Differs", "Unit"};
    for (const ComparedRun& run : runs)
        table.header.push_back(run.name);
    table.wordColumns = table.header.size();
    const RunDifferences differences = differencesBetween(runs);
    const auto addRow = [&table](std::string what, std::string unit, const std::vector<std::string>& values) {
        table.rows.push_back({std::move(what), std::move(unit)});
        table.rows.back().insert(table.rows.back().end(), values.begin(), values.end());
    };
    for (const SettingDifference& row : differences.settings)
        addRow(std::string(row.field), std::string(row.unit), row.values);
    for (const SwitchDifference& row : differences.switches) {
        const std::string inner = row.at.inner > 0 ? "." + numberText(row.at.inner) : "";
        addRow("at " + numberText(row.at.update) + inner + ": " + row.what, "", row.values);
    }
    if (differences.empty()) table.notes = {"The runs have equal settings and switches."};
    return table;
}

std::string csvOf(const TextTable& table) {
    CsvText csv;
    csv.comment("Collapsar " COLLAPSAR_VERSION ", what differs between runs; empty: not switched there");
    for (const std::string& note : table.notes)
        csv.comment(note);
    for (const std::string& name : table.header)
        csv.cell(std::string_view(name));
    csv.endRow();
    for (const auto& row : table.rows) {
        for (const std::string& cell : row)
            csv.cell(std::string_view(cell));
        csv.endRow();
    }
    return csv.text();
}

std::string written(const TextTable& table, TableFormat format) {
    return format == TableFormat::Latex ? latexTable(table) : markdownTable(table);
}

}  // namespace

Result<TableFormat> parseTableFormat(std::string_view name) {
    if (name == "csv") return TableFormat::Csv;
    if (name == "md") return TableFormat::Markdown;
    if (name == "tex") return TableFormat::Latex;
    return Error{ErrorCode::InvalidSettings,
                 "\"" + std::string(name) + "\" is no table format; possible are csv, md and tex."};
}

std::string summaryTable(std::span<const RunSummary> runs, SummaryRows rows, TableFormat format) {
    return format == TableFormat::Csv ? summaryCsv(runs, rows) : written(summaryText(runs, rows), format);
}

std::string differencesTable(std::span<const ComparedRun> runs, TableFormat format) {
    const TextTable table = differencesText(runs);
    return format == TableFormat::Csv ? csvOf(table) : written(table, format);
}

std::string_view runPhaseName(RunPhase phase) {
    static constexpr std::array<std::string_view, 8> names{"preparing", "ready",   "training", "paused",
                                                           "finished",  "stopped", "diverged", "failed"};
    return names.at(static_cast<std::size_t>(phase));
}

}  // namespace collapsar
