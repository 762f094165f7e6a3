// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_words.h"

#include "core/model/sentence_writer.h"
#include "core/nn/philox.h"
#include "core/report/number_text.h"
#include "core/train/prober.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace collapsar {

namespace {

constexpr int mostRows = 10'000;
constexpr int mostWords = 1'000;
constexpr double leastTemperature = 0.01, mostTemperature = 100;
constexpr std::uint32_t withoutLatentRow = outerDraw;

using Sentence = std::vector<std::int32_t>;

int shortestOf(WordsKind kind) {
    return kind == WordsKind::Interpolation ? 2 : 1;
}

std::string latentProblem(const ModelAt& model, const WordsRequest& request, int probes) {
    if (request.kind == WordsKind::Prior) return {};
    if (model.weights->latent == 0) {
        return "A language model has no latents to reconstruct from or to walk between: ask for sentences of the "
               "prior.\n";
    }
    const auto missing = [probes](int probe) {
        if (probe >= 0 && probe < probes) return std::string();
        return "There is no probe " + numberText(probe) + ": the run has " + numberText(probes) + ", counted from 0.\n";
    };
    return missing(request.first) + (request.kind == WordsKind::Interpolation ? missing(request.second) : "");
}

std::string ruleProblem(const WordsRequest& request) {
    if (request.rule == DecodingRule::Beam && (request.beamWidth < 1 || request.beamWidth > DecoderSteps::mostRows))
        return "The beam width must be 1 to " + numberText(DecoderSteps::mostRows) + ".\n";
    const bool isTemperature = request.temperature >= leastTemperature && request.temperature <= mostTemperature;
    if (request.rule != DecodingRule::Sampling || isTemperature) return {};
    return "The temperature must be " + numberText(leastTemperature) + " to " + numberText(mostTemperature) +
           "; greedy decoding is what low ones come to.\n";
}

/// What a request comes to: n sentences to be written.
struct Rows {
    std::vector<float> latents;        ///< [n, Z]
    std::vector<std::uint32_t> draws;  ///< [n] where in the random numbers the words come from
    std::vector<Sentence> originals;   ///< [n] with markers; empty: none
    [[nodiscard]] std::size_t count() const { return draws.size(); }
};

/// Where the rows and their random numbers come from.
class Asked {
public:
    Asked(const ModelAt& model, const WordsRequest& request, const StopFlag& stop)
        : m_model(model),
          m_request(request),
          m_encoder(model.weights, &stop),
          m_probes(probeExamples(*model.corpus, model.settings).sentences),
          m_latent(static_cast<std::size_t>(model.weights->latent)) {}

    [[nodiscard]] Rows rows();
    [[nodiscard]] WritingRule rule() const;
    /// [n, longest + 1]
    [[nodiscard]] std::vector<float> uniforms(std::span<const std::uint32_t> draws) const;

private:
    [[nodiscard]] std::vector<float> noise(std::uint32_t row) const;
    [[nodiscard]] std::vector<float> latentOf(int probe);
    void addReconstructions(Rows& rows);
    void addPrior(Rows& rows) const;
    void addLine(Rows& rows);

