// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/argument_reading.h"
#include "app/figure_arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace collapsar {
namespace {

Result<void> readDemo(const QCommandLineParser& parser, CommandLine& line) {
    if (parser.isSet(QStringLiteral("demo"))) {
        line.task = CommandLine::Task::Demo;
        line.demoFolder = parser.value(QStringLiteral("demo"));
        if (line.demoFolder.isEmpty() || !line.subject.isEmpty()) {
            return usageError(QStringLiteral("--demo takes a folder and nothing else to open."));
        }
    }
    if (parser.isSet(QStringLiteral("updates"))) {
        const Result<double> updates = numberOf(parser, QStringLiteral("updates"), 1, 1e6);
        if (!updates || line.task != CommandLine::Task::Demo) {
            return !updates ? updates.error() : usageError(QStringLiteral("--updates goes with --demo."));
        }
        line.demoUpdates = static_cast<int>(updates.value());
    }
    return {};
}

}  // namespace

DesktopExit exitCodeOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::InvalidSettings:
        case ErrorCode::FileMissing:
        case ErrorCode::FileUnreadable:
        case ErrorCode::FileDamaged:
        case ErrorCode::FileTooNew:
        case ErrorCode::DataInvalid:
        case ErrorCode::DataChanged:
            return ExitBadInput;
        case ErrorCode::FileUnwritable:
        case ErrorCode::RunBusy:
        case ErrorCode::Interrupted:
        case ErrorCode::Internal:
            break;
    }
    return ExitFailed;
}

Result<CommandLine> parseCommandLine(const QStringList& arguments) {
    if (arguments.size() > 1 && arguments[1] == QLatin1String("figure")) {
        return parseFigure(arguments.mid(1));
    }
    if (arguments.size() > 1 && arguments[1] == QLatin1String("animate")) {
        return parseAnimate(arguments.mid(1));
    }
    QCommandLineParser parser;
    addCommonOptions(parser);
    for (const char* option : {"theme", "demo", "updates"}) {
        parser.addOption({QLatin1String(option), QString(), QStringLiteral("value")});
    }
    CommandLine line;
    if (!parser.parse(arguments)) {
        return usageError(parser.errorText());
    }
    if (asksForWords(parser, line)) {
        return line;
    }
    const QStringList subjects = parser.positionalArguments();
    if (subjects.size() > 1) {
        return usageError(
            QStringLiteral("One run, preset or settings file can be opened at a time; \"%1\" is too much.")
                .arg(subjects[1]));
    }
    line.subject = subjects.value(0);
    if (parser.isSet(QStringLiteral("theme"))) {
        const Result<ThemeMode> theme = themeOf(parser.value(QStringLiteral("theme")));
        if (!theme) {
            return theme.error();
        }
        line.theme = theme.value();
    }
    if (const Result<void> demo = readDemo(parser, line); !demo) {
        return demo.error();
    }
    return line;
}

QString commandLineHelp() {
    return QCoreApplication::translate(
        "CommandLine",
        "Watch posterior collapse happen in a variational autoencoder, understand it, stop it.\n"
        "\n"
        "Usage:\n"
        "  collapsar [RUN | SESSION | PRESET | SETTINGS]  open the window, with the default demo ready\n"
        "  collapsar --demo DIR [--updates N]             train the demo without a window; figures, CSV and verdict go "
        "to DIR\n"
        "  collapsar figure RUN... --out FILE             write a figure of runs without a window\n"
        "  collapsar animate RUN... --out FILE.gif|DIR    write the replay of runs as a GIF or numbered PNG pictures\n"
        "\n"
        "Options:\n"
        "  --theme system|light|dark                colours of the window\n"
        "  --updates N                              end of both runs of the demo\n"
        "  --kind KIND                              what the figure shows: posterior-means (default), curves, stage,\n"
        "                                           rate-distortion, he2 (mean spaces over training), he3 (one\n"
        "                                           example's way) or he4 (KL, mutual information, aggregate KL)\n"
        "  --out FILE                               .png, .svg or .pdf\n"
        "  --width MM --height MM                   size of the figure, 20 to 2000 mm\n"
        "  --dpi N                                  dots per inch of a PNG, 36 to 1200 (300)\n"
        "  --at N,N,...                             he2: updates of the columns; he3: from the first to the last\n"
        "  --example N                              he3: which example, from 1\n"
        "  --no-caption                             he2, he3, he4: notes and provenance in the metadata alone\n"
        "  --from N --to N                          animate: range of updates (all)\n"
        "  --fps N                                  animate: frames per second, 1 to 50 (12.5)\n"
        "  --speed N                                animate: updates per frame (so that it takes 15 s)\n"
        "  --size WxH                               animate: pixels (960x540)\n"
        "  --title TEXT                             animate: first line of every frame\n"
        "  --no-curves                              animate: mean spaces alone\n"
        "  -h, --help                               these words\n"
        "  -v, --version                            the version\n"
        "\n"
        "Exit codes: 0 done, 1 could not be done (a file cannot be written, the run is busy), 2 wrong arguments,\n"
        "3 a run, preset, settings file or its data cannot be used, 4 a run met NaN or infinity.\n");
}

}  // namespace collapsar
