// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sentence_parser.h"

#include "core/report/number_text.h"

namespace collapsar {

namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  ///< 0: not UTF-8
};

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF. `text` is not empty.
CodePoint firstCodePoint(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {};
    char32_t value = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return {};
        value = value << 6 | (next & 0x3F);
    }
    const bool isOverlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
    if (isOverlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, bytes};
}

/// As Python's str.split, which the published readers use.
bool isSpace(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// White space at the ends; only what has one byte, as separators of fields do.
std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\v\f";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

}  // namespace

Result<void> SentenceParser::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto newline = bytes.find('\n');
        const std::string_view part = bytes.substr(0, newline);
        if (m_pending.size() + part.size() > maximumLineBytes) {
            ++m_counts.lines;
            return refused("is longer than 1,000,000 bytes; put one sentence on a line.");
        }
        if (newline == std::string_view::npos) {
            m_pending.append(part);
            return {};
        }
        bytes.remove_prefix(newline + 1);
        Result<void> read;
        if (m_pending.empty()) {
            read = line(part);
        } else {
            m_pending.append(part);
            read = line(m_pending);
            m_pending.clear();
        }
        if (!read) return read;
    }
    return {};
}

Result<void> SentenceParser::finish() {
    if (m_pending.empty()) return {};
    auto read = line(m_pending);
    m_pending.clear();
    return read;
}

Result<void> SentenceParser::line(std::string_view text) {
    if (++m_counts.lines == 1) {
        if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
        m_hasTabInFirstLine = text.find('\t') != std::string_view::npos;
    }
    if (auto split = splitWords(text); !split) return split;
    if (m_words.empty()) {
        ++m_counts.empty;
        return {};
    }
    m_label = {};
    if (m_rules.labels != LabelField::None) {
        if (auto taken = takeLabel(text); !taken) return taken;
    }
    return handOver();
}

/// The whole line was split into words; those of the label go.
Result<void> SentenceParser::takeLabel(std::string_view& text) {
    const auto tab = text.find('\t');
    if (tab == std::string_view::npos) return noLabel("has no tab");
    m_label = trimmed(text.substr(0, tab));
    if (m_label.empty()) return noLabel("has nothing before its tab");
    if (m_label.size() > longestLabel) return noLabel("has more than 1,000 bytes before its tab");
    const char* textBegin = text.data() + tab;
    std::size_t labelWords = 0;
    while (labelWords < m_words.size() && m_words[labelWords].data() < textBegin)
        ++labelWords;
    if (m_rules.labels == LabelField::Guess) {
        const bool isLabel = labelWords == 1 && m_label.size() <= longestGuess;
        if (!isLabel || text.find('\t', tab + 1) != std::string_view::npos) return noLabel("looks unlabelled");
    }
    m_words.erase(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(labelWords));
    return {};
}

Result<void> SentenceParser::handOver() {
    const std::size_t words = m_words.size();
    if (words == 0) {
        ++m_counts.labelOnly;
    } else if (words < static_cast<std::size_t>(m_rules.shortest)) {
        ++m_counts.tooShort;
    } else if (m_rules.longest > 0 && words > static_cast<std::size_t>(m_rules.longest)) {
        ++m_counts.tooLong;
    } else if (words > maximumWords) {
        return refused("has " + numberText(static_cast<std::uint64_t>(words)) +
                       " words; at most 2,000 are possible, put one sentence on a line, or set sentence_longest to "
                       "leave long ones out.");
    } else {
        return m_sink({m_label, m_words});
    }
    return {};
}

Result<void> SentenceParser::splitWords(std::string_view text) {
    m_words.clear();
    std::size_t wordStart = 0;
    std::size_t at = 0;
    const auto closeWord = [&] {
        if (at > wordStart) m_words.push_back(text.substr(wordStart, at - wordStart));
    };
    while (at < text.size()) {
        const CodePoint point = firstCodePoint(text.substr(at));
        const std::string where =
            point.bytes == 0 || point.value == 0 ? numberText(static_cast<std::uint64_t>(at + 1)) : "";
        if (point.bytes == 0) return refused("is not UTF-8 (byte " + where + "); convert the file to UTF-8.");
        if (point.value == 0) return refused("has a NUL byte (byte " + where + "); this is not a text file in UTF-8.");
        if (isSpace(point.value)) {
            closeWord();
            wordStart = at + point.bytes;
        }
        at += point.bytes;
    }
    closeWord();
    return {};
}

Error SentenceParser::noLabel(const std::string& why) {
    m_guessedWrong = m_rules.labels == LabelField::Guess;
    return refused(why + "; each line must be LABEL, tab, sentence, or set labels to none.");
}

Error SentenceParser::refused(const std::string& what) const {
    return {ErrorCode::DataInvalid, "line " + numberText(m_counts.lines) + " " + what};
}

}  // namespace collapsar
