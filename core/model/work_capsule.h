// SPDX-License-Identifier: GPL-3.0-or-later
/// Carries a work object inside an autograd node, so that it lives exactly as long as the node. Private to the
/// operations.
#pragma once

#include "core/model/touched_words.h"
#include "core/nn/shard_thread.h"

#include <torch/torch.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace collapsar {

template <typename Work>
struct WorkCapsule : torch::CustomClassHolder {
    explicit WorkCapsule(std::shared_ptr<Work> held) : work(std::move(held)) {}
    std::shared_ptr<Work> work;
};

template <typename Work>
void keepWork(torch::autograd::AutogradContext* context, std::shared_ptr<Work> work) {
    auto capsule = c10::make_intrusive<WorkCapsule<Work>>(std::move(work));
    context->saved_data["work"] = c10::IValue::make_capsule(std::move(capsule));
}

template <typename Work>
[[nodiscard]] Work& keptWork(torch::autograd::AutogradContext* context) {
    const auto capsule = context->saved_data["work"].toCapsule();
    return *static_cast<WorkCapsule<Work>*>(capsule.get())->work;
}

/// An object of the pool that no node holds, or a new one.
template <typename Work, typename Make>
[[nodiscard]] std::shared_ptr<Work> idleWorkOf(std::vector<std::shared_ptr<Work>>& pool, Make make) {
    for (const auto& work : pool) {
        if (work.use_count() == 1) return work;
    }
    pool.push_back(make());
    return pool.back();
}

/// Works both shards, the second on the other thread; without one (a single shard) the first alone.
template <typename Work>
void onShards(ShardThread* thread, Work work) {
    if (!thread) {
        work(0);
        return;
    }
    thread->run([&] { work(0); }, [&] { work(1); });
}

/// What the second shard gathers on its own, where its batch can have touched anything.
inline void clearShard(float* part, const std::vector<FlatRange>& touched) {
    for (const FlatRange& range : touched)
        std::fill_n(part + range.first, range.size, 0.0F);
}
/// sum += part, element by element.
inline void addShard(float* sum, const float* part, const std::vector<FlatRange>& touched) {
    for (const FlatRange& range : touched) {
        for (std::int64_t i = range.first; i < range.first + range.size; ++i)
            sum[i] += part[i];
    }
}

}  // namespace collapsar
