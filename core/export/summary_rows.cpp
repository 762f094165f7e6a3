// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/summary_rows.h"

#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace collapsar {

namespace {

RowWords runWords(const RunSummary& run) {
    return {run.run.name, run.strategy, run.run.parent, numberText(run.run.settings.seed),
            std::string(runPhaseName(run.phase))};
}

RowWords repeatWords(const RepeatGroup& group, std::span<const RunSummary> runs) {
    const RunSummary& first = runs[group.members.front()];
    RowWords words = runWords(first);
    words.run = group.name;
    const auto members = static_cast<int>(group.members.size());
    words.seed = numberText(members);
    if (members == 1) return words;
    words.state = numberText(group.finished) + " finished";
    if (group.counted < members) words.state += ", " + numberText(members - group.counted) + " not counted";
    return words;
}

std::string nllKindText(const RunSummary& run) {
    switch (run.nllKind) {
        case NllKind::Bound:
            break;
        case NllKind::ImportanceWeighted:
            return "importance-weighted, " + numberText(run.nllSamples) + " samples";
        case NllKind::Exact:
            return "exact";
    }
    return "the bound -ELBO";
}

/// `list`: strategies with ", " between.
bool holds(const std::string& list, const std::string& strategy) {
    return (", " + list + ", ").find(", " + strategy + ", ") != std::string::npos;
}

}  // namespace

std::vector<SummaryRow> summaryRowsOf(std::span<const RunSummary> runs, SummaryRows rows) {
    std::vector<SummaryRow> result;
    if (rows == SummaryRows::Repeats) {
        const std::vector<RepeatGroup> groups = groupRepeats(runs);
        const std::vector<AgainstBasic> against = againstBasic(runs, groups);
        for (std::size_t i = 0; i < groups.size(); ++i)
            result.push_back({repeatWords(groups[i], runs), groups[i].mean, groups[i].sd, against[i]});
        return result;
    }
    for (const RunSummary& run : runs)
        result.push_back({runWords(run), run.values, {}, {}});
    return result;
}

std::string nllNote(std::span<const RunSummary> runs) {
    struct Kind {
        std::string words, strategies;
        int runs = 0;
    };
    std::vector<Kind> kinds;
    for (const RunSummary& run : runs) {
        const std::string words = nllKindText(run);
        auto kind = std::ranges::find(kinds, words, &Kind::words);
        if (kind == kinds.end()) kind = kinds.insert(kind, {words, {}});
        ++kind->runs;
        if (!holds(kind->strategies, run.strategy))
            kind->strategies += (kind->strategies.empty() ? "" : ", ") + run.strategy;
    }
    std::ranges::stable_sort(kinds, std::greater(), &Kind::runs);
    std::string text = "nll is " + (kinds.empty() ? std::string("not measured") : kinds.front().words);
    for (std::size_t i = 1; i < kinds.size(); ++i)
        text += "; of " + kinds[i].strategies + ": " + kinds[i].words;
    return text;
}

std::string timeNote(std::span<const RunSummary> runs) {
    std::string without;
    for (const RunSummary& run : runs) {
        if (std::isnan(run.values.cpuSeconds) && !holds(without, run.strategy))
            without += (without.empty() ? "" : ", ") + run.strategy;
    }
    const std::string note =
        "Time is by the clock; per update and relative to basic are processor time of the trainer thread";
    return without.empty() ? note : note + "; time by the clock where that was not recorded (" + without + ")";
}

std::string spreadNote() {
    return "vs basic: mean minus the mean of basic; better or worse when the difference is larger than the sd of the "
           "row plus the sd of basic, else within spread";
}

std::string standingText(Standing standing) {
    switch (standing) {
        case Standing::Unknown:
            break;
        case Standing::Within:
            return "within spread";
        case Standing::Better:
            return "better";
        case Standing::Worse:
            return "worse";
    }
    return {};
}

std::string switchesText(const ComparedRun& run) {
    std::string text;
    for (const Intervention& made : run.switches)
        text += (text.empty() ? "" : ", ") + interventionText(made);
    return text.empty() ? "none" : text;
}

}  // namespace collapsar
