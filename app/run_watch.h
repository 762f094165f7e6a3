// SPDX-License-Identifier: GPL-3.0-or-later
/// Watches run folders that another process writes. Looking happens on threads of its own, one look at a time per run,
/// and no further than the window has kept up with; a folder on a slow disk delays nobody.
#pragma once

#include "app/engine.h"
#include "app/run_view.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

class QObject;

namespace collapsar {

/// What one look at one run gave.
struct WatchedRun {
    std::filesystem::path folder;
    std::optional<RunView> whole;  ///< replaces everything known of it
    RunGrowth growth;              ///< else: what to add
    bool isMissing = false;        ///< the folder is gone
};

class RunWatch {
public:
    using Look = std::function<RunLook(const std::filesystem::path&)>;
    /// Called in the receiver's thread.
    struct Receiver {
        QObject* object = nullptr;
        std::function<void(std::vector<WatchedRun>)> changed;
        std::function<void(Error)> failed;  ///< once for each different problem
    };
    static constexpr std::size_t mostRuns = 64;  ///< the first by name
    static constexpr int pauseMilliseconds = 250;

    /// `folder` is a run, or holds runs; either may appear later. `look` is called on the watch's threads.
    RunWatch(std::filesystem::path folder, Look look, Receiver receiver);
    /// Waits for the look under way.
    ~RunWatch();
    /// Nothing is told after this returns, but what is on its way. Returns at once; any thread.
    void close();

private:
    struct Run {
        RunLook look;
        bool isThere = false;
        std::string problem;
    };
    /// What a message on its way may touch, even after the watch is gone.
    struct Wire {
        std::mutex mutex;
        std::condition_variable_any taken;
        Receiver receiver;
        bool isBusy = false;  ///< a batch is on its way
        std::set<std::string> told;
    };
    void work(const std::stop_token& stop);
    [[nodiscard]] std::vector<std::filesystem::path> folders();
    [[nodiscard]] std::vector<WatchedRun> lookAtAll(const std::stop_token& stop);
    [[nodiscard]] std::optional<WatchedRun> lookAt(const std::filesystem::path& folder, Run& run);
    void complain(const Error& error);
    void tell(std::vector<WatchedRun> changes);

    const std::filesystem::path m_folder;
    const Look m_look;
    std::map<std::filesystem::path, Run> m_runs;  ///< of the watch's thread
    const std::shared_ptr<Wire> m_wire = std::make_shared<Wire>();
    std::jthread m_thread;
};

}  // namespace collapsar
