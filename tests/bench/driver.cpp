// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/driver.h"

#include "core/nn/blas.h"
#include "core/nn/vector_math.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/measured_json.h"
#include "tests/bench/trained_toy.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <thread>

namespace collapsar {
namespace {

/// Processes that ran or wanted to, mean of the last minute.
double load() {
    double oneMinute = 0;
    (void)getloadavg(&oneMinute, 1);
    return oneMinute;
}

/// What a command writes to stdout. Throws std::runtime_error when it fails.
std::string output(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot be started");
    std::string text;
    char piece[4096];
    while (const std::size_t read = std::fread(piece, 1, sizeof piece, pipe))
        text.append(piece, read);
    if (pclose(pipe) != 0) throw std::runtime_error("did not end well");
    return text;
}

constexpr const char* environment =
    "OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.warning=false'";

class Driver {
public:
    explicit Driver(const DriverOptions& options)
        : m_options(options), m_workloads(choose(options)), m_folder(makeFolder()) {}
    ~Driver() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    nlohmann::ordered_json run() {
        if (std::ranges::any_of(m_workloads, needsTrainedModel)) (void)side("prepare", "");
        int rounds = 0;
        for (Workload& workload : m_workloads) {
            workload.rounds = workload.rounds > 0 ? std::min(workload.rounds, m_options.rounds) : m_options.rounds;
            rounds = std::max(rounds, workload.rounds);
        }
        for (int round = 0; round < rounds; ++round)
            makeRound(round);
        return report();
    }

private:
    static std::vector<Workload> choose(const DriverOptions& options) {
        const Extent extent = options.isQuick ? Extent::Quick : Extent::Full;
        std::vector<Workload> chosen = chosenWorkloads(allWorkloads(extent), options.workloads);
        if (chosen.empty()) throw std::runtime_error("no workload is called '" + options.workloads + "'; see --list");
        return chosen;
    }

    static std::filesystem::path makeFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "collapsar_bench_XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + name);
        return name;
    }

    [[nodiscard]] std::optional<Measured> side(const std::string& name, const std::string& workload,
                                               Task task = Task::FullUpdate) {
        std::filesystem::path program = m_options.program;
        if (task == Task::Replot) program.replace_filename("collapsar_bench_plots");
        const std::string command = std::string(environment) + " '" + program.string() + "' --side " + name +
                                    " --workload '" + workload + "' --toy '" + (m_folder / "toy").string() + "'" +
                                    (m_options.isQuick ? " --quick" : "");
        const Stopwatch watch;
        std::optional<Measured> measured;
        try {
            measured = measuredFromJson(output(command));
        } catch (const std::runtime_error& problem) {
            std::cerr << "failed (" << problem.what() << "): " << command << '\n';
        }
        std::cerr << name << ' ' << workload << "  " << watch.wallSeconds() << " s\n";
        return measured;
    }

    void makeRound(int round) {
        const std::optional<Measured> peak = side("peak", "");
        if (peak) m_peaks.push_back(*peak);
        std::map<std::string, std::optional<Measured>> straightforward;  // of this round
        for (const Workload& workload : m_workloads) {
            if (round >= workload.rounds) continue;
            const std::string& as = workload.straightforwardAs;
            const std::string other = as.empty() ? workload.name : as;
            if (other != "none" && !straightforward.contains(other))
                straightforward[other] = side("torch", other, workload.task);
            const std::optional<Measured> ours = side("ours", workload.name, workload.task);
            if (!ours) continue;
            Round made{.ours = *ours, .straightforward = {}, .peak = peak.value_or(Measured{})};
            if (other != "none") made.straightforward = straightforward[other];
            m_rounds[workload.name].push_back(std::move(made));
        }
    }

    [[nodiscard]] nlohmann::ordered_json report() const {
        nlohmann::ordered_json report{
            {"benchmark", "collapsar_bench"},
            {"quick", m_options.isQuick},
            {"instruction_set", instructionSet()},
            {"blas", blasDescription()},
            {"cores", std::thread::hardware_concurrency()},
            {"load_before", m_loadBefore},
            {"load_after", load()},
            {"seconds", m_watch.wallSeconds()},
            {"straightforward", "torch::nn and autograd, default allocator, one thread, a process of its own"},
            {"evaluated_model", "toy trained for " + std::to_string(TrainedToy::outerUpdates) + " outer updates, " +
                                    std::to_string(TrainedToy::innerUpdates) + " encoder updates before each"},
            {"peak_gflops", peakReport(m_peaks)}};
        for (const Workload& workload : m_workloads) {
            const auto found = m_rounds.find(workload.name);
            if (found == m_rounds.end()) continue;
            nlohmann::ordered_json one = workloadReport(workload, found->second);
            if (const auto growth = growthOf(workload.name)) {
                one["value"] = growth->value;
                report["growth"][growth->axis].push_back(std::move(one));
            } else {
                report["workloads"][workload.name] = std::move(one);
            }
        }
        return report;
    }

    DriverOptions m_options;
    std::vector<Workload> m_workloads;
    std::filesystem::path m_folder;
    Stopwatch m_watch;
    double m_loadBefore = load();
    std::vector<Measured> m_peaks;
    std::map<std::string, std::vector<Round>> m_rounds;
};

}  // namespace

std::string drive(const DriverOptions& options) {
    return Driver(options).run().dump(2);
}

}  // namespace collapsar
