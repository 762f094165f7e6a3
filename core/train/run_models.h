// SPDX-License-Identifier: GPL-3.0-or-later
/// The models that runs had at places of their histories, for questions that the journal does not answer. Torch-free.
#pragma once

#include "core/report/generated_words.h"
#include "core/report/result.h"
#include "core/report/run_details.h"
#include "core/train/replay_progress.h"

#include <filesystem>
#include <memory>

namespace collapsar {

enum class Nearness {
    Checkpoint,  ///< the newest checkpoint at or before the place; the first one where there is none before: no waiting
    Exact,       ///< that very place, made again by training on; see replay.h
};

struct ModelPlace {
    std::filesystem::path folder;  ///< NAME.run; may be training meanwhile, here or in another process
    Position at;
    Nearness nearness = Nearness::Checkpoint;
};

struct ModelAt;  ///< core/train/model_at.h
using ModelAtPointer = std::shared_ptr<const ModelAt>;

/// Keeps the corpora and the last few models, so that a second question about the same place is quick. Any thread;
/// everything blocks.
class RunModels {
public:
    RunModels();
    ~RunModels();
    RunModels(const RunModels&) = delete;
    RunModels& operator=(const RunModels&) = delete;

    /// errors  FileMissing: no checkpoint yet; DataChanged; as reading the folder and its data; as weightsAt;
    ///         Interrupted when `progress` said no.
    [[nodiscard]] Result<ModelAtPointer> at(const ModelPlace& place, const ReplayProgress& progress = {});

    /// errors  InvalidSettings: a request that cannot be met, by name (no such probe, a language model has no latents
    ///         to reconstruct from, count, beam width or temperature out of range); as at(). Interrupted.
    [[nodiscard]] Result<GeneratedWordsPointer> words(const ModelPlace& place, const WordsRequest& request,
                                                      const ReplayProgress& progress = {});

    /// Of at most `sentences` of the validation set. errors  as at(); Interrupted.
    [[nodiscard]] Result<RunDetailsPointer> details(const ModelPlace& place, int sentences = 500,
                                                    const ReplayProgress& progress = {});

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace collapsar
