// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/control_bar.h"

#include "widgets/display_text.h"
#include "widgets/glyph_icon.h"
#include "widgets/plot_theme.h"
#include "widgets/segmented_control.h"

#include <QActionGroup>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace collapsar {

namespace {

constexpr int gap = 6;
constexpr int roomyWidth = 1500;  // from here on whole words fit
constexpr std::array axes{CurveAxis::Update, CurveAxis::EncoderUpdates, CurveAxis::Epoch, CurveAxis::Seconds};

bool canTrain(RunPhase phase) {
    return phase == RunPhase::Ready || phase == RunPhase::Paused;
}

template <class Predicate>
bool any(const std::vector<RunState>& states, Predicate predicate) {
    return std::any_of(states.begin(), states.end(), predicate);
}

QString sentenceCase(const QString& text) {
    return text.left(1).toUpper() + text.mid(1);
}

}  // namespace

ControlBar::ControlBar(QWidget* parent) : QWidget(parent) {
    setProperty("class", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_row = new QHBoxLayout;
    m_row->setSpacing(gap);
    m_second = new QHBoxLayout;
    auto* rows = new QVBoxLayout(this);
    rows->setSizeConstraint(QLayout::SetNoConstraint);  // minimumSizeHint knows better
    rows->setContentsMargins(12, 6, 12, 6);
    rows->setSpacing(4);
    rows->addLayout(m_row);
    rows->addLayout(m_second);
    buildStartAndSteps();
    addSeparator();
    connect(addButton(Button::Reset, tr("Reset"), tr("Start over with the same seed, as a new run")),
            &QPushButton::clicked, this, &ControlBar::resetRequested);
    connect(addButton(Button::Reseed, tr("Reseed"), tr("Start over with another seed, as a new run")),
            &QPushButton::clicked, this, &ControlBar::reseedRequested);
    addSeparator();
    buildPace();
    buildProgress();
    m_row->addStretch();
    buildXAxis();
    buildFollow();
    setXAxis(CurveAxis::Update);
    setPace(PaceChoice::Watch);
    setFollowing(true);
    setStates({});
}

QPushButton* ControlBar::addButton(Button which, const QString& text, const QString& help) {
    auto* button = new QPushButton(text);
    button->setToolTip(help);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->addWidget(button);
    m_buttons.insert(which, button);
    return button;
}

void ControlBar::addSeparator() {
    auto* line = new QFrame;
    line->setFixedWidth(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    m_row->addWidget(line);
}

void ControlBar::buildStartAndSteps() {
    QPushButton* start = addButton(Button::StartPause, tr("Resume"), {});
    start->setProperty("class", "primary");
    start->setIconSize({glyphSide, glyphSide});
    connect(start, &QPushButton::clicked, this, [this] {
        if (m_isTraining) {
            Q_EMIT pauseRequested();
        } else {
            Q_EMIT startRequested();
        }
    });
    int widest = 0;
    for (const QString& text : {tr("Start"), tr("Pause"), tr("Resume")}) {
        start->setText(text);
        start->setIcon(glyphIcon(Glyph::Start, Qt::white));
        start->ensurePolished();
        widest = std::max(widest, start->sizeHint().width());
    }
    start->setMinimumWidth(widest);

    auto* step = new QLabel(tr("Step"));
    step->setProperty("class", "secondary");
    m_row->addWidget(step);
    connect(
        addButton(Button::StepEncoder, tr("Encoder"), tr("One update of the encoder alone: points move up or down")),
        &QPushButton::clicked, this, &ControlBar::stepEncoderRequested);
    connect(addButton(Button::StepDecoder, tr("Decoder"), tr("One update of the decoder alone: points move sideways")),
            &QPushButton::clicked, this, &ControlBar::stepDecoderRequested);
    connect(addButton(Button::StepUpdate, tr("Update"), tr("One whole update, its inner loop included")),
            &QPushButton::clicked, this, &ControlBar::stepUpdateRequested);
    for (Button which : {Button::StepEncoder, Button::StepDecoder, Button::StepUpdate}) {
        m_buttons[which]->setAccessibleName(tr("Step %1").arg(m_buttons[which]->text()));
    }
}

void ControlBar::namePaces() {
    const bool isRoomy = width() >= roomyWidth;
    if (m_isRoomy == isRoomy && !m_pace->current().isEmpty()) return;
    m_isRoomy = isRoomy;
    const QString chosen = m_pace->current();
    m_pace->setSegments({{QStringLiteral("0"), tr("Slow"),
                          tr("One encoder or decoder update at a time, with a pause and a probe after each")},
                         {QStringLiteral("1"), tr("Watch"),
                          tr("Training waits for a probe every 1, 2, 5, 10, 20 ... updates; runs keep in step")},
                         {QStringLiteral("2"), isRoomy ? tr("Full speed") : tr("Full", "pace"),
                          tr("Full speed: training never waits; probes when there is time")}});
    if (!chosen.isEmpty()) m_pace->setCurrent(chosen);
}

void ControlBar::buildPace() {
    m_pace = new SegmentedControl;
    m_pace->setAccessibleName(tr("Pace"));
    namePaces();
    m_row->addWidget(m_pace);
    connect(m_pace, &SegmentedControl::chosen, this,
            [this](const QString& key) { Q_EMIT paceChosen(static_cast<PaceChoice>(key.toInt())); });
}

void ControlBar::buildXAxis() {
    auto* button = new QToolButton;
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("What the curves run over"));
    button->setStyleSheet(
        QStringLiteral("QToolButton { padding: 3px 18px 3px 12px; }"
                       "QToolButton::menu-indicator { subcontrol-position: right center; right: 6px; }"));
    auto* menu = new QMenu(button);
    m_xAxes = new QActionGroup(this);
    for (CurveAxis axis : axes) {
        QAction* action = menu->addAction(sentenceCase(axisTitle(axis)));
        action->setCheckable(true);
        action->setData(static_cast<int>(axis));
        m_xAxes->addAction(action);
    }
    connect(m_xAxes, &QActionGroup::triggered, this, [this](QAction* action) {
        const auto axis = static_cast<CurveAxis>(action->data().toInt());
        setXAxis(axis);
        Q_EMIT xAxisChosen(axis);
    });
    button->setMenu(menu);
    m_row->addWidget(button);
    m_buttons.insert(Button::XAxis, button);
}

void ControlBar::buildFollow() {
    QPushButton* follow =
        addButton(Button::Follow, tr("Follow"), tr("Plots keep showing the newest data, until one is zoomed or moved"));
    follow->setCheckable(true);
    follow->setIconSize({glyphSide, glyphSide});
    connect(follow, &QPushButton::clicked, this, [this] {
        setFollowing(true);  // one way: zooming or moving a plot is what ends following
        Q_EMIT followRequested();
    });
}

void ControlBar::setStates(const std::vector<RunState>& states) {
    m_isTraining = any(states, [](const RunState& state) { return state.phase == RunPhase::Training; });
    const bool canGoOn = any(states, [](const RunState& state) { return canTrain(state.phase); });
    const bool hasBegun = any(states, [](const RunState& state) { return state.at != Position(); });
    showStart(states);
    for (Button which : {Button::StepEncoder, Button::StepDecoder, Button::StepUpdate}) {
        m_buttons[which]->setEnabled(!m_isTraining && canGoOn);
    }
    m_buttons[Button::Reset]->setEnabled(hasBegun);
    m_buttons[Button::Reseed]->setEnabled(!states.empty());
    showProgress(states);
}

void ControlBar::showStart(const std::vector<RunState>& states) {
    const bool isPaused = any(states, [](const RunState& state) { return state.phase == RunPhase::Paused; });
    const bool canStart = any(states, [](const RunState& state) { return canTrain(state.phase); });
    auto* button = static_cast<QPushButton*>(m_buttons[Button::StartPause]);
    button->setText(m_isTraining ? tr("Pause") : isPaused ? tr("Resume") : tr("Start"));
    button->setToolTip(m_isTraining ? tr("Hold all runs after the update under way")
                                    : tr("Train all runs on the same batches"));
    button->setEnabled(m_isTraining || canStart);
    const PlotTheme& theme = themeFor(ThemeMode::System, palette());
    button->setIcon(
        glyphIcon(m_isTraining ? Glyph::Pause : Glyph::Start, button->isEnabled() ? theme.onAccent : theme.secondary));
}

void ControlBar::setPace(PaceChoice pace) {
    m_pace->setCurrent(QString::number(static_cast<int>(pace)));
}

void ControlBar::setXAxis(CurveAxis axis) {
    for (QAction* action : m_xAxes->actions()) {
        if (action->data().toInt() != static_cast<int>(axis)) continue;
        action->setChecked(true);
        auto* button = static_cast<QToolButton*>(m_buttons[Button::XAxis]);
        button->setText(tr("x: %1", "x axis").arg(action->text()));
        button->setAccessibleName(tr("x axis: %1").arg(action->text()));
    }
}

void ControlBar::setFollowing(bool isFollowing) {
    auto* button = static_cast<QPushButton*>(m_buttons[Button::Follow]);
    const PlotTheme& theme = themeFor(ThemeMode::System, palette());
    button->setChecked(isFollowing);
    button->setIcon(isFollowing ? glyphIcon(Glyph::Dot, theme.accent) : glyphIcon(Glyph::Ring, theme.text));
}

void ControlBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    namePaces();
    arrange();
}

void ControlBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_xAxes == nullptr) return;
    setFollowing(m_buttons[Button::Follow]->isChecked());
    const PlotTheme& theme = themeFor(ThemeMode::System, palette());
    auto* start = m_buttons[Button::StartPause];
    start->setIcon(
        glyphIcon(m_isTraining ? Glyph::Pause : Glyph::Start, start->isEnabled() ? theme.onAccent : theme.secondary));
}

QSize ControlBar::minimumSizeHint() const {
    // The progress can go to a second row, so the width of the buttons alone is enough.
    const QSize whole = QWidget::minimumSizeHint();
    const int progress = m_progressPlace == 0 ? m_progress->minimumSizeHint().width() + gap : 0;
    return {whole.width() - progress, whole.height()};
}

void ControlBar::arrange() {
    if (m_buttons.size() < 8) return;  // still being built
    const int buttons = minimumSizeHint().width();
    const int wanted = buttons + gap + m_progress->minimumSizeHint().width();
    const int place = width() >= wanted ? 0 : 1;
    if (place == m_progressPlace) return;
    m_progressPlace = place;
    if (place == 1) {
        m_row->removeWidget(m_progress);
        m_second->addWidget(m_progress);
    } else {
        m_second->removeWidget(m_progress);
        m_row->insertWidget(m_row->indexOf(m_pace) + 1, m_progress);
    }
    updateGeometry();
}

}  // namespace collapsar
