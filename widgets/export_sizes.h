// SPDX-License-Identifier: GPL-3.0-or-later
/// Sizes of figures that have a name.
#pragma once

#include <QSizeF>
#include <QString>

namespace collapsar {

/// The choice behind the named ones.
inline constexpr int customSize = 3;
/// `place` from 0 to customSize.
[[nodiscard]] QString sizeName(int place);
/// Millimetres; `place` below customSize.
[[nodiscard]] QSizeF sizeOf(int place);
/// customSize for any other.
[[nodiscard]] int presetOf(const QSizeF& millimetres);

}  // namespace collapsar
