// SPDX-License-Identifier: GPL-3.0-or-later
/// Probes: measurements for the eye, made by the diagnostics pool on an immutable copy of the weights. They never touch
/// the training. Owned and called by the trainer thread; results go to the recorder from pool threads.
#pragma once

#include "core/data/batches.h"
#include "core/diagnostics/posterior_means.h"
#include "core/model/parameters.h"
#include "core/nn/stop_flag.h"
#include "core/report/measurement.h"
#include "core/report/snapshot.h"
#include "core/train/diagnostics_pool.h"
#include "core/train/probe_schedule.h"
#include "core/train/recorder.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace collapsar {

/// The first probe_examples sentences of the probe set.
[[nodiscard]] ProbeExamples probeExamples(const Corpus& corpus, const Settings& settings);

class Prober {
public:
    Prober(const Corpus& corpus, const Settings& settings, Recorder& recorder, const StopFlag& stop);
    /// Waits for what is under way.
    ~Prober();

    [[nodiscard]] ProbeTexts texts() const { return m_texts; }
    [[nodiscard]] const ProbeExamples& examples() const { return m_examples; }

    /// Hands a probe to the pool. `context` carries position, switches and costs. Not while busy (asserted).
    void begin(ParametersPointer weights, const Measurement& context, const Settings& settings, Quadrature quadrature);
    [[nodiscard]] bool busy() const;
    /// Blocks until nothing is under way; soon after the stop flag is raised.
    void wait();
    /// Full speed: whether another probe is cheap enough.
    [[nodiscard]] bool affordable(double trainingSeconds);

private:
    struct Job;
    void finish(const std::shared_ptr<Job>& job);

    Recorder& m_recorder;
    const StopFlag& m_stop;
    std::shared_ptr<DiagnosticsPool> m_pool;
    ProbeExamples m_examples;
    ProbeTexts m_texts;
    std::vector<Batch> m_validation;
    std::vector<std::int32_t> m_labels;  ///< of the sentences in m_validation, by index
    int m_classes = 0;
    ProbeBudget m_budget;
    std::atomic<double> m_lastSeconds{0};
    mutable std::mutex m_mutex;
    std::condition_variable m_done;
    bool m_busy = false;
};

}  // namespace collapsar
