// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/report_json.h"
#include "app/cli/report_text.h"
#include "app/cli/run_until_end.h"
#include "core/report/number_text.h"
#include "core/train/run_evaluation.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

namespace {

/// Six significant digits: estimates of different checkpoints differ little.
std::string briefNumber(double value) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6).ptr;
    return {buffer.data(), end};
}

/// A number or a list of numbers beside the columns of Measurement.
struct Detail {
    std::string_view name;
    double EvaluationDetails::*number = nullptr;
    std::vector<double> EvaluationDetails::*list = nullptr;
};

constexpr std::array<Detail, 15> detailTable{{
    {"unit_kl", nullptr, &EvaluationDetails::unitKl},
    {"unit_mi", nullptr, &EvaluationDetails::unitMi},
    {"unit_aggregate_kl", nullptr, &EvaluationDetails::unitAggregateKl},
    {"total_correlation", &EvaluationDetails::totalCorrelation},
    {"collapse_delta", &EvaluationDetails::collapseDelta},
    {"collapse_thresholds", nullptr, &EvaluationDetails::collapseThresholds},
    {"feature_cosine", &EvaluationDetails::featureCosine},
    {"feature_distance", &EvaluationDetails::featureDistance},
    {"feature_variance", &EvaluationDetails::featureVariance},
    {"feature_variance_ratio", &EvaluationDetails::featureVarianceRatio},
    {"feature_rank", &EvaluationDetails::featureRank},
    {"probe_accuracy", &EvaluationDetails::probeAccuracy},
    {"probe_training_accuracy", &EvaluationDetails::probeTrainingAccuracy},
    {"probe_majority", &EvaluationDetails::probeMajority},
    {"nll_by_position", nullptr, &EvaluationDetails::nllByPosition},
}};

std::string jsonNumber(double value) {
    return std::isfinite(value) ? numberText(value) : "null";
}

std::string jsonDetails(const EvaluationDetails& details) {
    std::string text;
    for (const Detail& detail : detailTable) {
        text.append(text.empty() ? "{\"" : ",\"").append(detail.name).append("\":");
        if (detail.number) {
            text += jsonNumber(details.*detail.number);
            continue;
        }
        std::string list;
        for (const double value : details.*detail.list)
            list += (list.empty() ? "" : ",") + jsonNumber(value);
        text += "[" + list + "]";
    }
    return text + R"(,"feature_examples":)" + numberText(details.featureExamples) + R"(,"probe_trained":)" +
           numberText(details.probeTrained) + R"(,"probe_tested":)" + numberText(details.probeTested) + "}";
}

/// {"type":"evaluation","split":"test","kind":...,"iw_nll":38.5,"iw_ppl":33.2,...,"details":{"unit_kl":[...],...},
/// "iw_samples":500}
std::string jsonLine(const std::string& split, const RunEvaluation& evaluation) {
    Measurement values = evaluation.values;
    values.iwNll = evaluation.iwNll;
    values.iwPpl = evaluation.iwPpl;
    std::string line = measurementJsonLine(values);
    line = R"({"type":"evaluation","split":")" + split + "\"" + line.substr(line.find(','));
    line.pop_back();
    line += R"(,"details":)" + jsonDetails(evaluation.details);
    if (evaluation.importanceSamples > 0) line += R"(,"iw_samples":)" + numberText(evaluation.importanceSamples);
    if (evaluation.refinementSteps > 0) {
        line += R"(,"amortisation_gap":)" + jsonNumber(evaluation.amortisationGap) + R"(,"refinement_steps":)" +
                numberText(evaluation.refinementSteps);
    }
    return line + "}";
}

std::string textLine(const std::string& split, const RunEvaluation& evaluation) {
    std::string line = split + ": " + measurementLine(evaluation.values);
    if (evaluation.refinementSteps > 0) {
        line += "  amortisation_gap " + briefNumber(evaluation.amortisationGap) + "  refinement_steps " +
                numberText(evaluation.refinementSteps);
    }
    if (evaluation.importanceSamples == 0) return line;
    return line + "  iw_nll " + briefNumber(evaluation.iwNll) + "  iw_ppl " + briefNumber(evaluation.iwPpl) +
           "  iw_samples " + numberText(evaluation.importanceSamples);
}

/// One line each, indented; what was not measured is left out.
std::string detailsText(const RunEvaluation& evaluation) {
    const EvaluationDetails& details = evaluation.details;
    std::string text;
    for (const Detail& detail : detailTable) {
        std::string values;
        if (detail.number && !std::isnan(details.*detail.number)) values = " " + briefNumber(details.*detail.number);
        if (detail.list) {
            for (const double value : details.*detail.list)
                values += " " + briefNumber(value);
        }
        if (!values.empty()) text.append("  ").append(detail.name).append(values).append("\n");
    }
    if (details.probeTested > 0) {
        text += "  probe: fitted on " + numberText(details.probeTrained) + ", tested on " +
                numberText(details.probeTested) + " sentences\n";
    }
    return text;
}

}  // namespace

ExitCode evaluate(const EvalOptions& options) {
    for (const std::string split : {"validation", "test"}) {
        const Result<RunEvaluation> evaluation = evaluateRun({.folder = options.folder,
                                                              .split = split,
                                                              .checkpoint = options.checkpoint,
                                                              .importanceSamples = options.samples,
                                                              .refinementSteps = options.refinementSteps});
        if (!evaluation) return reportError(evaluation.error());
        const std::string line = options.output == OutputStyle::JsonLines ? jsonLine(split, evaluation.value())
                                                                          : textLine(split, evaluation.value());
        std::printf("%s\n", line.c_str());
        if (options.output == OutputStyle::Text) std::printf("%s", detailsText(evaluation.value()).c_str());
    }
    return ExitCode::Ok;
}

}  // namespace collapsar
