// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate_command.h"

#include "app/figure_command.h"
#include "app/figure_stage.h"

#include <QElapsedTimer>

#include <csignal>
#include <cstdio>

namespace collapsar {
namespace {

constexpr qint64 progressMilliseconds = 2000;

volatile std::sig_atomic_t isInterrupted = 0;

void interrupt(int) {
    isInterrupted = 1;
}

DesktopExit complain(const Error& error) {
    std::fprintf(stderr, "collapsar animate: %s\n", error.detail.c_str());
    return exitCodeOf(error);
}

}  // namespace

DesktopExit runAnimateCommand(const AnimateTask& task, const Engine& engine) {
    const Result<LoadedRuns> runs = loadRuns(task.runs, engine);
    if (!runs) {
        return complain(runs.error());
    }
    AnimationRequest request = task.animation;
    request.provenance = provenanceOf(runs.value().views);
    if (task.from || task.to) {
        UpdateSpan range = spanOf(runs.value().figures).value_or(UpdateSpan{});
        range = {task.from.value_or(range.first), task.to.value_or(range.last)};
        request.range = range;
    }
    std::stop_source stop;
    QElapsedTimer sinceTold;
    sinceTold.start();
    const auto progress = [&](int done, int total) {
        if (isInterrupted) {
            stop.request_stop();
        }
        if (sinceTold.elapsed() >= progressMilliseconds) {
            std::fprintf(stderr, "frame %d of %d\n", done, total);
            sinceTold.start();
        }
    };
    const auto before = std::signal(SIGINT, interrupt);
    const Result<AnimationReport> report = writeAnimation(request, runs.value().figures, stop.get_token(), progress);
    std::signal(SIGINT, before);
    if (!report) {
        return complain(report.error());
    }
    std::printf("%s: %d frames, %.1f s, %.1f MB\n", qUtf8Printable(request.path), report.value().frames,
                report.value().seconds, static_cast<double>(report.value().bytes) / 1e6);
    return ExitOk;
}

}  // namespace collapsar
