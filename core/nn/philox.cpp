// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/philox.h"

#include "core/nn/kernels.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace collapsar {
namespace {

__extension__ typedef unsigned __int128 Wide;

PhiloxStart startOf(const DrawKey& key, std::uint32_t call) {
    const auto streamWord =
        static_cast<std::uint32_t>(key.stream) << 24 | (static_cast<std::uint32_t>(key.update >> 32) & 0xFFFFFFU);
    return {call,
            key.inner,
            static_cast<std::uint32_t>(key.update),
            streamWord,
            static_cast<std::uint32_t>(key.seed),
            static_cast<std::uint32_t>(key.seed >> 32)};
}

/// Calls `use(words, offset, count)` for pieces of the fill; `words` holds whole philox calls.
template <typename Use>
void forWords(const DrawKey& key, std::size_t size, std::uint32_t first, Use use) {
    assert(first % 4 == 0);
    constexpr std::size_t piece = 512;
    std::array<std::uint32_t, piece> words;
    for (std::size_t offset = 0; offset < size; offset += piece) {
        const std::size_t count = std::min(piece, size - offset);
        const auto call = static_cast<std::uint32_t>((first + offset) / 4);
        kernels().philoxFill(startOf(key, call), words.data(), static_cast<std::int64_t>((count + 3) / 4));
        use(words.data(), offset, count);
    }
}

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    auto [c0, c1, c2, c3] = counter;
    auto [k0, k1] = key;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53} * c0;
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * c2;
        c0 = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ k0;
        c1 = static_cast<std::uint32_t>(p1);
        c2 = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ k1;
        c3 = static_cast<std::uint32_t>(p0);
        k0 += 0x9E3779B9U;
        k1 += 0xBB67AE85U;
    }
    return {c0, c1, c2, c3};
}

void fillUniform(const DrawKey& key, std::span<float> out, float low, float high, std::uint32_t first) {
    forWords(key, out.size(), first, [&](const std::uint32_t* words, std::size_t offset, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            out[offset + i] = low + (high - low) * (static_cast<float>(words[i] >> 8) * 0x1p-24F);
        }
    });
}

void fillNormal(const DrawKey& key, std::span<float> out, std::uint32_t first) {
    forWords(key, out.size(), first, [&](const std::uint32_t* words, std::size_t offset, std::size_t count) {
        for (std::size_t i = 0; i < count; i += 2) {
            const double radius = std::sqrt(-2 * std::log((words[i] + 1.0) * 0x1p-32));
            const double angle = 2 * std::numbers::pi * (words[i + 1] * 0x1p-32);
            out[offset + i] = static_cast<float>(radius * std::cos(angle));
            if (i + 1 < count) out[offset + i + 1] = static_cast<float>(radius * std::sin(angle));
        }
    });
}

void fillDropout(const DrawKey& key, std::span<float> out, float rate, std::uint32_t first) {
    assert(rate >= 0 && rate < 1 && first % 4 == 0);
    const auto threshold = static_cast<std::uint32_t>(static_cast<double>(rate) * 0x1p32);
    const float scale = 1.0F / (1.0F - rate);
    const std::size_t whole = out.size() / 4;
    kernels().dropoutFill(startOf(key, first / 4), out.data(), static_cast<std::int64_t>(whole), threshold, scale);
    const std::size_t left = out.size() % 4;
    if (left == 0) return;
    std::array<float, 4> last;
    const auto call = static_cast<std::uint32_t>(first / 4 + whole);
    kernels().dropoutFill(startOf(key, call), last.data(), 1, threshold, scale);
    std::copy_n(last.begin(), left, out.end() - static_cast<std::ptrdiff_t>(left));
}

std::uint64_t uniformInteger(const DrawKey& key, std::uint64_t bound, std::uint32_t element) {
    assert(bound > 0);
    const PhiloxStart start = startOf(key, element);
    const auto words =
        philox({start.element, start.inner, start.updateLow, start.streamWord}, {start.keyLow, start.keyHigh});
    const std::uint64_t draw = std::uint64_t{words[1]} << 32 | words[0];
    return static_cast<std::uint64_t>((static_cast<Wide>(draw) * bound) >> 64);
}

std::uint64_t nameHash(std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

}  // namespace collapsar
