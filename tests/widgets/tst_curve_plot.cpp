// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_plot.h"
#include "widgets/curve_range.h"
#include "widgets/curve_smoothing.h"
#include "widgets/decimated_graph.h"
#include "widgets/plot_ticker.h"

#include <qcustomplot.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <map>
#include <random>

using namespace collapsar;

namespace {

Measurement point(std::int64_t update, double kl, MeasurementKind kind = MeasurementKind::Probe) {
    Measurement m;
    m.kind = kind;
    m.at.update = update;
    m.encoderUpdates = 10 * update;
    m.epoch = static_cast<double>(update) / 100;
    m.kl = kl;
    return m;
}

void append(CurvePlot& plot, int run, std::vector<Measurement> points) {
    plot.appendPoints(run, points);
}

QCustomPlot* inner(const CurvePlot& plot) {
    return plot.findChild<QCustomPlot*>();
}
/// Three graphs a run, in order of addRun: raw, smoothed, scheduled.
QCPGraph* raw(const CurvePlot& plot, int nth = 0) {
    return inner(plot)->graph(3 * nth);
}
QCPGraph* smooth(const CurvePlot& plot, int nth = 0) {
    return inner(plot)->graph(3 * nth + 1);
}
QCPGraph* scheduled(const CurvePlot& plot, int nth = 0) {
    return inner(plot)->graph(3 * nth + 2);
}

/// QTest::mouseMove depends on where the platform's pointer was before; this does not.
void pointAt(QWidget* widget, const QPoint& at) {
    QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &move);
}

void wheel(QWidget* widget, const QPoint& at, int angle) {
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(widget, &event);
}

QString visibleText(const CurvePlot& plot) {
    QString text;
    for (const QLabel* label : plot.findChildren<QLabel*>())
        if (label->isVisible()) text += label->text() + '\n';
    return text;
}

}  // namespace

