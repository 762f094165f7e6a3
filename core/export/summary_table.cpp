// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/summary_table.h"

#include "core/export/csv_text.h"
#include "core/export/summary_json.h"
#include "core/export/summary_rows.h"
#include "core/export/text_table.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace collapsar {

namespace {

constexpr std::string_view notMeasuredCell = "–";

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
    csv.comment(timeNote(runs));
    csv.comment("elbo = -(reconstruction + kl), nats per example, at KL weight 1; empty: not measured");
}

void gainCells(CsvText& csv, const AgainstBasic& against) {
    csv.cell(against.elbo.difference);
    csv.cell(standingText(against.elbo.standing));
    csv.cell(std::isnan(against.elbo.difference) ? "" : std::string_view(against.isRefined ? "refined_elbo" : "elbo"));
    csv.cell(against.nll.difference);
    csv.cell(standingText(against.nll.standing));
}

std::string summaryCsv(std::span<const RunSummary> runs, SummaryRows rows) {
    CsvText csv;
    commentRuns(csv, runs);
    const bool hasSd = rows == SummaryRows::Repeats;
    if (hasSd) {
        csv.comment("NAME_sd: sample standard deviation over the runs; diverged and failed ones are not in it");
        csv.comment(spreadNote());
    }
    for (const char* name : {"run", "strategy", "parent", hasSd ? "runs" : "seed", "state"})
        csv.cell(std::string_view(name));
    for (const SummaryColumn& column : summaryColumns()) {
        csv.cell(column.name);
        if (hasSd) csv.cell(std::string(column.name) + "_sd");
    }
    if (hasSd) {
        for (const char* name :
             {"elbo_vs_basic", "elbo_standing", "elbo_compared", "iw_nll_vs_basic", "iw_nll_standing"})
            csv.cell(std::string_view(name));
    }
    csv.endRow();
    for (const SummaryRow& row : summaryRowsOf(runs, rows)) {
        for (const std::string* word :
             {&row.words.run, &row.words.strategy, &row.words.parent, &row.words.seed, &row.words.state}) {
            csv.cell(*word);
        }
        for (const SummaryColumn& column : summaryColumns()) {
            csv.cell(row.mean.*column.value);
            if (hasSd) csv.cell(row.sd.*column.value);
        }
        if (hasSd) gainCells(csv, row.against);
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

/// "+0.52 better", "+0.05 within spread"; with one seed the number alone.
std::string gainCell(const Gain& gain, const AgainstBasic& against, std::string_view of) {
    if (against.isBasic) return "reference";
    if (std::isnan(gain.difference)) return std::string(notMeasuredCell);
    std::string text = (gain.difference > 0 ? "+" : "") + fixedNumber(gain.difference, 2);
    if (!of.empty()) text.append(" ").append(of);
    const std::string standing = standingText(gain.standing);
    return standing.empty() ? text : text + " " + standing;
}

bool isMeasured(std::span<const SummaryRow> rows, const SummaryColumn& column) {
    return std::ranges::any_of(rows, [&](const SummaryRow& row) { return !std::isnan(row.mean.*column.value); });
}

void addColumn(TextTable& table, std::string header, std::string unit, const std::vector<std::string>& cells) {
    table.header.push_back(std::move(header));
    table.units.push_back(std::move(unit));
    for (std::size_t i = 0; i < cells.size(); ++i)
        table.rows[i].push_back(cells[i]);
}

/// Behind the column that it explains.
void addGain(TextTable& table, const SummaryColumn& column, std::span<const SummaryRow> rows) {
    const bool isElbo = column.name == "elbo";
    const Gain AgainstBasic::*gain = isElbo ? &AgainstBasic::elbo : &AgainstBasic::nll;
    const auto isKnown = [&](const SummaryRow& row) { return !std::isnan((row.against.*gain).difference); };
    if ((!isElbo && column.name != "nll") || std::ranges::none_of(rows, isKnown)) return;
    std::vector<std::string> cells;
    for (const SummaryRow& row : rows)
        cells.push_back(gainCell(row.against.*gain, row.against, isElbo && row.against.isRefined ? "refined" : ""));
    addColumn(table, std::string(column.label) + " vs basic", std::string(column.unit), cells);
}

/// One of the two parts: the columns of a section that any row has a value for. IW-NLL stands in the column NLL.
TextTable sectionText(std::span<const SummaryRow> rows, SummarySection section, const RowWords& titles) {
    TextTable table;
    table.header = {titles.run, titles.strategy, titles.parent, titles.seed, titles.state};
    for (const SummaryRow& row : rows)
        table.rows.push_back({row.words.run, row.words.strategy, row.words.parent, row.words.seed, row.words.state});
    const bool hasParents = std::ranges::any_of(rows, [](const SummaryRow& row) { return !row.words.parent.empty(); });
    if (!hasParents) {
        constexpr std::ptrdiff_t parent = 2;
        table.header.erase(table.header.begin() + parent);
        for (auto& cells : table.rows)
            cells.erase(cells.begin() + parent);
    }
    table.wordColumns = table.header.size();
    table.units.resize(table.wordColumns);
    for (const SummaryColumn& column : summaryColumns()) {
        if (column.section != section || column.name == "iw_nll" || !isMeasured(rows, column)) continue;
        std::vector<std::string> cells;
        for (const SummaryRow& row : rows)
            cells.push_back(roundedCell(row, column));
        addColumn(table, std::string(column.label), std::string(column.unit), cells);
        addGain(table, column, rows);
    }
    return table;
}

std::vector<TextTable> summaryText(std::span<const RunSummary> runs, SummaryRows kind) {
    const std::vector<SummaryRow> rows = summaryRowsOf(runs, kind);
    const bool isRepeats = kind == SummaryRows::Repeats;
    const RowWords titles{"Run", "Strategy", "Parent", isRepeats ? "Runs" : "Seed", "State"};
    TextTable results = sectionText(rows, SummarySection::Results, titles);
    TextTable training = sectionText(rows, SummarySection::Training, titles);
    results.title = "Results";
    training.title = "Encoder features and cost";
    results.notes = {"Values of the newest scheduled evaluation, nats per example; NLL" + nllNote(runs).substr(3) +
                     "."};
    training.notes = {timeNote(runs) + "."};
    if (isRepeats) {
        results.notes.emplace_back("Mean ± sample standard deviation (sd) over runs that differ in seed only.");
        results.notes.push_back(spreadNote() + ".");
    }
    const auto isRefined = [](const SummaryRow& row) { return !std::isnan(row.mean.refinedElbo); };
    if (std::ranges::any_of(rows, isRefined))
        results.notes.emplace_back(
            "Refined: of the posteriors after the refinement steps; all else, also what NLL draws from, is of the "
            "encoder's own, whose ELBO an SA-VAE does not train.");
    return {results, training};
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
    if (name == "json") return TableFormat::Json;
    return Error{ErrorCode::InvalidSettings,
                 "\"" + std::string(name) + "\" is no table format; possible are csv, md, tex and json."};
}

std::string summaryTable(std::span<const RunSummary> runs, SummaryRows rows, TableFormat format) {
    std::vector<RunSummary> related(runs.begin(), runs.end());
    relateToBasic(related);
    if (format == TableFormat::Csv) return summaryCsv(related, rows);
    if (format == TableFormat::Json) return summaryJson(related, rows);
    std::string text;
    for (const TextTable& part : summaryText(related, rows))
        text += (text.empty() ? "" : "\n") + written(part, format);
    return text;
}

std::string differencesTable(std::span<const ComparedRun> runs, TableFormat format) {
    const TextTable table = differencesText(runs);
    if (format == TableFormat::Json) return tableJson(table);
    return format == TableFormat::Csv ? csvOf(table) : written(table, format);
}

std::string_view runPhaseName(RunPhase phase) {
    static constexpr std::array<std::string_view, 8> names{"preparing", "ready",   "training", "paused",
                                                           "finished",  "stopped", "diverged", "failed"};
    return names.at(static_cast<std::size_t>(phase));
}

}  // namespace collapsar
