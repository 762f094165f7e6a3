// SPDX-License-Identifier: GPL-3.0-or-later
/// The run cards side by side: one, two columns, 2 x 2, 3 x 2.
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace collapsar {

class RunCard;

class Stage : public QWidget {
    Q_OBJECT

public:
    static constexpr int maximumRuns = 6;

    explicit Stage(QWidget* parent = nullptr);
    /// Adds or removes cards at the end; those that stay keep what they show. 0..6.
    void setRunCount(int count);
    [[nodiscard]] RunCard* card(int run) const { return m_cards.value(run); }
    [[nodiscard]] const QList<RunCard*>& cards() const { return m_cards; }
    [[nodiscard]] static int columns(int runs);

private:
    void arrange();

    QGridLayout* m_grid = nullptr;
    QList<RunCard*> m_cards;
};

}  // namespace collapsar
