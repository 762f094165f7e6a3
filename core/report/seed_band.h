// SPDX-License-Identifier: GPL-3.0-or-later
/// Several runs of one strategy as a middle line with a band. Any thread.
#pragma once

#include "core/report/measurement.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

enum class BandKind {
    MinMax,     ///< median, least and greatest
    Quartiles,  ///< median, first and third quartile, linear between order statistics
    MeanSd,     ///< mean, mean -+ sample standard deviation (n - 1)
};

struct SeedPoint {
    std::int64_t update = 0;
    double x = 0;      ///< where it lies on the axis shown
    double value = 0;  ///< finite
};

/// One run's values of a column. In order of updates; of two at one update the later one counts.
class SeedSeries {
public:
    explicit SeedSeries(double Measurement::*column) : m_column(column) {}

    /// O(new points). Values that are not finite are left out. `place`: where a measurement lies on the axis.
    template <typename Place>
    void append(std::span<const Measurement> points, Place place) {
        for (const Measurement& point : points)
            add({point.at.update, place(point), point.*m_column});
    }
    [[nodiscard]] const std::vector<SeedPoint>& points() const { return m_points; }

private:
    void add(const SeedPoint& point);

    double Measurement::*m_column;
    std::vector<SeedPoint> m_points;
};

struct BandPoint {
    std::int64_t update = 0;
    double x = 0;  ///< mean over the runs
    double centre = notMeasured;
    double lower = notMeasured;
    double upper = notMeasured;
    int count = 0;  ///< runs behind it: falls where a run has ended, by its last value
};

/// At the updates at which every run has a value that has not ended by then. A single run left is its own band.
[[nodiscard]] std::vector<BandPoint> seedBand(std::span<const SeedSeries> runs, BandKind kind);

}  // namespace collapsar
