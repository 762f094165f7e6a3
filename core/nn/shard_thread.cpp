// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/shard_thread.h"

#include <chrono>

namespace collapsar {
namespace {

/// Longer than the gaps inside an update, so that the thread sleeps only between updates that are far apart.
constexpr auto patience = std::chrono::microseconds(200);

void pause() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

}  // namespace

ShardThread::ShardThread(int threads) {
    if (threads == 0) threads = std::thread::hardware_concurrency() == 1 ? 1 : 2;
    if (threads > 1) m_thread = std::thread([this] { work(); });
}

ShardThread::~ShardThread() {
    m_state.store(Closing, std::memory_order_release);
    m_state.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

void ShardThread::offer() {
    m_thrown = nullptr;
    m_state.store(Offered, std::memory_order_release);
    m_state.notify_one();
}

void ShardThread::finish() {
    int offered = Offered;
    if (m_state.compare_exchange_strong(offered, Idle, std::memory_order_acq_rel)) {
        callSecond();
        return;
    }
    for (int turn = 0; m_state.load(std::memory_order_acquire) != Done; ++turn) {
        if (turn < 4096) {
            pause();
        } else {
            std::this_thread::yield();
        }
    }
    m_state.store(Idle, std::memory_order_relaxed);
}

void ShardThread::callSecond() {
    try {
        m_call(m_work);
    } catch (...) {
        m_thrown = std::current_exception();
    }
}

/// Looks for work without sleeping for a while, then sleeps.
ShardThread::State ShardThread::awaitOffer() {
    const auto begun = std::chrono::steady_clock::now();
    for (;;) {
        for (int turn = 0; turn < 64; ++turn) {
            const int state = m_state.load(std::memory_order_acquire);
            if (state == Offered || state == Closing) return static_cast<State>(state);
            pause();
        }
        if (std::chrono::steady_clock::now() - begun < patience) continue;
        const int state = m_state.load(std::memory_order_acquire);
        if (state != Offered && state != Closing) m_state.wait(state, std::memory_order_acquire);
    }
}

void ShardThread::work() {
    while (awaitOffer() != Closing) {
        int offered = Offered;
        if (!m_state.compare_exchange_strong(offered, Taken, std::memory_order_acq_rel)) continue;
        callSecond();
        m_state.store(Done, std::memory_order_release);
    }
}

}  // namespace collapsar
