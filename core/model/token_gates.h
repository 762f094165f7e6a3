// SPDX-License-Identifier: GPL-3.0-or-later
/// What a token alone adds to the gates of an LSTM: W_ih e(token) + b_ih + b_hh. A small vocabulary gets a table made
/// once; of a large one only the rows a call needs are computed. Private to the inference classes, so it lives in one
/// header.
#pragma once

#include "core/model/parameters.h"
#include "core/nn/gemm.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

/// Immutable once made: any number of threads. Points into the parameters, which must live as long.
class TokenGateWeights {
public:
    /// Up to this many words and floats the table costs less than the first few sentences would without it.
    static constexpr std::int64_t tableVocabulary = 5000, tableFloats = std::int64_t{4} << 20;

    struct Source {
        const std::vector<float>& flat;
        const ParameterBlock &embedding, &weightIh, &biasIh, &biasHh;
    };

    /// Columns of weightIh beyond the embedding's are left out.
    explicit TokenGateWeights(const Source& source)
        : m_vocabulary(source.embedding.rows),
          m_embedding(source.embedding.columns),
          m_gates(source.weightIh.rows),
          m_words(source.flat.data() + source.embedding.offset) {
        const float* flat = source.flat.data();
        for (std::int64_t g = 0; g < m_gates; ++g)
            m_bias.push_back(flat[source.biasIh.offset + g] + flat[source.biasHh.offset + g]);
        m_weights.pack({flat + source.weightIh.offset, source.weightIh.columns, Layout::Transposed}, m_embedding,
                       m_gates);
        if (m_vocabulary > tableVocabulary || m_vocabulary * m_gates > tableFloats) return;
        multiplyInto(m_words, m_vocabulary, m_table);
        m_weights = {};
    }

    [[nodiscard]] bool hasTable() const { return !m_table.empty(); }
    [[nodiscard]] const std::vector<float>& table() const { return m_table; }
    [[nodiscard]] std::int64_t vocabulary() const { return m_vocabulary; }
    [[nodiscard]] std::int64_t gates() const { return m_gates; }

    /// out [tokens, 4H]; only without a table.
    void compute(std::span<const std::int32_t> tokens, std::vector<float>& out) const {
        std::vector<float> needed;
        needed.reserve(tokens.size() * static_cast<std::size_t>(m_embedding));
        for (const std::int32_t token : tokens)
            needed.insert(needed.end(), m_words + token * m_embedding, m_words + (token + 1) * m_embedding);
        multiplyInto(needed.data(), static_cast<std::int64_t>(tokens.size()), out);
    }

private:
    void multiplyInto(const float* words, std::int64_t rows, std::vector<float>& out) const {
        out.resize(static_cast<std::size_t>(rows * m_gates));
        for (std::int64_t r = 0; r < rows; ++r)
            std::ranges::copy(m_bias, out.begin() + r * m_gates);
        multiply({words, m_embedding}, rows, m_weights, Into::Accumulate, out.data(), m_gates);
    }

    std::int64_t m_vocabulary = 0, m_embedding = 0, m_gates = 0;
    const float* m_words = nullptr;
    std::vector<float> m_bias, m_table;
    PackedMatrix m_weights;
};

/// The gates of the tokens of one call; one object a thread.
class TokenGates {
public:
    explicit TokenGates(const TokenGateWeights& weights) : m_weights(weights) {}

    /// Makes row(i) the gates of tokens[i] until the next call.
    void select(std::span<const std::int32_t> tokens) {
        assert(std::ranges::all_of(tokens, [&](std::int32_t t) { return t >= 0 && t < m_weights.vocabulary(); }));
        if (std::ranges::equal(tokens, m_tokens)) return;
        m_tokens.assign(tokens.begin(), tokens.end());
        if (!m_weights.hasTable()) m_weights.compute(tokens, m_rows);
    }

    [[nodiscard]] const float* row(std::size_t i) const {
        if (m_weights.hasTable()) return m_weights.table().data() + m_tokens[i] * m_weights.gates();
        return m_rows.data() + static_cast<std::int64_t>(i) * m_weights.gates();
    }
    [[nodiscard]] std::int32_t token(std::size_t i) const { return m_tokens[i]; }

private:
    const TokenGateWeights& m_weights;
    std::vector<float> m_rows;
    std::vector<std::int32_t> m_tokens;
};

}  // namespace collapsar
