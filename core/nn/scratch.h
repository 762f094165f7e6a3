// SPDX-License-Identifier: GPL-3.0-or-later
/// A float buffer that only ever grows, 64-byte aligned: kernels reuse theirs from update to update.
#pragma once

#include <cstdint>
#include <vector>

namespace collapsar {

class Scratch {
public:
    /// Room for `size` floats; what was in it is void.
    float* resize(std::int64_t size) {
        const auto needed = static_cast<std::size_t>(size) + 16;
        if (m_memory.size() < needed) m_memory = std::vector<float>(needed);
        return data();
    }
    [[nodiscard]] float* data() {
        const auto address = reinterpret_cast<std::uintptr_t>(m_memory.data());
        return reinterpret_cast<float*>((address + 63) / 64 * 64);
    }
    [[nodiscard]] const float* data() const { return const_cast<Scratch*>(this)->data(); }

private:
    std::vector<float> m_memory;
};

}  // namespace collapsar
