// SPDX-License-Identifier: GPL-3.0-or-later
/// What a run came to, read from its folder, and how two of them differ. Wall-clock time is left out.
#pragma once

#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_folder.h"
#include "core/report/measurement.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <bit>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace collapsar {

struct Outcome {
    TrainingState state;
    std::vector<Measurement> scheduled, probes;
};

inline QString positions(const std::vector<Measurement>& points) {
    QStringList all;
    for (const Measurement& point : points)
        all << QString::number(point.at.update);
    return all.join(' ');
}

/// Empty: all equal, to the bit.
inline QString difference(const std::vector<Measurement>& a, const std::vector<Measurement>& b) {
    if (a.size() != b.size()) return QString("points at %1 and at %2").arg(positions(a), positions(b));
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].at != b[i].at) return QString("positions differ at point %1").arg(i);
        for (const MeasurementColumn& column : measurementColumns()) {
            const double here = a[i].*column.value, there = b[i].*column.value;
            if (std::bit_cast<std::uint64_t>(here) == std::bit_cast<std::uint64_t>(there)) continue;
            return QString("%1 differs at update %2").arg(QString::fromUtf8(column.name.data())).arg(a[i].at.update);
        }
    }
    return {};
}

inline QString difference(const TrainingState& a, const TrainingState& b) {
    if (a.at != b.at) return "positions differ";
    if (a.weights.encoder != b.weights.encoder) return "encoder weights differ";
    if (a.weights.decoder != b.weights.decoder) return "decoder weights differ";
    if (!(a.encoderOptimiser == b.encoderOptimiser)) return "encoder moments differ";
    if (!(a.decoderOptimiser == b.decoderOptimiser)) return "decoder moments differ";
    if (!(a.skipOptimiser == b.skipOptimiser)) return "skip path's moments differ";
    if (!(a.burnIn == b.burnIn) || !(a.decay == b.decay)) return "decisions differ";
    if (a.learningRate != b.learningRate || a.encoderLearningRate != b.encoderLearningRate) return "rates differ";
    if (a.best.encoder != b.best.encoder || a.best.decoder != b.best.decoder) return "best weights differ";
    if (a.encoderUpdates != b.encoderUpdates) return "encoder updates differ";
    if (!(a.settings == b.settings)) return "settings in force differ";
    if (a.planned != b.planned) return "what is still planned differs";
    return {};
}

inline QString difference(const Outcome& a, const Outcome& b) {
    const QString found = difference(a.state, b.state);
    return found.isEmpty() ? difference(a.scheduled, b.scheduled) : found;
}

inline std::filesystem::path newPath(const QTemporaryDir& folder) {
    static int number = 0;
    return std::filesystem::path(folder.path().toStdString()) / (std::to_string(++number) + ".run");
}

/// At its newest checkpoint.
inline Outcome outcome(const std::filesystem::path& path) {
    const auto contents = readRunFolder(path);
    const auto state = readCheckpoint(path / "checkpoints" / contents.value().checkpoints.back());
    Outcome result{.state = state.value()};
    for (const Measurement& point : contents.value().journal.measurements) {
        if (point.kind == MeasurementKind::Scheduled) result.scheduled.push_back(point);
        if (point.kind == MeasurementKind::Probe) result.probes.push_back(point);
    }
    return result;
}

}  // namespace collapsar
