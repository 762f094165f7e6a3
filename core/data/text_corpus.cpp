// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_corpus.h"

#include "core/data/byte_source.h"
#include "core/data/corpus_notes.h"
#include "core/data/corpus_statistics.h"
#include "core/data/held_out.h"
#include "core/data/sentence_parser.h"
#include "core/data/sha256.h"
#include "core/data/split_builder.h"
#include "core/data/vocabulary_limits.h"
#include "core/report/number_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

namespace collapsar {

namespace {

namespace fs = std::filesystem;

/// Which file a split comes from.
struct Request {
    std::string role;
    std::string path;
    UnknownWords unknownWords = UnknownWords::Mark;
};

class TextCorpusLoader {
public:
    TextCorpusLoader(const Settings& settings, const LoadProgress& progress)
        : m_settings(settings),
          m_progress(progress),
          m_limits{settings.vocabularySize, settings.vocabularyCount},
          m_rules{LabelField::None, settings.sentenceShortest, settings.sentenceLongest} {
        for (const std::string& path : {settings.data, settings.validation, settings.test}) {
            std::error_code ignored;
            const auto bytes = path.empty() ? 0 : fs::file_size(path, ignored);
            if (!ignored) m_totalBytes += static_cast<double>(bytes);
        }
        m_corpus.vocabulary = emptyVocabulary();
    }

    Result<Corpus> load() {
        if (auto read = readTraining(); !read) return read.error();
        if (auto made = cutOut(); !made) return made.error();
        if (auto settled = settle(); !settled) return settled.error();
        if (auto made = readOthers(); !made) return made.error();
        m_corpus.labelNames = m_labels.names();
        noteLabels(m_corpus);
        sumUp();
        return std::move(m_corpus);
    }

private:
    /// With labels to be guessed: as labelled text until a line tells otherwise, then once more from the start.
    Result<void> readTraining() {
        const Request request{"training", m_settings.data, UnknownWords::Learn};
        m_rules.labels = m_settings.labels == Labels::Auto  ? LabelField::Guess
                         : m_settings.labels == Labels::Tab ? LabelField::First
                                                            : LabelField::None;
        auto training = read(request);
        if (!training && m_guessedWrong) {
            m_corpus = {};
            m_corpus.vocabulary = emptyVocabulary();
            m_labels.clear();
            m_rules.labels = LabelField::None;
            training = read(request);
        }
        if (!training) return training.error();
        m_corpus.training = std::move(training).value();
        if (m_rules.labels == LabelField::Guess) m_rules.labels = LabelField::First;
        return {};
    }

    /// Validation and test that have no file of their own leave the training text.
    Result<void> cutOut() {
        const std::int64_t sentences = m_corpus.training.size();
        HeldOutCounts counts;
        if (m_settings.validation.empty()) counts.validation = heldOutCount(sentences, m_settings.validationShare);
        if (m_settings.test.empty()) counts.test = heldOutCount(sentences, m_settings.testShare);
        if (counts.validation + counts.test == 0) return {};
        if (counts.validation + counts.test >= sentences) {
            const std::string all = sentences == 1 ? "one sentence" : counted(sentences, "sentence");
            return Error{ErrorCode::DataInvalid,
                         m_settings.data + ": " + all +
                             " cannot be split for validation and test; add sentences, lower validation_share and "
                             "test_share, or name a validation text."};
        }
        holdOut(m_corpus, counts, m_settings.heldOut);
        m_isCut = true;
        return {};
    }

    /// Ids are right already when the whole text trains and all of its words stay.
    Result<void> settle() {
        m_differentWords = m_corpus.vocabulary.size() - (Vocabulary::unknown + 1);
        if (m_isCut || m_limits.areSet()) {
            const auto settled =
                settleVocabulary(m_corpus, m_limits, [this] { return report("Choosing the vocabulary"); });
            if (!settled) return settled.error();
            m_differentWords = settled.value();
        }
        if (m_corpus.vocabulary.size() > mostWords) return Error{ErrorCode::DataInvalid, tooManyWords(m_settings.data)};
        if (m_limits.areSet()) noteVocabulary(m_corpus, m_differentWords);
        return {};
    }

    Result<void> readOthers() {
        if (!m_settings.validation.empty()) {
            const auto read = readInto(m_corpus.validation, {"validation", m_settings.validation});
            if (!read) return read.error();
        } else {
            noteHeldOut(m_corpus, m_settings, "validation");
        }
        if (!m_settings.test.empty()) return readInto(m_corpus.test, {"test", m_settings.test});
        if (m_corpus.test.size() > 0) {
            noteHeldOut(m_corpus, m_settings, "test");
            return {};
        }
        m_corpus.test = m_corpus.validation;
        m_corpus.notes.push_back("test: the same sentences as validation.");
        return {};
    }

    Result<void> readInto(Split& split, const Request& request) {
        auto got = read(request);
        if (!got) return got.error();
        split = std::move(got).value();
        noteUnknown(m_corpus, split, request.role);
        return {};
    }

