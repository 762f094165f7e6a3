// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setting_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace collapsar {

namespace {

// clang-format off
/// Labels of the settings table.
constexpr const char* labels[] = {
    QT_TRANSLATE_NOOP("SettingWords", "Training text"),
    QT_TRANSLATE_NOOP("SettingWords", "Validation text"),
    QT_TRANSLATE_NOOP("SettingWords", "Test text"),
    QT_TRANSLATE_NOOP("SettingWords", "Generator seed"),
    QT_TRANSLATE_NOOP("SettingWords", "Training sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "Validation sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "Test sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "Vocabulary"),
    QT_TRANSLATE_NOOP("SettingWords", "Sentence length"),
    QT_TRANSLATE_NOOP("SettingWords", "Latent scale"),
    QT_TRANSLATE_NOOP("SettingWords", "Seed"),
    QT_TRANSLATE_NOOP("SettingWords", "Latent dimensions"),
    QT_TRANSLATE_NOOP("SettingWords", "Word embedding"),
    QT_TRANSLATE_NOOP("SettingWords", "Encoder LSTM"),
    QT_TRANSLATE_NOOP("SettingWords", "Decoder LSTM"),
    QT_TRANSLATE_NOOP("SettingWords", "Word dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Feature dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Initial weights"),
    QT_TRANSLATE_NOOP("SettingWords", "Initial embeddings"),
    QT_TRANSLATE_NOOP("SettingWords", "Pooling"),
    QT_TRANSLATE_NOOP("SettingWords", "Skip path"),
    QT_TRANSLATE_NOOP("SettingWords", "Aggressive encoder updates"),
    QT_TRANSLATE_NOOP("SettingWords", "KL weight"),
    QT_TRANSLATE_NOOP("SettingWords", "KL schedule"),
    QT_TRANSLATE_NOOP("SettingWords", "KL weight at the start"),
    QT_TRANSLATE_NOOP("SettingWords", "KL warm-up"),
    QT_TRANSLATE_NOOP("SettingWords", "Optimiser"),
    QT_TRANSLATE_NOOP("SettingWords", "Learning rate"),
    QT_TRANSLATE_NOOP("SettingWords", "Encoder learning rate"),
    QT_TRANSLATE_NOOP("SettingWords", "Freeze encoder"),
    QT_TRANSLATE_NOOP("SettingWords", "Freeze decoder"),
    QT_TRANSLATE_NOOP("SettingWords", "Batch"),
    QT_TRANSLATE_NOOP("SettingWords", "Updates"),
    QT_TRANSLATE_NOOP("SettingWords", "Gradient clip"),
    QT_TRANSLATE_NOOP("SettingWords", "Inner clip"),
    QT_TRANSLATE_NOOP("SettingWords", "Inner window"),
    QT_TRANSLATE_NOOP("SettingWords", "Inner limit"),
    QT_TRANSLATE_NOOP("SettingWords", "Patience"),
    QT_TRANSLATE_NOOP("SettingWords", "First cut"),
    QT_TRANSLATE_NOOP("SettingWords", "Cut factor"),
    QT_TRANSLATE_NOOP("SettingWords", "Last cut"),
    QT_TRANSLATE_NOOP("SettingWords", "Shards"),
    QT_TRANSLATE_NOOP("SettingWords", "Evaluate every"),
    QT_TRANSLATE_NOOP("SettingWords", "Evaluated sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "Probes from"),
    QT_TRANSLATE_NOOP("SettingWords", "Probes"),
    QT_TRANSLATE_NOOP("SettingWords", "Active unit"),
    QT_TRANSLATE_NOOP("SettingWords", "Verdict: spread"),
    QT_TRANSLATE_NOOP("SettingWords", "Verdict: correlation"),
    QT_TRANSLATE_NOOP("SettingWords", "Verdict: gap"),
};

/// Help of the settings table.
constexpr const char* helps[] = {
    QT_TRANSLATE_NOOP("SettingWords", "synthetic for the sequences of He et al. 2019, or a text file with one sentence per line (.txt or .txt.gz)"),
    QT_TRANSLATE_NOOP("SettingWords", "Text file that scheduled evaluations use; empty: the generator's own split, or the last tenth of the training text"),
    QT_TRANSLATE_NOOP("SettingWords", "Text file for final figures; empty: as validation"),
    QT_TRANSLATE_NOOP("SettingWords", "Fixes the synthetic sentences; He et al. 2019 used this number with another generator of random numbers"),
    QT_TRANSLATE_NOOP("SettingWords", "Synthetic sentences to train on (He et al. 2019: 16,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Synthetic sentences to validate on (He et al. 2019: 2,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Synthetic sentences kept for the test (He et al. 2019: 2,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Different words the generator can use (He et al. 2019: 1,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Words in every synthetic sentence (He et al. 2019: 10)"),
    QT_TRANSLATE_NOOP("SettingWords", "The generator's latent-to-vocabulary weights are uniform in plus or minus this (He et al. 2019: 5); larger makes sentences depend on the latent more"),
    QT_TRANSLATE_NOOP("SettingWords", "Fixes every random draw of the run: weights, order, noise, dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Size of z (He et al. 2019: 1 for the posterior mean space, 32 for text); true posterior means are exact for 1"),
    QT_TRANSLATE_NOOP("SettingWords", "Width of the encoder's and of the decoder's word embeddings"),
    QT_TRANSLATE_NOOP("SettingWords", "Width of the encoder's LSTM"),
    QT_TRANSLATE_NOOP("SettingWords", "Width of the decoder's LSTM"),
    QT_TRANSLATE_NOOP("SettingWords", "Probability of dropping a unit of the decoder's word embeddings in training (He et al. 2019: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Probability of dropping a unit of the decoder's features before the vocabulary in training (He et al. 2019: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Every weight but the embeddings starts uniform in plus or minus this (He et al. 2019: 0.01; Kim et al. 2018: 0.1)"),
    QT_TRANSLATE_NOOP("SettingWords", "Word embeddings start uniform in plus or minus this (He et al. 2019: 0.1)"),
    QT_TRANSLATE_NOOP("SettingWords", "How the encoder's states become one feature: the last one, or mean or max over time (Long et al. 2019); absmax, the value farthest from 0, is our own"),
    QT_TRANSLATE_NOOP("SettingWords", "Feeds z to the features before the vocabulary too (Dieng et al. 2019)"),
    QT_TRANSLATE_NOOP("SettingWords", "Trains the encoder to its limit before each decoder update (He et al. 2019, algorithm 1): off, auto until validation MI falls, or always on"),
    QT_TRANSLATE_NOOP("SettingWords", "Factor on the KL term of the objective; 1 is the ELBO, below 1 a beta-VAE (Higgins et al. 2017)"),
    QT_TRANSLATE_NOOP("SettingWords", "Keeps the KL weight constant, or lets it rise linearly to it (Bowman et al. 2016)"),
    QT_TRANSLATE_NOOP("SettingWords", "Where the linear schedule begins (He et al. 2019: 0.1)"),
    QT_TRANSLATE_NOOP("SettingWords", "How long the linear schedule rises (He et al. 2019: 10)"),
    QT_TRANSLATE_NOOP("SettingWords", "SGD without momentum (He et al. 2019, text) or Adam; encoder and decoder have one each"),
    QT_TRANSLATE_NOOP("SettingWords", "Step size of the decoder, and of the encoder unless that has its own (He et al. 2019: 1 with SGD, 0.001 with Adam)"),
    QT_TRANSLATE_NOOP("SettingWords", "Step size of the encoder; 0: as the decoder's"),
    QT_TRANSLATE_NOOP("SettingWords", "Leaves the encoder's weights as they are"),
    QT_TRANSLATE_NOOP("SettingWords", "Leaves the decoder's weights as they are"),
    QT_TRANSLATE_NOOP("SettingWords", "Sentences in a batch, all of one length (He et al. 2019: 16 here, 32 for text)"),
    QT_TRANSLATE_NOOP("SettingWords", "Decoder updates after which the run is finished"),
    QT_TRANSLATE_NOOP("SettingWords", "Limit on the joint gradient norm of encoder and decoder (He et al. 2019: 5)"),
    QT_TRANSLATE_NOOP("SettingWords", "What an encoder-only update clips on: the joint norm (He et al. 2019, released code), or the encoder's own norm, which needs no decoder gradients and is faster but is not the published rule"),
    QT_TRANSLATE_NOOP("SettingWords", "Encoder updates over which the inner rule averages the loss before it compares (He et al. 2019: 15 for text)"),
    QT_TRANSLATE_NOOP("SettingWords", "The inner loop ends before this many encoder updates (He et al. 2019: 100)"),
    QT_TRANSLATE_NOOP("SettingWords", "Epochs without a better validation ELBO before the learning rate is cut (He et al. 2019: 2); 0: never cut"),
    QT_TRANSLATE_NOOP("SettingWords", "Epoch before which the learning rate is not cut (He et al. 2019: 15 for text, 0 here)"),
    QT_TRANSLATE_NOOP("SettingWords", "What a cut multiplies the learning rate with (He et al. 2019: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Training ends at this many cuts of the learning rate (He et al. 2019: 5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Parts a batch is split into. 1: one core trains, the other measures. 2: both cores train one run, which suits it with no other work beside it, and share the measuring; the result differs in its last bits"),
    QT_TRANSLATE_NOOP("SettingWords", "Updates between scheduled evaluations, the only ones that decide anything; 0: at the end of each epoch"),
    QT_TRANSLATE_NOOP("SettingWords", "How many validation sentences a scheduled evaluation uses; 0: all"),
    QT_TRANSLATE_NOOP("SettingWords", "Which sentences the posterior mean space shows, the first ones of training (He et al. 2019, figure 2) or of validation"),
    QT_TRANSLATE_NOOP("SettingWords", "How many sentences the posterior mean space shows (He et al. 2019: 500)"),
    QT_TRANSLATE_NOOP("SettingWords", "A latent dimension is active when its posterior mean's variance is at least this (Burda et al. 2016: 0.01)"),
    QT_TRANSLATE_NOOP("SettingWords", "A spread of posterior means below this counts as none"),
    QT_TRANSLATE_NOOP("SettingWords", "In step needs a correlation of true and approximate means above this"),
    QT_TRANSLATE_NOOP("SettingWords", "In step needs a mean gap below this share of the true means' spread"),
};

/// Units of the settings table.
constexpr const char* units[] = {
    QT_TRANSLATE_NOOP("SettingWords", "sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "words"),
    QT_TRANSLATE_NOOP("SettingWords", "dimensions"),
    QT_TRANSLATE_NOOP("SettingWords", "units"),
    QT_TRANSLATE_NOOP("SettingWords", "epochs"),
    QT_TRANSLATE_NOOP("SettingWords", "updates"),
    QT_TRANSLATE_NOOP("SettingWords", "cuts"),
};

/// Contradictions of validate().
constexpr const char* problems[] = {
    QT_TRANSLATE_NOOP("SettingWords", "Name a text file, or synthetic."),
    QT_TRANSLATE_NOOP("SettingWords", "The synthetic data bring their own validation split: leave validation empty, or name a training text."),
    QT_TRANSLATE_NOOP("SettingWords", "The synthetic data bring their own test split: leave test empty, or name a training text."),
    QT_TRANSLATE_NOOP("SettingWords", "The linear schedule rises: kl_start must not be above kl_weight."),
    QT_TRANSLATE_NOOP("SettingWords", "With encoder and decoder frozen nothing is trained: free one of them."),
    QT_TRANSLATE_NOOP("SettingWords", "Each shard needs a sentence: shards must not be above batch."),
};
// clang-format on

template <std::size_t Count>
bool holds(const char* const (&words)[Count], std::string_view english) {
    return std::find(std::begin(words), std::end(words), english) != std::end(words);
}

}  // namespace

QString translatedSettingWord(std::string_view english) {
    return english.empty() ? QString() : QCoreApplication::translate("SettingWords", std::string(english).c_str());
}

bool isListedSettingWord(std::string_view english) {
    return holds(labels, english) || holds(helps, english) || holds(units, english) || holds(problems, english);
}

}  // namespace collapsar
