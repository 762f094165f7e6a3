// SPDX-License-Identifier: GPL-3.0-or-later
// The card of a run: what it shows, when its badge changes, and the words behind it.
#include "widgets/display_text.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"
#include "widgets/verdict_latch.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace collapsar;

namespace {

SnapshotPointer probe(std::int64_t update, VerdictKind kind) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values.at.update = update;
    snapshot->values.kl = 1.3;
    snapshot->values.miFull = 1.17;
    snapshot->values.activeUnits = 1;
    snapshot->values.lag = 0.06;
    snapshot->trueMean = {-1, 0, 1};
    snapshot->approximateMean = {-1, 0, 1};
    snapshot->lag = {0, 0, 0};
    snapshot->logLikelihood = {-50, -50, -50};
    snapshot->verdict = {.kind = kind,
                         .trueMeanSd = 0.45,
                         .approxMeanSd = 0.0002,
                         .meanCorrelation = 0.94,
                         .meanGap = 0.26,
                         .kl = 1.3,
                         .miFull = 1.17};
    return snapshot;
}

RunState training(std::int64_t update) {
    RunState state;
    state.phase = RunPhase::Training;
    state.at.update = update;
    state.totalUpdates = 5000;
    return state;
}

bool shows(const RunCard& card, const QString& text) {
    for (const QLabel* label : card.findChildren<QLabel*>()) {
        if (label->text() == text) return true;
    }
    return false;
}

Event aggressiveAt(std::int64_t update, const char* oldValue, const char* newValue) {
    Event event;
    event.kind = EventKind::Switch;
    event.at.update = update;
    event.intervention.field = "aggressive";
    event.intervention.oldValue = oldValue;
    event.intervention.newValue = newValue;
    return event;
}

}  // namespace

class TestRunCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void languageModelSaysThatItHasNoPosterior() {
        RunCard card;
        RunState state;
        state.phase = RunPhase::Training;
        state.settings.latent = 0;
        card.setState(state);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->values.at.update = 5;
        card.setSnapshot(snapshot, SnapshotArrival::Live);
        QVERIFY2(card.sentence().contains("no posterior"), qPrintable(card.sentence()));
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void momentShowsThePastAndTheLiveCardComesBack() {
        RunCard card;
        std::vector<SnapshotPointer> pictures;
        for (int update = 20; update <= 1000; update += 20)
            pictures.push_back(probe(update, update <= 500 ? VerdictKind::InStep : VerdictKind::InferenceCollapse));
        const auto upTo = [&](std::size_t count) { return std::span(pictures).first(count); };
        const auto momentAt = [&](std::int64_t update, bool isLive) {
            const auto seen = upTo(static_cast<std::size_t>(update / 20));
            return CardMoment{{update, isLive}, seen, seen.empty() ? Measurement() : seen.back()->values, {}};
        };
        card.setState(training(1000));
        card.showMoment(momentAt(1000, true));
        QCOMPARE(card.shownVerdict(), VerdictKind::InferenceCollapse);
        card.showMoment(momentAt(480, false));
        QCOMPARE(card.shownVerdict(), VerdictKind::InStep);
        QCOMPARE(card.updateText(), QString("update 480"));
        QCOMPARE(card.plot()->snapshot(), pictures[23]);
        const QString past = card.sentence();
        card.setState(training(1400));
        QCOMPARE(card.updateText(), QString("update 480"));
        QCOMPARE(card.sentence(), past);
        card.showMoment(momentAt(520, false));
        QCOMPARE(card.shownVerdict(), VerdictKind::InStep);  // one probe of three: as the badge stood then
        card.showMoment(momentAt(0, false));
        QCOMPARE(card.plot()->snapshot(), nullptr);
        card.showMoment(momentAt(1000, true));
        QCOMPARE(card.shownVerdict(), VerdictKind::InferenceCollapse);
        QVERIFY(card.sentence() != past);
    }

    void pastOfADivergedRunDoesNotSpeakOfTheEnd() {
        RunCard card;
        RunState state = training(900);
        state.phase = RunPhase::Diverged;
        card.setState(state);
        const std::vector<SnapshotPointer> pictures{probe(40, VerdictKind::InStep), probe(60, VerdictKind::InStep),
                                                    probe(80, VerdictKind::InStep)};
        card.showMoment({{90, false}, pictures, pictures.back()->values, {}});
        QCOMPARE(card.shownVerdict(), VerdictKind::InStep);
        QVERIFY(card.sentence() != phaseSentence(state));
        card.showMoment({{900, true}, pictures, pictures.back()->values, {}});
        QCOMPARE(card.shownVerdict(), VerdictKind::Diverged);
    }

