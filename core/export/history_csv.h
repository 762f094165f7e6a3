// SPDX-License-Identifier: GPL-3.0-or-later
/// The numbers of a run as CSV (RFC 4180) for other programs: lines starting with # say what run, seed, switches, units
/// and estimators they come from; one header row; '.' decimals whatever the locale; empty = not measured.
#pragma once

#include "core/report/measurement.h"
#include "core/report/result.h"
#include "core/report/run_state.h"
#include "core/report/settings.h"
#include "core/report/snapshot.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace collapsar {

/// What the # lines tell.
struct ExportHeader {
    std::string name;  ///< of the run
    std::string id;
    std::string program = "Collapsar " COLLAPSAR_VERSION;
    Settings settings;          ///< as started; seed and probe set are among them
    std::vector<Event> events;  ///< switches and the end of the burn-in are written
};

/// Which rows.
struct HistoryKinds {
    bool training = false;  ///< one row an update
    bool scheduled = true;
    bool probe = true;
};

/// Columns: kind, update, inner, encoder_updates, epoch, seconds, then measurementColumns(), then aggressive, burn_in,
/// pooling, skip.
[[nodiscard]] std::string historyCsv(const ExportHeader& header, std::span<const Measurement> measurements,
                                     const HistoryKinds& kinds = {});

/// One posterior mean space: probe, text, true_mean, approximate_mean, log_likelihood, lag. With more than one latent
/// dimension: probe, text, approximate_mean_1 ... Z. Texts may be fewer than probes; then they are empty.
/// The # lines carry KL and variance of each unit.
[[nodiscard]] std::string snapshotCsv(const ExportHeader& header, const Snapshot& snapshot,
                                      std::span<const std::string> texts);

/// Atomic. errors  FileUnwritable. Blocks on the disk.
[[nodiscard]] Result<void> writeExport(const std::filesystem::path& path, const std::string& text);

}  // namespace collapsar
