// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_verbs.h"

#include <CLI/CLI.hpp>

namespace collapsar {

namespace {

constexpr int mostJobs = 1024;
constexpr int mostRepeats = 10'000;

/// Flags that replace each other; the last one given counts.
void addJson(CLI::App* verb, OutputStyle& output) {
    verb->add_flag_callback(
        "--json", [&output] { output = OutputStyle::JsonLines; }, "Print JSON, one object a line");
}

void addOutput(CLI::App* verb, OutputStyle& output) {
    addJson(verb, output);
    verb->add_flag_callback(
            "--quiet", [&output] { output = OutputStyle::Quiet; }, "Print errors only")
        ->excludes("--json");
}

void addProbes(CLI::App* verb, bool& hasProbes) {
    verb->add_flag("--probes", hasProbes, "Also take snapshots of the posterior mean space between evaluations");
}

void addFolder(CLI::App* verb, std::filesystem::path& folder) {
    verb->add_option("RUN", folder, "Run folder (NAME.run)")->required();
}

/// An option that may be repeated and takes one value each time.
CLI::Option* addRepeated(CLI::App* verb, const char* name, std::vector<std::string>& values, const char* help) {
    return verb->add_option(name, values, help)->allow_extra_args(false);
}

void addSet(CLI::App* verb, std::vector<std::string>& set) {
    addRepeated(verb, "--set", set, "Change a setting (see: collapsar-cli settings); may be repeated")
        ->type_name("KEY=VALUE");
}

void addExperiments(CLI::App* verb, std::vector<std::string>& experiments, std::vector<std::string>& runs) {
    verb->add_option("PRESET", experiments,
                     "Names of presets (see: collapsar-cli presets), or preset or settings files")
        ->required();
    addRepeated(verb, "--run", runs, "Only this run of the presets; may be repeated")->type_name("NAME");
}

void addUpdates(CLI::App* verb, std::string& updates) {
    verb->add_option("--updates", updates, "How many updates to train")->type_name("N");
}

void addLaterEnd(CLI::App* verb, std::int64_t& updates, const char* help) {
    verb->add_option("--updates", updates, help)->type_name("N")->check(CLI::PositiveNumber);
}

CLI::App* addTrain(CLI::App& program, TrainOptions& options) {
    CLI::App* verb = program.add_subcommand("train", "Train a preset or the settings of a file, into a new run folder");
    verb->add_option("PRESET", options.experiment,
                     "Name of a preset (see: collapsar-cli presets), or a preset or settings file")
        ->required();
    verb->add_option("--run", options.run, "Which run of a preset of several")->type_name("NAME");
    addSet(verb, options.set);
    addRepeated(verb, "--at", options.at,
                "Switch a live setting, or step_encoder, step_decoder, reinitialise_decoder, before the next update "
                "after this one; may be repeated")
        ->type_name("UPDATE[.INNER]:KEY=VALUE");
    addUpdates(verb, options.updates);
    verb->add_option("--seed", options.seed, "Seed of weights, order and noise")->type_name("S");
    verb->add_option("--out", options.out, "Run folder to make; default PRESET-RUN-seedS.run here")->type_name("RUN");
    addProbes(verb, options.hasProbes);
    addOutput(verb, options.output);
    return verb;
}

CLI::App* addResume(CLI::App& program, ResumeOptions& options) {
    CLI::App* verb = program.add_subcommand("resume", "Go on with a run from its newest checkpoint");
    addFolder(verb, options.folder);
    addLaterEnd(verb, options.updates, "New end of the run, counted from its start");
    addProbes(verb, options.hasProbes);
    addOutput(verb, options.output);
    return verb;
}

CLI::App* addRace(CLI::App& program, RaceOptions& options) {
    CLI::App* verb = program.add_subcommand(
        "race",
        "Train 2 to 6 runs on the same data, batches and seed, in step. Given again after an interruption it goes on; "
        "finished runs stay as they are");
    addExperiments(verb, options.experiments, options.runs);
    addRepeated(verb, "--variant", options.variants, "One more run: the first one with these changes; may be repeated")
        ->type_name("[NAME:]KEY=VALUE[,KEY=VALUE...]");
    addSet(verb, options.set);
    addUpdates(verb, options.updates);
    verb->add_option("--seed", options.seed, "Seed of weights, order and noise, for all")->type_name("S");
    verb->add_option("--by", options.by,
                     "Keep in step by completed updates (the default), or by time: equal seconds of training")
        ->type_name("updates|time")
        ->check(CLI::IsMember({"updates", "time"}));
    verb->add_option("--out", options.out, "Folder for the runs and their summary; made if absent")
        ->required()
        ->type_name("DIR");
    addProbes(verb, options.hasProbes);
    addOutput(verb, options.output);
    return verb;
}

CLI::App* addFork(CLI::App& program, ForkOptions& options) {
    CLI::App* verb =
        program.add_subcommand("fork", "Branch off from any place of a run, with live settings changed, and train on");
    addFolder(verb, options.parent);
    verb->add_option("--at", options.at, "Where to branch off: completed updates, and encoder updates inside the next")
        ->required()
        ->type_name("UPDATE[.INNER]");
    addRepeated(verb, "--set", options.set,
                "Live setting to change there, or reinitialise_decoder; may be repeated. Settings that are not live "
                "cannot change (see: collapsar-cli settings)")
        ->type_name("KEY=VALUE");
    verb->add_option("--name", options.name, "Name of the fork; default: the parent's with the changes");
    addLaterEnd(verb, options.updates, "End of the fork, counted from the start of its parent; default: as its parent");
    verb->add_option("--out", options.out, "Run folder to make; default PARENT-at-UPDATE-CHANGES.run here")
        ->type_name("RUN");
    addProbes(verb, options.hasProbes);
    addOutput(verb, options.output);
    return verb;
}

CLI::App* addSweep(CLI::App& program, SweepOptions& options) {
    CLI::App* verb = program.add_subcommand(
        "sweep",
        "Train presets with several seeds, some at a time, and write the table of means. Given again after an "
        "interruption or a kill it goes on; finished runs stay as they are");
    addExperiments(verb, options.experiments, options.runs);
    verb->add_option("--seeds", options.seeds, "Seeds, with commas between")->type_name("S,S,...");
    verb->add_option("--repeat", options.repeat, "This many seeds, from the preset's own on")
        ->type_name("K")
        ->check(CLI::Range(1, mostRepeats))
        ->excludes("--seeds");
    verb->add_option("--jobs", options.jobs, "Runs at a time; default: as many as the machine has cores")
        ->type_name("N")
        ->check(CLI::Range(1, mostJobs));
    addSet(verb, options.set);
    addUpdates(verb, options.updates);
    verb->add_option(
            "--out", options.out,
            "Folder for the runs, summary.csv, .md, .tex and .json (a row for all seeds) and runs.csv; made if absent")
        ->required()
        ->type_name("DIR");
    addOutput(verb, options.output);
    return verb;
}

CLI::App* addCompare(CLI::App& program, CompareOptions& options) {
    CLI::App* verb = program.add_subcommand(
        "compare",
        "Print a table of runs: the values of each one's newest scheduled evaluation; runs that differ in seed only "
        "share a row with mean and standard deviation");
    verb->add_option("RUN", options.folders, "Run folders, or folders with runs in them")->required();
    verb->add_option("--table", options.table,
                     "Markdown (the default), CSV or JSON lines with all digits, or LaTeX with booktabs")
        ->type_name("md|csv|tex|json")
        ->check(CLI::IsMember({"md", "csv", "tex", "json"}));
    verb->add_flag("--differences", options.hasDifferences,
                   "Instead: the settings and switches that are not the same in all runs");
    verb->add_flag("--each", options.isEach, "One row a run, also where only the seed differs");
    verb->add_option("--out", options.out, "File to write; default: standard output")->type_name("FILE");
    return verb;
}

CLI::App* addData(CLI::App& program, DataOptions& options) {
    CLI::App* verb = program.add_subcommand(
        "data", "Show what a text is made of before training: sizes, lengths, vocabulary, unknown words, labels");
    verb->add_option("PRESET", options.experiment,
                     "Name of a preset, or a preset or settings file; default: the default settings");
    verb->add_option("--data", options.data, "Training text, one sentence a line (.txt or .txt.gz)")->type_name("F");
    verb->add_option("--validation", options.validation, "Validation text")->type_name("F");
    verb->add_option("--test", options.test, "Test text")->type_name("F");
    addSet(verb, options.set);
    addJson(verb, options.output);
    return verb;
}

CLI::App* addEval(CLI::App& program, EvalOptions& options) {
    CLI::App* verb = program.add_subcommand("eval", "Evaluate a run's newest checkpoint on validation and test");
    addFolder(verb, options.folder);
    verb->add_option("--checkpoint", options.checkpoint, "This checkpoint instead (see: collapsar-cli info RUN)")
        ->type_name("F");
    verb->add_option("--samples", options.samples,
                     "Estimate the NLL and PPL by K importance samples a sentence too (papers use 500)")
        ->type_name("K")
        ->check(CLI::Range(1, 1000000));
    verb->add_option("--refine", options.refinementSteps,
                     "Estimate the amortisation gap too: ELBO of posteriors moved S steps uphill, minus ELBO")
        ->type_name("S")
        ->check(CLI::Range(1, 100000));
    addJson(verb, options.output);
    return verb;
}

CLI::App* addExport(CLI::App& program, ExportOptions& options) {
    CLI::App* verb =
        program.add_subcommand("export", "Write what a run measured as CSV or TensorBoard events, and its weights");
    addFolder(verb, options.folder);
    verb->add_option("--csv", options.csv,
                     "Curves, one row a measurement; - is standard output (the default without other files)")
        ->type_name("F");
    verb->add_option("--snapshots", options.snapshots,
                     "Newest posterior mean space, one row a probe; - is standard output")
        ->type_name("F");
    verb->add_option("--tensorboard", options.tensorboard,
                     "Event file DIR/RUN/events.out.tfevents.*, for: tensorboard --logdir DIR")
        ->type_name("DIR");
    options.kinds = {"scheduled", "probe"};
    verb->add_option("--kind", options.kinds,
                     "Which measurements, for --csv and --tensorboard: scheduled, probe, training; default "
                     "scheduled,probe")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("KINDS")
        ->check(CLI::IsMember({"scheduled", "probe", "training"}));
    verb->add_option("--weights", options.weights,
                     "Weights as safetensors, with settings, seed and switches in its metadata; LSTM blocks load into "
                     "torch nn.LSTM")
        ->type_name("F.safetensors");
    verb->add_option("--at", options.at,
                     "Weights of this place, made again by training on from the checkpoint before (needs the data); "
                     "default: the newest checkpoint's")
        ->type_name("UPDATE[.INNER]")
        ->needs("--weights");
    return verb;
}

constexpr const char* trainExamples =
    "  collapsar-cli train he-fig2 --run Basic\n"
    "  collapsar-cli train he-fig2 --run Basic --at 500:aggressive=auto --out rescued.run";
constexpr const char* resumeExamples = "  collapsar-cli resume rescued.run --updates 5000";
constexpr const char* raceExamples =
    "  collapsar-cli race he-fig2 --out race\n"
    "  collapsar-cli race he-fig2 --run Basic --variant Max:pooling=max --variant skip=on --by time --out race";
constexpr const char* forkExamples =
    "  collapsar-cli fork basic.run --at 500 --set aggressive=auto\n"
    "  collapsar-cli fork basic.run --at 500.12 --set kl_weight=0.5 --set skip=on --name Late --out late.run";
constexpr const char* sweepExamples =
    "  collapsar-cli sweep he-fig2 annealing --repeat 5 --out sweep\n"
    "  collapsar-cli sweep he-fig2 --run Basic --seeds 1,2,3 --jobs 2 --set latent=2 --out sweep\n"
    "  collapsar-cli sweep strategies --set data=train.txt --set validation=valid.txt --repeat 3 --out strategies";
constexpr const char* compareExamples =
    "  collapsar-cli compare race --table tex --out table.tex\n"
    "  collapsar-cli compare basic.run late.run --differences";
constexpr const char* dataExamples =
    "  collapsar-cli data --data yelp.train.txt --validation yelp.valid.txt --test yelp.test.txt\n"
    "  collapsar-cli data --data reviews.txt.gz --set vocabulary_size=20000 --set sentence_longest=200 --json";
constexpr const char* evalExamples = "  collapsar-cli eval basic.run --samples 500";
constexpr const char* wordsExamples =
    "  collapsar-cli words basic.run --at 1000 --count 20\n"
    "  collapsar-cli words basic.run --kind interpolation --first 3 --second 8 --decoding beam\n"
    "  collapsar-cli words basic.run --kind prior --decoding sampling --temperature 0.8 --json";
constexpr const char* exportExamples =
    "  collapsar-cli export basic.run --csv basic.csv --kind scheduled,training\n"
    "  collapsar-cli export basic.run --weights basic.safetensors --at 1000\n"
    "  collapsar-cli export basic.run --tensorboard logs";
constexpr const char* infoExamples = "  collapsar-cli info basic.run --json";

}  // namespace

std::vector<Verb> addVerbs(CLI::App& program, ParsedOptions& parsed) {
    std::vector<Verb> verbs;
    const auto add = [&verbs](CLI::App* parser, auto& options, const char* examples) {
        verbs.push_back({parser, [&options]() -> Command { return options; }, examples});
    };
    add(addTrain(program, parsed.train), parsed.train, trainExamples);
    add(addResume(program, parsed.resume), parsed.resume, resumeExamples);
    add(addRace(program, parsed.race), parsed.race, raceExamples);
    add(addFork(program, parsed.fork), parsed.fork, forkExamples);
    add(addSweep(program, parsed.sweep), parsed.sweep, sweepExamples);
    add(addCompare(program, parsed.compare), parsed.compare, compareExamples);
    add(addData(program, parsed.data), parsed.data, dataExamples);
    add(addEval(program, parsed.eval), parsed.eval, evalExamples);
    add(addWords(program, parsed.words), parsed.words, wordsExamples);
    add(addExport(program, parsed.exported), parsed.exported, exportExamples);
    CLI::App* info =
        program.add_subcommand("info", "Show where a run stands: verdict, last values, events, checkpoints");
    addFolder(info, parsed.info.folder);
    addJson(info, parsed.info.output);
    add(info, parsed.info, infoExamples);
    CLI::App* presets = program.add_subcommand("presets", "List the presets with the outcome to expect");
    addJson(presets, parsed.presets.output);
    add(presets, parsed.presets, "");
    CLI::App* settings = program.add_subcommand("settings", "List every setting: default, range, meaning");
    addJson(settings, parsed.settings.output);
    add(settings, parsed.settings, "");
    return verbs;
}

}  // namespace collapsar
