// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_cache.h"

#include <algorithm>
#include <chrono>

namespace collapsar {

ModelAtPointer ModelCache::find(const std::string& key) {
    const auto place = std::ranges::find(m_models, key, &std::pair<std::string, ModelAtPointer>::first);
    if (place == m_models.end()) return nullptr;
    m_models.splice(m_models.begin(), m_models, place);
    return m_models.front().second;
}

Result<ModelAtPointer> ModelCache::get(const std::string& key, const std::function<Result<ModelAtPointer>()>& make,
                                       const ReplayProgress& progress) {
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (ModelAtPointer model = find(key)) return model;
            if (m_making.insert(key).second) break;
            m_changed.wait_for(lock, std::chrono::milliseconds(50));
        }
        if (progress && !progress(0, "Waiting for the model")) return Error{ErrorCode::Interrupted, "Stopped."};
    }
    struct Making {  // also when `make` throws
        ModelCache& cache;
        const std::string& key;
        ModelAtPointer model;

        ~Making() {
            const std::lock_guard lock(cache.m_mutex);
            cache.m_making.erase(key);
            if (model) cache.m_models.emplace_front(key, std::move(model));
            if (cache.m_models.size() > cache.m_most) cache.m_models.pop_back();
            cache.m_changed.notify_all();
        }
    } making{*this, key, nullptr};
    Result<ModelAtPointer> made = make();
    if (made.ok()) making.model = made.value();
    return made;
}

}  // namespace collapsar
