// SPDX-License-Identifier: GPL-3.0-or-later
/// One row of the runs table and of the summary table; mean and standard deviation over runs that differ in seed only.
#pragma once

#include "core/report/measurement.h"
#include "core/report/run_differences.h"
#include "core/report/run_state.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

/// Nats per example unless said. NaN: not measured.
struct SummaryValues {
    double updates = notMeasured;  ///< completed outer updates
    double seconds = notMeasured;  ///< training time, all sittings
    double elbo = notMeasured;     ///< validation, newest scheduled evaluation, as all below unless said
    double nll = notMeasured;      ///< see NllKind
    double kl = notMeasured;
    double miBatch = notMeasured;  ///< ceiling ln(batch)
    double miFull = notMeasured;   ///< ceiling ln N
    double activeUnits = notMeasured;
    double lag = notMeasured;            ///< newest scheduled evaluation or probe that has one: over the probes
    double bestElbo = notMeasured;       ///< highest validation ELBO of the scheduled evaluations so far
    double bestUpdate = notMeasured;     ///< completed updates at that evaluation, the first of equals
    double iwNll = notMeasured;          ///< importance-weighted, at the end of a run that takes importance_samples
    double refinedElbo = notMeasured;    ///< of posteriors after svi_steps refinement steps
    double refinedKl = notMeasured;      ///< of the same
    double probeAccuracy = notMeasured;  ///< labels read off the posterior means, 0 to 1
    double featureCosine = notMeasured;
    double featureRank = notMeasured;
    double cpuSeconds = notMeasured;          ///< processor time of the trainer thread at that evaluation
    double updateMilliseconds = notMeasured;  ///< per completed update: processor time, else training time
    double timeToBasic = notMeasured;         ///< these two: relateToBasic() (against_basic.h)
    double updateToBasic = notMeasured;
};

/// What RunSummary's nll is.
enum class NllKind {
    Bound,               ///< -ELBO
    ImportanceWeighted,  ///< with nllSamples samples
    Exact,               ///< of a language model
};

struct RunSummary {
    ComparedRun run;
    std::string strategy;  ///< strategyName()
    RunPhase phase = RunPhase::Preparing;
    SummaryValues values;
    Position evaluatedAt;                   ///< of the newest scheduled evaluation; meaningless while elbo is NaN
    double secondsPerUpdate = notMeasured;  ///< training time
    NllKind nllKind = NllKind::Bound;
    int nllSamples = 0;  ///< K of NllKind::ImportanceWeighted
};

enum class SummarySection { Results, Training };  ///< tables for people come in two parts

/// A numeric column of the table.
struct SummaryColumn {
    std::string_view name;     ///< stable: CSV
    std::string_view label;    ///< English, short
    std::string_view unit;     ///< empty: none
    std::string_view meaning;  ///< how it is estimated, for tooltips and file headers
    double SummaryValues::*value = nullptr;
    int decimals = 0;  ///< for people; files keep all digits
    SummarySection section = SummarySection::Results;
};
[[nodiscard]] const std::vector<SummaryColumn>& summaryColumns();

/// "basic", or what differs from plain ELBO training, joined by " + ": aggressive (aggressive always when it never
/// stops by itself), annealing, beta 0.5, pooling max, skip, frozen encoder, frozen decoder. With switches made during
/// the run: ", live" at the end. `settings` are those as started.
[[nodiscard]] std::string strategyName(const Settings& settings, std::span<const Intervention> switches);

/// The evaluations of a run, found by update in O(log n). add() is O(new points).
class EvaluationIndex {
public:
    static constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

    /// In any order; of two at one position the later one counts.
    void add(std::span<const Measurement> points);
    /// All but updates and times, as known when `cursor` updates were completed. `at`, when wanted, receives the
    /// position of the newest scheduled evaluation.
    [[nodiscard]] SummaryValues valuesAt(std::int64_t cursor = everything, Position* at = nullptr) const;

private:
    struct Entry {
        Position at;
        SummaryValues values;
    };
    void insert(std::vector<Entry>& entries, Entry entry);

    std::vector<Entry> m_scheduled;  ///< by position, with the best so far in each
    std::vector<Entry> m_lags;       ///< by position
};

/// `cursor`: as known when that many updates were completed; then `updates` is no larger than it.
[[nodiscard]] RunSummary summarise(ComparedRun run, const RunState& state, const EvaluationIndex& evaluations,
                                   std::int64_t cursor = EvaluationIndex::everything);

/// Runs of equal settings and switches, each with another seed. Diverged and failed ones count as members but not in
/// mean and sd.
struct RepeatGroup {
    std::string name;                  ///< what the members' names have in common
    std::vector<std::size_t> members;  ///< indices into what was grouped, in order
    int counted = 0;                   ///< members in mean and sd
    int finished = 0;
    SummaryValues mean;  ///< over the counted members that have the value
    SummaryValues sd;    ///< sample standard deviation (n - 1); NaN for fewer than two values
};
/// In order of their first members; a run without repeats is a group of one.
[[nodiscard]] std::vector<RepeatGroup> groupRepeats(std::span<const RunSummary> runs);

}  // namespace collapsar
