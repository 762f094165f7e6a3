// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_report.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace collapsar {
namespace {

using Json = nlohmann::ordered_json;

double perSecond(const Measured& measured, Clock clock) {
    return measured.work / (clock == Clock::Cpu ? measured.cpuSeconds : measured.wallSeconds);
}

double medianOf(const std::vector<Round>& rounds, const std::function<double(const Round&)>& value) {
    std::vector<double> values;
    for (const Round& round : rounds)
        values.push_back(value(round));
    return median(std::move(values));
}

void addFigures(Json& report, const std::string& prefix, const std::vector<const Measured*>& sides) {
    for (const auto& [name, first] : sides.front()->figures) {
        std::vector<double> values;
        for (const Measured* side : sides) {
            if (const auto found = side->figures.find(name); found != side->figures.end())
                values.push_back(found->second);
        }
        report[prefix + name] = median(std::move(values));
    }
}

void addUpdateFigures(Json& report, const Workload& workload, const std::vector<Round>& rounds) {
    const double flops = updateFlops(workload);
    const auto achieved = [&](const Round& round) { return flops * 1e-9 * perSecond(round.ours, Clock::Cpu); };
    const auto share = [&](const char* peak) {
        return medianOf(rounds, [&](const Round& round) {
            const auto found = round.peak.figures.find(peak);
            return found == round.peak.figures.end() ? std::nan("") : achieved(round) / found->second;
        });
    };
    report["megaflops_per_update"] = flops * 1e-6;
    report["ours_gflops_per_cpu_second"] = medianOf(rounds, achieved);
    report["fraction_of_blas_peak"] = share("blas_large");
    report["fraction_of_own_peak"] = share("own_large");
    report["shape"] = {{"batch", workload.batch},
                       {"length", workload.length},
                       {"vocabulary", workload.shape.vocabulary},
                       {"embedding", workload.shape.embedding},
                       {"hidden", workload.shape.decoderHidden},
                       {"latent", workload.shape.latent},
                       {"shards", workload.shards}};
}

/// Per sentence, where both sides have said a value for each.
void addDifferences(Json& report, const Round& round) {
    const std::vector<double>&ours = round.ours.values, &other = round.straightforward->values;
    if (ours.empty() || ours.size() != other.size()) return;
    double largest = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        largest = std::max(largest, std::abs(ours[i] - other[i]));
    const auto mean = [](const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    };
    report["largest_difference_of_a_value"] = largest;
    report["ours_mean_value"] = mean(ours);
    report["straightforward_mean_value"] = mean(other);
}

/// Rounds in which both sides were measured.
void addComparison(Json& report, const Workload& workload, const std::vector<Round>& rounds) {
    const Clock clock = workload.clock;
    std::vector<double> ratios;
    for (const Round& round : rounds)
        ratios.push_back(perSecond(round.ours, clock) / perSecond(*round.straightforward, clock));
    const auto rate = [&](const Round& round) { return perSecond(*round.straightforward, clock); };
    const auto memory = [](const Round& round) { return round.straightforward->peakMemoryMiB; };
    report["ratio"] = median(ratios);
    report["ratios"] = ratios;
    report["straightforward_per_second"] = medianOf(rounds, rate);
    report["straightforward_ms"] = 1000 / medianOf(rounds, rate);
    report["straightforward_peak_memory_mib"] = medianOf(rounds, memory);
    report["peak_memory_ratio"] =
        medianOf(rounds, [](const Round& r) { return r.ours.peakMemoryMiB / r.straightforward->peakMemoryMiB; });
    if (clock == Clock::Wall) {
        report["ratio_of_cpu_time"] = medianOf(rounds, [](const Round& round) {
            return perSecond(round.ours, Clock::Cpu) / perSecond(*round.straightforward, Clock::Cpu);
        });
    }
    std::vector<const Measured*> sides;
    for (const Round& round : rounds)
        sides.push_back(&*round.straightforward);
    addFigures(report, "straightforward_", sides);
    addDifferences(report, rounds.back());
}

}  // namespace

double median(std::vector<double> values) {
    if (values.empty()) return std::nan("");
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

Json workloadReport(const Workload& workload, const std::vector<Round>& rounds) {
    const auto rate = [&](const Round& round) { return perSecond(round.ours, workload.clock); };
    Json report{{"what", workload.what},
                {"unit", workload.unit},
                {"clock", workload.clock == Clock::Cpu ? "cpu" : "wall"},
                {"rounds", rounds.size()},
                {"ours_per_second", medianOf(rounds, rate)},
                {"ours_ms", 1000 / medianOf(rounds, rate)},
                {"ours_peak_memory_mib", medianOf(rounds, [](const Round& r) { return r.ours.peakMemoryMiB; })}};
    std::vector<const Measured*> sides;
    std::vector<Round> compared;
    for (const Round& round : rounds) {
        sides.push_back(&round.ours);
        if (round.straightforward) compared.push_back(round);
    }
    addFigures(report, "ours_", sides);
    if (!compared.empty()) addComparison(report, workload, compared);
    if (isUpdate(workload)) addUpdateFigures(report, workload, rounds);
    return report;
}

Json peakReport(const std::vector<Measured>& peaks) {
    Json report = Json::object();
    if (peaks.empty()) return report;
    std::vector<const Measured*> sides;
    for (const Measured& peak : peaks)
        sides.push_back(&peak);
    addFigures(report, "", sides);
    return report;
}

std::optional<Growth> growthOf(const std::string& name) {
    const std::string prefix = "growth_";
    const std::size_t last = name.rfind('_');
    if (!name.starts_with(prefix) || last <= prefix.size()) return std::nullopt;
    return Growth{name.substr(prefix.size(), last - prefix.size()), std::stoi(name.substr(last + 1))};
}

}  // namespace collapsar
