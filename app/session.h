// SPDX-License-Identifier: GPL-3.0-or-later
/// The runs on the stage and the one crossing point between engine and widgets: commands go down, deliveries come up as
/// signals, at most one batch per frame. Lives in the window's thread and never waits for a trainer or the disk (its
/// destructor does). A run's number is its place in runs(): in order of creation, never given to another one as long
/// as the stage lives, that is, until runsReplaced().
#pragma once

#include "app/engine.h"
#include "app/run_storage.h"
#include "app/run_view.h"
#include "core/train/race.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace collapsar {

class RunWatch;
class SnapshotMailbox;
struct Delivery;
struct WatchedRun;

enum class Step { Encoder, Decoder, Update };
enum class Seed { Same, New };
enum class ForkKind {
    Branch,  ///< a run like any other; trains at once, while its parent goes on
    Ghost,   ///< "what if": a few hundred updates at full speed, in a folder that goes unless it is kept
};

struct ForkPlan {
    Position at;                        ///< any place of the parent's history
    std::vector<Intervention> changes;  ///< live settings or actions, applied there in this order
    ForkKind kind = ForkKind::Branch;
    std::string name;          ///< empty: after parent and place
    std::int64_t updates = 0;  ///< how many it makes; 0: a ghost ghostUpdates, a branch up to its parent's end
};

class Session : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostShown = 6;  ///< further runs come hidden; setShown() shows them
    static constexpr int ghostUpdates = 300;
    static constexpr int mostRepeats = 64;

    Session(std::unique_ptr<Engine> engine, RunStorage storage, QObject* parent = nullptr);
    /// Waits until every trainer thread has ended.
    ~Session() override;

    // The stage as a whole. Runs before are stopped; those of prepare() and restart() are moved aside.

    /// Fresh runs that wait for start(), several of them in step by updates.
    void prepare(std::vector<RunPlan> plans);
    /// As prepare(). errors  what checkRace() says; the stage stays as it is.
    Result<void> prepareRace(std::vector<RunPlan> plans, RaceClock clock);
    /// A run that goes on from its newest checkpoint, after all of `record` was shown.
    void resume(const std::filesystem::path& folder, const RunRecord& record);
    void resume(RunView run);
    /// Runs to look at.
    void present(std::vector<RunView> runs);
    void show(const std::filesystem::path& folder, const RunRecord& record);
    /// The plans that the stage began with, from the beginning; Seed::New draws one seed for all of them.
    void restart(Seed seed);
    /// Stops everything and empties the stage; what was trained stays on disk, ghosts go. Returns at once.
    void close();

    /// The runs there are now keep their folders when the stage is prepared anew: a session file speaks of them.
    void keepFolders();

    // More runs beside those on the stage; runAdded() follows, numbers are returned.

    /// A run to look at. One that is there already (by id) keeps its number and is only shown.
    int add(RunView run);
    int add(const std::filesystem::path& folder, const RunRecord& record);
    /// The child has all of its parent up to the place at once; it is Preparing while that place is made again.
    /// errors  no folder to fork from; what Engine::fork says.
    Result<int> fork(int run, const ForkPlan& plan);
    /// The same settings and switches with this many other seeds, grouped with `run` by strategy. As many train at once
    /// as there are cores. Returns the first new one's number. errors  InvalidSettings.
    Result<int> repeat(int run, int seeds);
    /// Runs that are written elsewhere: `folder` is one, or holds any number. Ends with the stage.
    void follow(const std::filesystem::path& folder);

    // Training.

    void start();
    void pause();
    void step(Step step);
    void setPace(Pace pace);
    Result<void> intervene(int run, const Intervention& intervention);
    /// All of them before the same update, the next that none of them has begun.
    Result<void> interveneTogether(const std::vector<int>& runs, const Intervention& intervention);
    /// Ends one run; the others go on.
    void stop(int run);
    /// A run of the stage that has ended or was opened goes on from its newest checkpoint.
    Result<void> resume(int run);
    void saveCheckpoint(int run, const std::filesystem::path& file);

    // What a run is called and whether it is there; runChanged() follows. All of it can be undone by its like.

    void rename(int run, const std::string& name);
    void setNote(int run, const std::string& note);
    void setGroup(int run, const std::string& group);
    void setShown(int run, bool shown);
    /// Makes a ghost a branch, which goes on to its parent's end.
    void keep(int ghost);
    /// Stops it and moves its folder aside when that lies in the program's storage; other folders are not touched.
    void discard(int run);
    /// Undoes discard(). The run can be looked at, and resume()d.
    void restore(int run);

    [[nodiscard]] const std::vector<RunView>& runs() const { return m_views; }
    /// Of those that the stage began with, without the deleted ones.
    [[nodiscard]] std::vector<RunPlan> firstPlans() const;
    /// How often the stage was replaced: run numbers hold for one value of it.
    [[nodiscard]] int stage() const { return m_stage; }
    [[nodiscard]] Pace pace() const { return m_pace; }
    /// What the stage's first runs keep in step by.
    [[nodiscard]] RaceClock raceClock() const { return m_clock; }
    [[nodiscard]] const RunStorage& storage() const { return m_storage; }
    [[nodiscard]] const Engine& engine() const { return *m_engine; }
    [[nodiscard]] Engine& engine() { return *m_engine; }

