// SPDX-License-Identifier: GPL-3.0-or-later
/// The words table's header: a run's chip and name, the update whose weights wrote, and below what the sentences show.
#pragma once

#include "widgets/plot_theme.h"

#include <QHeaderView>

namespace collapsar {

class WordsModel;
struct WordsColumn;

class WordsHeader : public QHeaderView {
    Q_OBJECT

public:
    /// `themed`: whose palette tells light from dark. Both outlive this.
    WordsHeader(const WordsModel& model, const QWidget& themed, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    /// Lines under the name: 2 where what reconstructions show does not fit into one. Fixed by width, not by numbers.
    [[nodiscard]] int findingLines() const;

protected:
    void paintSection(QPainter* painter, const QRect& room, int section) const override;

private:
    [[nodiscard]] QFont smallFont() const;
    void paintRun(QPainter& painter, QRect room, const WordsColumn& column, const PlotTheme& theme) const;
    void paintFinding(QPainter& painter, const QRect& room, const WordsColumn& column, const PlotTheme& theme) const;

    const WordsModel& m_model;
    const QWidget& m_themed;
};

}  // namespace collapsar
