// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char** argv) {
    using namespace collapsar;
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line) {
        std::fprintf(stderr, "collapsar: %s Try collapsar --help.\n", line.error().detail.c_str());
        return ExitUsage;
    }
    if (const Result<void> ready = choosePlatform(line.value().task); !ready) {
        std::fprintf(stderr, "collapsar: %s\n", ready.error().detail.c_str());
        return ExitFailed;
    }
    QApplication application(argc, argv);
    return runDesktop(line.value(), application);
}