    const ModelAt& m_model;
    const WordsRequest& m_request;
    EncoderInference m_encoder;
    std::vector<Sentence> m_probes;
    std::size_t m_latent;
};

std::vector<float> Asked::noise(std::uint32_t row) const {
    std::vector<float> noise(m_latent);
    fillNormal(
        {.seed = m_model.settings.seed, .stream = Stream::WrittenLatent, .update = m_request.drawing, .inner = row},
        noise);
    return noise;
}

std::vector<float> Asked::latentOf(int probe) {
    const Sentence& sentence = m_probes[static_cast<std::size_t>(probe)];
    std::vector<float> latent(m_latent), logVariance(m_latent);
    m_encoder.encode(sentence, 1, static_cast<int>(sentence.size()), latent, logVariance);
    if (m_request.latent == LatentChoice::Mean) return latent;
    const std::vector<float> epsilon = noise(static_cast<std::uint32_t>(probe));
    for (std::size_t d = 0; d < m_latent; ++d)
        latent[d] += std::exp(0.5F * logVariance[d]) * epsilon[d];
    return latent;
}

void Asked::addReconstructions(Rows& rows) {
    const int end = std::min(static_cast<int>(m_probes.size()), m_request.first + m_request.count);
    for (int probe = m_request.first; probe < end; ++probe) {
        std::ranges::copy(latentOf(probe), std::back_inserter(rows.latents));
        rows.draws.push_back(static_cast<std::uint32_t>(probe));
        rows.originals.push_back(m_probes[static_cast<std::size_t>(probe)]);
    }
}

void Asked::addPrior(Rows& rows) const {
    for (std::uint32_t row = 0; row < static_cast<std::uint32_t>(m_request.count); ++row) {
        std::ranges::copy(noise(row), std::back_inserter(rows.latents));
        rows.draws.push_back(row);
    }
    rows.originals.resize(rows.count());
}

void Asked::addLine(Rows& rows) {
    const std::vector<float> first = latentOf(m_request.first), second = latentOf(m_request.second);
    for (int i = 0; i < m_request.count; ++i) {
        const float along = static_cast<float>(i) / static_cast<float>(m_request.count - 1);
        for (std::size_t d = 0; d < m_latent; ++d)
            rows.latents.push_back((1 - along) * first[d] + along * second[d]);
        rows.draws.push_back(static_cast<std::uint32_t>(i));
    }
    rows.originals.resize(rows.count());
    rows.originals.front() = m_probes[static_cast<std::size_t>(m_request.first)];
    rows.originals.back() = m_probes[static_cast<std::size_t>(m_request.second)];
}

Rows Asked::rows() {
    Rows rows;
    if (m_request.kind == WordsKind::Reconstruction) addReconstructions(rows);
    if (m_request.kind == WordsKind::Prior) addPrior(rows);
    if (m_request.kind == WordsKind::Interpolation) addLine(rows);
    return rows;
}

WritingRule Asked::rule() const {
    constexpr int markers = 2, withoutProbes = 50;
    int longest = m_request.longest;
    if (longest == 0) {
        std::size_t most = 0;
        for (const Sentence& sentence : m_probes)
            most = std::max(most, sentence.size());
        longest = most > markers ? std::min(mostWords, 2 * (static_cast<int>(most) - markers)) : withoutProbes;
    }
    return {m_request.rule, m_request.beamWidth, m_request.temperature, longest};
}

std::vector<float> Asked::uniforms(std::span<const std::uint32_t> draws) const {
    if (m_request.rule != DecodingRule::Sampling) return {};
    const auto positions = static_cast<std::size_t>(rule().longest) + 1;
    std::vector<float> all(draws.size() * positions);
    for (std::size_t i = 0; i < draws.size(); ++i) {
        fillUniform({.seed = m_model.settings.seed,
                     .stream = Stream::WrittenWord,
                     .update = m_request.drawing,
                     .inner = draws[i]},
                    std::span(all).subspan(i * positions, positions), 0, 1);
    }
    return all;
}

std::vector<WrittenWords> writeAll(SentenceWriter& writer, const Asked& asked, const Rows& rows, WorkState& work) {
    constexpr std::size_t rowsAtOnce = 48;
    const std::size_t latent = rows.latents.size() / std::max<std::size_t>(1, rows.count());
    std::vector<WrittenWords> written;
    for (std::size_t first = 0; first < rows.count(); first += rowsAtOnce) {
        const std::size_t count = std::min(rowsAtOnce, rows.count() - first);
        const auto uniforms = asked.uniforms(std::span(rows.draws).subspan(first, count));
        std::ranges::move(writer.write(std::span(rows.latents).subspan(first * latent, count * latent),
                                       static_cast<int>(count), asked.rule(), uniforms),
                          std::back_inserter(written));
        work.done = static_cast<double>(first + count) / static_cast<double>(rows.count());
    }
    return written;
}

std::vector<WrittenSentence> sentencesOf(const ModelAt& model, const Rows& rows,
                                         const std::vector<WrittenWords>& written, const StopFlag& stop) {
    const Vocabulary& vocabulary = model.corpus->vocabulary;
    const auto latent = static_cast<std::size_t>(model.weights->latent);
    DecoderInference decoder(model.weights, &stop);
    std::vector<WrittenSentence> sentences;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto z = std::span(rows.latents).subspan(i * latent, latent);
        const Sentence& original = rows.originals[i];
        WrittenSentence sentence{.original = sentenceText(vocabulary, original),
                                 .words = sentenceText(vocabulary, written[i].words),
                                 .latent = {z.begin(), z.end()},
                                 .logLikelihood = written[i].logLikelihood,
                                 .isCut = written[i].isCut};
        if (!original.empty()) decoder.logLikelihood(original, z, {&sentence.originalLogLikelihood, 1});
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

/// Share of the originals' words that were written at the same place.
double shareOfSameWords(const std::vector<WrittenWords>& written, const std::vector<Sentence>& originals) {
    std::int64_t same = 0, all = 0;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto words = std::span(originals[i]).subspan(1, originals[i].size() - 2);
        all += std::ssize(words);
        for (std::size_t w = 0; w < std::min(words.size(), written[i].words.size()); ++w)
            same += words[w] == written[i].words[w] ? 1 : 0;
    }
    return all == 0 ? notMeasured : static_cast<double>(same) / static_cast<double>(all);
}

}  // namespace

