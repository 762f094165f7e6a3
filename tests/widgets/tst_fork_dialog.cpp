// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a fork: where, what differs, how it is called; and for one switch to try.
#include "widgets/fork_dialog.h"
#include "widgets/fork_switches.h"
#include "widgets/segmented_control.h"
#include "widgets/toggle_switch.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <limits>
#include <memory>

using namespace collapsar;

namespace {

/// Aggressive from update 500 on, under a linear KL schedule; kept at 400.
ForkSource source() {
    ForkSource basic;
    basic.run = 4;
    basic.identity = {0, "Basic"};
    basic.update = 480;
    basic.lastUpdate = 1000;
    basic.settingsAt = [](std::int64_t update) {
        Settings settings;
        settings.aggressive = update >= 500 ? Aggressive::On : Aggressive::Off;
        settings.klSchedule = KlSchedule::Linear;
        return settings;
    };
    basic.replayCost = [](std::int64_t update) { return ReplayCost{update >= 400 ? 400 : 0, 2.6}; };
    return basic;
}

}  // namespace

class TestForkDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<ForkDialog> m_dialog;

    void open(ForkMode mode, const ForkSource& run = source()) {
        m_dialog = std::make_unique<ForkDialog>(mode, run);
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void choose(const char* field, const QString& text) const {
        for (auto* button : m_dialog->switches()->editor(field)->findChildren<QAbstractButton*>()) {
            if (button->text() == text) QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    void type(const char* field, const QString& text) const {
        auto* edit = qobject_cast<QLineEdit*>(m_dialog->switches()->editor(field));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void goTo(int update) const {
        m_dialog->updateField()->setFocus();
        m_dialog->updateField()->selectAll();
        QTest::keyClicks(m_dialog->updateField(), QString::number(update));
        QTest::keyClick(m_dialog->updateField(), Qt::Key_Tab);
    }
    bool isSaid(const QString& text) const {
        const auto labels = m_dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void startsAtTheCursorAndRepeatsTheRun() {
        open(ForkMode::Fork);
        const ForkChoice request = m_dialog->choice();
        QCOMPARE(request.run, 4);
        QCOMPARE(request.update, 480);
        QVERIFY(request.changes.empty());
        QCOMPARE(request.name, QString("Basic from 480"));
        QVERIFY(m_dialog->acceptButton()->isEnabled());
        QVERIFY(m_dialog->differences().contains("repeats Basic exactly"));
        QVERIFY(isSaid("From the state kept at 400, then 80 updates repeated exactly (about 3 s)."));
        QCOMPARE(m_dialog->updateField()->maximum(), 1000);
    }

    void changedSwitchesBecomeInterventions() {
        open(ForkMode::Fork);
        choose("aggressive", "On");
        type("learning_rate", "0.25");
        const ForkChoice request = m_dialog->choice();
        QCOMPARE(request.changes.size(), std::size_t(2));
        QCOMPARE(interventionText(request.changes[0]), std::string("480:aggressive=on"));
        QCOMPARE(request.changes[0].oldValue, std::string("off"));
        QCOMPARE(interventionText(request.changes[1]), std::string("480:learning_rate=0.25"));
        for (const Intervention& change : request.changes)
            QVERIFY(checkIntervention(change).ok());
        QCOMPARE(request.name, QString("Basic, aggressive on and learning rate 0.25 from 480"));
        QCOMPARE(m_dialog->differences(), QString("Aggressive encoder updates Off → On\nLearning rate 1 → 0.25"));
        QTest::mouseClick(m_dialog->switches()->undoButton("learning_rate"), Qt::LeftButton);
        QCOMPARE(m_dialog->choice().changes.size(), std::size_t(1));
        QCOMPARE(qobject_cast<QLineEdit*>(m_dialog->switches()->editor("learning_rate"))->text(), QString("1"));
        choose("aggressive", "Off");
        QVERIFY(m_dialog->choice().changes.empty());
    }

    void presentValuesAreThoseOfTheUpdate() {
        open(ForkMode::Fork);
        choose("aggressive", "On");
        goTo(600);  // there it was on already
        QCOMPARE(m_dialog->choice().update, 600);
        QVERIFY(m_dialog->choice().changes.empty());
        QCOMPARE(qobject_cast<SegmentedControl*>(m_dialog->switches()->editor("aggressive"))->current(), QString("on"));
        choose("aggressive", "Off");
        QCOMPARE(m_dialog->choice().changes[0].oldValue, std::string("on"));
        QCOMPARE(m_dialog->choice().changes[0].at.update, 600);
    }

    void updatesOutsideTheRunCannotBeTyped() {
        open(ForkMode::Fork);
        goTo(5000);
        QVERIFY(m_dialog->choice().update <= 1000);
    }

    void badNumbersAreRefusedBesideTheButton() {
        open(ForkMode::Fork);
        type("learning_rate", "abc");
        QVERIFY(!m_dialog->acceptButton()->isEnabled());
        QVERIFY(isSaid("Learning rate: Type a number"));
        type("learning_rate", "0.5");
        QVERIFY(m_dialog->acceptButton()->isEnabled());
        m_dialog->nameField()->setFocus();
        m_dialog->nameField()->selectAll();
        QTest::keyClicks(m_dialog->nameField(), "  ");
        QVERIFY(!m_dialog->acceptButton()->isEnabled());
        QVERIFY(isSaid("Give it a name"));
    }

    void aTypedNameStays() {
        open(ForkMode::Fork);
        m_dialog->nameField()->setFocus();
        m_dialog->nameField()->selectAll();
        QTest::keyClicks(m_dialog->nameField(), "Rescue");
        choose("pooling", "Mean");
        QCOMPARE(m_dialog->choice().name, QString("Rescue"));
    }

    void suggestedNamesAreNew() {
        ForkSource run = source();
        run.takenNames = QStringList{"Basic from 480", "Basic from 480 (2)"};
        open(ForkMode::Fork, run);
        QCOMPARE(m_dialog->choice().name, QString("Basic from 480 (3)"));
    }

    void aWeightSetByHandEndsTheSchedule() {
        open(ForkMode::Fork);
        QVERIFY(!m_dialog->differences().contains("constant"));
        type("kl_weight", "0.5");
        QVERIFY(m_dialog->differences().contains("makes the KL schedule constant"));
    }

    void whatIfTriesExactlyOneSwitch() {
        open(ForkMode::WhatIf);
        QVERIFY(!m_dialog->acceptButton()->isEnabled());
        QVERIFY(isSaid("Change the one switch to try"));
        QTest::mouseClick(m_dialog->switches()->editor("skip"), Qt::LeftButton);
        QVERIFY(m_dialog->acceptButton()->isEnabled());
        QCOMPARE(m_dialog->choice().updates, 300);
        QCOMPARE(m_dialog->choice().mode, ForkMode::WhatIf);
        QCOMPARE(interventionText(m_dialog->choice().changes.at(0)), std::string("480:skip=on"));
        choose("pooling", "Max");
        QVERIFY(!m_dialog->acceptButton()->isEnabled());
        QVERIFY(isSaid("one switch only"));
        choose("pooling", "Last");
        m_dialog->lengthField()->setFocus();
        m_dialog->lengthField()->selectAll();
        QTest::keyClicks(m_dialog->lengthField(), "750");
        QCOMPARE(m_dialog->choice().updates, 750);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void cancelAsksForNothing() {
        open(ForkMode::Fork);
        for (auto* button : m_dialog->findChildren<QPushButton*>()) {
            if (button->text().remove('&') == "Cancel") QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
        QVERIFY(!m_dialog->isVisible());
    }

    void unknownCostAndKeyframesAreSaidPlainly() {
        ForkSource run = source();
        run.replayCost = [](std::int64_t update) {
            return ReplayCost{update == 480 ? 400 : update, std::numeric_limits<double>::quiet_NaN()};
        };
        open(ForkMode::Fork, run);
        QVERIFY(isSaid("then 80 updates repeated exactly."));
        goTo(500);
        QVERIFY(isSaid("Update 500 is kept whole"));
    }

    void everyLiveSwitchIsThereAndNamed() {
        open(ForkMode::Fork);
        for (const SettingInfo& setting : settingsTable()) {
            QWidget* editor = m_dialog->switches()->editor(QString::fromStdString(std::string(setting.name)));
            QCOMPARE(editor != nullptr, setting.live);
            if (editor != nullptr) QVERIFY(!editor->accessibleName().isEmpty());
        }
        QVERIFY(m_dialog->height() <= 800);
    }
};

QTEST_MAIN(TestForkDialog)
#include "tst_fork_dialog.moc"
