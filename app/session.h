// SPDX-License-Identifier: GPL-3.0-or-later
/// The runs on the stage and the one crossing point between engine and widgets: commands go down, deliveries come up as
/// signals, at most one batch per frame. Lives in the window's thread and never waits for a trainer (its destructor
/// does).
#pragma once

#include "app/engine.h"
#include "app/run_storage.h"
#include "core/report/measurement_history.h"
#include "core/train/preset.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace collapsar {

class Race;
class SnapshotMailbox;

/// A run as asked for; resetting goes back to this.
using RunPlan = PresetRun;

/// What is known of one run of the stage.
struct RunView {
    RunPlan plan;
    RunState state;
    MeasurementHistory points;
    SnapshotPointer snapshot;  ///< the latest; null before the first
    std::vector<Event> events;
    ProbeTexts probes;
    std::string id;
    std::filesystem::path folder;  ///< empty: nothing is written
    bool isReadOnly = false;       ///< opened to look at: no trainer behind it
};

/// What readRun gave, as a run to look at.
[[nodiscard]] RunView viewOfRecord(const std::filesystem::path& folder, const RunRecord& record);

enum class Step { Encoder, Decoder, Update };
enum class Seed { Same, New };

class Session : public QObject {
    Q_OBJECT

public:
    Session(std::unique_ptr<Engine> engine, RunStorage storage, QObject* parent = nullptr);
    /// Waits until every trainer thread has ended.
    ~Session() override;

    /// Replaces the stage by fresh runs that wait for start(). The runs before are stopped and moved aside.
    void prepare(std::vector<RunPlan> plans);
    /// Replaces the stage by one that goes on from its newest checkpoint, after all of `record` was shown.
    void resume(const std::filesystem::path& folder, const RunRecord& record);
    /// Replaces the stage by a run to look at.
    void show(const std::filesystem::path& folder, const RunRecord& record);
    /// The same plans from the beginning; Seed::New draws one seed for all of them.
    void restart(Seed seed);
    /// Stops everything and empties the stage; what was trained stays on disk. Returns at once.
    void close();

    void start();
    void pause();
    void step(Step step);
    void setPace(Pace pace);
    Result<void> intervene(int run, const Intervention& intervention);
    /// Ends one run; the others go on.
    void stop(int run);
    void rename(int run, const std::string& name);
    void saveCheckpoint(int run, const std::filesystem::path& file);

    [[nodiscard]] const std::vector<RunView>& runs() const { return m_views; }
    [[nodiscard]] Pace pace() const { return m_pace; }
    [[nodiscard]] const RunStorage& storage() const { return m_storage; }
    [[nodiscard]] const Engine& engine() const { return *m_engine; }

Q_SIGNALS:
    void runsReplaced();
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

    RunOptions optionsFor(const RunPlan& plan, const std::shared_ptr<Race>& race) const;
    void adopt(int run, Result<RunHandlePointer> handle);
    void retire(Fate fate);
    void wake();
    void drain();
    void deliver(int run);

    std::unique_ptr<Engine> m_engine;
    RunStorage m_storage;
    std::vector<RunView> m_views;
    std::vector<std::unique_ptr<Trainer>> m_trainers;  ///< same order; without a handle when read only or failed
    Pace m_pace = Pace::Watch;
    QTimer m_frame;
    QElapsedTimer m_sinceDrain;
    QThreadPool m_retiring;  ///< where stopped trainers are joined
};

}  // namespace collapsar