Q_SIGNALS:
    void runsReplaced();
    void runAdded(int run);
    /// Name, note, group, shown, ghost, waiting, missing or discarded.
    void runChanged(int run);
    /// Everything of it may be new: a followed run went back to an earlier point.
    void runReloaded(int run);
    void stateChanged(int run);
    void measured(int run, const std::vector<collapsar::Measurement>& points);
    void snapshotTaken(int run);
    void happened(int run, const collapsar::Event& event);
    void probesKnown(int run);
    /// Something asked for could not be done.
    void failed(const collapsar::Error& error);

private:
    struct Trainer;
    enum class Fate { Keep, Discard };

    [[nodiscard]] RunOptions optionsFor(const RunPlan& plan, std::shared_ptr<Race> race) const;
    [[nodiscard]] std::shared_ptr<SnapshotMailbox> makeMailbox();
    void prepare(std::vector<RunPlan> plans, std::shared_ptr<Race> race);
    int put(RunView run);
    int announce(RunView run);
    int bringIn(RunView run, std::shared_ptr<SnapshotMailbox> mailbox, RunHandlePointer handle);
    void replace(int run, RunView whole);
    [[nodiscard]] int numberOf(const std::string& id) const;
    [[nodiscard]] std::string forkName(int run, const ForkPlan& plan) const;
    [[nodiscard]] Result<void> leaveGhosts(std::filesystem::path& place, const std::string& name) const;
    void complainLater(const Error& error);
    void adopt(int run, Result<RunHandlePointer> handle);
    void goOn(int run, std::int64_t totalUpdates);
    void retire(Fate fate);
    void retire(int run, Fate fate);
    void change(int run, std::string& text, const std::string& value);
    void saveLabel(int run);
    void beginWaiting();
    void begin(int run);
    void takeIn(const WatchedRun& watched, std::map<std::filesystem::path, int>& known);
    void wake();
    void drain();
    void deliver(int run, Delivery delivery);
    void deliverEvent(int run, const Event& event);
    void settle(int run);
    [[nodiscard]] bool hasRoomToShow() const;

    std::unique_ptr<Engine> m_engine;
    RunStorage m_storage;
    std::vector<RunView> m_views;
    std::vector<std::unique_ptr<Trainer>> m_trainers;  ///< same order; without a handle when nothing trains behind it
    std::vector<std::shared_ptr<RunWatch>> m_watches;
    RaceClock m_clock = RaceClock::Updates;  ///< of the stage's first runs
    std::size_t m_firstRuns = 0;             ///< how many the stage began with
    int m_stage = 0;
    Pace m_pace = Pace::Watch;
    bool m_isHeld = false;  ///< paused: repeats that wait go on waiting
    QTimer m_frame;
    QElapsedTimer m_sinceDrain;
    QThreadPool m_filing;  ///< one thread, in order: joins stopped trainers, then moves their folders
};

}  // namespace collapsar
