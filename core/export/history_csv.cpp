// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/history_csv.h"

#include "core/checkpoint/atomic_file.h"
#include "core/export/column_names.h"
#include "core/export/csv_text.h"
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <algorithm>
#include <cstddef>

namespace collapsar {

namespace {

std::string setting(const Settings& settings, std::string_view name) {
    return std::string(name) + ": " + settingText(settings, name);
}

void commentEvent(CsvText& csv, const Event& event) {
    if (event.kind == EventKind::Switch) {
        csv.comment("switch: " + interventionText(event.intervention));
    } else if (event.kind == EventKind::BurnInEnded) {
        csv.comment("burn-in ended: update " + numberText(event.at.update));
    } else if (event.kind == EventKind::LearningRateCut) {
        csv.comment("learning rate cut: update " + numberText(event.at.update) + " to " + numberText(event.value));
    }
}

void commentHeader(CsvText& csv, const ExportHeader& header, std::string_view what) {
    csv.comment(header.program + ", " + std::string(what));
    csv.comment("run: " + header.name);
    csv.comment("id: " + header.id);
    csv.comment(setting(header.settings, "seed"));
    csv.comment(setting(header.settings, "probe_set") + ", first " + numberText(header.settings.probeExamples));
    csv.comment("settings that differ from the defaults:");
    const Settings defaults;
    for (const SettingInfo& info : settingsTable()) {
        const std::string text = settingText(header.settings, info.name);
        if (text != settingText(defaults, info.name)) csv.comment("  " + std::string(info.name) + ": " + text);
    }
    for (const Event& event : header.events)
        commentEvent(csv, event);
    csv.comment("empty: not measured; logs are natural");
}

void commentColumns(CsvText& csv) {
    csv.comment("elbo = -(reconstruction + kl), per example, at KL weight 1");
    for (const MeasurementColumn& column : measurementColumns()) {
        const std::string unit = column.unit.empty() ? "no unit" : std::string(column.unit);
        csv.comment(std::string(column.name) + " [" + unit + "]: " + std::string(column.estimator));
    }
}

bool isWanted(MeasurementKind kind, const HistoryKinds& kinds) {
    switch (kind) {
        case MeasurementKind::Training:
            return kinds.training;
        case MeasurementKind::Scheduled:
            return kinds.scheduled;
        case MeasurementKind::Probe:
            break;
    }
    return kinds.probe;
}

void addRow(CsvText& csv, const Measurement& m) {
    csv.cell(kindName(m.kind));
    csv.cell(numberText(m.at.update));
    csv.cell(numberText(m.at.inner));
    csv.cell(numberText(m.encoderUpdates));
    csv.cell(m.epoch);
    csv.cell(m.seconds);
    for (const MeasurementColumn& column : measurementColumns())
        csv.cell(m.*column.value);
    csv.cell(aggressiveName(m.aggressive));
    csv.cell(m.burnIn ? "on" : "off");
    csv.cell(poolingName(m.pooling));
    csv.cell(m.skip ? "on" : "off");
    csv.endRow();
}

/// One latent dimension has true means; of more only what was measured.
std::vector<std::string> snapshotColumns(const Snapshot& snapshot) {
    if (snapshot.latent == 1) return {"probe", "text", "true_mean", "approximate_mean", "log_likelihood", "lag"};
    std::vector<std::string> names{"probe", "text"};
    const bool hasTrueMeans = !snapshot.trueMean.empty();
    for (int i = 1; hasTrueMeans && i <= snapshot.latent; ++i)
        names.push_back("true_mean_" + numberText(i));
    for (int i = 1; i <= snapshot.latent; ++i)
        names.push_back("approximate_mean_" + numberText(i));
    if (hasTrueMeans) names.insert(names.end(), {"log_likelihood", "lag"});
    if (!snapshot.effectiveSamples.empty()) names.emplace_back("effective_samples");
    return names;
}

std::string floatAt(const std::vector<float>& values, std::size_t index) {
    return index < values.size() ? csvNumber(values[index]) : std::string();
}

}  // namespace

std::string historyCsv(const ExportHeader& header, std::span<const Measurement> measurements,
                       const HistoryKinds& kinds) {
    CsvText csv;
    commentHeader(csv, header, "history");
    commentColumns(csv);
    for (const std::string_view name : {"kind", "update", "inner", "encoder_updates", "epoch", "seconds"})
        csv.cell(name);
    for (const MeasurementColumn& column : measurementColumns())
        csv.cell(column.name);
    for (const std::string_view name : {"aggressive", "burn_in", "pooling", "skip"})
        csv.cell(name);
    csv.endRow();
    for (const Measurement& measurement : measurements) {
        if (isWanted(measurement.kind, kinds)) addRow(csv, measurement);
    }
    return csv.text();
}

std::string snapshotCsv(const ExportHeader& header, const Snapshot& snapshot, std::span<const std::string> texts) {
    CsvText csv;
    commentHeader(csv, header, "posterior mean space");
    csv.comment("update: " + numberText(snapshot.values.at.update) +
                ", inner: " + numberText(snapshot.values.at.inner));
    csv.comment("verdict: " + std::string(verdictName(snapshot.verdict.kind)));
    csv.comment("log_likelihood and lag in nats; true_mean is the mean of p(z|x) at KL weight 1, by quadrature");
    if (!snapshot.effectiveSamples.empty()) {
        csv.comment("with more than two latent dimensions by importance sampling; not reliable below " +
                    numberText(static_cast<double>(leastEffectiveSamples)) + " effective_samples");
    }
    for (std::size_t unit = 0; unit < std::min(snapshot.unitKl.size(), snapshot.unitVariance.size()); ++unit) {
        csv.comment("unit " + numberText(static_cast<std::uint64_t>(unit + 1)) + ": kl " +
                    std::string(floatAt(snapshot.unitKl, unit)) + " nats, variance of the posterior mean " +
                    std::string(floatAt(snapshot.unitVariance, unit)));
    }
    for (const std::string& name : snapshotColumns(snapshot))
        csv.cell(name);
    csv.endRow();
    const auto latent = static_cast<std::size_t>(std::max(1, snapshot.latent));
    const bool hasTrueMeans = latent == 1 || !snapshot.trueMean.empty();
    for (std::size_t probe = 0; probe < snapshot.approximateMean.size() / latent; ++probe) {
        csv.cell(numberText(static_cast<std::uint64_t>(probe)));
        csv.cell(probe < texts.size() ? std::string_view(texts[probe]) : std::string_view());
        for (std::size_t i = 0; hasTrueMeans && i < latent; ++i)
            csv.cell(floatAt(snapshot.trueMean, probe * latent + i));
        for (std::size_t i = 0; i < latent; ++i)
            csv.cell(floatAt(snapshot.approximateMean, probe * latent + i));
        if (hasTrueMeans) csv.cell(floatAt(snapshot.logLikelihood, probe));
        if (hasTrueMeans) csv.cell(floatAt(snapshot.lag, probe));
        if (!snapshot.effectiveSamples.empty()) csv.cell(floatAt(snapshot.effectiveSamples, probe));
        csv.endRow();
    }
    return csv.text();
}

Result<void> writeExport(const std::filesystem::path& path, const std::string& text) {
    return writeFileAtomically(path, text);
}

}  // namespace collapsar
