// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay_scene.h"

#include "widgets/display_text.h"
#include "widgets/figure_layout.h"
#include "widgets/mean_space_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr QSizeF layoutSize{800, 450};  // at this size in pixels a tick label is 10 pixels high
constexpr double edge = 12;
constexpr double headerHeight = 32;
constexpr double curvesHeight = 132;
constexpr double curvesShare = 0.3;  // of the width, where the curves stand at the right
constexpr std::size_t mostInRow = 3;
constexpr QMarginsF bareMargins{34, 6, 10, 20};

/// Rounded, in the colour of its tone.
void drawBadge(QPainter& painter, const QPointF& topLeft, const Verdict& verdict, const PlotTheme& theme) {
    const QString word = verdictWord(verdict.kind);
    painter.setFont(figureFont(9, QFont::DemiBold));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(word) + 12;
    const QRectF place(topLeft + QPointF(0, 2), QSizeF(width, 14));
    QColor back = theme.grid;
    QColor front = theme.secondary;
    if (const VerdictTone tone = verdictTone(verdict.kind); tone != VerdictTone::Neutral) {
        back = tone == VerdictTone::Good ? theme.goodBack : theme.badBack;
        front = tone == VerdictTone::Good ? theme.good : theme.bad;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawRoundedRect(place, 7, 7);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(front);
    painter.drawText(place, Qt::AlignCenter, word);
}

PaintedCurve upTo(const PaintedCurve& whole, std::int64_t update) {
    const auto part = [update](const QPolygonF& points) {
        const auto end = std::upper_bound(points.begin(), points.end(), static_cast<double>(update),
                                          [](double wanted, const QPointF& point) { return wanted < point.x(); });
        return QPolygonF(QList<QPointF>(points.begin(), end));
    };
    return {whole.identity, part(whole.line), part(whole.markers)};
}

}  // namespace

ReplayScene::ReplayScene(std::vector<FigureRun> runs, ReplayLook look, const UpdateSpan& span)
    : m_runs(std::move(runs)), m_look(std::move(look)), m_span(span) {
    m_reach = roundedReach(reachOf(m_runs, span));
    for (const FigureRun& run : m_runs)
        m_ends.push_back(spanOf({run}).value_or(UpdateSpan{}).last);
    m_panels[0].title = tr("KL");
    m_panels[1].title = tr("Mutual information");
    preparePanel(m_panels[0], &Measurement::kl);
    preparePanel(m_panels[1], &Measurement::miFull);
}

void ReplayScene::preparePanel(Panel& panel, double Measurement::*value) {
    Extent extent;
    for (const FigureRun& run : m_runs) {
        PaintedCurve curve{.identity = run.identity, .line = {}, .markers = {}};
        for (const auto& piece : run.points.pieces())
            for (const Measurement& one : piece) {
                if (!std::isfinite(one.*value) || one.at.update < m_span.first || one.at.update > m_span.last) continue;
                curve.line.append({static_cast<double>(one.at.update), one.*value});
                if (one.kind == MeasurementKind::Scheduled) curve.markers.append(curve.line.back());
                extent.add(one.*value);
            }
        panel.curves.push_back(std::move(curve));
    }
    panel.y = roomAround(extent);
}

std::vector<RunIdentity> ReplayScene::identities() const {
    std::vector<RunIdentity> identities;
    for (const FigureRun& run : m_runs)
        identities.push_back(run.identity);
    return identities;
}

