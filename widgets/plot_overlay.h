// SPDX-License-Identifier: GPL-3.0-or-later
/// Small things that lie over a plot without being part of it: the read-out beside the pointer and the focus ring.
#pragma once

#include "widgets/plot_theme.h"

#include <QLabel>

namespace collapsar {

/// Rich text in a small box; transparent for the mouse.
class PlotReadout : public QLabel {
    Q_OBJECT

public:
    explicit PlotReadout(QWidget* parent);

    void setTheme(const PlotTheme& theme);
    /// Beside `anchor` (in the parent's coordinates), on the side with room, never outside the parent.
    void showAt(const QPoint& anchor, const QString& html);
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
