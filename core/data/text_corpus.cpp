// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_corpus.h"

#include "core/data/byte_source.h"
#include "core/data/sentence_parser.h"
#include "core/data/sha256.h"
#include "core/data/split_builder.h"
#include "core/report/number_text.h"

#include <algorithm>
#include <filesystem>

namespace collapsar {

namespace {

namespace fs = std::filesystem;

std::string counted(std::int64_t count, const std::string& noun) {
    return numberText(count) + " " + noun + (count == 1 ? "" : "s");
}

/// Which file a split comes from.
struct Request {
    std::string role;
    std::string path;
    UnknownWords unknownWords = UnknownWords::Mark;
};

class TextCorpusLoader {
public:
    TextCorpusLoader(const Settings& settings, const LoadProgress& progress)
        : m_settings(settings), m_progress(progress) {
        for (const std::string& path : {settings.data, settings.validation, settings.test}) {
            std::error_code ignored;
            const auto bytes = path.empty() ? 0 : fs::file_size(path, ignored);
            if (!ignored) m_totalBytes += static_cast<double>(bytes);
        }
        m_corpus.vocabulary = emptyVocabulary();
    }

    Result<Corpus> load() {
        auto training = read({"training", m_settings.data, UnknownWords::Learn});
        if (!training) return training.error();
        m_corpus.training = std::move(training).value();
        if (auto made = makeValidation(); !made) return made.error();
        if (auto made = makeTest(); !made) return made.error();
        return std::move(m_corpus);
    }

private:
    Result<void> makeValidation() {
        if (!m_settings.validation.empty()) return readInto(m_corpus.validation, {"validation", m_settings.validation});
        if (m_corpus.training.size() < 2) {
            return Error{ErrorCode::DataInvalid,
                         m_settings.data +
                             ": one sentence cannot be split for validation; add sentences or name a validation text."};
        }
        m_corpus.validation = holdOutLastTenth(m_corpus.training, m_corpus.vocabulary);
        m_corpus.notes.push_back("validation: the last tenth of the training text, " +
                                 counted(m_corpus.validation.size(), "sentence") + ".");
        return {};
    }

    Result<void> makeTest() {
        if (!m_settings.test.empty()) return readInto(m_corpus.test, {"test", m_settings.test});
        m_corpus.test = m_corpus.validation;
        m_corpus.notes.push_back("test: the same sentences as validation.");
        return {};
    }

    Result<void> readInto(Split& split, const Request& request) {
        auto got = read(request);
        if (!got) return got.error();
        split = std::move(got).value();
        const auto unknown = std::count(split.tokens.begin(), split.tokens.end(), Vocabulary::unknown);
        if (unknown > 0) {
            m_corpus.notes.push_back(request.role + ": " + counted(unknown, "word") +
                                     " not in the training text, read as <unk>.");
        }
        return {};
    }

    Result<Split> read(const Request& request) {
        auto opened = ByteSource::open(request.path);
        if (!opened) return opened.error();
        ByteSource& source = *opened.value();
        SplitBuilder builder(m_corpus.vocabulary, request.unknownWords);
        SentenceParser parser([&](std::span<const std::string_view> words) { return builder.add(words); });
        if (auto parsed = parse(source, parser, request); !parsed) return parsed.error();
        if (builder.split().size() == 0) {
            return Error{ErrorCode::DataInvalid, request.path + ": no sentence is left, all " +
                                                     counted(parser.emptyLines(), "line") + " are empty."};
        }
        describe(source, parser, request);
        return builder.take();
    }

    Result<void> parse(ByteSource& source, SentenceParser& parser, const Request& request) {
        const double before = m_doneBytes;
        while (true) {
            if (!report(request)) return Error{ErrorCode::Interrupted, "Loading was cancelled."};
            auto piece = source.next();
            if (!piece) return afterLine(piece.error(), parser);
            const auto parsed = piece.value().empty() ? parser.finish() : parser.add(piece.value());
            if (!parsed) return Error{parsed.error().code, request.path + ", " + parsed.error().detail};
            if (piece.value().empty()) return {};
            m_doneBytes = before + static_cast<double>(source.bytesRead());
        }
    }

    static Error afterLine(Error error, const SentenceParser& parser) {
        error.detail += " Line " + numberText(parser.lines()) + " was the last one read whole.";
        return error;
    }

    bool report(const Request& request) const {
        return !m_progress ||
               m_progress(std::min(1.0, m_doneBytes / std::max(1.0, m_totalBytes)), "Reading " + request.path);
    }

    void describe(ByteSource& source, const SentenceParser& parser, const Request& request) {
        std::error_code ignored;
        const fs::path absolute = fs::absolute(request.path, ignored).lexically_normal();
        m_corpus.sources.push_back({request.role, absolute.string(), source.bytesRead(), source.sha256()});
        if (parser.emptyLines() > 0) {
            m_corpus.notes.push_back(request.role + ": " + counted(parser.emptyLines(), "empty line") + " skipped.");
        }
        if (parser.hasTabInFirstLine()) {
            m_corpus.notes.push_back(
                request.role + ": the first line has a tab; tabs count as spaces, so a label before one is a word.");
        }
    }

    const Settings& m_settings;
    const LoadProgress& m_progress;
    Corpus m_corpus;
    double m_totalBytes = 0;
    double m_doneBytes = 0;
};

}  // namespace

Result<Corpus> loadTextCorpus(const Settings& settings, const LoadProgress& progress) {
    return TextCorpusLoader(settings, progress).load();
}

Result<Corpus> corpusOfTexts(const CorpusTexts& texts, const std::string& sourcePath) {
    Corpus corpus;
    corpus.vocabulary = emptyVocabulary();
    const auto add = [&](Split& split, const std::string& text, const Request& request) -> Result<void> {
        SplitBuilder builder(corpus.vocabulary, request.unknownWords);
        SentenceParser parser([&](std::span<const std::string_view> words) { return builder.add(words); });
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
    return corpus;
}

}  // namespace collapsar
