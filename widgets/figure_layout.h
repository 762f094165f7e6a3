// SPDX-License-Identifier: GPL-3.0-or-later
/// Where each plot of a figure goes.
#pragma once

#include "widgets/figure_source.h"

#include <QRect>
#include <vector>

namespace collapsar {

/// One rectangle per shape, in the same order, without overlap, inside `area`. Square ones in rows of at most three
/// above, wide ones in rows of at most four below.
[[nodiscard]] std::vector<QRect> figureCells(const QRect& area, const std::vector<FigureShape>& shapes);

}  // namespace collapsar