    Result<Split> read(const Request& request) {
        auto opened = ByteSource::open(request.path);
        if (!opened) return opened.error();
        ByteSource& source = *opened.value();
        constexpr int mostWordsBeforeLimits = 5'000'000;
        SplitBuilder builder({.vocabulary = m_corpus.vocabulary,
                              .labels = m_labels,
                              .unknownWords = request.unknownWords,
                              .maximumVocabulary = m_limits.areSet() ? mostWordsBeforeLimits : mostWords});
        SentenceParser parser([&](const ParsedSentence& sentence) { return builder.add(sentence); }, m_rules);
        const double before = m_doneBytes;
        const auto parsed = parse(source, parser, builder, request);
        if (!parsed) {
            m_guessedWrong =
                m_rules.labels == LabelField::Guess && (parser.guessedWrong() || builder.hasTooManyLabels());
            m_doneBytes = before;
            return parsed.error();
        }
        if (builder.split().size() == 0)
            return Error{ErrorCode::DataInvalid, nothingLeft(request.path, parser.counts())};
        describe(source, parser, request);
        return builder.take();
    }

    Result<void> parse(ByteSource& source, SentenceParser& parser, SplitBuilder& builder, const Request& request) {
        const double before = m_doneBytes;
        const auto fileBytes = static_cast<double>(std::max<std::uint64_t>(1, source.fileBytes()));
        while (true) {
            if (!report(readingText(request, parser))) return Error{ErrorCode::Interrupted, "Loading was cancelled."};
            auto piece = source.next();
            if (!piece) return afterLine(piece.error(), parser);
            const auto parsed = piece.value().empty() ? parser.finish() : parser.add(piece.value());
            if (!parsed) return Error{parsed.error().code, request.path + ", " + parsed.error().detail};
            if (piece.value().empty()) return {};
            const auto read = static_cast<double>(source.bytesRead());
            m_doneBytes = before + read;
            builder.expect(read / fileBytes);
        }
    }

    static Error afterLine(Error error, const SentenceParser& parser) {
        error.detail += " Line " + numberText(parser.counts().lines) + " was the last one read whole.";
        return error;
    }

    std::string readingText(const Request& request, const SentenceParser& parser) const {
        constexpr double megabyte = 1e6;
        std::array<char, 64> megabytes{};
        std::snprintf(megabytes.data(), megabytes.size(), "%.1f of %.1f MB", m_doneBytes / megabyte,
                      m_totalBytes / megabyte);
        return "Reading " + request.path + ": " + counted(parser.counts().lines, "line") + ", " + megabytes.data();
    }

    bool report(const std::string& what) const {
        return !m_progress || m_progress(std::min(1.0, m_doneBytes / std::max(1.0, m_totalBytes)), what);
    }

    void describe(ByteSource& source, const SentenceParser& parser, const Request& request) {
        std::error_code ignored;
        const fs::path absolute = fs::absolute(request.path, ignored).lexically_normal();
        m_corpus.sources.push_back({request.role, absolute.string(), source.bytesRead(), source.sha256()});
        noteLines(m_corpus, request.role, parser.counts(), m_settings);
        if (parser.hasTabInFirstLine() && m_rules.labels == LabelField::None) noteTab(m_corpus, request.role);
        m_lines.push_back({request.role, parser.counts()});
    }

    void sumUp() {
        auto summary = summaryOf(m_corpus, m_differentWords);
        for (SplitSummary& split : summary.splits) {
            for (const auto& [role, counts] : m_lines) {
                if (role == split.role) split.lines = counts;
            }
        }
        m_corpus.summary = std::make_shared<const CorpusSummary>(std::move(summary));
    }

    static constexpr int mostWords = 1'000'000;

    const Settings& m_settings;
    const LoadProgress& m_progress;
    VocabularyLimits m_limits;
    LineRules m_rules;
    LabelTable m_labels;
    Corpus m_corpus;
    std::vector<std::pair<std::string, LineCounts>> m_lines;  ///< by role
    std::int64_t m_differentWords = 0;
    double m_totalBytes = 0;
    double m_doneBytes = 0;
    bool m_isCut = false;
    bool m_guessedWrong = false;
};

}  // namespace

Result<Corpus> loadTextCorpus(const Settings& settings, const LoadProgress& progress) {
    return TextCorpusLoader(settings, progress).load();
}

Result<Corpus> corpusOfTexts(const CorpusTexts& texts, const std::string& sourcePath) {
    Corpus corpus;
    corpus.vocabulary = emptyVocabulary();
    LabelTable noLabels;
    const auto add = [&](Split& split, const std::string& text, const Request& request) -> Result<void> {
        SplitBuilder builder(
            {.vocabulary = corpus.vocabulary, .labels = noLabels, .unknownWords = request.unknownWords});
        SentenceParser parser([&](const ParsedSentence& sentence) { return builder.add(sentence); });
        if (auto parsed = parser.add(text); !parsed) return parsed;
        if (auto parsed = parser.finish(); !parsed) return parsed;
        split = builder.take();
        corpus.sources.push_back({request.role, sourcePath, text.size(), sha256Of(text)});
        return {};
    };
    if (auto added = add(corpus.training, texts.training, {"training", "", UnknownWords::Learn}); !added)
        return added.error();
    if (auto added = add(corpus.validation, texts.validation, {"validation", ""}); !added) return added.error();
    if (auto added = add(corpus.test, texts.test, {"test", ""}); !added) return added.error();
    const std::int64_t differentWords = corpus.vocabulary.size() - (Vocabulary::unknown + 1);
    corpus.summary = std::make_shared<const CorpusSummary>(summaryOf(corpus, differentWords));
    return corpus;
}

}  // namespace collapsar
