// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_command.h"

#include "app/figure_stage.h"
#include "widgets/he_figures.h"
#include "widgets/rate_distortion.h"
#include "widgets/small_plot.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace collapsar {
namespace {

DesktopExit complain(const Error& error) {
    std::fprintf(stderr, "collapsar figure: %s\n", error.detail.c_str());
    return exitCodeOf(error);
}

std::optional<HeFigure> heFigureOf(FigureKind kind) {
    switch (kind) {
        case FigureKind::MeanSpaces:
            return HeFigure::MeanSpaces;
        case FigureKind::Trajectories:
            return HeFigure::Trajectories;
        case FigureKind::Information:
            return HeFigure::Information;
        case FigureKind::PosteriorMeans:
        case FigureKind::Curves:
        case FigureKind::Stage:
        case FigureKind::RateDistortion:
            break;
    }
    return std::nullopt;
}

bool needsMeans(FigureKind kind) {
    return kind != FigureKind::Curves && kind != FigureKind::Information && kind != FigureKind::RateDistortion;
}

Result<void> writeHeFigure(const FigureTask& task, FigureRequest request, const LoadedRuns& runs, HeFigure figure) {
    HeFigureSource source(figure, runs.figures, {.updates = task.updates, .probe = task.probe});
    request.title = source.figureTitle();
    request.notes = source.notes();
    request.caption = task.hasCaption ? FigureCaption::Shown : FigureCaption::Hidden;
    if (request.millimetres.isEmpty()) {
        request.millimetres = source.usualMillimetres();
    }
    return writeFigure(task.out, request, {&source});
}

Result<void> writeRateDistortion(const FigureTask& task, FigureRequest request, const LoadedRuns& runs) {
    std::vector<RatePath> paths;
    for (const FigureRun& run : runs.figures) {
        paths.push_back({run.identity, {}});
        for (const auto& piece : run.points.pieces()) {
            addRatePoints(paths.back().points, piece, run.settings.latent);
        }
    }
    SmallPlot plot;
    plot.setChart(rateDistortionChart(std::move(paths)), ChartRange::Fresh);
    if (plot.chart().isEmpty()) {
        return Error{ErrorCode::DataInvalid, "The runs hold no scheduled evaluation; train them further."};
    }
    request.notes = plot.chart().estimator.split(QLatin1Char('\n'));
    return writeFigure(task.out, request, {&plot});
}

}  // namespace

Result<LoadedRuns> loadRuns(const QStringList& folders, const Engine& engine) {
    LoadedRuns runs;
    for (const QString& folder : folders) {
        const Result<RunRecord> record = engine.read(folder.toStdString());
        if (!record) {
            return record.error();
        }
        const int index = static_cast<int>(runs.views.size());
        RunView view = viewOfRecord(folder.toStdString(), record.value());
        if (std::any_of(runs.views.begin(), runs.views.end(),
                        [&view](const RunView& other) { return other.plan.name == view.plan.name; })) {
            view.plan.name += " (" + view.folder.stem().string() + ")";  // two of one name cannot be told apart
        }
        runs.views.push_back(std::move(view));
        runs.figures.push_back(figureRunOf(runs.views.back(), index, record.value().snapshots));
    }
    return runs;
}

DesktopExit runFigureCommand(const FigureTask& task, const Engine& engine) {
    const Result<LoadedRuns> runs = loadRuns(task.runs, engine);
    if (!runs) {
        return complain(runs.error());
    }
    const std::vector<RunView>& views = runs.value().views;
    for (std::size_t run = 0; run < views.size(); ++run) {
        if (needsMeans(task.kind) && !views[run].snapshot) {
            return complain({ErrorCode::DataInvalid, "The run " + views[run].folder.string() +
                                                         " holds no posterior means; only --kind curves, "
                                                         "rate-distortion and he4 can be drawn."});
        }
    }
    FigureRequest request;
    request.millimetres =
        task.millimetres.isEmpty() ? usualMillimetres(task.kind, static_cast<int>(views.size())) : task.millimetres;
    request.dpi = task.dpi;
    request.provenance = provenanceOf(views);
    (void)figureFormatOf(task.out, request.format);  // the command line has checked it
    const std::optional<HeFigure> figure = heFigureOf(task.kind);
    const Result<void> done = figure ? writeHeFigure(task, request, runs.value(), *figure)
                              : task.kind == FigureKind::RateDistortion
                                  ? writeRateDistortion(task, request, runs.value())
                                  : writeFigure(task.out, request, FigureStage(views).sources(task.kind));
    if (!done) {
        return complain(done.error());
    }
    std::printf("%s\n", qUtf8Printable(task.out));
    return ExitOk;
}

}  // namespace collapsar
