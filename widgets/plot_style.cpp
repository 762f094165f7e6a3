// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_theme.h"

#include <qcustomplot.h>

namespace collapsar {
namespace {

QFont pixelFont(const QFont& base, int pixels) {
    QFont font = base;
    font.setPixelSize(pixels);
    return font;
}

void styleAxis(QCPAxis& axis, const PlotTheme& theme, const QFont& base) {
    const QPen none(Qt::NoPen);
    axis.setBasePen(none);
    axis.setTickPen(none);
    axis.setSubTickPen(none);
    axis.setSubTicks(false);
    axis.setTickLength(0);
    axis.setTickLabelPadding(5);
    axis.setTickLabelColor(theme.secondary);
    axis.setTickLabelFont(pixelFont(base, 10));
    axis.setLabelColor(theme.text);
    axis.setLabelFont(pixelFont(base, 11));
    axis.grid()->setPen(QPen(theme.grid, 1));
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setZeroLinePen(QPen(theme.grid, 1));
}

}  // namespace

void applyTheme(QCustomPlot& plot, const PlotTheme& theme) {
    plot.setBackground(QBrush(theme.card));
    plot.setLocale(QLocale());
    const QFont base = plot.font();
    for (QCPAxisRect* rect : plot.axisRects())
        for (QCPAxis* axis : rect->axes())
            styleAxis(*axis, theme, base);
}

}  // namespace collapsar
