// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "core/report/closest_name.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>

namespace collapsar {

namespace {

constexpr const char* description =
    "Trains variational autoencoders on text and shows whether and why the posterior collapses.\n"
    "Start with: collapsar-cli presets";

constexpr const char* exitCodes =
    "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 settings, data or run folder cannot be used,\n"
    "4 the run diverged (NaN or infinity), 130 interrupted (the run can be resumed).";

/// All verbs' options, filled by the parser; the chosen verb's become the command.
struct Parsed {
    TrainOptions train;
    ResumeOptions resume;
    EvalOptions eval;
    ExportOptions exported;
    InfoOptions info;
    PresetsOptions presets;
    SettingsOptions settings;
};

/// Flags that replace each other; the last one given counts.
void addJson(CLI::App* verb, OutputStyle& output) {
    verb->add_flag_callback(
        "--json", [&output] { output = OutputStyle::JsonLines; }, "Print JSON, one object a line");
}

void addReporting(CLI::App* verb, OutputStyle& output, bool& hasProbes) {
    verb->add_flag("--probes", hasProbes, "Also take snapshots of the posterior mean space between evaluations");
    addJson(verb, output);
    verb->add_flag_callback(
            "--quiet", [&output] { output = OutputStyle::Quiet; }, "Print errors only")
        ->excludes("--json");
}

void addFolder(CLI::App* verb, std::filesystem::path& folder) {
    verb->add_option("RUN", folder, "Run folder (NAME.run)")->required();
}

CLI::App* addTrain(CLI::App& program, TrainOptions& options) {
    CLI::App* verb = program.add_subcommand("train", "Train a preset or the settings of a file, into a new run folder");
    verb->add_option("PRESET", options.experiment,
                     "Name of a preset (see: collapsar-cli presets), or a preset or settings file")
        ->required();
    verb->add_option("--run", options.run, "Which run of a preset of several")->type_name("NAME");
    verb->add_option("--set", options.set, "Change a setting (see: collapsar-cli settings); may be repeated")
        ->allow_extra_args(false)
        ->type_name("KEY=VALUE");
    verb->add_option(
            "--at", options.at,
            "Switch a live setting, or step_encoder, step_decoder, reinitialise_decoder, before the next update "
            "after this one; may be repeated")
        ->allow_extra_args(false)
        ->type_name("UPDATE[.INNER]:KEY=VALUE");
    verb->add_option("--updates", options.updates, "How many updates to train")->type_name("N");
    verb->add_option("--seed", options.seed, "Seed of weights, order and noise")->type_name("S");
    verb->add_option("--out", options.out, "Run folder to make; default PRESET-RUN-seedS.run here")->type_name("RUN");
    addReporting(verb, options.output, options.hasProbes);
    return verb;
}

CLI::App* addResume(CLI::App& program, ResumeOptions& options) {
    CLI::App* verb = program.add_subcommand("resume", "Go on with a run from its newest checkpoint");
    addFolder(verb, options.folder);
    verb->add_option("--updates", options.updates, "New end of the run, counted from its start")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    addReporting(verb, options.output, options.hasProbes);
    return verb;
}

CLI::App* addExport(CLI::App& program, ExportOptions& options) {
    CLI::App* verb = program.add_subcommand("export", "Write what a run measured as CSV");
    addFolder(verb, options.folder);
    verb->add_option("--csv", options.csv, "Curves, one row a measurement; - is standard output (the default)")
        ->type_name("F");
    verb->add_option("--snapshots", options.snapshots, "Posterior mean spaces, one row a probe; - is standard output")
        ->type_name("F");
    options.kinds = {"scheduled", "probe"};
    verb->add_option("--kind", options.kinds, "Which measurements: scheduled, probe, training; default scheduled,probe")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("KINDS")
        ->check(CLI::IsMember({"scheduled", "probe", "training"}));
    return verb;
}

/// One verb and the command it makes.
struct Verb {
    CLI::App* parser = nullptr;
    std::function<Command()> command;
};

std::vector<Verb> addVerbs(CLI::App& program, Parsed& parsed) {
    std::vector<Verb> verbs;
    verbs.push_back({addTrain(program, parsed.train), [&] { return parsed.train; }});
    verbs.push_back({addResume(program, parsed.resume), [&] { return parsed.resume; }});
    CLI::App* eval = program.add_subcommand("eval", "Evaluate a run's newest checkpoint on validation and test");
    addFolder(eval, parsed.eval.folder);
    eval->add_option("--checkpoint", parsed.eval.checkpoint, "This checkpoint instead (see: collapsar-cli info RUN)")
        ->type_name("F");
    eval->add_option("--samples", parsed.eval.samples,
                     "Estimate the NLL and PPL by K importance samples a sentence too (papers use 500)")
        ->type_name("K")
        ->check(CLI::Range(1, 1000000));
    addJson(eval, parsed.eval.output);
    verbs.push_back({eval, [&] { return parsed.eval; }});
    verbs.push_back({addExport(program, parsed.exported), [&] { return parsed.exported; }});
    CLI::App* info =
        program.add_subcommand("info", "Show where a run stands: verdict, last values, events, checkpoints");
    addFolder(info, parsed.info.folder);
    addJson(info, parsed.info.output);
    verbs.push_back({info, [&] { return parsed.info; }});
    CLI::App* presets = program.add_subcommand("presets", "List the presets with the outcome to expect");
    addJson(presets, parsed.presets.output);
    verbs.push_back({presets, [&] { return parsed.presets; }});
    CLI::App* settings = program.add_subcommand("settings", "List every setting: default, range, meaning");
    addJson(settings, parsed.settings.output);
    verbs.push_back({settings, [&] { return parsed.settings; }});
    return verbs;
}

/// The nearest verb or option to an argument that nothing wanted.
std::string suggestion(const CLI::App& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> candidates;
    const CLI::App* scope = &program;
    for (const CLI::App* verb : program.get_subcommands({})) {
        candidates.push_back(verb->get_name());
        if (!arguments.empty() && verb->get_name() == arguments.front()) scope = verb;
    }
    if (scope != &program) candidates.clear();
    for (const CLI::Option* option : scope->get_options()) {
        for (const std::string& name : option->get_lnames())
            candidates.push_back("--" + name);
    }
    for (const std::string& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        if (std::find(candidates.begin(), candidates.end(), name) != candidates.end()) continue;
        if (scope != &program && name.rfind("--", 0) != 0) continue;
        const std::string words = didYouMean(name, candidates);
        if (!words.empty()) return words;
    }
    return {};
}

Refusal refuse(const CLI::App& program, const CLI::ParseError& problem, const std::vector<std::string>& arguments) {
    std::string text = problem.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&problem) || dynamic_cast<const CLI::RequiredError*>(&problem)) {
        if (!text.empty() && text.back() != '.') text += ".";
        text += suggestion(program, arguments);
    }
    const std::vector<CLI::App*> chosen = program.get_subcommands();
    const std::string verb = chosen.empty() ? std::string{} : " " + chosen.front()->get_name();
    return {ExitCode::Usage, text + "\nSee: collapsar-cli" + verb + " --help"};
}

}  // namespace

std::variant<Command, Refusal> parseCommandLine(const std::vector<std::string>& arguments) {
    CLI::App program(description, "collapsar-cli");
    program.set_version_flag("--version", "collapsar-cli " COLLAPSAR_VERSION);
    program.footer(exitCodes);
    program.require_subcommand(1);
    Parsed parsed;
    const std::vector<Verb> verbs = addVerbs(program, parsed);
    for (const Verb& verb : verbs)
        verb.parser->footer(exitCodes);
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        program.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        const std::vector<CLI::App*> chosen = program.get_subcommands();
        return Refusal{ExitCode::Ok, chosen.empty() ? program.help() : chosen.front()->help("collapsar-cli")};
    } catch (const CLI::CallForVersion& version) {
        return Refusal{ExitCode::Ok, std::string(version.what()) + "\n"};
    } catch (const CLI::ParseError& problem) {
        return refuse(program, problem, arguments);
    }
    const auto chosen =
        std::find_if(verbs.begin(), verbs.end(), [](const Verb& verb) { return verb.parser->parsed(); });
    return chosen->command();
}

}  // namespace collapsar
