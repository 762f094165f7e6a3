// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inference.h"
#include "core/model/token_gates.h"
#include "core/nn/gemm.h"
#include "core/nn/vector_math.h"

#include <algorithm>
#include <cassert>

namespace collapsar {
namespace {

/// Rows of a recurrent or a logits block: 64 x 1,000 logits stay in the second-level cache.
constexpr int blockRows = 64;

/// A weight matrix [columns, depth], ready to be multiplied from the left: out [rows, columns] = left [rows, depth]
/// W^T.
struct Weights {
    std::vector<float> values;
    PackedMatrix packed;  ///< may point into `values`

    void pack(std::int64_t depth) {
        const auto columns = static_cast<std::int64_t>(values.size()) / depth;
        packed.pack({values.data(), depth, Layout::Transposed}, depth, columns);
    }
};

}  // namespace

struct DecoderInference::Impl {
    Impl(const Parameters& parameters, const DecoderLayout& layout, const StopFlag* stopFlag);

    /// Some rows of one call: `rows` latents [rows, Z]; row r reads tokens[r * tokenStride], ..., length of them.
    struct Block {
        int rows = 0, length = 0;
        std::size_t firstToken = 0, tokenStride = 0;
        const float* latents = nullptr;
    };

    /// Cuts a call into blocks of at most blockRows rows; out[r] = log p(sentence of row r | its z).
    void run(Block whole, int rows, std::span<double> out);
    void start(const Block& block);
    void step(const Block& block, int t);
    void score(const Block& block, std::span<double> out);
    void keepFeatures(const Block& block, int t);
    [[nodiscard]] std::size_t tokenAt(const Block& block, int r, int t) const {
        return block.firstToken + static_cast<std::size_t>(r) * block.tokenStride + static_cast<std::size_t>(t);
    }

