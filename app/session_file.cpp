// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>
#include <limits>

namespace collapsar {
namespace {

namespace fs = std::filesystem;

constexpr int version = 1;
constexpr qint64 mostBytes = qint64{64} << 20;
constexpr qsizetype mostRuns = 1000;
constexpr int mostIdentities = 10000;

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

fs::path wholePath(const fs::path& path) {
    std::error_code ignored;
    const fs::path whole = fs::absolute(path, ignored);
    return (ignored ? path : whole).lexically_normal();
}

QJsonObject runObject(const SessionRun& run, const fs::path& base) {
    const fs::path folder = wholePath(run.folder);
    return {{QStringLiteral("folder"), textOf(folder.lexically_relative(base).generic_string())},
            {QStringLiteral("absolute"), textOf(folder.generic_string())},
            {QStringLiteral("id"), textOf(run.id)},
            {QStringLiteral("name"), textOf(run.name)},
            {QStringLiteral("note"), textOf(run.note)},
            {QStringLiteral("group"), textOf(run.group)},
            {QStringLiteral("identity"), run.identity},
            {QStringLiteral("shown"), run.isShown}};
}

/// Takes values out of one object and remembers the first thing that was wrong.
class Members {
public:
    Members(const QJsonObject& object, QString where) : m_object(object), m_where(std::move(where)) {}

    std::string text(const char* key) { return take(key, QJsonValue::String, "text").toString().toStdString(); }
    bool flag(const char* key) { return take(key, QJsonValue::Bool, "true or false").toBool(); }
    QJsonArray array(const char* key) { return take(key, QJsonValue::Array, "a list").toArray(); }
    QJsonObject object(const char* key) { return take(key, QJsonValue::Object, "an object").toObject(); }
    int number(const char* key, int most) {
        const double value = take(key, QJsonValue::Double, "a number").toDouble();
        if (value != std::floor(value) || value < 0 || value > most) {
            complain(key, QStringLiteral("is not a whole number from 0 to %1").arg(most));
            return 0;
        }
        return static_cast<int>(value);
    }
    [[nodiscard]] const QString& problem() const { return m_problem; }

private:
    QJsonValue take(const char* key, QJsonValue::Type type, const char* words) {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.type() != type) {
            complain(key, value.isUndefined() ? QStringLiteral("is missing")
                                              : QStringLiteral("is not %1").arg(QLatin1String(words)));
        }
        return value;
    }
    void complain(const char* key, const QString& what) {
        if (m_problem.isEmpty()) {
            m_problem = QStringLiteral("%1\"%2\" %3").arg(m_where, QLatin1String(key), what);
        }
    }

    QJsonObject m_object;
    QString m_where;
    QString m_problem;
};

Error damaged(const fs::path& file, const QString& what) {
    return {ErrorCode::FileDamaged, "The session " + file.string() + " cannot be used: " + what.toStdString() + "."};
}

/// Where it lay beside the file; when nothing is there, where it lay on this machine.
fs::path folderOf(const std::string& relative, const std::string& whole, const fs::path& base) {
    const fs::path near = (base / relative).lexically_normal();
    std::error_code ignored;
    const bool isNear = !relative.empty() && fs::exists(near, ignored);
    return isNear || whole.empty() || !fs::path(whole).is_absolute() ? near : fs::path(whole).lexically_normal();
}

Result<SessionRun> runFrom(const QJsonValue& value, qsizetype number, const fs::path& file) {
    if (!value.isObject()) {
        return damaged(file, QStringLiteral("run %1 is not an object").arg(number));
    }
    Members members(value.toObject(), QStringLiteral("in run %1, ").arg(number));
    SessionRun run;
    run.folder = folderOf(members.text("folder"), members.text("absolute"), wholePath(file).parent_path());
    run.id = members.text("id");
    run.name = members.text("name");
    run.note = members.text("note");
    run.group = members.text("group");
    run.identity = members.number("identity", mostIdentities);
    run.isShown = members.flag("shown");
    if (!members.problem().isEmpty()) {
        return damaged(file, members.problem());
    }
    return run;
}

Result<SessionContents> contentsFrom(const QJsonObject& object, const fs::path& file) {
    Members members(object, {});
    SessionContents contents;
    const QJsonArray runs = members.array("runs");
    const QJsonObject layout = members.object("layout");
    contents.view = members.object("view");
    if (!members.problem().isEmpty()) {
        return damaged(file, members.problem());
    }
    if (runs.size() > mostRuns) {
        return damaged(file, QStringLiteral("it lists %1 runs, more than %2").arg(runs.size()).arg(mostRuns));
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        Result<SessionRun> run = runFrom(runs.at(i), i + 1, file);
        if (!run) {
            return run.error();
        }
        contents.runs.push_back(std::move(run).value());
    }
    for (auto entry = layout.begin(); entry != layout.end(); ++entry) {
        const auto bytes = QByteArray::fromBase64Encoding(entry.value().toString().toLatin1(),
                                                          QByteArray::AbortOnBase64DecodingErrors);
        if (!entry.value().isString() || !bytes) {
            return damaged(file, QStringLiteral("in \"layout\", \"%1\" is not base64").arg(entry.key()));
        }
        contents.layout.insert(entry.key(), bytes.decoded);
    }
    return contents;
}

}  // namespace

