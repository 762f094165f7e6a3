// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latent_plane.h"

#include <qcustomplot.h>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace collapsar;

namespace {

SnapshotPointer snapshot(std::vector<float> approximate, std::vector<float> exact) {
    auto s = std::make_shared<Snapshot>();
    s->latent = 2;
    s->approximateMean = std::move(approximate);
    s->trueMean = std::move(exact);
    s->lag.assign(s->trueMean.size() / 2, 0.25F);
    return s;
}

}  // namespace

class TestLatentPlane : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        m_plane = std::make_unique<LatentPlane>();
        m_plane->setIdentity({1, "Aggressive"});
        m_plane->resize(460, 380);
        m_plane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plane.get()));
        m_plot = m_plane->findChild<QCustomPlot*>();
    }
    void cleanup() { m_plane.reset(); }

    /// Shaft: approximate, true, gap. A probe whose means coincide has a point and no arrow.
    void arrows_goFromApproximateToTrue() {
        m_plane->setSnapshot(snapshot({0, 0, 1, 1, -1, 2}, {2, 1, 1, 1, -2, 2.5F}));
        const auto* shafts = m_plane->findChild<QCPCurve*>("shafts");
        const auto* points = m_plane->findChild<QCPCurve*>("points");
        QTRY_COMPARE(points->dataCount(), 3);
        QCOMPARE(shafts->dataCount(), 6);
        QCOMPARE(shafts->data()->at(0)->key, 0.0);
        QCOMPARE(shafts->data()->at(1)->key, 2.0);
        QCOMPARE(shafts->data()->at(1)->value, 1.0);
        QVERIFY(std::isnan(shafts->data()->at(2)->key));
        QCOMPARE(shafts->data()->at(4)->value, 2.5);
    }

    void axes_areEqualAndHoldTheData() {
        m_plane->setSnapshot(snapshot({0, 0}, {4.2F, -0.5F}));
        QTRY_VERIFY(m_plot->xAxis->range().contains(4.2) && m_plot->yAxis->range() == m_plot->xAxis->range());
        QCOMPARE(m_plot->axisRect()->width(), m_plot->axisRect()->height());
        m_plane->setSnapshot(snapshot({0, 0}, {0.1F, 0.1F}));
        QTest::qWait(250);
        QVERIFY(m_plot->xAxis->range().contains(4.2));
        m_plane->fit();
        QTRY_COMPARE(m_plot->xAxis->range().upper, 3.0);
        QList<QCPItemEllipse*> circles = m_plane->findChildren<QCPItemEllipse*>("prior");
        QCOMPARE(circles.size(), qsizetype(2));
        QCOMPARE(circles[1]->bottomRight->key(), 2.0);
    }

    void hover_tellsAProbe() {
        m_plane->setProbeTexts(
            std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"a b <c>", "d e f"}));
        m_plane->setSnapshot(snapshot({0, 0, 1, 1}, {2, 1, -1.5F, 0.5F}));
        QTest::qWait(250);
        QSignalSpy hovered(m_plane.get(), &LatentPlane::probeHovered);
        const QPoint at(int(m_plot->xAxis->coordToPixel(2)), int(m_plot->yAxis->coordToPixel(1)));
        QMouseEvent move(QEvent::MouseMove, at, m_plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_plot, &move);
        QCOMPARE(hovered.front().front().toInt(), 0);
        QString text;
        for (const QLabel* label : m_plane->findChildren<QLabel*>())
            if (label->isVisible()) text += label->text();
        QVERIFY2(text.contains("a b &lt;c&gt;") && text.contains("2.000, 1.000") && text.contains("0.250"),
                 qPrintable(text));
    }

    void otherLatents_areRefusedInWords() {
        auto wide = std::make_shared<Snapshot>();
        wide->latent = 32;
        wide->approximateMean.resize(320);
        m_plane->setSnapshot(wide);
        QVERIFY2(m_plane->summary().contains("32"), qPrintable(m_plane->summary()));
        m_plane->setSnapshot(snapshot({1, 2}, {}));
        QTRY_COMPARE(m_plane->findChild<QCPCurve*>("points")->dataCount(), 1);
        QCOMPARE(m_plane->findChild<QCPCurve*>("shafts")->dataCount(), 0);
        m_plane->clear();
        m_plane->setSnapshot(nullptr);
        QTest::qWait(50);
        QPixmap page(300, 300);
        QCPPainter painter(&page);
        m_plane->paintFigure(painter, {300, 300});
    }

private:
    std::unique_ptr<LatentPlane> m_plane;
    QCustomPlot* m_plot = nullptr;
};

QTEST_MAIN(TestLatentPlane)
#include "tst_latent_plane.moc"
