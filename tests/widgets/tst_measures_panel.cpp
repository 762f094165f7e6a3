// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flat_choice.h"
#include "widgets/measures_panel.h"
#include "widgets/small_chart_painter.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

using Place = MeasuresPanel::Place;

MeasuredRun measured(int run, int latent, double kl, std::vector<double> pooled = {}) {
    auto details = std::make_shared<RunDetails>();
    details->at = {400, 0};
    details->latent = latent;
    details->sentences = 500;
    details->values.kl = kl;
    EvaluationDetails& values = details->details;
    values.collapseDelta = 0.01;
    for (int d = 0; d < latent; ++d) {
        values.unitKl.push_back(kl / (d + 1));
        values.unitMi.push_back(0.8 * kl / (d + 1));
        values.unitAggregateKl.push_back(0.2 * kl / (d + 1));
        values.collapseThresholds.insert(values.collapseThresholds.begin(), kl / (d + 1));
    }
    for (int t = 0; t < 12; ++t) {
        values.nllByPosition.push_back(4 - 0.1 * t - (latent > 0 ? 0.3 : 0));
        values.sentencesByPosition.push_back(500 - 40 * t);
    }
    details->fixedUnits = 12;
    details->units = 64;
    details->pooledShare = std::move(pooled);
    return {run, {run, QString(QChar(u'A' + run))}, details, {}};
}

QImage imageOf(SmallPlot& plot) {
    return plot.canvas().grab().toImage();
}

int pixelsLike(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour) ++count;
    return count;
}

}  // namespace

