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
    QT_TRANSLATE_NOOP("SettingWords", "Labels"),
    QT_TRANSLATE_NOOP("SettingWords", "Validation share"),
    QT_TRANSLATE_NOOP("SettingWords", "Test share"),
    QT_TRANSLATE_NOOP("SettingWords", "Held-out sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "Shortest sentence"),
    QT_TRANSLATE_NOOP("SettingWords", "Longest sentence"),
    QT_TRANSLATE_NOOP("SettingWords", "Vocabulary size"),
    QT_TRANSLATE_NOOP("SettingWords", "Minimum word count"),
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
    QT_TRANSLATE_NOOP("SettingWords", "Embedding dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Feature dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Word dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Initial weights"),
    QT_TRANSLATE_NOOP("SettingWords", "Initial embeddings"),
    QT_TRANSLATE_NOOP("SettingWords", "Pooling"),
    QT_TRANSLATE_NOOP("SettingWords", "Skip path"),
    QT_TRANSLATE_NOOP("SettingWords", "Aggressive encoder updates"),
    QT_TRANSLATE_NOOP("SettingWords", "KL weight"),
    QT_TRANSLATE_NOOP("SettingWords", "KL schedule"),
    QT_TRANSLATE_NOOP("SettingWords", "KL weight at the start"),
    QT_TRANSLATE_NOOP("SettingWords", "KL warm-up"),
    QT_TRANSLATE_NOOP("SettingWords", "KL hold"),
    QT_TRANSLATE_NOOP("SettingWords", "KL cycles"),
    QT_TRANSLATE_NOOP("SettingWords", "KL period"),
    QT_TRANSLATE_NOOP("SettingWords", "KL ramp share"),
    QT_TRANSLATE_NOOP("SettingWords", "KL ramp shape"),
    QT_TRANSLATE_NOOP("SettingWords", "Free bits"),
    QT_TRANSLATE_NOOP("SettingWords", "Free bits per"),
    QT_TRANSLATE_NOOP("SettingWords", "Pretraining"),
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
    QT_TRANSLATE_NOOP("SettingWords", "Inner updates"),
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
    QT_TRANSLATE_NOOP("SettingWords", "Encoder layers"),
    QT_TRANSLATE_NOOP("SettingWords", "Decoder layers"),
    QT_TRANSLATE_NOOP("SettingWords", "Encoder direction"),
    QT_TRANSLATE_NOOP("SettingWords", "Decoder start"),
    QT_TRANSLATE_NOOP("SettingWords", "Biases"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement steps"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement gradient"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement start"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement learning rate"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement momentum"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement clip"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement difference"),
    QT_TRANSLATE_NOOP("SettingWords", "Refinement distance"),
    QT_TRANSLATE_NOOP("SettingWords", "Posterior samples"),
};

/// Help of the settings table.
constexpr const char* helps[] = {
    QT_TRANSLATE_NOOP("SettingWords", "synthetic for the sequences of He et al. 2019, or a text file with one sentence per line (.txt or .txt.gz)"),
    QT_TRANSLATE_NOOP("SettingWords", "Text file that scheduled evaluations use; empty: the generator's own split, or a share of the training text"),
    QT_TRANSLATE_NOOP("SettingWords", "Text file for final figures; empty: as validation, or a share of the training text"),
    QT_TRANSLATE_NOOP("SettingWords", "Whether each line of text is LABEL, tab, sentence; auto: it is when every line of the training text has one tab, after a single word, and there are at most 1,000 different ones"),
    QT_TRANSLATE_NOOP("SettingWords", "How much of the training text is kept for validation when no validation text is named; rounded down to whole sentences, at least one"),
    QT_TRANSLATE_NOOP("SettingWords", "How much of the training text is kept for the test when no test text is named; 0: the test has the sentences of validation"),
    QT_TRANSLATE_NOOP("SettingWords", "Which sentences of the training text are kept for validation and test: the last ones, or spread evenly, for a text that is sorted"),
    QT_TRANSLATE_NOOP("SettingWords", "Sentences of a text file with fewer words are left out (Kim et al. 2018: 1)"),
    QT_TRANSLATE_NOOP("SettingWords", "Sentences of a text file with more words are left out (Kim et al. 2018: 200); 0: none are, and a line of more than 2,000 words is an error"),
    QT_TRANSLATE_NOOP("SettingWords", "How many words of a text file the model knows, the most frequent ones of the training text, of equals those that come first (Kim et al. 2018: 70,000); 0: all"),
    QT_TRANSLATE_NOOP("SettingWords", "Words that the training text has fewer times than this are read as unknown"),
    QT_TRANSLATE_NOOP("SettingWords", "Fixes the synthetic sentences; He et al. 2019 used this number with another generator of random numbers"),
    QT_TRANSLATE_NOOP("SettingWords", "Synthetic sentences to train on (He et al. 2019: 16,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Synthetic sentences to validate on (He et al. 2019: 2,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Synthetic sentences kept for the test (He et al. 2019: 2,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Different words the generator can use (He et al. 2019: 1,000)"),
    QT_TRANSLATE_NOOP("SettingWords", "Words in every synthetic sentence (He et al. 2019: 10)"),
    QT_TRANSLATE_NOOP("SettingWords", "The generator's latent-to-vocabulary weights are uniform in plus or minus this (He et al. 2019: 5); larger makes sentences depend on the latent more"),
    QT_TRANSLATE_NOOP("SettingWords", "Fixes every random draw of the run: weights, order, noise, dropout"),
    QT_TRANSLATE_NOOP("SettingWords", "Width of the encoder's and of the decoder's word embeddings"),
    QT_TRANSLATE_NOOP("SettingWords", "Width of the encoder's LSTM"),
    QT_TRANSLATE_NOOP("SettingWords", "Width of the decoder's LSTM"),
    QT_TRANSLATE_NOOP("SettingWords", "Probability of dropping a unit of the decoder's word embeddings in training (He et al. 2019: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Probability of dropping a unit of the decoder's features before the vocabulary in training (He et al. 2019: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Probability that a word the decoder reads becomes <unk> in training (Bowman et al. 2016); the words it predicts and the encoder's stay"),
    QT_TRANSLATE_NOOP("SettingWords", "Every weight but the embeddings starts uniform in plus or minus this (He et al. 2019: 0.01; Kim et al. 2018: 0.1)"),
    QT_TRANSLATE_NOOP("SettingWords", "Word embeddings start uniform in plus or minus this (He et al. 2019: 0.1)"),
    QT_TRANSLATE_NOOP("SettingWords", "How the encoder's states become one feature: the last one, or mean or max over time (Long et al. 2019); absmax, the value farthest from 0, is our own"),
    QT_TRANSLATE_NOOP("SettingWords", "Feeds z to the features before the vocabulary too (Dieng et al. 2019)"),
    QT_TRANSLATE_NOOP("SettingWords", "Trains the encoder to its limit before each decoder update (He et al. 2019, algorithm 1): off, auto until validation MI falls, or always on"),
    QT_TRANSLATE_NOOP("SettingWords", "Factor on the KL term of the objective; 1 is the ELBO, below 1 a beta-VAE (Higgins et al. 2017)"),
    QT_TRANSLATE_NOOP("SettingWords", "How the KL weight comes to its value: constant, rising linearly (Bowman et al. 2016), rising again in every cycle (cyclical, Fu et al. 2019), or held at the start before it rises (hold, He et al. 2019)"),
    QT_TRANSLATE_NOOP("SettingWords", "Where a rising schedule, or each of its cycles, begins (He et al. 2019: 0.1 for linear, 0 for hold; Fu et al. 2019: 0)"),
    QT_TRANSLATE_NOOP("SettingWords", "How long the linear schedule, or the ramp of hold, rises (He et al. 2019: 10)"),
    QT_TRANSLATE_NOOP("SettingWords", "How long the hold schedule keeps the KL weight at its start before the ramp"),
    QT_TRANSLATE_NOOP("SettingWords", "Cycles of the cyclical schedule over the run's updates, where no period is given (Fu et al. 2019: 4)"),
    QT_TRANSLATE_NOOP("SettingWords", "Length of a cycle of the cyclical schedule, repeated to the end of the run; 0: the run's updates divided by the KL cycles"),
    QT_TRANSLATE_NOOP("SettingWords", "Share of a cycle in which the KL weight rises; it then stays (Fu et al. 2019: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "How the KL weight rises in a cycle (Fu et al. 2019)"),
    QT_TRANSLATE_NOOP("SettingWords", "KL up to this target costs nothing and has no gradient: in nats for each dimension with the kind dimension, else in nats for all dimensions together (Kingma et al. 2016; Li et al. 2019: 8 for 32 dimensions); 0: none. Reported KL and ELBO do without it"),
    QT_TRANSLATE_NOOP("SettingWords", "What the target is compared with: each dimension's KL averaged over the batch (dimension, Kingma et al. 2016); or, of Li et al. 2019, each example's KL (example), the batch's average (batch), or each example's KL in each dimension, with the target divided by the dimensions (example_dimension)"),
    QT_TRANSLATE_NOOP("SettingWords", "Epochs as an autoencoder, with KL weight 0 and no aggressive updates; then the decoder is drawn afresh and schedule, free bits and patience begin (Li et al. 2019); 0: none"),
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
    QT_TRANSLATE_NOOP("SettingWords", "Encoder updates before each decoder update while aggressive updates are on: exactly this many (He et al. 2019, ablation: 10); 0: until the inner rule ends them"),
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
    QT_TRANSLATE_NOOP("SettingWords", "Size of z (He et al. 2019: 1 for the posterior mean space, 32 for text); true posterior means are exact for 1. 0: a language model without latent and encoder, the baseline with exact NLL"),
    QT_TRANSLATE_NOOP("SettingWords", "LSTM layers of the encoder; none of the papers uses more than 1"),
    QT_TRANSLATE_NOOP("SettingWords", "LSTM layers of the decoder; with the skip path z goes into each of them (Dieng et al. 2019)"),
    QT_TRANSLATE_NOOP("SettingWords", "Forward, or both: an LSTM in each direction, and features twice as wide; last is then the forward direction's last state beside the backward one's at the first word"),
    QT_TRANSLATE_NOOP("SettingWords", "How z starts the decoder's last layer: he, cell linear in z and state its tanh (He et al. 2019); kim, state linear in z and cell 0 (Kim et al. 2018)"),
    QT_TRANSLATE_NOOP("SettingWords", "Gives the linear layers (decoder start, encoder head, vocabulary) a bias, as Kim et al. 2018; He et al. 2019 has none"),
    QT_TRANSLATE_NOOP("SettingWords", "SVI steps that refine each posterior before the loss is taken (Kim et al. 2018, SA-VAE: 20; He et al. 2019 ran it with 10); 0: none"),
    QT_TRANSLATE_NOOP("SettingWords", "How the refined loss reaches the encoder: through the refinement steps (SA-VAE, Kim et al. 2018), first order (our shortcut), none: the encoder has its own ELBO (VAE+SVI), or kl: it follows the refined posterior (VAE+SVI+KL)"),
    QT_TRANSLATE_NOOP("SettingWords", "Where refinement begins: at the encoder's posterior, or at the prior, which leaves the encoder untrained (SVI in Kim et al. 2018)"),
    QT_TRANSLATE_NOOP("SettingWords", "Step size of the refinement, on the mean loss of a batch (Kim et al. 2018: 1)"),
    QT_TRANSLATE_NOOP("SettingWords", "Share of each refinement step that is kept in the next (Kim et al. 2018: 0.5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Limit on the gradient norms of each refinement step and of each step of the way back (Kim et al. 2018: 5)"),
    QT_TRANSLATE_NOOP("SettingWords", "Second derivatives are differences of two gradients. norm: posteriors are moved by a distance fixed in all; fixed: by 1e-5 times the direction (Kim et al. 2018), which float resolves badly"),
    QT_TRANSLATE_NOOP("SettingWords", "How far posteriors are moved to take a difference"),
    QT_TRANSLATE_NOOP("SettingWords", "With more than two latent dimensions true posterior means are estimated by importance sampling: effective samples for each probe, of up to six times as many draws; 0: approximate means only, which is faster; -1: 200 where the decoder has at most 300,000 weights, else 0"),
};

/// Units of the settings table.
constexpr const char* units[] = {
    QT_TRANSLATE_NOOP("SettingWords", "sentences"),
    QT_TRANSLATE_NOOP("SettingWords", "words"),
    QT_TRANSLATE_NOOP("SettingWords", "times"),
    QT_TRANSLATE_NOOP("SettingWords", "dimensions"),
    QT_TRANSLATE_NOOP("SettingWords", "units"),
    QT_TRANSLATE_NOOP("SettingWords", "epochs"),
    QT_TRANSLATE_NOOP("SettingWords", "updates"),
    QT_TRANSLATE_NOOP("SettingWords", "cuts"),
    QT_TRANSLATE_NOOP("SettingWords", "cycles"),
    QT_TRANSLATE_NOOP("SettingWords", "nats"),
    QT_TRANSLATE_NOOP("SettingWords", "layers"),
    QT_TRANSLATE_NOOP("SettingWords", "steps"),
    QT_TRANSLATE_NOOP("SettingWords", "samples"),
};

/// Contradictions of validate().
constexpr const char* problems[] = {
    QT_TRANSLATE_NOOP("SettingWords", "Name a text file, or synthetic."),
    QT_TRANSLATE_NOOP("SettingWords", "The synthetic data bring their own validation split: leave validation empty, or name a training text."),
    QT_TRANSLATE_NOOP("SettingWords", "The synthetic data bring their own test split: leave test empty, or name a training text."),
    QT_TRANSLATE_NOOP("SettingWords", "Validation and test together must leave sentences to train on: lower one of the shares."),
    QT_TRANSLATE_NOOP("SettingWords", "No sentence is left: sentence_longest must not be below sentence_shortest."),
    QT_TRANSLATE_NOOP("SettingWords", "The schedule rises: kl_start must not be above kl_weight."),
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
