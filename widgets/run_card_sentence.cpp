// SPDX-License-Identifier: GPL-3.0-or-later
// What the card says under the plot, and the room kept for it.
#include "widgets/display_text.h"
#include "widgets/run_card.h"

#include <QLabel>
#include <QStackedWidget>

namespace collapsar {
namespace {

constexpr int sentenceMargin = 8;
constexpr int sentenceWide = 600;  // pixels from which two lines hold every usual sentence

}  // namespace

void RunCard::showSentence() {
    if (m_snapshot) rewordMeasured();
    const bool isMeasured = !m_measuredSentence.isEmpty();
    const bool hasFailed = m_state.phase == RunPhase::Diverged || m_state.phase == RunPhase::Failed;
    const bool speaksOfPhase = !m_isPast && (hasFailed || !isMeasured);
    const QString text = speaksOfPhase ? phaseSentence(m_state) : m_measuredSentence;
    const bool isOnPage = m_pages->currentIndex() == 1;
    m_sentence->setText(isOnPage ? QString() : text);
    const QString origin = m_originText.isEmpty() ? QString() : m_originText + QLatin1Char('\n');
    setToolTip(m_density == Density::Compact ? origin + text : QString());
}

/// Numbers of the newest snapshot in the words of the badge. While they contradict it the sentence stays as it was,
/// except before the first verdict and where one collapse turns into another under a remedy that does not help.
void RunCard::rewordMeasured() {
    if (isLanguageModel()) {
        m_measuredSentence =
            tr("A language model: without a latent there is no posterior to look at. Its ELBO is exactly "
               "log p(x), what a collapsed model falls back to.");
        return;
    }
    Verdict verdict = m_snapshot->verdict;
    const VerdictKind shown = m_latch.shown();
    const std::int64_t update = m_snapshot->values.at.update;
    const std::int64_t inVain =
        m_rescue.updatesInVain(shown, update) < 0 ? -1 : m_rescue.updatesInVain(verdict.kind, update);
    if (verdict.kind != shown && shown != VerdictKind::WarmingUp && inVain < 0) return;
    verdict.kind = shown;
    m_measuredSentence = verdictSentence(
        verdict, {.updatesSinceLateAggressive = inVain, .objectiveIsPlain = m_snapshot->objectiveIsPlain});
}

/// The sentence must not depend on where the cursor came from: of the newest picture that the badge agrees with.
void RunCard::rewordPast(std::span<const SnapshotPointer> pictures) {
    const SnapshotPointer newest = m_snapshot;
    m_measuredSentence.clear();
    for (auto picture = pictures.rbegin(); picture != pictures.rend() && m_measuredSentence.isEmpty(); ++picture) {
        m_snapshot = *picture;
        rewordMeasured();
    }
    m_snapshot = newest;
}

/// The same lines in every card of a width, so that all plots are equally tall and keep their size.
void RunCard::reserveSentence() {
    m_sentence->setMargin(sentenceMargin);
    m_sentence->ensurePolished();
    const int lines = width() >= sentenceWide ? 2 : 3;
    m_sentence->setMinimumHeight(lines * m_sentence->fontMetrics().lineSpacing() + 2 * sentenceMargin);
}

}  // namespace collapsar
