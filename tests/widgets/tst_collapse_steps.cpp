// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collapse_steps.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace collapsar;

namespace {

MeasuredRun measured(int index, std::vector<double> thresholds) {
    auto details = std::make_shared<RunDetails>();
    details->latent = static_cast<int>(thresholds.size());
    details->sentences = 500;
    details->details.collapseDelta = 0.01;
    details->details.collapseThresholds = std::move(thresholds);
    return {index, {index, QString(QChar(u'A' + index))}, details, {}};
}

/// The height of a polygon of level and upright pieces at x, which is none of its corners.
double heightAt(const QPolygonF& corners, double x) {
    for (qsizetype i = 1; i < corners.size(); ++i)
        if (corners[i - 1].x() < x && x < corners[i].x() && corners[i - 1].y() == corners[i].y()) return corners[i].y();
    return std::nan("");
}

}  // namespace

class TestCollapseSteps : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    /// Against counting, at places all along the axis, equal thresholds included.
    void steps_agreeWithACount() {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> uniform(0, 2);
        for (int run = 0; run < 20; ++run) {
            std::vector<double> thresholds;
            for (int d = 0; d < 1 + run; ++d)
                thresholds.push_back(std::round(20 * uniform(random)) / 20 + 0.001);
            std::sort(thresholds.begin(), thresholds.end());
            const QPolygonF corners = collapseSteps(thresholds, 2.5);
            QCOMPARE(corners.first(), QPointF(0, 0));
            QCOMPARE(corners.last(), QPointF(2.5, 1));
            for (int i = 0; i < 200; ++i) {
                const double x = 0.0123 * (i + 1);
                int count = 0;
                for (const double threshold : thresholds)
                    if (threshold < x) ++count;
                QCOMPARE(collapsedAt(thresholds, x), count);
                if (x < 2.5) QVERIFY(std::abs(heightAt(corners, x) - count / double(thresholds.size())) < 1e-12);
            }
        }
    }

    /// Not below its own threshold: collapsed is KL < epsilon.
    void aThreshold_isNotBelowItself() {
        QCOMPARE(collapsedAt(std::vector<double>{0.5, 1}, 0.5), 0);
        QCOMPARE(collapsedAt(std::vector<double>{0.5, 1}, std::nextafter(0.5, 1)), 1);
    }

    void whatIsNoNumber_neverCollapses() {
        const std::vector<double> thresholds{0.1, 0.2, std::nan(""), std::nan("")};
        QCOMPARE(collapsedAt(thresholds, 100), 2);
        QCOMPARE(collapseSteps(thresholds, 1).last(), QPointF(1, 0.5));
        QVERIFY(collapseSteps({}, 1).isEmpty());
        QVERIFY(collapseChart({measured(0, {std::nan("")}), measured(1, {})}).isEmpty());
    }

    void chart_namesDeltaAndReadsOff() {
        const SmallChart chart = collapseChart({measured(0, {0.001, 0.4, 0.9, 3}), measured(1, {}), MeasuredRun{}});
        QCOMPARE(chart.series.size(), std::size_t(1));
        QVERIFY(chart.title.contains("0.01"));
        QVERIFY(chart.estimator.contains("500 sentences"));
        QVERIFY(chart.range.x.upper >= 3);
        const ChartReadout readout = chart.readout({0.5, 0}, {});
        QCOMPARE(readout.rows.at(0).value, "2 of 4");
        QVERIFY(chart.summary.contains("1 of 4"));
        for (const QPointF& marker : chart.series[0].markers)
            QVERIFY(chart.series[0].points.contains(marker));
        QVERIFY(chart.series[0].markers.contains(QPointF(3, 1)));
    }

    /// A run in which all is collapsed is a wall at the left, not stretched over the axis.
    void aCollapsedRun_isAWall() { QVERIFY(collapseChart({measured(0, {1e-4, 2e-4})}).range.x.upper >= 0.5); }
};

QTEST_MAIN(TestCollapseSteps)
#include "tst_collapse_steps.moc"
