// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic.h"

#include "core/data/synthetic_math.h"
#include "core/nn/blas.h"
#include "core/nn/philox.h"
#include "core/report/number_text.h"

#include <cblas.h>
#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace collapsar {

namespace {

using Floats = std::vector<float>;

constexpr int embeddingUnits = 100;
constexpr int hiddenUnits = 100;
constexpr int gateUnits = 4 * hiddenUnits;
constexpr int latentUnits = 2;
constexpr int chunkRows = 256;
constexpr std::array<std::array<float, 2>, 4> componentMeans{{{-2, -2}, {2, 2}, {-2, 2}, {2, -2}}};

/// Which draw, the `update` of its key: never renumber.
enum class Draw : std::uint64_t {
    Embedding = 1,
    InputWeights,
    LatentWeights,
    RecurrentWeights,
    InputBias,
    RecurrentBias,
    OutputWeights,
    LatentOutputWeights,
    CellWeights,
    Component,
    Latent,
    FirstWord,
    NextWord,
};

/// out [m, n] = a [m, k] b [k, n] + beta out, all row-major. With everything on the grid of synthetic_math.h this is
/// exact, so that neither the library's kernel nor its threads have a say.
struct Product {
    int m, n, k;
    float beta;
};
void multiply(const Product& p, const float* a, const float* b, float* out) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, p.m, p.n, p.k, 1, a, p.k, b, p.n, p.beta, out, p.n);
}

/// out [rows, n] += z [rows, 2] weights [2, n], in this order of additions.
void addLatent(int rows, int n, const float* z, const float* weights, float* out) {
    for (int row = 0; row < rows; ++row) {
        const float first = z[row * latentUnits], second = z[row * latentUnits + 1];
        float* to = out + static_cast<std::ptrdiff_t>(row) * n;
        for (int i = 0; i < n; ++i)
            to[i] += first * weights[i] + second * weights[n + i];
    }
}

/// Random weights, and what they do to a chunk of sentences. Weights are stored [in, out].
class Generator {
public:
    explicit Generator(const Settings& settings);

