// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_flow.h"

#include "app/preferences.h"
#include "app/session.h"

#include <QFileDialog>
#include <QMetaObject>

#include <utility>

namespace collapsar {
namespace {

constexpr const char* suffix = ".collapsar";

QString sessionFilter() {
    return SessionFlow::tr("Sessions (*.collapsar)");
}

}  // namespace

SessionFlow::SessionFlow(Session& session, Preferences& preferences, SessionLook look, QWidget* window)
    : QObject(window), m_session(session), m_preferences(preferences), m_look(std::move(look)), m_window(window) {
    m_reading.setMaxThreadCount(1);
}

SessionFlow::~SessionFlow() {
    m_reading.waitForDone();
}

void SessionFlow::chooseAndOpen() {
    const QString file =
        QFileDialog::getOpenFileName(m_window, tr("Open session"), m_preferences.exportFolder(), sessionFilter());
    if (!file.isEmpty()) open(file);
}

void SessionFlow::chooseAndSave() {
    QString file =
        QFileDialog::getSaveFileName(m_window, tr("Save session"), m_preferences.exportFolder(), sessionFilter());
    if (file.isEmpty()) return;
    if (!file.endsWith(QLatin1String(suffix))) file += QLatin1String(suffix);
    save(file);
}

void SessionFlow::chooseAndWatch() {
    const QString folder =
        QFileDialog::getExistingDirectory(m_window, tr("Watch a folder of runs"), m_preferences.exportFolder());
    if (!folder.isEmpty()) m_session.follow(folder.toStdString());
}

void SessionFlow::chooseAndAdd() {
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Add a run"),
                                                             QString::fromStdString(m_session.storage().root()));
    if (!folder.isEmpty()) add(folder);
}

void SessionFlow::save(const QString& file) {
    const SessionContents contents{sessionRuns(m_session.runs()), m_look.view(), m_look.layout()};
    const Result<void> written = writeSessionFile(file.toStdString(), contents);
    if (written) {
        m_session.keepFolders();
        Q_EMIT saved(file);
    } else {
        Q_EMIT failed(written.error());
    }
}

void SessionFlow::open(const QString& file) {
    m_reading.start([this, file, storage = m_session.storage()] {
        auto read =
            std::make_shared<Result<OpenedSession>>(openSessionFile(file.toStdString(), m_session.engine(), storage));
        QMetaObject::invokeMethod(
            this,
            [this, file, read] {
                if (*read) {
                    show(file, std::move(*read).value());
                } else {
                    Q_EMIT failed(read->error());
                }
            },
            Qt::QueuedConnection);
    });
}

void SessionFlow::show(const QString& file, OpenedSession session) {
    m_session.present(std::move(session.runs));
    m_look.restore(session.contents.view, session.contents.layout);
    Q_EMIT opened(file);
    for (const Error& error : session.missing)
        Q_EMIT failed(error);
}

void SessionFlow::add(const QString& folder) {
    m_reading.start([this, folder] {
        auto record = std::make_shared<Result<RunRecord>>(m_session.engine().read(folder.toStdString()));
        QMetaObject::invokeMethod(
            this,
            [this, folder, record] {
                if (*record) {
                    m_session.add(folder.toStdString(), record->value());
                } else {
                    Q_EMIT failed(record->error());
                }
            },
            Qt::QueuedConnection);
    });
}

}  // namespace collapsar
