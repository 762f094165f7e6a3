// SPDX-License-Identifier: GPL-3.0-or-later
/// Private to command_line.cpp: the verbs with their options, help and examples.
#pragma once

#include "app/cli/command_line.h"

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace collapsar {

/// All verbs' options, filled by the parser; the chosen verb's become the command.
struct ParsedOptions {
    TrainOptions train;
    ResumeOptions resume;
    RaceOptions race;
    ForkOptions fork;
    SweepOptions sweep;
    CompareOptions compare;
    DataOptions data;
    EvalOptions eval;
    WordsOptions words;
    ExportOptions exported;
    InfoOptions info;
    PresetsOptions presets;
    SettingsOptions settings;
};

/// One verb and the command it makes.
struct Verb {
    CLI::App* parser = nullptr;
    std::function<Command()> command;
    const char* examples = "";  ///< command lines, for --help
};

/// In the order of --help. `program` and `parsed` must outlive the verbs.
[[nodiscard]] std::vector<Verb> addVerbs(CLI::App& program, ParsedOptions& parsed);

/// One of them: it has many options of its own.
[[nodiscard]] CLI::App* addWords(CLI::App& program, WordsOptions& options);

}  // namespace collapsar
