// SPDX-License-Identifier: GPL-3.0-or-later
/// What is asked of the runs on the stage while they train, and what people call them.
#include "app/run_label.h"
#include "app/session.h"
#include "app/session_trainer.h"

#include <algorithm>

namespace collapsar {
namespace {

Error doesNotTrain(const RunView& view) {
    return {ErrorCode::InvalidSettings, view.isReadOnly || view.isDiscarded
                                            ? "The run " + view.plan.name + " was opened to look at; it does not train."
                                            : "The run " + view.plan.name + " does not train yet."};
}

}  // namespace

void Session::start() {
    m_isHeld = false;
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        RunHandle* handle = m_trainers[run]->handle.get();
        if (handle == nullptr || hasEnded(m_views[run].state.phase)) {
            continue;
        }
        m_views[run].state.phase == RunPhase::Paused ? handle->resumeTraining() : handle->start();
    }
    beginWaiting();
}

/// Ghosts go on: they are not there to be watched, and soon done.
void Session::pause() {
    m_isHeld = true;
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        if (m_trainers[run]->handle && !m_views[run].isGhost) {
            m_trainers[run]->startsWhenReady = m_trainers[run]->isStarting = false;
            m_trainers[run]->handle->pause();
        }
    }
}

void Session::step(Step step) {
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        RunHandle* handle = m_trainers[run]->handle.get();
        if (handle == nullptr || m_views[run].isGhost) {
            continue;
        }
        switch (step) {
            case Step::Encoder:
                handle->stepEncoder();
                break;
            case Step::Decoder:
                handle->stepDecoder();
                break;
            case Step::Update:
                handle->stepUpdate();
                break;
        }
    }
}

void Session::setPace(Pace pace) {
    m_pace = pace;
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        if (m_trainers[run]->handle && !m_views[run].isGhost) {
            m_trainers[run]->handle->setPace(pace);
        }
    }
}

Result<void> Session::intervene(int run, const Intervention& intervention) {
    RunHandle* handle = m_trainers.at(run)->handle.get();
    return handle == nullptr ? Result<void>(doesNotTrain(m_views[run])) : handle->intervene(intervention);
}

Result<void> Session::interveneTogether(const std::vector<int>& runs, const Intervention& intervention) {
    std::vector<RunHandle*> handles;
    for (const int run : runs) {
        handles.push_back(m_trainers.at(run)->handle.get());
        if (handles.back() == nullptr) {
            return doesNotTrain(m_views[run]);
        }
    }
    return handles.empty() ? Result<void>() : m_engine->interveneTogether(handles, intervention);
}

void Session::stop(int run) {
    if (m_views.at(run).isWaiting) {
        m_views[run].isWaiting = false;
        m_views[run].state.phase = RunPhase::Stopped;
        Q_EMIT runChanged(run);
        Q_EMIT stateChanged(run);
    }
    if (RunHandle* handle = m_trainers.at(run)->handle.get()) {
        handle->stop();
    }
}

void Session::saveCheckpoint(int run, const std::filesystem::path& file) {
    if (RunHandle* handle = m_trainers.at(run)->handle.get()) {
        handle->saveCheckpoint(file);
    }
}

void Session::rename(int run, const std::string& name) {
    change(run, m_views.at(run).plan.name, name);
}

void Session::setNote(int run, const std::string& note) {
    change(run, m_views.at(run).note, note);
}

void Session::setGroup(int run, const std::string& group) {
    change(run, m_views.at(run).group, group);
}

void Session::setShown(int run, bool shown) {
    if (m_views.at(run).isShown != shown) {
        m_views[run].isShown = shown;
        Q_EMIT runChanged(run);
    }
}

void Session::keepFolders() {
    for (std::size_t run = 0; run < m_trainers.size(); ++run) {
        m_trainers[run]->isSaved = m_trainers[run]->isSaved || !(m_views[run].isGhost || m_views[run].isDiscarded);
    }
}

void Session::change(int run, std::string& text, const std::string& value) {
    if (text == value) {
        return;
    }
    text = value;
    if (m_trainers[run]->isLabelled) {
        saveLabel(run);
    }
    Q_EMIT runChanged(run);
}

/// Not into folders that others write: those labels are the session file's.
void Session::saveLabel(int run) {
    const RunView& view = m_views[run];
    if (view.isFollowed || view.folder.empty()) {
        return;
    }
    m_filing.start([this, place = m_trainers[run]->place, label = labelOf(view)] {
        std::error_code ignored;
        if (!std::filesystem::exists(*place, ignored)) {
            return;
        }
        if (const Result<void> written = writeLabel(*place, label); !written) {
            QMetaObject::invokeMethod(
                this, [this, error = written.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        }
    });
}

}  // namespace collapsar
