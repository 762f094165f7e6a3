// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens run folders and sessions: by hand, from the command line, or runs that were interrupted. Reading happens on
/// other threads, several runs at once.
#pragma once

#include "app/session.h"
#include "app/session_file.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>

class QWidget;

namespace collapsar {

class Preferences;

enum class OpenAs {
    Ask,
    Resumed,
    ReadOnly,
    Beside,  ///< read only, with the runs on the stage instead of in their place
};

/// A run of the program's own folder that has not come to its end.
struct InterruptedRun {
    StoredRun stored;
    QString name;
    RunState state;
};

class RunOpening : public QObject {
    Q_OBJECT

public:
    RunOpening(Session& session, Preferences& preferences, QWidget* window);
    ~RunOpening() override;

    void chooseFolder();
    void open(const QString& folder, OpenAs how);
    /// Read only, instead of the stage's runs or beside them; in this order.
    void openAll(const QStringList& folders, OpenAs how);
    /// sessionOpened() follows; a run that was not found is told by failed() and left out.
    void openSession(const QString& file);
    /// The runs on the stage, with what the window gives. sessionSaved() or failed() follows.
    void saveSession(const QString& file, const QJsonObject& view, const QMap<QString, QByteArray>& layout);
    /// Looks for interrupted runs; interruptedFound() follows.
    void scan();
    void showInterrupted();
    [[nodiscard]] const std::vector<InterruptedRun>& interrupted() const { return m_interrupted; }

Q_SIGNALS:
    void opened(const QString& folder);
    /// Its runs are on the stage; what it says of the view is the window's to apply.
    void sessionOpened(const QString& file, const collapsar::SessionContents& contents);
    void sessionSaved(const QString& file);
    void interruptedFound(int count);
    void failed(const collapsar::Error& error);

private:
    /// `work` on another thread, then what it returns in this one.
    template <class Work, class Done>
    void inBackground(Work work, Done done);
    void take(const QString& folder, RunView run, OpenAs how);
    void ask(const QString& folder, const RunView& run);
    void discard(const InterruptedRun& run);

    Session& m_session;
    Preferences& m_preferences;
    QWidget* m_window;
    std::vector<InterruptedRun> m_interrupted;
    QThreadPool m_reading;
};

/// Whether there is something left to train.
[[nodiscard]] bool canGoOn(const RunState& state);

}  // namespace collapsar
