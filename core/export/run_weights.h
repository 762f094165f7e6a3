// SPDX-License-Identifier: GPL-3.0-or-later
/// The weights that a run had at any place of its history, as a safetensors file.
#pragma once

#include "core/report/intervention.h"
#include "core/report/result.h"
#include "core/train/replay.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace collapsar {

struct WeightsExport {
    Position at;
    std::uint64_t bytes = 0;  ///< of the file
    std::string warning;      ///< empty, or why the weights may differ in their last bits from those the run had
};

/// Without `at`: those of the newest checkpoint, which needs no data. Else they are made again by training on from the
/// checkpoint before; see replay.h for time, data and errors. Blocks; any thread.
///
/// errors  FileMissing: no checkpoint yet; FileUnwritable; as weightsAt.
[[nodiscard]] Result<WeightsExport> exportWeights(const std::filesystem::path& run, std::optional<Position> at,
                                                  const std::filesystem::path& file,
                                                  const ReplayProgress& progress = {});

}  // namespace collapsar
