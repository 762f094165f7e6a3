// SPDX-License-Identifier: GPL-3.0-or-later
/// The run cards side by side: one, two columns, 2 x 2, 3 x 2. Further runs have curves but no card, and a line says
/// so.
#pragma once

#include <QList>
#include <QWidget>

#include <map>
#include <vector>

class QGridLayout;
class QLabel;

namespace collapsar {

class RunCard;

class Stage : public QWidget {
    Q_OBJECT

public:
    static constexpr int maximumRuns = 6;

    explicit Stage(QWidget* parent = nullptr);
    /// A card for each of these run numbers, in this order, at most maximumRuns. Cards that stay keep what they show.
    void setRuns(const std::vector<int>& runs);
    /// Runs 0 to count - 1.
    void setRunCount(int count);
    /// Null: the run has none.
    [[nodiscard]] RunCard* card(int run) const;
    /// In order of place.
    [[nodiscard]] const QList<RunCard*>& cards() const { return m_cards; }
    /// How many of the last setRuns() have no card.
    [[nodiscard]] int withoutCard() const { return m_withoutCard; }
    [[nodiscard]] static int columns(int runs);

private:
    void arrange();

    QGridLayout* m_grid = nullptr;
    QLabel* m_more = nullptr;
    std::map<int, RunCard*> m_cardOf;
    QList<RunCard*> m_cards;
    int m_withoutCard = 0;
};

}  // namespace collapsar
