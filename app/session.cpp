// SPDX-License-Identifier: GPL-3.0-or-later
/// The stage: which runs are on it, and what arrives from them.
#include "app/session.h"

#include "app/run_label.h"
#include "app/run_watch.h"
#include "app/session_trainer.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace collapsar {
namespace {

constexpr int frameMilliseconds = 33;

int lowestFreeSlot(const std::vector<RunView>& runs) {
    for (int slot = 0;; ++slot) {
        const bool isTaken = std::any_of(runs.begin(), runs.end(), [slot](const RunView& run) {
            return run.identity == slot && !(run.isGhost && run.isDiscarded);
        });
        if (!isTaken) {
            return slot;
        }
    }
}

}  // namespace

Session::Session(std::unique_ptr<Engine> engine, RunStorage storage, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)), m_storage(std::move(storage)) {
    m_filing.setMaxThreadCount(1);
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Session::drain);
    m_sinceDrain.start();
    m_filing.start([storage = m_storage] { storage.eraseOldGhosts(); });
}

Session::~Session() {
    retire(Fate::Keep);
    m_filing.waitForDone();
}

void Session::prepare(std::vector<RunPlan> plans) {
    m_clock = RaceClock::Updates;
    const auto race = plans.size() > 1 ? std::make_shared<Race>(m_clock) : nullptr;
    prepare(std::move(plans), race);
}

Result<void> Session::prepareRace(std::vector<RunPlan> plans, RaceClock clock) {
    std::vector<Settings> settings;
    std::transform(plans.begin(), plans.end(), std::back_inserter(settings),
                   [](const RunPlan& plan) { return plan.settings; });
    if (const Result<void> checked = checkRace(settings); !checked) {
        return checked;
    }
    m_clock = clock;
    prepare(std::move(plans), std::make_shared<Race>(clock));
    return {};
}

void Session::prepare(std::vector<RunPlan> plans, std::shared_ptr<Race> race) {
    retire(Fate::Discard);
    for (RunPlan& plan : plans) {
        RunView view;
        view.state.settings = plan.settings;
        view.state.totalUpdates = plan.settings.updates;
        view.plan = std::move(plan);
        put(std::move(view));
    }
    m_firstRuns = m_views.size();
    Q_EMIT runsReplaced();
    for (int run = 0; run < static_cast<int>(m_views.size()); ++run) {
        const RunPlan& plan = m_views[run].plan;
        m_trainers[run]->isNew = true;
        m_trainers[run]->mailbox = makeMailbox();
        adopt(run, m_engine->create(plan.settings, optionsFor(plan, race), *m_trainers[run]->mailbox));
        *m_trainers[run]->place = m_views[run].folder;
    }
}

void Session::resume(const std::filesystem::path& folder, const RunRecord& record) {
    RunView view = viewOfRecord(folder, record);
    view.isReadOnly = false;
    resume(std::move(view));
}

void Session::resume(RunView view) {
    retire(Fate::Keep);
    RunOptions options = optionsFor(view.plan, nullptr);
    options.folder = view.folder;
    options.interventions.clear();  // those of the journal are applied already
    view.isReadOnly = false;
    const int run = put(std::move(view));
    m_firstRuns = 1;
    Q_EMIT runsReplaced();
    m_trainers[run]->mailbox = makeMailbox();
    adopt(run, m_engine->resume(m_views[run].folder, std::move(options), *m_trainers[run]->mailbox, 0));
}

void Session::present(std::vector<RunView> runs) {
    retire(Fate::Keep);
    for (RunView& run : runs) {
        put(std::move(run));
    }
    for (RunView& view : m_views) {  // a child may stand before its parent
        view.parentRun = numberOf(view.parentId);
    }
    m_firstRuns = m_views.size();
    Q_EMIT runsReplaced();
}

void Session::show(const std::filesystem::path& folder, const RunRecord& record) {
    present({viewOfRecord(folder, record)});
}

std::vector<RunPlan> Session::firstPlans() const {
    std::vector<RunPlan> plans;
    for (std::size_t run = 0; run < m_firstRuns; ++run) {
        if (!m_views[run].isDiscarded) {
            plans.push_back(m_views[run].plan);
        }
    }
    return plans;
}

