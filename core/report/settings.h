// SPDX-License-Identifier: GPL-3.0-or-later
/// Every knob of a run, as a value. The table behind it (settings_table.h) gives each one its stable name, unit, range,
/// default and words: window, files and command line are all made from that table.
#pragma once

#include <cstdint>
#include <string>

namespace collapsar {

enum class Aggressive { Off, Auto, On };  ///< Auto: until validation MI falls (He et al. 2019, algorithm 1)
enum class Pooling { Last, Mean, Max, AbsMax };
enum class EncoderDirection { Forward, Both };
/// What keeps the posterior from the prior by construction. BatchNorm: its means are batch-normalised (BN-VAE, Zhu et
/// al. 2020). Delta: each dimension's KL is at least deltaKl (delta-VAE, Razavi et al. 2019). Gaussian: nothing.
enum class PosteriorKind { Gaussian, BatchNorm, Delta };
/// What the last layer of the decoder starts from. He: c0 linear in z, h0 = tanh c0 (He et al. 2019). Kim: h0 linear in
/// z, c0 = 0 (Kim et al. 2018).
enum class DecoderStart { He, Kim };
enum class KlSchedule { Constant, Linear, Cyclical, Hold };
enum class KlShape { Linear, Cosine, Sigmoid };  ///< how a cycle rises (Fu et al. 2019)
/// What the target of free bits is compared with: each dimension's KL averaged over the batch (Kingma et al. 2016), or
/// an example's, the batch's average, an example's of one dimension (Li et al. 2019).
enum class FreeBitsKind { Dimension, Example, Batch, ExampleDimension };
enum class Optimiser { Sgd, Adam };
/// What an inner (encoder-only) update clips on. Joint: the norm of both sides' gradients, as published. Encoder: the
/// encoder's own norm, so that the decoder's weight gradients are not needed; faster, and another rule.
enum class InnerClip { Joint, Encoder };
/// How a refined posterior's loss reaches the encoder (Kim et al. 2018). Through: back through every refinement step.
/// FirstOrder: as if the refined posterior were the encoder's plus a constant. None: not, it has its own ELBO
/// (VAE+SVI). Kl: not, it follows the refined posterior by KL (VAE+SVI+KL).
enum class SviGradient { Through, FirstOrder, None, Kl };
enum class SviStart { Encoder, Zero };   ///< Zero: SVI without an encoder
enum class SviStepKind { Norm, Fixed };  ///< of the differences that give second derivatives
enum class ProbeSet { Training, Validation };
/// Whether a line of text begins with its sentence's label and a tab. Auto: when the whole training text does.
enum class Labels { Auto, None, Tab };
/// Which sentences leave the training text to validate and test.
enum class HeldOut { Last, Spread };

/// Defaults are He et al.'s synthetic text experiment (their toy.py), embedded data included.
struct Settings {
    // Data
    std::string data = "synthetic";  ///< "synthetic", or a path to the training text (.txt, .txt.gz)
    std::string validation;          ///< path; empty: the generator's own split, or the last tenth of the training text
    std::string test;                ///< path; empty: as validation
    Labels labels = Labels::Auto;
    double validationShare = 0.1;  ///< of the training text, where no validation text is named
    double testShare = 0;          ///< of the training text, where no test text is named; 0: as validation
    HeldOut heldOut = HeldOut::Last;
    int sentenceShortest = 1;         ///< words; shorter sentences are dropped
    int sentenceLongest = 0;          ///< words; longer sentences are dropped; 0: none
    int vocabularySize = 0;           ///< most frequent words of the training text; 0: all
    int vocabularyCount = 1;          ///< words that are rarer in the training text are read as unknown
    std::uint64_t syntheticSeed = 7;  ///< see README, Decisions
    int syntheticTraining = 16000;
    int syntheticValidation = 2000;
    int syntheticTest = 2000;
    int syntheticVocabulary = 1000;
    int syntheticLength = 10;         ///< words per sentence
    double syntheticLatentScale = 5;  ///< z -> vocabulary weights are uniform in +- this
    std::uint64_t seed = 783435;

