// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/prober.h"

#include "core/train/snapshot_assembly.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <optional>
#include <utility>

namespace collapsar {

using Clock = std::chrono::steady_clock;

namespace {
constexpr std::int64_t probeEvaluationExamples = 500;
constexpr std::int64_t chunk = 50;  // probes per task

/// What a preview measured coarsely is never kept.
Measurement withoutTruePosterior(Measurement values) {
    values.lag = values.logLikelihood = values.trueMeanSd = values.meanCorrelation = values.meanGap = notMeasured;
    return values;
}
}  // namespace

/// One probe under way: an evaluation and the chunks of posterior means, each a task; the last to finish reports.
struct Prober::Job {
    ParametersPointer parameters;
    InferenceWeightsPointer weights;  ///< of the parameters, made by the first task that needs them
    Measurement context;
    Settings settings;
    Quadrature quadrature = Quadrature::Exact;
    Clock::time_point begun;
    Evaluation evaluation;
    std::vector<PosteriorMeans> means;
    std::atomic<int> left{0};
    std::atomic<bool> interrupted{false};
};

ProbeExamples probeExamples(const Corpus& corpus, const Settings& settings) {
    const Split& split = settings.probeSet == ProbeSet::Training ? corpus.training : corpus.validation;
    const std::int64_t count = std::min<std::int64_t>(settings.probeExamples, split.size());
    ProbeExamples examples;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto sentence = split.sentence(i);
        examples.sentences.emplace_back(sentence.begin(), sentence.end());
    }
    return examples;
}

Prober::Prober(const Corpus& corpus, const Settings& settings, Recorder& recorder, const StopFlag& stop)
    : m_recorder(recorder),
      m_stop(stop),
      m_pool(sharedDiagnosticsPool()),
      m_examples(probeExamples(corpus, settings)),
      m_validation(cutBatches(corpus.validation, settings.batch, probeEvaluationExamples)),
      m_classes(static_cast<int>(corpus.labelNames.size())) {
    const auto labels = corpus.validation.labels();
    m_labels.assign(labels.begin(),
                    labels.begin() + std::min<std::ptrdiff_t>(std::ssize(labels), probeEvaluationExamples));
    auto texts = std::make_shared<std::vector<std::string>>();
    for (const auto& sentence : m_examples.sentences)
        texts->push_back(sentenceText(corpus.vocabulary, sentence));
    m_texts = std::move(texts);
}

Prober::~Prober() {
    wait();
}

bool Prober::busy() const {
    const std::lock_guard lock(m_mutex);
    return m_busy;
}

void Prober::wait() {
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return !m_busy; });
}

bool Prober::affordable(double trainingSeconds) {
    m_budget.spent(m_lastSeconds.exchange(0));
    return m_budget.allows(trainingSeconds);
}

void Prober::begin(ParametersPointer weights, const Measurement& context, const Settings& settings,
                   Quadrature quadrature) {
    assert(!busy());
    {
        const std::lock_guard lock(m_mutex);
        m_busy = true;
    }
    auto job = std::make_shared<Job>();
    job->parameters = std::move(weights);
    job->weights = std::make_shared<const InferenceWeights>(*job->parameters);
    job->context = context;
    job->settings = settings;
    job->quadrature = quadrature;
    job->begun = Clock::now();
    const auto probes = static_cast<std::int64_t>(m_examples.sentences.size());
    const std::int64_t chunks = (probes + chunk - 1) / chunk;
    job->means.resize(static_cast<std::size_t>(chunks));
    job->left = static_cast<int>(chunks) + 1;
    const auto submit = [this, job](auto part) {
        m_pool->submit([this, job, part] {
            try {
                if (!job->interrupted) part(*job);
            } catch (const Interrupted&) {
                job->interrupted = true;
            }
            if (--job->left == 0) finish(job);
        });
    };
    submit([this](Job& work) {
        work.evaluation = evaluate(work.weights,
                                   {.batches = m_validation,
                                    .draws = {.seed = work.settings.seed, .at = work.context.at},
                                    .activeUnitVariance = work.settings.activeUnitVariance,
                                    .labels = {m_labels, m_classes}},
                                   m_stop);
    });
    for (std::int64_t i = 0; i < chunks; ++i) {
        submit([this, i, probes](Job& work) {
            const ProbeRange range{i * chunk, std::min(probes, (i + 1) * chunk)};
            work.means[static_cast<std::size_t>(i)] = posteriorMeans(work.weights,
                                                                     {.examples = m_examples,
                                                                      .quadrature = work.quadrature,
                                                                      .range = range,
                                                                      .samples = work.settings.posteriorSamples},
                                                                     m_stop);
        });
    }
}

void Prober::finish(const std::shared_ptr<Job>& job) {
    if (!job->interrupted) {
        const SnapshotPointer snapshot =
            assembleSnapshot(job->context, job->evaluation, joined(job->means), job->settings);
        m_recorder.measured(snapshot->isPreview ? withoutTruePosterior(snapshot->values) : snapshot->values);
        m_recorder.snapshot(snapshot);
    }
    m_lastSeconds = m_lastSeconds + std::chrono::duration<double>(Clock::now() - job->begun).count();
    const std::lock_guard lock(m_mutex);
    m_busy = false;
    m_done.notify_all();  // under the lock: who waits may destroy this at once afterwards
}

}  // namespace collapsar
