// SPDX-License-Identifier: GPL-3.0-or-later
/// The real window over the real trainer: a run watched in it is bit for bit the run that nobody watched.
#include "app/engine.h"
#include "app/main_window.h"
#include "app/preferences.h"
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/run_folder.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_run.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace collapsar;

namespace {

Settings aggressive() {
    Settings settings = smallSettings();
    settings.aggressive = Aggressive::On;
    return settings;
}

TrainingState finalState(const std::filesystem::path& folder) {
    const auto contents = readRunFolder(folder);
    return readCheckpoint(folder / "checkpoints" / contents.value().checkpoints.back()).value();
}

TrainingState trainUnwatched(const std::filesystem::path& folder, const Settings& settings) {
    RecordingSink sink;
    auto run = Run::create(settings, {.folder = folder, .probes = false}, sink);
    run.value()->start();
    run.value()->wait();
    run.value().reset();
    return finalState(folder);
}

}  // namespace

class TestWindowExactness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWatchedRunIsTheSameRun_data();
    void aWatchedRunIsTheSameRun();
};

void TestWindowExactness::aWatchedRunIsTheSameRun_data() {
    QTest::addColumn<bool>("shown");
    QTest::newRow("window shown") << true;
    QTest::newRow("window hidden") << false;
}

void TestWindowExactness::aWatchedRunIsTheSameRun() {
    QFETCH(bool, shown);
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.filePath("config").toUtf8());
    const std::filesystem::path base = folder.path().toStdString();
    Preferences preferences;
    Session session(makeTrainingEngine(), RunStorage(base / "runs"));
    MainWindow window(session, preferences);
    if (shown) window.show();
    session.prepare({{.name = "Basic", .settings = smallSettings()}, {.name = "Aggressive", .settings = aggressive()}});
    session.start();
    for (int run : {0, 1}) {
        QTRY_COMPARE_WITH_TIMEOUT(session.runs()[run].state.phase, RunPhase::Finished, 60000);
        const TrainingState watched = finalState(session.runs()[run].folder);
        const TrainingState alone =
            trainUnwatched(base / ("alone" + std::to_string(run) + ".run"), run == 0 ? smallSettings() : aggressive());
        QVERIFY(watched.weights.encoder == alone.weights.encoder);
        QVERIFY(watched.weights.decoder == alone.weights.decoder);
        QCOMPARE(watched.encoderUpdates, alone.encoderUpdates);
    }
}

QTEST_MAIN(TestWindowExactness)
#include "tst_window_exactness.moc"
