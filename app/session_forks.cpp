// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs that come from others of the stage, and runs that are taken off it and come back.
#include "app/session.h"
#include "app/session_trainer.h"
#include "core/report/run_differences.h"

#include <optional>
#include <utility>

namespace collapsar {
namespace {

/// What follows a run that is joined and goes on elsewhere.
struct Successor {
    std::shared_ptr<SnapshotMailbox> mailbox;
    RunHandlePointer before;
    std::optional<Result<RunHandlePointer>> made;
};

}  // namespace

Result<int> Session::fork(int run, const ForkPlan& plan) {
    const RunView& parent = m_views.at(run);
    if (parent.folder.empty()) {
        return Error{ErrorCode::FileMissing, "The run " + parent.plan.name +
                                                 " is not written to disk, so it cannot be forked. Check that the "
                                                 "program's data folder can be written."};
    }
    const bool isGhost = plan.kind == ForkKind::Ghost;
    RunView child = viewUpTo(parent, plan.at, Heir::Fork);
    child.plan.name = plan.name.empty() ? forkName(run, plan) : plan.name;
    child.plan.interventions = switchesOf(child.events);
    child.parentId = parent.id;
    child.parentAt = plan.at;
    child.isGhost = isGhost;
    child.isShown = true;
    child.identity = -1;
    child.id.clear();
    child.note.clear();
    child.group.clear();
    child.isReadOnly = child.isFollowed = child.isMissing = child.isDiscarded = child.isWaiting = false;
    child.state.phase = RunPhase::Preparing;
    child.state.error = {};

    const std::int64_t updates = plan.updates > 0 || !isGhost ? plan.updates : ghostUpdates;
    const ForkRequest request{parent.folder, plan.at, plan.changes, updates > 0 ? plan.at.update + updates : 0};
    RunOptions options = optionsFor(child.plan, nullptr);
    options.interventions.clear();  // the engine knows the parent's
    if (isGhost) {
        options.folder = m_storage.newGhostFolder(child.plan.name);
        options.pace = Pace::FullSpeed;
    }
    auto mailbox = makeMailbox();
    Result<RunHandlePointer> made = m_engine->fork(request, std::move(options), *mailbox);
    if (!made) {
        return made.error();
    }
    return bringIn(std::move(child), std::move(mailbox), std::move(made).value());
}

int Session::bringIn(RunView view, std::shared_ptr<SnapshotMailbox> mailbox, RunHandlePointer handle) {
    view.id = handle->id();
    view.folder = handle->folder();
    const int run = put(std::move(view));
    Trainer& trainer = *m_trainers[run];
    trainer.mailbox = std::move(mailbox);
    trainer.handle = std::move(handle);
    trainer.isNew = trainer.startsWhenReady = trainer.isStarting = true;
    Q_EMIT runAdded(run);
    return run;
}

std::string Session::forkName(int run, const ForkPlan& plan) const {
    const QString parent = QString::fromStdString(m_views[run].plan.name);
    return (plan.kind == ForkKind::Ghost ? tr("%1, what if").arg(parent)
                                         : tr("%1 from %L2").arg(parent).arg(plan.at.update))
        .toStdString();
}

void Session::keep(int ghost) {
    if (!m_views.at(ghost).isGhost || m_views[ghost].isDiscarded) {
        return;
    }
    const int parent = m_views[ghost].parentRun;
    m_views[ghost].isGhost = false;
    Q_EMIT runChanged(ghost);
    goOn(ghost, parent >= 0 ? m_views[parent].state.totalUpdates : 0);
}

Result<void> Session::resume(int run) {
    const RunView& view = m_views.at(run);
    const RunHandle* handle = m_trainers[run]->handle.get();
    if (view.folder.empty() || view.isFollowed || view.isMissing || view.isDiscarded) {
        return Error{ErrorCode::InvalidSettings, "The run " + view.plan.name +
                                                     " cannot go on here: it is written elsewhere or not on disk. Fork "
                                                     "it instead."};
    }
    if (handle == nullptr || hasEnded(view.state.phase)) {
        goOn(run, 0);
    }
    return {};
}

/// The trainer there was is joined and the new one made on the filing thread: both wait for the disk.
void Session::goOn(int run, std::int64_t totalUpdates) {
    Trainer& trainer = *m_trainers[run];
    if (!trainer.mailbox) {
        trainer.mailbox = makeMailbox();
    }
    if (trainer.handle) {
        trainer.handle->stop();
    }
    trainer.startsWhenReady = trainer.isStarting = true;
    RunOptions options;
    options.name = m_views[run].plan.name;
    options.pace = m_pace;
    const auto next = std::make_shared<Successor>();
    next->mailbox = trainer.mailbox;
    next->before = std::move(trainer.handle);
    m_filing.start([this, next, place = trainer.place, options, totalUpdates, run, stage = m_stage]() mutable {
        next->before.reset();
        Result<void> there = leaveGhosts(*place, options.name);
        options.folder = *place;
        next->made = there ? m_engine->resume(*place, options, *next->mailbox, totalUpdates) : there.error();
        QMetaObject::invokeMethod(
            this,
            [this, next, run, stage] {
                if (stage == m_stage && !m_views[run].isDiscarded) {
                    adopt(run, std::move(*next->made));
                    settle(run);
                    Q_EMIT runChanged(run);
                } else {
                    m_filing.start([next] { next->made.reset(); });
                }
            },
            Qt::QueuedConnection);
    });
}

/// Of a folder that is not among the ghosts nothing is moved.
Result<void> Session::leaveGhosts(std::filesystem::path& place, const std::string& name) const {
    if (!m_storage.isGhost(place)) {
        return {};
    }
    Result<std::filesystem::path> kept = m_storage.keep(place, name);
    if (!kept) {
        return kept.error();
    }
    place = std::move(kept).value();
    return {};
}

void Session::discard(int run) {
    if (m_views.at(run).isDiscarded) {
        return;
    }
    m_views[run].isDiscarded = true;
    Trainer& trainer = *m_trainers[run];
    std::shared_ptr<RunHandle> handle = std::move(trainer.handle);
    if (trainer.mailbox) {
        trainer.mailbox->close();
        deliver(run, trainer.mailbox->take());
    }
    RunView& view = m_views[run];
    if (handle) {
        handle->stop();
    }
    if (!view.isWaiting) {
        view.isReadOnly = true;
        view.state.phase = hasEnded(view.state.phase) ? view.state.phase : RunPhase::Stopped;
    }
    const bool isForeign = view.isFollowed;
    m_filing.start(  // there the run must end: its mailbox goes right after it
        [this, handle = std::move(handle), isForeign, mailbox = std::move(trainer.mailbox),
         place = trainer.place]() mutable {
            handle.reset();
            std::error_code ignored;  // one that was still being prepared may have no folder yet
            if (isForeign || !m_storage.holds(*place) || !std::filesystem::exists(*place, ignored)) {
                return;
            }
            Result<std::filesystem::path> aside = m_storage.discard(*place);
            if (aside) {
                *place = std::move(aside).value();
            } else {
                complainLater(aside.error());
            }
        });
    Q_EMIT runChanged(run);
    beginWaiting();
}

void Session::restore(int run) {
    RunView& view = m_views.at(run);
    if (!view.isDiscarded) {
        return;
    }
    view.isDiscarded = false;
    m_filing.start([this, place = m_trainers[run]->place, folder = view.folder] {
        if (folder.empty() || *place == folder) {
            return;
        }
        if (const Result<void> restored = m_storage.restore(*place, folder); restored) {
            *place = folder;
        } else {
            complainLater(restored.error());
        }
    });
    Q_EMIT runChanged(run);
    beginWaiting();
}

void Session::complainLater(const Error& error) {
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

}  // namespace collapsar
