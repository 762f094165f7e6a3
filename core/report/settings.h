// SPDX-License-Identifier: GPL-3.0-or-later
/// Every knob of a run, as a value. The table behind it (settings_table.h) gives each one its stable name, unit, range,
/// default and words: window, files and command line are all made from that table.
#pragma once

#include <cstdint>
#include <string>

namespace collapsar {

enum class Aggressive { Off, Auto, On };  ///< Auto: until validation MI falls (He et al. 2019, algorithm 1)
enum class Pooling { Last, Mean, Max, AbsMax };
enum class KlSchedule { Constant, Linear };
enum class Optimiser { Sgd, Adam };
/// What an inner (encoder-only) update clips on. Joint: the norm of both sides' gradients, as published. Encoder: the
/// encoder's own norm, so that the decoder's weight gradients are not needed; faster, and another rule.
enum class InnerClip { Joint, Encoder };
enum class ProbeSet { Training, Validation };

/// Defaults are He et al.'s synthetic text experiment (their toy.py), embedded data included.
struct Settings {
    // Data
    std::string data = "synthetic";  ///< "synthetic", or a path to the training text (.txt, .txt.gz)
    std::string validation;          ///< path; empty: the generator's own split, or the last tenth of the training text
    std::string test;                ///< path; empty: as validation
    std::uint64_t syntheticSeed = 7;  ///< see README, Decisions
    int syntheticTraining = 16000;
    int syntheticValidation = 2000;
    int syntheticTest = 2000;
    int syntheticVocabulary = 1000;
    int syntheticLength = 10;         ///< words per sentence
    double syntheticLatentScale = 5;  ///< z -> vocabulary weights are uniform in +- this
    std::uint64_t seed = 783435;

    // Model
    int latent = 1;
    int embedding = 50;
    int encoderHidden = 50;
    int decoderHidden = 50;
    double dropoutIn = 0.5;           ///< on decoder embeddings
    double dropoutOut = 0.5;          ///< on decoder features before the vocabulary
    double initScale = 0.01;          ///< all weights uniform in +- this ...
    double embeddingInitScale = 0.1;  ///< ... but embeddings in +- this
    Pooling pooling = Pooling::Last;
    bool skip = false;

    // Training
    Aggressive aggressive = Aggressive::Off;
    double klWeight = 1;
    KlSchedule klSchedule = KlSchedule::Constant;
    double klStart = 0.1;
    double klWarmup = 10;  ///< epochs
    Optimiser optimiser = Optimiser::Sgd;
    double learningRate = 1;
    double encoderLearningRate = 0;  ///< 0: as learningRate
    bool freezeEncoder = false;
    bool freezeDecoder = false;
    int batch = 16;
    int updates = 5000;
    double clip = 5;        ///< on the joint gradient norm of encoder and decoder
    InnerClip innerClip = InnerClip::Joint;
    int innerWindow = 15;   ///< inner updates per comparison of the inner rule
    int innerLimit = 100;   ///< inner updates stay below this
    int decayPatience = 2;  ///< epochs without a better validation ELBO before the learning rate is cut; 0: never
    int decayFrom = 0;      ///< first epoch at which the learning rate may be cut
    double decayFactor = 0.5;
    int decayLimit = 5;  ///< training ends at this cut
    int shards = 1;

    // Measuring
    int evaluateEvery = 0;     ///< updates; 0: at the end of each epoch only
    int evaluateExamples = 0;  ///< 0: the whole validation set
    ProbeSet probeSet = ProbeSet::Training;
    int probeExamples = 500;
    double activeUnitVariance = 0.01;  ///< Burda et al. 2016
    double verdictSpread = 0.1;        ///< a spread below counts as none
    double verdictCorrelation = 0.9;   ///< in step: correlation above ...
    double verdictGap = 0.5;           ///< ... and mean gap below this share of the true spread

    bool operator==(const Settings&) const = default;
};

}  // namespace collapsar
