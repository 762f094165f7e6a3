// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_layout.h"

#include <algorithm>

namespace collapsar {
namespace {

constexpr double squareShare = 0.62;  // of the height, where there are both kinds
constexpr int gap = 8;

struct Grid {
    int count = 0;
    int columns = 1;

    [[nodiscard]] int rows() const { return (count + columns - 1) / columns; }
};

Grid gridFor(FigureShape shape, int count, const QRect& area) {
    const int widest = shape == FigureShape::Square ? 3 : 4;
    int columns = std::clamp(count, 1, widest);
    if (shape == FigureShape::Square && count == 4) columns = 2;
    if (shape == FigureShape::Wide && count > 2 && area.width() < 2 * area.height()) columns = 2;
    return {count, columns};
}

QRect cell(const QRect& area, const Grid& grid, int index) {
    const double width = static_cast<double>(area.width() - gap * (grid.columns - 1)) / grid.columns;
    const double height = static_cast<double>(area.height() - gap * (grid.rows() - 1)) / grid.rows();
    const int column = index % grid.columns;
    const int row = index / grid.columns;
    return {static_cast<int>(area.left() + column * (width + gap)), static_cast<int>(area.top() + row * (height + gap)),
            static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace

std::vector<QRect> figureCells(const QRect& area, const std::vector<FigureShape>& shapes) {
    const int squares = static_cast<int>(std::count(shapes.begin(), shapes.end(), FigureShape::Square));
    const int wides = static_cast<int>(shapes.size()) - squares;
    QRect upper = area;
    QRect lower = area;
    if (squares > 0 && wides > 0) {
        upper.setHeight(static_cast<int>(area.height() * squareShare));
        lower.setTop(upper.bottom() + 1 + gap);
    }
    const Grid above = gridFor(FigureShape::Square, squares, upper);
    const Grid below = gridFor(FigureShape::Wide, wides, lower);
    std::vector<QRect> cells;
    int square = 0;
    int wide = 0;
    for (const FigureShape shape : shapes)
        cells.push_back(shape == FigureShape::Square ? cell(upper, above, square++) : cell(lower, below, wide++));
    return cells;
}

}  // namespace collapsar
