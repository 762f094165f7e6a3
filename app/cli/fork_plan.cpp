// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fork_plan.h"

#include "app/cli/experiment_arguments.h"
#include "app/cli/report_text.h"

namespace collapsar {

namespace {

/// "skip=on, kl_weight=0.5", for names.
std::string changesText(const std::vector<std::string>& changes) {
    std::string text;
    for (const std::string& change : changes)
        text += (text.empty() ? "" : ", ") + change;
    return text;
}

Result<void> checkPlace(const ForkOptions& options, const RunRecord& parent, const Position& at) {
    if (at <= parent.state.at) return {};
    return Error{ErrorCode::InvalidSettings, "--at " + options.at + ": the run has come to update " +
                                                 positionText(parent.state.at) +
                                                 " only. Choose an earlier place, or train it on by: collapsar-cli "
                                                 "resume \"" +
                                                 options.parent.string() + "\" --updates N"};
}

}  // namespace

Result<ForkPlan> planFork(const ForkOptions& options) {
    const Result<Position> at = parsePosition(options.at);
    if (!at) return at.error();
    ForkPlan plan;
    plan.request.parent = options.parent;
    plan.request.at = at.value();
    plan.request.totalUpdates = options.updates;
    for (const std::string& change : options.set) {
        const Result<Intervention> made = parseSwitch(options.at + ":" + change, "--set " + change);
        if (!made) return made.error();
        plan.request.changes.push_back(made.value());
    }
    const Result<RunRecord> parent = readRun(options.parent);
    if (!parent) return parent.error();
    const Result<void> reached = checkPlace(options, parent.value(), at.value());
    if (!reached) return reached.error();
    plan.name = options.name;
    if (plan.name.empty()) {
        const std::string changes = changesText(options.set);
        plan.name =
            parent.value().name + ", from " + positionText(at.value()) + (changes.empty() ? "" : ": " + changes);
    }
    plan.folder = options.out;
    if (plan.folder.empty()) {
        const std::filesystem::path stem = (options.parent / "").parent_path().stem();
        plan.folder = freeRunFolder(
            asFileName(stem.string() + "-at-" + positionText(at.value()) + "-" + changesText(options.set)));
        return plan;
    }
    const Result<void> isFree = checkNewFolder(plan.folder);
    if (!isFree) return isFree.error();
    return plan;
}

}  // namespace collapsar
