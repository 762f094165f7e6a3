// SPDX-License-Identifier: GPL-3.0-or-later
/// groupRepeats of run_summary.h.
#include "core/report/run_summary.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace collapsar {

namespace {

bool differInSeedOnly(const ComparedRun& a, const ComparedRun& b) {
    if (a.settings.seed == b.settings.seed) return false;
    Settings settings = a.settings;
    settings.seed = b.settings.seed;
    return settings == b.settings && std::ranges::equal(a.switches, b.switches);
}

/// The beginning that all names share, without a seed cut in two and what joined it to the name.
std::string commonName(const std::vector<std::string>& names) {
    std::string common = names.front();
    for (const std::string& name : names) {
        const auto end = std::ranges::mismatch(common, name).in1;
        common.erase(end, common.end());
    }
    if (common == names.front()) return common;
    const auto dropTrailing = [&common](const auto& isUnwanted) {
        while (!common.empty() && isUnwanted(common.back()))
            common.pop_back();
    };
    dropTrailing([](unsigned char letter) { return std::isdigit(letter) != 0; });
    dropTrailing([](char letter) { return std::string_view(" -_,.#(").find(letter) != std::string_view::npos; });
    if (common.ends_with("seed")) common.erase(common.size() - 4);
    dropTrailing([](char letter) { return std::string_view(" -_,.#(").find(letter) != std::string_view::npos; });
    return common.empty() ? names.front() : common;
}

void summariseColumn(RepeatGroup& group, double SummaryValues::*column, const std::vector<double>& values) {
    if (values.empty()) return;
    const auto count = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    group.mean.*column = sum / count;
    if (values.size() < 2) return;
    double squares = 0;
    for (const double value : values)
        squares += (value - group.mean.*column) * (value - group.mean.*column);
    group.sd.*column = std::sqrt(squares / (count - 1));
}

void complete(RepeatGroup& group, std::span<const RunSummary> runs) {
    std::vector<std::string> names;
    std::vector<const RunSummary*> counted;
    for (const std::size_t member : group.members) {
        const RunSummary& run = runs[member];
        names.push_back(run.run.name);
        if (run.phase == RunPhase::Finished) ++group.finished;
        if (run.phase != RunPhase::Diverged && run.phase != RunPhase::Failed) counted.push_back(&run);
    }
    group.name = commonName(names);
    group.counted = static_cast<int>(counted.size());
    for (const SummaryColumn& column : summaryColumns()) {
        std::vector<double> values;
        for (const RunSummary* run : counted) {
            const double value = run->values.*column.value;
            if (!std::isnan(value)) values.push_back(value);
        }
        summariseColumn(group, column.value, values);
    }
}

}  // namespace

std::vector<RepeatGroup> groupRepeats(std::span<const RunSummary> runs) {
    std::vector<RepeatGroup> groups;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        // A run made twice with one seed is no repeat: its figures would pass for two samples.
        const auto known = std::ranges::find_if(groups, [&](const RepeatGroup& group) {
            return std::ranges::all_of(
                group.members, [&](std::size_t member) { return differInSeedOnly(runs[member].run, runs[i].run); });
        });
        if (known != groups.end()) {
            known->members.push_back(i);
        } else {
            groups.emplace_back().members.push_back(i);
        }
    }
    for (RepeatGroup& group : groups)
        complete(group, runs);
    return groups;
}

}  // namespace collapsar
