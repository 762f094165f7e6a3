// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_plan.h"

#include "app/cli/experiment_arguments.h"

namespace collapsar {

namespace {

void addSettingNotes(TrainPlan& plan) {
    if (plan.run.settings.innerClip == InnerClip::Encoder)
        plan.notes.push_back(
            "inner_clip=encoder clips encoder-only updates on the encoder's own norm: not the rule of "
            "He et al. 2019.");
}

Result<void> addInterventions(TrainPlan& plan, const TrainOptions& options) {
    for (const std::string& text : options.at) {
        const Result<Intervention> intervention = parseSwitch(text, "--at " + text);
        if (!intervention) return intervention.error();
        plan.run.interventions.push_back(intervention.value());
        if (intervention.value().at.update >= plan.run.settings.updates) {
            plan.notes.push_back("--at " + text + " comes after the last update (" +
                                 std::to_string(plan.run.settings.updates) + ") and will not happen.");
        }
    }
    return {};
}

Result<std::filesystem::path> chooseFolder(const TrainOptions& options, const Preset& preset, const PresetRun& run) {
    if (options.out.empty()) {
        return freeRunFolder(asFileName(preset.stem) + (run.name == preset.stem ? "" : "-" + asFileName(run.name)) +
                             "-seed" + std::to_string(run.settings.seed));
    }
    const Result<void> checked = checkNewFolder(options.out);
    if (!checked) return checked.error();
    return options.out;
}

}  // namespace

Result<TrainPlan> planTraining(const TrainOptions& options) {
    const Result<Preset> preset = loadExperiment(options.experiment);
    if (!preset) return preset.error();
    if (const Result<void> hasData = checkData(preset.value(), options.set); !hasData) return hasData.error();
    const Result<PresetRun> run = choosePresetRun(preset.value(), options.run);
    if (!run) {
        return Error{ErrorCode::InvalidSettings, run.error().detail + (options.run.empty() ? " Use --run NAME." : "")};
    }
    TrainPlan plan{run.value(), preset.value().title, preset.value().expectation, {}, {}};
    const Result<void> applied = applyOverrides(plan.run.settings, {options.set, options.updates, options.seed});
    if (!applied) return applied.error();
    const Result<void> added = addInterventions(plan, options);
    if (!added) return added.error();
    addSettingNotes(plan);
    Result<std::filesystem::path> folder = chooseFolder(options, preset.value(), plan.run);
    if (!folder) return folder.error();
    plan.folder = std::move(folder).value();
    return plan;
}

}  // namespace collapsar
