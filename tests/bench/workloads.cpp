// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workloads.h"

#include <algorithm>

namespace collapsar {
namespace {

constexpr ModelShape yahooShape{
    .vocabulary = 20001, .embedding = 512, .encoderHidden = 1024, .decoderHidden = 1024, .latent = 32};

std::vector<Workload> toyUpdates() {
    Workload basic{.name = "toy_basic", .what = "update of both sides, He et al.'s synthetic experiment"};
    Workload twoThreads = basic;
    twoThreads.name = "toy_two_threads";
    twoThreads.what = "the same with shards = 2 against one thread";
    twoThreads.clock = Clock::Wall;
    twoThreads.shards = 2;
    twoThreads.straightforwardAs = basic.name;
    Workload inner = basic;
    inner.name = "toy_inner";
    inner.what = "encoder-only update, clipped on the joint norm as published";
    inner.task = Task::InnerUpdate;
    Workload encoderClip = inner;
    encoderClip.name = "toy_inner_encoder_clip";
    encoderClip.what = "encoder-only update, clipped on the encoder's norm, against the published clip";
    encoderClip.innerClip = InnerClip::Encoder;
    encoderClip.straightforwardAs = inner.name;
    return {basic, twoThreads, inner, encoderClip};
}

std::vector<Workload> yahooUpdates(Extent extent) {
    Workload step{.name = "yahoo_step", .what = "update of both sides at the size of the Yahoo corpus, random tokens"};
    step.rounds = extent == Extent::Quick ? 1 : 2;
    step.shape = yahooShape;
    step.batch = 32;
    step.length = extent == Extent::Quick ? 12 : 80;
    step.effort.warmUpShare = 0;
    Workload inner = step;
    inner.name = "yahoo_inner";
    inner.what = "encoder-only update of that size, clipped on the joint norm";
    inner.task = Task::InnerUpdate;
    inner.rounds = 1;
    return {step, inner};
}

std::vector<Workload> evaluations() {
    Workload grid{.name = "posterior_grid_equal",
                  .what = "mean of p(z|x), 400 points on [-20, 20) on both sides",
                  .task = Task::GridMeans,
                  .unit = "sentences",
                  .sentences = 48};
    Workload bounded = grid;
    grid.effort.seconds = 1.6;  // a chunk of the straightforward side takes half a second
    bounded.name = "posterior_grid_bounded";
    bounded.what = "exact means with lag by adaptive quadrature, against 400 points";
    bounded.task = Task::ExactMeans;
    bounded.straightforwardAs = grid.name;
    Workload preview = bounded;
    preview.name = "posterior_preview";
    preview.what = "preview means with lag, against 400 points";
    preview.task = Task::PreviewMeans;
    Workload nll = grid;
    nll.name = "iw_nll";
    nll.what = "importance-weighted negative log likelihood, 500 samples a sentence in chunks of 100";
    nll.task = Task::ImportanceNll;
    Workload mutual = grid;
    mutual.name = "full_set_mi";
    mutual.what = "encoder pass and full-set mutual information";
    mutual.task = Task::MutualInformation;
    mutual.sentences = 2000;
    Workload probe = grid;
    probe.name = "probe_refresh";
    probe.what = "approximate and true means and evaluation of as many sentences, against 400 points";
    probe.task = Task::ProbeRefresh;
    probe.unit = "probes";
    probe.sentences = 500;
    probe.rounds = 2;
    return {grid, bounded, preview, nll, mutual, probe};
}

/// One growth workload a value; `set` writes the value into the workload.
template <typename Set>
void grow(std::vector<Workload>& all, const std::string& axis, Workload workload, std::vector<int> values, Set set) {
    for (const int value : values) {
        workload.name = "growth_" + axis + "_" + std::to_string(value);
        set(workload, value);
        all.push_back(workload);
    }
}

std::vector<Workload> growth(Extent extent) {
    std::vector<Workload> all;
    const bool isQuick = extent == Extent::Quick;
    const auto values = [&](std::vector<int> every, std::vector<int> few) { return isQuick ? few : every; };
    Workload update{.what = "update of both sides of the toy, one size changed", .rounds = 1};
    grow(all, "batch", update, values({4, 16, 64, 256}, {64}), [](Workload& w, int value) { w.batch = value; });
    grow(all, "length", update, values({6, 24, 96}, {48}), [](Workload& w, int value) { w.length = value; });
    grow(all, "hidden", update, values({25, 100, 200, 400}, {200}),
         [](Workload& w, int value) { w.shape.encoderHidden = w.shape.decoderHidden = value; });
    grow(all, "vocabulary", update, values({250, 4000, 16000}, {8000}),
         [](Workload& w, int value) { w.shape.vocabulary = value; });
    Workload probe{.what = "probe refresh, number of probes changed",
                   .task = Task::ProbeRefresh,
                   .unit = "probes",
                   .rounds = 1,
                   .straightforwardAs = "none"};
    grow(all, "probes", probe, values({125, 250, 500, 1000, 2000}, {250}),
         [](Workload& w, int value) { w.sentences = value; });
    Workload replot{.what = "one more point in four plots, history changed",
                    .task = Task::Replot,
                    .unit = "refreshes",
                    .rounds = 1};
    grow(all, "history", replot, values({1'000, 10'000, 100'000, 1'000'000}, {1'000, 1'000'000}),
         [](Workload& w, int value) { w.points = value; });
    for (Workload& workload : all)
        workload.effort.seconds = 0.5;
    return all;
}

bool isMeant(const std::string& name, std::string_view wanted) {
    return name == wanted || (name.starts_with(wanted) && name[wanted.size()] == '_');
}

}  // namespace

std::vector<Workload> allWorkloads(Extent extent) {
    std::vector<Workload> all = toyUpdates();
    const auto add = [&all](const std::vector<Workload>& more) { all.insert(all.end(), more.begin(), more.end()); };
    add(evaluations());
    all.push_back({.name = "replot",
                   .what = "four curve plots of 100000 points each refreshed together after one more point",
                   .task = Task::Replot,
                   .unit = "refreshes",
                   .rounds = 2,
                   .points = 100'000});
    add(yahooUpdates(extent));
    add(growth(extent));
    if (extent == Extent::Full) return all;
    for (Workload& workload : all)
        workload.effort.seconds *= 0.3;
    return all;
}

std::vector<Workload> chosenWorkloads(const std::vector<Workload>& all, std::string_view wanted) {
    if (wanted.empty()) return all;
    std::vector<Workload> chosen;
    for (const Workload& workload : all) {
        for (std::size_t from = 0; from <= wanted.size();) {
            const std::size_t end = std::min(wanted.find(',', from), wanted.size());
            if (isMeant(workload.name, wanted.substr(from, end - from))) {
                chosen.push_back(workload);
                break;
            }
            from = end + 1;
        }
    }
    return chosen;
}

bool isUpdate(const Workload& workload) {
    return workload.task == Task::FullUpdate || workload.task == Task::InnerUpdate;
}

bool needsTrainedModel(const Workload& workload) {
    return !isUpdate(workload) && workload.task != Task::Replot;
}

double updateFlops(const Workload& workload) {
    const ModelShape& s = workload.shape;
    const double read = 2.0 * workload.batch * workload.length;
    const double predicted = 2.0 * workload.batch * (workload.length - 1);
    const double encoder = read * 4 * s.encoderHidden * (s.embedding + s.encoderHidden);
    const double decoder = predicted * 4 * s.decoderHidden * (s.embedding + s.latent + s.decoderHidden);
    const double output = predicted * s.decoderHidden * s.vocabulary;
    if (workload.task == Task::FullUpdate || workload.innerClip == InnerClip::Joint)
        return 3 * (encoder + decoder + output);
    return 3 * encoder + decoder + predicted * 4 * s.decoderHidden * (s.latent + s.decoderHidden) + 2 * output;
}

}  // namespace collapsar
