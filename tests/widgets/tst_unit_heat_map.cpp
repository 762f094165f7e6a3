// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unit_heat_map.h"

#include <qcustomplot.h>

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

Snapshot snapshot(std::int64_t update, std::vector<float> kl, std::vector<float> variance) {
    Snapshot s;
    s.values.at.update = update;
    s.latent = static_cast<int>(kl.size());
    s.unitKl = std::move(kl);
    s.unitVariance = std::move(variance);
    return s;
}

QCPColorMap* mapOf(const UnitHeatMap& map) {
    return qobject_cast<QCPColorMap*>(map.findChild<QCustomPlot*>()->plottable(0));
}

}  // namespace

class TestUnitHeatMap : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_map = std::make_unique<UnitHeatMap>();
        m_map->addRun(3, {0, "Basic"});
        m_map->append(3, snapshot(0, {0.5F, 0.001F, 2}, {0.2F, 0, 0.009F}));
        m_map->append(3, snapshot(100, {0.1F, 0.002F, 3}, {0.02F, 0.001F, 0.9F}));
        m_map->resize(420, 260);
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
        QTest::qWait(50);
    }
    void cleanup() { m_map.reset(); }

    void values_holdUntilTheNextMeasurement() {
        QCOMPARE(float(m_map->valueAt(99, 0)), 0.5F);
        QCOMPARE(float(m_map->valueAt(100, 0)), 0.1F);
        m_map->setValue(UnitValue::Variance);
        QCOMPARE(float(m_map->valueAt(1e6, 2)), 0.9F);
        QVERIFY(std::isnan(m_map->valueAt(-1, 0)) && std::isnan(m_map->valueAt(5, 3)));
    }

    /// Rows from below: 0.002, 0.1, 3; colours by the logarithm.
    void cells_areSortedByKl() {
        QCPColorMapData* cells = mapOf(*m_map)->data();
        QCOMPARE(cells->valueSize(), 3);
        const int last = cells->keySize() - 1;
        QVERIFY(std::abs(cells->cell(last, 0) - std::log10(0.002F)) < 1e-6);
        QVERIFY(std::abs(cells->cell(last, 2) - std::log10(3.0)) < 1e-6);
        QVERIFY(std::abs(cells->cell(0, 2) - std::log10(2.0)) < 1e-6);
        m_map->setOrder(UnitOrder::Index);
        QTRY_VERIFY(std::abs(cells->cell(0, 2) - std::log10(0.5F)) < 1e-6);  // dimension 1 on top
    }

    void activeUnits_areCountedAndMarked() {
        QVERIFY(m_map->summary().contains("2 of 3 units active"));
        m_map->setActiveVariance(0.5);
        QVERIFY(m_map->summary().contains("1 of 3 units active"));
        const auto* line = m_map->findChild<QCPItemStraightLine*>("threshold");
        m_map->setValue(UnitValue::Variance);
        QTRY_VERIFY(line->visible());
        QVERIFY(std::abs(line->point1->value() - std::log10(0.5)) < 1e-9);
        const QVector<QString> labels = m_map->findChild<QCustomPlot*>()->yAxis->tickVectorLabels();
        QCOMPARE(std::count_if(labels.begin(), labels.end(),
                               [](const QString& text) { return text.contains(QChar(0x25CF)); }),
                 1);
    }

    void hover_tellsTheValues() {
        auto* plot = m_map->findChild<QCustomPlot*>();
        const QPoint at(int(plot->xAxis->coordToPixel(50)), int(plot->yAxis->coordToPixel(2)));
        QMouseEvent move(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(plot, &move);
        QString text;
        for (const QLabel* label : m_map->findChildren<QLabel*>())
            if (label->isVisible()) text += label->text();
        QVERIFY2(text.contains("dimension 3") && text.contains("KL 2 nats") && text.contains("inactive"),
                 qPrintable(text));
    }

    void anotherRun_canBeChosen() {
        auto* choice = m_map->findChild<QComboBox*>();
        QVERIFY(!choice->isVisible());
        m_map->addRun(5, {1, "Aggressive"});
        QVERIFY(choice->isVisible());
        QCOMPARE(m_map->run(), 3);
        QSignalSpy chosen(m_map.get(), &UnitHeatMap::runChosen);
        choice->setCurrentIndex(1);
        QCOMPARE(chosen.front().front().toInt(), 5);
        QCOMPARE(m_map->figureRuns().front().name, QString("Aggressive"));
        QVERIFY(m_map->summary().contains("not measured"));
        m_map->removeRun(5);
        QCOMPARE(m_map->run(), 3);
    }

    void goingBack_dropsWhatIsNewer() {
        m_map->append(3, snapshot(50, {1, 1, 1}, {1, 1, 1}));
        QCOMPARE(m_map->valueAt(1000, 1), 1.0);
        m_map->append(3, Snapshot{});
        QCOMPARE(m_map->valueAt(1000, 1), 1.0);
        m_map->clearRun(3);
        QVERIFY(std::isnan(m_map->valueAt(1000, 1)));
        QTest::qWait(50);
        QPixmap page(300, 200);
        QCPPainter painter(&page);
        m_map->paintFigure(painter, {300, 200});
    }

private:
    std::unique_ptr<UnitHeatMap> m_map;
};

QTEST_MAIN(TestUnitHeatMap)
#include "tst_unit_heat_map.moc"
