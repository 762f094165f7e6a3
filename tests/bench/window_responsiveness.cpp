// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the window ever waits for the trainers: gaps of its event loop while two runs train at full speed, beside a
// control, an empty window with two busy threads at the trainers' priority; and how soon stop and close are answered.
// Each side runs in a process of its own. Prints JSON; always succeeds: a benchmark reports, it does not judge.
//   window_responsiveness [--seconds N] [--rounds N]    the driver: N seconds a side, N starts and stops
//   window_responsiveness --side control|window|stop|close ...    one measurement
#include "app/engine.h"
#include "app/main_window.h"
#include "app/preferences.h"
#include "app/session.h"
#include "core/train/diagnostics_pool.h"
#include "tests/bench/event_loop_gaps.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMainWindow>
#include <QProcess>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

using namespace collapsar;

namespace {

constexpr int trainerNice = 10;
constexpr int patience = 60000;  // milliseconds for anything waited for

void pass(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

double milliseconds(const QElapsedTimer& time) {
    return static_cast<double>(time.nsecsElapsed()) * 1e-6;
}

/// The program's window on real runs, with files of its own.
struct Desk {
    Desk()
        : session(makeTrainingEngine(), RunStorage(folder.filePath("runs").toStdString())),
          preferences(folder.filePath("collapsar.ini")),
          window(std::make_unique<MainWindow>(session, preferences)) {
        window->show();
    }

    /// The default demo, without an end, at full speed, ready to start.
    void prepare() {
        Preset preset = builtInPresets().front();
        for (PresetRun& run : preset.runs) {
            run.settings.updates = 100'000'000;
            run.settings.decayPatience = 0;
        }
        window->usePreset(preset);
        session.setPace(Pace::FullSpeed);
        wait([this] { return allIn(RunPhase::Ready); });
    }
    /// Returns when both runs have made a few updates.
    void start() {
        session.start();
        wait([this] {
            return allIn(RunPhase::Training) &&
                   std::ranges::all_of(session.runs(), [](const RunView& run) { return run.state.at.update >= 3; });
        });
    }
    [[nodiscard]] bool allIn(RunPhase phase) const {
        return std::ranges::all_of(session.runs(), [phase](const RunView& run) { return run.state.phase == phase; });
    }
    /// Runs the event loop until a delivered state fulfils `condition`.
    void wait(const std::function<bool()>& condition) {
        QEventLoop loop;
        QTimer::singleShot(patience, &loop, [&] {
            std::fprintf(stderr, "waited in vain\n");
            loop.quit();
        });
        QObject::connect(&session, &Session::stateChanged, &loop, [&] {
            if (condition()) loop.quit();
        });
        if (!condition()) loop.exec();
    }

    QTemporaryDir folder;
    Session session;
    Preferences preferences;
    std::unique_ptr<MainWindow> window;
};

QJsonObject controlSide(int seconds) {
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    std::atomic<bool> isOver{false};
    std::atomic<std::uint64_t> sum{0};
    const auto busy = [&] {
        lowerThreadPriority(trainerNice);
        std::uint64_t state = 1;
        while (!isOver.load(std::memory_order_relaxed))
            state = state * 6364136223846793005U + 1442695040888963407U;
        sum += state;
    };
    std::thread one(busy), other(busy);
    EventLoopGaps gaps;
    gaps.start();
    pass(seconds * 1000);
    gaps.stop();
    isOver = true;
    one.join();
    other.join();
    return gaps.report();
}

/// Includes the start: the first pictures of both runs.
QJsonObject windowSide(int seconds) {
    Desk desk;
    desk.prepare();
    EventLoopGaps gaps;
    gaps.start();
    desk.session.start();
    pass(seconds * 1000);
    gaps.stop();
    QJsonObject report = gaps.report();
    QJsonArray updates;
    for (const RunView& run : desk.session.runs())
        updates.append(static_cast<qint64>(run.state.at.update));
    report["updates"] = updates;
    report["still_training"] = desk.allIn(RunPhase::Training);
    desk.window->close();
    return report;
}

QJsonObject summary(std::vector<double> times) {
    std::ranges::sort(times);
    return {{"rounds", static_cast<qint64>(times.size())},
            {"median_ms", times[times.size() / 2]},
            {"max_ms", times.back()}};
}

/// From stop() of both runs to the delivery of phase Stopped for both.
QJsonObject stopSide(int rounds) {
    Desk desk;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        desk.prepare();
        desk.start();
        QElapsedTimer time;
        time.start();
        desk.session.stop(0);
        desk.session.stop(1);
        desk.wait([&desk] { return desk.allIn(RunPhase::Stopped); });
        times.push_back(milliseconds(time));
    }
    return summary(std::move(times));
}

/// From close() to the window gone; and to the end of both trainers, checkpoints written, when the process could end.
QJsonObject closeSide(int rounds) {
    std::vector<double> gone, ended;
    for (int round = 0; round < rounds; ++round) {
        auto desk = std::make_unique<Desk>();
        desk->prepare();
        desk->start();
        QElapsedTimer time;
        time.start();
        desk->window->close();
        gone.push_back(milliseconds(time));
        desk.reset();
        ended.push_back(milliseconds(time));
    }
    return {{"window_gone", summary(std::move(gone))}, {"trainers_ended", summary(std::move(ended))}};
}

QJsonObject measureApart(const QString& side, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{"--side", side} + arguments);
    process.waitForFinished(-1);
    QJsonObject report = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    double load = 0;
    if (getloadavg(&load, 1) == 1) report["machine_load_after"] = load;
    return report;
}

void print(const QJsonObject& report) {
    std::printf("%s", QJsonDocument(report).toJson().constData());
}

int drive(const QStringList& arguments) {
    QJsonObject report;
    for (const QString side : {"control", "window", "stop", "close"})
        report[side] = measureApart(side, arguments);
    const double slower =
        report["window"].toObject()["max_ms"].toDouble() - report["control"].toObject()["max_ms"].toDouble();
    report["max_over_control_ms"] = slower;
    print(report);
    return 0;
}

int measure(const QString& side, int seconds, int rounds) {
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    if (side == "control") print(controlSide(seconds));
    if (side == "window") print(windowSide(seconds));
    if (side == "stop") print(stopSide(rounds));
    if (side == "close") print(closeSide(rounds));
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string_view sideOption = "--side";
    const bool isDriver = std::find(words, words + count, sideOption) == words + count;
    std::unique_ptr<QCoreApplication> application;
    if (isDriver) {
        application = std::make_unique<QCoreApplication>(count, words);
    } else {
        application = std::make_unique<QApplication>(count, words);
    }
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"side", "One measurement.", "name"},
                       {"seconds", "Duration of a side.", "number", "60"},
                       {"rounds", "Starts and stops.", "number", "20"}});
    parser.process(*application);
    if (isDriver) return drive({"--seconds", parser.value("seconds"), "--rounds", parser.value("rounds")});
    return measure(parser.value("side"), parser.value("seconds").toInt(), parser.value("rounds").toInt());
}
