// SPDX-License-Identifier: GPL-3.0-or-later
/// Races, forks, what-ifs and repeats from the window: asks what is wanted and hands it to the session.
#pragma once

#include "core/report/result.h"
#include "core/train/preset.h"

#include <QObject>

#include <cstdint>

class QWidget;

namespace collapsar {

class ForkDialog;
class Session;
struct ForkChoice;
struct CompareRequest;

class CompareFlow : public QObject {
    Q_OBJECT

public:
    CompareFlow(Session& session, QWidget* window);

    /// Opens "Compare strategies".
    void compare();
    /// Opens the dialog for a fork of `run` at `update`.
    void fork(int run, std::int64_t update);
    /// Opens the dialog for a what-if of `run` at `update`.
    void whatIf(int run, std::int64_t update);
    /// All what-ifs of the stage.
    void keepGhosts();
    void discardGhosts();
    /// What the dialogs' buttons do.
    void perform(const CompareRequest& request);
    void perform(const ForkChoice& choice);

Q_SIGNALS:
    void failed(const collapsar::Error& error);
    /// A fork or what-if with this number is on its way.
    void forked(int run);

private:
    void open(ForkDialog* dialog);
    [[nodiscard]] bool canFork(int run);

    Session& m_session;
    QWidget* m_window;
};

}  // namespace collapsar
