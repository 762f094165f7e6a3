// SPDX-License-Identifier: GPL-3.0-or-later
// Only what tells runs apart is shown, settings first, then the switches.
#include "widgets/differences_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace collapsar;

namespace {

const QList<RunIdentity> identities{{0, "Basic"}, {3, "Pooled"}};

std::vector<ComparedRun> twoRuns() {
    std::vector<ComparedRun> runs(2);
    runs[1].settings.pooling = Pooling::Max;
    runs[1].settings.klWarmup = 2.5;
    Intervention shared;
    shared.at.update = 100;
    shared.field = "skip";
    shared.newValue = "on";
    Intervention weight = shared;
    weight.at.update = 1480;
    weight.field = "kl_weight";
    weight.newValue = "0.5";
    Intervention action;
    action.at.update = 1600;
    action.at.inner = 3;
    action.action = Action::ReinitialiseDecoder;
    runs[0].switches = {shared};
    runs[1].switches = {shared, weight, action};
    return runs;
}

}  // namespace

class TestDifferencesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsOnlyWhatDiffers() {
        DifferencesPanel panel;
        panel.setDifferences(identities, differencesBetween(twoRuns()));
        QVERIFY(panel.message().isEmpty());
        QCOMPARE(panel.copiedText(), QString("What\tBasic\tPooled\n"
                                             "Settings at the start\n"
                                             "Pooling\tLast\tMax\n"
                                             "KL warm-up\t10 epochs\t2.5 epochs\n"
                                             "Switches made while training\n"
                                             "1,480   KL weight\t–\t0.5\n"
                                             "1,600, inner 3   Decoder re-initialised\t–\tdone\n"));
    }

    void saysWhyItIsEmpty() {
        DifferencesPanel panel;
        QVERIFY(panel.message().contains("Select two"));
        std::vector<ComparedRun> runs(2);
        panel.setDifferences(identities, differencesBetween(runs));
        QVERIFY(panel.message().contains("Nothing differs"));
        panel.setDifferences(identities, differencesBetween(twoRuns()));
        QVERIFY(panel.message().isEmpty());
        panel.setDifferences({}, {});
        panel.setHint("Tick some.");
        QCOMPARE(panel.message(), QString("Tick some."));
    }

    void sameDifferencesDisturbNothing() {
        DifferencesPanel panel;
        panel.setDifferences(identities, differencesBetween(twoRuns()));
        QSignalSpy reset(panel.view()->model(), &QAbstractItemModel::modelReset);
        panel.setDifferences(identities, differencesBetween(twoRuns()));
        QCOMPARE(reset.count(), 0);
        panel.setDifferences({{0, "Plain"}, {3, "Pooled"}}, differencesBetween(twoRuns()));
        QCOMPARE(reset.count(), 1);
    }

    void chipsFollowTheTheme() {
        DifferencesPanel panel;
        panel.setDifferences(identities, differencesBetween(twoRuns()));
        const auto chipColour = [&panel] {
            const auto chip = panel.view()->model()->headerData(2, Qt::Horizontal, Qt::DecorationRole).value<QPixmap>();
            return chip.toImage().pixelColor(18, 5);
        };
        panel.setTheme(lightTheme());
        QCOMPARE(chipColour(), runColour(lightTheme(), 3));
        panel.setTheme(darkTheme());
        QCOMPARE(chipColour(), runColour(darkTheme(), 3));
        QCOMPARE(panel.view()->model()->index(1, 0).data(Qt::ForegroundRole).value<QColor>(), darkTheme().text);
    }

    void copyButtonAndKeyCopy() {
        DifferencesPanel panel;
        panel.resize(600, 300);
        auto* copy = panel.findChild<QPushButton*>();
        QVERIFY(!copy->isEnabled());
        panel.setDifferences(identities, differencesBetween(twoRuns()));
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), panel.copiedText());
        QApplication::clipboard()->clear();
        panel.view()->setFocus();
        QTest::keySequence(panel.view(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), panel.copiedText());
    }

    void modelKeepsItsPromises() {
        DifferencesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDifferences(identities, differencesBetween(twoRuns()));
        model.setTheme(darkTheme());
        QCOMPARE(model.index(2, 2).data(Qt::AccessibleTextRole).toString(), QString("Pooled, KL warm-up: 2.5 epochs"));
        model.setDifferences({}, {});
    }
};

QTEST_MAIN(TestDifferencesPanel)
#include "tst_differences_panel.moc"
