// SPDX-License-Identifier: GPL-3.0-or-later
/// What a plot offers to be written into a figure.
#pragma once

#include "widgets/plot_theme.h"

#include <QSize>
#include <vector>

class QCPPainter;

namespace collapsar {

enum class FigureShape { Square, Wide };

class FigureSource {
public:
    virtual ~FigureSource() = default;

    /// Draws the plot with its data in the light print theme, without cursor and hover, into (0, 0, size), in pixels of
    /// 1/120 inch. The widget looks as before afterwards. GUI thread.
    virtual void paintFigure(QCPPainter& painter, const QSize& size) = 0;
    [[nodiscard]] virtual QString figureTitle() const = 0;
    [[nodiscard]] virtual FigureShape figureShape() const = 0;
    /// The runs drawn, for the figure's legend.
    [[nodiscard]] virtual std::vector<RunIdentity> figureRuns() const = 0;
};

}  // namespace collapsar
