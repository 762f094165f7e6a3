// SPDX-License-Identifier: GPL-3.0-or-later
/// One palette for all frames of a drawing: its flat colours exactly, and what antialiasing makes of them between.
#pragma once

#include <QColor>
#include <QHash>
#include <vector>

namespace collapsar {

/// Colours met between two: edges of `front` drawn on `back`.
struct ColourRamp {
    QColor back;
    QColor front;
    int weight = 1;  ///< share of the palette that it gets
};

class GifPalette {
public:
    static constexpr int transparent = 255;  ///< stands for "as in the frame before"

    /// At most 255 colours; both ends of every ramp are among them, also when that leaves nothing between.
    explicit GifPalette(const std::vector<ColourRamp>& ramps);

    [[nodiscard]] const std::vector<QRgb>& colours() const { return m_colours; }
    /// The nearest colour's place. Not for several threads at a time: remembers what it found.
    [[nodiscard]] uchar nearest(QRgb colour);

private:
    std::vector<QRgb> m_colours;
    QHash<QRgb, uchar> m_found;
};

}  // namespace collapsar
