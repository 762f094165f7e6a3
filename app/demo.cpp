// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/demo_report.h"
#include "app/session.h"
#include "core/report/settings_table.h"
#include "widgets/display_text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace collapsar {
namespace {

constexpr int progressMilliseconds = 2000;
constexpr int basicUpdates = 1000;
constexpr int aggressiveUpdates = 400;  // in step by 300; each takes some thirty inner updates

bool hasEnded(const RunView& run) {
    switch (run.state.phase) {
        case RunPhase::Finished:
        case RunPhase::Stopped:
        case RunPhase::Diverged:
        case RunPhase::Failed:
            return true;
        case RunPhase::Preparing:
        case RunPhase::Ready:
        case RunPhase::Training:
        case RunPhase::Paused:
            break;
    }
    return false;
}

void printProgress(const Session& session) {
    QStringList parts;
    double secondsLeft = 0;
    bool isKnown = true;
    for (const RunView& run : session.runs()) {
        const RunState& state = run.state;
        const double share = state.totalUpdates > 0 ? 100.0 * state.at.update / state.totalUpdates : 0;
        parts.append(state.phase == RunPhase::Preparing
                         ? QStringLiteral("%1 preparing").arg(QString::fromStdString(run.plan.name))
                         : QStringLiteral("%1 %2/%3 (%4 %)")
                               .arg(QString::fromStdString(run.plan.name))
                               .arg(state.at.update)
                               .arg(state.totalUpdates)
                               .arg(share, 0, 'f', 0));
        if (!hasEnded(run)) {
            isKnown = isKnown && std::isfinite(state.secondsLeft) && state.at.update > 0;
            secondsLeft = std::max(secondsLeft, state.secondsLeft);
        }
    }
    std::printf("%s, %s left\n", qUtf8Printable(parts.join(QStringLiteral("; "))),
                qUtf8Printable(durationText(isKnown ? secondsLeft : notMeasured)));
    std::fflush(stdout);
}

/// The words of an earlier demo with the same plan; empty when there is none.
QString earlierVerdict(const DemoPlan& plan) {
    QFile file(QDir(plan.folder).filePath(QStringLiteral("verdict.txt")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString text = QString::fromUtf8(file.readAll());
    return text.startsWith(demoFingerprint(plan.preset) + QLatin1Char('\n')) ? text : QString();
}

/// Runs until every run has ended. False when one could not be made.
void train(Session& session, const Preset& preset) {
    QEventLoop loop;
    const auto quitWhenDone = [&] {
        if (std::all_of(session.runs().begin(), session.runs().end(), hasEnded)) {
            loop.quit();
        }
    };
    QObject::connect(&session, &Session::stateChanged, &loop, quitWhenDone, Qt::QueuedConnection);
    QTimer progress;
    QObject::connect(&progress, &QTimer::timeout, &session, [&] { printProgress(session); });
    session.prepare(preset.runs);
    session.start();
    progress.start(progressMilliseconds);
    quitWhenDone();
    loop.exec();
    printProgress(session);
}

DesktopExit worstEnd(const Session& session) {
    DesktopExit worst = ExitOk;
    for (const RunView& run : session.runs()) {
        if (run.state.phase == RunPhase::Failed) {
            std::fprintf(stderr, "collapsar: %s: %s\n", run.plan.name.c_str(), run.state.error.detail.c_str());
            return exitCodeOf(run.state.error);
        }
        worst = run.state.phase == RunPhase::Diverged ? ExitDiverged : worst;
    }
    return worst;
}

void dropHalfDoneRuns(const RunStorage& storage) {
    for (const StoredRun& run : storage.runs()) {
        (void)storage.erase(run.folder);
    }
}

}  // namespace

DemoPlan defaultDemo(const QString& folder, int updates) {
    DemoPlan plan{folder, builtInPresets().front()};
    for (PresetRun& run : plan.preset.runs) {
        const bool isBasic = run.settings.aggressive == Aggressive::Off;
        run.settings.updates = updates > 0 ? updates : (isBasic ? basicUpdates : aggressiveUpdates);
    }
    return plan;
}

QString demoFingerprint(const Preset& preset) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const PresetRun& run : preset.runs) {
        hash.addData(QByteArray::fromStdString(run.name));
        for (const SettingInfo& setting : settingsTable()) {
            hash.addData(QByteArray::fromStdString('\n' + std::string(setting.name) + '=' +
                                                   settingText(run.settings, setting.name)));
        }
        for (const Intervention& intervention : run.interventions) {
            hash.addData(QByteArray::fromStdString('\n' + interventionText(intervention)));
        }
    }
    return QStringLiteral("# Collapsar " COLLAPSAR_VERSION " demo %1, %2")
        .arg(QString::fromStdString(preset.stem), QString::fromLatin1(hash.result().toHex().left(16)));
}

DesktopExit runDemo(const DemoPlan& plan, std::unique_ptr<Engine> engine) {
    if (const QString earlier = earlierVerdict(plan); !earlier.isEmpty()) {
        std::printf("Nothing to do, %s holds this demo already:\n\n%s", qUtf8Printable(plan.folder),
                    qUtf8Printable(earlier));
        return ExitOk;
    }
    if (!QDir().mkpath(plan.folder)) {
        std::fprintf(stderr, "collapsar: Cannot make the folder %s.\n", qUtf8Printable(plan.folder));
        return ExitFailed;
    }
    const RunStorage storage(QDir(plan.folder).filePath(QStringLiteral("runs")).toStdString());
    dropHalfDoneRuns(storage);
    std::printf("%s\n", plan.preset.title.c_str());
    Session session(std::move(engine), storage);
    train(session, plan.preset);
    if (const DesktopExit end = worstEnd(session); end != ExitOk && end != ExitDiverged) {
        return end;
    }
    const Result<QString> verdict = writeDemoReport(plan, session.runs());
    if (!verdict) {
        std::fprintf(stderr, "collapsar: %s\n", verdict.error().detail.c_str());
        return exitCodeOf(verdict.error());
    }
    std::printf("\n%s\nWritten to %s\n", qUtf8Printable(verdict.value()), qUtf8Printable(plan.folder));
    return worstEnd(session);
}

}  // namespace collapsar
