// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_preparation.h"

#include "core/checkpoint/run_paths.h"
#include "core/objective/kl_schedule.h"
#include "core/report/settings_table.h"
#include "core/train/numerics.h"

#include <algorithm>
#include <fstream>
#include <utility>

namespace collapsar {

namespace {

Result<void> checkAll(const Settings& settings, const std::vector<Intervention>& planned) {
    std::string problems;
    for (const SettingProblem& problem : validate(settings))
        problems += problem.detail + "\n";
    for (const Intervention& intervention : planned) {
        const Result<void> checked = checkIntervention(intervention, settings);
        if (!checked.ok()) problems += checked.error().detail + "\n";
    }
    if (problems.empty()) return {};
    problems.pop_back();
    return Error{ErrorCode::InvalidSettings, problems};
}

/// A run that goes on must find each word under the id it was trained with. Nothing to say without a word list.
Result<void> compareVocabulary(const std::filesystem::path& folder, const Vocabulary& vocabulary) {
    std::ifstream file(folder / run_paths::vocabulary, std::ios::binary);
    if (!file) return {};
    std::string word;
    std::size_t id = 0;
    while (std::getline(file, word) && id < vocabulary.words.size() && vocabulary.words[id] == word)
        ++id;
    if (!file) return {};
    return Error{ErrorCode::DataChanged,
                 "Word " + std::to_string(id) + " of the data is not the one this run was trained on (" +
                     (folder / run_paths::vocabulary).string() +
                     "): the settings of the data were changed, or another program wrote the run. The run still opens "
                     "read-only."};
}

std::optional<Measurement> scheduledAt(const std::filesystem::path& folder, Position at) {
    const Result<RunContents> contents = readRunFolder(folder);
    if (!contents.ok()) return std::nullopt;
    for (const Measurement& point : contents.value().journal.measurements) {
        if (point.kind == MeasurementKind::Scheduled && point.at == at) return point;
    }
    return std::nullopt;
}

}  // namespace

Result<void> compareSources(const std::vector<DataSource>& before, const std::vector<DataSource>& now) {
    for (const DataSource& old : before) {
        const auto found =
            std::find_if(now.begin(), now.end(), [&](const auto& source) { return source.role == old.role; });
        if (found != now.end() && found->bytes == old.bytes && found->sha256 == old.sha256) continue;
        return Error{ErrorCode::DataChanged,
                     "The " + old.role + " data (" + old.path +
                         ") is not what this run was trained on: bring the file back as it was, or "
                         "start a new run. The run still opens read-only."};
    }
    return {};
}

Result<RunStart> startFresh(const Settings& settings, const RunOptions& options) {
    const Result<void> checked = checkAll(settings, options.interventions);
    if (!checked.ok()) return checked.error();
    RunStart start;
    start.id = makeRunId();
    TrainingState& state = start.state;
    state.runId = start.id;
    state.numerics = numericsDescription();
    state.settings = settings;
    state.burnIn = beginBurnIn(settings.aggressive);
    state.learningRate = settings.learningRate;
    state.encoderLearningRate = settings.encoderLearningRate > 0 ? settings.encoderLearningRate : settings.learningRate;
    state.skipEverOpen = settings.skip;
    state.planned = options.interventions;
    std::stable_sort(state.planned.begin(), state.planned.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    start.openingEvents.push_back({.kind = EventKind::Started});
    return start;
}

Result<RunStart> startAgain(RunFolder& folder, const std::string& checkpoint, std::int64_t totalUpdates) {
    Result<RunFolder::LoadedCheckpoint> loaded = folder.loadCheckpoint(checkpoint);
    if (!loaded.ok()) return loaded.error();
    RunStart start;
    start.id = folder.info().id;
    start.state = std::move(loaded.value().state);
    start.state.runId = start.id;
    start.state.settings.updates = folder.info().settings.updates;
    start.state.settings.klPeriod = folder.info().settings.klPeriod;
    const Result<bool> rewound = folder.rewindTo(start.state.at, loaded.value().name);
    if (!rewound.ok()) return rewound.error();
    if (totalUpdates > 0) {
        if (totalUpdates < start.state.at.update) {
            return Error{ErrorCode::InvalidSettings, "updates: this run already stands at update " +
                                                         std::to_string(start.state.at.update) + ", which is beyond " +
                                                         std::to_string(totalUpdates) + ". Give a larger number."};
        }
        Settings later;
        const Result<void> set = setSetting(later, "updates", std::to_string(totalUpdates));
        if (!set.ok()) return set.error();
        RunInfo info = folder.info();
        moveEnd(start.state.settings, later.updates);
        moveEnd(info.settings, later.updates);
        info.settings.klPeriod = std::max(info.settings.klPeriod, start.state.settings.klPeriod);
        start.state.settings.klPeriod = info.settings.klPeriod;
        const Result<void> written = folder.setInfo(std::move(info));
        if (!written.ok()) return written.error();
    }
    start.openingEvents.push_back({.kind = EventKind::Resumed, .at = start.state.at, .text = loaded.value().name});
    const std::string numerics = numericsDescription();
    if (numerics != start.state.numerics) {
        start.openingEvents.push_back({.kind = EventKind::NumericsChanged,
                                       .at = start.state.at,
                                       .text = "from " + start.state.numerics + " to " + numerics});
        start.state.numerics = numerics;
        start.reference = scheduledAt(folder.path(), start.state.at);
    }
    return start;
}

RunStart startFork(const ForkRequest& request, const RunInfo& parent, const RunOptions& options) {
    RunStart start;
    start.id = makeRunId();
    start.fork = request;
    start.planned = options.interventions;
    start.sources = parent.sources;
    start.state.settings = parent.settings;
    if (request.totalUpdates > 0) moveEnd(start.state.settings, static_cast<int>(request.totalUpdates));
    start.state.at = request.at;
    return start;
}

RunInfo forkInfo(const RunStart& start, const RunInfo& parent, const RunOptions& options) {
    RunInfo info;
    info.id = start.id;
    info.name = options.name;
    info.numerics = numericsDescription();
    info.parent = {parent.id, start.fork->at};
    info.ancestors = {parent.id};
    info.ancestors.insert(info.ancestors.end(), parent.ancestors.begin(), parent.ancestors.end());
    info.settings = start.state.settings;
    info.sources = parent.sources;
    info.planned = parent.planned;
    info.planned.insert(info.planned.end(), options.interventions.begin(), options.interventions.end());
    return info;
}

Result<void> prepareFork(RunStart& start, RunFolder* folder, const StopFlag& stop) {
    Result<ReplaySource> read = readReplay(start.fork->parent, start.fork->at, stop);
    if (!read.ok()) return read.error();
    ReplaySource source = std::move(read).value();
    const Settings own = start.state.settings;
    start.state = std::move(source.state);
    start.state.runId = start.id;
    start.state.settings.klPeriod = own.klPeriod;
    if (start.fork->totalUpdates > 0) start.state.settings.updates = own.updates;
    std::vector<Intervention>& planned = start.state.planned;
    planned.insert(planned.end(), start.planned.begin(), start.planned.end());
    std::stable_sort(planned.begin(), planned.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    const auto& entries = source.history.entries;
    const bool hasBegun = std::any_of(entries.begin(), entries.end(), [](const JournalEntry& entry) {
        const Event* event = std::get_if<Event>(&entry);
        return event && event->kind == EventKind::Started;
    });
    if (!hasBegun) start.openingEvents.push_back({.kind = EventKind::Started});
    source.plan.changes = start.fork->changes;
    start.replay = std::move(source.plan);
    if (!folder) return {};
    const std::filesystem::path& parent = start.fork->parent;
    const auto shared =
        folder->shareCheckpoints(parent, checkpointsBefore(source.history, start.fork->at, listCheckpoints(parent)));
    return copyHistory(source.history, start.fork->at, shared, folder->journal());
}

Result<void> prepare(RunStart& start, const Corpus& corpus, RunFolder* folder) {
    TrainingState& state = start.state;
    const ModelShape shape = shapeOf(state.settings, corpus.vocabulary.size());
    if (state.weights.decoder.empty()) {
        state.weights = initialParameters(shape, state.settings);
    } else if (!(state.weights.shape == shape)) {
        return Error{ErrorCode::DataChanged, "The checkpoint's model does not fit the data (its vocabulary has " +
                                                 std::to_string(state.weights.shape.vocabulary) + " words, the data " +
                                                 std::to_string(shape.vocabulary) + ")."};
    }
    if (!folder) return compareSources(start.sources, corpus.sources);
    RunInfo info = folder->info();
    const Result<void> compared = compareSources(info.sources, corpus.sources);
    if (!compared.ok()) return compared;
    const Result<void> sameWords = compareVocabulary(folder->path(), corpus.vocabulary);
    if (!sameWords.ok()) return sameWords;
    info.sources = corpus.sources;
    info.corpus = corpus.summary;
    info.numerics = state.numerics;
    const Result<void> written = folder->setInfo(std::move(info));
    return written.ok() ? folder->writeVocabulary(corpus.vocabulary.words) : written;
}

}  // namespace collapsar
