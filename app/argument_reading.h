// SPDX-License-Identifier: GPL-3.0-or-later
/// What the parts of the command line are read with.
#pragma once

#include "app/command_line.h"

class QCommandLineParser;

namespace collapsar {

[[nodiscard]] Error usageError(const QString& detail);
/// A number in a range, or what is wrong with it.
[[nodiscard]] Result<double> numberOf(const QCommandLineParser& parser, const QString& option, double minimum,
                                      double maximum);
[[nodiscard]] Result<ThemeMode> themeOf(const QString& word);
/// --help and --version.
void addCommonOptions(QCommandLineParser& parser);
/// Help and version win over everything but unknown options.
[[nodiscard]] bool asksForWords(const QCommandLineParser& parser, CommandLine& line);

}  // namespace collapsar
