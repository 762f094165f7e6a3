// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/animate_command.h"
#include "app/demo.h"
#include "app/figure_command.h"
#include "app/main_window.h"
#include "app/preferences.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleFactory>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

namespace collapsar {
namespace {

void installTranslators(QApplication& application) {
    auto* own = new QTranslator(&application);
    if (own->load(QLocale(), QStringLiteral("collapsar"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QApplication::installTranslator(own);
    }
    auto* qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(qt);
    }
}

void dress(QApplication& application) {
    QApplication::setOrganizationName(QStringLiteral("collapsar"));
    QApplication::setApplicationName(QStringLiteral("collapsar"));
    QApplication::setApplicationDisplayName(QStringLiteral("Collapsar"));
    QApplication::setApplicationVersion(QStringLiteral(COLLAPSAR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.collapsar.Collapsar"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/collapsar.svg")));
    installTranslators(application);
}

int showWindow(const CommandLine& line) {
    Preferences preferences;
    Session session(makeTrainingEngine(), RunStorage::ofUser());
    MainWindow window(session, preferences);
    if (line.theme) {
        window.setTheme(*line.theme);
    }
    window.show();
    QTimer::singleShot(0, &window, [&] {  // the window is painted first
        if (line.subject.isEmpty()) {
            window.usePreset(builtInPresets().front());
        } else {
            window.openSubject(line.subject);
        }
        window.lookForInterrupted();
        window.checkComputing();
    });
    return QApplication::exec();
}

}  // namespace

Result<void> choosePlatform(CommandLine::Task task) {
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        return {};
    }
    if (task != CommandLine::Task::Window) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return {};
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        return Error{ErrorCode::Internal,
                     "There is no display for a window. Use collapsar --demo DIR, collapsar figure, or collapsar-cli."};
    }
    return {};
}

int runDesktop(const CommandLine& line, QApplication& application) {
    dress(application);
    switch (line.task) {
        case CommandLine::Task::Help:
            std::printf("%s", qUtf8Printable(commandLineHelp()));
            return ExitOk;
        case CommandLine::Task::Version:
            std::printf("Collapsar %s\n", COLLAPSAR_VERSION);
            return ExitOk;
        case CommandLine::Task::Demo:
            return runDemo(defaultDemo(line.demoFolder, line.demoUpdates), makeTrainingEngine());
        case CommandLine::Task::Figure:
            return runFigureCommand(line.figure, *makeTrainingEngine());
        case CommandLine::Task::Animate:
            return runAnimateCommand(line.animate, *makeTrainingEngine());
        case CommandLine::Task::Window:
            break;
    }
    return showWindow(line);
}

}  // namespace collapsar
