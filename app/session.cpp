// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/snapshot_mailbox.h"
#include "core/train/race.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace collapsar {
namespace {

constexpr int frameMilliseconds = 33;

bool hasEnded(RunPhase phase) {
    return phase == RunPhase::Finished || phase == RunPhase::Stopped || phase == RunPhase::Diverged ||
           phase == RunPhase::Failed;
}

}  // namespace

RunView viewOfRecord(const std::filesystem::path& folder, const RunRecord& record) {
    RunView view;
    view.plan = {record.name, record.settings, {}};
    for (const Event& event : record.events) {
        if (event.kind == EventKind::Switch) {
            view.plan.interventions.push_back(event.intervention);
        }
    }
    view.state = record.state;
    view.points = MeasurementHistory(record.measurements);
    view.snapshot = record.snapshots.empty() ? nullptr : record.snapshots.back();
    view.events = record.events;
    view.probes = record.probes;
    view.id = record.id;
    view.folder = folder;
    return view;
}

/// The mailbox outlives the run that posts into it: members die in reverse order.
struct Session::Trainer {
    std::unique_ptr<SnapshotMailbox> mailbox;
    RunHandlePointer handle;
};

Session::Session(std::unique_ptr<Engine> engine, RunStorage storage, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_storage(std::move(storage)) {
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Session::drain);
    m_sinceDrain.start();
}

Session::~Session() {
    retire(Fate::Keep);
    m_retiring.waitForDone();
}

void Session::prepare(std::vector<RunPlan> plans) {
    retire(Fate::Discard);
    const auto race = plans.size() > 1 ? std::make_shared<Race>() : nullptr;
    for (RunPlan& plan : plans) {
        RunView view;
        view.state.settings = plan.settings;
        view.state.totalUpdates = plan.settings.updates;
        view.plan = std::move(plan);
        m_views.push_back(std::move(view));
        m_trainers.push_back(std::make_unique<Trainer>());
        m_trainers.back()->mailbox = std::make_unique<SnapshotMailbox>(this, [this] { wake(); });
    }
    Q_EMIT runsReplaced();
    for (int run = 0; run < static_cast<int>(m_views.size()); ++run) {
        const RunPlan& plan = m_views[run].plan;
        adopt(run, m_engine->create(plan.settings, optionsFor(plan, race), *m_trainers[run]->mailbox));
    }
}

void Session::resume(const std::filesystem::path& folder, const RunRecord& record) {
    retire(Fate::Keep);
    m_views.push_back(viewOfRecord(folder, record));
    m_trainers.push_back(std::make_unique<Trainer>());
    m_trainers.back()->mailbox = std::make_unique<SnapshotMailbox>(this, [this] { wake(); });
    Q_EMIT runsReplaced();
    RunOptions options = optionsFor(m_views[0].plan, nullptr);
    options.folder = folder;
    options.interventions.clear();  // those of the journal are applied already
    adopt(0, m_engine->resume(folder, std::move(options), *m_trainers[0]->mailbox, 0));
}

void Session::show(const std::filesystem::path& folder, const RunRecord& record) {
    retire(Fate::Keep);
    m_views.push_back(viewOfRecord(folder, record));
    m_views.back().isReadOnly = true;
    m_trainers.push_back(std::make_unique<Trainer>());
    Q_EMIT runsReplaced();
}

void Session::restart(Seed seed) {
    std::vector<RunPlan> plans;
    const std::uint64_t fresh = QRandomGenerator::global()->bounded(1u, 1000000u);
    for (const RunView& view : m_views) {
        plans.push_back(view.plan);
        if (seed == Seed::New) {
            plans.back().settings.seed = fresh;
        }
    }
    prepare(std::move(plans));
}

void Session::close() {
    retire(Fate::Keep);
    Q_EMIT runsReplaced();
}

void Session::start() {
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        RunHandle* handle = m_trainers[run]->handle.get();
        if (handle == nullptr || hasEnded(m_views[run].state.phase)) {
            continue;
        }
        m_views[run].state.phase == RunPhase::Paused ? handle->resumeTraining() : handle->start();
    }
}

void Session::pause() {
    for (const auto& trainer : m_trainers) {
        if (trainer->handle) {
            trainer->handle->pause();
        }
    }
}

