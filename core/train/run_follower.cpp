// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_follower.h"

#include "core/checkpoint/journal_follower.h"
#include "core/checkpoint/run_folder.h"
#include "core/checkpoint/run_paths.h"
#include "core/train/run_record_state.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace collapsar {

struct RunFollower::Impl {
    std::filesystem::path folder;
    std::optional<JournalFollower> journal;  ///< once there is a run
    std::string id;
    RunRecordState state;
    bool rewound = false;
    std::set<std::string> aliveCheckpoints;  ///< when rewound: those that the living branch names
    ProbeTexts probes;

    void begin(const RunInfo& info);
    void take(const RunInfo& info, JournalGrowth journalGrowth, RunGrowth& growth);
    void readTexts();
};

void RunFollower::Impl::begin(const RunInfo& info) {
    id = info.id;
    journal.emplace(folder / run_paths::journal);
    probes = nullptr;
}

void RunFollower::Impl::take(const RunInfo& info, JournalGrowth journalGrowth, RunGrowth& growth) {
    JournalContents& contents = journalGrowth.contents;
    growth.startOver = journalGrowth.startOver;
    if (growth.startOver) {
        state = RunRecordState(info.settings);
        rewound = contents.rewound;
        aliveCheckpoints = contents.checkpoints;
    }
    for (const Event& event : contents.events) {
        if (event.kind == EventKind::Checkpoint) aliveCheckpoints.insert(event.text);
    }
    growth.changed =
        growth.startOver || !contents.events.empty() || !contents.measurements.empty() || !contents.snapshots.empty();
    state.setUpdates(info.settings.updates);
    state.take(contents.events);
    state.take(contents.measurements);
    RunRecord& record = growth.record;
    record.measurements = std::move(contents.measurements);
    record.snapshots = std::move(contents.snapshots);
    record.events = std::move(contents.events);
    record.notes = std::move(contents.notes);
    record.checkpoints = listCheckpoints(folder);
    if (rewound) {
        std::erase_if(record.checkpoints, [this](const std::string& name) { return !aliveCheckpoints.contains(name); });
    }
}

/// Written once, when the run is prepared.
void RunFollower::Impl::readTexts() {
    if (probes) return;
    std::vector<std::string> texts = readProbes(folder);
    if (!texts.empty()) probes = std::make_shared<const std::vector<std::string>>(std::move(texts));
}

RunFollower::RunFollower(std::filesystem::path folder) : m_impl(std::make_unique<Impl>()) {
    m_impl->folder = std::move(folder);
}
RunFollower::RunFollower(RunFollower&&) noexcept = default;
RunFollower& RunFollower::operator=(RunFollower&&) noexcept = default;
RunFollower::~RunFollower() = default;

const std::filesystem::path& RunFollower::folder() const {
    return m_impl->folder;
}

Result<RunGrowth> RunFollower::poll() {
    RunGrowth growth;
    const Result<RunInfo> info = readRunInfo(m_impl->folder);
    std::error_code ignored;
    if (!info.ok() && !std::filesystem::exists(m_impl->folder / run_paths::info, ignored)) {
        m_impl->journal.reset();
        return growth;
    }
    if (!info.ok()) return info.error();
    if (!m_impl->journal || m_impl->id != info.value().id) m_impl->begin(info.value());
    Result<JournalGrowth> read = m_impl->journal->poll();
    if (!read.ok()) return read.error();
    growth.isThere = true;
    m_impl->take(info.value(), std::move(read).value(), growth);
    m_impl->readTexts();
    RunRecord& record = growth.record;
    record.name = info.value().name;
    record.id = info.value().id;
    record.parent = info.value().parent.id;
    record.parentAt = info.value().parent.at;
    record.settings = info.value().settings;
    record.state = m_impl->state.state();
    record.probes = m_impl->probes;
    return growth;
}

}  // namespace collapsar
