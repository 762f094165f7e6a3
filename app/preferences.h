// SPDX-License-Identifier: GPL-3.0-or-later
/// What the window remembers from one start to the next, typed, in an INI file with a version.
#pragma once

#include "core/train/run.h"
#include "widgets/plot_theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <memory>

namespace collapsar {

struct WindowLayout {
    QByteArray geometry;
    QByteArray columns;  ///< state of the splitter between stage and side column
    QByteArray rows;     ///< state of the splitter between stage and curves
};

class Preferences {
public:
    /// The user's own file.
    Preferences();
    explicit Preferences(const QString& iniFile);

    [[nodiscard]] WindowLayout layout() const;
    void setLayout(const WindowLayout& layout);
    [[nodiscard]] ThemeMode theme() const;
    void setTheme(ThemeMode theme);
    [[nodiscard]] Pace pace() const;
    void setPace(Pace pace);
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString& folder);
    /// Run folders opened by hand, newest first, at most eight.
    [[nodiscard]] QStringList recentRuns() const;
    void addRecentRun(const QString& folder);

private:
    void dropOtherVersions();

    std::unique_ptr<QSettings> m_file;
};

}  // namespace collapsar