void Session::step(Step step) {
    for (const auto& trainer : m_trainers) {
        if (!trainer->handle) {
            continue;
        }
        switch (step) {
            case Step::Encoder:
                trainer->handle->stepEncoder();
                break;
            case Step::Decoder:
                trainer->handle->stepDecoder();
                break;
            case Step::Update:
                trainer->handle->stepUpdate();
                break;
        }
    }
}

void Session::setPace(Pace pace) {
    m_pace = pace;
    for (const auto& trainer : m_trainers) {
        if (trainer->handle) {
            trainer->handle->setPace(pace);
        }
    }
}

Result<void> Session::intervene(int run, const Intervention& intervention) {
    RunHandle* handle = m_trainers.at(run)->handle.get();
    if (handle == nullptr) {
        return Error{ErrorCode::InvalidSettings, "This run was opened to look at; it does not train."};
    }
    return handle->intervene(intervention);
}

void Session::stop(int run) {
    if (RunHandle* handle = m_trainers.at(run)->handle.get()) {
        handle->stop();
    }
}

void Session::rename(int run, const std::string& name) {
    m_views.at(run).plan.name = name;
}

void Session::saveCheckpoint(int run, const std::filesystem::path& file) {
    if (RunHandle* handle = m_trainers.at(run)->handle.get()) {
        handle->saveCheckpoint(file);
    }
}

RunOptions Session::optionsFor(const RunPlan& plan, const std::shared_ptr<Race>& race) const {
    RunOptions options;
    options.name = plan.name;
    options.folder = m_storage.newFolder(plan.name);
    options.interventions = plan.interventions;
    options.pace = m_pace;
    options.race = race;
    return options;
}

void Session::adopt(int run, Result<RunHandlePointer> handle) {
    if (handle) {
        m_trainers[run]->handle = std::move(handle).value();
        m_views[run].id = m_trainers[run]->handle->id();
        m_views[run].folder = m_trainers[run]->handle->folder();
        return;
    }
    m_views[run].state.phase = RunPhase::Failed;
    m_views[run].state.error = handle.error();
    Q_EMIT stateChanged(run);
    Q_EMIT failed(handle.error());
}

/// Stops the runs of the stage now and joins them on another thread. A run without an update leaves nothing behind.
void Session::retire(Fate fate) {
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        if (!m_trainers[run]->handle) {
            continue;
        }
        m_trainers[run]->mailbox->close();
        m_trainers[run]->handle->stop();
        const std::shared_ptr<Trainer> trainer = std::move(m_trainers[run]);
        m_retiring.start(
            [trainer, fate, storage = m_storage, folder = m_views[run].folder, at = m_views[run].state.at] {
                trainer->handle.reset();
                const Delivery last = trainer->mailbox->take();
                const Position end = last.state ? last.state->at : at;
                if (!folder.empty() && end == Position{}) {
                    (void)storage.erase(folder);
                } else if (!folder.empty() && fate == Fate::Discard) {
                    (void)storage.discard(folder);
                }
            });
    }
    m_trainers.clear();
    m_views.clear();
}

void Session::wake() {
    if (!m_frame.isActive()) {
        m_frame.start(std::max<qint64>(0, frameMilliseconds - m_sinceDrain.elapsed()));
    }
}

void Session::drain() {
    m_sinceDrain.restart();
    for (int run = 0; run < static_cast<int>(m_trainers.size()); ++run) {
        if (m_trainers[run]->mailbox) {
            deliver(run);
        }
    }
}

/// Probes come first, then marks and points, then the state that tells how far all of it goes.
void Session::deliver(int run) {
    Delivery delivery = m_trainers[run]->mailbox->take();
    RunView& view = m_views[run];
    if (delivery.probes) {
        view.probes = std::move(delivery.probes);
        Q_EMIT probesKnown(run);
    }
    for (const Event& event : delivery.events) {
        view.events.push_back(event);
        Q_EMIT happened(run, event);
    }
    if (!delivery.points.empty()) {
        view.points.append(delivery.points);
        Q_EMIT measured(run, delivery.points);
    }
    if (delivery.snapshot) {
        view.snapshot = std::move(delivery.snapshot);
        Q_EMIT snapshotTaken(run);
    }
    if (delivery.state) {
        view.state = std::move(*delivery.state);
        Q_EMIT stateChanged(run);
    }
}

}  // namespace collapsar
