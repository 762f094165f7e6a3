// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_command.h"

#include "app/figure_stage.h"

#include <cstdio>

namespace collapsar {
namespace {

DesktopExit complain(const Error& error) {
    std::fprintf(stderr, "collapsar figure: %s\n", error.detail.c_str());
    return exitCodeOf(error);
}

}  // namespace

DesktopExit runFigureCommand(const FigureTask& task, const Engine& engine) {
    std::vector<RunView> runs;
    for (const QString& folder : task.runs) {
        const Result<RunRecord> record = engine.read(folder.toStdString());
        if (!record) {
            return complain(record.error());
        }
        runs.push_back(viewOfRecord(folder.toStdString(), record.value()));
        if (task.kind != FigureKind::Curves && !runs.back().snapshot) {
            return complain(
                {ErrorCode::DataInvalid,
                 "The run " + folder.toStdString() + " holds no posterior means; only --kind curves can be drawn."});
        }
    }
    FigureRequest request;
    request.millimetres =
        task.millimetres.isEmpty() ? usualMillimetres(task.kind, static_cast<int>(runs.size())) : task.millimetres;
    request.dpi = task.dpi;
    request.provenance = provenanceOf(runs);
    (void)figureFormatOf(task.out, request.format);  // the command line has checked it
    const FigureStage stage(runs);
    if (const Result<void> done = writeFigure(task.out, request, stage.sources(task.kind)); !done) {
        return complain(done.error());
    }
    std::printf("%s\n", qUtf8Printable(task.out));
    return ExitOk;
}

}  // namespace collapsar
