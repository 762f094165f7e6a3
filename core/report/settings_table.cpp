// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/settings_table.h"

#include "core/report/settings_rows.h"

#include <algorithm>

namespace collapsar {

namespace {

/// The limits of a number and the unit it is counted in.
struct Range {
    double minimum = 0;
    double maximum = 0;
    std::string_view unit = "";
};

struct Words {
    std::string_view name, label, help;
};

/// One group's rows in the making; each function adds one.
class Rows {
public:
    Rows(std::vector<SettingRow>& rows, SettingGroup group) : m_rows(rows), m_group(group) {}

    void path(Words words, std::string Settings::*field) { add(words, SettingKind::Path, {}, {}, field); }
    void seed(Words words, std::uint64_t Settings::*field) { add(words, SettingKind::Seed, {}, {}, field); }
    void integer(Words words, int Settings::*field, Range range) { add(words, SettingKind::Integer, range, {}, field); }
    void real(Words words, double Settings::*field, Range range) { add(words, SettingKind::Real, range, {}, field); }
    void onOff(Words words, bool Settings::*field) { add(words, SettingKind::Switch, {}, {"off", "on"}, field); }
    void choice(Words words, SettingMember field, std::vector<std::string_view> choices) {
        add(words, SettingKind::Choice, {}, std::move(choices), field);
    }
    /// The row added last may be changed while the run trains.
    void live() { m_rows.back().info.live = true; }

private:
    void add(Words words, SettingKind kind, Range range, std::vector<std::string_view> choices, SettingMember field) {
        m_rows.push_back({{words.name, words.label, words.help, range.unit, m_group, kind, range.minimum, range.maximum,
                           std::move(choices), false},
                          field});
    }

