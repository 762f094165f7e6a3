// SPDX-License-Identifier: GPL-3.0-or-later
/// Session files and watched folders from the window: asks for names, reads and writes beside the window.
#pragma once

#include "app/session_file.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace collapsar {

class Preferences;
class Session;

/// What the window adds to a session file, and takes from it.
struct SessionLook {
    std::function<QJsonObject()> view;
    std::function<QMap<QString, QByteArray>()> layout;
    std::function<void(const QJsonObject& view, const QMap<QString, QByteArray>& layout)> restore;
};

class SessionFlow : public QObject {
    Q_OBJECT

public:
    SessionFlow(Session& session, Preferences& preferences, SessionLook look, QWidget* window);
    ~SessionFlow() override;

    void chooseAndOpen();
    void chooseAndSave();
    void chooseAndWatch();
    void chooseAndAdd();
    void open(const QString& file);
    void save(const QString& file);
    /// A run folder beside those on the stage, to look at.
    void add(const QString& folder);

Q_SIGNALS:
    void saved(const QString& file);
    void opened(const QString& file);
    void failed(const collapsar::Error& error);

private:
    void show(const QString& file, OpenedSession session);

    Session& m_session;
    Preferences& m_preferences;
    SessionLook m_look;
    QWidget* m_window;
    QThreadPool m_reading;
};

}  // namespace collapsar