    void forkTellsWhereItComesFrom() {
        RunCard card;
        card.resize(480, 400);
        card.setOrigin("from Basic at 480");
        card.show();
        QTRY_VERIFY(shows(card, "from Basic at 480"));
    }

    void badgeWaitsForThreeProbes() {
        RunCard card;
        card.setState(training(10));
        card.setSnapshot(probe(10, VerdictKind::InStep));
        card.setSnapshot(probe(20, VerdictKind::InStep));
        QCOMPARE(card.shownVerdict(), VerdictKind::WarmingUp);
        card.setSnapshot(probe(20, VerdictKind::InStep));  // a finer picture of the same update
        QCOMPARE(card.shownVerdict(), VerdictKind::WarmingUp);
        card.setSnapshot(probe(30, VerdictKind::InStep));
        QCOMPARE(card.shownVerdict(), VerdictKind::InStep);
        card.setSnapshot(probe(40, VerdictKind::InferenceCollapse));
        card.setSnapshot(probe(50, VerdictKind::InStep));
        card.setSnapshot(probe(60, VerdictKind::InferenceCollapse));
        card.setSnapshot(probe(70, VerdictKind::InferenceCollapse));
        QCOMPARE(card.shownVerdict(), VerdictKind::InStep);
        QVERIFY(card.sentence().startsWith("Approximate and true means agree"));
        card.setSnapshot(probe(80, VerdictKind::InferenceCollapse));
        QCOMPARE(card.shownVerdict(), VerdictKind::InferenceCollapse);
        QVERIFY(shows(card, "Inference collapse"));
    }

    void untrainedRunIsWarmingUp() {
        RunCard card;
        card.setState(training(1));
        for (int update : {1, 2, 5, 10, 19})
            card.setSnapshot(probe(update, VerdictKind::PosteriorCollapse));
        QCOMPARE(card.shownVerdict(), VerdictKind::WarmingUp);
        QVERIFY2(card.sentence().startsWith("Nothing has settled"), qPrintable(card.sentence()));
        card.setSnapshot(probe(20, VerdictKind::PosteriorCollapse));
        QCOMPARE(card.shownVerdict(), VerdictKind::PosteriorCollapse);
    }

    void cardsSideBySideKeepPlotsEquallyTall() {
        RunCard short_, long_;
        for (RunCard* card : {&short_, &long_}) {
            card->setStyleSheet(appStyleSheet(lightTheme()));
            card->resize(470, 480);
            card->setState(training(100));
        }
        long_.addEvent(aggressiveAt(100, "off", "on"));
        for (int update : {1000, 1010, 1020}) {
            short_.setSnapshot(probe(update, VerdictKind::InStep));
            long_.setSnapshot(probe(update, VerdictKind::InferenceCollapse));
        }
        short_.show();
        long_.show();
        QVERIFY(long_.sentence().size() > short_.sentence().size());
        QCOMPARE(short_.plot()->height(), long_.plot()->height());
    }

    void openedRunShowsItsVerdictAtOnce() {
        RunCard card;
        card.setSnapshot(probe(1000, VerdictKind::PosteriorCollapse), SnapshotArrival::Settled);
        QCOMPARE(card.shownVerdict(), VerdictKind::PosteriorCollapse);
    }

    void finishedRunSettlesOnItsLastVerdict() {
        RunCard card;
        card.setState(training(10));
        card.setSnapshot(probe(10, VerdictKind::ModelCollapse));
        RunState state = training(10);
        state.phase = RunPhase::Finished;
        card.setState(state);
        QCOMPARE(card.shownVerdict(), VerdictKind::ModelCollapse);
    }

    void divergedIsShownAtOnceAndStays() {
        RunCard card;
        card.setState(training(10));
        card.setSnapshot(probe(10, VerdictKind::InStep));
        RunState state = training(12);
        state.phase = RunPhase::Diverged;
        card.setState(state);
        QVERIFY(shows(card, "Diverged"));
        QVERIFY2(card.sentence().contains("learning rate"), qPrintable(card.sentence()));
        for (int update : {13, 14, 15})
            card.setSnapshot(probe(update, VerdictKind::InStep));
        QCOMPARE(card.shownVerdict(), VerdictKind::Diverged);
    }

