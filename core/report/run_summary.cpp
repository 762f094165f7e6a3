// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_summary.h"

#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <cmath>

namespace collapsar {

namespace {

std::string beta(const Settings& settings) {
    return settings.klWeight == 1 ? std::string() : "beta " + numberText(settings.klWeight);
}

std::string schedule(const Settings& settings) {
    switch (settings.klSchedule) {
        case KlSchedule::Constant:
            break;
        case KlSchedule::Linear:
            return "annealing";
        case KlSchedule::Cyclical:
            return "cyclical";
        case KlSchedule::Hold:
            return "hold-then-ramp";
    }
    return {};
}

std::string freeBits(const Settings& settings) {
    if (settings.freeBits == 0) return {};
    std::string words = "free bits " + numberText(settings.freeBits);
    if (settings.freeBitsKind == FreeBitsKind::Example) words += " per example";
    if (settings.freeBitsKind == FreeBitsKind::Batch) words += " per batch";
    if (settings.freeBitsKind == FreeBitsKind::ExampleDimension) words += " per example and dimension";
    return words;
}

bool isSkipSaVae(const Settings& settings) {
    return settings.skip && settings.sviSteps > 0 && settings.sviStart == SviStart::Encoder &&
           (settings.sviGradient == SviGradient::Through || settings.sviGradient == SviGradient::FirstOrder);
}

/// The names of Kim et al. 2018 and Dieng et al. 2019, with the number of steps.
std::string refinement(const Settings& settings) {
    if (settings.sviSteps == 0) return {};
    const std::string steps = " " + numberText(settings.sviSteps);
    if (settings.sviStart == SviStart::Zero) return "SVI" + steps;
    const std::string saVae = (settings.skip ? "Skip-SA-VAE" : "SA-VAE") + steps;
    switch (settings.sviGradient) {
        case SviGradient::Through:
            break;
        case SviGradient::FirstOrder:
            return saVae + " (first-order)";
        case SviGradient::None:
            return "VAE+SVI" + steps;
        case SviGradient::Kl:
            return "VAE+SVI+KL" + steps;
    }
    return saVae;
}

std::string posterior(const Settings& settings) {
    switch (settings.posterior) {
        case PosteriorKind::Gaussian:
            break;
        case PosteriorKind::BatchNorm:
            return "BN-VAE " + numberText(settings.batchNormGamma);
        case PosteriorKind::Delta:
            return "delta-VAE " + numberText(settings.deltaKl);
    }
    return {};
}

/// What people did; the new decoder that ends pretraining is part of the strategy.
std::size_t ownSwitches(const Settings& settings, std::span<const Intervention> switches) {
    const bool hasNewDecoder = settings.pretrainEpochs > 0 && std::ranges::any_of(switches, [](const auto& each) {
                                   return each.action == Action::ReinitialiseDecoder && each.at.inner == 0;
                               });
    return switches.size() - (hasNewDecoder ? 1 : 0);
}

SummaryValues evaluationValues(const Measurement& point) {
    SummaryValues values;
    values.elbo = values.bestElbo = point.elbo;
    values.bestUpdate = static_cast<double>(point.at.update);
    values.nll = -point.elbo;
    values.kl = point.kl;
    values.miBatch = point.miBatch;
    values.miFull = point.miFull;
    values.activeUnits = point.activeUnits;
    values.iwNll = point.iwNll;
    if (!std::isnan(point.iwNll)) values.nll = point.iwNll;
    values.refinedElbo = point.refinedElbo;
    values.refinedKl = point.refinedKl;
    values.probeAccuracy = point.probeAccuracy;
    values.featureCosine = point.featureCosine;
    values.featureRank = point.featureRank;
    values.cpuSeconds = point.cpuSeconds;
    return values;
}

double perUpdate(double seconds, std::int64_t updates) {
    return updates > 0 ? seconds / static_cast<double>(updates) : notMeasured;
}

NllKind nllKindOf(const Settings& settings, const SummaryValues& values) {
    if (settings.latent == 0) return NllKind::Exact;
    return std::isnan(values.iwNll) ? NllKind::Bound : NllKind::ImportanceWeighted;
}

}  // namespace

// clang-format off
const std::vector<SummaryColumn>& summaryColumns() {
    using V = SummaryValues;
    using enum SummarySection;
    static const std::vector<SummaryColumn> columns{
        {"updates", "Updates", "", "Completed outer updates", &V::updates, 0, Training},
        {"seconds", "Time", "s", "Training time by the clock, all sittings", &V::seconds, 1, Training},
        {"elbo", "ELBO", "nats", "Validation ELBO of the newest scheduled evaluation, one sample of z per example", &V::elbo, 2, Results},
        {"nll", "NLL", "nats", "-log p(x): exact of a language model, importance-weighted (iw_nll) where that was measured, else the bound -ELBO", &V::nll, 2, Results},
        {"kl", "KL", "nats", "KL(q(z|x) || N(0, I)) of the newest scheduled evaluation, exact", &V::kl, 3, Results},
        {"mi_batch", "MI, per batch", "nats", "He et al. 2019: inside each batch of B, ceiling ln B; newest scheduled evaluation", &V::miBatch, 3, Results},
        {"mi_full", "MI, full set", "nats", "q(z) over all N evaluated examples, ceiling ln N; newest scheduled evaluation", &V::miFull, 3, Results},
        {"active_units", "AU", "", "Active units of the newest scheduled evaluation (Burda et al. 2016)", &V::activeUnits, 0, Results},
        {"lag", "Lag", "nats", "KL(q(z|x) || p(z|x)) over the probes, newest probe that has one", &V::lag, 3, Results},
        {"best_elbo", "Best ELBO", "nats", "Highest validation ELBO of all scheduled evaluations", &V::bestElbo, 2, Training},
        {"best_update", "Best at", "updates", "Completed updates at the best validation ELBO", &V::bestUpdate, 0, Training},
        {"iw_nll", "IW-NLL", "nats", "Importance-weighted NLL of the last scheduled evaluation of a run that has ended, with importance_samples draws of the encoder's own posterior (Burda et al. 2016): an upper bound in expectation, lower with more samples", &V::iwNll, 2, Results},
        {"refined_elbo", "Refined ELBO", "nats", "ELBO of the posteriors after svi_steps refinement steps (Kim et al. 2018); elbo, kl, nll, MI and AU are of the encoder's own", &V::refinedElbo, 2, Results},
        {"refined_kl", "Refined KL", "nats", "KL of the same refined posteriors", &V::refinedKl, 3, Results},
        {"probe_accuracy", "Probe accuracy", "", "Share of labels that a linear probe reads off the posterior means; newest scheduled evaluation", &V::probeAccuracy, 3, Results},
        {"feature_cosine", "Feature cosine", "", "Mean cosine over pairs of encoder features, 1: all point the same way; newest scheduled evaluation", &V::featureCosine, 3, Training},
        {"feature_rank", "Feature rank", "", "Effective rank of encoder features; newest scheduled evaluation", &V::featureRank, 1, Training},
        {"cpu_seconds", "Processor time", "s", "Of the trainer thread while it made updates, at the newest scheduled evaluation", &V::cpuSeconds, 1, Training},
        {"update_ms", "Per update", "ms", "Processor time for each completed update; training time for each where no processor time was recorded", &V::updateMilliseconds, 1, Training},
        {"time_to_basic", "Time / basic", "", "Time of the whole finished run, divided by that of the basic VAE on the same data: processor time, or training time where one of them has no other", &V::timeToBasic, 2, Training},
        {"update_to_basic", "Per update / basic", "", "Time for each update, divided by that of the basic VAE on the same data: processor time, or training time where one of them has no other", &V::updateToBasic, 2, Training},
    };
    return columns;
}
// clang-format on

std::string strategyName(const Settings& settings, std::span<const Intervention> switches) {
    std::string name;
    const auto add = [&name](const std::string& word) {
        if (!word.empty()) name += (name.empty() ? "" : " + ") + word;
    };
    if (settings.aggressive == Aggressive::Auto) add("aggressive");
    if (settings.aggressive == Aggressive::On) add("aggressive always");
    if (settings.aggressive != Aggressive::Off && settings.innerUpdates > 0)
        add("inner " + numberText(settings.innerUpdates));
    add(refinement(settings));
    add(posterior(settings));
    add(schedule(settings));
    add(beta(settings));
    if (settings.pretrainEpochs > 0) add("pretrained");
    add(freeBits(settings));
    if (settings.wordDropout > 0) add("word dropout " + numberText(settings.wordDropout));
    if (settings.pooling != Pooling::Last) add("pooling " + settingText(settings, "pooling"));
    if (settings.skip && !isSkipSaVae(settings)) add("skip");
    if (settings.freezeEncoder) add("frozen encoder");
    if (settings.freezeDecoder) add("frozen decoder");
    if (settings.latent == 0) add("language model");
    if (name.empty()) name = "basic";
    return ownSwitches(settings, switches) == 0 ? name : name + ", live";
}

void EvaluationIndex::insert(std::vector<Entry>& entries, Entry entry) {
    const auto place = std::ranges::lower_bound(entries, entry.at, {}, &Entry::at);
    if (place != entries.end() && place->at == entry.at) {
        *place = entry;
    } else {
        entries.insert(place, entry);
    }
}

void EvaluationIndex::add(std::span<const Measurement> points) {
    std::size_t firstNew = m_scheduled.size();
    for (const Measurement& point : points) {
        if (point.kind == MeasurementKind::Training) continue;
        if (!std::isnan(point.lag)) {
            Entry entry{point.at, {}};
            entry.values.lag = point.lag;
            insert(m_lags, entry);
        }
        if (point.kind != MeasurementKind::Scheduled) continue;
        insert(m_scheduled, {point.at, evaluationValues(point)});
        const auto place = std::ranges::lower_bound(m_scheduled, point.at, {}, &Entry::at);
        firstNew = std::min(firstNew, static_cast<std::size_t>(place - m_scheduled.begin()));
    }
    for (std::size_t i = firstNew; i < m_scheduled.size(); ++i) {
        SummaryValues& values = m_scheduled[i].values;
        values.bestElbo = values.elbo;
        values.bestUpdate = std::isnan(values.elbo) ? notMeasured : static_cast<double>(m_scheduled[i].at.update);
        if (i == 0) continue;
        const SummaryValues& before = m_scheduled[i - 1].values;
        if (std::isnan(before.bestElbo) || values.elbo > before.bestElbo) continue;
        values.bestElbo = before.bestElbo;
        values.bestUpdate = before.bestUpdate;
    }
}

SummaryValues EvaluationIndex::valuesAt(std::int64_t cursor, Position* at) const {
    const auto newest = [cursor](const std::vector<Entry>& entries) {
        const auto end =
            std::ranges::upper_bound(entries, cursor, {}, [](const Entry& entry) { return entry.at.update; });
        return end == entries.begin() ? nullptr : &*std::prev(end);
    };
    SummaryValues values;
    if (const Entry* scheduled = newest(m_scheduled)) {
        values = scheduled->values;
        if (at) *at = scheduled->at;
    }
    if (const Entry* lag = newest(m_lags)) values.lag = lag->values.lag;
    return values;
}

RunSummary summarise(ComparedRun run, const RunState& state, const EvaluationIndex& evaluations, std::int64_t cursor) {
    RunSummary summary;
    summary.phase = state.phase;
    summary.values = evaluations.valuesAt(cursor, &summary.evaluatedAt);
    summary.values.updates = static_cast<double>(std::min(state.at.update, cursor));
    summary.values.seconds = state.seconds;
    summary.secondsPerUpdate = perUpdate(state.seconds, state.at.update);
    const double byProcessor = perUpdate(summary.values.cpuSeconds, summary.evaluatedAt.update);
    summary.values.updateMilliseconds = 1000 * (std::isnan(byProcessor) ? summary.secondsPerUpdate : byProcessor);
    summary.nllKind = nllKindOf(run.settings, summary.values);
    if (summary.nllKind == NllKind::ImportanceWeighted) summary.nllSamples = run.settings.importanceSamples;
    summary.strategy = strategyName(run.settings, run.switches);
    summary.run = std::move(run);
    return summary;
}

}  // namespace collapsar
