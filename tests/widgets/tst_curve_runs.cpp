// SPDX-License-Identifier: GPL-3.0-or-later
/// Several runs in one curve plot: forks, bands, highlight, value box, scales and outliers.
#include "widgets/curve_plot.h"
#include "widgets/curve_smoothing.h"
#include "widgets/curves_panel.h"
#include "widgets/decimated_graph.h"

#include <qcustomplot.h>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <functional>

using namespace collapsar;

namespace {

std::vector<Measurement> points(int from, int to, const std::function<double(int)>& kl, int step = 10) {
    std::vector<Measurement> all;
    for (int update = from; update <= to; update += step) {
        Measurement m;
        m.at.update = update;
        m.encoderUpdates = 3 * update;
        m.kl = kl(update);
        m.elbo = -kl(update);
        all.push_back(m);
    }
    return all;
}

std::function<double(int)> constant(double value) {
    return [value](int) { return value; };
}

QCustomPlot* inner(const QWidget& plot) {
    return plot.findChild<QCustomPlot*>();
}
/// Three graphs a run, in order of addRun.
DecimatedGraph* raw(const QWidget& plot, int nth) {
    return qobject_cast<DecimatedGraph*>(inner(plot)->graph(3 * nth));
}
DecimatedGraph* smooth(const QWidget& plot, int nth) {
    return qobject_cast<DecimatedGraph*>(inner(plot)->graph(3 * nth + 1));
}

void send(QWidget* widget, QEvent::Type type, const QPoint& at) {
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget->mapToGlobal(at), button, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}
void pointAt(QWidget* widget, const QPoint& at) {
    QMouseEvent event(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}
QPoint pixel(const QCustomPlot* plot, double x, double y) {
    return {static_cast<int>(std::lround(plot->xAxis->coordToPixel(x))),
            static_cast<int>(std::lround(plot->yAxis->coordToPixel(y)))};
}

QString boxText(const QWidget& window) {
    for (const QLabel* label : window.window()->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains("<table")) return label->text();
    return {};
}

}  // namespace

class TestCurveRuns : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_plot = std::make_unique<CurvePlot>();
        m_plot->setSpec(curveSpec("kl"));
        m_plot->resize(420, 300);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    }
    void cleanup() { m_plot.reset(); }

    /// The parent's line up to 500 stands for both; the fork's joins it at 500 without a gap.
    void fork_drawsTheSharedPartOnce() {
        m_plot->addRun(0, {0, "Parent"});
        m_plot->appendPoints(0, points(0, 800, [](int u) { return u / 100.0; }));
        m_plot->addRun(1, {1, "Fork"});
        m_plot->setFork(1, {0, 500});
        m_plot->appendPoints(1, points(490, 900, constant(1)));
        QCOMPARE(m_plot->pointCount(1), 51 + 40);
        m_plot->setXRange(0, 1000);
        QVector<QCPGraphData> drawn = raw(*m_plot, 1)->drawnPoints();
        QCOMPARE(drawn.front().key, 500.0);
        QCOMPARE(drawn.front().value, 5.0);
        QCOMPARE(drawn.at(1).key, 510.0);
        QCOMPARE(drawn.at(1).value, 1.0);
        m_plot->setShown(0, false);
        QCOMPARE(raw(*m_plot, 1)->drawnPoints().front().key, 0.0);
        m_plot->setShown(0, true);
        QCOMPARE(raw(*m_plot, 1)->drawnPoints().front().key, 500.0);
        m_plot->appendPoints(0, points(305, 305, constant(77)));  // late, but before the fork
        QCOMPARE(m_plot->pointCount(1), 51 + 40 + 1);
        m_plot->removeRun(0);
        QCOMPARE(m_plot->pointCount(1), 51 + 40 + 1);
        QCOMPARE(raw(*m_plot, 0)->drawnPoints().front().key, 0.0);
    }

    void forkOfAFork_joinsWhoeverIsShown() {
        m_plot->addRun(0, {0, "A"});
        m_plot->appendPoints(0, points(0, 1000, constant(1)));
        m_plot->addRun(1, {1, "B"});
        m_plot->setFork(1, {0, 600});
        m_plot->appendPoints(1, points(610, 1000, constant(2)));
        m_plot->addRun(2, {2, "C"});
        m_plot->setFork(2, {1, 800});
        m_plot->appendPoints(2, points(810, 1000, constant(3)));
        m_plot->addRun(3, {3, "D"});
        m_plot->setFork(3, {0, 300});
        m_plot->appendPoints(3, points(310, 1000, constant(4)));
        m_plot->setXRange(0, 1000);
        const auto from = [this](int nth) { return raw(*m_plot, nth)->drawnPoints().front().key; };
        QCOMPARE(from(2), 800.0);
        m_plot->setShown(1, false);
        QCOMPARE(from(2), 600.0);
        m_plot->setShown(0, false);
        QCOMPARE(from(2), 0.0);
        QCOMPARE(from(3), 300.0);  // C stands for the part that it shares with D
        m_plot->clearRun(0);
        m_plot->appendPoints(0, points(0, 1000, constant(5), 100));
        QCOMPARE(raw(*m_plot, 2)->data()->at(3)->value, 5.0);
        QCOMPARE(m_plot->pointCount(2), 7 + 20 + 20);
    }

    void smoothing_goesOnFromTheParent() {
        m_plot->setSmoothing(0.9);
        const auto wave = [](int u) { return std::sin(u / 37.0); };
        m_plot->addRun(0, {0, "Parent"});
        m_plot->appendPoints(0, points(0, 500, wave));
        m_plot->addRun(1, {1, "Fork"});
        m_plot->setFork(1, {0, 300});
        m_plot->appendPoints(1, points(310, 700, wave));
        m_plot->appendPoints(0, points(510, 700, wave));
        DebiasedMean mean(0.9);
        for (int i = 0; i <= 70; ++i) {
            const double expected = mean.add(wave(10 * i));
            QCOMPARE(smooth(*m_plot, 0)->data()->at(i)->value, expected);
            QCOMPARE(smooth(*m_plot, 1)->data()->at(i)->value, expected);
        }
    }

    void ghost_isDashedAndFaint() {
        m_plot->addRun(0, {0, "Run"});
        m_plot->addRun(1, {0, "Ghost"}, CurveStyle::Ghost);
        QCOMPARE(raw(*m_plot, 0)->pen().style(), Qt::SolidLine);
        QCOMPARE(raw(*m_plot, 1)->pen().style(), Qt::CustomDashLine);
        QVERIFY(contrastRatio(raw(*m_plot, 1)->pen().color(), lightTheme().card) <
                contrastRatio(raw(*m_plot, 0)->pen().color(), lightTheme().card));
        m_plot->addRun(1, {0, "Kept"});
        QCOMPARE(raw(*m_plot, 1)->pen().style(), Qt::SolidLine);
    }

    void highlight_fadesTheOthers() {
        for (int run = 0; run < 3; ++run)
            m_plot->addRun(run, {run, "Run"});
        const double width = raw(*m_plot, 1)->pen().widthF();
        m_plot->setHighlighted(1);
        QCOMPARE(raw(*m_plot, 1)->pen().color(), runColour(lightTheme(), 1));
        QVERIFY(raw(*m_plot, 1)->pen().widthF() > width);
        QVERIFY(raw(*m_plot, 1)->layer()->index() > raw(*m_plot, 0)->layer()->index());
        for (const int other : {0, 2})
            QVERIFY(contrastRatio(raw(*m_plot, other)->pen().color(), lightTheme().card) < 2);
        m_plot->setHighlighted(-1);
        QCOMPARE(raw(*m_plot, 0)->pen().color(), runColour(lightTheme(), 0));
    }

    void pointer_findsTheLineUnderIt() {
        m_plot->addRun(4, {0, "Low"});
        m_plot->addRun(5, {1, "High"});
        m_plot->appendPoints(4, points(0, 1000, constant(1), 100));
        m_plot->appendPoints(5, points(0, 600, constant(3), 100));
        QTest::qWait(300);
        QSignalSpy hovered(m_plot.get(), &CurvePlot::runHovered);
        pointAt(inner(*m_plot), pixel(inner(*m_plot), 250, 3));
        pointAt(inner(*m_plot), pixel(inner(*m_plot), 260, 3) + QPoint(0, 3));
        pointAt(inner(*m_plot), pixel(inner(*m_plot), 450, 1));
        pointAt(inner(*m_plot), pixel(inner(*m_plot), 450, 2));
        pointAt(inner(*m_plot), pixel(inner(*m_plot), 800, 3));
        QList<int> runs;
        for (const QList<QVariant>& call : hovered)
            runs << call.front().toInt();
        QCOMPARE(runs, QList<int>({5, 4, -1}));
    }

    void box_holdsTheNearestSix() {
        for (int run = 0; run < 8; ++run) {
            m_plot->addRun(run, {run, QString("run%1").arg(run)});
            m_plot->appendPoints(run, points(0, 1000, constant(run)));
        }
        m_plot->setSmoothing(0.5);
        QTest::qWait(300);
        pointAt(inner(*m_plot), pixel(inner(*m_plot), 500, 5.2));
        const QString text = boxText(*m_plot);
        QList<qsizetype> places;
        for (const char* name : {"run5", "run6", "run4", "run7", "run3", "run2"})
            places << text.indexOf(name);
        QVERIFY(places.front() >= 0 && std::is_sorted(places.begin(), places.end()));
        QVERIFY(!text.contains("run1") && !text.contains("run0"));
        QVERIFY2(text.contains("and 2 more"), qPrintable(text));
        QVERIFY(text.count("5.000") == 2);  // smoothed and raw
    }

    void numbersOfTheAxis_moveTheTimeLine() {
        m_plot->addRun(0, {0, "Run"});
        m_plot->appendPoints(0, points(0, 1000, constant(1)));
        QTest::qWait(300);
        QCustomPlot* plot = inner(*m_plot);
        const QCPRange before = plot->xAxis->range();
        QSignalSpy chosen(m_plot.get(), &CurvePlot::cursorChosen);
        const QRect rect = plot->axisRect()->rect();
        send(plot, QEvent::MouseButtonPress, rect.center());
        send(plot, QEvent::MouseButtonRelease, rect.center());
        QCOMPARE(chosen.count(), 0);
        const int y = rect.bottom() + 8;
        send(plot, QEvent::MouseButtonPress, {pixel(plot, 400, 0).x(), y});
        send(plot, QEvent::MouseMove, {pixel(plot, 600, 0).x(), y - 60});
        send(plot, QEvent::MouseMove, {rect.right() + 500, y});
        send(plot, QEvent::MouseButtonRelease, {rect.right(), y});
        QCOMPARE(chosen.count(), 3);
        QVERIFY(std::abs(chosen[0].front().toDouble() - 400) < 3 && std::abs(chosen[1].front().toDouble() - 600) < 3);
        QCOMPARE(chosen[2].front().toDouble(), 1000.0);
        QCOMPARE(plot->xAxis->range(), before);
        QVERIFY(m_plot->isFollowing());
    }

    void logAxis_countsWhatItCannotShow() {
        m_plot->addRun(0, {0, "Run"});
        m_plot->appendPoints(0, points(0, 990, [](int u) { return u < 30 ? -1.0 : std::pow(10, u / 330.0 - 2); }));
        m_plot->setScale({ScaleKind::Log});
        QTRY_VERIFY(m_plot->findChildren<QLabel*>().at(1)->toolTip().contains("3 values not above 0"));
        const QVector<QCPGraphData> drawn = raw(*m_plot, 0)->drawnPoints();
        QVERIFY(std::isnan(drawn.front().value));
        QCOMPARE(drawn.back().value, 1.0);
        const QCPRange y = inner(*m_plot)->yAxis->range();
        QVERIFY(y.contains(-2 + 0.09) && y.contains(1) && y.size() < 4);
        m_plot->setScale({});
        QVERIFY(inner(*m_plot)->yAxis->range().contains(-1) && inner(*m_plot)->yAxis->range().contains(10));
    }

    /// A column of pixels holds hundreds of points; its extremes are there whatever the scale.
    void symlogAxis_losesNoExtreme() {
        m_plot->addRun(0, {0, "Run"});
        m_plot->appendPoints(0, points(
                                    0, 100'000, [](int u) { return u == 51'234  ? 900
                                                                   : u == 7'777 ? -30
                                                                                : 0.001; }, 1));
        const AxisScale scale{ScaleKind::Symlog, 0.01};
        m_plot->setScale(scale);
        double least = INFINITY, greatest = -INFINITY;
        for (const QCPGraphData& each : raw(*m_plot, 0)->drawnPoints()) {
            least = std::min(least, each.value);
            greatest = std::max(greatest, each.value);
        }
        QCOMPARE(greatest, scale.place(900));
        QCOMPARE(least, scale.place(-30));
        QVERIFY(inner(*m_plot)->yAxis->range().contains(scale.place(900)));
    }

    void outliers_leaveTheRangeButAreCounted() {
        m_plot->addRun(0, {0, "Run"});
        m_plot->appendPoints(0, points(0, 9990, [](int u) { return u % 2500 == 10 ? 1e4 : std::sin(u); }));
        QTRY_VERIFY(inner(*m_plot)->yAxis->range().upper > 1e4);
        m_plot->setOutliers(CurveOutliers::Clipped);
        QTRY_VERIFY(inner(*m_plot)->yAxis->range().upper < 4);
        QVERIFY(inner(*m_plot)->yAxis->range().upper > 1);
        QTRY_VERIFY2(m_plot->findChildren<QLabel*>().at(1)->toolTip().contains("4 points beyond"),
                     qPrintable(m_plot->findChildren<QLabel*>().at(1)->toolTip()));
        QCOMPARE(m_plot->pointCount(0), 1000);
        m_plot->setOutliers(CurveOutliers::Shown);
        QTRY_VERIFY(inner(*m_plot)->yAxis->range().upper > 1e4);
    }

    void panel_drawsGroupsAsBands() {
        CurvesPanel panel;
        for (int run = 0; run < 3; ++run) {
            panel.addRun(run, {run, "Seed"});
            panel.appendPoints(run, points(0, run == 2 ? 50 : 100, constant(run * run)));
        }
        panel.resize(960, 210);
        panel.show();
        panel.setBandKind(BandKind::MinMax);
        panel.setGroup(1, {0, "Seeds"}, {0, 1, 2});
        QCustomPlot* plot = inner(*panel.plots()[1]);
        QCOMPARE(plot->graphCount(), 9 + 3);
        QCOMPARE(plot->graph(9)->dataCount(), 11);
        QCOMPARE(plot->graph(10)->data()->at(5)->value, 4.0);
        QCOMPARE(plot->graph(11)->data()->at(5)->value, 1.0);
        QCOMPARE(plot->graph(10)->data()->at(6)->value, 1.0);  // one run has ended
        QVERIFY(plot->graph(10)->channelFillGraph() == plot->graph(9));
        QVERIFY(plot->graph(0)->visible());
        panel.setBandMembers(BandMembers::Hidden);
        QVERIFY(!plot->graph(0)->visible() && !plot->graph(6)->visible());
        panel.appendPoints(0, points(110, 120, constant(9)));
        QTRY_COMPARE(plot->graph(11)->dataCount(), 13);
        panel.setXAxis(CurveAxis::EncoderUpdates);
        QCOMPARE(plot->graph(11)->data()->at(5)->key, 150.0);
        panel.removeGroup(1);
        QCOMPARE(plot->graphCount(), 9);
        QVERIFY(plot->graph(0)->visible());
    }

    void panel_tellsUpdatesWhateverTheAxis() {
        CurvesPanel panel;
        panel.addRun(0, {0, "Run"});
        panel.appendPoints(0, points(0, 1000, constant(1)));
        panel.addRun(1, {1, "Fork"}, CurveStyle::Run, {0, 400});
        panel.appendPoints(1, points(410, 1000, constant(2)));
        panel.resize(1200, 260);
        panel.show();
        panel.setXAxis(CurveAxis::EncoderUpdates);
        panel.setTimeCursor(200);
        QTest::qWait(300);
        QCustomPlot* plot = inner(*panel.plots()[1]);
        QCOMPARE(raw(*panel.plots()[1], 1)->drawnPoints().front().key, 1200.0);
        const auto* line = plot->findChild<QCPItemStraightLine*>("time cursor");
        QVERIFY(line && line->visible());
        QCOMPARE(line->point1->key(), 600.0);
        QSignalSpy chosen(&panel, &CurvesPanel::cursorChosen);
        send(plot, QEvent::MouseButtonPress, {pixel(plot, 1500, 0).x(), plot->axisRect()->bottom() + 6});
        QCOMPARE(chosen.count(), 1);
        QVERIFY(std::abs(chosen[0].front().toDouble() - 500) < 5);
        panel.setTimeCursor(notMeasured);
        QVERIFY(!line->visible());
    }

    /// Printed, not limited: one drawing of 1,000,000 points, with each scale, a highlight and a band.
    void refresh_ofManyPoints() {
        for (int run = 0; run < 2; ++run) {
            m_plot->addRun(run, {run, "Run"});
            m_plot->appendPoints(run, points(
                                          0, 499'999, [](int u) { return 2 + std::sin(u * 12.9898) * 0.9; }, 1));
        }
        const auto draw = [this](const char* what) {
            QTest::qWait(300);
            inner(*m_plot)->replot();
            inner(*m_plot)->replot();
            qInfo("one drawing of 1,000,000 points, %s: %.2f ms", what, m_plot->replotMilliseconds());
        };
        draw("linear");
        m_plot->setHighlighted(1);
        draw("highlight");
        m_plot->setHighlighted(-1);
        m_plot->setScale({ScaleKind::Symlog, 0.01});
        draw("symlog");
        m_plot->setScale({ScaleKind::Log});
        draw("log");
        CurveBand band{{0, "Band"}, "median", {0, 1}, {}};
        for (int update = 0; update < 100'000; ++update)
            band.points.push_back({double(5 * update), 2, 1.2 + 0.1 * std::sin(update), 2.7, 2});
        m_plot->setBand(0, band);
        draw("log and a band of 100,000");
        m_plot->setOutliers(CurveOutliers::Clipped);
        draw("and outliers counted");
    }

private:
    std::unique_ptr<CurvePlot> m_plot;
};

QTEST_MAIN(TestCurveRuns)
#include "tst_curve_runs.moc"
