// SPDX-License-Identifier: GPL-3.0-or-later
/// The table of runs as a file to take home: CSV, Markdown or LaTeX by the file's ending.
#pragma once

#include "core/report/result.h"
#include "core/report/run_summary.h"

#include <QString>

#include <span>

class QWidget;

namespace collapsar {

class Preferences;

/// One row a run; runs that differ in their seed only share one with mean and standard deviation. Replaces the file as
/// a whole. Blocks. errors  InvalidSettings: another ending; FileUnwritable.
Result<void> writeSummary(const QString& file, std::span<const RunSummary> runs);

/// Asks where to. Empty: nothing was chosen. An ending is added where there is none.
[[nodiscard]] QString chooseSummaryFile(Preferences& preferences, QWidget* window);

}  // namespace collapsar
