// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/summary_json.h"

#include "core/report/number_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

/// JSON has neither NaN nor infinity.
Json numberOf(double value) {
    if (std::isfinite(value)) return value;
    return std::isnan(value) ? Json() : Json(value > 0 ? "inf" : "-inf");
}

Json wordOf(const std::string& word) {
    return word.empty() ? Json() : Json(word);
}

std::string lineOf(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json gainsOf(const AgainstBasic& against) {
    if (against.isBasic || std::isnan(against.elbo.difference)) return {};
    return {{"elbo", against.elbo.difference},
            {"elbo_standing", wordOf(standingText(against.elbo.standing))},
            {"elbo_compared", against.isRefined ? "refined_elbo" : "elbo"},
            {"iw_nll", numberOf(against.nll.difference)},
            {"iw_nll_standing", wordOf(standingText(against.nll.standing))}};
}

}  // namespace

std::string summaryJson(std::span<const RunSummary> runs, SummaryRows rows) {
    const bool isRepeats = rows == SummaryRows::Repeats;
    std::string text =
        lineOf({{"type", "notes"}, {"nll", nllNote(runs)}, {"time", timeNote(runs)}, {"vs_basic", spreadNote()}});
    for (const SummaryRow& row : summaryRowsOf(runs, rows)) {
        Json object = {{"type", "summary"},
                       {"run", row.words.run},
                       {"strategy", row.words.strategy},
                       {"parent", wordOf(row.words.parent)},
                       {isRepeats ? "runs" : "seed", Json::parse(row.words.seed)},
                       {"state", row.words.state}};
        for (const SummaryColumn& column : summaryColumns()) {
            object[std::string(column.name)] = numberOf(row.mean.*column.value);
            if (isRepeats) object[std::string(column.name) + "_sd"] = numberOf(row.sd.*column.value);
        }
        if (isRepeats) object["vs_basic"] = gainsOf(row.against);
        text += lineOf(object);
    }
    return text;
}

std::string tableJson(const TextTable& table) {
    std::string text;
    for (const auto& cells : table.rows) {
        Json object = {{"type", "difference"}};
        for (std::size_t i = 0; i < cells.size(); ++i)
            object[table.header[i]] = cells[i];
        text += lineOf(object);
    }
    return text;
}

}  // namespace collapsar
