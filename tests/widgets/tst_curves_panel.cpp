// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curves_panel.h"

#include <qcustomplot.h>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

std::vector<Measurement> series(int from, int to) {
    std::vector<Measurement> points;
    for (int update = from; update < to; ++update) {
        Measurement m;
        m.at.update = update;
        m.encoderUpdates = 3 * update;
        m.epoch = update / 100.0;
        m.seconds = update / 10.0;
        m.elbo = -76 + update / 100.0;
        m.kl = update / 1000.0;
        m.miBatch = update / 2000.0;
        m.miFull = 0.5;
        m.activeUnits = update > 50;
        m.lag = 0.1;
        points.push_back(m);
    }
    return points;
}

QCustomPlot* inner(const CurvesPanel& panel, std::size_t place) {
    return panel.plots()[place]->findChild<QCustomPlot*>();
}

int markCount(const CurvesPanel& panel, std::size_t place, double* lastX = nullptr) {
    int marks = 0;
    for (int i = 0; i < inner(panel, place)->itemCount(); ++i) {
        auto* item = inner(panel, place)->item(i);
        if (item->objectName() != "mark") continue;
        ++marks;
        if (lastX) *lastX = qobject_cast<QCPItemStraightLine*>(item)->point1->key();
    }
    return marks;
}

void wheel(QWidget* widget, int angle) {
    const QPoint at = widget->rect().center();
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(widget, &event);
}

}  // namespace

