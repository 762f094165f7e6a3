// SPDX-License-Identifier: GPL-3.0-or-later
/// planRace and planSweep of run_set.h.
#include "app/cli/experiment_arguments.h"
#include "app/cli/run_set.h"
#include "core/report/number_text.h"
#include "core/train/race.h"

#include <algorithm>
#include <limits>
#include <set>

namespace collapsar {

namespace {

constexpr std::size_t mostSweptRuns = 10'000;

Error invalid(const std::string& detail) {
    return {ErrorCode::InvalidSettings, detail};
}

/// A preset's run with its stem in front when more than one preset is meant.
std::string fileStem(const Preset& preset, const PresetRun& run) {
    const std::string stem = asFileName(preset.stem);
    return run.name == preset.stem ? stem : stem + "-" + asFileName(run.name);
}

struct ChosenRun {
    PresetRun run;
    std::string stem;  ///< of its folder
};

/// All runs of all presets, or those whose names are given. A name that no preset has is refused; `set` are the
/// settings given beside them.
Result<std::vector<ChosenRun>> chooseRuns(const std::vector<std::string>& experiments,
                                          const std::vector<std::string>& names, const std::vector<std::string>& set) {
    std::vector<ChosenRun> chosen;
    std::set<std::string> found;
    std::string known;
    for (const std::string& experiment : experiments) {
        const Result<Preset> preset = loadExperiment(experiment);
        if (!preset) return preset.error();
        if (const Result<void> hasData = checkData(preset.value(), set); !hasData) return hasData.error();
        for (const PresetRun& run : preset.value().runs) {
            known += (known.empty() ? "\"" : ", \"") + run.name + "\"";
            if (!names.empty() && std::ranges::find(names, run.name) == names.end()) continue;
            found.insert(run.name);
            chosen.push_back({run, fileStem(preset.value(), run)});
            if (experiments.size() > 1 && run.name != preset.value().stem)
                chosen.back().run.name = preset.value().stem + ": " + run.name;
        }
    }
    for (const std::string& name : names) {
        if (!found.contains(name))
            return invalid("--run " + name + ": there is no such run; the runs are " + known + ".");
    }
    return chosen;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// [NAME:]KEY=VALUE[,KEY=VALUE...]: `base` with these changes. Without a name the changes are the name.
Result<ChosenRun> variantOf(const ChosenRun& base, const std::string& text) {
    const std::size_t colon = text.find(':');
    const bool isNamed = colon != std::string::npos && colon < text.find('=');
    const std::string changes = isNamed ? text.substr(colon + 1) : text;
    ChosenRun variant = base;
    variant.run.name = isNamed ? text.substr(0, colon) : changes;
    variant.stem = asFileName(variant.run.name);
    for (const std::string& assignment : split(changes, ',')) {
        const Result<void> applied = applyAssignment(variant.run.settings, assignment, "--variant");
        if (!applied) return applied.error();
    }
    return variant;
}

/// Two runs may not share a folder: the later one gets a number.
std::vector<PlannedRun> placed(std::vector<ChosenRun> chosen, const std::filesystem::path& folder) {
    std::vector<PlannedRun> planned;
    std::set<std::string> taken;
    for (ChosenRun& run : chosen) {
        std::string stem = run.stem;
        for (int number = 2; !taken.insert(stem).second; ++number)
            stem = run.stem + "-" + std::to_string(number);
        planned.push_back({std::move(run.run), folder / (stem + ".run")});
    }
    return planned;
}

Result<std::vector<std::uint64_t>> listedSeeds(const std::string& text) {
    std::vector<std::uint64_t> seeds;
    for (const std::string& word : split(text, ',')) {
        const auto seed = parseUnsigned(word);
        if (!seed) return invalid("--seeds " + text + ": must be whole numbers with commas between, such as 1,2,3.");
        if (std::ranges::find(seeds, *seed) != seeds.end())
            return invalid("--seeds " + text + ": " + word + " is given twice.");
        seeds.push_back(*seed);
    }
    return seeds;
}

/// Of one run of a preset: those listed, or its own and the following ones.
std::vector<std::uint64_t> seedsFor(const PresetRun& run, const std::vector<std::uint64_t>& listed, int repeat) {
    if (!listed.empty()) return listed;
    std::vector<std::uint64_t> seeds;
    for (int i = 0; i < std::max(1, repeat); ++i)
        seeds.push_back(run.settings.seed + static_cast<std::uint64_t>(i));
    return seeds;
}

}  // namespace

Result<std::vector<PlannedRun>> planRace(const RaceOptions& options) {
    Result<std::vector<ChosenRun>> chosen = chooseRuns(options.experiments, options.runs, options.set);
    if (!chosen) return chosen.error();
    std::vector<ChosenRun> runs = std::move(chosen).value();
    for (const std::string& text : options.variants) {
        const Result<ChosenRun> variant = variantOf(runs.front(), text);
        if (!variant) return variant.error();
        runs.push_back(variant.value());
    }
    std::vector<Settings> settings;
    for (ChosenRun& run : runs) {
        const Result<void> applied = applyOverrides(run.run.settings, {options.set, options.updates, options.seed});
        if (!applied) return invalid(run.run.name + ": " + applied.error().detail);
        settings.push_back(run.run.settings);
    }
    if (runs.size() < 2) {
        return invalid("A race needs 2 to 6 runs, and this is one. Name more presets, or add --variant KEY=VALUE.");
    }
    const Result<void> checked = checkRace(settings);
    if (!checked) return checked.error();
    return placed(std::move(runs), options.out);
}

Result<std::vector<PlannedRun>> planSweep(const SweepOptions& options) {
    const Result<std::vector<ChosenRun>> chosen = chooseRuns(options.experiments, options.runs, options.set);
    if (!chosen) return chosen.error();
    std::vector<std::uint64_t> listed;
    if (!options.seeds.empty()) {
        Result<std::vector<std::uint64_t>> seeds = listedSeeds(options.seeds);
        if (!seeds) return seeds.error();
        listed = std::move(seeds).value();
    }
    std::vector<ChosenRun> runs;
    const std::size_t repeats = seedsFor(chosen.value().front().run, listed, options.repeat).size();
    if (repeats * chosen.value().size() > mostSweptRuns) return invalid("A sweep has at most 10000 runs.");
    for (std::size_t i = 0; i < repeats; ++i) {
        for (const ChosenRun& base : chosen.value()) {
            ChosenRun run = base;
            const std::string seed = numberText(seedsFor(base.run, listed, options.repeat)[i]);
            const Result<void> applied = applyOverrides(run.run.settings, {options.set, options.updates, seed});
            if (!applied) return invalid(base.run.name + ": " + applied.error().detail);
            run.run.name += ", seed " + seed;
            run.stem += "-seed" + seed;
            runs.push_back(std::move(run));
        }
    }
    return placed(std::move(runs), options.out);
}

}  // namespace collapsar
