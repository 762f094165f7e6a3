// SPDX-License-Identifier: GPL-3.0-or-later
/// The choice of the axis on which the posterior means of several latent dimensions are drawn.
#pragma once

#include "core/report/projection.h"

#include <functional>

class QMenu;
class QWidget;

namespace collapsar {

/// Latent dimensions listed one by one, at most: those with the largest KL.
inline constexpr int mostListedDimensions = 16;

/// The dimension with the largest KL, the dimensions by KL, two principal directions of the true means (disabled where
/// there are none). Deletes itself when closed.
[[nodiscard]] QMenu* makeProjectionMenu(QWidget* parent, const Snapshot& snapshot, const Projection& chosen,
                                        const std::function<void(const Projection&)>& choose);

}  // namespace collapsar
