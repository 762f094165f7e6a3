// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_watch.h"

#include "app/run_label.h"

#include <QMetaObject>
#include <QThreadPool>

#include <algorithm>
#include <chrono>

namespace collapsar {
namespace {

namespace fs = std::filesystem;

bool isRun(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / "settings.json", ignored);
}

}  // namespace

RunWatch::RunWatch(fs::path folder, Look look, Receiver receiver)
    : m_folder(std::move(folder)), m_look(std::move(look)) {
    m_wire->receiver = std::move(receiver);
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

RunWatch::~RunWatch() {
    close();
}

void RunWatch::close() {
    m_thread.request_stop();
    const std::scoped_lock lock(m_wire->mutex);
    m_wire->receiver.object = nullptr;
}

/// After a look that took long the pause is longer: watching costs at most a fifth of a core.
void RunWatch::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto begun = std::chrono::steady_clock::now();
        tell(lookAtAll(stop));
        const auto pause = std::max<std::chrono::nanoseconds>(std::chrono::milliseconds(pauseMilliseconds),
                                                              4 * (std::chrono::steady_clock::now() - begun));
        std::unique_lock lock(m_wire->mutex);
        m_wire->taken.wait(lock, stop, [this] { return !m_wire->isBusy; });
        m_wire->taken.wait_for(lock, stop, pause, [] { return false; });
    }
}

std::vector<fs::path> RunWatch::folders() {
    std::vector<fs::path> found;
    std::error_code error;
    if (isRun(m_folder) || m_folder.extension() == ".run") {
        found.push_back(m_folder);
    } else {
        for (fs::directory_iterator entry(m_folder, error), end; !error && entry != end; entry.increment(error)) {
            if (entry->path().extension() == ".run") {
                found.push_back(entry->path());
            }
        }
        if (error) {
            complain({ErrorCode::FileMissing, "Cannot watch " + m_folder.string() + ": " + error.message() + "."});
        }
    }
    std::sort(found.begin(), found.end());
    if (found.size() > mostRuns) {
        complain({ErrorCode::InvalidSettings, m_folder.string() + " holds " + std::to_string(found.size()) +
                                                  " runs; the first " + std::to_string(mostRuns) +
                                                  " by name are shown. Watch a folder with fewer."});
        found.resize(mostRuns);
    }
    for (const fs::path& folder : found) {
        m_runs.try_emplace(folder);
    }
    std::vector<fs::path> all;  // those that are gone, too
    for (const auto& [known, run] : m_runs) {
        all.push_back(known);
    }
    return all;
}

std::vector<WatchedRun> RunWatch::lookAtAll(const std::stop_token& stop) {
    const std::vector<fs::path> all = folders();
    std::vector<std::optional<WatchedRun>> seen(all.size());
    QThreadPool looking;  // several at once: the first look at a run reads all of it
    for (std::size_t i = 0; i < all.size(); ++i) {
        Run& run = m_runs.at(all[i]);
        looking.start([this, &run, &folder = all[i], &result = seen[i], &stop] {
            if (!stop.stop_requested()) {
                result = lookAt(folder, run);
            }
        });
    }
    looking.waitForDone();
    std::vector<WatchedRun> changes;
    for (std::optional<WatchedRun>& one : seen) {
        if (one) {
            changes.push_back(std::move(*one));
        }
    }
    return changes;
}

std::optional<WatchedRun> RunWatch::lookAt(const fs::path& folder, Run& run) {
    if (!run.look) {
        run.look = m_look(folder);
    }
    Result<RunGrowth> grown = run.look();
    if (!grown) {
        if (grown.error().detail != run.problem) {
            run.problem = grown.error().detail;
            complain(grown.error());
        }
        return std::nullopt;
    }
    run.problem.clear();
    WatchedRun seen;
    seen.folder = folder;
    seen.growth = std::move(grown).value();
    const bool wasThere = std::exchange(run.isThere, seen.growth.isThere);
    seen.isMissing = !run.isThere;
    if (seen.isMissing ? !wasThere : (wasThere && !seen.growth.changed && !seen.growth.startOver)) {
        return std::nullopt;
    }
    if (!seen.isMissing && seen.growth.startOver) {
        seen.whole = viewOfRecord(folder, seen.growth.record);
        seen.whole->isFollowed = true;
        if (const auto label = readLabel(folder)) {
            applyLabel(*seen.whole, *label);
        }
        seen.growth.record = {};
    }
    return seen;
}

void RunWatch::complain(const Error& error) {
    const std::scoped_lock lock(m_wire->mutex);
    const Receiver& receiver = m_wire->receiver;
    if (receiver.object == nullptr || !m_wire->told.insert(error.detail).second) {
        return;
    }
    QMetaObject::invokeMethod(
        receiver.object, [failed = receiver.failed, error] { failed(error); }, Qt::QueuedConnection);
}

void RunWatch::tell(std::vector<WatchedRun> changes) {
    const std::scoped_lock lock(m_wire->mutex);
    if (changes.empty() || m_wire->receiver.object == nullptr) {
        return;
    }
    m_wire->isBusy = true;
    const auto batch = std::make_shared<std::vector<WatchedRun>>(std::move(changes));
    QMetaObject::invokeMethod(
        m_wire->receiver.object,
        [wire = m_wire, batch, changed = m_wire->receiver.changed] {
            changed(std::move(*batch));
            const std::scoped_lock taken(wire->mutex);
            wire->isBusy = false;
            wire->taken.notify_all();
        },
        Qt::QueuedConnection);
}

}  // namespace collapsar
