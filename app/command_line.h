// SPDX-License-Identifier: GPL-3.0-or-later
/// The arguments of the desktop program as a value. Parsing has no side effects and needs no application object.
#pragma once

#include "core/report/result.h"
#include "widgets/animation_writer.h"
#include "widgets/plot_theme.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace collapsar {

/// What the program answers to the shell; the same numbers as collapsar-cli's.
enum DesktopExit {
    ExitOk = 0,
    ExitFailed = 1,    ///< could not be done: a file cannot be written, the run is busy, an internal error
    ExitUsage = 2,     ///< the command line itself is wrong
    ExitBadInput = 3,  ///< settings, preset, data or run folder cannot be used
    ExitDiverged = 4,  ///< a run met NaN or infinity
};
[[nodiscard]] DesktopExit exitCodeOf(const Error& error);

/// MeanSpaces, Trajectories and Information are He et al. 2019, figures 2, 3 and 4 (5 in the final text).
enum class FigureKind { PosteriorMeans, Curves, Stage, MeanSpaces, Trajectories, Information, RateDistortion };

/// `collapsar figure RUN... --kind K --out F`
struct FigureTask {
    QStringList runs;
    FigureKind kind = FigureKind::PosteriorMeans;
    QString out;
    QSizeF millimetres;  ///< empty: as fits the kind
    int dpi = 300;
    std::vector<std::int64_t> updates;  ///< the figures of He et al.: which ones; empty: as the paper
    int probe = -1;                     ///< Trajectories: which example; -1: a typical one
    bool hasCaption = true;
};

/// `collapsar animate RUN... --out F`. Title and provenance come from the runs.
struct AnimateTask {
    QStringList runs;
    AnimationRequest animation;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
};

struct CommandLine {
    enum class Task { Window, Demo, Figure, Animate, Help, Version };

    Task task = Task::Window;
    QString subject;  ///< Window: a run folder, a preset's stem or a settings file; empty: the default demo
    std::optional<ThemeMode> theme;
    QString demoFolder;
    int demoUpdates = 0;  ///< 0: the demo's own
    FigureTask figure;
    AnimateTask animate;
};

/// `arguments` as in main, the program's name first. The error names the argument and what is allowed.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList& arguments);
/// For --help: usage, options, exit codes.
[[nodiscard]] QString commandLineHelp();

}  // namespace collapsar
