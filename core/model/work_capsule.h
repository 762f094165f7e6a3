// SPDX-License-Identifier: GPL-3.0-or-later
/// Carries a work object inside an autograd node, so that it lives exactly as long as the node. Private to the
/// operations.
#pragma once

#include <torch/torch.h>

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

/// sum += part, element by element; part is what the second shard gathered on its own.
inline void addShard(float* sum, const float* part, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        sum[i] += part[i];
}

}  // namespace collapsar
