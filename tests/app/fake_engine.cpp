// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fake_engine.h"

#include "core/report/settings_table.h"

#include <chrono>
#include <deque>
#include <fstream>
#include <stop_token>

namespace collapsar::test {

void CallLog::add(const QString& call) {
    const std::scoped_lock lock(m_mutex);
    m_calls.append(call);
}

QStringList CallLog::calls() const {
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

int CallLog::count(const QString& call) const {
    return static_cast<int>(calls().count(call));
}

Measurement madeUpMeasurement(std::int64_t update, double kl) {
    Measurement row;
    row.at.update = update;
    row.encoderUpdates = update;
    row.elbo = -50 + kl;
    row.reconstruction = 50 - 2 * kl;
    row.kl = kl;
    row.miBatch = row.miFull = 0.9 * kl;
    row.activeUnits = kl > 0.5 ? 1 : 0;
    row.lag = 0.1;
    row.trueMeanSd = 0.5;
    row.approxMeanSd = kl > 0.5 ? 0.5 : 0;
    row.meanCorrelation = 0.95;
    row.meanGap = 0.1;
    return row;
}

SnapshotPointer madeUpSnapshot(std::int64_t update, double slope, int probes) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values = madeUpMeasurement(update, slope);
    snapshot->verdict.kind = slope > 0.5 ? VerdictKind::InStep : VerdictKind::InferenceCollapse;
    snapshot->verdict.trueMeanSd = 0.5;
    snapshot->verdict.approxMeanSd = 0.5 * slope;
    for (int i = 0; i < probes; ++i) {
        const float x = static_cast<float>(4.0 * i / probes - 2.0);
        snapshot->trueMean.push_back(x);
        snapshot->approximateMean.push_back(static_cast<float>(slope * x));
        snapshot->logLikelihood.push_back(-50);
        snapshot->lag.push_back(0.1f);
    }
    snapshot->unitVariance = {0.2f};
    snapshot->unitKl = {static_cast<float>(slope)};
    return snapshot;
}

namespace {

class FakeRun final : public RunHandle {
public:
    FakeRun(const Settings& settings, RunOptions options, RunSink& sink, std::shared_ptr<CallLog> log, FakeOptions fake,
            Position from, std::vector<Event> opening = {})
        : m_opening(std::move(opening)),
          m_options(std::move(options)),
          m_sink(sink),
          m_log(std::move(log)),
          m_fake(std::move(fake)) {
        m_state.settings = settings;
        m_state.totalUpdates = settings.updates;
        m_state.at = from;
        m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
    }
    ~FakeRun() override {
        m_thread.request_stop();
        std::this_thread::sleep_for(std::chrono::milliseconds(m_fake.stopMilliseconds));
        m_thread.join();
        if (!m_options.folder.empty()) {
            std::ofstream(m_options.folder / "stand.txt")
                << m_state.at.update << ' ' << m_state.totalUpdates << ' ' << m_state.settings.seed;
        }
        log("destroyed");
    }

    void start() override {
        ask("start", [this] { m_state.phase = RunPhase::Training; });
    }
    void pause() override {
        ask("pause", [this] { m_state.phase = RunPhase::Paused; });
    }
    void resumeTraining() override {
        ask("resumeTraining", [this] { m_state.phase = RunPhase::Training; });
    }
    void stop() override {
        log("stop");
        m_thread.request_stop();
    }
    void stepEncoder() override {
        ask("stepEncoder", [this] {
            ++m_state.encoderUpdates;
            ++m_state.at.inner;
            pausedAfterStep();
        });
    }
    void stepDecoder() override {
        ask("stepDecoder", [this] {
            advance();
            pausedAfterStep();
        });
    }
    void stepUpdate() override {
        ask("stepUpdate", [this] {
            advance();
            pausedAfterStep();
        });
    }
    void setPace(Pace pace) override { log("setPace" + QString::number(static_cast<int>(pace))); }
    void saveCheckpoint(const std::filesystem::path& file) override {
        log("saveCheckpoint " + QString::fromStdString(file.string()));
    }
    std::string id() const override { return "fake-" + m_options.name; }
    std::filesystem::path folder() const override { return m_options.folder; }

