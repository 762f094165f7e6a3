// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latent_dimensions.h"

#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

MeasuredRun measured(std::vector<double> kl, std::vector<double> mi, std::int64_t sentences = 500) {
    auto details = std::make_shared<RunDetails>();
    details->latent = static_cast<int>(kl.size());
    details->sentences = sentences;
    for (std::size_t d = 0; d < mi.size(); ++d)
        details->details.unitAggregateKl.push_back(kl[d] - mi[d]);
    details->details.unitKl = std::move(kl);
    details->details.unitMi = std::move(mi);
    return {3, {1, "B"}, details, {}};
}

}  // namespace

class TestLatentDimensions : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    void dimensions_areSortedByKl() {
        const auto sorted =
            latentDimensions(measured({0.1, std::nan(""), 2, 0.7}, {0.09, 0, 1.5, 0.6}).details->details);
        QCOMPARE(sorted.size(), std::size_t(4));
        QCOMPARE(sorted[0].dimension, 2);
        QCOMPARE(sorted[0].mi, 1.5);
        QCOMPARE(sorted[0].aggregateKl, 0.5);
        QCOMPARE(sorted[1].dimension, 3);
        QCOMPARE(sorted[2].dimension, 0);
        QCOMPARE(sorted[3].dimension, 1);
    }

    void chart_hasMiInsideKl() {
        const SmallChart chart = latentDimensionsChart(measured({0.1, 2}, {0.05, 1.5}));
        QCOMPARE(chart.series[0].shape, ChartShape::Bars);
        QCOMPARE(chart.series[0].points, QPolygonF({QPointF(1, 2), QPointF(2, 0.1)}));
        QCOMPARE(chart.series[1].shape, ChartShape::InnerBars);
        QCOMPARE(chart.series[1].points, QPolygonF({QPointF(1, 1.5), QPointF(2, 0.05)}));
        QVERIFY(chart.range.y.upper >= 2 && chart.range.y.lower <= 0);
        const ChartReadout readout = chart.readout({1.3, 9}, {});
        QVERIFY(readout.heading.contains("dimension 2"));
        QCOMPARE(readout.rows[3].value, "0.500");
        QVERIFY(chart.readout({3.2, 0}, {}).isEmpty());
        QVERIFY(chart.readout({0.2, 0}, {}).isEmpty());
    }

    /// ln 500 = 6.2146: said, and drawn where it is in sight.
    void ceiling_isStated() {
        const SmallChart chart = latentDimensionsChart(measured({2}, {1.5}));
        QVERIFY(chart.estimator.contains("6.21"));
        const std::vector<ChartGuide> above = chart.guides({{0, 5}, {0, 6}});  // out of sight: at the edge, in words
        QVERIFY(above.at(0).label.contains("ln 500 = 6.2") && above.at(0).from.y() == 6);
        const std::vector<ChartGuide> line = chart.guides({{0, 5}, {0, 7}});
        QCOMPARE(line.size(), std::size_t(1));
        QVERIFY(std::abs(line[0].from.y() - std::log(500)) < 1e-12 && line[0].from.y() == line[0].to.y());
    }

    void withoutLatent_theReasonIsSaid() {
        const MeasuredRun model = measured({}, {});
        QVERIFY(latentDimensionsChart(model).empty.contains("language model"));
        QVERIFY(latentDimensionsChart(MeasuredRun{}).isEmpty());
    }

    /// A MI that was not measured is a gap, negative ones stay in sight.
    void oddValues_areDrawn() {
        const SmallChart chart = latentDimensionsChart(measured({0.5, 0.4}, {-0.05, std::nan("")}));
        QVERIFY(chart.range.y.lower <= -0.05);
        QVERIFY(std::isnan(chart.series[1].points[1].y()));
    }
};

QTEST_MAIN(TestLatentDimensions)
#include "tst_latent_dimensions.moc"
