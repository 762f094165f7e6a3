// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs side by side as a table to take home: the summary (one row a run, or mean and standard deviation over repeats)
/// and what differs between them.
#pragma once

#include "core/report/result.h"
#include "core/report/run_summary.h"

#include <span>
#include <string>
#include <string_view>

namespace collapsar {

enum class TableFormat {
    Csv,       ///< # lines with runs, seeds, switches, units; one header row; all digits; empty = not measured
    Markdown,  ///< header, units, rounded numbers, "mean ± sd"
    Latex,     ///< the same with booktabs
    Json,      ///< JSON lines (summary_json.h)
};
/// csv, md, tex, json. errors  InvalidSettings, naming what is possible.
[[nodiscard]] Result<TableFormat> parseTableFormat(std::string_view name);

enum class SummaryRows {
    Runs,     ///< one a run
    Repeats,  ///< runs that differ in seed only share one: mean, sample sd, how many; diverged ones are not counted
};

/// Columns: run, strategy, parent, seed (Repeats: how many runs instead), state, then summaryColumns(). In CSV every
/// number of Repeats has a second column NAME_sd, and at the end stands what each gains against basic. Markdown and
/// LaTeX come in two tables (SummarySection), without columns that no run has a value for.
[[nodiscard]] std::string summaryTable(std::span<const RunSummary> runs, SummaryRows rows, TableFormat format);

/// Only what differs: a row a setting, then a row a switch (its place and what was switched); a column a run.
[[nodiscard]] std::string differencesTable(std::span<const ComparedRun> runs, TableFormat format);

/// Stable name: preparing, ready, training, paused, finished, stopped, diverged, failed.
[[nodiscard]] std::string_view runPhaseName(RunPhase phase);

}  // namespace collapsar
