// SPDX-License-Identifier: GPL-3.0-or-later
/// What one side of a benchmark measures in its own process, and the stopwatch it measures with.
#pragma once

#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace collapsar {

struct Measured {
    double work = 0;  ///< units done: updates, sentences, probes, refreshes
    double cpuSeconds = 0;
    double wallSeconds = 0;
    double peakMemoryMiB = 0;               ///< VmHWM of the process, libraries included
    std::map<std::string, double> figures;  ///< whatever else the side has to say
    std::vector<double> values;             ///< per sentence; the driver compares both sides'
};

/// Processor time of the whole process, all its threads, and time on the wall.
class Stopwatch {
public:
    [[nodiscard]] double cpuSeconds() const {
        return static_cast<double>(std::clock() - m_clock) / static_cast<double>(CLOCKS_PER_SEC);
    }
    [[nodiscard]] double wallSeconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_wall).count();
    }

private:
    std::clock_t m_clock = std::clock();
    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
};

/// Of this process so far; 0 where /proc is not to be had.
[[nodiscard]] inline double peakMemoryMiB() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        double kibibytes = 0;
        status >> kibibytes;
        return kibibytes / 1024;
    }
    return 0;
}

/// How long a side works: a warm-up of at least one call, then at least one call and `seconds` of processor time.
struct Effort {
    double seconds = 1;
    double warmUpShare = 0.15;
};

/// Calls `unit`, which does `workPerCall` units of work.
[[nodiscard]] inline Measured repeat(const Effort& effort, double workPerCall, const std::function<void()>& unit) {
    const Stopwatch warmUp;
    do {
        unit();
    } while (warmUp.cpuSeconds() < effort.seconds * effort.warmUpShare);
    Measured measured;
    const Stopwatch watch;
    do {
        unit();
        measured.work += workPerCall;
        measured.cpuSeconds = watch.cpuSeconds();
    } while (measured.cpuSeconds < effort.seconds);
    measured.wallSeconds = watch.wallSeconds();
    measured.peakMemoryMiB = peakMemoryMiB();
    return measured;
}

}  // namespace collapsar
