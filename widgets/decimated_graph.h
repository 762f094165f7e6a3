// SPDX-License-Identifier: GPL-3.0-or-later
/// A line of any length drawn in time that hardly depends on it: one column of pixels shows the first, least, greatest
/// and last value of all its points, and no extreme is lost.
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace collapsar {

/// Data are appended through data() as with any graph. Points put elsewhere than at the end, or changed, must be told.
class DecimatedGraph : public QCPGraph {
    Q_OBJECT

public:
    DecimatedGraph(QCPAxis* keyAxis, QCPAxis* valueAxis);

    /// Points from this index on are not those that were there before.
    void changedFrom(int index);
    /// What a drawing of the visible range would join by lines now; NaN: a gap.
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
    /// Of a full stretch of points, by index; without any finite value `least` is above `greatest`.
    struct Extremes {
        double least;
        double greatest;
        void add(double value);
        void add(const Extremes& other);
    };

    /// 0 before the axis has a width.
    [[nodiscard]] double axisPixels() const;
    void summarise() const;
    [[nodiscard]] Extremes extremesOf(int first, int last) const;
    void addColumn(QVector<QCPGraphData>& line, int first, int last, double left, double width) const;

    mutable std::vector<Extremes> m_blocks;  ///< of the first points, as far as they are full blocks
};

}  // namespace collapsar
