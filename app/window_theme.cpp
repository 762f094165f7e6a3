// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_theme.h"

#include <QApplication>
#include <QFont>
#include <QRegularExpression>

namespace collapsar {
namespace {

constexpr double presentationFactor = 1.4;

/// The font the platform gave, before anything here changed it.
const QFont& platformFont() {
    static const QFont font = QApplication::font();
    return font;
}

}  // namespace

QString scaledStyleSheet(const QString& styleSheet, double factor) {
    static const QRegularExpression size(QStringLiteral("font-size:\\s*(\\d+)px"));
    QString scaled;
    qsizetype from = 0;
    for (auto match = size.globalMatch(styleSheet); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        scaled += styleSheet.mid(from, found.capturedStart() - from);
        scaled += QStringLiteral("font-size: %1px").arg(qRound(found.captured(1).toInt() * factor));
        from = found.capturedEnd();
    }
    return scaled + styleSheet.mid(from);
}

const PlotTheme& applyWindowTheme(ThemeMode mode, TextSize textSize) {
    QFont font = platformFont();
    const double factor = textSize == TextSize::Presentation ? presentationFactor : 1.0;
    QApplication::setPalette(QPalette());  // back to the system's, to see whether that is dark
    const PlotTheme& theme = themeFor(mode, QApplication::palette());
    QApplication::setPalette(themePalette(theme));
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * factor);
    }
    QApplication::setFont(font);
    const QString sheet = scaledStyleSheet(appStyleSheet(theme), factor);
    if (qApp->styleSheet() != sheet) {
        qApp->setStyleSheet(sheet);
    }
    return theme;
}

}  // namespace collapsar