void Session::restart(Seed seed) {
    std::vector<RunPlan> plans = firstPlans();
    const std::uint64_t fresh = QRandomGenerator::global()->bounded(1u, 1000000u);
    for (RunPlan& plan : plans) {
        plan.settings.seed = seed == Seed::New ? fresh : plan.settings.seed;
    }
    const auto race = plans.size() > 1 ? std::make_shared<Race>(m_clock) : nullptr;
    prepare(std::move(plans), race);
}

void Session::close() {
    retire(Fate::Keep);
    Q_EMIT runsReplaced();
}

RunOptions Session::optionsFor(const RunPlan& plan, std::shared_ptr<Race> race) const {
    RunOptions options;
    options.name = plan.name;
    options.folder = m_storage.newFolder(plan.name);
    options.interventions = plan.interventions;
    options.pace = m_pace;
    options.race = std::move(race);
    return options;
}

int Session::numberOf(const std::string& id) const {
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const RunView& run) { return run.id == id; });
    return id.empty() || found == m_views.end() ? -1 : static_cast<int>(found - m_views.begin());
}

std::shared_ptr<SnapshotMailbox> Session::makeMailbox() {
    return std::make_shared<SnapshotMailbox>(this, [this] { wake(); });
}

/// A run whose slot another one of the stage has already gets a free one here; its label keeps the old one.
int Session::put(RunView run) {
    const bool isTaken = std::any_of(m_views.begin(), m_views.end(),
                                     [&](const RunView& other) { return other.identity == run.identity; });
    auto trainer = std::make_unique<Trainer>();
    trainer->isLabelled = run.isReadOnly;
    *trainer->place = run.folder;
    if (run.identity < 0 || isTaken) {
        run.identity = lowestFreeSlot(m_views);
    }
    run.parentRun = numberOf(run.parentId);
    m_views.push_back(std::move(run));
    m_trainers.push_back(std::move(trainer));
    return static_cast<int>(m_views.size()) - 1;
}

int Session::announce(RunView view) {
    const int run = put(std::move(view));
    Q_EMIT runAdded(run);
    for (std::size_t other = 0; other < m_views.size(); ++other) {
        if (!m_views[run].id.empty() && m_views[other].parentId == m_views[run].id && m_views[other].parentRun < 0) {
            m_views[other].parentRun = run;
            Q_EMIT runChanged(static_cast<int>(other));
        }
    }
    return run;
}

int Session::add(const std::filesystem::path& folder, const RunRecord& record) {
    return add(viewOfRecord(folder, record));
}

int Session::add(RunView view) {
    const int known = numberOf(view.id);
    if (known >= 0) {
        m_views[known].isDiscarded ? restore(known) : setShown(known, true);
        return known;
    }
    view.isShown = view.isShown && hasRoomToShow();
    return announce(std::move(view));
}

bool Session::hasRoomToShow() const {
    const auto shown = std::count_if(m_views.begin(), m_views.end(),
                                     [](const RunView& view) { return view.isShown && !view.isDiscarded; });
    return shown < static_cast<std::ptrdiff_t>(mostShown);
}

void Session::adopt(int run, Result<RunHandlePointer> made) {
    RunView& view = m_views[run];
    if (made) {
        m_trainers[run]->handle = std::move(made).value();
        view.id = m_trainers[run]->handle->id();
        view.folder = m_trainers[run]->handle->folder();
        view.isReadOnly = false;
        return;
    }
    view.state.phase = RunPhase::Failed;
    view.state.error = made.error();
    Q_EMIT stateChanged(run);
    Q_EMIT failed(made.error());
}

/// Stops the runs of the stage now and joins them on another thread.
void Session::retire(Fate fate) {
    for (const auto& trainer : m_trainers) {
        if (trainer->handle) {
            trainer->handle->stop();
        }
    }
    for (int run = 0; run < static_cast<int>(m_trainers.size()); ++run) {
        retire(run, fate);
    }
    for (std::shared_ptr<RunWatch>& watch : m_watches) {
        watch->close();
        m_filing.start([watch = std::move(watch)]() mutable { watch.reset(); });
    }
    m_watches.clear();
    m_trainers.clear();
    m_views.clear();
    m_firstRuns = 0;
    m_isHeld = false;
    ++m_stage;
}