class TestCurvePlot : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_plot = std::make_unique<CurvePlot>();
        m_plot->setSpec(curveSpec("kl"));
        m_plot->addRun(7, {0, "Basic"});
        m_plot->resize(260, 220);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    }
    void cleanup() { m_plot.reset(); }

    void spec_comesFromTheColumn() {
        QCOMPARE(m_plot->spec().title, QString("KL"));
        QVERIFY(!m_plot->spec().estimator.isEmpty());
        QVERIFY(curveSpec("mi_batch").estimator.contains("ceiling ln B"));
        QCOMPARE(curveSpec("active_units").values, CurveValues::Integer);
        QVERIFY(curveSpec("no such column").title.isEmpty());
        for (const MeasurementColumn& column : measurementColumns())
            QVERIFY(!curveSpec(QString::fromUtf8(column.name.data(), qsizetype(column.name.size()))).title.isEmpty());
    }

    void points_areAllKept() {
        std::vector<Measurement> points;
        for (int update = 0; update < 1000; ++update)
            points.push_back(point(update, 1.0));
        points[500].kl = 50;
        m_plot->appendPoints(7, points);
        QCOMPARE(m_plot->pointCount(7), 1000);
        QCOMPARE(raw(*m_plot)->data()->at(500)->value, 50.0);
        append(*m_plot, 8, {point(1, 1)});
        QCOMPARE(m_plot->pointCount(8), 0);
    }

    void notMeasured_isLeftOutOrBreaksTheLine() {
        append(*m_plot, 7,
               {point(0, 1.0), point(1, notMeasured, MeasurementKind::Training), point(2, 2.0), point(3, notMeasured),
                point(4, INFINITY), point(5, 3.0)});
        QCOMPARE(m_plot->pointCount(7), 5);
        QVERIFY(std::isnan(raw(*m_plot)->data()->at(2)->value));
        QVERIFY(std::isnan(raw(*m_plot)->data()->at(3)->value));
        QTRY_VERIFY(inner(*m_plot)->yAxis->range().contains(3.0));
        QVERIFY(inner(*m_plot)->yAxis->range().upper < 4);
    }

    void scheduled_areMarkersOnTheLine() {
        append(*m_plot, 7, {point(0, 1.0, MeasurementKind::Scheduled), point(100, 2.0, MeasurementKind::Scheduled)});
        QCOMPARE(m_plot->pointCount(7), 2);
        append(*m_plot, 7, {point(120, 2.1)});
        QCOMPARE(scheduled(*m_plot)->dataCount(), 2);
        QCOMPARE(scheduled(*m_plot)->lineStyle(), QCPGraph::lsNone);
        QCOMPARE(m_plot->pointCount(7), 3);
    }

    /// Oracle: the closed sum of w^age * value / sum of w^age.
    void smoothing_isTheDebiasedMean() {
        const std::vector<double> values{1, 3, 2, 5, -1};
        DebiasedMean mean(0.6);
        for (std::size_t n = 0; n < values.size(); ++n) {
            double sum = 0, weights = 0;
            for (std::size_t i = 0; i <= n; ++i) {
                sum += std::pow(0.6, double(n - i)) * values[i];
                weights += std::pow(0.6, double(n - i));
            }
            QVERIFY(std::abs(mean.add(values[n]) - sum / weights) < 1e-12);
        }
        DebiasedMean constant(0.999);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(constant.add(0.1), 0.1);
        DebiasedMean broken(0.9);
        QCOMPARE(broken.add(2), 2.0);
        QVERIFY(std::isnan(broken.add(NAN)));
        QCOMPARE(broken.add(2), 2.0);
    }

    /// Probes are measured aside and come late; the line must be the one of all points in order.
    void smoothing_ofLatePointsIsThatOfAllAtOnce() {
        std::mt19937 generator(3);
        std::normal_distribution<double> noise;
        std::vector<Measurement> arrived;
        for (int update = 0; update < 2000; ++update) {
            arrived.push_back(point(update, update % 97 == 5 ? notMeasured : noise(generator)));
            if (update % 40 == 39) arrived.push_back(point(update - 30, noise(generator)));
            if (update % 701 == 700) arrived.push_back(point(update - 650, noise(generator)));
        }
        m_plot->setSmoothing(0.95);
        for (std::size_t first = 0; first < arrived.size(); first += 7) {
            m_plot->appendPoints(7,
                                 std::span(arrived).subspan(first, std::min<std::size_t>(7, arrived.size() - first)));
            DebiasedMean mean(0.95);
            QCOMPARE(smooth(*m_plot)->dataCount(), raw(*m_plot)->dataCount());
            for (int i = 0; i < raw(*m_plot)->dataCount(); ++i) {
                const QCPGraphData& whole = *raw(*m_plot)->data()->at(i);
                const QCPGraphData& grown = *smooth(*m_plot)->data()->at(i);
                const double expected = mean.add(whole.value);
                QCOMPARE(grown.key, whole.key);
                QVERIFY(std::isnan(expected) ? std::isnan(grown.value) : grown.value == expected);
            }
        }
    }

    /// Whatever was appended, put between or replaced before: every column of pixels spans its points' extremes.
    void decimation_losesNoExtreme() {
        std::mt19937 generator(4);
        std::normal_distribution<double> noise;
        int update = 0;
        const auto grow = [&](int count) {
            for (int i = 0; i < count; ++i, ++update) {
                const bool isGap = update >= 30'000 && update < 31'000;
                append(*m_plot, 7, {point(update, isGap ? notMeasured : update % 7919 == 13 ? 40 : noise(generator))});
            }
        };
        grow(40'000);
        checkColumns({-500, 41'000});
        append(*m_plot, 7, {point(20'001, -35.0)});  // late, far from the end
        checkColumns({-500, 41'000});
        grow(333);
        checkColumns({-500, 41'000});
        checkColumns({10'000.5, 33'333});
        m_plot->clearRun(7);
        for (int ramp = 0; ramp < 50'000; ++ramp)  // one point too many or too few is another extreme
            append(*m_plot, 7, {point(ramp, ramp)});
        checkColumns({0, 50'000});
    }

    /// Thousands of evaluations: the markers that show cover those that do not.
    void markers_thinOutWhereTheyCoverEachOther() {
        std::vector<Measurement> few, many;
        for (int update = 0; update < 50; ++update)
            few.push_back(point(update, update % 7, MeasurementKind::Scheduled));
        m_plot->appendPoints(7, few);
        const auto* graph = qobject_cast<DecimatedGraph*>(scheduled(*m_plot));
        QVERIFY(graph != nullptr);
        QCOMPARE(graph->drawnMarkers().size(), qsizetype(50));
        for (int update = 50; update < 20'000; ++update)
            many.push_back(point(update, update == 777 ? 99 : update % 7, MeasurementKind::Scheduled));
        m_plot->appendPoints(7, many);
        m_plot->fit();
        QTest::qWait(250);
        const QVector<QCPGraphData> drawn = graph->drawnMarkers();
        QVERIFY(drawn.size() <= inner(*m_plot)->axisRect()->width());
        const auto has = [&](double key, double value) {
            return std::any_of(drawn.begin(), drawn.end(),
                               [&](const QCPGraphData& each) { return each.value == value && each.key <= key; });
        };
        QVERIFY(has(777, 99));
        QVERIFY(has(20'000, 0) && has(20'000, 6));
        const double pixel = inner(*m_plot)->xAxis->range().size() / inner(*m_plot)->axisRect()->width();
        for (int update = 0; update < 20'000; update += 100)
            QVERIFY(std::any_of(drawn.begin(), drawn.end(),
                                [&](const QCPGraphData& each) { return std::abs(each.key - update) < 4 * pixel; }));
    }

    void smoothing_leavesTwoPointsAlone() {
        m_plot->setSmoothing(0.9);
        append(*m_plot, 7, {point(0, 1.0), point(1, 3.0)});
        QCOMPARE(smooth(*m_plot)->dataCount(), 2);
        QCOMPARE(smooth(*m_plot)->data()->at(1)->value, 3.0);
        append(*m_plot, 7, {point(2, 2.0)});
        append(*m_plot, 7, {point(3, 2.5)});
        const std::vector<double> oneByOne{smooth(*m_plot)->data()->at(1)->value,
                                           smooth(*m_plot)->data()->at(3)->value};
        QVERIFY(oneByOne[0] < 3.0);
        m_plot->setSmoothing(0);
        QVERIFY(!smooth(*m_plot)->visible());
        m_plot->setSmoothing(0.9);
        QCOMPARE(smooth(*m_plot)->dataCount(), 4);
        QCOMPARE(smooth(*m_plot)->data()->at(1)->value, oneByOne[0]);
        QCOMPARE(smooth(*m_plot)->data()->at(3)->value, oneByOne[1]);
        QVERIFY(raw(*m_plot)->pen().color().alpha() < 128);
    }

    void axes_growAndNeverShrink() {
        append(*m_plot, 7, {point(0, 1.0), point(930, 2.0)});
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 1000.0);
        QCOMPARE(inner(*m_plot)->xAxis->range().lower, 0.0);
        const QCPRange y = inner(*m_plot)->yAxis->range();
        QVERIFY(y.contains(1.0) && y.contains(2.0));
        append(*m_plot, 7, {point(940, 1.5)});
        QTest::qWait(250);
        QVERIFY(inner(*m_plot)->yAxis->range().upper >= y.upper);
        QVERIFY(inner(*m_plot)->yAxis->range().lower <= y.lower);
        append(*m_plot, 7, {point(1001, 1.5)});
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 1200.0);
        m_plot->clearRun(7);
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 100.0);
    }

    void ranges_areRounded() {
        QCOMPARE(roundedUp(930), 1000.0);
        QCOMPARE(roundedUp(1000), 1000.0);
        QCOMPARE(roundedUp(1001), 1200.0);
        QCOMPARE(roundedUp(0), 0.0);
        QCOMPARE(roundedUp(NAN), 0.0);
        Extent constant;
        constant.add(-45);
        QVERIFY(roomAround(constant).upper - roomAround(constant).lower >= 0.1);
        QCOMPARE(tickLabel(-1e-17, 0.5, QLocale::c()), QString("0.0"));
        QCOMPARE(tickLabel(0.25, 0.25, QLocale::c()), QString("0.25"));
        QCOMPARE(tickLabel(2.5, 2.5, QLocale::c()), QString("2.5"));
        QCOMPARE(tickLabel(2000, 500, QLocale(QLocale::English)), QString("2,000"));
    }

    void zoom_staysWhileDataArrive() {
        append(*m_plot, 7, {point(0, 0.0), point(500, 2.0)});
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 500.0);
        QSignalSpy followed(m_plot.get(), &CurvePlot::followChanged);
        QSignalSpy moved(m_plot.get(), &CurvePlot::xRangeChanged);
        wheel(inner(*m_plot), inner(*m_plot)->axisRect()->rect().center(), 240);
        QCOMPARE(followed.count(), 1);
        QCOMPARE(moved.count(), 1);
        const QCPRange x = inner(*m_plot)->xAxis->range();
        const QCPRange y = inner(*m_plot)->yAxis->range();
        for (int update = 501; update < 700; ++update)
            append(*m_plot, 7, {point(update, 9.0)});
        QTest::qWait(250);
        QCOMPARE(inner(*m_plot)->xAxis->range(), x);
        QCOMPARE(inner(*m_plot)->yAxis->range(), y);
        m_plot->setFollow(true);
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 800.0);
        QVERIFY(inner(*m_plot)->yAxis->range().contains(9.0));
        QTest::mouseDClick(inner(*m_plot), Qt::LeftButton, {}, inner(*m_plot)->axisRect()->rect().center());
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 699.0);
    }

    void cursor_showsNearestValues() {
        m_plot->addRun(9, {1, "Other <run>"});
        append(*m_plot, 7, {point(0, 0.111), point(100, 0.222)});
        append(*m_plot, 9, {point(0, 0.333), point(100, 0.444)});
        m_plot->addMark(9, 60, "KL weight");
        QTest::qWait(250);
        QSignalSpy moved(m_plot.get(), &CurvePlot::cursorMoved);
        const int x = static_cast<int>(std::lround(inner(*m_plot)->xAxis->coordToPixel(60)));
        pointAt(inner(*m_plot), {x, inner(*m_plot)->axisRect()->rect().center().y()});
        QTRY_COMPARE(moved.count(), 1);
        QVERIFY(std::abs(moved.back().front().toDouble() - 60) < 1);
        QVERIFY(visibleText(*m_plot).contains("0.222"));
        QVERIFY(visibleText(*m_plot).contains("0.444"));
        QVERIFY(visibleText(*m_plot).contains("Other &lt;run&gt;"));
        QVERIFY(visibleText(*m_plot).contains("KL weight"));
        QVERIFY(!visibleText(*m_plot).contains("0.111"));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(inner(*m_plot), &leave);
        QVERIFY(std::isnan(moved.back().front().toDouble()));
        QVERIFY(!visibleText(*m_plot).contains("0.444"));
        m_plot->setCursor(2);
        QVERIFY(visibleText(*m_plot).contains("0.11"));
        QCOMPARE(moved.count(), 2);
    }

    void marks_comeAndGo() {
        const int before = inner(*m_plot)->itemCount();
        m_plot->addMark(7, 100, "aggressive on");
        m_plot->addMark(7, 200, "aggressive off");
        QCOMPARE(inner(*m_plot)->itemCount(), before + 2);
        QCOMPARE(inner(*m_plot)->item(before)->objectName(), QString("mark"));
        m_plot->clearMarks(7);
        QCOMPARE(inner(*m_plot)->itemCount(), before);
        m_plot->addMark(7, 100, "again");
        m_plot->removeRun(7);
        QCOMPARE(inner(*m_plot)->itemCount(), before);
        QCOMPARE(inner(*m_plot)->graphCount(), 0);
    }

    void otherAxis_placesByEncoderUpdates() {
        m_plot->setXAxis(CurveAxis::EncoderUpdates);
        append(*m_plot, 7, {point(0, 1.0), point(50, 2.0)});
        QCOMPARE(raw(*m_plot)->data()->at(1)->key, 500.0);
        QCOMPARE(axisValue(point(50, 0), CurveAxis::Epoch), 0.5);
    }

    void emptyAndSinglePoint_areHarmless() {
        m_plot->fit();
        append(*m_plot, 7, {});
        QVERIFY(m_plot->summary().contains("not measured"));
        append(*m_plot, 7, {point(0, 0.0)});
        m_plot->fit();
        QTest::qWait(250);
        QVERIFY(inner(*m_plot)->yAxis->range().size() >= 0.1);
        QVERIFY(m_plot->summary().contains("Basic 0.000"));
    }

    void theme_recoloursLines() {
        m_plot->setTheme(darkTheme());
        QCOMPARE(raw(*m_plot)->pen().color(), runColour(darkTheme(), 0));
        QTRY_COMPARE(m_plot->findChild<QCustomPlot*>()->toPixmap(100, 100).toImage().pixelColor(1, 1),
                     darkTheme().card);
    }

    void lines_takeTheFastPath() {
        QVERIFY(inner(*m_plot)->plottingHints().testFlag(QCP::phFastPolylines));
        QVERIFY(!inner(*m_plot)->plottingHints().testFlag(QCP::phImmediateRefresh));
        std::vector<Measurement> points;
        for (int update = 0; update < 5000; ++update)
            points.push_back(point(update, std::sin(update)));
        m_plot->appendPoints(7, points);
        QVERIFY(raw(*m_plot)->pen().widthF() <= 1);
        QCOMPARE(raw(*m_plot)->pen().style(), Qt::SolidLine);
    }

    /// Not timed against a limit: the figure is printed, the property checked is that drawings are merged.
    void refresh_isMergedAndCheap() {
        std::mt19937 generator(1);
        std::normal_distribution<double> noise;
        std::vector<Measurement> points;
        for (int update = 0; update < 100'000; ++update)
            points.push_back(point(update, 2 + noise(generator)));
        m_plot->setSmoothing(0.9);
        QElapsedTimer timer;
        timer.start();
        m_plot->appendPoints(7, points);
        qInfo("appending 100,000 points: %.1f ms", double(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(400);
        QSignalSpy drawn(inner(*m_plot), &QCustomPlot::afterReplot);
        for (int i = 0; i < 200; ++i)
            append(*m_plot, 7, {point(100'000 + i, 2.0)});
        QCOMPARE(drawn.count(), 0);
        QTRY_VERIFY(drawn.count() >= 1);
        inner(*m_plot)->replot();
        qInfo("one drawing of 100,200 points, raw and smoothed: %.2f ms", m_plot->replotMilliseconds());
        m_plot->setSmoothing(0);
        inner(*m_plot)->replot();
        qInfo("one drawing of 100,200 points, raw: %.2f ms", m_plot->replotMilliseconds());
    }

private:
    std::unique_ptr<CurvePlot> m_plot;

    /// Against a plain pass over the data that are in view.
    void checkColumns(const QCPRange& range) {
        inner(*m_plot)->xAxis->setRange(range);
        const auto* graph = qobject_cast<DecimatedGraph*>(raw(*m_plot));
        QVERIFY(graph != nullptr);
        const double width = range.size() / inner(*m_plot)->axisRect()->width();
        struct Column {
            double least = INFINITY, greatest = -INFINITY;
            int gaps = 0, points = 0;
        };
        const auto columnsOf = [&](auto first, auto last) {
            std::map<long, Column> columns;
            for (; first != last; ++first) {
                const QCPGraphData& each = *first;
                if (!range.contains(each.key)) continue;
                Column& column = columns[std::lround(std::floor((each.key - range.lower) / width))];
                ++column.points;
                if (std::isnan(each.value)) ++column.gaps;
                if (each.value < column.least) column.least = each.value;
                if (each.value > column.greatest) column.greatest = each.value;
            }
            return columns;
        };
        const QVector<QCPGraphData> drawn = graph->drawnPoints();
        QVERIFY2(drawn.size() < 6 * inner(*m_plot)->axisRect()->width(), qPrintable(QString::number(drawn.size())));
        const auto shown = columnsOf(drawn.begin(), drawn.end());
        const auto whole = columnsOf(graph->data()->constBegin(), graph->data()->constEnd());
        QCOMPARE(shown.size(), whole.size());
        for (const auto& [place, column] : whole) {
            QVERIFY(shown.contains(place));
            QCOMPARE(shown.at(place).least, column.least);
            QCOMPARE(shown.at(place).greatest, column.greatest);
            if (column.gaps == column.points) QVERIFY(shown.at(place).gaps == shown.at(place).points);
        }
    }
};

QTEST_MAIN(TestCurvePlot)
#include "tst_curve_plot.moc"
