// SPDX-License-Identifier: GPL-3.0-or-later
/// A line of any length drawn in time that hardly depends on it: one column of pixels shows the first, least, greatest
/// and last value of all its points, and no extreme is lost.
#pragma once

#include "widgets/axis_scale.h"

#include <qcustomplot.h>

#include <limits>
#include <vector>

namespace collapsar {

/// Data are appended through data() as with any graph. Points put elsewhere than at the end, or changed, must be told.
/// The data are values; what is drawn are their places on the scale.
class DecimatedGraph : public QCPGraph {
    Q_OBJECT

public:
    DecimatedGraph(QCPAxis* keyAxis, QCPAxis* valueAxis);

    /// Points from this index on are not those that were there before.
    void changedFrom(int index);
    /// How values become coordinates of the value axis. Linear to begin with.
    void setScale(const AxisScale& scale) { m_scale = scale; }
    /// Lines begin at the last point that is not right of this key; markers at the first one right of it. -inf: all.
    void setDrawnFrom(double key) { m_drawnFrom = key; }
    [[nodiscard]] double drawnFrom() const { return m_drawnFrom; }

    /// What a column of many points becomes: first, least, greatest and last, or one edge of a band.
    enum class Column { Whole, LowerEdge, UpperEdge };
    void setColumn(Column column) { m_column = column; }

    /// Of the finite values of the points with keys in [left, right]; without any `least` is above `greatest`. O(log n
    /// + points / 64).
    struct Extremes {
        double least = std::numeric_limits<double>::infinity();
        double greatest = -std::numeric_limits<double>::infinity();
        void add(double value);
        void add(const Extremes& other);
        [[nodiscard]] bool isEmpty() const { return least > greatest; }
    };
    [[nodiscard]] Extremes extremesBetween(double left, double right) const;
    /// How many points of [left, right] have a finite value outside [lower, upper].
    [[nodiscard]] int countOutside(const QCPRange& keys, const QCPRange& values) const;

    /// Of the line at this key: between its points, or the step's; NaN in a gap and beyond the ends.
    [[nodiscard]] double valueAt(double key) const;

    /// What a drawing of the visible range would join by lines now, in coordinates of the axes; NaN: a gap.
    [[nodiscard]] QVector<QCPGraphData> drawnPoints() const;
    /// Where it would put markers.
    [[nodiscard]] QVector<QCPGraphData> drawnMarkers() const;

protected:
    void getOptimizedLineData(QVector<QCPGraphData>* lineData, const QCPGraphDataContainer::const_iterator& begin,
                              const QCPGraphDataContainer::const_iterator& end) const override;
    /// Of markers that would cover each other the lowest and the highest.
    void getOptimizedScatterData(QVector<QCPGraphData>* scatterData, QCPGraphDataContainer::const_iterator begin,
                                 QCPGraphDataContainer::const_iterator end) const override;

private:
    /// 0 before the axis has a width.
    [[nodiscard]] double axisPixels() const;
    void summarise() const;
    [[nodiscard]] Extremes extremesOf(int first, int last) const;
    void addColumn(QVector<QCPGraphData>& line, int first, int last, double left, double width) const;
    /// Indices [first, last) of the points with keys in [left, right].
    [[nodiscard]] std::pair<int, int> indicesOf(double left, double right) const;
    /// Values to places, from index `from` on.
    void place(QVector<QCPGraphData>& points, qsizetype from) const;
    void addLine(QVector<QCPGraphData>& line, int first, int last, double pixels) const;

    mutable std::vector<Extremes> m_blocks;  ///< of full blocks of points, as far as they were summarised
    AxisScale m_scale;
    Column m_column = Column::Whole;
    double m_drawnFrom = -std::numeric_limits<double>::infinity();
};

}  // namespace collapsar
