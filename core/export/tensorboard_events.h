// SPDX-License-Identifier: GPL-3.0-or-later
/// A run's measurements as a TensorBoard event file, so that people can keep their tools.
/// Tags: validation/NAME (scheduled evaluations), probe/NAME, training/NAME, NAME as in the CSV; step = completed
/// updates; wall time = start of the run + training time. What was not measured has no point; NaN and infinity, which
/// TensorBoard shows, cannot be told from it and have none either.
#pragma once

#include "core/export/history_csv.h"
#include "core/report/measurement.h"
#include "core/report/result.h"

#include <filesystem>
#include <span>
#include <string>

namespace collapsar {

/// `startedAt` in seconds since 1970. Any thread.
[[nodiscard]] std::string tensorboardEvents(std::span<const Measurement> measurements, const HistoryKinds& kinds,
                                            double startedAt);

/// Writes FOLDER/NAME/events.out.tfevents.SECONDS.collapsar and returns its path; `tensorboard --logdir FOLDER` then
/// shows the run as NAME, the run folder's own name. Written again it replaces what it wrote before. Blocks.
///
/// errors  as readRun; FileUnwritable.
[[nodiscard]] Result<std::filesystem::path> exportTensorboard(const std::filesystem::path& run,
                                                              const std::filesystem::path& folder,
                                                              const HistoryKinds& kinds);

}  // namespace collapsar
