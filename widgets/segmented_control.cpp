// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/segmented_control.h"

#include "widgets/plot_theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int sidePadding = 9;
constexpr int topPadding = 4;
constexpr double cornerRadius = 5;
constexpr double paler = 0.5;

enum class Place { Only, First, Middle, Last };

/// One of the joined buttons; draws its own share of the frame.
class SegmentButton : public QAbstractButton {
public:
    SegmentButton(const QString& text, Place place, QWidget* parent) : QAbstractButton(parent), m_place(place) {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    void setPending(bool isPending) {
        m_isPending = isPending;
        update();
    }

    QSize sizeHint() const override {
        QFont bold = font();
        bold.setBold(true);  // as wide as when chosen, so that nothing moves
        const QFontMetrics metrics(bold);
        return {metrics.horizontalAdvance(text()) + 2 * sidePadding, metrics.height() + 2 * topPadding};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const PlotTheme& theme = themeFor(ThemeMode::System, palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!isEnabled()) painter.setOpacity(paler);
        paintFrame(painter, theme);
        QFont lettering = font();
        lettering.setBold(isChecked());
        painter.setFont(lettering);
        painter.setPen(isChecked() ? (m_isPending ? theme.accent : theme.onAccent) : theme.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (!hasFocus()) return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isChecked() && !m_isPending ? theme.onAccent : theme.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
    }

private:
    void paintFrame(QPainter& painter, const PlotTheme& theme) const {
        // Rounded corners that a neighbour covers are pushed outside and clipped away; neighbours share one line.
        QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (m_place == Place::Middle || m_place == Place::Last) frame.setLeft(-cornerRadius);
        if (m_place == Place::First || m_place == Place::Middle) frame.setRight(width() + cornerRadius);
        QColor fill = underMouse() && isEnabled() ? theme.window : theme.card;
        if (isChecked()) fill = theme.accent;
        if (isChecked() && m_isPending) fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.setPen(QPen(theme.line, 1));
        painter.drawRoundedRect(frame, cornerRadius, cornerRadius);
        if (m_place == Place::Middle || m_place == Place::Last)
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, height() - 1));
    }

    Place m_place;
    bool m_isPending = false;
};

Place placeOf(int index, int count) {
    if (count == 1) return Place::Only;
    if (index == 0) return Place::First;
    return index == count - 1 ? Place::Last : Place::Middle;
}

}  // namespace

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent), m_buttons(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_buttons->setExclusive(false);  // showChoice decides; a group without any button down is possible
    connect(m_buttons, &QButtonGroup::idClicked, this, &SegmentedControl::choose);
}

void SegmentedControl::setSegments(const QList<Segment>& segments) {
    const auto old = m_buttons->buttons();
    for (QAbstractButton* button : old)
        delete button;
    m_keys.clear();
    for (int i = 0; i < segments.size(); ++i) {
        auto* button = new SegmentButton(segments[i].text, placeOf(i, static_cast<int>(segments.size())), this);
        button->setToolTip(segments[i].toolTip);
        button->installEventFilter(this);
        m_buttons->addButton(button, i);
        layout()->addWidget(button);
        m_keys << segments[i].key;
    }
    showChoice();
}

void SegmentedControl::setCurrent(const QString& key) {
    m_current = key;
    showChoice();
}

QString SegmentedControl::current() const {
    return m_keys.contains(m_current) ? m_current : QString();
}

void SegmentedControl::setPending(const QString& key) {
    m_pending = key;
    showChoice();
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            moveChoice(-1);
            return true;
        case Qt::Key_Right:
        case Qt::Key_Down:
            moveChoice(1);
            return true;
        case Qt::Key_Home:
            choose(0);
            return true;
        case Qt::Key_End:
            choose(static_cast<int>(m_keys.size()) - 1);
            return true;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

void SegmentedControl::choose(int index) {
    const QString key = m_keys.value(index);
    const bool hadFocus = isAncestorOf(focusWidget());
    const bool isNew = key != m_current;
    m_current = key;
    if (isNew) m_pending.clear();
    showChoice();
    if (hadFocus) m_buttons->button(index)->setFocus();
    if (isNew) Q_EMIT chosen(key);
}

void SegmentedControl::moveChoice(int step) {
    const int last = static_cast<int>(m_keys.size()) - 1;
    const int from = static_cast<int>(m_keys.indexOf(m_current));
    choose(std::clamp(from + step, 0, last));
}

void SegmentedControl::showChoice() {
    const int shown = static_cast<int>(m_keys.indexOf(m_current));
    for (int i = 0; i < m_keys.size(); ++i) {
        auto* button = static_cast<SegmentButton*>(m_buttons->button(i));
        button->setChecked(i == shown);
        button->setPending(i == shown && m_keys[i] == m_pending);
        const bool takesTab = i == std::max(shown, 0);  // one stop in the tab order; arrows do the rest
        button->setFocusPolicy(takesTab ? Qt::StrongFocus : Qt::ClickFocus);
        if (takesTab) setFocusProxy(button);
        button->setAccessibleName(accessibleName().isEmpty()
                                      ? button->text()
                                      : tr("%1: %2", "control: choice").arg(accessibleName(), button->text()));
    }
}

}  // namespace collapsar