    void numbersKeepTheLastMeasuredValue() {
        RunCard card;
        card.setState(training(10));
        card.setSnapshot(probe(10, VerdictKind::InStep));
        QVERIFY(shows(card, "1.30"));
        QVERIFY(shows(card, "1.17"));
        QVERIFY(shows(card, "1/1"));
        QVERIFY(shows(card, "0.06 nats"));
        QVERIFY(shows(card, "update 10"));
        Measurement later;
        later.at.update = 11;
        card.setMeasurement(later);
        QVERIFY(shows(card, "1.30"));
        QVERIFY(shows(card, "update 11"));
        card.clear();
        QVERIFY(!shows(card, "1.30"));
        QCOMPARE(card.shownVerdict(), VerdictKind::WarmingUp);
    }

    void preparingShowsProgressAndCancels() {
        RunCard card;
        card.resize(480, 480);
        RunState state;
        state.phase = RunPhase::Preparing;
        state.progress = 0.4;
        state.note = "Making sentences";
        card.setState(state);
        card.show();
        auto* progress = card.findChild<QProgressBar*>();
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value(), 400);
        QVERIFY(shows(card, "Making sentences"));
        QSignalSpy cancelled(&card, &RunCard::cancelRequested);
        QTest::mouseClick(card.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
        state.phase = RunPhase::Failed;
        state.error = {ErrorCode::DataInvalid, "line 12 is not UTF-8."};
        card.setState(state);
        QVERIFY(!progress->isVisible());
        QVERIFY(shows(card, "The data cannot be used: line 12 is not UTF-8."));
    }

