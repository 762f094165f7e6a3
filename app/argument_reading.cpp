// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/argument_reading.h"

#include <QCommandLineParser>

namespace collapsar {

Error usageError(const QString& detail) {
    return {ErrorCode::InvalidSettings, detail.toStdString()};
}

Result<double> numberOf(const QCommandLineParser& parser, const QString& option, double minimum, double maximum) {
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    if (!isNumber || !(value >= minimum && value <= maximum)) {
        return usageError(QStringLiteral("--%1 is \"%2\"; it must be a number from %3 to %4.")
                              .arg(option, parser.value(option))
                              .arg(minimum)
                              .arg(maximum));
    }
    return value;
}

Result<ThemeMode> themeOf(const QString& word) {
    if (word == QLatin1String("system")) {
        return ThemeMode::System;
    }
    if (word == QLatin1String("light") || word == QLatin1String("dark")) {
        return word == QLatin1String("light") ? ThemeMode::Light : ThemeMode::Dark;
    }
    return usageError(QStringLiteral("--theme is \"%1\"; it must be system, light or dark.").arg(word));
}

void addCommonOptions(QCommandLineParser& parser) {
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QString()});
}

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

}  // namespace collapsar
