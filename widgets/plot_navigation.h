// SPDX-License-Identifier: GPL-3.0-or-later
/// Following the data, and the hands of the user: wheel zooms about the pointer, drag pans, double click fits. A
/// gesture pins the view; from then on data never move it until following is asked for again.
#pragma once

#include <QObject>
#include <QPoint>
#include <QVariantAnimation>

class QCustomPlot;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace collapsar {

struct PlotRange {
    double lower = 0;
    double upper = 1;

    bool operator==(const PlotRange&) const = default;
};

struct PlotView {
    PlotRange x;
    PlotRange y;

    bool operator==(const PlotView&) const = default;
};

enum class PlotScales { Free, Equal };  ///< Equal: both axes always zoom together

class PlotNavigation : public QObject {
    Q_OBJECT

public:
    /// Lives with the plot.
    PlotNavigation(QCustomPlot* plot, PlotScales scales);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    void setFollow(bool follow);
    /// What following shows. Eased in about 200 ms; at once when the plot is hidden.
    void setTarget(const PlotView& target);
    [[nodiscard]] const PlotView& target() const { return m_target; }
    /// At once, following or not.
    void jumpTo(const PlotView& view);
    /// Eased, following or not.
    void easeTo(const PlotView& view);
    [[nodiscard]] PlotView view() const;

signals:
    void followChanged(bool following);
    /// The ranges of the axes were set; a drawing is due.
    void viewChanged();
    /// As viewChanged, by wheel, drag or key.
    void movedByUser();
    void fitRequested();
    /// Left button pressed and released in place.
    void clicked(const QPoint& position);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCustomPlot* m_plot;
    PlotScales m_scales;
    QVariantAnimation m_animation;
    PlotView m_target;
    PlotView m_from;
    PlotView m_to;
    bool m_isFollowing = true;
    bool m_isPressed = false;
    bool m_isDragging = false;
    QPoint m_pressedAt;
    PlotView m_pressedView;

    void apply(const PlotView& view);
    void takeOver(const PlotView& view);
    void zoom(const QPointF& centre, double factor, Qt::KeyboardModifiers modifiers);
    void pan(const PlotView& from, const QPointF& pixels);
    [[nodiscard]] bool wheel(const QWheelEvent& event);
    [[nodiscard]] bool key(const QKeyEvent& event);
    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
};

}  // namespace collapsar
