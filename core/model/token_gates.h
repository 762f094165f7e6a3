// SPDX-License-Identifier: GPL-3.0-or-later
/// What a token alone adds to the gates of an LSTM: W_ih e(token) + b_ih + b_hh. A small vocabulary gets a table made
/// once; of a large one only the rows a call needs are computed. Private to the inference classes, so it lives in one
/// header.
#pragma once

#include "core/model/parameters.h"

#include <cblas.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

namespace collapsar {

class TokenGates {
public:
    /// Up to this many words the table costs less than the first few sentences would without it.
    static constexpr std::int64_t tableVocabulary = 5000;

    struct Source {
        const std::vector<float>& flat;
        const ParameterBlock &embedding, &weightIh, &biasIh, &biasHh;
    };

    /// Copies what it needs of `source`; columns of weightIh beyond the embedding's are left out.
    explicit TokenGates(const Source& source)
        : m_vocabulary(source.embedding.rows), m_embedding(source.embedding.columns), m_gates(source.weightIh.rows) {
        const float* flat = source.flat.data();
        m_words.assign(flat + source.embedding.offset, flat + source.embedding.offset + source.embedding.size());
        for (std::int64_t g = 0; g < m_gates; ++g) {
            const float* row = flat + source.weightIh.offset + g * source.weightIh.columns;
            m_weights.insert(m_weights.end(), row, row + m_embedding);
            m_bias.push_back(flat[source.biasIh.offset + g] + flat[source.biasHh.offset + g]);
        }
        if (m_vocabulary <= tableVocabulary) multiply(m_words.data(), m_vocabulary);
    }

    /// Makes row(i) the gates of tokens[i] until the next call.
    void select(std::span<const std::int32_t> tokens) {
        m_tokens.assign(tokens.begin(), tokens.end());
        assert(std::ranges::all_of(tokens, [&](std::int32_t t) { return t >= 0 && t < m_vocabulary; }));
        if (m_vocabulary <= tableVocabulary) return;
        std::vector<float> needed;
        needed.reserve(tokens.size() * static_cast<std::size_t>(m_embedding));
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const float* word = m_words.data() + tokens[i] * m_embedding;
            needed.insert(needed.end(), word, word + m_embedding);
            m_tokens[i] = static_cast<std::int32_t>(i);
        }
        multiply(needed.data(), static_cast<std::int64_t>(tokens.size()));
    }

    [[nodiscard]] const float* row(std::size_t i) const { return m_table.data() + m_tokens[i] * m_gates; }

private:
    /// m_table [rows, gates] = words [rows, E] times weights + bias.
    void multiply(const float* words, std::int64_t rows) {
        m_table.resize(static_cast<std::size_t>(rows * m_gates));
        for (std::int64_t r = 0; r < rows; ++r)
            std::ranges::copy(m_bias, m_table.begin() + r * m_gates);
        if (rows == 0) return;
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, static_cast<int>(rows), static_cast<int>(m_gates),
                    static_cast<int>(m_embedding), 1.0F, words, static_cast<int>(m_embedding), m_weights.data(),
                    static_cast<int>(m_embedding), 1.0F, m_table.data(), static_cast<int>(m_gates));
    }

    std::int64_t m_vocabulary = 0, m_embedding = 0, m_gates = 0;
    std::vector<float> m_words, m_weights, m_bias, m_table;
    std::vector<std::int32_t> m_tokens;
};

}  // namespace collapsar
