// SPDX-License-Identifier: GPL-3.0-or-later
/// Run folders of any length without a trainer: settings.json and a journal of made-up numbers.
#pragma once

#include "core/checkpoint/journal.h"
#include "core/checkpoint/run_info.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

namespace collapsar::test {

/// A training row, as after an outer update.
inline Measurement generatedRow(std::int64_t update) {
    Measurement row;
    row.kind = MeasurementKind::Training;
    row.at.update = update;
    row.encoderUpdates = update;
    row.seconds = 0.01 * static_cast<double>(update);
    row.trainKl = 2 - std::exp(-1e-4 * static_cast<double>(update));
    row.trainReconstruction = 50 - row.trainKl;
    row.trainElbo = -row.trainReconstruction - row.trainKl;
    row.klWeight = 1;
    row.learningRate = 0.5;
    return row;
}

/// 500 probes, one latent dimension, as the product takes them.
inline Snapshot generatedSnapshot(std::int64_t update) {
    Snapshot snapshot;
    snapshot.values.at.update = update;
    for (int i = 0; i < 500; ++i) {
        const float x = static_cast<float>(i) / 250.0f - 1.0f;
        snapshot.trueMean.push_back(x);
        snapshot.approximateMean.push_back(0.5f * x);
        snapshot.logLikelihood.push_back(-50);
        snapshot.lag.push_back(0.1f);
    }
    snapshot.unitVariance = {0.2f};
    snapshot.unitKl = {1.0f};
    return snapshot;
}

/// The folder with its settings; the journal is to be written.
inline Result<JournalWriter> generateFolder(const std::filesystem::path& folder, const std::string& id) {
    std::filesystem::create_directories(folder);
    RunInfo info;
    info.id = id;
    info.name = "Generated " + id;
    info.created = "2024-01-01T00:00:00Z";
    std::ofstream(folder / "settings.json") << runInfoToJson(info);
    return JournalWriter::open(folder / "journal.bin");
}

/// Rows first .. last, a snapshot every `snapshotEvery`.
inline Result<void> generateRows(JournalWriter& journal, std::int64_t first, std::int64_t last,
                                 std::int64_t snapshotEvery) {
    for (std::int64_t update = first; update <= last; ++update) {
        if (const Result<void> written = journal.record(generatedRow(update)); !written) return written;
        if (update % snapshotEvery != 0) continue;
        if (const Result<void> written = journal.record(generatedSnapshot(update)); !written) return written;
    }
    return journal.flush();
}

}  // namespace collapsar::test