std::vector<SessionRun> sessionRuns(std::span<const RunView> runs) {
    std::vector<SessionRun> saved;
    for (const RunView& run : runs) {
        if (!run.folder.empty() && !run.isGhost && !run.isDiscarded && !run.isWaiting) {
            saved.push_back({run.folder, run.id, run.plan.name, run.note, run.group, run.identity, run.isShown});
        }
    }
    return saved;
}

Result<void> writeSessionFile(const fs::path& file, const SessionContents& contents) {
    QJsonArray runs;
    for (const SessionRun& run : contents.runs) {
        runs.append(runObject(run, wholePath(file).parent_path()));
    }
    QJsonObject layout;
    for (auto entry = contents.layout.begin(); entry != contents.layout.end(); ++entry) {
        layout.insert(entry.key(), QString::fromLatin1(entry.value().toBase64()));
    }
    const QJsonObject object{{QStringLiteral("collapsar-session"), version},
                             {QStringLiteral("runs"), runs},
                             {QStringLiteral("view"), contents.view},
                             {QStringLiteral("layout"), layout}};
    QSaveFile out(textOf(file.string()));
    const QByteArray bytes = QJsonDocument(object).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return Error{ErrorCode::FileUnwritable, "Cannot save the session as " + file.string() + ": " +
                                                    out.errorString().toStdString() + ". Choose another folder."};
    }
    return {};
}

Result<SessionContents> readSessionFile(const fs::path& file) {
    QFile in(textOf(file.string()));
    if (!in.exists()) {
        return Error{ErrorCode::FileMissing, "There is no session " + file.string() + "."};
    }
    if (QFileInfo(in).isDir() || !in.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable,
                     "Cannot read the session " + file.string() + ": " + in.errorString().toStdString() + "."};
    }
    if (in.size() > mostBytes) {
        return damaged(file, QStringLiteral("it is larger than 64 MiB"));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(in.read(mostBytes), &problem);
    if (problem.error != QJsonParseError::NoError) {
        return damaged(file, QStringLiteral("at byte %1, %2").arg(problem.offset).arg(problem.errorString()));
    }
    Members members(document.object(), {});
    const int found = members.number("collapsar-session", std::numeric_limits<int>::max());
    if (!members.problem().isEmpty()) {
        return damaged(file, QStringLiteral("it is not a session of Collapsar: ") + members.problem());
    }
    if (found > version) {
        return Error{ErrorCode::FileTooNew, "The session " + file.string() + " has version " + std::to_string(found) +
                                                "; this program reads up to version " + std::to_string(version) +
                                                ". Open it with a newer Collapsar."};
    }
    return contentsFrom(document.object(), file);
}

}  // namespace collapsar
