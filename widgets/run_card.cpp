// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/run_card.h"

#include "widgets/display_text.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace collapsar {

namespace {

constexpr int progressSteps = 1000;

void keepFinite(double& kept, double value) {
    if (std::isfinite(value)) kept = value;
}

QFrame* horizontalLine() {
    auto* line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

}  // namespace

RunCard::RunCard(QWidget* parent) : QFrame(parent) {
    setProperty("class", "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 1);
    column->setSpacing(4);
    column->addLayout(makeHeader());
    column->addLayout(makeNumbers());

    m_pages = new QStackedWidget;
    m_plot = new PosteriorPlot;
    m_pages->addWidget(m_plot);
    m_pages->addWidget(makePreparing());
    column->addWidget(m_pages, 1);

    auto* line = horizontalLine();
    m_sentence = new QLabel;
    m_sentence->setProperty("class", "secondary");
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(line);
    column->addWidget(m_sentence);
    clear();
}

void RunCard::buildName() {
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Name of the run"));
    m_name->setToolTip(tr("Click to rename the run"));
    m_name->setStyleSheet(
        QStringLiteral("QLineEdit { background: transparent; border-color: transparent; padding: 0 2px;"
                       " font-weight: bold; font-size: 14px; border-radius: 4px; }"
                       "QLineEdit:hover { border-color: palette(mid); }"
                       "QLineEdit:focus { border-color: palette(highlight); }"));
    m_name->setMaxLength(60);
    m_name->installEventFilter(this);
    connect(m_name, &QLineEdit::textChanged, this, &RunCard::fitName);
    connect(m_name, &QLineEdit::editingFinished, this, &RunCard::commitName);
}

QLayout* RunCard::makeHeader() {
    buildName();
    m_chip = new RunChip;
    m_badge = new QLabel;
    m_badge->setAccessibleName(tr("Verdict"));
    m_update = new QLabel;
    m_update->setProperty("class", "secondary");
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(6);
    row->addWidget(m_chip);
    row->addWidget(m_name, 1);
    row->addWidget(m_badge);
    row->addStretch();
    row->addWidget(m_update);
    return row;
}

QLabel* RunCard::addNumber(QLayout* row, const QString& title) {
    auto* heading = new QLabel(title);
    heading->setProperty("class", "secondary");
    auto* number = new QLabel;
    number->setProperty("class", "number");
    number->setAccessibleName(title);
    row->addWidget(heading);
    row->addWidget(number);
    static_cast<QHBoxLayout*>(row)->addSpacing(8);
    return number;
}

QLayout* RunCard::makeNumbers() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(4);
    m_kl = addNumber(row, tr("KL"));
    m_mi = addNumber(row, tr("MI"));
    m_active = addNumber(row, tr("active"));
    m_lag = addNumber(row, tr("lag"));
    m_origin = new QLabel;
    m_origin->setProperty("class", "secondary");
    m_origin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_origin->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_origin->installEventFilter(this);
    row->addWidget(m_origin, 1);
    m_kl->setToolTip(tr("KL from the approximate posterior to the prior, nats per example, validation data"));
    m_active->setToolTip(tr("Active units: latent dimensions whose posterior mean varies over the data"));
    m_lag->setToolTip(
        tr("How far inference lags: mean KL from the approximate to the true posterior over the probes, nats"));
    return row;
}

/// So that nothing beside a number moves when it grows by a digit; many cards have no room for that.
void RunCard::reserveNumbers() {
    const QString widest = QStringLiteral("00.00");
    const bool isFull = m_density == Density::Full;
    for (const auto& [number, text] : {std::pair{m_kl, widest}, std::pair{m_mi, widest},
                                       std::pair{m_active, QStringLiteral("0/0")}, std::pair{m_lag, lagText(widest)}}) {
        number->ensurePolished();
        QFont bold = number->font();
        bold.setBold(true);
        number->setMinimumWidth(isFull ? QFontMetrics(bold).horizontalAdvance(text) : 0);
    }
    showNumbers();
    showUpdate();
}

/// Few cards have room for the unit; the tool tip has it always.
QString RunCard::lagText(const QString& number) const {
    return m_density == Density::Full ? tr("%1 nats").arg(number) : number;
}

QWidget* RunCard::makePreparing() {
    auto* page = new QWidget;
    m_preparingText = new QLabel;
    m_preparingText->setAlignment(Qt::AlignCenter);
    m_preparingText->setWordWrap(true);
    m_preparingText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar;
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(320);
    m_progress->setAccessibleName(tr("Preparing"));
    m_cancel = new QPushButton(tr("Cancel"));
    connect(m_cancel, &QPushButton::clicked, this, &RunCard::cancelRequested);

    auto* bar = new QHBoxLayout;
    bar->addStretch(1);
    bar->addWidget(m_progress, 4);
    bar->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 8, 24, 8);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(m_preparingText);
    column->addLayout(bar);
    column->addWidget(m_cancel, 0, Qt::AlignHCenter);
    column->addStretch();
    return page;
}

