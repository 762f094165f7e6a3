// SPDX-License-Identifier: GPL-3.0-or-later
// "About the data" shows every number of the summary and only rows that say something.
#include "widgets/corpus_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace collapsar;

namespace {

CorpusSummary plainSummary() {
    CorpusSummary summary;
    for (const char* role : {"training", "validation", "test"}) {
        SplitSummary split;
        split.role = role;
        split.origin = std::string("/data/") + role + ".txt";
        split.sentences = 12345;
        split.words = 100000;
        split.unknownWords = role == std::string("training") ? 0 : 1234;
        split.shortest = 2;
        split.median = 8.5;
        split.mean = 8.1005;
        split.longest = 60;
        split.lines.lines = 12345;
        summary.splits.push_back(split);
    }
    summary.vocabulary = 9004;
    summary.differentWords = 12000;
    return summary;
}

CorpusSummary labelledSummary() {
    CorpusSummary summary = plainSummary();
    summary.labels = {"good <b>", "bad"};
    summary.splits[0].labelCounts = {7000, 5345};
    summary.splits[1].labelCounts = {12345, 0};
    summary.splits[0].lines.tooLong = 17;
    summary.splits[2].lines = {};
    summary.notes = {"training: 17 sentences left out, longer than 60 words.",
                     "test: the same sentences as validation."};
    return summary;
}

QString cell(const CorpusDialog& dialog, const QString& title, int column) {
    for (int row = 0; row < dialog.table()->rowCount(); ++row) {
        if (dialog.table()->item(row, 0)->text() == title) return dialog.table()->item(row, column)->text();
    }
    return QStringLiteral("no such row");
}

}  // namespace

class TestCorpusDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsSizes() {
        const CorpusDialog dialog(plainSummary(), "yelp.train.txt");
        QCOMPARE(dialog.table()->columnCount(), 4);
        QCOMPARE(dialog.table()->horizontalHeaderItem(2)->text(), QString("Validation"));
        QCOMPARE(dialog.table()->horizontalHeaderItem(3)->toolTip(), QString("/data/test.txt"));
        QCOMPARE(cell(dialog, "Sentences", 1), QString("12,345"));
        QCOMPARE(cell(dialog, "Words", 3), QString("100,000"));
        QCOMPARE(cell(dialog, "Median length", 1), QString("8.5"));
        QCOMPARE(cell(dialog, "Mean length", 1), QString("8.10"));
        QCOMPARE(cell(dialog, "Longest sentence", 2), QString("60"));
        QCOMPARE(cell(dialog, "Unknown words", 1), QString("0 (0.00 %)"));
        QCOMPARE(cell(dialog, "Unknown words", 2), QString("1,234 (1.23 %)"));
        QCOMPARE(dialog.vocabularyText(),
                 QString("Vocabulary 9,004: 9,000 of the 12,000 different words in training, and 4 special ones"));
    }

    void rowsThatSayNothingAreLeftOut() {
        const CorpusDialog plain(plainSummary(), "a");
        QCOMPARE(cell(plain, "Empty lines", 1), QString("no such row"));
        QCOMPARE(cell(plain, "Left out, too long", 1), QString("no such row"));
        QVERIFY(plain.notesText().isEmpty());
        const CorpusDialog labelled(labelledSummary(), "b");
        QCOMPARE(cell(labelled, "Left out, too long", 1), QString("17"));
        QCOMPARE(cell(labelled, "Left out, too long", 2), QString("0"));
        QCOMPARE(cell(labelled, "Left out, too long", 3), QString("–"));  // it has no file of its own
        QCOMPARE(labelled.notesText().count('\n'), 1);
    }

    void labelsHaveARowEach() {
        const CorpusDialog dialog(labelledSummary(), "b");
        QCOMPARE(cell(dialog, "Label good <b>", 1), QString("7,000"));
        QCOMPARE(cell(dialog, "Label bad", 2), QString("0"));
        QCOMPARE(cell(dialog, "Label bad", 3), QString("–"));
        CorpusSummary many = labelledSummary();
        many.labels.assign(1000, "x");
        const CorpusDialog large(many, "c");
        QCOMPARE(large.table()->rowCount(), dialog.table()->rowCount() + 998);
    }

    void copiesAsText() {
        const CorpusDialog dialog(labelledSummary(), "b");
        QPushButton* copy = nullptr;
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == "Copy as text") copy = button;
        }
        QVERIFY(copy);
        copy->click();
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.startsWith("What\tTraining\tValidation\tTest\nSentences\t12,345\t12,345\t12,345\n"));
        QVERIFY(text.contains("Label bad\t5,345\t0\t–\n"));
        QVERIFY(text.endsWith("test: the same sentences as validation.\n"));
    }

    void emptySummary() {
        const CorpusDialog dialog(CorpusSummary{}, QString());
        QCOMPARE(dialog.table()->columnCount(), 1);
        QVERIFY(!dialog.copiedText().isEmpty());
    }

    void escapeCloses() {
        CorpusDialog dialog(plainSummary(), "a");
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestCorpusDialog)
#include "tst_corpus_dialog.moc"
