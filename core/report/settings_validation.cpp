// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/settings_rows.h"
#include "core/report/settings_table.h"

#include <array>

namespace collapsar {

namespace {

/// Two settings, each possible alone, that cannot be together. `name` is the one to change.
struct Contradiction {
    std::string_view name;
    std::string_view detail;
    bool (*holds)(const Settings&);
};

constexpr std::array contradictions{
    Contradiction{"data", "Name a text file, or synthetic.", [](const Settings& s) { return s.data.empty(); }},
    Contradiction{
        "validation",
        "The synthetic data bring their own validation split: leave validation empty, or name a training text.",
        [](const Settings& s) { return s.data == "synthetic" && !s.validation.empty(); }},
    Contradiction{"test", "The synthetic data bring their own test split: leave test empty, or name a training text.",
                  [](const Settings& s) { return s.data == "synthetic" && !s.test.empty(); }},
    Contradiction{"test_share",
                  "Validation and test together must leave sentences to train on: lower one of the shares.",
                  [](const Settings& s) {
                      return s.data != "synthetic" && s.validation.empty() && s.test.empty() &&
                             s.validationShare + s.testShare >= 1;
                  }},
    Contradiction{"sentence_longest", "No sentence is left: sentence_longest must not be below sentence_shortest.",
                  [](const Settings& s) { return s.sentenceLongest > 0 && s.sentenceLongest < s.sentenceShortest; }},
    Contradiction{"kl_start", "The schedule rises: kl_start must not be above kl_weight.",
                  [](const Settings& s) { return s.klSchedule != KlSchedule::Constant && s.klStart > s.klWeight; }},
    Contradiction{"freeze_decoder", "With encoder and decoder frozen nothing is trained: free one of them.",
                  [](const Settings& s) { return s.freezeEncoder && s.freezeDecoder; }},
    Contradiction{"aggressive", "A language model (latent 0) has no encoder to train to its limit: set aggressive=off.",
                  [](const Settings& s) { return s.latent == 0 && s.aggressive != Aggressive::Off; }},
    Contradiction{"pooling",
                  "A language model (latent 0) has no encoder whose states could be pooled: set pooling=last.",
                  [](const Settings& s) { return s.latent == 0 && s.pooling != Pooling::Last; }},
    Contradiction{"skip", "A language model (latent 0) has no latent that could skip layers: set skip=off.",
                  [](const Settings& s) { return s.latent == 0 && s.skip; }},
    Contradiction{"freeze_decoder", "A language model (latent 0) is its decoder: set freeze_decoder=off.",
                  [](const Settings& s) { return s.latent == 0 && s.freezeDecoder && !s.freezeEncoder; }},
    Contradiction{"pretrain_epochs",
                  "A language model (latent 0) has no encoder to train beforehand: set pretrain_epochs=0.",
                  [](const Settings& s) { return s.latent == 0 && s.pretrainEpochs > 0; }},
    Contradiction{"svi_steps", "A language model (latent 0) has no posteriors to refine: set svi_steps=0.",
                  [](const Settings& s) { return s.latent == 0 && s.sviSteps > 0; }},
    Contradiction{"svi_gradient",
                  "With svi_start=zero the encoder's posterior takes no part: use svi_gradient=none or through.",
                  [](const Settings& s) {
                      return s.sviSteps > 0 && s.sviStart == SviStart::Zero &&
                             (s.sviGradient == SviGradient::Kl || s.sviGradient == SviGradient::FirstOrder);
                  }},
    Contradiction{"posterior", "A language model (latent 0) has no posterior: set posterior=gaussian.",
                  [](const Settings& s) { return s.latent == 0 && s.posterior != PosteriorKind::Gaussian; }},
    Contradiction{"batch", "With posterior=batch_norm a batch needs at least 2 sentences to normalise over.",
                  [](const Settings& s) { return s.posterior == PosteriorKind::BatchNorm && s.batch < 2; }},
    Contradiction{"shards", "Each shard needs a sentence: shards must not be above batch.",
                  [](const Settings& s) { return s.shards > s.batch; }},
};

}  // namespace

std::vector<SettingProblem> validate(const Settings& settings) {
    std::vector<SettingProblem> problems;
    for (const SettingRow& row : settingRows()) {
        Settings scratch;
        const auto read = setSetting(scratch, row.info.name, settingText(settings, row.info.name));
        if (!read) problems.push_back({std::string(row.info.name), read.error().detail});
    }
    for (const Contradiction& each : contradictions) {
        if (each.holds(settings)) problems.push_back({std::string(each.name), std::string(each.detail)});
    }
    return problems;
}

}  // namespace collapsar
