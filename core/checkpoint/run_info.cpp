// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/run_info.h"

#include "core/checkpoint/corpus_json.h"
#include "core/checkpoint/settings_json_values.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

namespace collapsar {

using Json = nlohmann::ordered_json;

namespace {

constexpr int infoVersion = 1;

/// The members of a JSON object, by type. The first that is missing or of another type is remembered.
class Members {
public:
    explicit Members(const Json& object) : m_object(object) {}

    std::string text(const char* key) {
        const Json* value = find(key, "a text");
        return value && check(value->is_string(), key, "a text") ? value->get<std::string>() : std::string();
    }
    /// Not negative.
    std::uint64_t integer(const char* key) {
        const Json* value = find(key, "a whole number");
        const bool fits = value && check(value->is_number_unsigned(), key, "a whole number that is not negative");
        return fits ? value->get<std::uint64_t>() : 0;
    }
    const Json* any(const char* key) { return find(key, "there"); }
    /// Null when there is none.
    [[nodiscard]] const Json* optional(const char* key) const {
        const auto found = m_object.is_object() ? m_object.find(key) : m_object.end();
        return m_object.is_object() && found != m_object.end() ? &*found : nullptr;
    }

    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    const Json* find(const char* key, const char* wanted) {
        const auto found = m_object.is_object() ? m_object.find(key) : m_object.end();
        const bool exists = m_object.is_object() && found != m_object.end();
        return check(exists, key, wanted) ? &*found : nullptr;
    }
    bool check(bool holds, const char* key, const char* wanted) {
        if (!holds && m_problem.empty()) m_problem = std::string("\"") + key + "\" must be " + wanted;
        return holds;
    }

    const Json& m_object;
    std::string m_problem;
};

Json parentValue(const RunParent& parent) {
    if (parent.id.empty()) return nullptr;
    return {{"id", parent.id}, {"update", parent.at.update}, {"inner", parent.at.inner}};
}

Json sourcesValue(const std::vector<DataSource>& sources) {
    Json list = Json::array();
    for (const DataSource& source : sources) {
        Json item = {{"role", source.role}, {"path", source.path}, {"bytes", source.bytes}, {"sha256", source.sha256}};
        list.push_back(std::move(item));
    }
    return list;
}

/// Returns what is wrong; empty: nothing.
std::string readParent(const Json& value, RunParent& parent) {
    if (value.is_null()) return {};
    Members members(value);
    parent.id = members.text("id");
    parent.at.update = static_cast<std::int64_t>(members.integer("update"));
    parent.at.inner = static_cast<std::int32_t>(members.integer("inner"));
    if (parent.at.update < 0 || parent.at.inner < 0) return "\"parent\" has a position that is too large";
    return members.problem();
}

std::string readSources(const Json& value, std::vector<DataSource>& sources) {
    if (!value.is_array()) return "\"data\" must be a list";
    for (const Json& item : value) {
        Members members(item);
        DataSource source;
        source.role = members.text("role");
        source.path = members.text("path");
        source.bytes = members.integer("bytes");
        source.sha256 = members.text("sha256");
        if (!members.problem().empty()) return members.problem();
        sources.push_back(std::move(source));
    }
    return {};
}

/// Null: an older file, or a run that is no fork.
std::string readAncestors(const Json* value, std::vector<std::string>& ancestors) {
    if (!value) return {};
    if (!value->is_array()) return "\"ancestors\" must be a list";
    for (const Json& item : *value) {
        if (!item.is_string()) return "\"ancestors\" must be a list of texts";
        ancestors.push_back(item.get<std::string>());
    }
    return {};
}

Json plannedValue(const std::vector<Intervention>& planned) {
    Json list = Json::array();
    for (const Intervention& intervention : planned)
        list.push_back(interventionText(intervention));
    return list;
}

/// Null: an older file, without them.
std::string readPlanned(const Json* value, std::vector<Intervention>& planned) {
    if (!value) return {};
    if (!value->is_array()) return "\"planned\" must be a list";
    for (const Json& item : *value) {
        if (!item.is_string()) return "\"planned\" must be a list of texts";
        auto read = parseIntervention(item.get<std::string>());
        if (!read) return "\"planned\": " + read.error().detail;
        planned.push_back(std::move(read).value());
    }
    return {};
}

Result<void> checkVersion(Members& members, const std::string& name) {
    const std::uint64_t version = members.integer("format");
    if (version > infoVersion) {
        return Error{ErrorCode::FileTooNew, name + " has format version " + std::to_string(version) +
                                                "; this program reads up to version " + std::to_string(infoVersion) +
                                                ". Use a newer Collapsar."};
    }
    if (version > 0) return {};
    return Error{ErrorCode::FileDamaged, name + " is not a run's description: \"format\" must be a version number."};
}

}  // namespace

std::string makeRunId() {
    std::random_device random;
    std::array<unsigned, 4> words{};
    for (unsigned& word : words)
        word = random();
    words[1] = (words[1] & 0xFFFF0FFFu) | 0x4000u;      // version 4
    words[2] = (words[2] & 0x3FFFFFFFu) | 0x80000000u;  // variant 1
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%04x%08x", words[0], words[1] >> 16,
                  words[1] & 0xFFFFu, words[2] >> 16, words[2] & 0xFFFFu, words[3]);
    return text.data();
}

bool mayHold(const RunInfo& info, const std::string& runId) {
    return runId == info.id || std::find(info.ancestors.begin(), info.ancestors.end(), runId) != info.ancestors.end();
}

std::string runInfoToJson(const RunInfo& info) {
    Json object;
    object["format"] = infoVersion;
    object["program"] = info.program;
    object["id"] = info.id;
    object["name"] = info.name;
    object["created"] = info.created;
    object["parent"] = parentValue(info.parent);
    object["numerics"] = info.numerics;
    object["data"] = sourcesValue(info.sources);
    if (info.corpus) object["corpus"] = corpusValue(*info.corpus);
    object["settings"] = settingsValue(info.settings);
    if (!info.ancestors.empty()) object["ancestors"] = info.ancestors;
    if (!info.planned.empty()) object["planned"] = plannedValue(info.planned);
    return jsonText(object);
}

Result<RunInfo> runInfoFromJson(std::string_view text, const std::string& name) {
    const auto parsed = parseJson(text, ErrorCode::FileDamaged, name);
    if (!parsed) return parsed.error();
    Members members(parsed.value());
    if (const auto version = checkVersion(members, name); !version) return version.error();
    RunInfo info;
    info.program = members.text("program");
    info.id = members.text("id");
    info.name = members.text("name");
    info.created = members.text("created");
    info.numerics = members.text("numerics");
    const Json* parent = members.any("parent");
    const Json* sources = members.any("data");
    const Json* settings = members.any("settings");
    std::string problem = members.problem();
    if (problem.empty()) problem = readParent(*parent, info.parent);
    if (problem.empty()) problem = readSources(*sources, info.sources);
    if (problem.empty()) problem = readAncestors(members.optional("ancestors"), info.ancestors);
    if (problem.empty()) problem = readPlanned(members.optional("planned"), info.planned);
    if (problem.empty()) problem = readCorpus(members.optional("corpus"), info.corpus);
    if (!problem.empty()) return Error{ErrorCode::FileDamaged, name + " is damaged: " + problem + "."};
    auto read = settingsFromValue(*settings);
    if (!read) return Error{read.error().code, name + ": " + read.error().detail};
    info.settings = std::move(read).value();
    if (!settings->contains("labels")) info.settings.labels = Labels::None;  // how text was read before files said so
    return info;
}

}  // namespace collapsar
