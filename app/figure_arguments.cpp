// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_arguments.h"

#include "app/argument_reading.h"
#include "widgets/figure_writer.h"
#include "widgets/he_figures.h"

#include <QCommandLineParser>

namespace collapsar {
namespace {

constexpr double mostUpdates = 1e12;

Result<FigureKind> figureKindOf(const QString& word) {
    const std::pair<const char*, FigureKind> kinds[] = {{"posterior-means", FigureKind::PosteriorMeans},
                                                        {"curves", FigureKind::Curves},
                                                        {"stage", FigureKind::Stage},
                                                        {"he2", FigureKind::MeanSpaces},
                                                        {"he3", FigureKind::Trajectories},
                                                        {"he4", FigureKind::Information},
                                                        {"he5", FigureKind::Information},
                                                        {"rate-distortion", FigureKind::RateDistortion}};
    for (const auto& [name, kind] : kinds) {
        if (word == QLatin1String(name)) {
            return kind;
        }
    }
    return usageError(
        QStringLiteral("--kind is \"%1\"; it must be posterior-means, curves, stage, rate-distortion, he2, he3 or he4.")
            .arg(word));
}

void addOptions(QCommandLineParser& parser, std::initializer_list<const char*> withValue,
                std::initializer_list<const char*> switches) {
    addCommonOptions(parser);
    for (const char* option : withValue) {
        parser.addOption({QLatin1String(option), QString(), QStringLiteral("value")});
    }
    for (const char* option : switches) {
        parser.addOption({QLatin1String(option), QString()});
    }
}

Result<void> readFigureSize(const QCommandLineParser& parser, FigureTask& figure) {
    const bool hasWidth = parser.isSet(QStringLiteral("width"));
    if (hasWidth != parser.isSet(QStringLiteral("height"))) {
        return usageError(QStringLiteral("--width and --height go together."));
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

/// What only the figures of He et al. have.
Result<void> readHeOptions(const QCommandLineParser& parser, FigureTask& figure) {
    const bool isHe = figure.kind == FigureKind::MeanSpaces || figure.kind == FigureKind::Trajectories ||
                      figure.kind == FigureKind::Information;
    for (const char* option : {"at", "example", "no-caption"}) {
        if (parser.isSet(QLatin1String(option)) && !isHe) {
            return usageError(QStringLiteral("--%1 goes with --kind he2, he3 or he4.").arg(QLatin1String(option)));
        }
    }
    figure.hasCaption = !parser.isSet(QStringLiteral("no-caption"));
    if (parser.isSet(QStringLiteral("at"))) {
        const std::optional<std::vector<std::int64_t>> updates = parseUpdates(parser.value(QStringLiteral("at")));
        if (!updates || updates->empty()) {
            return usageError(QStringLiteral("--at is \"%1\"; it must be updates, such as 0,200,2000.")
                                  .arg(parser.value(QStringLiteral("at"))));
        }
        figure.updates = *updates;
    }
    if (parser.isSet(QStringLiteral("example"))) {
        const Result<double> example = numberOf(parser, QStringLiteral("example"), 1, 1e6);
        if (!example) {
            return example.error();
        }
        figure.probe = static_cast<int>(example.value()) - 1;
    }
    return {};
}

Result<QSize> pixelsOf(const QString& text) {
    const QStringList sides = text.toLower().split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    if (sides.size() != 2 || !isWidth || !isHeight) {
        return usageError(
            QStringLiteral("--size is \"%1\"; it must be WIDTHxHEIGHT in pixels, such as 960x540.").arg(text));
    }
    return size;
}

Result<void> readAnimation(const QCommandLineParser& parser, AnimateTask& task) {
    const auto number = [&parser](const char* option, double minimum, double maximum, auto take) -> Result<void> {
        if (!parser.isSet(QLatin1String(option))) {
            return {};
        }
        const Result<double> value = numberOf(parser, QLatin1String(option), minimum, maximum);
        if (!value) {
            return value.error();
        }
        take(value.value());
        return {};
    };
    AnimationRequest& animation = task.animation;
    for (const Result<void>& done :
         {number("from", 0, mostUpdates, [&](double value) { task.from = static_cast<std::int64_t>(value); }),
          number("to", 1, mostUpdates, [&](double value) { task.to = static_cast<std::int64_t>(value); }),
          number("fps", 1, 50, [&](double value) { animation.framesPerSecond = value; }),
          number("speed", 0.001, mostUpdates, [&](double value) { animation.updatesPerFrame = value; })}) {
        if (!done) {
            return done;
        }
    }
    if (parser.isSet(QStringLiteral("size"))) {
        const Result<QSize> pixels = pixelsOf(parser.value(QStringLiteral("size")));
        if (!pixels) {
            return pixels.error();
        }
        animation.pixels = pixels.value();
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const Result<ThemeMode> theme = themeOf(parser.value(QStringLiteral("theme")));
        if (!theme) {
            return theme.error();
        }
        animation.theme = theme.value();
    }
    return {};
}

}  // namespace

Result<CommandLine> parseFigure(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser, {"kind", "out", "width", "height", "dpi", "at", "example"}, {"no-caption"});
    CommandLine line;
    line.task = CommandLine::Task::Figure;
    if (!parser.parse(arguments)) {
        return usageError(parser.errorText());
    }
    if (asksForWords(parser, line)) {
        return line;
    }
    line.figure.runs = parser.positionalArguments();
    line.figure.out = parser.value(QStringLiteral("out"));
    if (line.figure.runs.isEmpty() || line.figure.out.isEmpty()) {
        return usageError(QStringLiteral("figure needs at least one run folder and --out FILE."));
    }
    FigureFormat format{};
    if (!figureFormatOf(line.figure.out, format)) {
        return usageError(QStringLiteral("--out is \"%1\"; it must end in .png, .svg or .pdf.").arg(line.figure.out));
    }
    if (parser.isSet(QStringLiteral("kind"))) {
        const Result<FigureKind> kind = figureKindOf(parser.value(QStringLiteral("kind")));
        if (!kind) {
            return kind.error();
        }
        line.figure.kind = kind.value();
    }
    for (const Result<void>& done : {readFigureSize(parser, line.figure), readHeOptions(parser, line.figure)}) {
        if (!done) {
            return done.error();
        }
    }
    return line;
}

Result<CommandLine> parseAnimate(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser, {"out", "from", "to", "fps", "speed", "size", "theme", "title"}, {"no-curves"});
    CommandLine line;
    line.task = CommandLine::Task::Animate;
    if (!parser.parse(arguments)) {
        return usageError(parser.errorText());
    }
    if (asksForWords(parser, line)) {
        return line;
    }
    AnimationRequest& animation = line.animate.animation;
    line.animate.runs = parser.positionalArguments();
    animation.path = parser.value(QStringLiteral("out"));
    if (line.animate.runs.isEmpty() || animation.path.isEmpty()) {
        return usageError(QStringLiteral("animate needs at least one run folder and --out FILE.gif or a folder."));
    }
    const bool isGif = animation.path.endsWith(QLatin1String(".gif"), Qt::CaseInsensitive);
    animation.format = isGif ? AnimationFormat::Gif : AnimationFormat::PngSequence;
    animation.title = parser.value(QStringLiteral("title"));
    animation.curves = parser.isSet(QStringLiteral("no-curves")) ? ReplayCurves::Hidden : ReplayCurves::Shown;
    if (const Result<void> done = readAnimation(parser, line.animate); !done) {
        return done.error();
    }
    return line;
}

}  // namespace collapsar
