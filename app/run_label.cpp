// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_label.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace collapsar {
namespace {

constexpr qint64 mostBytes = qint64{1} << 20;
constexpr int mostIdentities = 10000;

QString fileIn(const std::filesystem::path& folder) {
    return QString::fromStdString((folder / "window.json").string());
}

}  // namespace

RunLabel labelOf(const RunView& view) {
    return {view.identity, view.plan.name, view.note, view.group};
}

void applyLabel(RunView& view, const RunLabel& label) {
    view.identity = label.identity >= 0 ? label.identity : view.identity;
    view.plan.name = label.name.empty() ? view.plan.name : label.name;
    view.note = label.note;
    view.group = label.group;
}

std::optional<RunLabel> readLabel(const std::filesystem::path& folder) {
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(mostBytes));
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    const int identity = object.value(QStringLiteral("identity")).toInt(-1);
    RunLabel label;
    label.identity = identity >= 0 && identity < mostIdentities ? identity : -1;
    label.name = object.value(QStringLiteral("name")).toString().toStdString();
    label.note = object.value(QStringLiteral("note")).toString().toStdString();
    label.group = object.value(QStringLiteral("group")).toString().toStdString();
    return label;
}

Result<void> writeLabel(const std::filesystem::path& folder, const RunLabel& label) {
    const QJsonObject object{{QStringLiteral("identity"), label.identity},
                             {QStringLiteral("name"), QString::fromStdString(label.name)},
                             {QStringLiteral("note"), QString::fromStdString(label.note)},
                             {QStringLiteral("group"), QString::fromStdString(label.group)}};
    QSaveFile file(fileIn(folder));
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return Error{ErrorCode::FileUnwritable, "Cannot keep name, note and colour of the run in " + folder.string() +
                                                    ": " + file.errorString().toStdString() + "."};
    }
    return {};
}

}  // namespace collapsar
