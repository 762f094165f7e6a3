// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary_export.h"

#include "app/preferences.h"
#include "core/export/summary_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace collapsar {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("SummaryExport", text);
}

}  // namespace

Result<void> writeSummary(const QString& file, std::span<const RunSummary> runs) {
    const Result<TableFormat> format = parseTableFormat(QFileInfo(file).suffix().toLower().toStdString());
    if (!format) return format.error();
    const bool hasRepeats = groupRepeats(runs).size() < runs.size();
    const std::string table = summaryTable(runs, hasRepeats ? SummaryRows::Repeats : SummaryRows::Runs, format.value());
    QSaveFile out(file);
    const auto size = static_cast<qint64>(table.size());
    if (out.open(QIODevice::WriteOnly) && out.write(table.data(), size) == size && out.commit()) return {};
    return Error{ErrorCode::FileUnwritable,
                 "Cannot write the table to " + file.toStdString() + ": " + out.errorString().toStdString() + "."};
}

QString chooseSummaryFile(Preferences& preferences, QWidget* window) {
    QString filter;
    QString file =
        QFileDialog::getSaveFileName(window, words(QT_TRANSLATE_NOOP("SummaryExport", "Export the table of runs")),
                                     QDir(preferences.exportFolder()).filePath(QStringLiteral("collapsar.md")),
                                     QStringLiteral("Markdown (*.md);;CSV (*.csv);;LaTeX (*.tex)"), &filter);
    if (file.isEmpty()) return {};
    if (QFileInfo(file).suffix().isEmpty())
        file += filter.contains(QLatin1String("csv"))   ? QStringLiteral(".csv")
                : filter.contains(QLatin1String("tex")) ? QStringLiteral(".tex")
                                                        : QStringLiteral(".md");
    preferences.setExportFolder(QFileInfo(file).absolutePath());
    return file;
}

}  // namespace collapsar
