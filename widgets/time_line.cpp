// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_line.h"

#include "widgets/display_text.h"
#include "widgets/glyph_icon.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace collapsar {

namespace {

constexpr int tickMilliseconds = 33;
constexpr int manyPictures = 10;  // with Shift

constexpr ReplaySpeed speeds[] = {
    {ReplayUnit::Picture, 1},        {ReplayUnit::Picture, 3},         {ReplayUnit::Picture, 10},
    {ReplayUnit::Picture, 30},       {ReplayUnit::TrainingSpeed, 0.1}, {ReplayUnit::TrainingSpeed, 0.3},
    {ReplayUnit::TrainingSpeed, 1},  {ReplayUnit::TrainingSpeed, 3},   {ReplayUnit::TrainingSpeed, 10},
    {ReplayUnit::TrainingSpeed, 30}, {ReplayUnit::TrainingSpeed, 100}};

/// Room to grow into: the track changes its scale only now and then while training goes on.
std::int64_t roomyEnd(std::int64_t longest) {
    const double decade = std::pow(10.0, std::floor(std::log10(std::max<double>(10, static_cast<double>(longest)))));
    for (const double step : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
        if (step * decade >= 1.02 * static_cast<double>(longest)) return static_cast<std::int64_t>(step * decade);
    return static_cast<std::int64_t>(12.5 * decade);
}

QString speedText(const ReplaySpeed& speed) {
    const QString amount = QLocale().toString(speed.amount, 'g', 3);
    return speed.unit == ReplayUnit::Picture ? TimeLine::tr("%1/s", "pictures per second").arg(amount)
                                             : TimeLine::tr("%1x", "times the speed of training").arg(amount);
}

QString speedWords(const ReplaySpeed& speed) {
    const QString amount = QLocale().toString(speed.amount, 'g', 3);
    return speed.unit == ReplayUnit::Picture ? TimeLine::tr("%1 pictures per second").arg(amount)
                                             : TimeLine::tr("%1 times the speed of training").arg(amount);
}

template <class... Widgets>
bool isAny(const QObject* object) {
    return (... || (qobject_cast<const Widgets*>(object) != nullptr));
}

/// Kept once made wider, so that nothing beside it moves.
void reserveWidth(QWidget& widget) {
    widget.setMinimumWidth(std::max(widget.minimumWidth(), widget.sizeHint().width()));
}

}  // namespace

TimeLine::TimeLine(QWidget* parent) : QFrame(parent) {
    setProperty("class", "card");
    setFocusPolicy(Qt::NoFocus);
    buildPlay();
    buildSpeeds();
    m_track = new TimeTrack(this);
    buildState();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 10, 5);
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_track, 1);
    row->addWidget(m_state);
    row->addWidget(m_fork);
    row->addWidget(m_live);
    setFocusProxy(m_track);
    setAccessibleName(tr("Time line"));
    m_track->setAccessibleName(tr("Time line, updates"));
    connect(m_track, &TimeTrack::placeRequested, this, &TimeLine::goToUpdate);
    connect(m_track, &TimeTrack::turned, this, [this](int notches, Qt::KeyboardModifiers modifiers) {
        stepPictures(notches * (modifiers & Qt::ShiftModifier ? manyPictures : 1));
    });
    // Also what a screen reader sets; our own moves have set the cursor before.
    connect(m_track, &QSlider::valueChanged, this, [this](int update) {
        if (update != m_cursor.update) goToUpdate(update);
    });
    m_timer.setInterval(tickMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(static_cast<double>(m_sinceTick.restart())); });
    setRange(0, TrainingNow::Still);
}

void TimeLine::buildPlay() {
    m_play = new QToolButton(this);
    m_play->setObjectName(QStringLiteral("replayButton"));
    m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_play->setPopupMode(QToolButton::MenuButtonPopup);
    m_play->setIconSize({glyphSide, glyphSide});
    m_play->setFocusPolicy(Qt::TabFocus);
    m_play->setStyleSheet(
        QStringLiteral("QToolButton { padding: 5px 22px 5px 8px; }"
                       "QToolButton::menu-button { border: none; width: 18px; }"));
    connect(m_play, &QToolButton::clicked, this, [this] { isPlaying() ? pause() : play(); });
}