Result<void> checkWords(const ModelAt& model, const WordsRequest& request) {
    const Corpus& corpus = *model.corpus;
    const Split& split = model.settings.probeSet == ProbeSet::Training ? corpus.training : corpus.validation;
    const auto probes = static_cast<int>(std::min<std::int64_t>(model.settings.probeExamples, split.size()));
    std::string problems = latentProblem(model, request, probes) + ruleProblem(request);
    const int least = shortestOf(request.kind);
    if (request.count < least || request.count > mostRows) {
        problems += "The number of sentences must be " + numberText(least) + " to " + numberText(mostRows) + ".\n";
    }
    if (request.longest < 0 || request.longest > mostWords) {
        problems +=
            "The longest sentence must be 1 to " + numberText(mostWords) + " words, or 0: twice the longest probe.\n";
    }
    if (problems.empty()) return {};
    problems.pop_back();
    return Error{ErrorCode::InvalidSettings, problems};
}

GeneratedWords wordsOf(const ModelAt& model, const WordsRequest& request, WorkState& work) {
    Asked asked(model, request, work.stop);
    const Rows rows = asked.rows();
    SentenceWriter writer(model.weights, &work.stop);
    const std::vector<WrittenWords> written = writeAll(writer, asked, rows, work);
    const std::vector<float> nothing(static_cast<std::size_t>(model.weights->latent));
    const auto without = writer.write(nothing, 1, asked.rule(), asked.uniforms({&withoutLatentRow, 1}));

    GeneratedWords result{.at = model.at, .request = request, .warning = model.warning};
    result.sentences = sentencesOf(model, rows, written, work.stop);
    for (std::size_t i = 0; i < rows.count() && request.kind == WordsKind::Interpolation; ++i)
        result.sentences[i].along = static_cast<double>(i) / static_cast<double>(request.count - 1);
    result.withoutLatent = sentenceText(model.corpus->vocabulary, without.front().words);
    std::set<Sentence> different;
    for (const WrittenWords& sentence : written)
        different.insert(sentence.words);
    result.different = static_cast<int>(different.size());
    if (request.kind == WordsKind::Reconstruction) result.sameWords = shareOfSameWords(written, rows.originals);
    return result;
}

}  // namespace collapsar
