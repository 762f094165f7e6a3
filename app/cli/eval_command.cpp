// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/report_json.h"
#include "app/cli/report_text.h"
#include "app/cli/run_until_end.h"
#include "core/train/run_evaluation.h"

#include <cstdio>

namespace collapsar {

namespace {

/// {"type":"evaluation","split":"test","kind":...
std::string splitJsonLine(const std::string& split, const Measurement& measurement) {
    const std::string line = measurementJsonLine(measurement);
    return R"({"type":"evaluation","split":")" + split + "\"" + line.substr(line.find(','));
}

}  // namespace

ExitCode evaluate(const EvalOptions& options) {
    for (const std::string split : {"validation", "test"}) {
        const Result<Measurement> measurement = evaluateRun(options.folder, split, options.checkpoint);
        if (!measurement) return reportError(measurement.error());
        const std::string line = options.output == OutputStyle::JsonLines
                                     ? splitJsonLine(split, measurement.value())
                                     : split + ": " + measurementLine(measurement.value());
        std::printf("%s\n", line.c_str());
    }
    return ExitCode::Ok;
}

}  // namespace collapsar
