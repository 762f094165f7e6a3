// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the stage and of the side column: which runs have one, and what it is connected with.
#include "app/run_moment.h"
#include "app/stage_presenter.h"
#include "widgets/display_text.h"
#include "widgets/event_list.h"
#include "widgets/posterior_plot.h"
#include "widgets/stage.h"
#include "widgets/switches_card.h"

#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {
namespace {

/// Empty: no fork.
QString originOf(const RunView& view, const std::vector<RunView>& runs) {
    if (view.parentId.empty() && view.parentRun < 0) {
        return {};
    }
    const QString at = countText(view.parentAt.update);
    if (view.parentRun < 0 || view.parentRun >= static_cast<int>(runs.size())) {
        return StagePresenter::tr("fork at %1").arg(at);
    }
    return StagePresenter::tr("from %1 at %2", "a fork: parent, update")
        .arg(QString::fromStdString(runs[view.parentRun].plan.name), at);
}

}  // namespace

void StagePresenter::arrangeCards() {
    std::vector<int> shown;
    for (int run = 0; run < static_cast<int>(m_shown.size()); ++run) {
        if (m_shown[run].isShown && !m_shown[run].isGhost) {
            shown.push_back(run);
        }
    }
    std::vector<int> fresh;
    for (const int run : std::span(shown).first(std::min<std::size_t>(shown.size(), Stage::maximumRuns))) {
        if (m_views.stage->card(run) == nullptr) {
            fresh.push_back(run);
        }
    }
    m_views.stage->setRuns(shown);
    for (const int run : fresh) {
        connectCard(run);
    }
    shown.resize(std::min<std::size_t>(shown.size(), Stage::maximumRuns));
    arrangeSwitches(shown);
    showIdentities();
    for (const int run : fresh) {
        fillCard(run);
    }
    shareReach();
}

void StagePresenter::connectCard(int run) {
    RunCard* card = m_views.stage->card(run);
    card->setTheme(*m_theme);
    card->plot()->setTrailsVisible(m_hasTrails);
    card->plot()->setStaircase(m_hasStaircase);
    connect(card->plot(), &PosteriorPlot::followChanged, this, &StagePresenter::showFollow);
    connect(card->plot(), &PosteriorPlot::followChanged, this, &StagePresenter::lookChanged);
    connect(card->plot(), &PosteriorPlot::movedByUser, this, &StagePresenter::lookChanged);
    connect(card->plot(), &PosteriorPlot::probeHovered, this, [this](int probe) {
        for (RunCard* other : m_views.stage->cards()) {
            other->plot()->highlightProbe(probe);
        }
    });
    connect(card, &RunCard::cancelRequested, this, [this, run] { m_session.stop(run); });
    connect(card, &RunCard::nameEdited, this, [this, run](const QString& name) {
        Q_EMIT renameRequested(run, name);
        showIdentities();
    });
}

/// Cards of these runs, in this order; others go.
void StagePresenter::arrangeSwitches(const std::vector<int>& runs) {
    for (auto entry = m_switches.begin(); entry != m_switches.end();) {
        if (std::find(runs.begin(), runs.end(), entry->first) != runs.end()) {
            ++entry;
            continue;
        }
        m_views.switches->removeWidget(entry->second);
        entry->second->hide();
        entry->second->deleteLater();
        entry = m_switches.erase(entry);
    }
    int place = 0;
    for (const int run : runs) {
        if (!m_switches.contains(run)) {
            m_switches[run] = makeSwitches(run);
            m_views.switches->insertWidget(place, m_switches[run]);
        }
        ++place;
    }
}

SwitchesCard* StagePresenter::makeSwitches(int run) {
    auto* card = new SwitchesCard;
    card->setTheme(*m_theme);
    connect(card, &SwitchesCard::interventionRequested, this,
            [this, run](const Intervention& intervention) { intervene(run, intervention); });
    connect(card, &SwitchesCard::actionRequested, this, [this, run](Action action) {
        Intervention intervention;
        intervention.action = action;
        intervene(run, intervention);
    });
    return card;
}

/// What is known already: nothing for a fresh run, everything for one that was opened.
void StagePresenter::fillCard(int run) {
    RunCard* card = m_views.stage->card(run);
    if (card == nullptr) {
        return;
    }
    const RunView& view = m_session.runs()[run];
    card->setOrigin(originOf(view, m_session.runs()));
    card->setProbeTexts(view.probes);
    card->setState(view.state);
    showMoment(run);
    showSwitches(run);
    shareReach();
}

void StagePresenter::showIdentities() {
    QList<RunIdentity> identities;
    for (int run = 0; run < static_cast<int>(m_shown.size()); ++run) {
        const RunView& view = m_session.runs()[run];
        identities.append(runIdentity(run, view));
        if (RunCard* card = m_views.stage->card(run)) {
            card->setIdentity(identities.back());
            card->setOrigin(originOf(view, m_session.runs()));
        }
        if (const auto found = m_switches.find(run); found != m_switches.end()) {
            found->second->setIdentity(identities.back());
        }
    }
    m_views.events->setRuns(identities);
}

std::vector<SwitchesCard*> StagePresenter::switches() const {
    std::vector<SwitchesCard*> cards;
    for (const auto& [run, card] : m_switches) {
        cards.push_back(card);
    }
    return cards;
}

void StagePresenter::intervene(int run, const Intervention& intervention) {
    const Result<void> done = m_session.intervene(run, intervention);
    if (const auto card = m_switches.find(run); !done && card != m_switches.end()) {
        card->second->setRefused(QString::fromStdString(intervention.field), errorText(done.error()));
    }
}

}  // namespace collapsar
