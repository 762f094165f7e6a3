// SPDX-License-Identifier: GPL-3.0-or-later
// What the card shows when: live, ended, or at a time cursor in the past.
#include "widgets/display_text.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>

#include <cmath>

namespace collapsar {
namespace {

void restyle(QWidget& widget, const char* name, const char* value) {
    if (widget.property(name).toString() == QLatin1String(value)) return;
    widget.setProperty(name, QString::fromLatin1(value));
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

const char* badgeProperty(VerdictTone tone) {
    switch (tone) {
        case VerdictTone::Good:
            return "good";
        case VerdictTone::Bad:
            return "bad";
        case VerdictTone::Neutral:
            break;
    }
    return "neutral";
}

bool hasEnded(RunPhase phase) {
    return phase == RunPhase::Finished || phase == RunPhase::Stopped;
}

}  // namespace

void RunCard::setState(const RunState& state) {
    const bool isNewPhase = state.phase != m_state.phase;
    m_state = state;
    if (!m_isPast) {
        if (state.phase == RunPhase::Diverged) m_latch.settle(VerdictKind::Diverged);
        if (isNewPhase && hasEnded(state.phase) && m_snapshot) m_latch.settle(m_snapshot->verdict.kind);
    }
    showPhase();
    showUpdate();
    showNumbers();
    showVerdict();
}

void RunCard::showMoment(const CardMoment& moment) {
    const bool wasPast = m_isPast;
    m_isPast = !moment.cursor.isLive && moment.cursor.update < m_state.at.update;
    m_rescue.clear();
    for (const Event& event : moment.events)
        if (!m_isPast || event.at.update <= moment.cursor.update) m_rescue.note(event);
    m_latch.follow(moment.pictures);
    m_snapshot = moment.pictures.empty() ? nullptr : moment.pictures.back();
    if (!m_isPast && m_state.phase == RunPhase::Diverged) m_latch.settle(VerdictKind::Diverged);
    if (!m_isPast && hasEnded(m_state.phase) && m_snapshot) m_latch.settle(m_snapshot->verdict.kind);
    m_shown = moment.numbers;
    m_plot->showHistory(moment.pictures);
    rewordPast(moment.pictures);
    if (wasPast != m_isPast || !m_snapshot) showPhase();
    showNumbers();
    showUpdate();
    showVerdict();
}

void RunCard::setOrigin(const QString& text) {
    m_originText = text;
    m_origin->setToolTip(text);
    fitOrigin();
    showSentence();
}

void RunCard::fitOrigin() {
    m_origin->setText(m_origin->fontMetrics().elidedText(m_originText, Qt::ElideRight, m_origin->width()));
}

QString RunCard::updateText() const {
    return m_update->text();
}

void RunCard::showUpdate() {
    const std::int64_t measured = m_shown.at.update;
    const QString update =
        countText(m_isPast || m_state.phase == RunPhase::Training || measured > 0 ? measured : m_state.at.update);
    if (m_isPast) {
        m_update->setText(tr("update %1").arg(update));
        return;
    }
    switch (m_state.phase) {
        case RunPhase::Training:
            m_update->setText(tr("update %1").arg(update));
            break;
        case RunPhase::Ready:
        case RunPhase::Preparing:
        case RunPhase::Failed:
            m_update->setText(phaseText(m_state.phase));
            break;
        default:  // many cards have room for the phase alone
            m_update->setText(
                m_density == Density::Compact
                    ? phaseText(m_state.phase)
                    : tr("%1 · update %2", "phase of the run, and where").arg(phaseText(m_state.phase), update));
            m_update->setToolTip(tr("update %1").arg(update));
    }
}

void RunCard::showVerdict() {
    const VerdictKind shown = m_latch.shown();
    const bool hasVerdict = m_snapshot || shown == VerdictKind::Diverged;
    m_badge->setVisible(hasVerdict);
    m_badge->setText(isLanguageModel() ? tr("Language model") : verdictWord(shown));
    restyle(*m_badge, "badge", badgeProperty(verdictTone(shown)));
    showSentence();
}

void RunCard::showPhase() {
    const bool isPreparing = !m_isPast && m_state.phase == RunPhase::Preparing;
    const bool hasNothing = isPreparing || (!m_isPast && m_state.phase == RunPhase::Failed && !m_snapshot);
    m_pages->setCurrentIndex(hasNothing ? 1 : 0);
    m_preparingText->setText(phaseSentence(m_state));
    m_progress->setVisible(isPreparing);
    m_progress->setValue(static_cast<int>(std::lround(m_state.progress * m_progress->maximum())));
    m_cancel->setVisible(isPreparing);
    m_plot->setEmptyText(m_isPast ? tr("Nothing was measured up to this update") : phaseSentence(m_state));
}

}  // namespace collapsar
