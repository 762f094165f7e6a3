// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_verbs.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace collapsar {

namespace {

/// A word of a list as an enumerator.
template <class T>
void addChoice(CLI::App* verb, const char* name, T& value, const std::map<std::string, T>& choices, const char* help) {
    std::string names;
    for (const auto& choice : choices)
        names += (names.empty() ? "" : "|") + choice.first;
    verb->add_option_function<std::string>(
            name, [&value, choices](const std::string& chosen) { value = choices.at(chosen); }, help)
        ->check(CLI::IsMember(choices).description(""))
        ->type_name(names);
}

void addPlace(CLI::App* verb, WordsOptions& options) {
    verb->add_option("RUN", options.folder, "Run folder (NAME.run)")->required();
    CLI::Option* at = verb->add_option("--at", options.at,
                                       "The model of this place, made again by training on from the checkpoint before "
                                       "(needs the data); default: the newest checkpoint's")
                          ->type_name("UPDATE[.INNER]");
    verb->add_flag("--nearest", options.isNearest, "With --at: the newest checkpoint before will do")->needs(at);
}

void addDecoding(CLI::App* verb, WordsRequest& request) {
    addChoice<DecodingRule>(
        verb, "--decoding", request.rule,
        {{"greedy", DecodingRule::Greedy}, {"sampling", DecodingRule::Sampling}, {"beam", DecodingRule::Beam}},
        "How words are chosen; default greedy");
    verb->add_option("--beam-width", request.beamWidth, "Hypotheses of the beam search; default 5")
        ->type_name("K")
        ->check(CLI::Range(1, 48));
    verb->add_option("--temperature", request.temperature, "Of sampling: logits are divided by it; default 1")
        ->type_name("T")
        ->check(CLI::Range(0.01, 100.0));
    verb->add_option("--longest", request.longest, "Most words of a sentence; default 0: twice the longest probe")
        ->type_name("L")
        ->check(CLI::Range(0, 1000));
}

}  // namespace

CLI::App* addWords(CLI::App& program, WordsOptions& options) {
    CLI::App* verb = program.add_subcommand(
        "words", "Show what a run's model writes: reconstructions, sentences of the prior, walks between two latents");
    WordsRequest& request = options.request;
    addPlace(verb, options);
    addChoice<WordsKind>(verb, "--kind", request.kind,
                         {{"reconstructions", WordsKind::Reconstruction},
                          {"prior", WordsKind::Prior},
                          {"interpolation", WordsKind::Interpolation}},
                         "What is written from: probes (the default), z of N(0, I), the line between two probes");
    addChoice<LatentChoice>(verb, "--latent", request.latent,
                            {{"mean", LatentChoice::Mean}, {"sampled", LatentChoice::Sampled}},
                            "Which z of a probe's posterior; default mean");
    addDecoding(verb, request);
    verb->add_option("--count", request.count, "How many sentences; default 10")
        ->type_name("N")
        ->check(CLI::Range(1, 10000));
    verb->add_option("--first", request.first, "The first probe, or one end of the line, counted from 0; default 0")
        ->type_name("I")
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--second", request.second, "The other end of the line; default 1")
        ->type_name("J")
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--drawing", request.drawing,
                     "Another number, other draws of z and words; the same for all runs of one seed; default 0")
        ->type_name("D");
    verb->add_flag_callback(
        "--json", [&options] { options.output = OutputStyle::JsonLines; }, "Print JSON, one object a line");
    return verb;
}

}  // namespace collapsar
