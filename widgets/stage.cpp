// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stage.h"

#include "widgets/run_card.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <numeric>

namespace collapsar {

namespace {

constexpr int gap = 8;
constexpr int sentencesUpTo = 4;  // runs

}  // namespace

Stage::Stage(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_more(new QLabel(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    m_more->setProperty("class", "secondary");
    m_more->setAlignment(Qt::AlignCenter);
    m_more->setWordWrap(true);
    m_more->hide();
}

void Stage::setRunCount(int count) {
    std::vector<int> runs(static_cast<std::size_t>(std::clamp(count, 0, maximumRuns)));
    std::iota(runs.begin(), runs.end(), 0);
    setRuns(runs);
}

void Stage::setRuns(const std::vector<int>& runs) {
    const std::size_t shown = std::min<std::size_t>(runs.size(), maximumRuns);
    std::map<int, RunCard*> kept;
    m_cards.clear();
    for (std::size_t place = 0; place < shown; ++place) {
        const auto found = m_cardOf.find(runs[place]);
        RunCard* card = found == m_cardOf.end() ? new RunCard(this) : found->second;
        if (found != m_cardOf.end()) m_cardOf.erase(found);
        kept[runs[place]] = card;
        m_cards << card;
    }
    for (const auto& [run, card] : m_cardOf)
        delete card;
    m_cardOf = std::move(kept);
    m_withoutCard = static_cast<int>(runs.size() - shown);
    arrange();
}

RunCard* Stage::card(int run) const {
    const auto found = m_cardOf.find(run);
    return found == m_cardOf.end() ? nullptr : found->second;
}

int Stage::columns(int runs) {
    if (runs <= 1) return 1;
    return runs <= 4 ? 2 : 3;
}

void Stage::arrange() {
    const int runs = static_cast<int>(m_cards.size());
    const int across = columns(runs);
    const int down = (runs + across - 1) / across;
    for (int i = 0; i < maximumRuns; ++i) {
        m_grid->setColumnStretch(i, i < across ? 1 : 0);
        m_grid->setRowStretch(i, i < down ? 1 : 0);
    }
    for (int i = 0; i < runs; ++i) {
        m_grid->addWidget(m_cards[i], i / across, i % across);
        m_cards[i]->setDensity(runs <= sentencesUpTo ? RunCard::Density::Full : RunCard::Density::Compact);
    }
    m_grid->addWidget(m_more, maximumRuns, 0, 1, across);
    m_more->setText(tr("%n more run(s) with curves only: hide one in the table of runs to see its picture here",
                       nullptr, m_withoutCard));
    m_more->setVisible(m_withoutCard > 0);
}

}  // namespace collapsar