/// A run made here that never trained leaves nothing behind, nor does a ghost.
void Session::retire(int run, Fate fate) {
    const RunView& view = m_views[run];
    const std::shared_ptr<Trainer> trainer = std::move(m_trainers[run]);
    if (trainer->mailbox) {
        trainer->mailbox->close();
    }
    if (!trainer->handle && !view.isGhost) {
        return;
    }
    m_filing.start(
        [trainer, fate, storage = m_storage, isGhost = view.isGhost, begun = view.parentAt, at = view.state.at] {
            trainer->handle.reset();
            const Delivery last = trainer->mailbox ? trainer->mailbox->take() : Delivery{};
            const Position end = last.state ? last.state->at : at;
            const std::filesystem::path& folder = *trainer->place;
            if (folder.empty()) {
                return;
            }
            if (isGhost || (trainer->isNew && !trainer->isSaved && end <= begun)) {
                (void)storage.erase(folder);
            } else if (fate == Fate::Discard && !trainer->isSaved) {
                (void)storage.discard(folder);
            }
        });
}

void Session::wake() {
    if (!m_frame.isActive()) {
        m_frame.start(std::max<qint64>(0, frameMilliseconds - m_sinceDrain.elapsed()));
    }
}

void Session::drain() {
    m_sinceDrain.restart();
    const int stage = m_stage;
    for (int run = 0; stage == m_stage && run < static_cast<int>(m_trainers.size()); ++run) {
        if (m_trainers[run]->mailbox) {
            deliver(run, m_trainers[run]->mailbox->take());
        }
    }
    if (stage == m_stage) {
        beginWaiting();
    }
}

/// Probes come first, then marks and points, then the state that tells how far all of it goes. Who hears of it may
/// bring more runs to the stage, so nothing is held across a signal.
void Session::deliver(int run, Delivery delivery) {
    if (delivery.probes) {
        m_views[run].probes = std::move(delivery.probes);
        Q_EMIT probesKnown(run);
    }
    for (const Event& event : delivery.events) {
        deliverEvent(run, event);
    }
    if (!delivery.points.empty()) {
        m_views[run].points.append(delivery.points);
        Q_EMIT measured(run, delivery.points);
    }
    if (!delivery.snapshots.empty()) {
        m_views[run].snapshot = delivery.snapshots.back();
        for (SnapshotPointer& snapshot : delivery.snapshots) {
            m_views[run].history.append(std::move(snapshot));
        }
        Q_EMIT snapshotTaken(run);
    }
    if (delivery.state) {
        m_views[run].state = std::move(*delivery.state);
        Q_EMIT stateChanged(run);
        settle(run);
    }
}

/// A run that goes on from an earlier point than it had come to leaves behind what came after.
void Session::deliverEvent(int run, const Event& event) {
    bool goesBack = false;
    if (event.kind == EventKind::Resumed) {
        RunView cut = viewUpTo(m_views[run], event.at, Heir::Itself);
        goesBack = cut.points.size() < m_views[run].points.size() || cut.history.size() < m_views[run].history.size();
        if (goesBack) {
            m_views[run] = std::move(cut);
        }
    }
    m_views[run].events.push_back(event);
    if (goesBack) {
        Q_EMIT runReloaded(run);
    } else {
        Q_EMIT happened(run, event);
    }
}

/// What follows once it is prepared: it may train, and its folder stays, so its label can be written.
void Session::settle(int run) {
    Trainer& trainer = *m_trainers[run];
    const RunPhase phase = m_views[run].state.phase;
    trainer.isStarting = trainer.isStarting && (phase == RunPhase::Preparing || phase == RunPhase::Ready);
    if (phase == RunPhase::Preparing || phase == RunPhase::Failed || !trainer.handle) {
        return;
    }
    if (!std::exchange(trainer.isLabelled, true)) {
        saveLabel(run);
    }
    if (phase == RunPhase::Ready && std::exchange(trainer.startsWhenReady, false)) {
        trainer.handle->start();
    }
}

}  // namespace collapsar
