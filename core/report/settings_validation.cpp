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
    Contradiction{"kl_start", "The linear schedule rises: kl_start must not be above kl_weight.",
                  [](const Settings& s) { return s.klSchedule == KlSchedule::Linear && s.klStart > s.klWeight; }},
    Contradiction{"freeze_decoder", "With encoder and decoder frozen nothing is trained: free one of them.",
                  [](const Settings& s) { return s.freezeEncoder && s.freezeDecoder; }},
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
