// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/undo_commands.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace collapsar {
namespace {

qint64 now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QString words(const char* text) {
    return QCoreApplication::translate("UndoCommands", text);
}

/// `set` gives the value to the run.
template <class Value, class Set>
UndoCommandPointer runCommand(Session& session, const char* text, Value before, Value after, Set set) {
    const QPointer<Session> alive(&session);
    UndoStep step;
    step.text = words(text);
    step.redo = [alive, set, after] { set(*alive, after); };
    step.undo = [alive, set, before] { set(*alive, before); };
    step.isValid = [alive, stage = session.stage()] { return alive && alive->stage() == stage; };
    return std::make_unique<UndoFunctions>(std::move(step));
}

bool areEqual(const std::vector<RunPlan>& some, const std::vector<RunPlan>& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const RunPlan& a, const RunPlan& b) {
        return a.name == b.name && a.settings == b.settings && a.interventions == b.interventions;
    });
}

/// By the same clock as before, where those may still race.
void prepareAgain(Session& session, const std::vector<RunPlan>& plans) {
    if (session.raceClock() == RaceClock::Updates || !session.prepareRace(plans, session.raceClock())) {
        session.prepare(plans);
    }
}

}  // namespace

UndoFunctions::UndoFunctions(UndoStep step, FirstTime firstTime)
    : QUndoCommand(step.text),
      m_step(std::move(step)),
      m_skipsNext(firstTime == FirstTime::AlreadyDone),
      m_madeAt(now()) {}

bool UndoFunctions::isStillValid() {
    const bool isValid = !m_step.isValid || m_step.isValid();
    setObsolete(!isValid);
    return isValid;
}

void UndoFunctions::redo() {
    if (!std::exchange(m_skipsNext, false) && isStillValid()) {
        m_step.redo();
    }
}

void UndoFunctions::undo() {
    if (isStillValid()) {
        m_step.undo();
    }
}

/// The time counts from the latest step, so that one long gesture is one command.
bool UndoFunctions::mergeWith(const QUndoCommand* later) {
    const auto* other = dynamic_cast<const UndoFunctions*>(later);
    if (other == nullptr || other->m_madeAt - m_madeAt >= mergeMilliseconds) {
        return false;
    }
    m_step.redo = other->m_step.redo;
    m_madeAt = other->m_madeAt;
    return true;
}

UndoCommandPointer renameCommand(Session& session, int run, const std::string& name) {
    return runCommand(session, QT_TRANSLATE_NOOP("UndoCommands", "Rename run"), session.runs().at(run).plan.name, name,
                      [run](Session& on, const std::string& value) { on.rename(run, value); });
}

UndoCommandPointer noteCommand(Session& session, int run, const std::string& note) {
    return runCommand(session, QT_TRANSLATE_NOOP("UndoCommands", "Edit note"), session.runs().at(run).note, note,
                      [run](Session& on, const std::string& value) { on.setNote(run, value); });
}

UndoCommandPointer groupCommand(Session& session, int run, const std::string& group) {
    return runCommand(session, QT_TRANSLATE_NOOP("UndoCommands", "Group runs"), session.runs().at(run).group, group,
                      [run](Session& on, const std::string& value) { on.setGroup(run, value); });
}

UndoCommandPointer shownCommand(Session& session, int run, bool shown) {
    return runCommand(
        session, shown ? QT_TRANSLATE_NOOP("UndoCommands", "Show run") : QT_TRANSLATE_NOOP("UndoCommands", "Hide run"),
        session.runs().at(run).isShown, shown, [run](Session& on, bool value) { on.setShown(run, value); });
}

UndoCommandPointer discardCommand(Session& session, int run) {
    return runCommand(session, QT_TRANSLATE_NOOP("UndoCommands", "Delete run"), false, true,
                      [run](Session& on, bool isDiscarded) { isDiscarded ? on.discard(run) : on.restore(run); });
}

UndoCommandPointer parametersCommand(Session& session, std::vector<RunPlan> plans) {
    const QPointer<Session> alive(&session);
    const std::vector<RunPlan> before = session.firstPlans();
    UndoStep step;
    step.text = words(QT_TRANSLATE_NOOP("UndoCommands", "Change parameters"));
    step.redo = [alive, plans] { prepareAgain(*alive, plans); };
    step.undo = [alive, before] { prepareAgain(*alive, before); };
    step.isValid = [alive, before, plans, isFirst = std::make_shared<bool>(true)] {
        if (!alive || std::exchange(*isFirst, false)) {
            return !alive.isNull();  // done at first whatever there was, as restarting is
        }
        const auto hasTrained = [](const RunView& run) { return run.state.at > Position{}; };
        const std::vector<RunPlan> present = alive->firstPlans();
        return (areEqual(present, before) || areEqual(present, plans)) &&
               std::none_of(alive->runs().begin(), alive->runs().end(), hasTrained);
    };
    return std::make_unique<UndoFunctions>(std::move(step));
}

}  // namespace collapsar
