// SPDX-License-Identifier: GPL-3.0-or-later
/// What a person does to a run while it trains. Settings, seed and the list of interventions determine the run.
#pragma once

#include "core/report/result.h"
#include "core/report/settings.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace collapsar {

/// Where a run stands: completed outer updates, and completed inner updates of the one under way.
struct Position {
    std::int64_t update = 0;
    std::int32_t inner = 0;

    auto operator<=>(const Position&) const = default;
};

enum class Action {
    None,                 ///< a live setting was changed
    StepEncoder,          ///< one encoder-only update on the next inner batch
    StepDecoder,          ///< one decoder-only update on the next outer batch; counts as that outer update
    ReinitialiseDecoder,  ///< fresh decoder weights and optimiser state
};

/// Applied before the next inner or outer update that follows `at`.
struct Intervention {
    Position at;
    Action action = Action::None;
    std::string field;     ///< stable name of a live setting, when action is None
    std::string oldValue;  ///< filled in when applied
    std::string newValue;

    bool operator==(const Intervention&) const = default;
};

/// `UPDATE[.INNER]:key=value` or `UPDATE[.INNER]:action`, actions being step_encoder, step_decoder,
/// reinitialise_decoder.
[[nodiscard]] Result<Intervention> parseIntervention(std::string_view text);
/// The same form back.
[[nodiscard]] std::string interventionText(const Intervention& intervention);
/// Refuses settings that are not live and values out of range.
[[nodiscard]] Result<void> checkIntervention(const Intervention& intervention);
/// Also what the model of a run with these settings does not have: a language model has no encoder and no latent.
[[nodiscard]] Result<void> checkIntervention(const Intervention& intervention, const Settings& run);

}  // namespace collapsar
