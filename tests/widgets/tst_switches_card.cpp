// SPDX-License-Identifier: GPL-3.0-or-later
// The live switches: a person's hand makes interventions, a state never does.
#include "widgets/segmented_control.h"
#include "widgets/switches_card.h"
#include "widgets/toggle_switch.h"

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace collapsar;

namespace {

RunState training() {
    RunState state;
    state.phase = RunPhase::Training;
    state.at.update = 100;
    return state;
}

}  // namespace

class TestSwitchesCard : public QObject {
    Q_OBJECT

    std::unique_ptr<SwitchesCard> m_card;
    std::unique_ptr<QSignalSpy> m_spy;

    QAbstractButton* segment(const QString& text) const {
        for (auto* control : m_card->findChildren<SegmentedControl*>()) {
            for (auto* button : control->findChildren<QAbstractButton*>()) {
                if (button->text() == text) return button;
            }
        }
        return nullptr;
    }
    Intervention asked(int index) const { return m_spy->at(index).at(0).value<Intervention>(); }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qRegisterMetaType<Intervention>();
        qRegisterMetaType<Action>();
    }
    void init() {
        m_card = std::make_unique<SwitchesCard>();
        m_spy = std::make_unique<QSignalSpy>(m_card.get(), &SwitchesCard::interventionRequested);
        m_card->setState(training());
        m_card->setMoreVisible(true);
        m_card->resize(276, 480);
        m_card->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
    }

    void statesNeverEmit() {
        QSignalSpy actions(m_card.get(), &SwitchesCard::actionRequested);
        RunState state = training();
        state.settings.aggressive = Aggressive::Auto;
        state.settings.pooling = Pooling::AbsMax;
        state.settings.skip = true;
        state.settings.klWeight = 0.3;
        state.settings.learningRate = 0.5;
        state.settings.freezeEncoder = true;
        state.settings.klSchedule = KlSchedule::Linear;
        state.klWeight = 0.2;
        m_card->setState(state);
        QTest::qWait(300);
        QCOMPARE(m_spy->count(), 0);
        QCOMPARE(actions.count(), 0);
        QVERIFY(segment("Auto")->isChecked());
        QVERIFY(segment("|Max|")->isChecked());
        QCOMPARE(m_card->findChild<QDoubleSpinBox*>()->value(), 0.2);  // the schedule's weight now
    }

    void clickAsksAndStaysPendingUntilInForce() {
        QTest::mouseClick(segment("On"), Qt::LeftButton);
        QCOMPARE(m_spy->count(), 1);
        QCOMPARE(asked(0).field, std::string("aggressive"));
        QCOMPARE(asked(0).newValue, std::string("on"));
        QVERIFY(checkIntervention(asked(0)).ok());
        QVERIFY(m_card->isPending("aggressive"));
        m_card->setState(training());
        QVERIFY(m_card->isPending("aggressive"));
        QVERIFY(segment("On")->isChecked());
        RunState state = training();
        state.settings.aggressive = Aggressive::On;
        m_card->setState(state);
        QVERIFY(!m_card->isPending("aggressive"));
        QCOMPARE(m_spy->count(), 1);
    }

    void anotherInnerClipIsSaid() {
        const auto isSaid = [this] {
            const auto labels = m_card->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->isVisible() && label->text().contains("not the published rule");
            });
        };
        QVERIFY(!isSaid());
        RunState state = training();
        state.settings.innerClip = InnerClip::Encoder;
        m_card->setState(state);
        QVERIFY(isSaid());
        m_card->setState(training());
        QVERIFY(!isSaid());
    }

    void pretrainingShowsItsWeightAndItsEnd() {
        const auto isSaid = [this](const char* words) {
            const auto labels = m_card->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [words](const QLabel* label) {
                return label->isVisible() && label->text().contains(QLatin1String(words));
            });
        };
        RunState state = training();
        state.settings.pretrainEpochs = 2;
        state.updatesPerEpoch = 320;
        state.at.update = 639;
        state.klWeight = 0;
        m_card->setState(state);
        QCOMPARE(m_card->findChild<QDoubleSpinBox*>()->value(), 0.0);
        QVERIFY(isSaid("until update 640"));
        state.at.update = 640;
        state.klWeight = 1;
        m_card->setState(state);
        QCOMPARE(m_card->findChild<QDoubleSpinBox*>()->value(), 1.0);
        QVERIFY(!isSaid("Pretraining"));
    }

    void freeBitsAreTypedAndEmptyIsNone() {
        QLineEdit* edit = nullptr;
        for (auto* each : m_card->findChildren<QLineEdit*>()) {
            if (each->accessibleName() == QLatin1String("Free bits")) edit = each;
        }
        QVERIFY(edit && edit->isVisible());
        QVERIFY(edit->text().isEmpty() && !edit->placeholderText().isEmpty());
        edit->setFocus();
        QTest::keyClicks(edit, "0.5");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(asked(0).field, std::string("free_bits"));
        QCOMPARE(asked(0).newValue, std::string("0.5"));
        QVERIFY(checkIntervention(asked(0)).ok());
        RunState state = training();
        state.settings.freeBits = 0.5;
        m_card->setState(state);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(asked(1).newValue, std::string("0"));
    }

    void refusalTakesTheSwitchBack() {
        QTest::mouseClick(segment("Mean"), Qt::LeftButton);
        m_card->setRefused("pooling", "not now");
        QVERIFY(segment("Last")->isChecked());
        QVERIFY(!m_card->isPending("pooling"));
    }

    void arrowsMoveTheChoice() {
        segment("Last")->setFocus();
        QTest::keyClick(segment("Last"), Qt::Key_Right);
        QCOMPARE(asked(0).newValue, std::string("mean"));
        QVERIFY(segment("Mean")->hasFocus());
        QTest::keyClick(segment("Mean"), Qt::Key_End);
        QCOMPARE(asked(1).newValue, std::string("absmax"));
        QTest::keyClick(segment("|Max|"), Qt::Key_Right);
        QCOMPARE(m_spy->count(), 2);
    }

    void spaceToggles() {
        auto* skip = m_card->findChildren<ToggleSwitch*>().first();
        skip->setFocus();
        QTest::keyClick(skip, Qt::Key_Space);
        QCOMPARE(asked(0).field, std::string("skip"));
        QCOMPARE(asked(0).newValue, std::string("on"));
    }

    void dragAsksOnceWhenLetGo() {
        auto* slider = m_card->findChild<QSlider*>();
        slider->setSliderDown(true);
        for (int step : {90, 80, 70, 60})
            slider->setSliderPosition(step);
        QTest::qWait(300);
        QCOMPARE(m_spy->count(), 0);
        QCOMPARE(m_card->findChild<QDoubleSpinBox*>()->value(), 0.6);
        slider->setSliderDown(false);
        QCOMPARE(m_spy->count(), 1);
        QCOMPARE(asked(0).field, std::string("kl_weight"));
        QCOMPARE(asked(0).newValue, std::string("0.6"));
    }

    void keysOnTheSliderAreMerged() {
        auto* slider = m_card->findChild<QSlider*>();
        slider->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(slider, Qt::Key_Left);
        QTRY_COMPARE(m_spy->count(), 1);
        QCOMPARE(asked(0).newValue, std::string("0.95"));
    }

    void weightsAboveOneAreTyped() {
        auto* number = m_card->findChild<QDoubleSpinBox*>();
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, "2.5");
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_COMPARE(m_spy->count(), 1);
        QCOMPARE(asked(0).newValue, std::string("2.5"));
        QCOMPARE(m_card->findChild<QSlider*>()->value(), 100);
    }

    void weightUnderAScheduleIsAskedForEvenWhenEqual() {
        RunState state = training();
        state.settings.klSchedule = KlSchedule::Linear;
        state.klWeight = 0.95;
        m_card->setState(state);
        auto* slider = m_card->findChild<QSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        QTRY_COMPARE(m_spy->count(), 1);
        QCOMPARE(asked(0).newValue, std::string("1"));
    }

    void rateIsTypedAndBadOnesAreRefused() {
        QLineEdit* rate = nullptr;
        for (auto* edit : m_card->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == "Learning rate") rate = edit;
        }
        QVERIFY(rate != nullptr);
        QTest::mouseClick(rate, Qt::LeftButton);
        rate->selectAll();
        QTest::keyClicks(rate, "abc");
        QTest::keyClick(rate, Qt::Key_Return);
        QCOMPARE(m_spy->count(), 0);
        rate->selectAll();
        QTest::keyClicks(rate, "0.25");
        QTest::keyClick(rate, Qt::Key_Return);
        QCOMPARE(m_spy->count(), 1);
        QCOMPARE(asked(0).field, std::string("learning_rate"));
        QCOMPARE(asked(0).newValue, std::string("0.25"));
    }

    void reinitialiseIsAnAction() {
        QSignalSpy actions(m_card.get(), &SwitchesCard::actionRequested);
        for (auto* button : m_card->findChildren<QPushButton*>())
            QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(actions.count(), 1);
        QCOMPARE(actions.at(0).at(0).value<Action>(), Action::ReinitialiseDecoder);
    }

    void noControlIsClipped() {
        for (auto* control : m_card->findChildren<SegmentedControl*>()) {
            for (auto* button : control->findChildren<QAbstractButton*>())
                QVERIFY(button->width() >= button->sizeHint().width());
        }
    }
};

QTEST_MAIN(TestSwitchesCard)
#include "tst_switches_card.moc"
