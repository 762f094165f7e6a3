// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs to ask about, for the tests of RunModels.
#pragma once

#include "core/train/run_models.h"
#include "tests/core/train/forked_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace collapsar {

/// Learns enough in a blink that its words say something. Checkpoints at 0, 10, 12 (an epoch), 20, 24 and 30.
inline Settings learningSettings() {
    Settings settings = smallSettings();
    settings.optimiser = Optimiser::Adam;
    settings.learningRate = 0.02;
    settings.latent = 2;
    settings.klWeight = 0.05;
    settings.pooling = Pooling::Max;
    settings.dropoutIn = settings.dropoutOut = 0;
    return settings;
}

inline Settings learningLanguageModel() {
    Settings settings = learningSettings();
    settings.latent = 0;
    settings.pooling = Pooling::Last;
    return settings;
}

inline std::filesystem::path trainedToAsk(const QTemporaryDir& folder, const Settings& settings) {
    return trained(folder, settings, {.keyframeSeconds = 1e9});
}

/// Ends the test program on an error.
template <class T>
T valueOf(Result<T> result) {
    if (!result.ok()) qFatal("%s", result.error().detail.c_str());
    return std::move(result).value();
}

inline bool isSame(const GeneratedWords& a, const GeneratedWords& b) {
    const auto equal = [](const WrittenSentence& x, const WrittenSentence& y) {
        return x.original == y.original && x.words == y.words && x.latent == y.latent &&
               x.logLikelihood == y.logLikelihood && x.isCut == y.isCut;
    };
    return a.at == b.at && std::ranges::equal(a.sentences, b.sentences, equal) && a.withoutLatent == b.withoutLatent &&
           a.different == b.different;
}

/// Beyond every run: the newest checkpoint.
inline constexpr Position lastPlace{1'000'000, 0};

}  // namespace collapsar
