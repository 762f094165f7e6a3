// SPDX-License-Identifier: GPL-3.0-or-later
/// Cuts UTF-8 text that arrives in pieces into sentences, one a line, and words, split at Unicode white space.
#pragma once

#include "core/report/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

class SentenceParser {
public:
    static constexpr std::size_t maximumLineBytes = 1'000'000;
    static constexpr std::size_t maximumWords = 2'000;

    /// The words live as long as the call. An error ends the parsing.
    using Sink = std::function<Result<void>(std::span<const std::string_view> words)>;

    explicit SentenceParser(Sink sink) : m_sink(std::move(sink)) {}

    /// DataInvalid, "line N: ...": not UTF-8, a NUL byte, a line too long. Lines count from 1.
    [[nodiscard]] Result<void> add(std::string_view bytes);
    /// The last line need not end in a newline.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] std::int64_t lines() const { return m_lines; }
    [[nodiscard]] std::int64_t emptyLines() const { return m_emptyLines; }
    [[nodiscard]] bool hasTabInFirstLine() const { return m_hasTabInFirstLine; }

private:
    Result<void> line(std::string_view text);
    Result<void> splitWords(std::string_view text);
    Error refused(const std::string& what) const;

    Sink m_sink;
    std::string m_pending;  ///< a line whose end has not arrived
    std::vector<std::string_view> m_words;
    std::int64_t m_lines = 0;
    std::int64_t m_emptyLines = 0;
    bool m_hasTabInFirstLine = false;
};

}  // namespace collapsar