    Result<void> intervene(const Intervention& intervention) override {
        const QString field = QString::fromStdString(intervention.field);
        if (!m_fake.refusedField.isEmpty() && field == m_fake.refusedField) {
            return Error{ErrorCode::InvalidSettings, "refused for the test"};
        }
        ask("intervene " + QString::fromStdString(interventionText(intervention)), [this, intervention] {
            Event event;
            event.kind = EventKind::Switch;
            event.at = m_state.at;
            event.intervention = intervention;
            if (intervention.action == Action::None) {
                event.intervention.oldValue = settingText(m_state.settings, intervention.field);
                (void)setSetting(m_state.settings, intervention.field, intervention.newValue);
            }
            m_sink.happened(event);
        });
        return {};
    }

private:
    void log(const QString& call) { m_log->add(QString::fromStdString(m_options.name) + ": " + call); }

    template <class Change>
    void ask(const QString& call, Change change) {
        log(call);
        const std::scoped_lock lock(m_mutex);
        m_commands.push_back(change);
        m_asked.notify_all();
    }

    void pausedAfterStep() { m_state.phase = RunPhase::Paused; }

    void advance() {
        ++m_state.at.update;
        m_state.at.inner = 0;
        ++m_state.encoderUpdates;
        m_sink.measured(
            {madeUpMeasurement(m_state.at.update, m_state.settings.aggressive == Aggressive::Off ? 0.01 : 1.0)});
        m_sink.snapshotTaken(
            madeUpSnapshot(m_state.at.update, m_state.settings.aggressive == Aggressive::Off ? 0.0 : 1.0));
    }

    void work(const std::stop_token& stop) {
        m_sink.stateChanged(m_state);
        std::this_thread::sleep_for(std::chrono::milliseconds(m_fake.preparingMilliseconds));
        m_sink.probesKnown(std::make_shared<const std::vector<std::string>>(50, "a made-up sentence"));
        m_state.phase = RunPhase::Ready;
        for (const Event& event : m_opening) {
            m_sink.happened(event);
        }
        m_sink.stateChanged(m_state);
        while (!stop.stop_requested()) {
            std::unique_lock lock(m_mutex);
            const auto patience =
                std::chrono::milliseconds(m_state.phase == RunPhase::Training ? m_fake.millisecondsPerUpdate : 1000);
            m_asked.wait_for(lock, stop, patience, [this] { return !m_commands.empty(); });
            if (!m_commands.empty()) {
                const auto command = std::move(m_commands.front());
                m_commands.pop_front();
                lock.unlock();
                command();
            } else if (m_state.phase == RunPhase::Training) {
                lock.unlock();
                advance();
                m_state.phase = m_state.at.update >= m_state.totalUpdates ? RunPhase::Finished : m_state.phase;
            }
            m_sink.stateChanged(m_state);
        }
    }

