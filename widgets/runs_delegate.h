// SPDX-License-Identifier: GPL-3.0-or-later
/// Paints and edits the cells of the runs table: tick, chip, dash and name of a run; the whole line lights up.
#pragma once

#include "widgets/plot_theme.h"

#include <QStyledItemDelegate>

namespace collapsar {

class RunsArrangement;

class RunsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `themed`: whose palette tells light from dark. All outlive this.
    RunsDelegate(const RunsArrangement& lines, const QWidget& themed, QObject* parent);

    /// The run under the mouse, here or elsewhere; -1: none.
    void setHovered(int run) { m_hovered = run; }
    [[nodiscard]] int hovered() const { return m_hovered; }
    /// Where the tick of a line stands inside its cell.
    [[nodiscard]] static QRect tickBox(const QRect& cell, int depth);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    /// What was typed survives values that arrive meanwhile.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void paintBack(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const PlotTheme& theme) const;
    void paintName(QPainter& painter, const QRect& cell, const QModelIndex& index, const PlotTheme& theme) const;
    void paintGroup(QPainter& painter, const QRect& cell, const QModelIndex& index, const PlotTheme& theme) const;
    [[nodiscard]] QColor inkOf(const QModelIndex& index, const PlotTheme& theme) const;

    const RunsArrangement& m_lines;
    const QWidget& m_themed;
    int m_hovered = -1;
};

}  // namespace collapsar
