// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/experiment_arguments.h"
#include "app/cli/report_text.h"
#include "app/cli/run_until_end.h"
#include "app/cli/termination_signals.h"
#include "core/train/run_models.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

namespace collapsar {

namespace {

using Json = nlohmann::ordered_json;

const char* kindName(WordsKind kind) {
    if (kind == WordsKind::Prior) return "prior";
    return kind == WordsKind::Interpolation ? "interpolation" : "reconstructions";
}

const char* ruleName(DecodingRule rule) {
    if (rule == DecodingRule::Beam) return "beam";
    return rule == DecodingRule::Sampling ? "sampling" : "greedy";
}

const char* latentName(LatentChoice latent) {
    return latent == LatentChoice::Sampled ? "sampled" : "mean";
}

std::string fixed(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::replace(text, text + sizeof text, ',', '.');  // whatever the locale
    return text;
}

/// "update 1500: reconstructions, mean latents, beam 5".
std::string headingOf(const GeneratedWords& words) {
    const WordsRequest& request = words.request;
    std::string text = "update " + positionText(words.at) + ": " + kindName(request.kind);
    if (request.kind != WordsKind::Prior) text += std::string(", ") + latentName(request.latent) + " latents";
    text += std::string(", ") + ruleName(request.rule);
    if (request.rule == DecodingRule::Beam) text += " " + std::to_string(request.beamWidth);
    if (request.rule == DecodingRule::Sampling) text += ", temperature " + fixed(request.temperature, 2);
    return text + "\n";
}

std::string lineOf(const char* what, const std::string& label, const std::string& words, double logLikelihood) {
    std::string text = "  " + std::string(std::max<std::size_t>(5, label.size()) - label.size(), ' ') + label + "  ";
    text += what;
    text += "  " + (words.empty() ? "(no word)" : words);
    if (!std::isnan(logLikelihood)) text += "  [" + fixed(logLikelihood, 2) + "]";
    return text + "\n";
}

/// Two lines a sentence, the original's and the written one, each with log p(words|z) behind it.
std::string tableOf(const GeneratedWords& words) {
    std::string text;
    for (std::size_t i = 0; i < words.sentences.size(); ++i) {
        const WrittenSentence& sentence = words.sentences[i];
        std::string label = std::to_string(i);
        if (words.request.kind == WordsKind::Reconstruction)
            label = std::to_string(static_cast<std::size_t>(words.request.first) + i);
        if (!std::isnan(sentence.along)) label = fixed(sentence.along, 2);
        if (!sentence.original.empty()) {
            text += lineOf("original", label, sentence.original, sentence.originalLogLikelihood);
            label.clear();
        }
        text += lineOf("written ", label, sentence.words + (sentence.isCut ? " ..." : ""), sentence.logLikelihood);
    }
    return text;
}

std::string summaryOf(const GeneratedWords& words) {
    std::string text = "without z: " + (words.withoutLatent.empty() ? "(no word)" : words.withoutLatent) + "\n";
    text += std::to_string(words.different) + " of " + std::to_string(words.sentences.size()) + " sentences differ";
    if (!std::isnan(words.sameWords))
        text += "; " + fixed(100 * words.sameWords, 1) + " % of the original words came back at their places";
    return text + "\n";
}

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

void printJson(const Json& line) {
    std::printf("%s\n", line.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

/// {"type":"words","update":1500,...}, then {"type":"sentence","row":0,...} for each.
void printJsonLines(const GeneratedWords& words) {
    const WordsRequest& request = words.request;
    printJson({{"type", "words"},
               {"update", words.at.update},
               {"inner", words.at.inner},
               {"kind", kindName(request.kind)},
               {"latent", latentName(request.latent)},
               {"decoding", ruleName(request.rule)},
               {"beam_width", request.beamWidth},
               {"temperature", request.temperature},
               {"drawing", request.drawing},
               {"sentences", words.sentences.size()},
               {"different", words.different},
               {"same_words", number(words.sameWords)},
               {"without_latent", words.withoutLatent},
               {"warning", words.warning}});
    for (std::size_t i = 0; i < words.sentences.size(); ++i) {
        const WrittenSentence& sentence = words.sentences[i];
        const bool isProbe = request.kind == WordsKind::Reconstruction;
        printJson({{"type", "sentence"},
                   {"row", i},
                   {"probe", isProbe ? Json(static_cast<std::size_t>(request.first) + i) : Json(nullptr)},
                   {"along", number(sentence.along)},
                   {"original", sentence.original.empty() ? Json(nullptr) : Json(sentence.original)},
                   {"words", sentence.words},
                   {"cut", sentence.isCut},
                   {"log_likelihood", number(sentence.logLikelihood)},
                   {"original_log_likelihood", number(sentence.originalLogLikelihood)},
                   {"z", sentence.latent}});
    }
}

Result<ModelPlace> placeOf(const WordsOptions& options) {
    if (options.at.empty()) {
        constexpr Position last{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int32_t>::max()};
        return ModelPlace{options.folder, last, Nearness::Checkpoint};
    }
    const Result<Position> at = parsePosition(options.at);
    if (!at) return at.error();
    return ModelPlace{options.folder, at.value(), options.isNearest ? Nearness::Checkpoint : Nearness::Exact};
}

}  // namespace

ExitCode writeWords(const WordsOptions& options) {
    const Result<ModelPlace> place = placeOf(options);
    if (!place) return reportError(place.error());
    const TerminationSignals signals;
    const auto goOn = [&signals](double, const std::string&) { return signals.wait(0) == 0; };
    const auto answer = RunModels().words(place.value(), options.request, goOn);
    if (!answer) return reportError(answer.error());
    const GeneratedWords& words = *answer.value();
    if (!words.warning.empty()) std::fprintf(stderr, "warning: %s\n", words.warning.c_str());
    if (options.output == OutputStyle::JsonLines) {
        printJsonLines(words);
        return ExitCode::Ok;
    }
    std::printf("%s", (headingOf(words) + tableOf(words) + summaryOf(words)).c_str());
    return ExitCode::Ok;
}

}  // namespace collapsar
