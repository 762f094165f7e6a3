// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/command_verbs.h"
#include "core/report/closest_name.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace collapsar {

namespace {

constexpr const char* description =
    "Trains variational autoencoders on text and shows whether and why the posterior collapses.\n"
    "Start with: collapsar-cli presets";

constexpr const char* exitCodes =
    "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 settings, data or run folder cannot be used,\n"
    "4 the run diverged (NaN or infinity), 130 interrupted (the run can be resumed).";

/// Under a verb's options.
std::string footer(const Verb& verb) {
    const std::string examples = verb.examples;
    return (examples.empty() ? "" : "Examples:\n" + examples + "\n\n") + exitCodes;
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
    ParsedOptions parsed;
    const std::vector<Verb> verbs = addVerbs(program, parsed);
    for (const Verb& verb : verbs)
        verb.parser->footer(footer(verb));
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