void TimeLine::buildSpeeds() {
    auto* menu = new QMenu(m_play);
    m_speeds = new QActionGroup(menu);
    for (const ReplaySpeed& speed : speeds) {
        if (speed.unit == ReplayUnit::TrainingSpeed && speed.amount == 0.1) menu->addSeparator();
        QAction* action = menu->addAction(speedWords(speed));
        action->setCheckable(true);
        action->setChecked(speed == m_clock.speed());
        action->setData(QVariant::fromValue(static_cast<int>(&speed - speeds)));
        m_speeds->addAction(action);
    }
    connect(m_speeds, &QActionGroup::triggered, this,
            [this](const QAction* action) { setSpeed(speeds[action->data().toInt()]); });
    m_play->setMenu(menu);
}

void TimeLine::buildState() {
    m_state = new QLabel(this);
    m_state->setProperty("class", "secondary");
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_fork = new QPushButton(tr("Continue from here"), this);
    m_fork->setObjectName(QStringLiteral("forkHereButton"));
    m_fork->setFocusPolicy(Qt::TabFocus);
    connect(m_fork, &QPushButton::clicked, this, [this] {
        pause();
        Q_EMIT forkHereRequested(m_cursor.update);
    });
    m_live = new QPushButton(this);
    m_live->setObjectName(QStringLiteral("liveButton"));
    m_live->setCheckable(true);
    m_live->setIconSize({glyphSide, glyphSide});
    m_live->setFocusPolicy(Qt::TabFocus);
    m_live->setToolTip(tr("Show the newest data as they come (End)"));
    connect(m_live, &QPushButton::clicked, this, [this] {
        goLive();
        showState();  // one way: moving the cursor is what ends it
    });
}

void TimeLine::setRange(std::int64_t longest, TrainingNow training) {
    m_longest = longest;
    m_training = training;
    if (m_cursor.isLive) m_cursor.update = longest;
    m_track->setReach(longest, training == TrainingNow::Going ? roomyEnd(longest) : longest);
    m_track->setPlace(std::min(m_cursor.update, longest));
    if (m_cursor.update > longest) setCursor({longest, true});
    showState();
}

void TimeLine::setTrainedRate(double updatesPerSecond) {
    m_clock.setTrainedRate(updatesPerSecond);
}

void TimeLine::setPictureStep(PictureStep step) {
    m_step = std::move(step);
}

void TimeLine::addMark(const TimeMark& mark) {
    m_track->addMark(mark);
}

void TimeLine::clearMarks(int run) {
    m_track->clearMarks(run);
}

void TimeLine::setTheme(const PlotTheme& theme) {
    m_theme = theme;
    setPalette(themePalette(theme));
    m_track->setTheme(theme);
    showState();
}

void TimeLine::setCursor(const TimeCursor& cursor) {
    pause();
    move(cursor);
}

void TimeLine::goLive() {
    setCursor({m_longest, true});
}

void TimeLine::goToUpdate(std::int64_t update) {
    setCursor({update, false});
}

void TimeLine::move(const TimeCursor& cursor) {
    const bool isLive = cursor.isLive || cursor.update >= m_longest;
    const TimeCursor next{isLive ? m_longest : std::max<std::int64_t>(0, cursor.update), isLive};
    if (next == m_cursor) return;
    if (next.isLive != m_cursor.isLive) isLive ? qApp->removeEventFilter(this) : qApp->installEventFilter(this);
    m_cursor = next;
    m_track->setPlace(next.update);
    showState();
    Q_EMIT cursorMoved(m_cursor);
}

void TimeLine::stepPictures(int pictures) {
    if (!m_step) return;
    const std::int64_t update = m_step(m_cursor.update, pictures);
    pictures > 0 ? (pause(), stepForwardOrLive(update)) : goToUpdate(update);
}

void TimeLine::stepForwardOrLive(std::int64_t update) {
    move({update, update <= m_cursor.update});
}

void TimeLine::jumpToMark(int direction) {
    const std::vector<TimeMark>& marks = m_track->marks();
    if (direction < 0) {
        const auto before = std::find_if(marks.rbegin(), marks.rend(),
                                         [this](const TimeMark& mark) { return mark.update < m_cursor.update; });
        goToUpdate(before == marks.rend() ? 0 : before->update);
    } else {
        const auto after = std::find_if(marks.begin(), marks.end(),
                                        [this](const TimeMark& mark) { return mark.update > m_cursor.update; });
        after == marks.end() ? goLive() : goToUpdate(after->update);
    }
}

void TimeLine::play() {
    if (isPlaying() || m_longest == 0) return;
    if (m_cursor.isLive) move({0, false});
    m_clock.reset();
    m_sinceTick.start();
    m_timer.start();
    showPlay();
    Q_EMIT playingChanged(true);
}

void TimeLine::pause() {
    if (!isPlaying()) return;
    m_timer.stop();
    showPlay();
    Q_EMIT playingChanged(false);
}

