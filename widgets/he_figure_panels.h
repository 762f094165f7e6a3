// SPDX-License-Identifier: GPL-3.0-or-later
/// Private to he_figures: what each figure draws into its area, in the light print theme.
#pragma once

#include "widgets/figure_run.h"

#include <QRectF>
#include <vector>

class QPainter;

namespace collapsar {

void drawMeanSpaces(QPainter& painter, const QRectF& area, const std::vector<FigureRun>& runs,
                    const std::vector<std::int64_t>& updates);
void drawTrajectories(QPainter& painter, const QRectF& area, const std::vector<FigureRun>& runs, int probe,
                      const UpdateSpan& span);
void drawInformation(QPainter& painter, const QRectF& area, const std::vector<FigureRun>& runs, std::int64_t last);

}  // namespace collapsar
