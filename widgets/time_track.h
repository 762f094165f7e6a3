// SPDX-License-Identifier: GPL-3.0-or-later
/// The track of the time line: where the runs are, where the cursor is, and what happened when.
#pragma once

#include "widgets/plot_theme.h"
#include "widgets/time_cursor.h"

#include <QSlider>

#include <cstdint>
#include <vector>

namespace collapsar {

enum class TimeMarkKind {
    Switch,      ///< somebody changed a setting or gave a command
    Decision,    ///< the run did: end of the burn-in, cut of the learning rate, divergence
    Checkpoint,  ///< drawn small
};

struct TimeMark {
    int run = 0;
    TimeMarkKind kind = TimeMarkKind::Switch;
    std::int64_t update = 0;
    QString text;    ///< "Basic: KL weight 0.9 to 1"
    int colour = 0;  ///< RunIdentity::index
};

/// Value and keys are the time line's affair: this draws, and tells where the pointer wants the cursor. A slider, so
/// that screen readers have its value.
class TimeTrack : public QSlider {
    Q_OBJECT

public:
    explicit TimeTrack(QWidget* parent = nullptr);

    /// `reach`: the furthest update there is. `end`: of the track, at least `reach`.
    void setReach(std::int64_t reach, std::int64_t end);
    void setPlace(std::int64_t update);
    void setTheme(const PlotTheme& theme);
    void addMark(const TimeMark& mark);
    /// -1: of all runs.
    void clearMarks(int run);
    [[nodiscard]] const std::vector<TimeMark>& marks() const { return m_marks; }  ///< sorted by update
    /// Every mark under the pointer, a line each; else the update there.
    [[nodiscard]] QString textAt(const QPoint& position) const;
    [[nodiscard]] int pixelOf(std::int64_t update) const;
    /// Between 0 and `reach`; the last pixels before `reach` are `reach`.
    [[nodiscard]] std::int64_t updateAt(int pixel) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Pressed or dragged to.
    void placeRequested(std::int64_t update);
    /// The wheel, up is positive.
    void turned(int notches, Qt::KeyboardModifiers modifiers);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void paintMark(QPainter& painter, const TimeMark& mark) const;

    PlotTheme m_theme = lightTheme();
    std::vector<TimeMark> m_marks;
    std::int64_t m_reach = 0;
    std::int64_t m_end = 1;
    std::int64_t m_waitingEnd = 0;  ///< the track keeps its scale while the handle is held
};

}  // namespace collapsar
