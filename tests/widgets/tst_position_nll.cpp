// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/position_nll.h"

#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

using Counts = std::vector<std::int64_t>;

MeasuredRun measured(int index, int latent, std::vector<double> nll, Counts sentences, double kl = 1) {
    auto details = std::make_shared<RunDetails>();
    details->latent = latent;
    details->sentences = sentences.empty() ? 0 : sentences.front();
    details->values.kl = kl;
    details->details.nllByPosition = std::move(nll);
    details->details.sentencesByPosition = std::move(sentences);
    return {index, {index, QString(QChar(u'A' + index))}, details, {}};
}

}  // namespace

class TestPositionNll : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    void gain_isTheDifference() {
        const MeasuredRun model = measured(0, 0, {5, 4, 3}, {100, 100, 60});
        const MeasuredRun run = measured(1, 8, {3.5, 4.25, 2}, {100, 100, 60});
        const std::vector<double> gain = gainByPosition(model.details->details, run.details->details);
        QCOMPARE(gain, std::vector<double>({1.5, -0.25, 1}));
        // (1.5 - 0.25) in every sentence, 1 in six of ten
        QCOMPARE(gainPerSentence(model.details->details, run.details->details, 100), 1.25 + 0.6);
    }

    /// Models that saw other sentences there cannot be compared.
    void otherSentences_haveNoGain() {
        const MeasuredRun model = measured(0, 0, {5, 4, 3}, {100, 90, 60});
        const MeasuredRun run = measured(1, 8, {3, 3, 3, 3}, {100, 80, 60, 20});
        const std::vector<double> gain = gainByPosition(model.details->details, run.details->details);
        QCOMPARE(gain.size(), std::size_t(4));
        QCOMPARE(gain[0], 2.0);
        QVERIFY(std::isnan(gain[1]) && std::isnan(gain[3]));
        QVERIFY(std::isnan(gainPerSentence(model.details->details, run.details->details, 100)));
    }

    void positionsWithFew_areThinnedOut() {
        QCOMPARE(fewestSentences(500), std::int64_t(10));
        QCOMPARE(fewestSentences(20), std::int64_t(5));
        const std::vector<double> kept = thinnedOut({1, 2, 3, 4}, {500, 10, 9}, 10);
        QCOMPARE(kept.size(), std::size_t(4));
        QCOMPARE(kept[1], 2.0);
        QVERIFY(std::isnan(kept[2]) && std::isnan(kept[3]));
    }

    void chart_endsWhereFewReach() {
        const SmallChart chart =
            positionChart({measured(1, 8, {6, 5, 4, 3, 2, 1}, {500, 500, 400, 200, 50, 3})}, PositionView::Nll);
        QCOMPARE(chart.series.size(), std::size_t(1));
        QCOMPARE(chart.series[0].points[0], QPointF(1, 6));  // the first word is number 1
        QVERIFY(std::isnan(chart.series[0].points[5].y()));
        QCOMPARE(chart.range.x.upper, 5.5);
        QCOMPARE(chart.shade.size(), 5);
        QCOMPARE(chart.shade[3], QPointF(4, 0.4));
        const ChartReadout readout = chart.readout({4.2, 0}, {});
        QVERIFY(readout.heading.contains("word 4") && readout.heading.contains("200 of 500"));
        QCOMPARE(readout.rows[0].value, "3.000");
    }

    void gainChart_hasTheRunsWithALatent() {
        const std::vector<MeasuredRun> runs = {measured(0, 8, {4, 3}, {100, 100}, 0.5),
                                               measured(1, 0, {5, 5}, {100, 100}),
                                               measured(2, 4, {4.5, 6}, {100, 100})};
        const SmallChart chart = positionChart(runs, PositionView::Gain);
        QCOMPARE(chart.series.size(), std::size_t(2));
        QCOMPARE(chart.series[0].points, QPolygonF({QPointF(1, 1), QPointF(2, 2)}));
        QCOMPARE(chart.series[1].points, QPolygonF({QPointF(1, 0.5), QPointF(2, -1)}));
        QVERIFY(chart.range.y.lower < -1 && chart.range.y.upper > 2);
        QVERIFY(chart.unit.contains("B"));
        QVERIFY(chart.readout({1, 0}, {}).note.contains("A: 3.00 nats gained in a sentence, KL 0.50 paid"));
        QCOMPARE(positionChart(runs, PositionView::Nll).series.size(), std::size_t(3));
    }

    void emptyCharts_sayWhy() {
        const MeasuredRun run = measured(0, 8, {4, 3}, {100, 100});
        const MeasuredRun model = measured(1, 0, {5, 5}, {100, 100});
        QVERIFY(positionChart({run}, PositionView::Gain).empty.contains("language model"));
        const SmallChart lonely = positionChart({model}, PositionView::Gain);
        QVERIFY(lonely.isEmpty() && lonely.empty.contains("run with a latent"));
        QVERIFY(positionChart({MeasuredRun{}, measured(0, 8, {}, {})}, PositionView::Nll).isEmpty());
        QVERIFY(positionChart({measured(0, 8, {std::nan(""), std::nan("")}, {100, 100})}, PositionView::Nll).isEmpty());
    }
};

QTEST_MAIN(TestPositionNll)
#include "tst_position_nll.moc"
