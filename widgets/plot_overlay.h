// SPDX-License-Identifier: GPL-3.0-or-later
/// Small things that lie over a plot without being part of it: the read-out beside the pointer and the focus ring.
#pragma once

#include "widgets/plot_theme.h"

#include <QLabel>

namespace collapsar {

/// Where a box of this size goes: beside the anchor on the side with room (else above or below it), inside `room`, and
/// never over the anchor while that is possible.
[[nodiscard]] QRect placeBeside(const QPoint& anchor, const QSize& size, const QSize& room);

/// Rich text in a small box, transparent for the mouse. It lies over the whole window, so that it fits beside small
/// plots, and goes with its owner.
class PlotReadout : public QLabel {
    Q_OBJECT

public:
    explicit PlotReadout(QWidget* owner);

    void setTheme(const PlotTheme& theme);
    /// Beside `anchor`, in the owner's coordinates.
    void showAt(const QPoint& anchor, const QString& html);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_owner;
};

/// A line around the parent while `watched` has the keyboard focus.
class FocusRing : public QWidget {
    Q_OBJECT

public:
    FocusRing(QWidget* parent, QWidget* watched);

    void setColour(const QColor& colour);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour;
};

}  // namespace collapsar
