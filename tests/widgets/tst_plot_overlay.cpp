// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_overlay.h"

#include <QTest>
#include <QVBoxLayout>

using namespace collapsar;

class TestPlotOverlay : public QObject {
    Q_OBJECT

private slots:
    void box_neverCoversItsPoint() {
        const QSize room(640, 400);
        for (const QSize& size : {QSize(120, 60), QSize(300, 180), QSize(300, 390), QSize(500, 90)}) {
            for (int x = 0; x <= room.width(); x += 16) {
                for (int y = 0; y <= room.height(); y += 16) {
                    const QRect box = placeBeside({x, y}, size, room);
                    QVERIFY(QRect(QPoint(0, 0), room).contains(box));
                    QVERIFY2(!box.contains(QPoint(x, y)), qPrintable(QString("%1 %2").arg(x).arg(y)));
                }
            }
        }
    }

    void box_mayLeaveItsPlotButNotTheWindow() {
        QWidget window;
        window.resize(600, 300);
        auto* plot = new QWidget(&window);
        plot->setGeometry(10, 150, 100, 80);
        auto* box = new PlotReadout(plot);
        window.show();
        box->showAt({50, 40}, "a value<br>and another one<br>and a third");
        QVERIFY(box->isVisible());
        QCOMPARE(box->parentWidget(), &window);
        QVERIFY(box->geometry().left() > 10 + 50);
        QVERIFY(window.rect().contains(box->geometry()));
        plot->hide();
        QVERIFY(!box->isVisible());
        QPointer<PlotReadout> watched(box);
        delete plot;
        QVERIFY(watched.isNull());
    }
};

QTEST_MAIN(TestPlotOverlay)
#include "tst_plot_overlay.moc"