class TestCurvesPanel : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_panel = std::make_unique<CurvesPanel>();
        m_panel->addRun(1, {0, "Basic"});
        m_panel->addRun(2, {1, "Aggressive"});
        m_panel->resize(960, 210);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void fourQuantities_areShown() {
        QStringList columns;
        for (const CurvePlot* plot : m_panel->plots())
            columns << plot->spec().column;
        QCOMPARE(columns, QStringList({"elbo", "kl", "mi_batch", "active_units"}));
        m_panel->setLatent(32);
        QCOMPARE(m_panel->plots()[3]->spec().unit, QString("of 32"));
        m_panel->appendPoints(1, series(0, 200));
        for (const CurvePlot* plot : m_panel->plots())
            QCOMPARE(plot->pointCount(1), 200);
        for (const CurvePlot* plot : m_panel->plots())
            QCOMPARE(plot->pointCount(2), 0);
    }

    void xRanges_areLinked() {
        m_panel->appendPoints(1, series(0, 900));
        QTRY_COMPARE(inner(*m_panel, 3)->xAxis->range().upper, 1000.0);
        QSignalSpy followed(m_panel.get(), &CurvesPanel::followChanged);
        wheel(inner(*m_panel, 0), 240);
        QCOMPARE(followed.count(), 1);
        QVERIFY(!m_panel->isFollowing());
        const QCPRange x = inner(*m_panel, 0)->xAxis->range();
        QVERIFY(x.size() < 800);
        m_panel->appendPoints(2, series(0, 1800));
        QTest::qWait(250);
        for (std::size_t place = 0; place < 4; ++place)
            QCOMPARE(inner(*m_panel, place)->xAxis->range(), x);
        m_panel->setFollow(true);
        QCOMPARE(followed.count(), 2);
        for (std::size_t place = 0; place < 4; ++place)
            QTRY_COMPARE(inner(*m_panel, place)->xAxis->range().upper, 2000.0);
    }

    void growth_isShared() {
        Measurement lone;
        lone.at.update = 700;
        lone.kl = 1;
        m_panel->appendPoints(1, std::vector<Measurement>{lone});
        for (std::size_t place = 0; place < 4; ++place)
            QTRY_COMPARE(inner(*m_panel, place)->xAxis->range().upper, 800.0);
    }

    void cursor_isShared() {
        m_panel->appendPoints(1, series(0, 100));
        QTest::qWait(250);
        QSignalSpy moved(m_panel.get(), &CurvesPanel::cursorMoved);
        const QPoint at = inner(*m_panel, 1)->axisRect()->rect().center();
        QMouseEvent move(QEvent::MouseMove, at, inner(*m_panel, 1)->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(inner(*m_panel, 1), &move);
        QCOMPARE(moved.count(), 1);
        for (std::size_t place = 0; place < 4; ++place) {
            auto* line = qobject_cast<QCPItemStraightLine*>(inner(*m_panel, place)->item(0));
            QVERIFY(line->visible());
            QCOMPARE(line->point1->key(), moved.front().front().toDouble());
        }
        m_panel->setCursor(notMeasured);
        QVERIFY(!inner(*m_panel, 2)->item(0)->visible());
        QCOMPARE(moved.count(), 1);
    }

    void xAxis_movesPointsAndMarks() {
        m_panel->appendPoints(1, series(0, 200));
        m_panel->addMark(1, 40, "aggressive on");
        m_panel->addMark(1, 500, "later");
        double x = 0;
        QCOMPARE(markCount(*m_panel, 2, &x), 2);
        QCOMPARE(x, 500.0);
        m_panel->setXAxis(CurveAxis::EncoderUpdates);
        QCOMPARE(m_panel->plots()[1]->pointCount(1), 200);
        QCOMPARE(inner(*m_panel, 1)->graph(0)->data()->at(199)->key, 597.0);
        QCOMPARE(markCount(*m_panel, 0), 2);
        m_panel->appendPoints(1, series(200, 600));
        markCount(*m_panel, 0, &x);
        QCOMPARE(x, 1500.0);
        m_panel->setXAxis(CurveAxis::Seconds);
        markCount(*m_panel, 3, &x);
        QVERIFY(std::abs(x - 50) < 1e-9);
        m_panel->clearRun(1);
        QCOMPARE(markCount(*m_panel, 3), 0);
        QCOMPARE(m_panel->plots()[1]->pointCount(1), 0);
    }

    void column_canBeAnother() {
        m_panel->appendPoints(1, series(0, 100));
        QSignalSpy changed(m_panel.get(), &CurvesPanel::columnChanged);
        m_panel->setColumn(2, "mi_full");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_panel->plots()[2]->spec().column, QString("mi_full"));
        QCOMPARE(m_panel->plots()[2]->pointCount(1), 100);
        QCOMPARE(inner(*m_panel, 2)->graph(0)->data()->at(50)->value, 0.5);
        m_panel->setColumn(2, "nonsense");
        m_panel->setColumn(9, "kl");
        QCOMPARE(changed.count(), 1);
    }

    void menu_offersColumnsAndExport() {
        QSignalSpy wanted(m_panel.get(), &CurvesPanel::exportRequested);
        emit m_panel->plots()[1]->customContextMenuRequested({5, 5});
        auto* menu = m_panel->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        QCOMPARE(menu->actions().front()->menu()->actions().size(), qsizetype(measurementColumns().size()));
        menu->actions().back()->trigger();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<CurvePlot*>(), m_panel->plots()[1]);
        menu->close();
    }

    void narrow_becomesTwoByTwo() {
        const auto row = [this](std::size_t place) {
            return m_panel->plots()[place]->mapTo(m_panel.get(), QPoint(0, 0)).y();
        };
        QCOMPARE(row(3), row(0));
        m_panel->resize(560, 420);
        QTRY_VERIFY(row(2) > row(0));
        QCOMPARE(row(1), row(0));
        m_panel->resize(960, 210);
        QTRY_COMPARE(row(2), row(0));
    }

    /// Printed, not limited: 4 visible plots, 100,000 points each.
    void refresh_ofFourPlots() {
        m_panel->appendPoints(1, series(0, 100'000));
        QTest::qWait(500);
        double total = 0;
        for (std::size_t place = 0; place < 4; ++place) {
            inner(*m_panel, place)->replot();
            total += m_panel->plots()[place]->replotMilliseconds();
        }
        qInfo("refresh of 4 plots with 100,000 points each: %.2f ms", total);
    }

private:
    std::unique_ptr<CurvesPanel> m_panel;
};

QTEST_MAIN(TestCurvesPanel)
#include "tst_curves_panel.moc"
