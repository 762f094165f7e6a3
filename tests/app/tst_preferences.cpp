// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences.h"

#include <QTemporaryDir>
#include <QTest>

using namespace collapsar;

class TestPreferences : public QObject {
    Q_OBJECT

private slots:
    void whatWasSetIsThereNextTime();
    void nonsenseInTheFileGivesDefaults();
    void anotherVersionIsDropped();
    void recentRunsAreNewestFirstAndFew();
};

void TestPreferences::whatWasSetIsThereNextTime() {
    const QTemporaryDir folder;
    const QString file = folder.filePath("collapsar.ini");
    {
        Preferences preferences(file);
        preferences.setTheme(ThemeMode::Dark);
        preferences.setPace(Pace::SlowMotion);
        preferences.setExportFolder("/somewhere");
        preferences.setLayout({"geometry", "columns", "rows"});
    }
    const Preferences again(file);
    QCOMPARE(again.theme(), ThemeMode::Dark);
    QCOMPARE(again.pace(), Pace::SlowMotion);
    QCOMPARE(again.exportFolder(), QString("/somewhere"));
    QCOMPARE(again.layout().geometry, QByteArray("geometry"));
    QCOMPARE(again.layout().columns, QByteArray("columns"));
    QCOMPARE(again.layout().rows, QByteArray("rows"));
}

void TestPreferences::nonsenseInTheFileGivesDefaults() {
    const QTemporaryDir folder;
    const QString file = folder.filePath("collapsar.ini");
    QSettings raw(file, QSettings::IniFormat);
    raw.setValue("version", 1);
    raw.setValue("theme", "purple");
    raw.setValue("pace", 17);
    raw.sync();
    const Preferences preferences(file);
    QCOMPARE(preferences.theme(), ThemeMode::System);
    QCOMPARE(preferences.pace(), Pace::Watch);
}

void TestPreferences::anotherVersionIsDropped() {
    const QTemporaryDir folder;
    const QString file = folder.filePath("collapsar.ini");
    QSettings raw(file, QSettings::IniFormat);
    raw.setValue("version", 99);
    raw.setValue("theme", "dark");
    raw.sync();
    QCOMPARE(Preferences(file).theme(), ThemeMode::System);
}

void TestPreferences::recentRunsAreNewestFirstAndFew() {
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath("collapsar.ini"));
    for (int i = 0; i < 12; ++i) {
        preferences.addRecentRun(QString::number(i));
    }
    preferences.addRecentRun("7");
    QCOMPARE(preferences.recentRuns(), QStringList({"7", "11", "10", "9", "8", "6", "5", "4"}));
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