    int vocabulary = 0, hidden = 0, latent = 0;
    int features = 0;  ///< H, or H + Z with the skip path open: logits = output [V, features] times [h; z]
    const StopFlag* stop = nullptr;
    TokenGates tokenGates;
    Weights toCell, toGates, recurrent, output;
    std::vector<std::int32_t> tokens;
    std::vector<float> gates, latentGates, cell, state, kept, logits;  ///< scratch
    std::vector<double> scores;
};

DecoderInference::Impl::Impl(const Parameters& parameters, const DecoderLayout& layout, const StopFlag* stopFlag)
    : vocabulary(parameters.shape.vocabulary),
      hidden(parameters.shape.decoderHidden),
      latent(parameters.shape.latent),
      features(hidden + (parameters.skip ? latent : 0)),
      stop(stopFlag),
      tokenGates({parameters.decoder, layout.embedding, layout.weightIh, layout.biasIh, layout.biasHh}) {
    const float* flat = parameters.decoder.data();
    const auto append = [flat](Weights& to, const ParameterBlock& block, std::int64_t row, std::int64_t from) {
        const float* start = flat + block.offset + row * block.columns;
        to.values.insert(to.values.end(), start + from, start + block.columns);
    };
    for (int h = 0; h < hidden; ++h)
        append(toCell, layout.latentToCell, h, 0);
    for (int g = 0; g < 4 * hidden; ++g)
        append(toGates, layout.weightIh, g, parameters.shape.embedding);
    for (int g = 0; g < 4 * hidden; ++g)
        append(recurrent, layout.weightHh, g, 0);
    for (int v = 0; v < vocabulary; ++v) {
        append(output, layout.output, v, 0);
        if (parameters.skip) append(output, layout.skip, v, 0);
    }
    toCell.pack(latent);
    toGates.pack(latent);
    recurrent.pack(hidden);
    output.pack(features);
    const auto rowsOf = [](int columns) {
        return static_cast<std::size_t>(blockRows) * static_cast<std::size_t>(columns);
    };
    gates.resize(rowsOf(4 * hidden));
    latentGates.resize(rowsOf(4 * hidden));
    cell.resize(rowsOf(hidden));
    state.resize(rowsOf(hidden));
    logits.resize(rowsOf(vocabulary));
}

void DecoderInference::Impl::start(const Block& block) {
    multiply({block.latents, latent}, block.rows, toCell.packed, Into::Overwrite, cell.data(), hidden);
    tanhInto(cell.data(), state.data(), std::int64_t{block.rows} * hidden);
    multiply({block.latents, latent}, block.rows, toGates.packed, Into::Overwrite, latentGates.data(), 4 * hidden);
    const auto predicted = static_cast<std::size_t>(std::max(0, block.length - 1));
    kept.resize(predicted * static_cast<std::size_t>(block.rows) * static_cast<std::size_t>(features));
}

void DecoderInference::Impl::step(const Block& block, int t) {
    for (int r = 0; r < block.rows; ++r) {
        const float* token = tokenGates.row(tokenAt(block, r, t));
        const float* fromLatent = latentGates.data() + std::ptrdiff_t{r} * 4 * hidden;
        float* gate = gates.data() + std::ptrdiff_t{r} * 4 * hidden;
        for (int g = 0; g < 4 * hidden; ++g)
            gate[g] = token[g] + fromLatent[g];
    }
    multiply({state.data(), hidden}, block.rows, recurrent.packed, Into::Accumulate, gates.data(), 4 * hidden);
    lstmCell(gates.data(), cell.data(), cell.data(), nullptr, state.data(), block.rows, hidden);
    keepFeatures(block, t);
}

/// Row (t, r) of `kept`: the hidden state, and z behind it when the skip path is open.
void DecoderInference::Impl::keepFeatures(const Block& block, int t) {
    float* to = kept.data() + std::ptrdiff_t{t} * block.rows * features;
    for (int r = 0; r < block.rows; ++r, to += features) {
        std::copy_n(state.data() + std::ptrdiff_t{r} * hidden, hidden, to);
        if (features > hidden) std::copy_n(block.latents + std::ptrdiff_t{r} * latent, latent, to + hidden);
    }
}

/// Logits of blockRows (step, row) pairs at a time; of each row only target logit - logSumExp is kept.
void DecoderInference::Impl::score(const Block& block, std::span<double> out) {
    std::ranges::fill(out, 0.0);
    const int pairs = (block.length - 1) * block.rows;
    for (int first = 0; first < pairs; first += blockRows) {
        if (stop) stop->check();
        const int n = std::min(blockRows, pairs - first);
        multiply({kept.data() + std::ptrdiff_t{first} * features, features}, n, output.packed, Into::Overwrite,
                 logits.data(), vocabulary);
        for (int i = 0; i < n; ++i) {
            const int t = (first + i) / block.rows, r = (first + i) % block.rows;
            const float* row = logits.data() + std::ptrdiff_t{i} * vocabulary;
            const std::int32_t target = tokens[tokenAt(block, r, t + 1)];
            out[static_cast<std::size_t>(r)] += static_cast<double>(row[target]) - logSumExp(row, vocabulary);
        }
    }
}

void DecoderInference::Impl::run(Block whole, int rows, std::span<double> out) {
    for (int first = 0; first < rows; first += blockRows) {
        Block block = whole;
        block.rows = std::min(blockRows, rows - first);
        block.firstToken = static_cast<std::size_t>(first) * whole.tokenStride;
        block.latents = whole.latents + std::ptrdiff_t{first} * latent;
        start(block);
        for (int t = 0; t + 1 < block.length; ++t) {
            if (stop) stop->check();
            step(block, t);
        }
        score(block, out.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(block.rows)));
    }
}

DecoderInference::DecoderInference(const Parameters& parameters, const StopFlag* stop)
    : m_impl(std::make_unique<Impl>(parameters, decoderLayout(parameters.shape), stop)) {}
DecoderInference::~DecoderInference() = default;
DecoderInference::DecoderInference(DecoderInference&&) noexcept = default;

void DecoderInference::reconstruction(std::span<const std::int32_t> tokens, int rows, int length,
                                      std::span<const float> latents, std::span<float> out) {
    Impl& impl = *m_impl;
    assert(tokens.size() == static_cast<std::size_t>(rows) * static_cast<std::size_t>(length));
    assert(latents.size() == static_cast<std::size_t>(rows * impl.latent) &&
           out.size() == static_cast<std::size_t>(rows));
    impl.tokenGates.select(tokens);
    impl.tokens.assign(tokens.begin(), tokens.end());
    impl.scores.resize(out.size());
    impl.run({.length = length, .tokenStride = static_cast<std::size_t>(length), .latents = latents.data()}, rows,
             impl.scores);
    std::ranges::transform(impl.scores, out.begin(), [](double score) { return static_cast<float>(-score); });
}

void DecoderInference::logLikelihood(std::span<const std::int32_t> sentence, std::span<const float> latents,
                                     std::span<double> out) {
    Impl& impl = *m_impl;
    assert(latents.size() == out.size() * static_cast<std::size_t>(impl.latent));
    impl.tokenGates.select(sentence);
    impl.tokens.assign(sentence.begin(), sentence.end());
    impl.run({.length = static_cast<int>(sentence.size()), .latents = latents.data()}, static_cast<int>(out.size()),
             out);
}

}  // namespace collapsar
