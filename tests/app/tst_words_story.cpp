// SPDX-License-Identifier: GPL-3.0-or-later
/// The words page by keyboard and mouse in the real window over the real trainer: words while it trains, at the time
/// cursor, exactly there, between two examples, in a session file.
#include "app/engine.h"
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/runs_drawer.h"
#include "app/session_flow.h"
#include "app/window_actions.h"
#include "tests/support/small_run.h"
#include "widgets/segmented_control.h"
#include "widgets/time_line.h"
#include "widgets/words_model.h"
#include "widgets/words_page.h"
#include "widgets/words_table.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace collapsar;

namespace {

constexpr int patience = 30000;  // milliseconds, for what the trainers do

Preset smallRace() {
    Preset preset;
    preset.stem = "small";
    preset.title = "Small";
    preset.runs = {{.name = "Small basic", .settings = smallSettings()},
                   {.name = "Small LM", .settings = smallSettings()}};
    for (PresetRun& run : preset.runs)
        run.settings.updates = 60;
    preset.runs[1].settings.latent = 0;
    return preset;
}

template <class Button>
Button* button(const QWidget& parent, const QString& text) {
    for (auto* found : parent.findChildren<Button*>()) {
        if (found->text() == text) return found;
    }
    return nullptr;
}

}  // namespace

class TestWordsStory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_window.resize(1280, 800);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
        m_window.usePreset(smallRace());
    }

    void wordsComeOnceThereAreWeights() {
        QTest::keyClick(&m_window, Qt::Key_F6);
        QVERIFY(page().isVisible());
        QTest::keyClick(&m_window, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(words() != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_session.runs()[0].state.phase == RunPhase::Finished &&
                                     m_session.runs()[1].state.phase == RunPhase::Finished,
                                 patience);
        QTRY_VERIFY_WITH_TIMEOUT(words() != nullptr && words()->at == (Position{60, 0}), patience);
        QCOMPARE(words()->sentences.size(), std::size_t(10));
        QCOMPARE(words()->sentences[3].original, (*m_session.runs()[0].probes)[3]);
        QVERIFY(words()->sentences[3].logLikelihood < 0);
        QVERIFY(std::isfinite(words()->sameWords));
        QCOMPARE(table().columnCount(), 3);
        QVERIFY(table().hindrance(2).contains("A language model has no z"));
        QCOMPARE(table().index(3, 0).data().toString(), QString::fromStdString(words()->sentences[3].original));
    }

    void theyFollowTheTimeCursor() {
        m_window.timeLine().goToUpdate(5);
        QTRY_VERIFY_WITH_TIMEOUT(words()->at.update <= 5, patience);
        QVERIFY(wordsPlaceText(*table().column(1)).startsWith("update "));
        QTest::mouseClick(button<QCheckBox>(page(), "Exactly here"), Qt::LeftButton, {}, QPoint(8, 10));
        QTRY_VERIFY_WITH_TIMEOUT(words()->at == (Position{5, 0}), patience);
        QCOMPARE(wordsPlaceText(*table().column(1)), QString("update 5"));
        QTest::mouseClick(button<QCheckBox>(page(), "Exactly here"), Qt::LeftButton, {}, QPoint(8, 10));
        m_window.timeLine().goLive();
        QTRY_VERIFY_WITH_TIMEOUT(words()->at == (Position{60, 0}), patience);
    }

    void everyKindAndRuleAnswers() {
        const QStringList kinds{"From the prior", "Between two", "Reconstructions"};
        for (const QString& kind : kinds) {
            QTest::mouseClick(button<QAbstractButton>(page(), kind), Qt::LeftButton);
            for (const QString rule : {"Beam", "Sampling", "Greedy"}) {
                QTest::mouseClick(button<QAbstractButton>(page(), rule), Qt::LeftButton);
                QTRY_VERIFY_WITH_TIMEOUT(words() != nullptr && words()->request == page().request(), patience);
            }
            QCOMPARE(table().hindrance(2).isEmpty(), kind == kinds[0]);
            if (kind == kinds[1]) {
                QCOMPARE(words()->sentences.back().along, 1.0);
                QCOMPARE(table().index(0, 0).data().toString(), QString("0.00"));
            }
        }
    }

    void drawingAgainGivesOthersAndCopyTakesThem() {
        QTest::mouseClick(button<QAbstractButton>(page(), "From the prior"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(words() != nullptr && words()->request == page().request(), patience);
        const std::vector<float> before = words()->sentences[0].latent;
        QTest::mouseClick(button<QPushButton>(page(), "Draw again"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(words()->request.drawing == 1, patience);
        QVERIFY(words()->sentences[0].latent != before);
        QTest::mouseClick(button<QPushButton>(page(), "Copy"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains("\tSmall basic (update 60)\tSmall LM (update 60)\n"));
    }

    void aSessionKeepsWhatThePageIsSetTo() {
        const QString file = m_folder.filePath("small.collapsar");
        QSignalSpy saved(&m_window.sessions(), &SessionFlow::saved);
        QSignalSpy opened(&m_window.sessions(), &SessionFlow::opened);
        m_window.sessions().save(file);
        QTRY_COMPARE(saved.count(), 1);
        page().setRequest({});
        m_window.sessions().open(file);
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
        QCOMPARE(page().request().kind, WordsKind::Prior);
        QCOMPARE(page().request().drawing, std::uint64_t(1));
        QVERIFY(page().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(words() != nullptr && words()->request == page().request(), patience);
    }

private:
    [[nodiscard]] WordsPage& page() const { return m_window.drawer().words(); }
    [[nodiscard]] const WordsModel& table() const { return page().table().words(); }
    [[nodiscard]] GeneratedWordsPointer words() const {
        return table().columnCount() < 2 ? nullptr : table().column(1)->words;
    }

    QTemporaryDir m_folder;
    Session m_session{makeTrainingEngine(), RunStorage(m_folder.filePath("runs").toStdString())};
    Preferences m_preferences{m_folder.filePath("collapsar.ini")};
    MainWindow m_window{m_session, m_preferences};
};

QTEST_MAIN(TestWordsStory)
#include "tst_words_story.moc"
