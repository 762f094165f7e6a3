// SPDX-License-Identifier: GPL-3.0-or-later
/// A batch of equal-length sentences as the model sees it, and how its rows are split in shards.
#pragma once

#include <cstdint>
#include <span>

namespace collapsar {

/// Token ids in [0, V), row-major [rows, length], every row `<s> ... </s>`; length at least 2. Only looked at.
struct TokenView {
    std::span<const std::int32_t> tokens;
    int rows = 0;
    int length = 0;
};

struct RowRange {
    std::int64_t first = 0, count = 0;
};

/// Shard 0 of 2 takes the first ceil(rows / 2) rows, shard 1 the rest (maybe none). The result of an operation depends
/// on the number of shards, never on which thread works them.
[[nodiscard]] constexpr RowRange shardRows(std::int64_t rows, int shards, int shard) {
    const std::int64_t first = shards == 2 ? (rows + 1) / 2 : rows;
    return shard == 0 ? RowRange{0, first} : RowRange{first, rows - first};
}

}  // namespace collapsar
