// SPDX-License-Identifier: GPL-3.0-or-later
/// When a run is written down: at scheduled evaluations, when some seconds of training have passed, when asked, at the
/// end.
#include "core/checkpoint/checkpoint_file.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <utility>

namespace collapsar {

using Clock = std::chrono::steady_clock;

namespace {
constexpr double cheapestShare = 20;  // seconds of training for each second of writing
}

void Trainer::checkpoint(const std::filesystem::path& file) {
    if (file.empty() && !m_folder) return;
    m_state.weights = m_step.weights(m_state.settings);
    if (file.empty()) {
        m_checkpointSeconds = m_state.seconds;
        reportCheckpoint(m_recorder.saveCheckpoint(m_state, Durability::Flushed), 0);
    } else {
        const Result<void> written = writeCheckpoint(file, m_state);
        reportCheckpoint(written.ok() ? Result<std::string>(file.filename().string()) : written.error(), 0);
    }
}

/// One that a run writes of its own accord, so that its history can be replayed. It is not waited for: after a crash of
/// the machine a torn one is recognised by its checksum and the one before is used.
void Trainer::keyframe() {
    const auto begun = Clock::now();
    m_state.weights = m_step.weights(m_state.settings);
    const Result<std::string> written = m_recorder.saveCheckpoint(m_state, Durability::Buffered);
    m_checkpointCost = std::chrono::duration<double>(Clock::now() - begun).count();
    m_checkpointSeconds = m_state.seconds;
    reportCheckpoint(written, 1);
}

void Trainer::keyframeIfDue() {
    if (!m_folder || !m_options.writeCheckpoints || m_state.evaluationDue || m_phase == RunPhase::Diverged) return;
    const double wanted = m_options.keyframeSeconds;
    const double period = wanted > 0 ? std::max(wanted, cheapestShare * m_checkpointCost) : 0;
    if (m_state.seconds - m_checkpointSeconds >= period) keyframe();
}

/// `value` is 1 for a keyframe.
void Trainer::reportCheckpoint(const Result<std::string>& written, double value) {
    Event event{.kind = EventKind::Checkpoint, .at = m_state.at, .value = value};
    if (!written.ok()) event.kind = EventKind::Warning;
    event.text = written.ok() ? written.value() : written.error().detail;
    m_recorder.happened(event);
}

}  // namespace collapsar
