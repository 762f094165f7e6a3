// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/data_summary.h"

#include "core/data/corpus.h"
#include "core/report/settings_table.h"

namespace collapsar {

Result<CorpusSummaryPointer> summariseData(const Settings& settings, const DataProgress& progress) {
    std::string problems;
    for (const SettingProblem& problem : validate(settings))
        problems += (problems.empty() ? "" : "\n") + problem.detail;
    if (!problems.empty()) return Error{ErrorCode::InvalidSettings, problems};
    const Result<CorpusPointer> corpus = loadCorpus(settings, progress);
    if (!corpus.ok()) return corpus.error();
    return corpus.value()->summary;
}

}  // namespace collapsar
