// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_theme.h"

#include <QPainter>
#include <array>
#include <cmath>

namespace collapsar {
namespace {

using RunColours = std::array<const char*, runColourCount>;
constexpr RunColours lightRuns = {"#D55E00", "#0072B2", "#009E73", "#C0669A",
                                  "#B97F00", "#2E8FC6", "#7A4B12", "#666666"};
constexpr RunColours darkRuns = {"#FF8B3D", "#56B4E9", "#3CCB9B", "#E59CC4",
                                 "#F2B83B", "#9AD4F5", "#D2A24C", "#A8A8A8"};

PlotTheme makeLightTheme() {
    PlotTheme theme;
    theme.window = QColor("#F3F4F6");
    theme.card = QColor("#FFFFFF");
    theme.line = QColor("#D9DCE1");
    theme.grid = QColor("#ECEEF1");
    theme.text = QColor("#1B1F24");
    theme.secondary = QColor("#6A727D");
    theme.axis = QColor("#76808B");
    theme.accent = QColor("#2563EB");
    theme.onAccent = QColor("#FFFFFF");
    theme.good = QColor("#0B7A4B");
    theme.goodBack = QColor("#E3F4EB");
    theme.bad = QColor("#B42318");
    theme.badBack = QColor("#FDE9E7");
    return theme;
}

PlotTheme makeDarkTheme() {
    PlotTheme theme;
    theme.isDark = true;
    theme.window = QColor("#15171B");
    theme.card = QColor("#1D2026");
    theme.line = QColor("#31363F");
    theme.grid = QColor("#2A2E36");
    theme.text = QColor("#E6E9ED");
    theme.secondary = QColor("#98A1AD");
    theme.axis = QColor("#727C88");
    theme.accent = QColor("#6EA0FF");
    theme.onAccent = QColor("#10131A");
    theme.good = QColor("#5CD3A0");
    theme.goodBack = QColor("#153328");
    theme.bad = QColor("#FF8A7A");
    theme.badBack = QColor("#3A1D1B");
    return theme;
}

int wrapped(int index) {
    return ((index % runColourCount) + runColourCount) % runColourCount;
}

double linearChannel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linearChannel(colour.redF()) + 0.7152 * linearChannel(colour.greenF()) +
           0.0722 * linearChannel(colour.blueF());
}

}  // namespace

const PlotTheme& lightTheme() {
    static const PlotTheme theme = makeLightTheme();
    return theme;
}

const PlotTheme& darkTheme() {
    static const PlotTheme theme = makeDarkTheme();
    return theme;
}

bool isDarkPalette(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

const PlotTheme& themeFor(ThemeMode mode, const QPalette& system) {
    const bool isDark = mode == ThemeMode::Dark || (mode == ThemeMode::System && isDarkPalette(system));
    return isDark ? darkTheme() : lightTheme();
}

QPalette themePalette(const PlotTheme& theme) {
    QPalette palette;
    const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, const QColor& colour) {
        for (const QPalette::ColorRole role : roles)
            palette.setColor(role, colour);
    };
    set({QPalette::Window}, theme.window);
    set({QPalette::Base, QPalette::Button, QPalette::ToolTipBase, QPalette::Light}, theme.card);
    set({QPalette::AlternateBase}, theme.grid);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText},
        theme.text);
    set({QPalette::PlaceholderText}, theme.secondary);
    set({QPalette::Highlight, QPalette::Link, QPalette::LinkVisited}, theme.accent);
    set({QPalette::HighlightedText}, theme.onAccent);
    set({QPalette::Mid, QPalette::Midlight}, theme.line);
    set({QPalette::Dark, QPalette::Shadow}, theme.axis);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.axis);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    return palette;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor runColour(const PlotTheme& theme, int index) {
    return QColor((theme.isDark ? darkRuns : lightRuns)[static_cast<std::size_t>(wrapped(index))]);
}

RunMarker runMarker(int index) {
    return static_cast<RunMarker>(wrapped(index));
}

QList<qreal> runDash(int index) {
    static const std::array<QList<qreal>, runColourCount> dashes = {
        QList<qreal>{},      QList<qreal>{6, 2}, QList<qreal>{2, 2}, QList<qreal>{6, 2, 1, 2},
        QList<qreal>{10, 3}, QList<qreal>{1, 2}, QList<qreal>{4, 4}, QList<qreal>{6, 2, 1, 2, 1, 2}};
    return dashes[static_cast<std::size_t>(wrapped(index))];
}

QPixmap runChip(const PlotTheme& theme, int index, int side, qreal devicePixelRatio) {
    const int pixels = static_cast<int>(std::lround(side * devicePixelRatio));
    QPixmap chip(pixels, pixels);
    chip.setDevicePixelRatio(devicePixelRatio);
    chip.fill(Qt::transparent);
    QPainter painter(&chip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(runColour(theme, index));
    painter.drawRoundedRect(QRectF(0, 0, side, side), 2.5, 2.5);
    return chip;
}

}  // namespace collapsar