    const std::vector<Event> m_opening;  ///< told when it is ready
    RunOptions m_options;
    RunSink& m_sink;
    std::shared_ptr<CallLog> m_log;
    FakeOptions m_fake;
    RunState m_state;  ///< of the thread
    std::mutex m_mutex;
    std::condition_variable_any m_asked;
    std::deque<std::function<void()>> m_commands;
    std::jthread m_thread;
};

}  // namespace

FakeEngine::FakeEngine(std::shared_ptr<CallLog> log, FakeOptions options)
    : m_log(std::move(log)), m_options(std::move(options)) {}

Result<RunHandlePointer> FakeEngine::create(const Settings& settings, RunOptions options, RunSink& sink) {
    const QString name = QString::fromStdString(options.name);
    if (!m_options.failingName.isEmpty() && name == m_options.failingName) {
        return Error{ErrorCode::InvalidSettings, "no such run"};
    }
    m_log->add(name + QStringLiteral(": create seed %1").arg(settings.seed));
    std::filesystem::create_directories(options.folder.empty() ? std::filesystem::temp_directory_path()
                                                               : options.folder);
    return RunHandlePointer(
        std::make_unique<FakeRun>(settings, std::move(options), sink, m_log, m_options, Position{}));
}

Result<RunHandlePointer> FakeEngine::resume(const std::filesystem::path& folder, RunOptions options, RunSink& sink,
                                            std::int64_t totalUpdates) {
    const Result<RunRecord> known = read(folder);
    if (!known && !std::filesystem::exists(folder / "stand.txt")) {
        return known.error();
    }
    const RunRecord record = known ? known.value() : standOf(folder);
    m_log->add(QString::fromStdString(options.name) + ": resume");
    Settings settings = record.settings;
    settings.updates = totalUpdates > 0 ? static_cast<int>(totalUpdates) : settings.updates;
    Event resumed;
    resumed.kind = EventKind::Resumed;
    resumed.at = record.state.at;
    options.folder = folder;
    return RunHandlePointer(std::make_unique<FakeRun>(settings, std::move(options), sink, m_log, m_options,
                                                      record.state.at, std::vector<Event>{resumed}));
}

RunRecord FakeEngine::standOf(const std::filesystem::path& folder) const {
    RunRecord record;
    std::ifstream(folder / "stand.txt") >> record.state.at.update >> record.settings.updates >> record.settings.seed;
    return record;
}

Result<RunHandlePointer> FakeEngine::fork(const ForkRequest& request, RunOptions options, RunSink& sink) {
    Settings settings;
    std::vector<Event> opening;
    for (const Intervention& change : request.changes) {
        if (QString::fromStdString(change.field) == m_options.refusedField && !m_options.refusedField.isEmpty()) {
            return Error{ErrorCode::InvalidSettings, change.field + " cannot be changed by a fork"};
        }
        Event event;
        event.kind = EventKind::Switch;
        event.at = request.at;
        event.intervention = change;
        event.intervention.at = request.at;
        (void)setSetting(settings, change.field, change.newValue);
        opening.push_back(event);
    }
    m_log->add(QStringLiteral("%1: fork of %2 at %3")
                   .arg(QString::fromStdString(options.name),
                        QString::fromStdString(request.parent.filename().string()).section(QLatin1Char('-'), 0, 0))
                   .arg(request.at.update));
    settings.updates = request.totalUpdates > 0 ? static_cast<int>(request.totalUpdates) : 100000;
    std::filesystem::create_directories(options.folder);
    return RunHandlePointer(std::make_unique<FakeRun>(settings, std::move(options), sink, m_log, m_options, request.at,
                                                      std::move(opening)));
}

Result<void> FakeEngine::interveneTogether(std::span<RunHandle* const> runs, const Intervention& intervention) {
    m_log->add(QStringLiteral("together %1").arg(runs.size()));
    for (RunHandle* run : runs) {
        if (const Result<void> done = run->intervene(intervention); !done) {
            return done;
        }
    }
    return {};
}

RunLook FakeEngine::follow(const std::filesystem::path& folder) const {
    return [growth = m_growth, name = folder.filename().string(), folder]() -> Result<RunGrowth> {
        const std::scoped_lock lock(growth->mutex);
        RunGrowth next;
        next.isThere = std::filesystem::exists(folder);
        auto& waiting = growth->waiting[name];
        if (next.isThere && !waiting.empty()) {
            next = waiting.front();
            waiting.erase(waiting.begin());
        }
        return next;
    };
}

void FakeEngine::grow(const std::string& folder, RunGrowth growth) {
    const std::scoped_lock lock(m_growth->mutex);
    growth.isThere = growth.changed = true;
    m_growth->waiting[folder].push_back(std::move(growth));
}

Result<GeneratedWordsPointer> FakeEngine::words(const ModelPlace& place, const WordsRequest& request,
                                                const ReplayProgress& /*progress*/) {
    if (answerWords) return answerWords(place, request);
    return Error{ErrorCode::FileMissing, "No made-up words."};
}

Result<RunDetailsPointer> FakeEngine::details(const ModelPlace& place, const ReplayProgress& /*progress*/) {
    if (answerDetails) return answerDetails(place);
    return Error{ErrorCode::FileMissing, "No made-up details."};
}

Result<RunRecord> FakeEngine::read(const std::filesystem::path& folder) const {
    const auto found = records.find(folder.filename().string());
    if (found == records.end()) {
        return Error{ErrorCode::FileMissing, "There is no run in " + folder.string() + "."};
    }
    return found->second;
}

}  // namespace collapsar::test
