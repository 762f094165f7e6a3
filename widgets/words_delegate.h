// SPDX-License-Identifier: GPL-3.0-or-later
/// Paints the cells of the words table: words that agree with the original plain, the others paler, sentences that z
/// had no part in italic and marked. Long sentences wrap to a few lines, then end in dots.
#pragma once

#include "widgets/plot_theme.h"

#include <QStyledItemDelegate>

class QTextLayout;

namespace collapsar {

class WordsModel;

class WordsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int mostLines = 3;

    /// `themed`: whose palette tells light from dark. Both outlive this.
    WordsDelegate(const WordsModel& model, const QWidget& themed, QObject* parent);

    /// Of one cell at that width, 1 to mostLines lines.
    [[nodiscard]] int heightFor(const QModelIndex& index, const QFont& font, int width) const;
    [[nodiscard]] int lineHeight(const QFont& font) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Cell;
    [[nodiscard]] Cell cellOf(const QModelIndex& index, const QFont& font, const PlotTheme& theme) const;
    void paintCell(QPainter& painter, const QRect& room, const Cell& cell, const PlotTheme& theme) const;

    const WordsModel& m_model;
    const QWidget& m_themed;
};

}  // namespace collapsar
