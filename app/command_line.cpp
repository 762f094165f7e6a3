// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "widgets/figure_writer.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace collapsar {
namespace {

Error usage(const QString& detail) {
    return {ErrorCode::InvalidSettings, detail.toStdString()};
}

/// A number in a range, or what is wrong with it.
Result<double> numberOf(const QCommandLineParser& parser, const QString& option, double minimum, double maximum) {
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    if (!isNumber || !(value >= minimum && value <= maximum)) {
        return usage(QStringLiteral("--%1 is \"%2\"; it must be a number from %3 to %4.")
                         .arg(option, parser.value(option))
                         .arg(minimum)
                         .arg(maximum));
    }
    return value;
}

Result<FigureKind> figureKindOf(const QString& word) {
    if (word == QLatin1String("posterior-means")) {
        return FigureKind::PosteriorMeans;
    }
    if (word == QLatin1String("curves")) {
        return FigureKind::Curves;
    }
    if (word == QLatin1String("stage")) {
        return FigureKind::Stage;
    }
    return usage(QStringLiteral("--kind is \"%1\"; it must be posterior-means, curves or stage.").arg(word));
}

Result<ThemeMode> themeOf(const QString& word) {
    if (word == QLatin1String("system")) {
        return ThemeMode::System;
    }
    if (word == QLatin1String("light") || word == QLatin1String("dark")) {
        return word == QLatin1String("light") ? ThemeMode::Light : ThemeMode::Dark;
    }
    return usage(QStringLiteral("--theme is \"%1\"; it must be system, light or dark.").arg(word));
}

void addCommonOptions(QCommandLineParser& parser) {
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QString()});
}

/// Help and version win over everything but unknown options.
bool asksForWords(const QCommandLineParser& parser, CommandLine& line) {
    if (parser.isSet(QStringLiteral("help"))) {
        line.task = CommandLine::Task::Help;
        return true;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.task = CommandLine::Task::Version;
        return true;
    }
    return false;
}

Result<void> readFigureSize(const QCommandLineParser& parser, FigureTask& figure) {
    const bool hasWidth = parser.isSet(QStringLiteral("width"));
    if (hasWidth != parser.isSet(QStringLiteral("height"))) {
        return usage(QStringLiteral("--width and --height go together."));
    }
    if (hasWidth) {
        const Result<double> width = numberOf(parser, QStringLiteral("width"), 20, 2000);
        const Result<double> height = numberOf(parser, QStringLiteral("height"), 20, 2000);
        if (!width || !height) {
            return !width ? width.error() : height.error();
        }
        figure.millimetres = QSizeF(width.value(), height.value());
    }
    if (parser.isSet(QStringLiteral("dpi"))) {
        const Result<double> dpi = numberOf(parser, QStringLiteral("dpi"), 36, 1200);
        if (!dpi) {
            return dpi.error();
        }
        figure.dpi = static_cast<int>(dpi.value());
    }
    return {};
}

Result<CommandLine> parseFigure(const QStringList& arguments) {
    QCommandLineParser parser;
    addCommonOptions(parser);
    for (const char* option : {"kind", "out", "width", "height", "dpi"}) {
        parser.addOption({QLatin1String(option), QString(), QStringLiteral("value")});
    }
    CommandLine line;
    line.task = CommandLine::Task::Figure;
    if (!parser.parse(arguments)) {
        return usage(parser.errorText());
    }
    if (asksForWords(parser, line)) {
        return line;
    }
    line.figure.runs = parser.positionalArguments();
    line.figure.out = parser.value(QStringLiteral("out"));
    if (line.figure.runs.isEmpty() || line.figure.out.isEmpty()) {
        return usage(QStringLiteral("figure needs at least one run folder and --out FILE."));
    }
    FigureFormat format{};
    if (!figureFormatOf(line.figure.out, format)) {
        return usage(QStringLiteral("--out is \"%1\"; it must end in .png, .svg or .pdf.").arg(line.figure.out));
    }
    if (parser.isSet(QStringLiteral("kind"))) {
        const Result<FigureKind> kind = figureKindOf(parser.value(QStringLiteral("kind")));
        if (!kind) {
            return kind.error();
        }
        line.figure.kind = kind.value();
    }
    if (const Result<void> size = readFigureSize(parser, line.figure); !size) {
        return size.error();
    }
    return line;
}

Result<void> readDemo(const QCommandLineParser& parser, CommandLine& line) {
    if (parser.isSet(QStringLiteral("demo"))) {
        line.task = CommandLine::Task::Demo;
        line.demoFolder = parser.value(QStringLiteral("demo"));
        if (line.demoFolder.isEmpty() || !line.subject.isEmpty()) {
            return usage(QStringLiteral("--demo takes a folder and nothing else to open."));
        }
    }
    if (parser.isSet(QStringLiteral("updates"))) {
        const Result<double> updates = numberOf(parser, QStringLiteral("updates"), 1, 1e6);
        if (!updates || line.task != CommandLine::Task::Demo) {
            return !updates ? updates.error() : usage(QStringLiteral("--updates goes with --demo."));
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
    QCommandLineParser parser;
    addCommonOptions(parser);
    for (const char* option : {"theme", "demo", "updates"}) {
        parser.addOption({QLatin1String(option), QString(), QStringLiteral("value")});
    }
    CommandLine line;
    if (!parser.parse(arguments)) {
        return usage(parser.errorText());
    }
    if (asksForWords(parser, line)) {
        return line;
    }
    const QStringList subjects = parser.positionalArguments();
    if (subjects.size() > 1) {
        return usage(QStringLiteral("One run, preset or settings file can be opened at a time; \"%1\" is too much.")
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
        "  collapsar [RUN.run | PRESET | SETTINGS.json]   open the window, with the default demo ready\n"
        "  collapsar --demo DIR [--updates N]             train the demo without a window; figures, CSV and verdict go "
        "to DIR\n"
        "  collapsar figure RUN... --out FILE             write a figure of runs without a window\n"
        "\n"
        "Options:\n"
        "  --theme system|light|dark                colours of the window\n"
        "  --updates N                              end of both runs of the demo\n"
        "  --kind posterior-means|curves|stage      what the figure shows (posterior-means)\n"
        "  --out FILE                               .png, .svg or .pdf\n"
        "  --width MM --height MM                   size of the figure, 20 to 2000 mm\n"
        "  --dpi N                                  dots per inch of a PNG, 36 to 1200 (300)\n"
        "  -h, --help                               these words\n"
        "  -v, --version                            the version\n"
        "\n"
        "Exit codes: 0 done, 1 could not be done (a file cannot be written, the run is busy), 2 wrong arguments,\n"
        "3 a run, preset, settings file or its data cannot be used, 4 a run met NaN or infinity.\n");
}

}  // namespace collapsar
