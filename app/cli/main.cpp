// SPDX-License-Identifier: GPL-3.0-or-later
/// collapsar-cli: the headless program. Parses, hands over to the verb, returns its exit code.
#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "core/train/numerics.h"

#include <cstdio>
#include <exception>

namespace {

using namespace collapsar;

/// Before anything that computes.
void prepareComputing() {
    prepareNumerics();
    if (isBlasSlow()) std::fprintf(stderr, "warning: %s\n", slowBlasNote().c_str());
}

ExitCode execute(const TrainOptions& options) {
    prepareComputing();
    return train(options);
}
ExitCode execute(const ResumeOptions& options) {
    prepareComputing();
    return resume(options);
}
ExitCode execute(const RaceOptions& options) {
    prepareComputing();
    return race(options);
}
ExitCode execute(const ForkOptions& options) {
    prepareComputing();
    return collapsar::fork(options);
}
ExitCode execute(const SweepOptions& options) {
    prepareComputing();
    return sweep(options);
}
ExitCode execute(const CompareOptions& options) {
    return compare(options);
}
ExitCode execute(const DataOptions& options) {
    prepareComputing();  // the synthetic sentences are computed
    return describeData(options);
}
ExitCode execute(const EvalOptions& options) {
    prepareComputing();
    return evaluate(options);
}
ExitCode execute(const WordsOptions& options) {
    prepareComputing();
    return writeWords(options);
}
ExitCode execute(const ExportOptions& options) {
    if (!options.at.empty()) prepareComputing();  // trains up to there
    return exportRun(options);
}
ExitCode execute(const InfoOptions& options) {
    return showInfo(options);
}
ExitCode execute(const PresetsOptions& options) {
    return listPresets(options);
}
ExitCode execute(const SettingsOptions& options) {
    return listSettings(options);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const auto parsed = parseCommandLine({argv + 1, argv + argc});
        if (const Refusal* refusal = std::get_if<Refusal>(&parsed)) {
            std::fprintf(refusal->code == ExitCode::Ok ? stdout : stderr, "%s\n", refusal->text.c_str());
            return static_cast<int>(refusal->code);
        }
        const ExitCode code =
            std::visit([](const auto& options) { return execute(options); }, std::get<Command>(parsed));
        if (std::fflush(stdout) == 0 || code != ExitCode::Ok) return static_cast<int>(code);
        std::fprintf(stderr, "error: Standard output was closed or is full.\n");
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "error: %s\n", problem.what());
    }
    return static_cast<int>(ExitCode::Failed);
}
