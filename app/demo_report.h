// SPDX-License-Identifier: GPL-3.0-or-later
/// What the demo leaves: figures, curves as CSV, and the verdict in words.
#pragma once

#include "app/demo.h"
#include "app/session.h"

namespace collapsar {

/// Writes posterior-means and curves as PDF, SVG and PNG, one CSV per run, and last verdict.txt. Returns its text.
[[nodiscard]] Result<QString> writeDemoReport(const DemoPlan& plan, const std::vector<RunView>& runs);
/// A paragraph about one run, with its numbers.
[[nodiscard]] QString verdictParagraph(const RunView& run);

}  // namespace collapsar