    std::vector<SettingRow>& m_rows;
    SettingGroup m_group;
};

// clang-format off
void addData(Rows rows) {
    using S = Settings;
    rows.path({"data", "Training text", "synthetic for the sequences of He et al. 2019, or a text file with one sentence per line (.txt or .txt.gz)"}, &S::data);
    rows.path({"validation", "Validation text", "Text file that scheduled evaluations use; empty: the generator's own split, or a share of the training text"}, &S::validation);
    rows.path({"test", "Test text", "Text file for final figures; empty: as validation, or a share of the training text"}, &S::test);
    rows.choice({"labels", "Labels", "Whether each line of text is LABEL, tab, sentence; auto: it is when every line of the training text has one tab, after a single word, and there are at most 1,000 different ones"}, &S::labels, {"auto", "none", "tab"});
    rows.real({"validation_share", "Validation share", "How much of the training text is kept for validation when no validation text is named; rounded down to whole sentences, at least one"}, &S::validationShare, {0.0001, 0.9});
    rows.real({"test_share", "Test share", "How much of the training text is kept for the test when no test text is named; 0: the test has the sentences of validation"}, &S::testShare, {0, 0.9});
    rows.choice({"held_out", "Held-out sentences", "Which sentences of the training text are kept for validation and test: the last ones, or spread evenly, for a text that is sorted"}, &S::heldOut, {"last", "spread"});
    rows.integer({"sentence_shortest", "Shortest sentence", "Sentences of a text file with fewer words are left out (Kim et al. 2018: 1)"}, &S::sentenceShortest, {1, 2000, "words"});
    rows.integer({"sentence_longest", "Longest sentence", "Sentences of a text file with more words are left out (Kim et al. 2018: 200); 0: none are, and a line of more than 2,000 words is an error"}, &S::sentenceLongest, {0, 2000, "words"});
    rows.integer({"vocabulary_size", "Vocabulary size", "How many words of a text file the model knows, the most frequent ones of the training text, of equals those that come first (Kim et al. 2018: 70,000); 0: all"}, &S::vocabularySize, {0, 1'000'000, "words"});
    rows.integer({"vocabulary_count", "Minimum word count", "Words that the training text has fewer times than this are read as unknown"}, &S::vocabularyCount, {1, 1'000'000, "times"});
    rows.seed({"synthetic_seed", "Generator seed", "Fixes the synthetic sentences; He et al. 2019 used this number with another generator of random numbers"}, &S::syntheticSeed);
    rows.integer({"synthetic_training", "Training sentences", "Synthetic sentences to train on (He et al. 2019: 16,000)"}, &S::syntheticTraining, {1, 1'000'000, "sentences"});
    rows.integer({"synthetic_validation", "Validation sentences", "Synthetic sentences to validate on (He et al. 2019: 2,000)"}, &S::syntheticValidation, {1, 1'000'000, "sentences"});
    rows.integer({"synthetic_test", "Test sentences", "Synthetic sentences kept for the test (He et al. 2019: 2,000)"}, &S::syntheticTest, {1, 1'000'000, "sentences"});
    rows.integer({"synthetic_vocabulary", "Vocabulary", "Different words the generator can use (He et al. 2019: 1,000)"}, &S::syntheticVocabulary, {2, 100'000, "words"});
    rows.integer({"synthetic_length", "Sentence length", "Words in every synthetic sentence (He et al. 2019: 10)"}, &S::syntheticLength, {1, 200, "words"});
    rows.real({"synthetic_latent_scale", "Latent scale", "The generator's latent-to-vocabulary weights are uniform in plus or minus this (He et al. 2019: 5); larger makes sentences depend on the latent more"}, &S::syntheticLatentScale, {0, 100});
    rows.seed({"seed", "Seed", "Fixes every random draw of the run: weights, order, noise, dropout"}, &S::seed);
}

void addModel(Rows rows) {
    using S = Settings;
    rows.integer({"latent", "Latent dimensions", "Size of z (He et al. 2019: 1 for the posterior mean space, 32 for text); true posterior means are exact for 1. 0: a language model without latent and encoder, the baseline with exact NLL"}, &S::latent, {0, 512, "dimensions"});
    rows.integer({"embedding", "Word embedding", "Width of the encoder's and of the decoder's word embeddings"}, &S::embedding, {1, 4096, "units"});
    rows.integer({"encoder_hidden", "Encoder LSTM", "Width of the encoder's LSTM"}, &S::encoderHidden, {1, 4096, "units"});
    rows.integer({"decoder_hidden", "Decoder LSTM", "Width of the decoder's LSTM"}, &S::decoderHidden, {1, 4096, "units"});
    rows.integer({"encoder_layers", "Encoder layers", "LSTM layers of the encoder; none of the papers uses more than 1"}, &S::encoderLayers, {1, 4, "layers"});
    rows.integer({"decoder_layers", "Decoder layers", "LSTM layers of the decoder; with the skip path z goes into each of them (Dieng et al. 2019)"}, &S::decoderLayers, {1, 4, "layers"});
    rows.choice({"encoder_direction", "Encoder direction", "Forward, or both: an LSTM in each direction, and features twice as wide; last is then the forward direction's last state beside the backward one's at the first word"}, &S::encoderDirection, {"forward", "both"});
    rows.choice({"decoder_start", "Decoder start", "How z starts the decoder's last layer: he, cell linear in z and state its tanh (He et al. 2019); kim, state linear in z and cell 0 (Kim et al. 2018)"}, &S::decoderStart, {"he", "kim"});
    rows.choice({"posterior", "Posterior", "What keeps the posterior from the prior by construction: gaussian, nothing; batch_norm, means are batch-normalised over the batch with a fixed weight (BN-VAE, Zhu et al. 2020); delta, each dimension's KL has a floor (delta-VAE, Razavi et al. 2019, per dimension and without their AR(1) prior). Either way KL is forced and need not carry information: MI tells, KL does not"}, &S::posterior, {"gaussian", "batch_norm", "delta"});
    rows.real({"batch_norm_gamma", "Mean scale", "With the posterior batch_norm: weight of the normalised means (Zhu et al. 2020: 0.5 to 0.7). Each dimension's KL is half its square or more as soon as the encoder's own means spread by more than 0.01; means that begin within 0.003 can stay there and slip through the epsilon of 1e-5: then let the KL weight rise from 0, or begin with larger weights. The bias is trained, evaluation uses running statistics, and a batch of one sentence is passed over in training"}, &S::batchNormGamma, {0.01, 10});
    rows.real({"delta_kl", "KL floor", "With the posterior delta: KL that each dimension of each posterior has at least (Razavi et al. 2019; Zhu et al. 2020: 0.15)"}, &S::deltaKl, {0.001, 10, "nats"});
    rows.onOff({"model_biases", "Biases", "Gives the linear layers (decoder start, encoder head, vocabulary) a bias, as Kim et al. 2018; He et al. 2019 has none"}, &S::modelBiases);
    rows.real({"dropout_in", "Embedding dropout", "Probability of dropping a unit of the decoder's word embeddings in training (He et al. 2019: 0.5)"}, &S::dropoutIn, {0, 0.99});
    rows.real({"dropout_out", "Feature dropout", "Probability of dropping a unit of the decoder's features before the vocabulary in training (He et al. 2019: 0.5)"}, &S::dropoutOut, {0, 0.99});
    rows.real({"word_dropout", "Word dropout", "Probability that a word the decoder reads becomes <unk> in training (Bowman et al. 2016); the words it predicts and the encoder's stay"}, &S::wordDropout, {0, 1});
    rows.real({"init_scale", "Initial weights", "Every weight but the embeddings starts uniform in plus or minus this (He et al. 2019: 0.01; Kim et al. 2018: 0.1)"}, &S::initScale, {0, 10});
    rows.real({"embedding_init_scale", "Initial embeddings", "Word embeddings start uniform in plus or minus this (He et al. 2019: 0.1)"}, &S::embeddingInitScale, {0, 10});
    rows.choice({"pooling", "Pooling", "How the encoder's states become one feature: the last one, or mean or max over time (Long et al. 2019); absmax, the value farthest from 0, is our own"}, &S::pooling, {"last", "mean", "max", "absmax"}); rows.live();
    rows.onOff({"skip", "Skip path", "Feeds z to the features before the vocabulary too (Dieng et al. 2019)"}, &S::skip); rows.live();
}

void addTraining(Rows rows) {
    using S = Settings;
    rows.choice({"aggressive", "Aggressive encoder updates", "Trains the encoder to its limit before each decoder update (He et al. 2019, algorithm 1): off, auto until validation MI falls, or always on"}, &S::aggressive, {"off", "auto", "on"}); rows.live();
    rows.real({"kl_weight", "KL weight", "Factor on the KL term of the objective; 1 is the ELBO, below 1 a beta-VAE (Higgins et al. 2017)"}, &S::klWeight, {0, 100}); rows.live();
    rows.choice({"kl_schedule", "KL schedule", "How the KL weight comes to its value: constant, rising linearly (Bowman et al. 2016), rising again in every cycle (cyclical, Fu et al. 2019), or held at the start before it rises (hold, He et al. 2019)"}, &S::klSchedule, {"constant", "linear", "cyclical", "hold"}); rows.live();
    rows.real({"kl_start", "KL weight at the start", "Where a rising schedule, or each of its cycles, begins (He et al. 2019: 0.1 for linear, 0 for hold; Fu et al. 2019: 0)"}, &S::klStart, {0, 100});
    rows.real({"kl_warmup", "KL warm-up", "How long the linear schedule, or the ramp of hold, rises (He et al. 2019: 10)"}, &S::klWarmup, {0.01, 100'000, "epochs"});
    rows.real({"kl_hold", "KL hold", "How long the hold schedule keeps the KL weight at its start before the ramp"}, &S::klHold, {0, 100'000, "epochs"});
    rows.integer({"kl_cycles", "KL cycles", "Cycles of the cyclical schedule over the run's updates, where no period is given (Fu et al. 2019: 4)"}, &S::klCycles, {1, 1'000'000, "cycles"});
    rows.real({"kl_period", "KL period", "Length of a cycle of the cyclical schedule, repeated to the end of the run; 0: the run's updates divided by the KL cycles"}, &S::klPeriod, {0, 1e9, "updates"});
    rows.real({"kl_ramp_share", "KL ramp share", "Share of a cycle in which the KL weight rises; it then stays (Fu et al. 2019: 0.5)"}, &S::klRampShare, {0.001, 1});
    rows.choice({"kl_shape", "KL ramp shape", "How the KL weight rises in a cycle (Fu et al. 2019)"}, &S::klShape, {"linear", "cosine", "sigmoid"});
    rows.real({"free_bits", "Free bits", "KL up to this target costs nothing and has no gradient: in nats for each dimension with the kind dimension, else in nats for all dimensions together (Kingma et al. 2016; Li et al. 2019: 8 for 32 dimensions); 0: none. Reported KL and ELBO do without it"}, &S::freeBits, {0, 10'000, "nats"}); rows.live();
    rows.choice({"free_bits_kind", "Free bits per", "What the target is compared with: each dimension's KL averaged over the batch (dimension, Kingma et al. 2016); or, of Li et al. 2019, each example's KL (example), the batch's average (batch), or each example's KL in each dimension, with the target divided by the dimensions (example_dimension)"}, &S::freeBitsKind, {"dimension", "example", "batch", "example_dimension"}); rows.live();
    rows.integer({"pretrain_epochs", "Pretraining", "Epochs as an autoencoder, with KL weight 0 and no aggressive updates; then the decoder is drawn afresh and schedule, free bits and patience begin (Li et al. 2019); 0: none"}, &S::pretrainEpochs, {0, 100'000, "epochs"});
    rows.choice({"optimiser", "Optimiser", "SGD without momentum (He et al. 2019, text) or Adam; encoder and decoder have one each"}, &S::optimiser, {"sgd", "adam"});
    rows.real({"learning_rate", "Learning rate", "Step size of the decoder, and of the encoder unless that has its own (He et al. 2019: 1 with SGD, 0.001 with Adam)"}, &S::learningRate, {1e-9, 1000}); rows.live();
    rows.real({"encoder_learning_rate", "Encoder learning rate", "Step size of the encoder; 0: as the decoder's"}, &S::encoderLearningRate, {0, 1000}); rows.live();
    rows.onOff({"freeze_encoder", "Freeze encoder", "Leaves the encoder's weights as they are"}, &S::freezeEncoder); rows.live();
    rows.onOff({"freeze_decoder", "Freeze decoder", "Leaves the decoder's weights as they are"}, &S::freezeDecoder); rows.live();
    rows.integer({"batch", "Batch", "Sentences in a batch, all of one length (He et al. 2019: 16 here, 32 for text)"}, &S::batch, {1, 4096, "sentences"});
    rows.integer({"updates", "Updates", "Decoder updates after which the run is finished"}, &S::updates, {1, 1e9, "updates"});
    rows.real({"clip", "Gradient clip", "Limit on the joint gradient norm of encoder and decoder (He et al. 2019: 5)"}, &S::clip, {1e-6, 1e9});
    rows.choice({"inner_clip", "Inner clip", "What an encoder-only update clips on: the joint norm (He et al. 2019, released code), or the encoder's own norm, which needs no decoder gradients and is faster but is not the published rule"}, &S::innerClip, {"joint", "encoder"});
    rows.integer({"inner_window", "Inner window", "Encoder updates over which the inner rule averages the loss before it compares (He et al. 2019: 15 for text)"}, &S::innerWindow, {1, 100'000, "updates"});
    rows.integer({"inner_limit", "Inner limit", "The inner loop ends before this many encoder updates (He et al. 2019: 100)"}, &S::innerLimit, {2, 1'000'000, "updates"});
    rows.integer({"inner_updates", "Inner updates", "Encoder updates before each decoder update while aggressive updates are on: exactly this many (He et al. 2019, ablation: 10); 0: until the inner rule ends them"}, &S::innerUpdates, {0, 1'000'000, "updates"});
    rows.integer({"svi_steps", "Refinement steps", "SVI steps that refine each posterior before the loss is taken (Kim et al. 2018, SA-VAE: 20; He et al. 2019 ran it with 10); 0: none"}, &S::sviSteps, {0, 1000, "steps"});
    rows.choice({"svi_gradient", "Refinement gradient", "How the refined loss reaches the encoder: through the refinement steps (SA-VAE, Kim et al. 2018), first order (our shortcut), none: the encoder has its own ELBO (VAE+SVI), or kl: it follows the refined posterior (VAE+SVI+KL)"}, &S::sviGradient, {"through", "first_order", "none", "kl"});
    rows.choice({"svi_start", "Refinement start", "Where refinement begins: at the encoder's posterior, or at the prior, which leaves the encoder untrained (SVI in Kim et al. 2018)"}, &S::sviStart, {"encoder", "zero"});
    rows.real({"svi_learning_rate", "Refinement learning rate", "Step size of the refinement, on the mean loss of a batch (Kim et al. 2018: 1)"}, &S::sviLearningRate, {1e-6, 1000});
    rows.real({"svi_momentum", "Refinement momentum", "Share of each refinement step that is kept in the next (Kim et al. 2018: 0.5)"}, &S::sviMomentum, {0, 0.999});
    rows.real({"svi_clip", "Refinement clip", "Limit on the gradient norms of each refinement step and of each step of the way back (Kim et al. 2018: 5)"}, &S::sviClip, {1e-6, 1e9});
    rows.choice({"svi_step_kind", "Refinement difference", "Second derivatives are differences of two gradients. norm: posteriors are moved by a distance fixed in all; fixed: by 1e-5 times the direction (Kim et al. 2018), which float resolves badly"}, &S::sviStepKind, {"norm", "fixed"});
    rows.real({"svi_step_norm", "Refinement distance", "How far posteriors are moved to take a difference"}, &S::sviStepNorm, {1e-6, 1});
    rows.integer({"decay_patience", "Patience", "Epochs without a better validation ELBO before the learning rate is cut (He et al. 2019: 2); 0: never cut"}, &S::decayPatience, {0, 100'000, "epochs"});
    rows.integer({"decay_from", "First cut", "Epoch before which the learning rate is not cut (He et al. 2019: 15 for text, 0 here)"}, &S::decayFrom, {0, 1'000'000, "epochs"});
    rows.real({"decay_factor", "Cut factor", "What a cut multiplies the learning rate with (He et al. 2019: 0.5)"}, &S::decayFactor, {0.001, 0.999});
    rows.integer({"decay_limit", "Last cut", "Training ends at this many cuts of the learning rate (He et al. 2019: 5)"}, &S::decayLimit, {1, 1000, "cuts"});
    rows.integer({"shards", "Shards", "Parts a batch is split into. 1: one core trains, the other measures. 2: both cores train one run, which suits it with no other work beside it, and share the measuring; the result differs in its last bits"}, &S::shards, {1, 2});
}

void addMeasuring(Rows rows) {
    using S = Settings;
    rows.integer({"evaluate_every", "Evaluate every", "Updates between scheduled evaluations, the only ones that decide anything; 0: at the end of each epoch"}, &S::evaluateEvery, {0, 1e9, "updates"});
    rows.integer({"evaluate_examples", "Evaluated sentences", "How many validation sentences a scheduled evaluation uses; 0: all"}, &S::evaluateExamples, {0, 1e9, "sentences"});
    rows.integer({"importance_samples", "Importance samples", "The last scheduled evaluation of a run that comes to its end also estimates the NLL by importance sampling (IW-NLL), with this many samples for each evaluated sentence (He et al. 2019: 500); 0: it does not. Each costs a decoder pass; a language model's NLL is exact and takes one"}, &S::importanceSamples, {0, 100'000, "samples"});
    rows.choice({"probe_set", "Probes from", "Which sentences the posterior mean space shows, the first ones of training (He et al. 2019, figure 2) or of validation"}, &S::probeSet, {"training", "validation"});
    rows.integer({"probe_examples", "Probes", "How many sentences the posterior mean space shows (He et al. 2019: 500)"}, &S::probeExamples, {2, 100'000, "sentences"});
    rows.integer({"posterior_samples", "Posterior samples", "With more than two latent dimensions true posterior means are estimated by importance sampling: effective samples for each probe, of up to six times as many draws; 0: approximate means only, which is faster; -1: 200 where the decoder has at most 300,000 weights, else 0"}, &S::posteriorSamples, {-1, 100'000, "samples"});
    rows.real({"active_unit_variance", "Active unit", "A latent dimension is active when its posterior mean's variance is at least this (Burda et al. 2016: 0.01)"}, &S::activeUnitVariance, {0, 100});
    rows.real({"verdict_spread", "Verdict: spread", "A spread of posterior means below this counts as none"}, &S::verdictSpread, {0, 100});
    rows.real({"verdict_correlation", "Verdict: correlation", "In step needs a correlation of true and approximate means above this"}, &S::verdictCorrelation, {-1, 1});
    rows.real({"verdict_gap", "Verdict: gap", "In step needs a mean gap below this share of the true means' spread"}, &S::verdictGap, {0, 100});
}
// clang-format on

std::vector<SettingRow> makeRows() {
    std::vector<SettingRow> rows;
    addData({rows, SettingGroup::Data});
    addModel({rows, SettingGroup::Model});
    addTraining({rows, SettingGroup::Training});
    addMeasuring({rows, SettingGroup::Measuring});
    return rows;
}

std::vector<SettingInfo> makeTable() {
    std::vector<SettingInfo> table;
    for (const SettingRow& row : settingRows())
        table.push_back(row.info);
    return table;
}

}  // namespace

const std::vector<SettingRow>& settingRows() {
    static const std::vector<SettingRow> rows = makeRows();
    return rows;
}

const SettingRow* findRow(std::string_view name) {
    const auto& rows = settingRows();
    const auto row = std::ranges::find(rows, name, [](const SettingRow& each) { return each.info.name; });
    return row == rows.end() ? nullptr : &*row;
}

const std::vector<SettingInfo>& settingsTable() {
    static const std::vector<SettingInfo> table = makeTable();
    return table;
}

const SettingInfo* findSetting(std::string_view name) {
    const auto& table = settingsTable();
    const auto info = std::ranges::find(table, name, &SettingInfo::name);
    return info == table.end() ? nullptr : &*info;
}

}  // namespace collapsar
