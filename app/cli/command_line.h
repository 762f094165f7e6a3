// SPDX-License-Identifier: GPL-3.0-or-later
/// Arguments of collapsar-cli as values. Parsing has no side effects: nothing is read, written or printed.
#pragma once

#include "app/cli/exit_code.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace collapsar {

enum class OutputStyle {
    Text,
    JsonLines,  ///< one JSON object a line on standard output
    Quiet,      ///< errors only
};

struct TrainOptions {
    std::string experiment;        ///< a built-in preset's stem, or a preset or settings file
    std::string run;               ///< which run of the preset; empty: the only one
    std::vector<std::string> set;  ///< key=value
    std::vector<std::string> at;   ///< UPDATE[.INNER]:key=value
    std::string updates;           ///< empty: as the preset says
    std::string seed;              ///< empty: as the preset says
    std::filesystem::path out;     ///< empty: a free name in the current folder
    bool hasProbes = false;
    OutputStyle output = OutputStyle::Text;
};

struct ResumeOptions {
    std::filesystem::path folder;
    std::int64_t updates = 0;  ///< new end of the run; 0: unchanged
    bool hasProbes = false;
    OutputStyle output = OutputStyle::Text;
};

struct EvalOptions {
    std::filesystem::path folder;
    std::string checkpoint;  ///< file name in the run's checkpoints folder; empty: the newest
    int samples = 0;         ///< of the importance-weighted NLL; 0: without it
    OutputStyle output = OutputStyle::Text;
};

struct ExportOptions {
    std::filesystem::path folder;
    std::filesystem::path csv;        ///< curves; "-" is standard output
    std::filesystem::path snapshots;  ///< posterior mean spaces; "-" is standard output
    std::vector<std::string> kinds;   ///< of measurements: scheduled, probe, training
};

struct InfoOptions {
    std::filesystem::path folder;
    OutputStyle output = OutputStyle::Text;
};

struct PresetsOptions {
    OutputStyle output = OutputStyle::Text;
};

struct SettingsOptions {
    OutputStyle output = OutputStyle::Text;
};

using Command =
    std::variant<TrainOptions, ResumeOptions, EvalOptions, ExportOptions, InfoOptions, PresetsOptions, SettingsOptions>;

/// Nothing to run: help or version was asked for (Ok), or the arguments are wrong (Usage).
struct Refusal {
    ExitCode code = ExitCode::Usage;
    std::string text;  ///< for standard output when Ok, for standard error otherwise
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<Command, Refusal> parseCommandLine(const std::vector<std::string>& arguments);

}  // namespace collapsar
