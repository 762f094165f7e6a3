// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rate_distortion.h"
#include "widgets/small_chart_painter.h"

#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

bool isNear(double a, double b) {
    return std::abs(a - b) < 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool isOnEdge(const QPointF& point, const PlotView& view) {
    return isNear(point.x(), view.x.lower) || isNear(point.x(), view.x.upper) || isNear(point.y(), view.y.lower) ||
           isNear(point.y(), view.y.upper);
}

bool isInside(const QPointF& point, const PlotView& view) {
    constexpr double slack = 1e-9;
    return point.x() >= view.x.lower - slack && point.x() <= view.x.upper + slack &&
           point.y() >= view.y.lower - slack && point.y() <= view.y.upper + slack;
}

RatePath path(int index, std::vector<RatePoint> points) {
    return {{index, QString(QChar(u'A' + index))}, std::move(points)};
}

}  // namespace

class TestRateDistortion : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    /// rate + distortion = -ELBO along each line, whatever the view.
    void isoLines_haveEqualSums_data() {
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("text") << -0.3 << 8.2 << 33.1 << 39.7;
        QTest::newRow("wide") << 0.0 << 100.0 << 40.0 << 41.0;
        QTest::newRow("tall") << 0.0 << 0.5 << -3.0 << 90.0;
        QTest::newRow("about zero") << -1.0 << 1.0 << -1.0 << 1.0;
    }
    void isoLines_haveEqualSums() {
        QFETCH(double, left);
        QFETCH(double, right);
        QFETCH(double, low);
        QFETCH(double, high);
        const PlotView view{{left, right}, {low, high}};
        const std::vector<ChartGuide> lines = isoElboLines(view, 5);
        QVERIFY(lines.size() >= 2 && lines.size() <= 6);
        double before = left + low;
        double step = 0;
        for (const ChartGuide& line : lines) {
            const double sum = line.from.x() + line.from.y();
            QVERIFY(isNear(line.to.x() + line.to.y(), sum));
            QVERIFY(line.from.x() < line.to.x() && line.from.y() > line.to.y());
            QVERIFY(isInside(line.from, view) && isInside(line.to, view));
            QVERIFY2(isOnEdge(line.from, view) && isOnEdge(line.to, view), "a line stops before the edge");
            const bool hasWord = line.label.startsWith("ELBO ");
            QCOMPARE(hasWord, line.to.x() == right);
            QVERIFY(isNear(line.label.mid(hasWord ? 5 : 0).toDouble(), -sum));
            if (step > 0) QVERIFY(std::abs(sum - before - step) < 1e-6 * step);
            if (&line != lines.data()) step = sum - before;
            before = sum;
        }
        QVERIFY2(left + low < lines.front().from.x() + lines.front().from.y() && before < right + high, "outside");
        QVERIFY(std::abs(std::remainder(before, step)) < 1e-6 * step);  // round values
    }

    /// A nat down is as long as a nat across, in any area, and nothing wanted is lost.
    void equalScales_make45Degrees() {
        const PlotView wanted{{0, 8}, {33, 39}};
        for (const QSizeF& area : {QSizeF(150, 100), QSizeF(90, 300), QSizeF(200, 200)}) {
            const PlotView view = fittedTo(wanted, area, ChartScales::Equal);
            const double across = (view.x.upper - view.x.lower) / area.width();
            const double up = (view.y.upper - view.y.lower) / area.height();
            QVERIFY(isNear(across, up));
            QCOMPARE(view.x.lower, 0.0);
            QVERIFY(view.x.upper >= 8 - 1e-9 && view.y.lower <= 33 + 1e-9 && view.y.upper >= 39 - 1e-9);
            QVERIFY(isNear(std::max(8 / area.width(), 6 / area.height()), across));  // no larger than needed
        }
        QCOMPARE(fittedTo(wanted, QSizeF(90, 300), ChartScales::Free), wanted);
    }

    /// From 100 nats to 36: what lies above 36 + 6.4 is the first fall.
    void range_lacksTheFirstFallOnly() {
        const std::vector<RatePath> falling = {
            path(0, {{0, 0, 100}, {100, 3, 60}, {200, 6, 41}, {300, 9, 37}, {400, 2, 36}})};
        const PlotView view = rateDistortionRange(falling);
        QVERIFY(view.y.upper > 41 && view.y.upper < 60);
        QVERIFY2(view.x.upper > 9, "an excursion of the rate after the fall must be in sight");
        QVERIFY(view.y.lower < 36 && view.y.lower > 30);
        const PlotView started = rateDistortionRange({path(0, {{0, 0, 100}})});
        QVERIFY(started.y.lower < 100 && started.y.upper > 100);
        QVERIFY(started.x.lower <= 0 && started.x.upper >= 1);
    }

    /// Where another run stands is always in sight, even above.
    void range_hasEveryRunsPlace() {
        const PlotView view = rateDistortionRange(
            {path(0, {{0, 0, 100}, {100, 0, 36}}), path(1, {{0, 0, 101}, {100, 0, 90}, {200, 0, 95}})});
        QVERIFY(view.y.lower < 36 && view.y.upper > 95);
    }

    /// Outward, but for the top.
    void axes_growOutwardAndLetGoOfTheTop() {
        const PlotView before{{-0.1, 5}, {40, 100}};
        const PlotView wanted{{-0.1, 3}, {36, 44}};
        const PlotView plane = grown(before, wanted, ChartTop::MayCome);
        QCOMPARE(plane.x.upper, 5.0);
        QCOMPARE(plane.y.lower, 36.0);
        QCOMPARE(plane.y.upper, 44.0);
        QCOMPARE(grown(before, wanted, ChartTop::Grows).y.upper, 100.0);
    }

    void chart_leavesOutWhatIsNotMeasured() {
        const double none = std::nan("");
        const SmallChart chart = rateDistortionChart(
            {path(0, {{0, none, 50}, {100, 1, 40}, {200, 2, none}}), path(1, {{0, none, none}}), path(2, {})});
        QCOMPARE(chart.series.size(), std::size_t(2));  // a path and a place
        QCOMPARE(chart.series[1].shape, ChartShape::Place);
        QCOMPARE(chart.series[1].points, QPolygonF({QPointF(1, 40)}));
        const SmallChart empty = rateDistortionChart({path(1, {{0, none, none}})});
        QVERIFY(empty.isEmpty() && empty.empty.contains("Press Start"));
    }

    /// A long path is thinned, its end is not.
    void chart_keepsTheEndOfALongPath() {
        std::vector<RatePoint> points;
        for (int i = 0; i < 10000; ++i)
            points.push_back({i, 0.001 * i, 40 - 0.0001 * i});
        const SmallChart chart = rateDistortionChart({path(0, points)});
        QVERIFY(chart.series[0].points.size() < 1000);
        QCOMPARE(chart.series[0].points.last(), QPointF(points.back().rate, points.back().distortion));
    }

    void readout_namesTheNearestEvaluation() {
        const SmallChart chart = rateDistortionChart({path(0, {{100, 1, 40}, {200, 2, 38}}), path(1, {{300, 4, 38}})});
        const QSizeF pixel(0.05, 0.05);
        const ChartReadout readout = chart.readout({2.1, 38.1}, pixel);
        QVERIFY(readout.heading.contains("200"));
        QCOMPARE(readout.rows[0].name, "A");
        QCOMPARE(readout.rows[1].value, "2.000");
        QCOMPARE(readout.rows[3].value, "-40.00");
        QVERIFY(chart.readout({3, 45}, pixel).isEmpty());
    }
};

QTEST_MAIN(TestRateDistortion)
#include "tst_rate_distortion.moc"
