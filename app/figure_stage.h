// SPDX-License-Identifier: GPL-3.0-or-later
/// The plots of runs without a window around them, for figures alone; and what a figure says about where it comes from.
#pragma once

#include "app/command_line.h"
#include "app/session.h"
#include "widgets/figure_run.h"
#include "widgets/figure_writer.h"

#include <memory>
#include <span>
#include <vector>

namespace collapsar {

class CurvesPanel;
class PosteriorPlot;

/// GUI thread; works on the offscreen platform.
class FigureStage {
public:
    explicit FigureStage(const std::vector<RunView>& runs);
    ~FigureStage();

    [[nodiscard]] std::vector<FigureSource*> sources(FigureKind kind) const;

private:
    std::vector<std::unique_ptr<PosteriorPlot>> m_planes;
    std::unique_ptr<CurvesPanel> m_curves;
};

/// A run as figures and animations see it. `index` is its number on the stage, which fixes colour, marker and dash
/// where the run has no slot of its own; `snapshots` are all that are kept of it, oldest first, previews among them are
/// left out.
[[nodiscard]] FigureRun figureRunOf(const RunView& run, int index, std::span<const SnapshotPointer> snapshots);

/// One line per run: name, id, update, seed and switches; then the program.
[[nodiscard]] QStringList provenanceOf(const std::vector<RunView>& runs);
/// A size that suits the kind and the number of runs; empty for figures that know their own.
[[nodiscard]] QSizeF usualMillimetres(FigureKind kind, int runs);

}  // namespace collapsar
