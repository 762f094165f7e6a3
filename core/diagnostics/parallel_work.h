// SPDX-License-Identifier: GPL-3.0-or-later
/// One call's work spread over threads, for callers that are not themselves tasks of a pool.
#pragma once

#include <cstdint>
#include <functional>

namespace collapsar {

/// Works one item; called from one thread only.
using ItemWork = std::function<void(std::int64_t item)>;

/// Works items 0 .. items - 1, each once, on up to `threads` threads, this one among them. Every thread makes its own
/// worker first (its scratch memory) and takes the next item when it is free. Blocks until all have ended; the first
/// exception is thrown on, items not begun by then are left out.
void workInParallel(std::int64_t items, int threads, const std::function<ItemWork()>& makeWorker);

}  // namespace collapsar
