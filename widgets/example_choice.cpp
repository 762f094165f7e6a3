// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/example_choice.h"

#include "widgets/plot_theme.h"

#include <QPainter>

namespace collapsar {
namespace {

constexpr int narrowest = 130;
constexpr int sidePadding = 9;
constexpr int topPadding = 5;
constexpr int arrowRoom = 20;
constexpr int mostVisible = 16;
constexpr double cornerRadius = 6;

}  // namespace

ExampleChoice::ExampleChoice(const QString& name, QWidget* parent) : QComboBox(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaxVisibleItems(mostVisible);
}

QSize ExampleChoice::minimumSizeHint() const {
    return {narrowest, fontMetrics().height() + 2 * topPadding};
}

void ExampleChoice::paintEvent(QPaintEvent*) {
    const PlotTheme& theme = themeFor(ThemeMode::System, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme.accent : underMouse() ? theme.axis : theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    const QRect words = rect().adjusted(sidePadding, 0, -arrowRoom, 0);
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    const QPointF arrow(width() - arrowRoom / 2.0 - 2, height() / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.secondary);
    painter.drawPolygon(QPolygonF{arrow + QPointF(-4, -2), arrow + QPointF(4, -2), arrow + QPointF(0, 2.5)});
}

}  // namespace collapsar
