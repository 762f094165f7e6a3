// SPDX-License-Identifier: GPL-3.0-or-later
// The table of runs: order, filter, groups and the tree; what a hand does comes out as signals; values that stream in
// disturb nothing.
#include "widgets/runs_delegate.h"
#include "widgets/runs_model.h"
#include "widgets/runs_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <memory>

using namespace collapsar;

namespace {

RunRow makeRow(int run, const QString& name, const char* strategy, double elbo, std::uint64_t seed = 1) {
    RunRow row;
    row.run = run;
    row.identity = {run, name};
    row.summary.strategy = strategy;
    row.summary.phase = RunPhase::Training;
    row.summary.run.settings.seed = seed;
    row.summary.values.updates = 1000;
    row.summary.values.elbo = elbo;
    return row;
}

/// Basic; Aggressive; a fork of Basic; two more aggressive seeds; one that was never measured.
std::vector<RunRow> sample() {
    std::vector<RunRow> rows{makeRow(0, "Basic", "basic", -52), makeRow(1, "Aggressive", "aggressive", -50),
                             makeRow(2, "Fork", "basic, live", -51), makeRow(3, "Seed 2", "aggressive", -54, 2),
                             makeRow(5, "Unmeasured", "skip", notMeasured)};
    rows[2].parentRun = 0;
    rows[2].parentAt.update = 480;
    rows[3].note = "odd one";
    return rows;
}

}  // namespace

class TestRunsPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<RunsPanel> m_panel;

    QList<int> order() const {
        QList<int> runs;
        for (int line = 0; line < m_panel->lines()->rowCount(); ++line)
            runs << m_panel->lines()->index(line, 0).data(RunsArrangement::RunRole).toInt();
        return runs;
    }
    QRect cell(int run, RunColumn column = RunColumn::Name) const {
        return m_panel->view()->visualRect(
            m_panel->lines()->index(m_panel->lines()->lineOf(run), static_cast<int>(column)));
    }
    void click(const QPoint& place, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::mouseClick(m_panel->view()->viewport(), Qt::LeftButton, modifiers, place);
    }
    void pick(int run, Qt::KeyboardModifiers modifiers = {}) const { click(cell(run).center(), modifiers); }
    QLineEdit* editor() const { return m_panel->view()->viewport()->findChild<QLineEdit*>(); }
    void clickHeader(RunColumn column) const {
        QHeaderView* header = m_panel->view()->horizontalHeader();
        const int middle = header->sectionViewportPosition(static_cast<int>(column)) + 20;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {middle, header->height() / 2});
    }
    QString text(int line, RunColumn column) const {
        return m_panel->lines()->index(line, static_cast<int>(column)).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() {
        m_panel = std::make_unique<RunsPanel>();
        m_panel->resize(1240, 320);
        m_panel->setRows(sample());
        m_panel->lines()->settle();
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void strategiesSpeakTheReadersNumbers() {
        const std::string name = "SA-VAE 10 + cyclical + free bits 0.5 per batch + word dropout 1e-05 + pooling absmax";
        QCOMPARE(strategyText(name),
                 QString("SA-VAE 10 + cyclical + free bits 0.5 per batch + word dropout 1e-05 + pooling |max|"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString german = strategyText("free bits 0.25 + beta 0.5, live");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(german, QString("free bits 0,25 + beta 0,5, live"));
    }

    void modelsKeepTheirPromises() {
        RunsModel runs;
        RunsArrangement lines(runs);
        QAbstractItemModelTester first(&runs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester second(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
        runs.setRows(sample());
        lines.setGrouping(RunGrouping::Strategy);
        lines.sort(static_cast<int>(RunColumn::Elbo), Qt::DescendingOrder);
        lines.setFilter("aggressive");
        lines.toggleGroup(0);
        lines.setFilter({});
        std::vector<RunRow> rows = sample();
        rows.erase(rows.begin() + 1);
        rows.push_back(makeRow(9, "New", "skip", -40));
        runs.setRows(rows);
        lines.setGrouping(RunGrouping::None);
        lines.settle();
        QCOMPARE(lines.rowCount(), 5);
        runs.setRows({});
        QCOMPARE(lines.rowCount(), 0);
    }

    void forksStandUnderTheirParents() {
        QCOMPARE(order(), QList<int>({0, 2, 1, 3, 5}));
        const QModelIndex fork = m_panel->lines()->index(1, 0);
        QCOMPARE(fork.data(RunsArrangement::DepthRole).toInt(), 1);
        QCOMPARE(fork.data(RunsArrangement::OriginRole).toString(), QString("from Basic at 480"));
        QSignalSpy told(m_panel->lines(), &QAbstractItemModel::dataChanged);
        std::vector<RunRow> renamed = sample();
        renamed[0].identity.name = "Plain";
        m_panel->setRows(renamed);
        QVERIFY(std::any_of(told.begin(), told.end(),
                            [](const QVariantList& change) { return change.at(0).value<QModelIndex>().row() == 1; }));
        QCOMPARE(fork.data(RunsArrangement::OriginRole).toString(), QString("from Plain at 480"));
    }

    void headerSortsAndTheThirdClickGoesBack() {
        clickHeader(RunColumn::Elbo);
        QCOMPARE(order(), QList<int>({3, 0, 2, 1, 5}));
        clickHeader(RunColumn::Elbo);
        QCOMPARE(order(), QList<int>({1, 2, 0, 3, 5}));  // not measured stays last
        clickHeader(RunColumn::Elbo);
        QCOMPARE(order(), QList<int>({0, 2, 1, 3, 5}));
    }

    void filterNeedsEveryWordAndSaysWhenNothingMatches() {
        auto* filter = m_panel->findChild<QLineEdit*>();
        filter->setFocus();
        QTest::keyClicks(filter, "aggressive odd");
        QCOMPARE(order(), QList<int>({3}));
        QTest::keyClicks(filter, "xyz");
        QVERIFY(order().isEmpty());
        QVERIFY(!m_panel->view()->isVisible());
        const auto labels = m_panel->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains("aggressive oddxyz");
        }));
        for (auto* button : m_panel->findChildren<QPushButton*>()) {
            if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(order().size(), 5);
        QVERIFY(m_panel->view()->isVisible());
    }

    void emptyTableSaysWhatToDo() {
        m_panel->setRows({});
        QVERIFY(!m_panel->view()->isVisible());
        const auto labels = m_panel->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains("Press Start");
        }));
    }

    void groupsShowMeanAndSampleDeviation() {
        m_panel->setGrouping(RunGrouping::Strategy);
        QCOMPARE(order(), QList<int>({-1, 0, -1, 1, 3, -1, 2, -1, 5}));
        QCOMPARE(text(2, RunColumn::Name), QString("aggressive"));
        // By hand: mean of -50 and -54 is -52; sample sd = sqrt((4 + 4) / 1) = 2.828.
        QCOMPARE(text(2, RunColumn::Elbo), QString("-52.00 ± 2.83"));
        QCOMPARE(text(2, RunColumn::Updates), QString("1,000"));
        QCOMPARE(text(0, RunColumn::Elbo), QString("-52.00"));  // one run has no deviation
        QCOMPARE(text(7, RunColumn::Elbo), QString("–"));
        click(m_panel->view()->visualRect(m_panel->lines()->index(2, 0)).center());
        QCOMPARE(order(), QList<int>({-1, 0, -1, -1, 2, -1, 5}));
        QCOMPARE(m_panel->selectedRuns(), QList<int>({1, 3}));
        QTest::keyClick(m_panel->view(), Qt::Key_Return);
        QCOMPARE(order().size(), 9);
        clickHeader(RunColumn::Elbo);
        QCOMPARE(text(0, RunColumn::Name), QString("basic"));  // -52, as aggressive, and older
        QCOMPARE(text(8, RunColumn::Name), QString("Unmeasured"));
    }

    void tickAndSpaceShowAndHide() {
        QSignalSpy shown(m_panel.get(), &RunsPanel::shownChanged);
        click(RunsDelegate::tickBox(cell(1), 0).center());
        QCOMPARE(shown.takeFirst(), QVariantList({1, false}));
        QVERIFY(m_panel->selectedRuns().isEmpty());
        pick(0);
        pick(1, Qt::ControlModifier);
        QTest::keyClick(m_panel->view(), Qt::Key_Space);  // one was hidden: both are shown
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.takeFirst(), QVariantList({1, true}));
        QTest::keyClick(m_panel->view(), Qt::Key_Space);
        QCOMPARE(shown.size(), 2);
    }

    void renamedInPlaceWhileValuesStream() {
        QSignalSpy renamed(m_panel.get(), &RunsPanel::renamed);
        clickHeader(RunColumn::Elbo);
        pick(0);
        QTest::keyClick(m_panel->view(), Qt::Key_F2);
        QVERIFY(editor() != nullptr);
        editor()->selectAll();
        QTest::keyClicks(editor(), "Plain ");
        std::vector<RunRow> rows = sample();
        rows[0].summary.values.elbo = -10;
        rows.push_back(makeRow(7, "Late", "skip", -99));
        rows.erase(rows.begin() + 1);
        m_panel->setRows(rows);
        QVERIFY(editor() != nullptr);
        QTest::keyClicks(editor(), "one");
        QCOMPARE(editor()->text(), QString("Plain one"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed.at(0), QVariantList({0, "Plain one"}));
        QTRY_COMPARE_WITH_TIMEOUT(order(), QList<int>({7, 3, 2, 0, 5}), 3000);  // then lines move
        QCOMPARE(m_panel->selectedRuns(), QList<int>({0}));
    }

    void emptyNamesAreRefused() {
        QSignalSpy renamed(m_panel.get(), &RunsPanel::renamed);
        pick(1);
        QTest::keyClick(m_panel->view(), Qt::Key_F2);
        editor()->selectAll();
        QTest::keyClick(editor(), Qt::Key_Delete);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(editor() == nullptr);
        QCOMPARE(renamed.size(), 0);
        QCOMPARE(m_panel->model()->find(1)->identity.name, QString("Aggressive"));
    }

    void noteIsWritten() {
        QSignalSpy noted(m_panel.get(), &RunsPanel::noteEdited);
        click(cell(1, RunColumn::Note).center());
        QTest::mouseDClick(m_panel->view()->viewport(), Qt::LeftButton, {}, cell(1, RunColumn::Note).center());
        QVERIFY(editor() != nullptr);
        QTest::keyClicks(editor(), "see  Fig. 3");
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted.at(0), QVariantList({1, "see  Fig. 3"}));
        QSignalSpy grouped(m_panel.get(), &RunsPanel::groupEdited);
        m_panel->action(RunsPanel::Command::EditGroup)->trigger();
        QTest::keyClicks(editor(), "He");
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(grouped.size(), 1);
        QCOMPARE(grouped.at(0), QVariantList({1, "He"}));
        m_panel->setGrouping(RunGrouping::Group);
        QVERIFY(order().size() == 7);
    }

    void keysAskForWhatTheySay() {
        QSignalSpy deleted(m_panel.get(), &RunsPanel::deleteRequested);
        QSignalSpy isolated(m_panel.get(), &RunsPanel::isolateRequested);
        QSignalSpy forked(m_panel.get(), &RunsPanel::forkRequested);
        QSignalSpy selected(m_panel.get(), &RunsPanel::selectionChanged);
        pick(2);
        QCOMPARE(selected.last().at(0).value<QList<int>>(), QList<int>({2}));
        pick(3, Qt::ControlModifier);
        QTest::keyClick(m_panel->view(), Qt::Key_Return);
        QCOMPARE(isolated.at(0).at(0).toInt(), 3);
        m_panel->action(RunsPanel::Command::Fork)->trigger();
        QCOMPARE(forked.at(0).at(0).toInt(), 3);
        QTest::keyClick(m_panel->view(), Qt::Key_Delete);
        QCOMPARE(deleted.at(0).at(0).value<QList<int>>(), QList<int>({2, 3}));
        QCOMPARE(m_panel->model()->rowCount(), 5);  // the owner deletes
    }

    void hoverGoesOutOnceAndComesInSilently() {
        QSignalSpy hovered(m_panel.get(), &RunsPanel::runHovered);
        QTest::mouseMove(m_panel->view()->viewport(), cell(1).center());
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered.at(0).at(0).toInt(), 1);
        QTest::mouseMove(m_panel->view()->viewport(), cell(1).center() + QPoint(9, 0));
        m_panel->setHovered(2);
        QCOMPARE(hovered.size(), 1);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_panel->view()->viewport(), &leave);
        QCOMPARE(hovered.last().at(0).toInt(), -1);
    }

    void setRowsIsQuietAndKeepsThePlace() {
        pick(3);
        QSignalSpy changed(m_panel->model(), &QAbstractItemModel::dataChanged);
        QSignalSpy selected(m_panel.get(), &RunsPanel::selectionChanged);
        m_panel->setRows(sample());
        QCOMPARE(changed.size(), 0);  // NaN is the same as NaN
        std::vector<RunRow> rows = sample();
        rows[1].summary.values.kl = 1.3;
        m_panel->setRows(rows);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(selected.size(), 0);
        QCOMPARE(m_panel->selectedRuns(), QList<int>({3}));
        rows.erase(rows.begin() + 3);
        m_panel->setRows(rows);
        QVERIFY(m_panel->selectedRuns().isEmpty());
    }

    void linesWaitBeforeTheyMove() {
        clickHeader(RunColumn::Elbo);
        std::vector<RunRow> rows = sample();
        rows[3].summary.values.elbo = -1;
        m_panel->setRows(rows);
        QCOMPARE(order(), QList<int>({3, 0, 2, 1, 5}));
        QCOMPARE(text(0, RunColumn::Elbo), QString("-1.00"));
        QTRY_COMPARE_WITH_TIMEOUT(order(), QList<int>({0, 2, 1, 3, 5}), 3000);
    }

    void copiesWhatIsSelectedAndShown() {
        pick(1);
        QTest::keySequence(m_panel->view(), QKeySequence::Copy);
        const QStringList lines = QApplication::clipboard()->text().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].split('\t').first(), QString("Run"));
        QCOMPARE(lines[1].split('\t').size(), lines[0].split('\t').size());
        QVERIFY(lines[1].startsWith("Aggressive\taggressive\t1\tTraining\t1,000\t"));
        QVERIFY(!lines[0].contains("Parent"));
        m_panel->view()->clearSelection();
        QCOMPARE(m_panel->copiedText().count('\n'), 6);
    }

    void columnsAreRemembered() {
        m_panel->view()->setColumnHidden(static_cast<int>(RunColumn::Nll), true);
        m_panel->view()->horizontalHeader()->moveSection(7, 2);
        m_panel->view()->setColumnWidth(0, 301);
        m_panel->setGrouping(RunGrouping::Strategy);
        m_panel->view()->setColumnWidth(0, 302);
        clickHeader(RunColumn::Elbo);
        const QByteArray state = m_panel->saveState();
        const QList<int> lines = order();
        init();
        QVERIFY(m_panel->restoreState(state));
        QVERIFY(m_panel->view()->isColumnHidden(static_cast<int>(RunColumn::Nll)));
        QCOMPARE(m_panel->view()->horizontalHeader()->visualIndex(7), 2);
        QCOMPARE(m_panel->view()->columnWidth(0), 302);
        QCOMPARE(m_panel->lines()->grouping(), RunGrouping::Strategy);
        QCOMPARE(order(), lines);
        QVERIFY(!m_panel->restoreState("nonsense"));
        QVERIFY(!m_panel->restoreState({}));
    }

    /// The table stays legible; who wants more takes it from the menu of columns.
    void furtherMeasuresWaitInTheMenu() {
        std::vector<RunRow> rows = sample();
        SummaryValues& values = rows[0].summary.values;
        values.iwNll = 51.256;
        values.refinedKl = 1.25;
        values.probeAccuracy = 0.75;
        values.featureRank = 6.04;
        values.cpuSeconds = 65;
        values.updateMilliseconds = 4.13;
        values.timeToBasic = 1.146;
        values.updateToBasic = 31.2;
        m_panel->setRows(rows);
        const auto cell = [this](RunColumn column) {
            return m_panel->model()->index(0, static_cast<int>(column)).data().toString();
        };
        QCOMPARE(cell(RunColumn::IwNll), QString("51.26"));
        QCOMPARE(cell(RunColumn::RefinedElbo), measuredText(RunColumn::RefinedElbo, notMeasured));
        QCOMPARE(cell(RunColumn::RefinedKl), QString("1.250"));
        QCOMPARE(cell(RunColumn::ProbeAccuracy), QString("0.750"));
        QCOMPARE(cell(RunColumn::FeatureRank), QString("6.0"));
        QCOMPARE(cell(RunColumn::CpuSeconds), QString("1:05"));
        QCOMPARE(cell(RunColumn::UpdateMilliseconds), QString("4.1"));
        QCOMPARE(cell(RunColumn::TimeToBasic), QString("1.15"));
        QCOMPARE(cell(RunColumn::UpdateToBasic), QString("31.20"));
        for (int i = static_cast<int>(RunColumn::IwNll); i <= static_cast<int>(RunColumn::UpdateToBasic); ++i)
            QVERIFY(m_panel->view()->isColumnHidden(i));
    }

    void everyCellHasWordsForScreenReaders() {
        for (int column = 0; column < runColumnCount; ++column) {
            const QModelIndex index = m_panel->lines()->index(1, column);
            QVERIFY(!index.data(Qt::AccessibleTextRole).toString().isEmpty());
            QVERIFY(!m_panel->lines()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
        const QString name = m_panel->lines()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(name, QString("Fork, shown, from Basic at 480"));
        QVERIFY(!m_panel->view()->accessibleName().isEmpty());
    }

    void hundredRunsAreCheapToUpdate() {
        std::vector<RunRow> rows;
        for (int run = 0; run < 100; ++run)
            rows.push_back(makeRow(run, QString("Run %1").arg(run), "basic", -run));
        m_panel->setRows(rows);
        const std::clock_t start = std::clock();
        constexpr int times = 25;
        for (int i = 0; i < times; ++i) {
            for (RunRow& row : rows)
                row.summary.values.updates += 1;
            m_panel->setRows(rows);
        }
        const double perCall = 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC / times;
        QCOMPARE(text(0, RunColumn::Updates), QString("1,025"));
        qInfo("setRows of 100 changed runs: %.2f ms of CPU", perCall);
    }
};

QTEST_MAIN(TestRunsPanel)
#include "tst_runs_panel.moc"
