// SPDX-License-Identifier: GPL-3.0-or-later
/// A corpus summary as a JSON value inside a run's description. For .cpp files of this folder.
#pragma once

#include "core/report/corpus_summary.h"

#include <nlohmann/json.hpp>

#include <string>

namespace collapsar {

[[nodiscard]] nlohmann::ordered_json corpusValue(const CorpusSummary& summary);
/// `value` null: an older file, without it. Returns what is wrong, and then leaves `summary` as it was; empty: nothing.
[[nodiscard]] std::string readCorpus(const nlohmann::ordered_json* value, CorpusSummaryPointer& summary);

}  // namespace collapsar