void RunCard::setIdentity(const RunIdentity& identity) {
    m_identity = identity;
    m_chip->setIdentity(identity);
    m_plot->setIdentity(identity);
    const bool isOther = m_name->text() != identity.name;  // the same again would show its end
    if (isOther && !m_name->hasFocus()) m_name->setText(identity.name);
    setAccessibleName(tr("Run %1").arg(identity.name));
}

void RunCard::setTheme(const PlotTheme& theme) {
    setPalette(themePalette(theme));
    m_plot->setTheme(theme);
}

void RunCard::setDensity(Density density) {
    m_density = density;
    m_sentence->setVisible(density == Density::Full);
    reserveNumbers();
    showSentence();
}

void RunCard::setMeasurement(const Measurement& measurement) {
    m_shown.at = measurement.at;
    for (double Measurement::*value : {&Measurement::kl, &Measurement::miFull, &Measurement::miBatch,
                                       &Measurement::activeUnits, &Measurement::lag}) {
        keepFinite(m_shown.*value, measurement.*value);
    }
    showNumbers();
    showUpdate();
}

void RunCard::setSnapshot(const SnapshotPointer& snapshot, SnapshotArrival arrival) {
    if (!snapshot) return;
    m_snapshot = snapshot;
    m_plot->setSnapshot(snapshot);
    if (arrival == SnapshotArrival::Settled) {
        m_latch.settle(snapshot->verdict.kind);
    } else if (m_state.phase != RunPhase::Diverged) {
        m_latch.feed(*snapshot);
    }
    setMeasurement(snapshot->values);
    showVerdict();
}

void RunCard::setProbeTexts(const ProbeTexts& texts) {
    m_plot->setProbeTexts(texts);
}

void RunCard::addEvent(const Event& event) {
    m_rescue.note(event);
}

void RunCard::clear() {
    m_state = RunState();
    m_state.phase = RunPhase::Ready;
    m_shown = Measurement();
    m_snapshot.reset();
    m_measuredSentence.clear();
    m_latch.clear();
    m_rescue.clear();
    m_isPast = false;
    m_plot->clear();
    setState(m_state);
}

QString RunCard::sentence() const {
    return m_sentence->text();
}

bool RunCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_origin && event->type() == QEvent::Resize) fitOrigin();
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched != m_name || !isEscape) return QFrame::eventFilter(watched, event);
    m_name->setText(m_identity.name);
    m_name->clearFocus();
    return true;
}

void RunCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    reserveSentence();
}

void RunCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (m_sentence != nullptr && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        reserveSentence();
}

void RunCard::fitName() {
    m_name->ensurePolished();
    constexpr int frame = 10;
    constexpr int least = 60;  // a long name gives way before the window grows; its tool tip has it whole
    const int whole = m_name->fontMetrics().horizontalAdvance(m_name->text()) + frame;
    m_name->setMinimumWidth(std::min(whole, least));
    m_name->setMaximumWidth(whole);
    m_name->setToolTip(tr("Click to rename the run") + QStringLiteral("\n") + m_name->text());
    if (!m_name->hasFocus()) m_name->setCursorPosition(0);
}

void RunCard::commitName() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) m_name->setText(m_identity.name);
    m_name->clearFocus();
    if (name.isEmpty() || name == m_identity.name) return;
    m_identity.name = name;
    Q_EMIT nameEdited(name);
}

void RunCard::showNumbers() {
    const bool hasFull = std::isfinite(m_shown.miFull);
    m_kl->setText(numberText(m_shown.kl, 2));
    m_mi->setText(numberText(hasFull ? m_shown.miFull : m_shown.miBatch, 2));
    m_mi->setToolTip(hasFull ? tr("Mutual information of data and latent over the evaluated examples, nats")
                             : tr("Mutual information of data and latent inside each batch as published, nats"));
    const int latent = m_snapshot ? m_snapshot->latent : m_state.settings.latent;
    m_active->setText(
        isLanguageModel()
            ? numberText(notMeasured, 0)
            : tr("%1/%2", "active units of all").arg(numberText(m_shown.activeUnits, 0), countText(latent)));
    const QString lag = numberText(m_shown.lag, 2);
    m_lag->setText(std::isfinite(m_shown.lag) ? lagText(lag) : lag);
}

}  // namespace collapsar
