// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/corpus_json.h"

#include <utility>

namespace collapsar {

using Json = nlohmann::ordered_json;

namespace {

/// Calls field(name, member) for every member, in order: one list for writing and reading.
template <class Lines, class Field>
void eachField(Lines& lines, const Field& field) requires std::is_same_v<std::remove_const_t<Lines>, LineCounts> {
    field("lines", lines.lines);
    field("empty", lines.empty);
    field("label_only", lines.labelOnly);
    field("too_short", lines.tooShort);
    field("too_long", lines.tooLong);
}

template <class Split, class Field>
void eachField(Split& split, const Field& field) requires std::is_same_v<std::remove_const_t<Split>, SplitSummary> {
    field("role", split.role);
    field("origin", split.origin);
    field("sentences", split.sentences);
    field("words", split.words);
    field("unknown_words", split.unknownWords);
    field("shortest", split.shortest);
    field("median", split.median);
    field("mean", split.mean);
    field("longest", split.longest);
    field("label_counts", split.labelCounts);
    field("lines", split.lines);
}

template <class Summary, class Field>
void eachField(Summary& summary,
               const Field& field) requires std::is_same_v<std::remove_const_t<Summary>, CorpusSummary> {
    field("splits", summary.splits);
    field("vocabulary", summary.vocabulary);
    field("different_words", summary.differentWords);
    field("labels", summary.labels);
    field("notes", summary.notes);
}

template <class Value>
Json written(const Value& value) {
    if constexpr (requires { eachField(value, [](const char*, const auto&) {}); }) {
        Json object = Json::object();
        eachField(value, [&object](const char* name, const auto& member) { object[name] = written(member); });
        return object;
    } else if constexpr (requires { value.data(); } && !std::is_same_v<Value, std::string>) {
        Json list = Json::array();
        for (const auto& item : value)
            list.push_back(written(item));
        return list;
    } else {
        return value;
    }
}

/// Throws Json::exception where a member is missing or of another type.
template <class Value>
void read(const Json& from, Value& value) {
    if constexpr (requires { eachField(value, [](const char*, auto&) {}); }) {
        eachField(value, [&from](const char* name, auto& member) { read(from.at(name), member); });
    } else if constexpr (requires { value.data(); } && !std::is_same_v<Value, std::string>) {
        if (!from.is_array()) throw Json::type_error::create(302, "type must be array", &from);
        for (const Json& item : from)
            read(item, value.emplace_back());
    } else {
        from.get_to(value);
    }
}

}  // namespace

Json corpusValue(const CorpusSummary& summary) {
    return written(summary);
}

std::string readCorpus(const Json* value, CorpusSummaryPointer& summary) {
    if (!value) return {};
    try {
        auto found = std::make_shared<CorpusSummary>();
        read(*value, *found);
        summary = std::move(found);
    } catch (const Json::exception& problem) {
        return std::string("\"corpus\" cannot be read: ") + problem.what();
    }
    return {};
}

}  // namespace collapsar
