// SPDX-License-Identifier: GPL-3.0-or-later
// Values in, words and signals out: the table, its states and its controls. What it says of collapse:
// tst_words_finding.
#include "widgets/segmented_control.h"
#include "widgets/words_controls.h"
#include "widgets/words_header.h"
#include "widgets/words_model.h"
#include "widgets/words_page.h"
#include "widgets/words_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <cmath>

using namespace collapsar;

namespace {

WrittenSentence sentence(const std::string& original, const std::string& words) {
    return {.original = original,
            .words = words,
            .latent = {0.5F},
            .logLikelihood = -12.345,
            .originalLogLikelihood = -20.5};
}

/// Two of three sentences differ; five of the originals' nine words came back, two do without z.
GeneratedWords reconstructions() {
    GeneratedWords words;
    words.at.update = 400;
    words.sentences = {sentence("the food was good", "the food was bad"), sentence("i went", "i went home"),
                       sentence("we will return", "the food was bad")};
    words.withoutLatent = "the food was bad";
    words.sentences[1].isCut = true;
    words.different = 2;
    words.sameWords = 5.0 / 9;
    return words;
}

WordsColumn column(int index, const QString& name, GeneratedWords words) {
    WordsColumn column;
    column.identity = {index, name};
    column.words = std::make_shared<const GeneratedWords>(std::move(words));
    return column;
}

WordsColumn hindered(const QString& name, WordsHindrance hindrance) {
    WordsColumn column;
    column.identity = {1, name};
    column.hindrance = hindrance;
    return column;
}

ProbeTexts examples(int count) {
    auto texts = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < count; ++i)
        texts->push_back("sentence number " + std::to_string(i + 1));
    return texts;
}

template <class Widget>
Widget* named(const QWidget& parent, const QString& name) {
    for (auto* widget : parent.findChildren<Widget*>()) {
        if (widget->accessibleName() == name) return widget;
    }
    return nullptr;
}

QPushButton* button(const QWidget& parent, const QString& text) {
    for (auto* found : parent.findChildren<QPushButton*>()) {
        if (found->text() == text) return found;
    }
    return nullptr;
}

void choose(const QWidget& parent, const QString& control, const QString& text) {
    for (auto* segment : named<SegmentedControl>(parent, control)->findChildren<QAbstractButton*>()) {
        if (segment->text() == text) segment->click();
    }
}

}  // namespace

class TestWordsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void tableHasOneColumnForEachRun() {
        WordsPage page;
        page.setColumns({column(0, "Basic", reconstructions()), column(2, "Free", reconstructions())});
        QVERIFY(page.message().isEmpty());
        const WordsModel& words = page.table().words();
        QCOMPARE(words.columnCount(), 3);
        QCOMPARE(words.rowCount(), 3);
        QCOMPARE(words.index(1, 0).data().toString(), QString("i went"));
        QCOMPARE(words.index(1, 2).data().toString(), QString("i went home"));
        QVERIFY(words.index(0, 1).data(Qt::AccessibleTextRole).toString().contains("as without z"));
        QVERIFY(words.headerData(1, Qt::Horizontal, Qt::AccessibleTextRole)
                    .toString()
                    .contains("Basic, update 400, 2 of 3 differ"));
        QCOMPARE(words.copiedText(), QString("Original\tBasic (update 400)\tFree (update 400)\n"
                                             "the food was good\tthe food was bad\tthe food was bad\n"
                                             "i went\ti went home\ti went home\n"
                                             "we will return\tthe food was bad\tthe food was bad\n"));
    }

    void tellsWhoseWeightsWrote() {
        WordsColumn run = column(0, "Basic", reconstructions());
        QCOMPARE(wordsPlaceText(run), QString("update 400"));
        run.wanted = 400;
        QCOMPARE(wordsPlaceText(run), QString("update 400"));
        run.wanted = 480;
        QCOMPARE(wordsPlaceText(run), QString("update 400, before 480"));
        run.wanted = 12;
        QCOMPARE(wordsPlaceText(run), QString("update 400, after 12"));
    }

    void linesAndPriorsHaveNumbersFirst() {
        GeneratedWords line = reconstructions();
        line.request.kind = WordsKind::Interpolation;
        for (std::size_t i = 0; i < 3; ++i)
            line.sentences[i].along = 0.5 * static_cast<double>(i);
        WordsPage page;
        page.setColumns({column(0, "Basic", line)});
        QCOMPARE(page.table().words().index(1, 0).data().toString(), QString("0.50"));
        QCOMPARE(page.table().words().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QString("Place"));
        line.request.kind = WordsKind::Prior;
        page.setColumns({column(0, "Basic", line)});
        QCOMPARE(page.table().words().index(1, 0).data().toString(), QString("2"));
    }

    void saysWhyThereAreNone() {
        WordsPage page;
        QVERIFY(page.message().contains("No run is shown"));
        page.setColumns({WordsColumn{.identity = {0, "Basic"}}});
        QCOMPARE(page.message(), QString("Writing..."));
        page.setColumns({WordsColumn{.identity = {0, "Basic"}}, hindered("LM", WordsHindrance::NoLatent)});
        QCOMPARE(page.message(), QString("Writing..."));
        WordsColumn changed = hindered("Basic", WordsHindrance::Failed);
        changed.error = {ErrorCode::DataChanged, "The file reviews.txt has other contents."};
        page.setColumns(
            {changed, hindered("New", WordsHindrance::NoCheckpoint), hindered("Unsaved", WordsHindrance::NoFolder)});
        QVERIFY(page.message().contains("The data have changed"));
        QVERIFY(page.message().contains("reviews.txt"));
        QVERIFY(page.message().contains("New: No checkpoint yet"));
        QVERIFY(page.message().contains("Unsaved: Nothing of this run is on disk"));
    }

    void aRunWithoutWordsStandsBesideOthers() {
        WordsPage page;
        page.resize(900, 300);
        WordsColumn model = hindered("LM", WordsHindrance::NoLatent);
        page.setColumns({column(0, "Basic", reconstructions()), model});
        page.show();
        QVERIFY(page.message().isEmpty());
        QCOMPARE(page.table().rowSpan(0, 2), 3);
        QVERIFY(page.table().words().index(0, 2).data(Qt::AccessibleTextRole).toString().contains("language model"));
        model.hindrance = WordsHindrance::None;
        model.words = column(1, "LM", reconstructions()).words;
        page.setColumns({column(0, "Basic", reconstructions()), model});
        QCOMPARE(page.table().rowSpan(0, 2), 1);
    }

    void modelKeepsItsPromises() {
        WordsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({column(0, "Basic", reconstructions())}, {});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setColumns({column(0, "Basic", reconstructions())}, {});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        model.setColumns({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void controlsSayWhatIsWanted() {
        WordsPage page;
        page.setExamples(examples(20));
        QSignalSpy asked(&page, &WordsPage::requestChanged);
        choose(page, "Decoding", "Beam");
        QCOMPARE(page.request().rule, DecodingRule::Beam);
        named<QSpinBox>(page, "Beam width")->setValue(7);
        QCOMPARE(page.request().beamWidth, 7);
        choose(page, "Decoding", "Sampling");
        named<QDoubleSpinBox>(page, "Temperature")->setValue(0.5);
        QCOMPARE(page.request().temperature, 0.5);
        choose(page, "z of an example", "Sampled");
        QCOMPARE(page.request().latent, LatentChoice::Sampled);
        named<QSpinBox>(page, "How many")->setValue(4);
        named<QSpinBox>(page, "First example")->setValue(8);
        QCOMPARE(page.request().count, 4);
        QCOMPARE(page.request().first, 7);
        QCOMPARE(asked.count(), 7);
        choose(page, "What is written", "Between two");
        QCOMPARE(page.request().kind, WordsKind::Interpolation);
        QCOMPARE(page.request().count, 5);
        auto* second = named<QComboBox>(page, "Second example");
        QVERIFY(second->itemText(11).contains("sentence number 12"));
        second->setCurrentIndex(11);
        Q_EMIT second->activated(11);
        QCOMPARE(page.request().second, 11);
        choose(page, "What is written", "Reconstructions");
        QCOMPARE(page.request().count, 4);
        QCOMPARE(asked.last().first().value<WordsRequest>(), page.request());
    }

    void drawsAgainOnlyWhatIsDrawn() {
        WordsPage page;
        QPushButton* again = button(page, "Draw again");
        QVERIFY(!again->isEnabled());
        choose(page, "What is written", "From the prior");
        QVERIFY(again->isEnabled());
        QVERIFY(!named<SegmentedControl>(page, "z of an example")->isEnabled());
        QSignalSpy asked(&page, &WordsPage::requestChanged);
        again->click();
        QCOMPARE(page.request().drawing, std::uint64_t(1));
        QCOMPARE(asked.count(), 1);
    }

    void whatIsSetIsNotAsked() {
        WordsPage page;
        QSignalSpy asked(&page, &WordsPage::requestChanged);
        QSignalSpy placed(&page, &WordsPage::placeChosen);
        WordsRequest request;
        request.kind = WordsKind::Interpolation;
        request.rule = DecodingRule::Beam;
        request.count = 1;
        request.beamWidth = 1000;
        request.temperature = std::nan("");
        request.second = 300;
        page.setRequest(request);
        page.setPlace(WordsPlace::ExactlyHere);
        QCOMPARE(asked.count() + placed.count(), 0);
        QCOMPARE(page.request().count, 2);
        QVERIFY(page.request().beamWidth < 1000);
        QCOMPARE(page.request().temperature, 1.0);
        QCOMPARE(page.request().second, 300);
        page.setExamples(examples(20));
        QCOMPARE(asked.count(), 0);
        page.findChild<QCheckBox*>()->click();
        QCOMPARE(placed.count(), 1);
        QCOMPARE(page.place(), WordsPlace::NewestCheckpoint);
    }

    void progressIsSeenAfterAWhileAndKeepsItsRoom() {
        WordsPage page;
        page.resize(1000, 300);
        page.setColumns({column(0, "Basic", reconstructions())});
        page.show();
        const QRect before = page.table().geometry();
        page.setProgress({.isAsking = true});
        QVERIFY(!page.showsProgress());
        QTRY_VERIFY(page.showsProgress());
        QCOMPARE(page.table().geometry(), before);
        QVERIFY(page.message().isEmpty());  // the words before stay
        page.setProgress({.isAsking = true, .fraction = 0.4, .secondsLeft = 3});
        bool isTold = false;
        for (const QLabel* label : page.findChildren<QLabel*>())
            isTold = isTold || label->text() == "40 %, 0:03 left";
        QVERIFY(isTold);
        page.setProgress({});
        QVERIFY(!page.showsProgress());
    }

    void rowsNeverShrinkForOneQuestion() {
        WordsPage page;
        page.resize(500, 400);
        GeneratedWords longer = reconstructions();
        longer.sentences[0].words = std::string("a very long sentence that goes on and on and on ") + "until it ends " +
                                    "in another line than the one it began in";
        page.setColumns({column(0, "Basic", reconstructions())});
        page.show();
        const int small = page.table().rowHeight(0);
        page.setColumns({column(0, "Basic", longer)});
        const int large = page.table().rowHeight(0);
        QVERIFY(large > small);
        QCOMPARE(page.table().rowHeight(1), small);
        page.setColumns({column(0, "Basic", reconstructions())});
        QCOMPARE(page.table().rowHeight(0), large);
        WordsRequest other;
        other.drawing = 3;
        page.setRequest(other);
        page.setColumns({column(0, "Basic", reconstructions())});
        QCOMPARE(page.table().rowHeight(0), small);
    }

    void columnsShareTheWidth() {
        WordsPage page;
        QList<WordsColumn> runs;
        for (int run = 0; run < 6; ++run)
            runs << column(run, QString("Run %1").arg(run), reconstructions());
        page.resize(1200, 300);
        page.setColumns(runs);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(page.table().horizontalScrollBar()->maximum(), 0);
        QVERIFY(page.table().width() - page.table().horizontalHeader()->length() < 30);
        page.resize(page.minimumSizeHint().width(), 300);
        QTRY_VERIFY(page.table().columnWidth(3) >= 120);  // and scrolls
    }

    void controlsWrapInsteadOfForcingTheWindowWide() {
        WordsPage page;
        page.setExamples(examples(3));
        page.resize(1500, 400);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const int oneLine = page.controls().height();
        page.resize(620, 400);
        QTRY_VERIFY(page.controls().height() > oneLine);
        QVERIFY(page.width() <= 620);
        for (const auto* child : page.controls().findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (child->isVisible()) QVERIFY(child->geometry().right() <= page.controls().width());
        }
    }

    void agreementIsReadableInBothThemes() {
        for (const PlotTheme& theme : {lightTheme(), darkTheme()}) {
            for (const QColor& ink : {theme.text, theme.secondary, theme.axis, theme.bad})
                QVERIFY(contrastRatio(ink, theme.card) >= 3);
            // Told apart by lightness alone.
            QVERIFY(contrastRatio(theme.text, theme.secondary) >= 2);
        }
    }

    void wordsThatAgreeAreDrawnDarker() {
        WordsPage page;
        page.resize(600, 300);
        page.setTheme(lightTheme());
        GeneratedWords words = reconstructions();
        words.sentences = {sentence("mmmm mmmm", "mmmm mmmm"), sentence("xxxx", "mmmm mmmm")};
        words.withoutLatent = "another";
        page.setColumns({column(0, "Basic", words)});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto darkest = [&page](int row) {
            const QRect cell = page.table().visualRect(page.table().model()->index(row, 1)).adjusted(8, 4, -8, -4);
            const QImage image = page.table().viewport()->grab(cell).toImage();
            int value = 255;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    value = std::min(value, qGray(image.pixel(x, y)));
            return value;
        };
        QVERIFY(darkest(0) + 30 < darkest(1));
    }

    void copiesByKeyAndButton() {
        WordsPage page;
        page.setColumns({column(0, "Basic", reconstructions())});
        page.resize(900, 300);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::mouseClick(button(page, "Copy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), page.table().words().copiedText());
        QApplication::clipboard()->clear();
        page.table().setFocus();
        QTest::keySequence(&page.table(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), page.table().words().copiedText());
    }

    void everyControlIsNamedAndReached() {
        WordsPage page;
        page.setExamples(examples(3));
        page.setColumns({column(0, "Basic", reconstructions())});
        for (const auto* control : page.controls().findChildren<QWidget*>()) {
            if (control->focusPolicy() == Qt::NoFocus || control->objectName().startsWith("qt_") ||
                control->window() != page.window())
                continue;  // parts of spin boxes, lists of combo boxes
            const auto* pressed = qobject_cast<const QAbstractButton*>(control);
            QVERIFY2(!control->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty()),
                     control->metaObject()->className());
            // Of a segmented control Tab reaches the chosen one, arrow keys the others.
            QVERIFY((control->focusPolicy() & Qt::TabFocus) ||
                    qobject_cast<SegmentedControl*>(control->parentWidget()));
        }
        QVERIFY(page.table().focusPolicy() & Qt::TabFocus);
    }
};

QTEST_MAIN(TestWordsPage)
#include "tst_words_page.moc"
