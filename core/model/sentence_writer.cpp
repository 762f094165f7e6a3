// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sentence_writer.h"

#include "core/model/beam.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace collapsar {
namespace {

std::int32_t likeliest(std::span<const float> logits) {
    std::int32_t best = Vocabulary::end;
    float most = -std::numeric_limits<float>::infinity();
    for (std::int32_t word = 0; word < std::ssize(logits); ++word) {
        const float logit = logits[static_cast<std::size_t>(word)];
        if (!mayBeWritten(word) || !(logit > most)) continue;
        best = word;
        most = logit;
    }
    return best;
}

std::int32_t drawn(std::span<const float> logits, double temperature, float uniform) {
    const auto largest = static_cast<double>(logits[static_cast<std::size_t>(likeliest(logits))]);
    std::vector<double> sums;
    sums.reserve(logits.size());
    double sum = 0;
    for (std::int32_t word = 0; word < std::ssize(logits); ++word) {
        const double distance = static_cast<double>(logits[static_cast<std::size_t>(word)]) - largest;
        if (mayBeWritten(word)) sum += std::exp(distance / temperature);
        sums.push_back(sum);
    }
    const auto found = std::ranges::upper_bound(sums, static_cast<double>(uniform) * sum);
    return found == sums.end() ? likeliest(logits) : static_cast<std::int32_t>(found - sums.begin());
}

/// The choice of a position goes to the end of a sentence; false: it is complete.
bool append(WrittenWords& sentence, std::int32_t word, double logProbability, std::size_t longest) {
    const bool isEnd = word == Vocabulary::end;
    sentence.isCut = !isEnd && sentence.words.size() == longest;
    if (sentence.isCut) return false;
    sentence.logLikelihood += logProbability;
    if (!isEnd) sentence.words.push_back(word);
    return !isEnd;
}

}  // namespace

SentenceWriter::SentenceWriter(InferenceWeightsPointer weights, const StopFlag* stop)
    : m_steps(std::move(weights), stop) {}

void SentenceWriter::writeInTurn(std::span<const float> latents, int rows, const WritingRule& rule,
                                 const float* uniforms, std::vector<WrittenWords>& out) {
    const auto count = static_cast<std::size_t>(rows), longest = static_cast<std::size_t>(rule.longest);
    std::vector<WrittenWords> sentences(count);
    std::vector<std::int32_t> next(count, Vocabulary::start);
    std::vector<std::size_t> open(count);
    std::iota(open.begin(), open.end(), std::size_t{0});
    m_steps.start(latents, rows);
    for (std::size_t t = 0; !open.empty(); ++t) {
        m_steps.read(next);
        std::erase_if(open, [&](std::size_t r) {
            const int row = static_cast<int>(r);
            const auto logits = m_steps.logits(row);
            const std::int32_t word = rule.decoding == DecodingRule::Greedy
                                          ? likeliest(logits)
                                          : drawn(logits, rule.temperature, uniforms[r * (longest + 1) + t]);
            next[r] = word;
            const double logit = static_cast<double>(logits[static_cast<std::size_t>(word)]);
            return !append(sentences[r], word, logit - m_steps.logNormaliser(row), longest);
        });
    }
    std::ranges::move(sentences, std::back_inserter(out));
}

/// Every sentence has `beamWidth` rows of the block.
void SentenceWriter::search(std::span<const float> latents, int rows, const WritingRule& rule,
                            std::vector<WrittenWords>& out) {
    const int width = rule.beamWidth;
    const auto all = static_cast<std::size_t>(rows * width), latent = static_cast<std::size_t>(m_steps.latent());
    std::vector<float> spread;
    for (std::size_t row = 0; row < all; ++row) {
        const auto own = latents.subspan(row / static_cast<std::size_t>(width) * latent, latent);
        spread.insert(spread.end(), own.begin(), own.end());
    }
    std::vector<Beam> beams(static_cast<std::size_t>(rows), Beam(width, rule.longest));
    std::vector<int> from(all);
    std::vector<std::int32_t> next(all);
    m_steps.start(spread, rows * width);
    while (std::ranges::any_of(beams, [](const Beam& beam) { return !beam.live().empty(); })) {
        std::iota(from.begin(), from.end(), 0);
        std::ranges::fill(next, Vocabulary::end);  // rows without a hypothesis
        for (std::size_t i = 0; i < beams.size(); ++i) {
            const std::size_t first = i * static_cast<std::size_t>(width);
            for (std::size_t k = 0; k < beams[i].live().size(); ++k) {
                from[first + k] = static_cast<int>(first) + beams[i].live()[k].parent;
                next[first + k] = beams[i].live()[k].word;
            }
        }
        m_steps.follow(from);
        m_steps.read(next);
        for (std::size_t i = 0; i < beams.size(); ++i)
            if (!beams[i].live().empty()) beams[i].extend(m_steps, static_cast<int>(i) * width);
    }
    std::ranges::transform(beams, std::back_inserter(out), &Beam::best);
}

std::vector<WrittenWords> SentenceWriter::write(std::span<const float> latents, int rows, const WritingRule& rule,
                                                std::span<const float> uniforms) {
    const auto latent = static_cast<std::size_t>(m_steps.latent());
    const bool isBeam = rule.decoding == DecodingRule::Beam;
    const int most = isBeam ? DecoderSteps::mostRows / rule.beamWidth : DecoderSteps::mostRows;
    const auto positions = static_cast<std::size_t>(rule.longest) + 1;
    assert(most > 0 && latents.size() == static_cast<std::size_t>(rows) * latent);
    assert(rule.decoding != DecodingRule::Sampling || uniforms.size() == static_cast<std::size_t>(rows) * positions);
    std::vector<WrittenWords> sentences;
    for (int first = 0; first < rows; first += most) {
        const int count = std::min(most, rows - first);
        const auto skipped = static_cast<std::size_t>(first);
        const auto part = latents.subspan(skipped * latent, static_cast<std::size_t>(count) * latent);
        if (isBeam) {
            search(part, count, rule, sentences);
        } else {
            writeInTurn(part, count, rule, uniforms.data() + skipped * positions, sentences);
        }
    }
    return sentences;
}

}  // namespace collapsar
