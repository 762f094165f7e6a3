// SPDX-License-Identifier: GPL-3.0-or-later
// How fast Collapsar is beside the straightforward torch::nn and autograd version, and how its cost grows.
//
//   collapsar_bench                                    all workloads, about six minutes, JSON to stdout
//   collapsar_bench --quick                            less time each, the Yahoo sentences short, one and a half
//   collapsar_bench --workloads toy,posterior_preview  some: names, or their first part (toy, yahoo, growth_batch)
//   collapsar_bench --rounds 9 --out report.json
//   collapsar_bench --list                             the workloads
//   collapsar_bench --side ours|torch|peak|prepare --workload NAME --toy FILE [--quick]   one measurement, one line
//
// Each side runs in a process of its own with one thread and the allocator as it comes; rounds alternate; a ratio is
// the median of the rounds' ratios. Times are processor times, which other work on the machine disturbs little; only
// toy_two_threads is timed on the wall, so run that on a quiet machine. "peak" is the rate of large matrix products in
// the same round. Evaluations look at a model trained at the start (trained_toy.h). The plots are measured by
// collapsar_bench_plots, which lies beside this program where Qt was found.
#include "core/nn/blas.h"
#include "tests/bench/driver.h"
#include "tests/bench/measured_json.h"
#include "tests/bench/sides.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

using namespace collapsar;

namespace {

struct Words {
    int count;
    char** words;

    [[nodiscard]] bool has(const char* name) const {
        for (int i = 1; i < count; ++i) {
            if (std::strcmp(words[i], name) == 0) return true;
        }
        return false;
    }
    [[nodiscard]] std::string after(const char* name, const char* otherwise = "") const {
        for (int i = 1; i + 1 < count; ++i) {
            if (std::strcmp(words[i], name) == 0) return words[i + 1];
        }
        return otherwise;
    }
};

Measured measure(const std::string& side, const Workload& workload, const std::string& toyFile) {
    if (side == "ours") {
        return needsTrainedModel(workload) ? measureOurEvaluation(workload, loadToy(toyFile))
                                           : measureOurUpdates(workload);
    }
    if (side == "torch") {
        return needsTrainedModel(workload) ? measureTorchEvaluation(workload, loadToy(toyFile))
                                           : measureTorchUpdates(workload);
    }
    throw std::runtime_error("no such side: " + side);
}

int runSide(const std::string& side, const Words& words) {
    useSingleThreadedBlas();
    useOneTorchThread();
    const std::string toyFile = words.after("--toy");
    Measured measured;
    if (side == "peak") {
        measured = measurePeak();
    } else if (side == "prepare") {
        save(trainToy(), toyFile);
    } else {
        const std::string name = words.after("--workload");
        const auto all = allWorkloads(words.has("--quick") ? Extent::Quick : Extent::Full);
        const auto chosen = std::find_if(all.begin(), all.end(), [&](const Workload& w) { return w.name == name; });
        if (chosen == all.end()) throw std::runtime_error("no workload is called '" + name + "'");
        measured = measure(side, *chosen, toyFile);
    }
    std::cout << jsonLine(measured) << '\n';
    return 0;
}

int runDriver(const Words& words) {
    const std::string rounds = words.after("--rounds", words.has("--quick") ? "2" : "5");
    if (std::atoi(rounds.c_str()) < 1) throw std::runtime_error("--rounds must be 1 or more, not '" + rounds + "'");
    const std::string report = drive({.program = std::filesystem::read_symlink("/proc/self/exe").string(),
                                      .workloads = words.after("--workloads"),
                                      .rounds = std::atoi(rounds.c_str()),
                                      .isQuick = words.has("--quick")});
    const std::string file = words.after("--out");
    if (file.empty()) {
        std::cout << report << '\n';
        return 0;
    }
    std::ofstream out(file);
    out << report << '\n';
    if (!out.flush()) throw std::runtime_error("cannot write " + file);
    return 0;
}

int list() {
    for (const Workload& workload : allWorkloads(Extent::Full))
        std::cout << workload.name << ": " << workload.what << '\n';
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const Words words{count, arguments};
    try {
        if (words.has("--list")) return list();
        const std::string side = words.after("--side");
        return side.empty() ? runDriver(words) : runSide(side, words);
    } catch (const std::exception& problem) {
        std::cerr << "collapsar_bench: " << problem.what() << '\n';
        return 1;
    }
}
