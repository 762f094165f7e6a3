// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/axis_scale.h"

#include <qcustomplot.h>

#include <QTest>
#include <cmath>

using namespace collapsar;

class TestAxisScale : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }

    void places_followTheDefinition() {
        const AxisScale symlog{ScaleKind::Symlog, 0.01};
        QCOMPARE(symlog.place(0), 0.0);
        QCOMPARE(symlog.place(0.005), 0.5);
        QCOMPARE(symlog.place(0.01), 1.0);
        QCOMPARE(symlog.place(10), 4.0);
        QCOMPARE(symlog.place(-0.1), -2.0);
        const AxisScale log{ScaleKind::Log};
        QCOMPARE(log.place(1000), 3.0);
        QVERIFY(std::isnan(log.place(0)) && std::isnan(log.place(-1)) && std::isnan(log.place(NAN)));
        QVERIFY(std::isnan(symlog.place(NAN)));
        QCOMPARE(AxisScale{}.place(-3.5), -3.5);
    }

    void values_areTheInverse() {
        for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Log, ScaleKind::Symlog}) {
            const AxisScale scale{kind, 0.0001};
            double before = -INFINITY;
            for (double value = -50; value <= 50; value += 0.37) {
                const double place = scale.place(value);
                if (std::isnan(place)) continue;
                QVERIFY(std::abs(scale.value(place) - value) < 1e-9);
                QVERIFY(place > before);
                before = place;
            }
        }
    }

    void words_stateTheThreshold() {
        QVERIFY(AxisScale{}.words().isEmpty());
        QVERIFY((AxisScale{ScaleKind::Symlog, 0.01}.words().contains("0.01")));
    }

    void ticks_areReadable_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::addColumn<QString>("expected");
        const int log = static_cast<int>(ScaleKind::Log), symlog = static_cast<int>(ScaleKind::Symlog);
        QTest::newRow("decades") << log << 0.0009 << 20.0 << "0.001 0.01 0.1 1 10";
        QTest::newRow("many decades") << log << 1e-9 << 1.1 << "10\u207B\u2079 10\u207B\u2077 10\u207B\u2075 0.001 0.1";
        QTest::newRow("one decade") << log << 1.0 << 9.0 << "2 4 6 8";
        QTest::newRow("within a step") << log << 40.0 << 47.0 << "40 41 42 43 44 45 46 47";
        QTest::newRow("symlog") << symlog << -0.02 << 2.0 << "-0.01 0 0.01 0.1 1";
        QTest::newRow("symlog, linear part") << symlog << -0.002 << 0.008 << "-0.002 0.000 0.002 0.004 0.006 0.008";
    }

    void ticks_areReadable() {
        QFETCH(int, kind);
        QFETCH(double, lower);
        QFETCH(double, upper);
        QFETCH(QString, expected);
        const AxisScale scale{static_cast<ScaleKind>(kind), 0.01};
        QCustomPlot plot;
        plot.yAxis->setRange(scale.place(lower), scale.place(upper));
        setScaledTicks(*plot.yAxis, 5, scale);
        plot.toPixmap(300, 300);
        QCOMPARE(QStringList(plot.yAxis->tickVectorLabels().toList()).join(' '), expected);
    }
};

QTEST_MAIN(TestAxisScale)
#include "tst_axis_scale.moc"
