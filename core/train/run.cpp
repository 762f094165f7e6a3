// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run.h"

#include "core/checkpoint/run_folder.h"
#include "core/nn/blas.h"
#include "core/report/settings_table.h"
#include "core/train/command_queue.h"
#include "core/train/numerics.h"
#include "core/train/race.h"
#include "core/train/recorder.h"
#include "core/train/run_preparation.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

namespace collapsar {

namespace {
constexpr int trainerNice = 10;

/// Tells when the trainer has nothing left to do.
class Latch {
public:
    void open() {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_opened.notify_all();
    }
    void wait() {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = false;
};
}  // namespace

struct Run::Impl {
    RunOptions options;
    RunStart start;
    Settings settings;  ///< as asked for; what is not live stays so
    std::optional<RunFolder> folder;
    std::optional<Recorder> recorder;
    CommandQueue commands;
    StopFlag stop;
    Latch done;
    int raceMember = -1;
    bool wasReady = false;
    std::thread thread;

    void work();
    [[nodiscard]] Result<CorpusPointer> prepareAll();
    void train(CorpusPointer corpus);
    void fail(const Error& error);
    void launch(RunSink& sink);
};

void Run::Impl::launch(RunSink& sink) {
    settings = start.state.settings;
    if (folder) folder->limitCheckpoints(options.checkpointBytes);
    recorder.emplace(sink, folder ? &*folder : nullptr);
    commands.stand(start.state.at);
    if (options.race) raceMember = options.race->join(start.state.at.update);
    thread = std::thread([this] { work(); });
}

/// Top of the trainer thread: nothing is thrown past here.
void Run::Impl::work() {
    lowerThreadPriority(trainerNice);
    useSingleThreadedBlas();
    try {
        Result<CorpusPointer> corpus = prepareAll();
        corpus.ok() ? train(std::move(corpus).value()) : fail(corpus.error());
    } catch (const std::exception& exception) {
        fail({ErrorCode::Internal, exception.what()});
    }
    if (options.race) options.race->leave(raceMember);
    commands.close();
    if (start.fork && !wasReady && folder) folder->discard();
    done.open();
}

Result<CorpusPointer> Run::Impl::prepareAll() {
    const auto progress = [this](double fraction, const std::string& what) {
        RunState state;
        state.progress = fraction;
        state.note = what;
        state.settings = start.state.settings;
        state.totalUpdates = state.settings.updates;
        state.at = start.state.at;
        recorder->state(state);
        return !stop.raised();
    };
    Result<CorpusPointer> corpus = loadCorpus(start.state.settings, progress);
    if (!corpus.ok()) return corpus;
    if (start.fork) {
        (void)progress(0, "Reading the history of the run that is forked");
        const Result<void> read = prepareFork(start, folder ? &*folder : nullptr, stop);
        if (!read.ok()) return read.error();
    }
    const Result<void> ready = prepare(start, *corpus.value(), folder ? &*folder : nullptr);
    return ready.ok() ? corpus : ready.error();
}

void Run::Impl::train(CorpusPointer corpus) {
    TrainerInput input;
    input.corpus = std::move(corpus);
    input.state = std::move(start.state);
    input.options = options;
    input.folder = folder ? &*folder : nullptr;
    input.raceMember = raceMember;
    input.openingEvents = std::move(start.openingEvents);
    input.reference = std::move(start.reference);
    input.replay = std::move(start.replay);
    Trainer trainer(std::move(input), *recorder, commands, stop);
    wasReady = trainer.train();
    if (!wasReady) return;
    done.open();
    trainer.serveAfterEnd();
}

void Run::Impl::fail(const Error& error) {
    RunState state;
    state.phase = error.code == ErrorCode::Interrupted ? RunPhase::Stopped : RunPhase::Failed;
    state.error = error;
    state.settings = start.state.settings;
    state.totalUpdates = state.settings.updates;
    state.at = start.state.at;
    recorder->state(state);
    recorder->flush();
}

Run::Run(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Result<std::unique_ptr<Run>> Run::create(const Settings& settings, RunOptions options, RunSink& sink) {
    auto impl = std::make_unique<Impl>();
    Result<RunStart> start = startFresh(settings, options);
    if (!start.ok()) return start.error();
    impl->start = std::move(start).value();
    if (!options.folder.empty()) {
        RunInfo info;
        info.id = impl->start.state.runId;
        info.name = options.name;
        info.numerics = impl->start.state.numerics;
        info.settings = settings;
        info.planned = impl->start.state.planned;
        Result<RunFolder> folder = RunFolder::create(options.folder, info);
        if (!folder.ok()) return folder.error();
        impl->folder.emplace(std::move(folder).value());
    }
    impl->options = std::move(options);
    impl->launch(sink);
    return std::unique_ptr<Run>(new Run(std::move(impl)));
}

Result<std::unique_ptr<Run>> Run::resume(const std::filesystem::path& folderPath, RunOptions options, RunSink& sink,
                                         std::int64_t totalUpdates, const std::string& checkpoint) {
    auto impl = std::make_unique<Impl>();
    Result<RunFolder> folder = RunFolder::open(folderPath);
    if (!folder.ok()) return folder.error();
    impl->folder.emplace(std::move(folder).value());
    Result<RunStart> start = startAgain(*impl->folder, checkpoint, totalUpdates);
    if (!start.ok()) return start.error();
    impl->start = std::move(start).value();
    options.folder = folderPath;
    options.name = impl->folder->info().name;
    impl->options = std::move(options);
    impl->launch(sink);
    return std::unique_ptr<Run>(new Run(std::move(impl)));
}

Result<std::unique_ptr<Run>> Run::fork(const ForkRequest& request, RunOptions options, RunSink& sink) {
    if (const Result<void> checked = checkFork(request); !checked.ok()) return checked.error();
    const Result<RunInfo> parent = readRunInfo(request.parent);
    if (!parent.ok()) return parent.error();
    std::vector<Intervention> changes = options.interventions;
    changes.insert(changes.end(), request.changes.begin(), request.changes.end());
    for (const Intervention& change : changes) {
        const Result<void> checked = checkIntervention(change, parent.value().settings);
        if (!checked.ok()) return checked.error();
    }
    auto impl = std::make_unique<Impl>();
    impl->start = startFork(request, parent.value(), options);
    if (!options.folder.empty()) {
        Result<RunFolder> folder = RunFolder::create(options.folder, forkInfo(impl->start, parent.value(), options));
        if (!folder.ok()) return folder.error();
        impl->folder.emplace(std::move(folder).value());
    }
    impl->options = std::move(options);
    impl->launch(sink);
    return std::unique_ptr<Run>(new Run(std::move(impl)));
}

Run::~Run() {
    stop();
    m_impl->thread.join();
}

void Run::start() {
    m_impl->commands.push({.kind = CommandKind::Start});
}
void Run::pause() {
    m_impl->commands.push({.kind = CommandKind::Pause});
}
void Run::resumeTraining() {
    m_impl->commands.push({.kind = CommandKind::Resume});
}
void Run::stepUpdate() {
    m_impl->commands.push({.kind = CommandKind::StepUpdate});
}

void Run::stop() {
    m_impl->stop.raise();
    m_impl->commands.push({.kind = CommandKind::Wake});
}

void Run::stepEncoder() {
    m_impl->commands.push({.kind = CommandKind::Intervene, .intervention = {.action = Action::StepEncoder}});
}

void Run::stepDecoder() {
    m_impl->commands.push({.kind = CommandKind::Intervene, .intervention = {.action = Action::StepDecoder}});
}

Result<void> Run::intervene(const Intervention& intervention) {
    const Result<void> checked = checkIntervention(intervention, m_impl->settings);
    if (checked.ok()) m_impl->commands.push({.kind = CommandKind::Intervene, .intervention = intervention});
    return checked;
}

Result<void> Run::interveneTogether(std::span<Run* const> runs, const Intervention& intervention) {
    std::vector<CommandQueue*> queues;
    for (Run* run : runs) {
        const Result<void> checked = checkIntervention(intervention, run->m_impl->settings);
        if (!checked.ok()) return checked;
        queues.push_back(&run->m_impl->commands);
    }
    CommandQueue::pushTogether(std::move(queues), intervention);
    return {};
}

void Run::setPace(Pace pace) {
    m_impl->commands.push({.kind = CommandKind::SetPace, .pace = pace});
}

void Run::saveCheckpoint(const std::filesystem::path& file) {
    m_impl->commands.push({.kind = CommandKind::SaveCheckpoint, .file = file});
}

void Run::wait() {
    m_impl->done.wait();
}
const std::string& Run::id() const {
    return m_impl->start.id;
}
const std::filesystem::path& Run::folder() const {
    return m_impl->options.folder;
}

}  // namespace collapsar