    void nameIsEditedByThePersonOnly() {
        RunCard card;
        QSignalSpy edited(&card, &RunCard::nameEdited);
        card.setIdentity({0, "Basic"});
        QCOMPARE(edited.count(), 0);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        auto* name = card.findChild<QLineEdit*>();
        QTest::mouseClick(name, Qt::LeftButton);
        name->selectAll();
        QTest::keyClicks(name, "Mine");
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), QString("Basic"));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, "Mine");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.at(0).at(0).toString(), QString("Mine"));
    }

    void lateAggressiveSaysItDoesNotRescue() {
        RunCard card;
        card.setState(training(1000));
        card.addEvent(aggressiveAt(1000, "off", "on"));
        for (int update : {1180, 1190, 1199})
            card.setSnapshot(probe(update, VerdictKind::InferenceCollapse));
        QVERIFY(!card.sentence().contains("Re-initialise"));
        card.setSnapshot(probe(1200, VerdictKind::InferenceCollapse));
        QVERIFY2(card.sentence().contains("Re-initialise the decoder"), qPrintable(card.sentence()));
        QVERIFY(card.sentence().contains("200"));
    }

    void lateAggressiveIsSaidWhateverTheCollapse() {
        RunCard card;
        card.setState(training(1000));
        for (int update : {980, 990, 1000})
            card.setSnapshot(probe(update, VerdictKind::InferenceCollapse));
        card.addEvent(aggressiveAt(1000, "off", "auto"));
        card.setSnapshot(probe(1200, VerdictKind::PosteriorCollapse));
        QVERIFY2(card.sentence().contains("Re-initialise the decoder"), qPrintable(card.sentence()));
    }

    void rescueWatchForgetsWhenSwitchedOff() {
        RescueWatch watch;
        watch.note(aggressiveAt(0, "off", "on"));
        QCOMPARE(watch.updatesInVain(VerdictKind::InferenceCollapse, 5000), std::int64_t(-1));
        watch.note(aggressiveAt(1000, "off", "auto"));
        watch.note(aggressiveAt(1100, "auto", "on"));
        QCOMPARE(watch.updatesInVain(VerdictKind::InferenceCollapse, 1250), std::int64_t(250));
        QCOMPARE(watch.updatesInVain(VerdictKind::InStep, 1250), std::int64_t(-1));
        Event reinitialised;
        reinitialised.kind = EventKind::Switch;
        reinitialised.at.update = 1300;
        reinitialised.intervention.action = Action::ReinitialiseDecoder;
        watch.note(reinitialised);
        QCOMPARE(watch.updatesInVain(VerdictKind::InferenceCollapse, 1400), std::int64_t(-1));
        watch.note(aggressiveAt(1500, "on", "off"));
        QCOMPARE(watch.updatesInVain(VerdictKind::InferenceCollapse, 5000), std::int64_t(-1));
    }

    void sentencesSayWhatIsSeenWithNumbers() {
        QCOMPARE(verdictSentence(probe(1, VerdictKind::InferenceCollapse)->verdict),
                 QString("True means still spread (sd 0.45); the encoder answers 0 for everything (sd 0.0002). The "
                         "encoder lags, "
                         "and the decoder is learning to do without it."));
        QCOMPARE(
            verdictSentence(probe(1, VerdictKind::InStep)->verdict),
            QString(
                "Approximate and true means agree (correlation 0.94, gap 0.26). The latent carries about 1.2 nats."));
        QVERIFY(verdictSentence(probe(1, VerdictKind::InStep)->verdict, {.objectiveIsPlain = false})
                    .contains("not the plain one"));
        for (int kind = 0; kind <= static_cast<int>(VerdictKind::Diverged); ++kind) {
            const auto verdict = static_cast<VerdictKind>(kind);
            QVERIFY(!verdictWord(verdict).isEmpty());
            QVERIFY(verdictSentence(probe(1, verdict)->verdict).endsWith('.'));
            Verdict empty;
            empty.kind = verdict;
            QVERIFY(!verdictSentence(empty).contains("nan", Qt::CaseInsensitive));
        }
    }

    void everyPhaseEventAndErrorHasWords() {
        for (int phase = 0; phase <= static_cast<int>(RunPhase::Failed); ++phase) {
            QVERIFY(!phaseText(static_cast<RunPhase>(phase)).isEmpty());
        }
        for (int kind = 0; kind <= static_cast<int>(EventKind::Warning); ++kind) {
            Event event;
            event.kind = static_cast<EventKind>(kind);
            event.intervention.field = "skip";
            event.intervention.newValue = "on";
            QVERIFY(!eventText(event).isEmpty());
        }
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            QVERIFY(!errorText({static_cast<ErrorCode>(code), "why"}).isEmpty());
        }
        QCOMPARE(eventText(aggressiveAt(5, "off", "auto")), QString("Aggressive Off → Auto"));
    }

    void numbersReadWell() {
        QCOMPARE(numberText(-0.001, 2), QString("0.00"));
        QCOMPARE(numberText(notMeasured, 2), QString("–"));
        QCOMPARE(spreadText(0.00021), QString("0.0002"));
        QCOMPARE(spreadText(0.00003), QString("< 0.0001"));
        QCOMPARE(spreadText(0), QString("0.00"));
        QCOMPARE(spreadText(0.456), QString("0.46"));
        QCOMPARE(durationText(42), QString("0:42"));
        QCOMPARE(durationText(3723), QString("1:02:03"));
        QCOMPARE(durationText(notMeasured), QString("–"));
        QCOMPARE(countText(5000), QString("5,000"));
        QCOMPARE(rateText(1480), QString("1,480 updates/s"));
    }

    void innerProgressNamesTheNextPossibleEnd_data() {
        QTest::addColumn<int>("inner");
        QTest::addColumn<QString>("text");
        QTest::newRow("first window never stops") << 3 << "inner 3 (stops at 30 ... 99)";
        QTest::newRow("second") << 23 << "inner 23 (stops at 30 ... 99)";
        QTest::newRow("at a comparison") << 30 << "inner 30 (stops at 45 ... 99)";
        QTest::newRow("last") << 95 << "inner 95 (stops at 99)";
    }
    void innerProgressNamesTheNextPossibleEnd() {
        QFETCH(int, inner);
        RunState state = training(1);
        QCOMPARE(innerText(state), QString());
        state.step = StepPhase::Inner;
        state.at.inner = inner;
        QTEST(innerText(state), "text");
    }

    void burnInSpeaksOfItsEnd() {
        RunState state = training(2000);
        QCOMPARE(burnInText(state), QString());
        state.settings.aggressive = Aggressive::Auto;
        state.burnIn = true;
        state.burnInMi = 1.17;
        QVERIFY(burnInText(state).startsWith("Burn-in: MI 1.17"));
        state.burnIn = false;
        QCOMPARE(burnInText(state, 5000), QString("Burn-in ended at update 5,000."));
    }
};

QTEST_MAIN(TestRunCard)
#include "tst_run_card.moc"