    /// words [rows, length] of the sentences first .. first + rows - 1.
    void write(std::uint32_t first, int rows, std::int32_t* words);

private:
    DrawKey key(Draw draw, std::uint32_t inner = 0) const {
        return {m_seed, Stream::Synthetic, static_cast<std::uint64_t>(draw), inner};
    }
    Floats uniform(Draw draw, int rows, int columns, float scale = 1) const {
        Floats weights(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
        fillUniform(key(draw), weights, -scale, scale);
        roundToGrid(weights);
        return weights;
    }
    void begin(std::uint32_t first, int rows);
    void step(int rows, const std::int32_t* words, int position);
    std::int32_t sample(float* logits, const DrawKey& draw, std::uint32_t sentence) const;

    std::uint64_t m_seed;
    int m_vocabulary;
    int m_length;
    Floats m_wordGates;  ///< [V, 4 H], embedding times input weights plus both biases
    Floats m_latentWeights, m_recurrentWeights, m_outputWeights, m_latentOutputWeights, m_cellWeights;
    Floats m_latent, m_cell, m_hidden, m_gates, m_logits;  ///< of the chunk under way
};

Generator::Generator(const Settings& settings)
    : m_seed(settings.syntheticSeed), m_vocabulary(settings.syntheticVocabulary), m_length(settings.syntheticLength) {
    const auto scale = static_cast<float>(settings.syntheticLatentScale);
    m_latentWeights = uniform(Draw::LatentWeights, latentUnits, gateUnits);
    m_recurrentWeights = uniform(Draw::RecurrentWeights, hiddenUnits, gateUnits);
    m_outputWeights = uniform(Draw::OutputWeights, hiddenUnits, m_vocabulary);
    m_latentOutputWeights = uniform(Draw::LatentOutputWeights, latentUnits, m_vocabulary, scale);
    m_cellWeights = uniform(Draw::CellWeights, latentUnits, hiddenUnits);

    const Floats inputBias = uniform(Draw::InputBias, 1, gateUnits);
    const Floats recurrentBias = uniform(Draw::RecurrentBias, 1, gateUnits);
    m_wordGates.resize(static_cast<std::size_t>(m_vocabulary) * gateUnits);
    for (std::size_t i = 0; i < m_wordGates.size(); ++i)
        m_wordGates[i] = inputBias[i % gateUnits] + recurrentBias[i % gateUnits];
    const Floats embedding = uniform(Draw::Embedding, m_vocabulary, embeddingUnits);
    const Floats inputWeights = uniform(Draw::InputWeights, embeddingUnits, gateUnits);
    multiply({m_vocabulary, gateUnits, embeddingUnits, 1}, embedding.data(), inputWeights.data(), m_wordGates.data());

    m_latent.resize(chunkRows * latentUnits);
    m_cell.resize(chunkRows * hiddenUnits);
    m_hidden.resize(chunkRows * hiddenUnits);
    m_gates.resize(chunkRows * gateUnits);
    m_logits.resize(static_cast<std::size_t>(chunkRows) * static_cast<std::size_t>(m_vocabulary));
}

void Generator::begin(std::uint32_t first, int rows) {
    fillNormal(key(Draw::Latent), {m_latent.data(), static_cast<std::size_t>(rows * latentUnits)}, first * latentUnits);
    for (int row = 0; row < rows; ++row) {
        const auto component =
            uniformInteger(key(Draw::Component), componentMeans.size(), first + static_cast<std::uint32_t>(row));
        for (int d = 0; d < latentUnits; ++d) {
            m_latent[static_cast<std::size_t>(row * latentUnits + d)] +=
                componentMeans[component][static_cast<std::size_t>(d)];
        }
    }
    roundToGrid(m_latent);
    std::ranges::fill(m_cell, 0.0F);
    addLatent(rows, hiddenUnits, m_latent.data(), m_cellWeights.data(), m_cell.data());
    portableTanh(m_cell.data(), m_hidden.data(), static_cast<std::int64_t>(rows) * hiddenUnits);
    roundToGrid(m_hidden);
}

/// From the words at `position` to the logits of the next ones.
void Generator::step(int rows, const std::int32_t* words, int position) {
    for (int row = 0; row < rows; ++row) {
        const float* from =
            m_wordGates.data() + static_cast<std::ptrdiff_t>(words[row * m_length + position]) * gateUnits;
        std::copy_n(from, gateUnits, m_gates.data() + static_cast<std::ptrdiff_t>(row) * gateUnits);
    }
    multiply({rows, gateUnits, hiddenUnits, 1}, m_hidden.data(), m_recurrentWeights.data(), m_gates.data());
    addLatent(rows, gateUnits, m_latent.data(), m_latentWeights.data(), m_gates.data());
    portableLstmCell(m_gates.data(), m_cell.data(), m_hidden.data(), rows, hiddenUnits);
    multiply({rows, m_vocabulary, hiddenUnits, 0}, m_hidden.data(), m_outputWeights.data(), m_logits.data());
    addLatent(rows, m_vocabulary, m_latent.data(), m_latentOutputWeights.data(), m_logits.data());
}

std::int32_t Generator::sample(float* logits, const DrawKey& draw, std::uint32_t sentence) const {
    const std::span<float> terms(logits, static_cast<std::size_t>(m_vocabulary));
    portableSoftmaxTerms(terms);
    constexpr std::uint64_t steps = std::uint64_t{1} << 53;
    const double share = static_cast<double>(uniformInteger(draw, steps, sentence)) / static_cast<double>(steps);
    return static_cast<std::int32_t>(indexAtShare(terms, share));
}

void Generator::write(std::uint32_t first, int rows, std::int32_t* words) {
    begin(first, rows);
    for (int row = 0; row < rows; ++row) {
        const auto vocabulary = static_cast<std::uint64_t>(m_vocabulary);
        words[row * m_length] = static_cast<std::int32_t>(
            uniformInteger(key(Draw::FirstWord), vocabulary, first + static_cast<std::uint32_t>(row)));
    }
    for (int position = 1; position < m_length; ++position) {
        step(rows, words, position - 1);
        const DrawKey draw = key(Draw::NextWord, static_cast<std::uint32_t>(position));
        for (int row = 0; row < rows; ++row) {
            float* logits = m_logits.data() + static_cast<std::ptrdiff_t>(row) * m_vocabulary;
            words[row * m_length + position] = sample(logits, draw, first + static_cast<std::uint32_t>(row));
        }
    }
}

void appendSentence(std::string& text, const std::int32_t* words, int length) {
    for (int i = 0; i < length; ++i) {
        if (i > 0) text += ' ';
        text += numberText(words[i]);
    }
    text += '\n';
}

}  // namespace

Result<CorpusTexts> generateSynthetic(const Settings& settings, const LoadProgress& progress) {
    useSingleThreadedBlas();  // products this small only lose by threads
    Generator generator(settings);
    CorpusTexts texts;
    const std::int64_t trainingEnd = settings.syntheticTraining;
    const std::int64_t validationEnd = trainingEnd + settings.syntheticValidation;
    const std::int64_t testEnd = validationEnd + settings.syntheticTest;
    std::vector<std::int32_t> words(static_cast<std::size_t>(chunkRows * settings.syntheticLength));
    for (std::int64_t first = 0; first < testEnd; first += chunkRows) {
        const double fraction = static_cast<double>(first) / static_cast<double>(testEnd);
        if (progress && !progress(fraction, "Making the synthetic sentences")) {
            return Error{ErrorCode::Interrupted, "Making the synthetic sentences was cancelled."};
        }
        const int rows = static_cast<int>(std::min<std::int64_t>(chunkRows, testEnd - first));
        generator.write(static_cast<std::uint32_t>(first), rows, words.data());
        for (int row = 0; row < rows; ++row) {
            const std::int64_t sentence = first + row;
            std::string& text = sentence < trainingEnd     ? texts.training
                                : sentence < validationEnd ? texts.validation
                                                           : texts.test;
            appendSentence(text, words.data() + static_cast<std::ptrdiff_t>(row) * settings.syntheticLength,
                           settings.syntheticLength);
        }
    }
    return texts;
}

}  // namespace collapsar
