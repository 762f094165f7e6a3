// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/against_basic.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace collapsar {

namespace {

auto dataOf(const Settings& s) {
    return std::tie(s.data, s.validation, s.labels, s.validationShare, s.testShare, s.heldOut, s.sentenceShortest,
                    s.sentenceLongest, s.vocabularySize, s.vocabularyCount, s.syntheticSeed, s.syntheticTraining,
                    s.syntheticValidation, s.syntheticVocabulary, s.syntheticLength, s.syntheticLatentScale,
                    s.evaluateExamples);
}

auto sizesOf(const Settings& s) {
    return std::tie(s.embedding, s.encoderHidden, s.decoderHidden, s.encoderLayers, s.decoderLayers, s.encoderDirection,
                    s.batch, s.shards);
}

/// A language model, which has no latent, is held against any.
bool isComparable(const Settings& a, const Settings& b) {
    const bool hasSameLatent = a.latent == b.latent || a.latent == 0 || b.latent == 0;
    return hasSameLatent && dataOf(a) == dataOf(b) && sizesOf(a) == sizesOf(b);
}

bool isCounted(const RunSummary& run) {
    return run.phase != RunPhase::Diverged && run.phase != RunPhase::Failed;
}

bool isBasicFor(const RunSummary& basic, const Settings& settings) {
    return basic.strategy == "basic" && isComparable(basic.run.settings, settings);
}

/// Those that differ from the first of them in nothing but the seed.
std::vector<const RunSummary*> basicRunsFor(const RunSummary& run, std::span<const RunSummary> runs) {
    std::vector<const RunSummary*> found;
    for (const RunSummary& each : runs) {
        if (!isCounted(each) || !isBasicFor(each, run.run.settings)) continue;
        Settings same = each.run.settings;
        if (!found.empty()) same.seed = found.front()->run.settings.seed;
        if (found.empty() || same == found.front()->run.settings) found.push_back(&each);
    }
    return found;
}

using Time = double (*)(const RunSummary&);

double processorTime(const RunSummary& run) {
    return run.values.cpuSeconds;
}
double trainingTime(const RunSummary& run) {
    return run.values.seconds;
}
double processorTimePerUpdate(const RunSummary& run) {
    return run.evaluatedAt.update > 0 ? run.values.cpuSeconds / static_cast<double>(run.evaluatedAt.update)
                                      : notMeasured;
}
double trainingTimePerUpdate(const RunSummary& run) {
    return run.secondsPerUpdate;
}

double ratio(const RunSummary& run, std::span<const RunSummary* const> basic, Time time) {
    double sum = 0;
    for (const RunSummary* each : basic)
        sum += time(*each);
    return sum > 0 ? time(run) * static_cast<double>(basic.size()) / sum : notMeasured;
}

/// By `preferred` where all have that time, else by `other`.
double relativeTime(const RunSummary& run, std::span<const RunSummary* const> basic, Time preferred, Time other) {
    const double found = ratio(run, basic, preferred);
    return std::isnan(found) ? ratio(run, basic, other) : found;
}

/// `sign` 1: more is better; -1: less is.
Gain gainOf(const SummaryValues& mean, const SummaryValues& sd, double SummaryValues::*column, const RepeatGroup& basic,
            double SummaryValues::*basicColumn, int sign) {
    Gain gain;
    gain.difference = mean.*column - basic.mean.*basicColumn;
    const double spread = sd.*column + basic.sd.*basicColumn;
    if (std::isnan(gain.difference) || std::isnan(spread)) return gain;
    gain.standing = std::abs(gain.difference) <= spread ? Standing::Within
                    : sign * gain.difference > 0        ? Standing::Better
                                                        : Standing::Worse;
    return gain;
}

const RepeatGroup* basicGroupFor(const RunSummary& run, std::span<const RunSummary> runs,
                                 std::span<const RepeatGroup> groups) {
    const auto found = std::ranges::find_if(groups, [&](const RepeatGroup& group) {
        return group.counted > 0 && isBasicFor(runs[group.members.front()], run.run.settings);
    });
    return found == groups.end() ? nullptr : &*found;
}

}  // namespace

void relateToBasic(std::span<RunSummary> runs) {
    for (RunSummary& run : runs) {
        const std::vector<const RunSummary*> basic = basicRunsFor(run, runs);
        run.values.timeToBasic = run.values.updateToBasic = notMeasured;
        if (basic.empty()) continue;
        run.values.updateToBasic = relativeTime(run, basic, processorTimePerUpdate, trainingTimePerUpdate);
        const bool haveFinished =
            run.phase == RunPhase::Finished &&
            std::ranges::all_of(basic, [](const RunSummary* each) { return each->phase == RunPhase::Finished; });
        if (haveFinished) run.values.timeToBasic = relativeTime(run, basic, processorTime, trainingTime);
    }
}

std::vector<AgainstBasic> againstBasic(std::span<const RunSummary> runs, std::span<const RepeatGroup> groups) {
    using V = SummaryValues;
    std::vector<AgainstBasic> all;
    for (const RepeatGroup& group : groups) {
        AgainstBasic against;
        const RunSummary& first = runs[group.members.front()];
        const RepeatGroup* basic = basicGroupFor(first, runs, groups);
        against.isBasic = basic == &group;
        if (basic && !against.isBasic) {
            against.isRefined = !std::isnan(group.mean.refinedElbo);
            against.elbo =
                gainOf(group.mean, group.sd, against.isRefined ? &V::refinedElbo : &V::elbo, *basic, &V::elbo, 1);
            const auto nll = first.nllKind == NllKind::Exact ? &V::nll : &V::iwNll;
            const bool isSameEstimate =
                first.nllKind == NllKind::Exact || first.nllSamples == runs[basic->members.front()].nllSamples;
            if (isSameEstimate) against.nll = gainOf(group.mean, group.sd, nll, *basic, &V::iwNll, -1);
        }
        all.push_back(against);
    }
    return all;
}

}  // namespace collapsar
