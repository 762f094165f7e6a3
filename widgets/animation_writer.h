// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes the replay of runs as an animated GIF or as numbered PNG pictures.
#pragma once

#include "core/report/result.h"
#include "widgets/figure_run.h"
#include "widgets/replay_scene.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace collapsar {

enum class AnimationFormat { Gif, PngSequence };

struct AnimationRequest {
    QString path;  ///< a .gif file; for a PNG sequence a folder that is new or empty
    AnimationFormat format = AnimationFormat::Gif;
    QSize pixels{960, 540};
    double framesPerSecond = 12.5;       ///< 1 to 50: a GIF counts in hundredths of a second
    double updatesPerFrame = 0;          ///< 0: the whole range takes usualSeconds
    std::optional<UpdateSpan> range;     ///< none: all that is known of the runs
    ThemeMode theme = ThemeMode::Light;  ///< System: light
    ReplayCurves curves = ReplayCurves::Shown;
    QString title;
    QStringList provenance;  ///< into the files' metadata

    static constexpr double usualSeconds = 15;
};

struct AnimationReport {
    int frames = 0;
    double seconds = 0;      ///< of playing
    std::int64_t bytes = 0;  ///< of all files
};

/// After each frame, on the writing thread.
using AnimationProgress = std::function<void(int done, int total)>;

/// The update of each frame, the last of the range included. errors InvalidSettings: size outside 160 x 120 to
/// 3840 x 2160, rate, speed or range that make no animation, more than 20,000 frames.
[[nodiscard]] Result<std::vector<std::int64_t>> animationFrames(const AnimationRequest& request,
                                                                const std::vector<FigureRun>& runs);
/// Hundredths of a second for frame `index` of `count`, so that rounding never adds up; the last one stays 2 s longer.
[[nodiscard]] int frameDelay(int index, int count, double framesPerSecond);

/// Blocks; any thread. One frame at a time is in memory. Atomic: nothing is left behind unless all of it was written.
/// errors  as animationFrames(); FileUnwritable; Interrupted when `stop` was requested.
[[nodiscard]] Result<AnimationReport> writeAnimation(const AnimationRequest& request,
                                                     const std::vector<FigureRun>& runs, const std::stop_token& stop,
                                                     const AnimationProgress& progress);

}  // namespace collapsar
