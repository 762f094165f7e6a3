// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace collapsar {
namespace {

constexpr int formatVersion = 1;
constexpr int recentRunsKept = 8;

constexpr std::array themeNames = {"system", "light", "dark"};
constexpr std::array paceNames = {"slow", "watch", "full"};

/// The index of the stored word; `otherwise` when the file holds none that we know.
template <std::size_t N>
int storedChoice(const QSettings& file, const QString& key, const std::array<const char*, N>& names, int otherwise) {
    const QString word = file.value(key).toString();
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const char* name) { return word == QLatin1String(name); });
    return found == names.end() ? otherwise : static_cast<int>(found - names.begin());
}

}  // namespace

Preferences::Preferences()
    : m_file(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("collapsar"),
                                         QStringLiteral("collapsar"))) {
    dropOtherVersions();
}

Preferences::Preferences(const QString& iniFile) : m_file(std::make_unique<QSettings>(iniFile, QSettings::IniFormat)) {
    dropOtherVersions();
}

void Preferences::dropOtherVersions() {
    if (m_file->value(QStringLiteral("version")).toInt() != formatVersion) {
        m_file->clear();
        m_file->setValue(QStringLiteral("version"), formatVersion);
    }
}

WindowLayout Preferences::layout() const {
    return {m_file->value(QStringLiteral("window/geometry")).toByteArray(),
            m_file->value(QStringLiteral("window/columns")).toByteArray(),
            m_file->value(QStringLiteral("window/rows")).toByteArray()};
}

void Preferences::setLayout(const WindowLayout& layout) {
    m_file->setValue(QStringLiteral("window/geometry"), layout.geometry);
    m_file->setValue(QStringLiteral("window/columns"), layout.columns);
    m_file->setValue(QStringLiteral("window/rows"), layout.rows);
}

ThemeMode Preferences::theme() const {
    return static_cast<ThemeMode>(storedChoice(*m_file, QStringLiteral("theme"), themeNames, 0));
}

void Preferences::setTheme(ThemeMode theme) {
    m_file->setValue(QStringLiteral("theme"), QLatin1String(themeNames[static_cast<int>(theme)]));
}

Pace Preferences::pace() const {
    return static_cast<Pace>(storedChoice(*m_file, QStringLiteral("pace"), paceNames, static_cast<int>(Pace::Watch)));
}

void Preferences::setPace(Pace pace) {
    m_file->setValue(QStringLiteral("pace"), QLatin1String(paceNames[static_cast<int>(pace)]));
}

QString Preferences::exportFolder() const {
    return m_file->value(QStringLiteral("export/folder"), QDir::homePath()).toString();
}

void Preferences::setExportFolder(const QString& folder) {
    m_file->setValue(QStringLiteral("export/folder"), folder);
}

QStringList Preferences::recentRuns() const {
    return m_file->value(QStringLiteral("recent/runs")).toStringList();
}

void Preferences::addRecentRun(const QString& folder) {
    QStringList runs = recentRuns();
    runs.removeAll(folder);
    runs.prepend(folder);
    m_file->setValue(QStringLiteral("recent/runs"), runs.mid(0, recentRunsKept));
}

}  // namespace collapsar