class TestMeasuresPanel : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_panel = std::make_unique<MeasuresPanel>();
        m_panel->resize(1100, 220);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void emptyStates_sayWhatToDo() {
        QVERIFY(chart(Place::RateDistortion).empty.contains("Press Start"));
        QVERIFY(chart(Place::Collapse).empty.contains("Show a run"));
        m_panel->setMeasured({unknown(0)});
        QVERIFY(chart(Place::Collapse).empty.contains("Press Start"));
        m_panel->setProgress("A", 0.4);
        QVERIFY(chart(Place::Latents).empty.contains("Measuring"));
        QVERIFY(m_panel->status().contains("measuring A: 40 %"));
        m_panel->setProgress({}, 0);
        MeasuredRun broken = unknown(0);
        broken.problem = "no checkpoint yet";
        m_panel->setMeasured({broken});
        QCOMPARE(chart(Place::Positions).empty, "no checkpoint yet");
        QVERIFY(m_panel->status().contains("no checkpoint yet"));
        m_panel->setMeasured({measured(0, 4, 1)});
        QVERIFY(chart(Place::Pooling).isEmpty() && chart(Place::Pooling).empty.contains("max"));
    }

    /// Notes that wrap must not push the axes out of a low page.
    void aLowPage_showsWholeCharts() {
        m_panel->resize(1200, 190);
        m_panel->setMeasured({measured(0, 4, 1, {0.5, 0.25, 0.25}), measured(1, 4, 1, {0.25, 0.5, 0.25})});
        QCoreApplication::processEvents();
        for (auto* plot : m_panel->findChildren<SmallPlot*>())
            QTRY_VERIFY(plot->mapTo(m_panel.get(), plot->rect().bottomLeft()).y() < m_panel->height());
    }

    void theUpdate_isNamed() {
        m_panel->setMeasured({measured(0, 4, 1), unknown(1)});
        QVERIFY(m_panel->status().contains("update 400") && m_panel->status().contains("500 validation sentences"));
    }

    /// A problem with a newer place keeps the picture of the older one.
    void aProblem_keepsThePicture() {
        MeasuredRun run = measured(0, 4, 1);
        run.problem = "the data changed";
        m_panel->setMeasured({run});
        QVERIFY(!chart(Place::Collapse).isEmpty());
        QVERIFY(m_panel->status().contains("the data changed"));
    }

    /// Smaller values: the same axes. Other runs: their own.
    void axes_onlyGrowForTheSameRuns() {
        m_panel->setMeasured({measured(0, 4, 3)});
        const PlotView wide = m_panel->plot(Place::Latents).target();
        m_panel->setMeasured({measured(0, 4, 0.5)});
        QCOMPARE(m_panel->plot(Place::Latents).target(), wide);
        m_panel->setMeasured({measured(0, 4, 4)});
        QVERIFY(m_panel->plot(Place::Latents).target().y.upper > wide.y.upper);
        m_panel->setMeasured({measured(1, 4, 0.5)});
        QVERIFY(m_panel->plot(Place::Latents).target().y.upper < wide.y.upper);
        m_panel->setPaths({{{0, "A"}, {{0, 5, 40}}}});
        const PlotView plane = m_panel->plot(Place::RateDistortion).target();
        m_panel->setPaths({{{0, "A"}, {{0, 1, 40}}}});
        QCOMPARE(m_panel->plot(Place::RateDistortion).target().x, plane.x);
        m_panel->clear();
        m_panel->setPaths({{{0, "A"}, {{0, 1, 40}}}});
        QVERIFY(m_panel->plot(Place::RateDistortion).target().x.upper < plane.x.upper);
    }

    void theRunOfTheDimensions_canBeChosen() {
        m_panel->setMeasured({measured(0, 0, 0), measured(1, 4, 1), measured(2, 4, 2)});
        FlatChoice& choice = m_panel->plot(Place::Latents).choice();
        QCOMPARE(choice.count(), 2);  // those with a latent
        QCOMPARE(shownRun(), 1);
        m_panel->setCurrentRun(2);
        QCOMPARE(shownRun(), 2);
        choice.setCurrentIndex(0);
        QCOMPARE(shownRun(), 1);
        m_panel->setMeasured({measured(0, 0, 0), measured(1, 4, 1), measured(2, 4, 2)});
        QCOMPARE(shownRun(), 1);
        m_panel->setMeasured({measured(2, 4, 2)});
        QCOMPARE(shownRun(), 2);
        QVERIFY(!choice.isVisible());
    }

    void gainIsShown_whereThereIsALanguageModel() {
        m_panel->setMeasured({measured(1, 4, 1)});
        QCOMPARE(chart(Place::Positions).title, "NLL by position");
        m_panel->setMeasured({measured(0, 0, 0), measured(1, 4, 1)});
        QCOMPARE(chart(Place::Positions).title, "Gain by position");
        QVERIFY(std::abs(chart(Place::Positions).series[0].points[3].y() - 0.3) < 1e-12);
        FlatChoice& choice = m_panel->plot(Place::Positions).choice();
        choice.setCurrentIndex(choice.findText("NLL"));
        QCOMPARE(chart(Place::Positions).title, "NLL by position");
        QCOMPARE(chart(Place::Positions).series.size(), std::size_t(2));
    }

    void pooledPositions_countTheFixedUnits() {
        m_panel->setMeasured({measured(0, 4, 1), measured(1, 4, 1, {0.1, 0.5, 0.4})});
        const SmallChart& pooled = chart(Place::Pooling);
        QCOMPARE(pooled.series.size(), std::size_t(1));
        QCOMPARE(pooled.notes.at(0).text, "12 of 64 units always take one position");
        QCOMPARE(pooled.readout({0.2, 0}, {}).heading, "start mark");
        QVERIFY(pooled.readout({1.1, 0}, {}).rows.at(0).value.contains("50.0"));
    }

    /// The run's colour is on the canvas, in both themes, and the pointer finds its values.
    void drawing_showsTheRuns() {
        for (const PlotTheme& theme : {lightTheme(), darkTheme()}) {
            m_panel->setTheme(theme);
            m_panel->setPaths({{{1, "B"}, {{0, 0, 60}, {100, 2, 40}, {200, 3, 38}}}});
            m_panel->setMeasured({measured(1, 4, 1, {0.2, 0.8})});
            for (const Place place :
                 {Place::RateDistortion, Place::Collapse, Place::Latents, Place::Positions, Place::Pooling})
                QVERIFY2(pixelsLike(imageOf(m_panel->plot(place)), runColour(theme, 1)) > 10,
                         qPrintable(chart(place).title));
        }
        SmallPlot& latents = m_panel->plot(Place::Latents);
        const QRectF area = chartArea(latents.canvas().rect(), ChartRoom::Screen);
        const PlotView& view = latents.target();
        const double rankTwo = area.left() + (2 - view.x.lower) / (view.x.upper - view.x.lower) * area.width();
        QTRY_VERIFY(latents.readoutAt({rankTwo, area.center().y()}).heading.contains("dimension 2"));
    }

    void exportIsAskedForByAPlot() {
        QSignalSpy spy(m_panel.get(), &MeasuresPanel::exportRequested);
        emit m_panel->plot(Place::Collapse).exportRequested();
        QCOMPARE(spy.size(), 1);
        m_panel->setMeasured({measured(0, 4, 1)});
        QCOMPARE(m_panel->plot(Place::Collapse).figureRuns().size(), std::size_t(1));
        QCOMPARE(m_panel->plot(Place::RateDistortion).figureRuns().size(), std::size_t(0));
    }

private:
    static MeasuredRun unknown(int run) { return {run, {run, QString(QChar(u'A' + run))}, nullptr, {}}; }
    const SmallChart& chart(Place place) const { return m_panel->plot(place).chart(); }
    /// Whose bars are drawn, by colour.
    int shownRun() const { return chart(Place::Latents).series.at(0).identity.index; }

    std::unique_ptr<MeasuresPanel> m_panel;
};

QTEST_MAIN(TestMeasuresPanel)
#include "tst_measures_panel.moc"
