// SPDX-License-Identifier: GPL-3.0-or-later
/// What can be taken back: changes of the view, of parameters before training, and of what people call the runs and
/// whether they are there. For a QUndoStack; window's thread.
#pragma once

#include "app/session.h"

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

struct UndoStep {
    QString text;
    std::function<void()> redo, undo;
    /// Steps of one id become one when they follow each other within UndoFunctions::mergeMilliseconds; -1: never.
    int mergeId = -1;
    /// False: what it speaks of is gone. Then it does nothing and leaves the stack. Empty: always valid.
    std::function<bool()> isValid;
};

enum class FirstTime { Do, AlreadyDone };

/// The generic command: zoom, axis, smoothing, column.
class UndoFunctions : public QUndoCommand {
public:
    static constexpr int mergeMilliseconds = 100;

    /// AlreadyDone: pushing it does nothing, as for a zoom that the mouse has made.
    explicit UndoFunctions(UndoStep step, FirstTime firstTime = FirstTime::Do);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return m_step.mergeId; }
    bool mergeWith(const QUndoCommand* later) override;

private:
    [[nodiscard]] bool isStillValid();

    UndoStep m_step;
    bool m_skipsNext;
    qint64 m_madeAt;
};

using UndoCommandPointer = std::unique_ptr<QUndoCommand>;

// Of one run. They are void once the stage was replaced.

[[nodiscard]] UndoCommandPointer renameCommand(Session& session, int run, const std::string& name);
[[nodiscard]] UndoCommandPointer noteCommand(Session& session, int run, const std::string& note);
[[nodiscard]] UndoCommandPointer groupCommand(Session& session, int run, const std::string& group);
[[nodiscard]] UndoCommandPointer shownCommand(Session& session, int run, bool shown);
[[nodiscard]] UndoCommandPointer discardCommand(Session& session, int run);

/// Other parameters: fresh runs of `plans`. Void once one of them has trained or others were put in their place.
[[nodiscard]] UndoCommandPointer parametersCommand(Session& session, std::vector<RunPlan> plans);

}  // namespace collapsar