    // Model
    int latent = 1;  ///< 0: a language model without latent
    int embedding = 50;
    int encoderHidden = 50;
    int decoderHidden = 50;
    int encoderLayers = 1;
    int decoderLayers = 1;
    EncoderDirection encoderDirection = EncoderDirection::Forward;
    DecoderStart decoderStart = DecoderStart::He;
    PosteriorKind posterior = PosteriorKind::Gaussian;
    double batchNormGamma = 0.6;      ///< what normalised means are multiplied with
    double deltaKl = 0.15;            ///< nats
    bool modelBiases = false;         ///< of the linear layers: decoder start, encoder head, vocabulary
    double dropoutIn = 0.5;           ///< on decoder embeddings
    double dropoutOut = 0.5;          ///< on decoder features before the vocabulary
    double wordDropout = 0;           ///< share of decoder input words that become <unk>
    double initScale = 0.01;          ///< all weights uniform in +- this ...
    double embeddingInitScale = 0.1;  ///< ... but embeddings in +- this
    Pooling pooling = Pooling::Last;
    bool skip = false;

    // Training
    Aggressive aggressive = Aggressive::Off;
    double klWeight = 1;
    KlSchedule klSchedule = KlSchedule::Constant;
    double klStart = 0.1;
    double klWarmup = 10;      ///< epochs
    double klHold = 1;         ///< epochs before the ramp of hold
    int klCycles = 4;          ///< over the run's updates
    double klPeriod = 0;       ///< updates of a cycle; 0: updates / klCycles
    double klRampShare = 0.5;  ///< of a cycle
    KlShape klShape = KlShape::Linear;
    double freeBits = 0;  ///< nats; 0: none
    FreeBitsKind freeBitsKind = FreeBitsKind::Dimension;
    int pretrainEpochs = 0;  ///< as an autoencoder, before the decoder is drawn afresh
    Optimiser optimiser = Optimiser::Sgd;
    double learningRate = 1;
    double encoderLearningRate = 0;  ///< 0: as learningRate
    bool freezeEncoder = false;
    bool freezeDecoder = false;
    int batch = 16;
    int updates = 5000;
    double clip = 5;  ///< on the joint gradient norm of encoder and decoder
    InnerClip innerClip = InnerClip::Joint;
    int innerWindow = 15;  ///< inner updates per comparison of the inner rule
    int innerLimit = 100;  ///< inner updates stay below this
    int innerUpdates = 0;  ///< exactly so many instead of the inner rule; 0: the rule
    int sviSteps = 0;      ///< refinement steps of each posterior before the loss is taken; 0: none
    double sviLearningRate = 1;
    double sviMomentum = 0.5;
    double sviClip = 5;
    SviGradient sviGradient = SviGradient::Through;
    SviStart sviStart = SviStart::Encoder;
    SviStepKind sviStepKind = SviStepKind::Norm;
    double sviStepNorm = 5e-3;
    int decayPatience = 2;  ///< epochs without a better validation ELBO before the learning rate is cut; 0: never
    int decayFrom = 0;      ///< first epoch at which the learning rate may be cut
    double decayFactor = 0.5;
    int decayLimit = 5;  ///< training ends at this cut
    int shards = 1;

    // Measuring
    int evaluateEvery = 0;      ///< updates; 0: at the end of each epoch only
    int evaluateExamples = 0;   ///< 0: the whole validation set
    int importanceSamples = 0;  ///< of the IW-NLL measured when the run comes to its end; 0: none
    ProbeSet probeSet = ProbeSet::Training;
    int probeExamples = 500;
    int posteriorSamples =
        -1;  ///< effective ones for a probe's true mean when latent > 2; 0: none; -1: by the model's size
    double activeUnitVariance = 0.01;  ///< Burda et al. 2016
    double verdictSpread = 0.1;        ///< a spread below counts as none
    double verdictCorrelation = 0.9;   ///< in step: correlation above ...
    double verdictGap = 0.5;           ///< ... and mean gap below this share of the true spread

    bool operator==(const Settings&) const = default;
};

}  // namespace collapsar
