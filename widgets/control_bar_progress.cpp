// SPDX-License-Identifier: GPL-3.0-or-later
// How far the runs are: the control bar's four labels.
#include "widgets/control_bar.h"
#include "widgets/display_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace collapsar {

namespace {

/// Whose inner loop the label shows: the run that is in one, or that had one.
bool isInnerRun(const RunState& state) {
    return state.step == StepPhase::Inner || state.settings.aggressive != Aggressive::Off;
}

/// The run that the label speaks of: still under way and furthest behind; else the last to end.
const RunState& slowest(const std::vector<RunState>& states) {
    const auto isBehind = [](const RunState& a, const RunState& b) {
        const bool aEnds = a.phase > RunPhase::Paused;
        const bool bEnds = b.phase > RunPhase::Paused;
        return aEnds != bEnds ? bEnds : a.at < b.at;
    };
    return *std::min_element(states.begin(), states.end(), isBehind);
}

QString bold(const QString& text) {
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

void reserve(QLabel& label, const QString& widest) {
    label.ensurePolished();
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest) + 2);
}

}  // namespace

void ControlBar::buildProgress() {
    m_progress = new QWidget;
    m_update = new QLabel;
    m_inner = new QLabel;
    m_rate = new QLabel;
    m_update->setTextFormat(Qt::RichText);
    m_left = new QLabel;
    for (QLabel* label : {m_inner, m_rate, m_left})
        label->setProperty("class", "secondary");
    m_progress->setAccessibleName(tr("Progress"));
    auto* cells = new QGridLayout(m_progress);
    cells->setContentsMargins(4, 0, 0, 0);
    cells->setHorizontalSpacing(8);
    cells->setVerticalSpacing(0);
    cells->addWidget(m_update, 0, 0);
    cells->addWidget(m_rate, 0, 1);
    cells->addWidget(m_inner, 1, 0);
    cells->addWidget(m_left, 1, 1);
    cells->setColumnStretch(2, 1);
    m_row->addWidget(m_progress);
}

void ControlBar::showProgress(const std::vector<RunState>& states) {
    const auto inner = std::find_if(states.begin(), states.end(), [](const RunState& s) { return isInnerRun(s); });
    showInner(inner == states.end() ? RunState() : *inner);
    showUpdate(states.empty() ? RunState() : slowest(states));
    m_progress->setVisible(!states.empty());
}

void ControlBar::showUpdate(const RunState& state) {
    const QString total = countText(state.totalUpdates);
    m_update->setText(tr("Update %1 / %2").arg(bold(countText(state.at.update)), total));
    constexpr int boldIsWider = 12;
    reserve(*m_update, tr("Update %1 / %2").arg(total, total));
    m_update->setMinimumWidth(m_update->minimumWidth() + boldIsWider);
    const bool isUnderWay = state.phase == RunPhase::Training;
    m_rate->setText(isUnderWay ? rateText(state.updatesPerSecond) : phaseText(state.phase));
    reserve(*m_rate, rateText(88'888));
    m_left->setText(isUnderWay ? tr("%1 left").arg(durationText(state.secondsLeft)) : QString());
    const bool hasSecondLine = !m_left->text().isEmpty() || !m_inner->text().isEmpty();
    for (QLabel* label : {m_inner, m_left})
        label->setVisible(hasSecondLine);  // else one line, in the middle
    m_progress->setMinimumHeight(m_update->sizeHint().height() + m_rate->sizeHint().height());
    static_cast<QGridLayout*>(m_progress->layout())->setColumnMinimumWidth(0, m_inner->minimumWidth());
    arrange();
}

void ControlBar::showInner(const RunState& state) {
    QString inner = innerText(state);
    const bool isAggressive = state.settings.aggressive != Aggressive::Off;
    if (inner.isEmpty() && isAggressive && state.lastInnerUpdates > 0) {
        inner = tr("inner took %1").arg(countText(state.lastInnerUpdates));
    }
    m_inner->setText(inner);
    RunState widest;
    widest.step = StepPhase::Inner;
    widest.at.inner = std::max(1, state.settings.innerLimit / 2);
    widest.settings = state.settings;
    reserve(*m_inner, innerText(widest));
}

QString ControlBar::progressText() const {
    QString update = m_update->text();
    update.remove(QLatin1String("<b>")).remove(QLatin1String("</b>"));
    QStringList parts{update, m_inner->text(), m_rate->text(), m_left->text()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

}  // namespace collapsar
