// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens run folders: by hand, from the command line, or those that were interrupted. Reading happens on another
/// thread.
#pragma once

#include "app/session.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace collapsar {

class Preferences;

enum class OpenAs { Ask, Resumed, ReadOnly };

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
    /// Looks for interrupted runs; interruptedFound() follows.
    void scan();
    void showInterrupted();
    [[nodiscard]] const std::vector<InterruptedRun>& interrupted() const { return m_interrupted; }

Q_SIGNALS:
    void opened(const QString& folder);
    void interruptedFound(int count);
    void failed(const collapsar::Error& error);

private:
    void readInBackground(const QString& folder, std::function<void(Result<RunRecord>)> done);
    void show(const QString& folder, const RunRecord& record, OpenAs how);
    void ask(const QString& folder, const RunRecord& record);
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
