// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/run_chip.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace collapsar {

namespace {

constexpr int chipSide = 14;

QPolygonF regularPolygon(QPointF centre, double radius, int corners, double firstAngle) {
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = firstAngle + 2 * std::numbers::pi * i / corners;
        polygon << centre + radius * QPointF(std::cos(angle), -std::sin(angle));
    }
    return polygon;
}

QPolygonF star(QPointF centre, double radius) {
    QPolygonF polygon;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi / 2 + std::numbers::pi * i / 5;
        const double reach = i % 2 == 0 ? radius : radius * 0.45;
        polygon << centre + reach * QPointF(std::cos(angle), -std::sin(angle));
    }
    return polygon;
}

QPainterPath markerPath(RunMarker marker, QPointF centre, double radius) {
    constexpr double up = std::numbers::pi / 2;
    const double thick = radius * 0.6;
    const QRectF across(centre.x() - radius, centre.y() - thick / 2, 2 * radius, thick);
    const QRectF down(centre.x() - thick / 2, centre.y() - radius, thick, 2 * radius);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    switch (marker) {
        case RunMarker::Disc:
            path.addEllipse(centre, radius, radius);
            break;
        case RunMarker::Square:
            path.addPolygon(regularPolygon(centre, radius * 1.2, 4, up / 2));
            break;
        case RunMarker::Triangle:
            path.addPolygon(regularPolygon(centre, radius * 1.2, 3, up));
            break;
        case RunMarker::InvertedTriangle:
            path.addPolygon(regularPolygon(centre, radius * 1.2, 3, -up));
            break;
        case RunMarker::Diamond:
            path.addPolygon(regularPolygon(centre, radius * 1.2, 4, up));
            break;
        case RunMarker::Star:
            path.addPolygon(star(centre, radius * 1.3));
            break;
        case RunMarker::Cross:
        case RunMarker::Plus:
            path.addRect(across), path.addRect(down);
            break;
    }
    path.closeSubpath();
    if (marker != RunMarker::Cross) return path;
    QTransform turn;
    turn.translate(centre.x(), centre.y()).rotate(45).translate(-centre.x(), -centre.y());
    return turn.map(path);
}

}  // namespace

void paintRunChip(QPainter& painter, const QRectF& box, const RunIdentity& identity, const PlotTheme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(runColour(theme, identity.index));
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(theme.card);
    painter.drawPath(markerPath(runMarker(identity.index), box.center(), box.width() * 0.24));
    painter.restore();
}

RunChip::RunChip(QWidget* parent) : QWidget(parent) {
    setFixedSize(sizeHint());
}

void RunChip::setIdentity(const RunIdentity& identity) {
    m_identity = identity;
    setToolTip(identity.name);
    setAccessibleName(tr("Colour of %1").arg(identity.name));
    update();
}

QSize RunChip::sizeHint() const {
    return {chipSide, chipSide};
}

void RunChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRunChip(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_identity,
                 themeFor(ThemeMode::System, palette()));
}

}  // namespace collapsar