QImage ReplayScene::frame(std::int64_t update) const {
    QImage image(m_look.pixels, QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(m_look.theme.card);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const double scale = std::min(image.width() / layoutSize.width(), image.height() / layoutSize.height());
    painter.scale(scale, scale);
    const QSizeF size = QSizeF(image.size()) / scale;
    drawHeader(painter, size.width(), update);
    QRectF spaces(edge, headerHeight, size.width() - 2 * edge, size.height() - headerHeight - edge / 2);
    if (m_look.curves == ReplayCurves::Shown) {
        QRectF curves = spaces;
        if (m_runs.size() <= mostInRow) {
            spaces.setBottom(spaces.bottom() - curvesHeight);
            curves.setTop(spaces.bottom());
        } else {
            spaces.setRight(spaces.right() - curvesShare * spaces.width());
            curves.setLeft(spaces.right());
        }
        drawPanels(painter, curves, update);
    }
    drawRuns(painter, spaces, update);
    return image;
}

void ReplayScene::drawHeader(QPainter& painter, double width, std::int64_t update) const {
    const QRectF line(edge, 6, width - 2 * edge, headerHeight - 8);
    painter.setPen(m_look.theme.text);
    painter.setFont(figureFont(15, QFont::Bold));
    const QString place = tr("update %1").arg(countText(update));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, place);
    const double room = line.width() - QFontMetricsF(painter.font()).horizontalAdvance(place) - 20;
    painter.setFont(figureFont(13, QFont::DemiBold));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(m_look.title, Qt::ElideRight, room));
}

void ReplayScene::drawRuns(QPainter& painter, const QRectF& area, std::int64_t update) const {
    const std::vector<QRect> cells =
        figureCells(area.toRect(), std::vector<FigureShape>(m_runs.size(), FigureShape::Square));
    for (std::size_t run = 0; run < m_runs.size(); ++run)
        drawRun(painter, QRectF(cells[run]), run, update);
}

void ReplayScene::drawRun(QPainter& painter, const QRectF& cell, std::size_t run, std::int64_t update) const {
    const FigureRun& shown = m_runs[run];
    MeanSpaceLook look{.theme = m_look.theme, .reach = m_reach, .titles = {}};
    if (m_runs.size() <= mostInRow)
        look.titles = {tr("mean of true posterior"), tr("mean of approximate posterior")};
    else
        look.words = SpaceWords::None;
    const FigureAxes axes = squareAxes(cell.adjusted(0, runNameHeight + 2, 0, 0), {-m_reach, m_reach},
                                       m_runs.size() <= mostInRow ? axesMargins : bareMargins);
    const QPointF name(axes.area.left(), axes.area.top() - runNameHeight - 3);
    drawRunName(painter, name, shown.identity, look.theme);
    drawSpace(painter, axes, look);
    const SnapshotPointer picture = snapshotAt(shown, update);
    if (picture) {
        drawMeans(painter, axes, *picture, runColour(look.theme, shown.identity.index), look.pointSize);
        drawBadge(painter, name + QPointF(runNameWidth(shown.identity) - 8, 0), picture->verdict, look.theme);
    } else {
        drawAbsence(painter, axes, tr("nothing measured yet"), look.theme);
    }
    if (update <= m_ends[run]) return;
    painter.setFont(figureFont(9));
    painter.setPen(look.theme.secondary);
    painter.drawText(axes.area.adjusted(5, 4, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     tr("ended at update %1").arg(countText(m_ends[run])));
}

void ReplayScene::drawPanels(QPainter& painter, const QRectF& area, std::int64_t update) const {
    const bool isBelow = m_runs.size() <= mostInRow;
    double left = area.left() + axesMargins.left();
    double top = area.top();
    for (const FigureRun& run : m_runs) {
        drawRunKey(painter, {left, top}, run.identity, m_look.theme);
        (isBelow ? left : top) += isBelow ? runKeyWidth(run.identity) : runNameHeight;
    }
    const QRectF room = area.adjusted(0, isBelow ? runNameHeight : top - area.top() + 4, 0, 0);
    for (int i = 0; i < 2; ++i) {
        const Panel& panel = m_panels[static_cast<std::size_t>(i)];
        QRectF cell = room;
        if (isBelow)
            cell = QRectF(room.left() + i * room.width() / 2, room.top(), room.width() / 2, room.height());
        else
            cell = QRectF(room.left(), room.top() + i * room.height() / 2, room.width(), room.height() / 2);
        std::vector<PaintedCurve> curves;
        for (const PaintedCurve& curve : panel.curves)
            curves.push_back(upTo(curve, update));
        const PlotRange x{static_cast<double>(m_span.first),
                          static_cast<double>(std::max(m_span.first + 1, m_span.last))};
        drawCurvePanel(painter, cell, curves,
                       {.theme = m_look.theme, .title = panel.title, .titles = {}, .x = x, .y = panel.y});
    }
}

}  // namespace collapsar
