// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_reading.h"

#include "app/run_label.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>

#include <optional>

namespace collapsar {
namespace {

constexpr qint64 mostBytes = qint64{4} << 20;

}  // namespace

Result<RunView> readView(const Engine& engine, const std::filesystem::path& folder) {
    const Result<RunRecord> record = engine.read(folder);
    if (!record) {
        return record.error();
    }
    RunView view = viewOfRecord(folder, record.value());
    if (const auto label = readLabel(folder)) {
        applyLabel(view, *label);
    }
    return view;
}

std::vector<Result<RunView>> readViews(const Engine& engine, std::span<const std::filesystem::path> folders) {
    std::vector<std::optional<Result<RunView>>> read(folders.size());
    QThreadPool reading;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        reading.start([&engine, &folder = folders[i], &result = read[i]] { result = readView(engine, folder); });
    }
    reading.waitForDone();
    std::vector<Result<RunView>> views;
    for (std::optional<Result<RunView>>& one : read) {
        views.push_back(std::move(*one));
    }
    return views;
}

std::string runIdIn(const std::filesystem::path& folder) {
    QFile file(QString::fromStdString((folder / "settings.json").string()));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        return {};
    }
    return QJsonDocument::fromJson(file.read(mostBytes)).object().value(QStringLiteral("id")).toString().toStdString();
}

}  // namespace collapsar
