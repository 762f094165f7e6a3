// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs, forks of them and runs that had the same switches from the start, for tests.
#pragma once

#include "core/train/run.h"
#include "tests/core/train/run_outcome.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTest>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace collapsar {

using Texts = std::vector<std::string>;

inline std::vector<Intervention> parsed(const Texts& texts) {
    std::vector<Intervention> all;
    for (const std::string& text : texts)
        all.push_back(parseIntervention(text).value());
    return all;
}

/// The same, all at one place.
inline std::vector<Intervention> at(const Position& position, const Texts& texts) {
    std::vector<Intervention> all;
    for (const std::string& text : texts) {
        all.push_back(parseIntervention("0:" + text).value());
        all.back().at = position;
    }
    return all;
}

inline std::vector<Intervention> joined(std::vector<Intervention> a, const std::vector<Intervention>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline void finish(Result<std::unique_ptr<Run>> run) {
    QVERIFY2(run.ok(), run.ok() ? "" : run.error().detail.c_str());
    run.value()->start();
    run.value()->wait();
}

inline std::filesystem::path trained(const QTemporaryDir& folder, const Settings& settings, RunOptions options) {
    RecordingSink sink;
    options.folder = newPath(folder);
    options.probes = false;
    finish(Run::create(settings, options, sink));
    return options.folder;
}

inline std::filesystem::path forked(const QTemporaryDir& folder, const ForkRequest& request, RunOptions options = {}) {
    RecordingSink sink;
    options.folder = newPath(folder);
    finish(Run::fork(request, options, sink));
    return options.folder;
}

/// Whether a fork of `parent` at `place` is what a run with these switches is.
inline void compareFork(const QTemporaryDir& folder, const std::filesystem::path& parent, const Settings& settings,
                        const std::vector<Intervention>& before, const Position& place, const Texts& changes) {
    const std::filesystem::path child = forked(folder, {.parent = parent, .at = place, .changes = at({}, changes)});
    const std::filesystem::path whole =
        trained(folder, settings, {.interventions = joined(before, at(place, changes))});
    const QString found = difference(outcome(child), outcome(whole));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

/// Goes on to `update`, one by one, and stands there.
inline void stepTo(Run& run, RecordingSink& sink, std::int64_t update) {
    std::int64_t at = 0;
    (void)sink.waitFor([&](const RecordingSink& all) {
        at = all.lastState().at.update;
        return true;
    });
    while (at < update) {
        run.stepUpdate();
        ++at;
        QVERIFY(sink.waitFor([at](const RecordingSink& all) {
            return all.lastState().at.update == at && all.lastState().phase == RunPhase::Paused;
        }));
    }
}

}  // namespace collapsar
