// SPDX-License-Identifier: GPL-3.0-or-later
/// Arguments of collapsar-cli as values. Parsing has no side effects: nothing is read, written or printed.
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/output_style.h"
#include "core/report/generated_words.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace collapsar {

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
    std::string checkpoint;   ///< file name in the run's checkpoints folder; empty: the newest
    int samples = 0;          ///< of the importance-weighted NLL; 0: without it
    int refinementSteps = 0;  ///< of the amortisation gap; 0: without it
    OutputStyle output = OutputStyle::Text;
};

struct WordsOptions {
    std::filesystem::path folder;
    std::string at;          ///< UPDATE[.INNER]; empty: the newest checkpoint
    bool isNearest = false;  ///< the newest checkpoint at or before `at` will do
    WordsRequest request;
    OutputStyle output = OutputStyle::Text;
};

struct ExportOptions {
    std::filesystem::path folder;
    std::filesystem::path csv;          ///< curves; "-" is standard output
    std::filesystem::path snapshots;    ///< posterior mean spaces; "-" is standard output
    std::vector<std::string> kinds;     ///< of measurements: scheduled, probe, training
    std::filesystem::path weights;      ///< safetensors file
    std::string at;                     ///< UPDATE[.INNER] of the weights; empty: the newest checkpoint's
    std::filesystem::path tensorboard;  ///< folder for event files
};

struct RaceOptions {
    std::vector<std::string> experiments;  ///< presets, or preset or settings files
    std::vector<std::string> runs;         ///< names of their runs; empty: all
    std::vector<std::string> variants;     ///< [NAME:]KEY=VALUE[,KEY=VALUE...]: the first run with these changes
    std::vector<std::string> set;          ///< key=value, for all
    std::string updates, seed;             ///< empty: as the presets say
    std::string by = "updates";            ///< or time
    std::filesystem::path out;             ///< folder for the runs
    bool hasProbes = false;
    OutputStyle output = OutputStyle::Text;
};

struct ForkOptions {
    std::filesystem::path parent;
    std::string at;                ///< UPDATE[.INNER]
    std::vector<std::string> set;  ///< key=value of live settings, or reinitialise_decoder and the like
    std::string name;              ///< empty: made from the parent's
    std::int64_t updates = 0;      ///< end of the fork; 0: as its parent
    std::filesystem::path out;     ///< empty: a free name in the current folder
    bool hasProbes = false;
    OutputStyle output = OutputStyle::Text;
};

struct CompareOptions {
    std::vector<std::filesystem::path> folders;  ///< runs, or folders of runs
    std::string table = "md";                    ///< csv, md, tex, json
    bool hasDifferences = false;                 ///< what differs instead of the summary
    bool isEach = false;                         ///< repeats are not put together
    std::filesystem::path out;                   ///< empty: standard output
};

struct SweepOptions {
    std::vector<std::string> experiments, runs, set;  ///< as RaceOptions
    std::string updates;
    std::string seeds;  ///< 1,2,3; empty: see repeat
    int repeat = 0;     ///< how many seeds, from the preset's own on; 0: one
    int jobs = 0;       ///< runs at a time; 0: one a core
    std::filesystem::path out;
    OutputStyle output = OutputStyle::Text;
};

struct DataOptions {
    std::string experiment;              ///< as TrainOptions; empty: the default settings
    std::string data, validation, test;  ///< files; empty: as the settings say
    std::vector<std::string> set;        ///< key=value
    OutputStyle output = OutputStyle::Text;
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
    std::variant<TrainOptions, ResumeOptions, RaceOptions, ForkOptions, SweepOptions, CompareOptions, DataOptions,
                 EvalOptions, WordsOptions, ExportOptions, InfoOptions, PresetsOptions, SettingsOptions>;

/// Nothing to run: help or version was asked for (Ok), or the arguments are wrong (Usage).
struct Refusal {
    ExitCode code = ExitCode::Usage;
    std::string text;  ///< for standard output when Ok, for standard error otherwise
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<Command, Refusal> parseCommandLine(const std::vector<std::string>& arguments);

}  // namespace collapsar
