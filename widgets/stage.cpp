// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stage.h"

#include "widgets/run_card.h"

#include <QGridLayout>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int gap = 10;
constexpr int sentencesUpTo = 4;  // with more runs the sentences are shown on hover

}  // namespace

Stage::Stage(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
}

void Stage::setRunCount(int count) {
    const int wanted = std::clamp(count, 0, maximumRuns);
    while (m_cards.size() > wanted)
        delete m_cards.takeLast();
    while (m_cards.size() < wanted)
        m_cards << new RunCard(this);
    arrange();
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
}

}  // namespace collapsar
