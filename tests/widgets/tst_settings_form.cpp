// SPDX-License-Identifier: GPL-3.0-or-later
// The form made from the settings table: every row goes round, problems stand under their field.
#include "widgets/display_text.h"
#include "widgets/setting_row.h"
#include "widgets/setting_words.h"
#include "widgets/settings_dialog.h"
#include "widgets/settings_form.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace collapsar;

namespace {

QString nameOf(const SettingInfo& setting) {
    return QString::fromStdString(std::string(setting.name));
}

/// A value other than the default that the table allows.
QString otherValue(const SettingInfo& setting) {
    const std::string standard = settingText(Settings(), setting.name);
    switch (setting.kind) {
        case SettingKind::Integer:
        case SettingKind::Real: {
            Settings scratch;
            const std::string least = std::to_string(static_cast<long long>(std::max(setting.minimum, 1.0)));
            if (least != standard && setSetting(scratch, setting.name, least)) return QString::fromStdString(least);
            return setting.kind == SettingKind::Real ? "0.25" : "2";
        }
        case SettingKind::Seed:
            return "18446744073709551615";
        case SettingKind::Path:
            return "/tmp/words.txt";
        case SettingKind::Switch:
        case SettingKind::Choice:
            break;
    }
    for (std::string_view choice : setting.choices) {
        if (choice != standard) return QString::fromStdString(std::string(choice));
    }
    return {};
}

void type(SettingRow& row, const QString& text) {
    auto* edit = qobject_cast<QLineEdit*>(row.editor());
    if (edit == nullptr) return;
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty()) QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

}  // namespace

class TestSettingsForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyRowGoesRound_data() {
        QTest::addColumn<QString>("name");
        for (const SettingInfo& setting : settingsTable())
            QTest::newRow(nameOf(setting).toLatin1()) << nameOf(setting);
    }
    void everyRowGoesRound() {
        QFETCH(QString, name);
        const SettingInfo& setting = *findSetting(name.toStdString());
        SettingsForm form;
        QSignalSpy changed(&form, &SettingsForm::changed);
        QVERIFY2(form.row(name) != nullptr, "the table has a row the form lacks");
        Settings settings;
        QVERIFY(setSetting(settings, setting.name, otherValue(setting).toStdString()).ok());
        QVERIFY(settings != Settings());
        form.setSettings(settings);
        QCOMPARE(changed.count(), 0);
        QVERIFY(form.settings() == settings);
        QCOMPARE(form.row(name)->text().toStdString(), settingText(settings, setting.name));
        QTest::mouseClick(form.row(name)->resetButton(), Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        QVERIFY(form.settings() == Settings());
    }

    void everyWordReachesTheTranslators() {
        for (const SettingInfo& setting : settingsTable()) {
            QVERIFY2(isListedSettingWord(setting.label), setting.label.data());
            QVERIFY2(isListedSettingWord(setting.help), setting.help.data());
            QVERIFY2(setting.unit.empty() || isListedSettingWord(setting.unit), setting.unit.data());
            for (std::string_view choice : setting.choices) {
                const QString key = QString::fromStdString(std::string(choice));
                QVERIFY2(choiceText(key) != key, choice.data());
            }
        }
    }

    void typingOutOfRangeSaysSoUnderTheField() {
        SettingsForm form;
        form.setSettings({});
        QSignalSpy validity(&form, &SettingsForm::validityChanged);
        SettingRow& batch = *form.row("batch");
        type(batch, "0");
        QVERIFY(!form.isValid());
        QCOMPARE(batch.problem(), QString("Type a whole number from 1 to 4,096."));
        QCOMPARE(form.settings().batch, Settings().batch);
        QCOMPARE(validity.count(), 1);
        type(batch, "32");
        QVERIFY(form.isValid());
        QVERIFY(batch.problem().isEmpty());
        QCOMPARE(form.settings().batch, 32);
        QCOMPARE(validity.count(), 2);
        type(batch, "x");
        form.setSettings({});
        QVERIFY(form.isValid());
    }

    void contradictionsStandUnderTheFieldToChange() {
        SettingsForm form;
        type(*form.row("validation"), "/tmp/words.txt");
        QVERIFY(!form.isValid());
        QVERIFY(form.row("validation")->problem().contains("validation"));
        for (const SettingInfo& setting : settingsTable()) {
            if (setting.name != "validation") QVERIFY(form.row(nameOf(setting))->problem().isEmpty());
        }
    }

    void everyContradictionIsListedForTranslators() {
        Settings settings;
        settings.data.clear();
        settings.validation = settings.test = "x";
        settings.klSchedule = KlSchedule::Linear;
        settings.klStart = 2;
        settings.freezeEncoder = settings.freezeDecoder = true;
        settings.batch = 1;
        settings.shards = 2;
        std::vector<SettingProblem> problems = validate(settings);
        settings.data = "synthetic";
        for (const SettingProblem& problem : validate(settings))
            problems.push_back(problem);
        QVERIFY(problems.size() >= 8);
        for (const SettingProblem& problem : problems)
            QVERIFY2(isListedSettingWord(problem.detail), problem.detail.c_str());
    }

    void decimalCommaIsUnderstood() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        SettingsForm form;
        form.setSettings({});
        QCOMPARE(qobject_cast<QLineEdit*>(form.row("init_scale")->editor())->text(), QString("0,01"));
        type(*form.row("init_scale"), "0,5");
        QCOMPARE(form.settings().initScale, 0.5);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void filterShowsWhatMatches() {
        SettingsForm form;
        form.setFilter("kl");
        QVERIFY(!form.row("kl_weight")->isHidden());
        QVERIFY(form.row("batch")->isHidden());
        form.setFilter({});
        QVERIFY(!form.row("batch")->isHidden());
    }

    void changesGoToBothRunsOnlyWhenAsked() {
        SettingsDialog dialog(QList<RunSetup>{{"Basic", {}}, {"Aggressive", {}}});
        type(*dialog.form(0)->row("batch"), "32");
        QCOMPARE(dialog.form(1)->settings().batch, Settings().batch);
        for (auto* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text().contains("both")) box->setChecked(true);
        }
        type(*dialog.form(0)->row("batch"), "64");
        QCOMPARE(dialog.setups().at(1).settings.batch, 64);
        type(*dialog.form(1)->row("seed"), "7");
        QCOMPARE(dialog.setups().at(0).settings.seed, std::uint64_t(7));
    }

    void secondRunComesAndGoes() {
        SettingsDialog dialog(QList<RunSetup>{RunSetup{.name = "Basic", .settings = {}}});
        QCOMPARE(dialog.setups().size(), 1);
        for (auto* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text().contains("econd")) box->click();
        }
        QCOMPARE(dialog.setups().size(), 2);
        for (auto* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text().contains("econd")) box->click();
        }
        QCOMPARE(dialog.setups().size(), 1);
    }
};

QTEST_MAIN(TestSettingsForm)
#include "tst_settings_form.moc"
