// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/experiment_arguments.h"
#include "app/cli/report_text.h"
#include "app/cli/run_until_end.h"
#include "core/train/data_summary.h"

#include <nlohmann/json.hpp>

#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <string>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

/// A preset's first run, or the defaults, with what the options replace.
Result<Settings> settingsOf(const DataOptions& options) {
    Settings settings;
    if (!options.experiment.empty()) {
        const auto preset = loadExperiment(options.experiment);
        if (!preset) return preset.error();
        settings = preset.value().runs.front().settings;
    }
    for (const auto& [field, path] :
         {std::pair{&Settings::data, &options.data}, std::pair{&Settings::validation, &options.validation},
          std::pair{&Settings::test, &options.test}}) {
        if (!path->empty()) settings.*field = *path;
    }
    if (const auto applied = applyOverrides(settings, {.set = options.set, .updates = {}, .seed = {}}); !applied)
        return applied.error();
    return settings;
}

/// On standard error, a few times a second, where a person looks on.
class ProgressLine {
public:
    ~ProgressLine() {
        if (m_isShown) std::fputs("\r\033[K", stderr);
    }

    bool show(double share, const std::string& what) {
        constexpr auto period = std::chrono::milliseconds(200);
        const auto now = std::chrono::steady_clock::now();
        if (!m_isTerminal || now - m_shown < period) return true;
        m_shown = now;
        m_isShown = true;
        std::fprintf(stderr, "\r\033[K%3.0f %%  %s", 100 * share, what.c_str());
        return true;
    }

private:
    bool m_isTerminal = ::isatty(STDERR_FILENO) == 1;
    bool m_isShown = false;
    std::chrono::steady_clock::time_point m_shown = std::chrono::steady_clock::now();
};

Json linesValue(const LineCounts& lines) {
    return {{"lines", lines.lines},
            {"empty", lines.empty},
            {"label_only", lines.labelOnly},
            {"too_short", lines.tooShort},
            {"too_long", lines.tooLong}};
}

Json splitValue(const SplitSummary& split) {
    Json object = {{"split", split.role},
                   {"origin", split.origin},
                   {"sentences", split.sentences},
                   {"words", split.words},
                   {"shortest", split.shortest},
                   {"median", split.median},
                   {"mean", split.mean},
                   {"longest", split.longest},
                   {"unknown_words", split.unknownWords},
                   {"unknown_rate", split.unknownRate()}};
    if (!split.labelCounts.empty()) object["label_counts"] = split.labelCounts;
    if (split.lines.lines > 0) object["file"] = linesValue(split.lines);
    return object;
}

/// {"type":"data","vocabulary":9004,"different_words":12345,"labels":["1","0"],"splits":[...],"notes":[...]}
std::string jsonLine(const CorpusSummary& summary) {
    Json object = {
        {"type", "data"},           {"vocabulary", summary.vocabulary}, {"different_words", summary.differentWords},
        {"labels", summary.labels}, {"splits", Json::array()},          {"notes", summary.notes}};
    for (const SplitSummary& split : summary.splits)
        object["splits"].push_back(splitValue(split));
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

ExitCode describeData(const DataOptions& options) {
    const Result<Settings> settings = settingsOf(options);
    if (!settings) return reportError(settings.error());
    const Result<CorpusSummaryPointer> summary = [&] {
        ProgressLine line;
        return summariseData(settings.value(),
                             [&](double share, const std::string& what) { return line.show(share, what); });
    }();
    if (!summary) return reportError(summary.error());
    const bool isJson = options.output == OutputStyle::JsonLines;
    const std::string text = isJson ? jsonLine(*summary.value()) + "\n" : corpusSummaryText(*summary.value());
    std::fputs(text.c_str(), stdout);
    return ExitCode::Ok;
}

}  // namespace collapsar
