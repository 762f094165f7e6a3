// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_opening.h"

#include "app/interrupted_dialog.h"
#include "app/preferences.h"
#include "app/run_reading.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace collapsar {

bool canGoOn(const RunState& state) {
    return state.phase != RunPhase::Finished && state.phase != RunPhase::Diverged && state.phase != RunPhase::Failed;
}

RunOpening::RunOpening(Session& session, Preferences& preferences, QWidget* window)
    : QObject(window), m_session(session), m_preferences(preferences), m_window(window) {}

RunOpening::~RunOpening() {
    m_reading.waitForDone();
}

void RunOpening::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Open run"), m_preferences.exportFolder());
    if (!folder.isEmpty()) {
        open(folder, OpenAs::Ask);
    }
}

template <class Work, class Done>
void RunOpening::inBackground(Work work, Done done) {
    m_reading.start([this, work = std::move(work), done = std::move(done)] {
        const auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            this, [done, result] { done(std::move(*result)); }, Qt::QueuedConnection);
    });
}

void RunOpening::open(const QString& folder, OpenAs how) {
    const auto read = [&engine = m_session.engine(), folder] { return readView(engine, folder.toStdString()); };
    inBackground(read, [this, folder, how](Result<RunView> run) {
        if (run) {
            take(folder, std::move(run).value(), how);
        } else {
            Q_EMIT failed(run.error());
        }
    });
}

void RunOpening::openAll(const QStringList& folders, OpenAs how) {
    std::vector<std::filesystem::path> paths;
    for (const QString& folder : folders) {
        paths.emplace_back(folder.toStdString());
    }
    const auto read = [&engine = m_session.engine(), paths] { return readViews(engine, paths); };
    inBackground(read, [this, how](std::vector<Result<RunView>> runs) {
        std::vector<RunView> found;
        for (Result<RunView>& run : runs) {
            if (run) {
                m_preferences.addRecentRun(QString::fromStdString(run.value().folder.string()));
                found.push_back(std::move(run).value());
            } else {
                Q_EMIT failed(run.error());
            }
        }
        if (how == OpenAs::Beside) {
            for (RunView& run : found) {
                m_session.add(std::move(run));
            }
        } else if (!found.empty()) {
            m_session.present(std::move(found));
        }
    });
}

void RunOpening::openSession(const QString& file) {
    const auto read = [&engine = m_session.engine(), storage = m_session.storage(), file] {
        return openSessionFile(file.toStdString(), engine, storage);
    };
    inBackground(read, [this, file](Result<OpenedSession> result) {
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        OpenedSession opened = std::move(result).value();
        m_session.present(std::move(opened.runs));
        Q_EMIT sessionOpened(file, opened.contents);
        for (const Error& missing : opened.missing) {
            Q_EMIT failed(missing);
        }
    });
}

void RunOpening::saveSession(const QString& file, const QJsonObject& view, const QMap<QString, QByteArray>& layout) {
    const SessionContents contents{sessionRuns(m_session.runs()), view, layout};
    const auto write = [contents, file] { return writeSessionFile(file.toStdString(), contents); };
    inBackground(write, [this, file](const Result<void>& written) {
        if (written) {
            Q_EMIT sessionSaved(file);
        } else {
            Q_EMIT failed(written.error());
        }
    });
}

void RunOpening::take(const QString& folder, RunView run, OpenAs how) {
    if (how == OpenAs::Ask && canGoOn(run.state)) {
        ask(folder, run);
        return;
    }
    m_preferences.addRecentRun(folder);
    if (how == OpenAs::Resumed) {
        m_session.resume(std::move(run));
    } else if (how == OpenAs::Beside) {
        m_session.add(std::move(run));
    } else {
        m_session.present({std::move(run)});
    }
    Q_EMIT opened(folder);
}

void RunOpening::ask(const QString& folder, const RunView& run) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Open run"),
                                tr("%1 stands at update %L2 of %L3.")
                                    .arg(QString::fromStdString(run.plan.name))
                                    .arg(run.state.at.update)
                                    .arg(run.state.totalUpdates),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("openRunQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QAbstractButton* resume = box->addButton(tr("Resume"), QMessageBox::AcceptRole);
    const QAbstractButton* look = box->addButton(tr("Look only"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, folder, run, resume, look](QAbstractButton* clicked) {
        if (clicked == resume || clicked == look) {
            take(folder, run, clicked == resume ? OpenAs::Resumed : OpenAs::ReadOnly);
        }
    });
    box->open();
}

void RunOpening::scan() {
    const auto look = [&engine = m_session.engine(), storage = m_session.storage()] {
        std::vector<InterruptedRun> found;
        for (const StoredRun& stored : storage.runs()) {
            const Result<RunRecord> record = engine.read(stored.folder);
            if (record && canGoOn(record.value().state) && record.value().state.at > Position{}) {
                found.push_back({stored, QString::fromStdString(record.value().name), record.value().state});
            }
        }
        return found;
    };
    inBackground(look, [this](const std::vector<InterruptedRun>& found) {
        m_interrupted.clear();
        std::copy_if(found.begin(), found.end(), std::back_inserter(m_interrupted), [this](const InterruptedRun& run) {
            return std::none_of(m_session.runs().begin(), m_session.runs().end(),
                                [&](const RunView& view) { return view.folder == run.stored.folder; });
        });
        Q_EMIT interruptedFound(static_cast<int>(m_interrupted.size()));
    });
}

void RunOpening::showInterrupted() {
    auto* dialog = new InterruptedDialog(m_interrupted, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InterruptedDialog::openRequested, this, &RunOpening::open);
    connect(dialog, &InterruptedDialog::discardRequested, this, [this](const QString& folder) {
        const auto run = std::find_if(m_interrupted.begin(), m_interrupted.end(), [&](const InterruptedRun& candidate) {
            return candidate.stored.folder == std::filesystem::path(folder.toStdString());
        });
        if (run != m_interrupted.end()) {
            discard(*run);
        }
    });
    dialog->open();
}

void RunOpening::discard(const InterruptedRun& run) {
    const auto discard = [folder = run.stored.folder, storage = m_session.storage()] {
        return storage.discard(folder);
    };
    inBackground(discard, [this](const Result<std::filesystem::path>& done) {
        if (!done) {
            Q_EMIT failed(done.error());
        }
        scan();
    });
}

}  // namespace collapsar