void TimeLine::setSpeed(const ReplaySpeed& speed) {
    m_clock.setSpeed(speed);
    for (QAction* action : m_speeds->actions())
        action->setChecked(speeds[action->data().toInt()] == speed);
    showPlay();
}

void TimeLine::advance(double milliseconds) {
    const std::int64_t passed = m_clock.advance(milliseconds);
    if (passed == 0) return;
    const bool isByPicture = m_clock.speed().unit == ReplayUnit::Picture && m_step;
    stepForwardOrLive(isByPicture ? m_step(m_cursor.update, static_cast<int>(passed)) : m_cursor.update + passed);
    if (m_cursor.isLive) pause();
}

QString TimeLine::stateText() const {
    const QString at = countText(m_cursor.update);
    const bool isGoing = m_training == TrainingNow::Going;
    if (m_cursor.isLive) return isGoing ? tr("live, update %1").arg(at) : tr("update %1").arg(at);
    const QString all = countText(m_longest);
    return isGoing ? tr("update %1 of %2, live goes on").arg(at, all) : tr("update %1 of %2").arg(at, all);
}

void TimeLine::showState() {
    const bool isLive = m_cursor.isLive;
    const bool isBehindLive = !isLive && m_training == TrainingNow::Going;
    const QString all = countText(m_longest);
    m_state->setText(tr("update %1 of %2").arg(all, all));
    reserveWidth(*m_state);
    m_state->setText(isLive ? tr("update %1").arg(all) : tr("update %1 of %2").arg(countText(m_cursor.update), all));
    m_live->setText(tr("Live goes on"));
    reserveWidth(*m_live);
    m_live->setText(isBehindLive ? tr("Live goes on") : tr("Live"));
    m_live->setChecked(isLive);
    m_live->setIcon(isLive ? glyphIcon(Glyph::Dot, m_theme.accent) : glyphIcon(Glyph::Ring, m_theme.text));
    m_fork->setEnabled(!isLive && m_longest > 0);
    m_fork->setToolTip(
        isLive
            ? tr("Move the cursor back first: at the newest update the runs go on by themselves")
            : tr("Train on from update %1 as a fork; the run itself stays as it is").arg(countText(m_cursor.update)));
    m_play->setEnabled(m_longest > 0);
    m_track->setEnabled(m_longest > 0);
    m_track->setAccessibleDescription(stateText());
    setAccessibleDescription(stateText());
    showPlay();
}

void TimeLine::showPlay() {
    m_play->setIcon(glyphIcon(isPlaying() ? Glyph::Pause : Glyph::Start, m_theme.text));
    m_play->setText(speedText(m_clock.speed()));
    reserveWidth(*m_play);
    const QString what = isPlaying()       ? tr("Pause the replay (Space)")
                         : m_cursor.isLive ? tr("Replay from the beginning")
                                           : tr("Replay from here (Space)");
    m_play->setToolTip(what + QStringLiteral("\n") + speedWords(m_clock.speed()));
    m_play->setAccessibleName(isPlaying() ? tr("Pause the replay") : tr("Replay"));
}

void TimeLine::keyPressEvent(QKeyEvent* event) {
    const bool isLeft = event->key() == Qt::Key_Left;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (event->modifiers() & Qt::ControlModifier) return jumpToMark(isLeft ? -1 : 1);
            return stepPictures((isLeft ? -1 : 1) * (event->modifiers() & Qt::ShiftModifier ? manyPictures : 1));
        case Qt::Key_Home:
            return goToUpdate(0);
        case Qt::Key_End:
            return goLive();
        default:
            QFrame::keyPressEvent(event);
    }
}

/// Installed on the application while the cursor is not live.
bool TimeLine::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (!takesWindowKey(watched, *key)) return false;
    key->accept();
    if (event->type() == QEvent::ShortcutOverride) return true;
    if (key->key() == Qt::Key_End)
        goLive();
    else if (!key->isAutoRepeat())
        isPlaying() ? pause() : play();
    return true;
}

bool TimeLine::takesWindowKey(QObject* watched, const QKeyEvent& key) const {
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (widget == nullptr || widget->window() != window() || key.modifiers() != Qt::NoModifier) return false;
    if (isAny<QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox>(widget)) return false;
    if (key.key() == Qt::Key_Space) return !isAny<QAbstractButton>(widget);
    return key.key() == Qt::Key_End && (widget == m_track || !isAny<QAbstractItemView, QAbstractSlider>(widget));
}

}  // namespace collapsar
