// SPDX-License-Identifier: GPL-3.0-or-later
/// Sentences that a model writes from latents, and what was asked for. Plain data.
#pragma once

#include "core/report/intervention.h"
#include "core/report/measurement.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace collapsar {

enum class WordsKind {
    Reconstruction,  ///< of probes, from their posteriors q(z|x)
    Prior,           ///< from z drawn of N(0, I)
    Interpolation,   ///< from points on the line between two probes' latents, both ends included
};
enum class LatentChoice { Mean, Sampled };  ///< of q(z|x); Sampled: one draw for each probe, fixed by seed and draw
enum class DecodingRule {
    Greedy,    ///< the likeliest word at every position
    Sampling,  ///< every word drawn of the model's distribution
    Beam,      ///< the likeliest sentence that a beam search finds; never cut, may have no word at all
};

struct WordsRequest {
    WordsKind kind = WordsKind::Reconstruction;
    LatentChoice latent = LatentChoice::Mean;
    DecodingRule rule = DecodingRule::Greedy;
    int beamWidth = 5;
    double temperature = 1;     ///< of Sampling: logits are divided by it
    int count = 10;             ///< rows: probes from `first` on, as many as there are; draws of the prior, 0 first;
                                ///< points of the line (2 or more)
    int first = 0;              ///< a probe, counted from 0; for Interpolation one end
    int second = 1;             ///< for Interpolation the other end
    int longest = 0;            ///< words; a sentence that has not ended then is cut; 0: the probes' longest, doubled
    std::uint64_t drawing = 0;  ///< another number, other draws of z and words; the same for all runs of one seed

    bool operator==(const WordsRequest&) const = default;
};

struct WrittenSentence {
    std::string original;                        ///< the probe's own words; empty where there is none
    std::string words;                           ///< without the markers of start and end
    std::vector<float> latent;                   ///< [Z] it was written from
    double along = notMeasured;                  ///< Interpolation: 0 at `first` to 1 at `second`
    double logLikelihood = notMeasured;          ///< log p(words|z), nats, end mark included unless cut
    double originalLogLikelihood = notMeasured;  ///< log p(original|z), nats
    bool isCut = false;                          ///< reached `longest` without an end mark
};

/// What was written by one run at one place of its history.
struct GeneratedWords {
    Position at;  ///< whose weights wrote it; may lie before the place asked for
    WordsRequest request;
    std::vector<WrittenSentence> sentences;
    std::string withoutLatent;       ///< what the same rule writes from z = 0
    int different = 0;               ///< how many of the sentences differ from one another; 1: z says nothing
    double sameWords = notMeasured;  ///< Reconstruction: share of the originals' words, at their places, that came back
    std::string warning;             ///< empty, or why the weights may not be quite those the run had
};

using GeneratedWordsPointer = std::shared_ptr<const GeneratedWords>;

}  // namespace collapsar
