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

namespace collapsar {

namespace {

/// Six significant digits: estimates of different checkpoints differ little.
std::string briefNumber(double value) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6).ptr;
    return {buffer.data(), end};
}

/// {"type":"evaluation","split":"test","kind":...,"iw_nll":38.5,"iw_ppl":33.2,"iw_samples":500}
std::string jsonLine(const std::string& split, const RunEvaluation& evaluation) {
    std::string line = measurementJsonLine(evaluation.values);
    line = R"({"type":"evaluation","split":")" + split + "\"" + line.substr(line.find(','));
    if (evaluation.importanceSamples == 0) return line;
    const auto number = [](double value) { return std::isfinite(value) ? numberText(value) : std::string("null"); };
    line.pop_back();
    return line + R"(,"iw_nll":)" + number(evaluation.iwNll) + R"(,"iw_ppl":)" + number(evaluation.iwPpl) +
           R"(,"iw_samples":)" + numberText(evaluation.importanceSamples) + "}";
}

std::string textLine(const std::string& split, const RunEvaluation& evaluation) {
    const std::string line = split + ": " + measurementLine(evaluation.values);
    if (evaluation.importanceSamples == 0) return line;
    return line + "  iw_nll " + briefNumber(evaluation.iwNll) + "  iw_ppl " + briefNumber(evaluation.iwPpl) +
           "  iw_samples " + numberText(evaluation.importanceSamples);
}

}  // namespace

ExitCode evaluate(const EvalOptions& options) {
    for (const std::string split : {"validation", "test"}) {
        const Result<RunEvaluation> evaluation = evaluateRun({.folder = options.folder,
                                                              .split = split,
                                                              .checkpoint = options.checkpoint,
                                                              .importanceSamples = options.samples});
        if (!evaluation) return reportError(evaluation.error());
        const std::string line = options.output == OutputStyle::JsonLines ? jsonLine(split, evaluation.value())
                                                                          : textLine(split, evaluation.value());
        std::printf("%s\n", line.c_str());
    }
    return ExitCode::Ok;
}

}  // namespace collapsar
