// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs_delegate.h"

#include "widgets/run_chip.h"
#include "widgets/runs_arrangement.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace collapsar {

namespace {

constexpr int sidePadding = 8;
constexpr int topPadding = 5;
constexpr int indent = 16;
constexpr int tickSide = 14;
constexpr int chipSide = 13;
constexpr int dashLength = 24;
constexpr int gap = 8;

int afterTick(const QRect& cell, int depth) {
    return RunsDelegate::tickBox(cell, depth).right() + 1 + gap;
}

int afterChip(const QRect& cell, int depth) {
    return afterTick(cell, depth) + chipSide + gap + dashLength + gap;
}

void paintTick(QPainter& painter, const QRect& box, bool isTicked, const PlotTheme& theme) {
    painter.setPen(QPen(isTicked ? theme.accent : theme.axis, 1));
    painter.setBrush(isTicked ? theme.accent : theme.card);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (!isTicked) return;
    QPainterPath tick(QPointF(box.left() + 3.5, box.top() + 7.2));
    tick.lineTo(box.left() + 6.0, box.top() + 9.8);
    tick.lineTo(box.left() + 10.6, box.top() + 4.4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

/// The run's line as the plots draw it.
void paintDash(QPainter& painter, QPointF left, const RunRow& run, const PlotTheme& theme) {
    QPen pen(runColour(theme, run.identity.index), 2, Qt::SolidLine, Qt::FlatCap);
    const QList<qreal> dash = runDash(run.identity.index);
    if (!dash.isEmpty()) pen.setDashPattern(dash);
    painter.setPen(pen);
    painter.drawLine(left, left + QPointF(dashLength, 0));
}

/// Folded: points right; else down.
void paintFold(QPainter& painter, const QRect& box, bool isFolded, const PlotTheme& theme) {
    const QPointF centre = QRectF(box).center();
    QPolygonF arrow{QPointF(-4, -2.5), QPointF(4, -2.5), QPointF(0, 3)};
    if (isFolded) arrow = {QPointF(-2.5, -4), QPointF(-2.5, 4), QPointF(3, 0)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.secondary);
    painter.drawPolygon(arrow.translated(centre));
}

}  // namespace

RunsDelegate::RunsDelegate(const RunsArrangement& lines, const QWidget& themed, QObject* parent)
    : QStyledItemDelegate(parent), m_lines(lines), m_themed(themed) {}

QRect RunsDelegate::tickBox(const QRect& cell, int depth) {
    const int left = cell.left() + sidePadding + depth * indent;
    return {left, cell.top() + (cell.height() - tickSide) / 2, tickSide, tickSide};
}

QSize RunsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {40, option.fontMetrics.height() + 2 * topPadding};
}

void RunsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const PlotTheme& theme = themeFor(ThemeMode::System, m_themed.palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBack(*painter, option, index, theme);
    const bool isGroup = index.data(RunsArrangement::RunRole).toInt() < 0;
    QFont lettering = option.font;
    lettering.setBold(isGroup);
    painter->setFont(lettering);
    if (RunColumn(index.column()) == RunColumn::Name) {
        isGroup ? paintGroup(*painter, option.rect, index, theme) : paintName(*painter, option.rect, index, theme);
    } else {
        const QRect box = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        painter->setPen(inkOf(index, theme));
        painter->drawText(box, int(alignment),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    }
    painter->restore();
}

void RunsDelegate::paintBack(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const PlotTheme& theme) const {
    const int run = index.data(RunsArrangement::RunRole).toInt();
    if (option.state & QStyle::State_Selected) {
        QColor back = theme.accent;
        back.setAlphaF(theme.isDark ? 0.24F : 0.14F);
        painter.fillRect(option.rect, back);
    } else if (run < 0) {
        painter.fillRect(option.rect, theme.window);
    }
    if (run >= 0 && run == m_hovered) {
        QColor back = theme.axis;
        back.setAlphaF(0.16F);
        painter.fillRect(option.rect, back);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QColor RunsDelegate::inkOf(const QModelIndex& index, const PlotTheme& theme) const {
    const RunRow* run = m_lines.runAt(index.row());
    if (run == nullptr) return theme.text;
    const bool isBroken = run->summary.phase == RunPhase::Diverged || run->summary.phase == RunPhase::Failed;
    if (isBroken && RunColumn(index.column()) == RunColumn::State) return theme.bad;
    return run->isShown ? theme.text : theme.secondary;
}

void RunsDelegate::paintName(QPainter& painter, const QRect& cell, const QModelIndex& index,
                             const PlotTheme& theme) const {
    const RunRow* run = m_lines.runAt(index.row());
    if (run == nullptr) return;
    const int depth = index.data(RunsArrangement::DepthRole).toInt();
    paintTick(painter, tickBox(cell, depth), run->isShown, theme);
    painter.setOpacity(run->isShown ? 1 : 0.45);
    const double middle = cell.top() + cell.height() / 2.0;
    const QRectF chip(afterTick(cell, depth), middle - chipSide / 2.0, chipSide, chipSide);
    paintRunChip(painter, chip, run->identity, theme);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintDash(painter, {chip.right() + gap, middle}, *run, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(1);

    QRect room(afterChip(cell, depth), cell.top(), 0, cell.height());
    room.setRight(cell.right() - sidePadding);
    QFont lettering = painter.font();
    lettering.setItalic(run->isGhost);
    painter.setFont(lettering);
    painter.setPen(inkOf(index, theme));
    const QString name = painter.fontMetrics().elidedText(run->identity.name, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, name);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + gap);
    painter.setPen(theme.secondary);
    const QString origin = index.data(RunsArrangement::OriginRole).toString();
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(origin, Qt::ElideRight, std::max(0, room.width())));
}

void RunsDelegate::paintGroup(QPainter& painter, const QRect& cell, const QModelIndex& index,
                              const PlotTheme& theme) const {
    const QRect fold = tickBox(cell, 0);
    paintFold(painter, fold, index.data(RunsArrangement::CollapsedRole).toBool(), theme);
    QRect room = cell.adjusted(fold.right() + 1 + gap - cell.left(), 0, -sidePadding, 0);
    painter.setPen(theme.text);
    const QString name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, name);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + gap);
    QFont plain = painter.font();
    plain.setBold(false);
    painter.setFont(plain);
    painter.setPen(theme.secondary);
    const QString count = index.data(RunsArrangement::OriginRole).toString();
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(count, Qt::ElideRight, std::max(0, room.width())));
}

