// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_opening.h"

#include "app/interrupted_dialog.h"
#include "app/preferences.h"

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

void RunOpening::readInBackground(const QString& folder, std::function<void(Result<RunRecord>)> done) {
    m_reading.start([this, folder, done = std::move(done)] {
        Result<RunRecord> record = m_session.engine().read(folder.toStdString());
        QMetaObject::invokeMethod(
            this, [done, record = std::move(record)] { done(record); }, Qt::QueuedConnection);
    });
}

void RunOpening::open(const QString& folder, OpenAs how) {
    readInBackground(folder, [this, folder, how](const Result<RunRecord>& record) {
        if (!record) {
            Q_EMIT failed(record.error());
            return;
        }
        show(folder, record.value(), how);
    });
}

void RunOpening::show(const QString& folder, const RunRecord& record, OpenAs how) {
    if (how == OpenAs::Ask && canGoOn(record.state)) {
        ask(folder, record);
        return;
    }
    m_preferences.addRecentRun(folder);
    if (how == OpenAs::Resumed) {
        m_session.resume(folder.toStdString(), record);
    } else {
        m_session.show(folder.toStdString(), record);
    }
    Q_EMIT opened(folder);
}

void RunOpening::ask(const QString& folder, const RunRecord& record) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Open run"),
                                tr("%1 stands at update %L2 of %L3.")
                                    .arg(QString::fromStdString(record.name))
                                    .arg(record.state.at.update)
                                    .arg(record.state.totalUpdates),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("openRunQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QAbstractButton* resume = box->addButton(tr("Resume"), QMessageBox::AcceptRole);
    const QAbstractButton* look = box->addButton(tr("Look only"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, folder, record, resume, look](QAbstractButton* clicked) {
        if (clicked == resume || clicked == look) {
            show(folder, record, clicked == resume ? OpenAs::Resumed : OpenAs::ReadOnly);
        }
    });
    box->open();
}

void RunOpening::scan() {
    m_reading.start([this] {
        std::vector<InterruptedRun> found;
        for (const StoredRun& stored : m_session.storage().runs()) {
            const Result<RunRecord> record = m_session.engine().read(stored.folder);
            if (record && canGoOn(record.value().state) && record.value().state.at > Position{}) {
                found.push_back({stored, QString::fromStdString(record.value().name), record.value().state});
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, found] {
                m_interrupted.clear();
                std::copy_if(
                    found.begin(), found.end(), std::back_inserter(m_interrupted), [this](const InterruptedRun& run) {
                        return std::none_of(m_session.runs().begin(), m_session.runs().end(),
                                            [&](const RunView& view) { return view.folder == run.stored.folder; });
                    });
                Q_EMIT interruptedFound(static_cast<int>(m_interrupted.size()));
            },
            Qt::QueuedConnection);
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
    m_reading.start([this, folder = run.stored.folder, storage = m_session.storage()] {
        const Result<void> done = storage.discard(folder);
        QMetaObject::invokeMethod(
            this,
            [this, done] {
                if (!done) {
                    Q_EMIT failed(done.error());
                }
                scan();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace collapsar