QWidget* RunsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    auto* edit = new QLineEdit(parent);
    edit->setAccessibleName(runColumnTitle(RunColumn(index.column())));
    edit->setStyleSheet(QStringLiteral("QLineEdit { padding: 1px 4px; border-radius: 4px; }"));
    return edit;
}

void RunsDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* edit = qobject_cast<QLineEdit*>(editor);
    if (edit == nullptr || edit->isModified()) return;
    const QString text = index.data(Qt::EditRole).toString();
    if (edit->text() != text) edit->setText(text);
}

void RunsDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const {
    QRect box = option.rect.adjusted(1, 1, -1, -1);
    if (RunColumn(index.column()) == RunColumn::Name)
        box.setLeft(afterChip(option.rect, index.data(RunsArrangement::DepthRole).toInt()) - 6);
    editor->setGeometry(box);
}

bool RunsDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    const bool isClick = event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonDblClick ||
                         event->type() == QEvent::MouseButtonPress;
    if (!isClick || RunColumn(index.column()) != RunColumn::Name) return false;
    const QRect tick = tickBox(option.rect, index.data(RunsArrangement::DepthRole).toInt()).adjusted(-4, -4, 4, 4);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !tick.contains(mouse->position().toPoint())) return false;
    if (event->type() != QEvent::MouseButtonRelease) return true;  // neither selects nor renames
    if (index.data(RunsArrangement::RunRole).toInt() < 0) return false;
    const bool isShown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isShown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace collapsar
