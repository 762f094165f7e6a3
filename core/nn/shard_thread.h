// SPDX-License-Identifier: GPL-3.0-or-later
/// A second thread for the second half of a batch. Who works which half never changes a result: the halves share no
/// memory that either writes.
#pragma once

#include <atomic>
#include <exception>
#include <thread>
#include <type_traits>

namespace collapsar {

class ShardThread {
public:
    /// `threads` 1: no other thread is made and run() works both here, with the same result; 0: 1 on a machine with one
    /// core, else 2. The thread inherits the priority of the one that makes it.
    explicit ShardThread(int threads = 0);
    ~ShardThread();
    ShardThread(const ShardThread&) = delete;
    ShardThread& operator=(const ShardThread&) = delete;

    /// Works both and returns when both are done: `first` here, `second` on the other thread, or here too if that one
    /// has not begun by then (a busy machine). What they throw is thrown on; both have ended then. One caller at a
    /// time.
    template <typename First, typename Second>
    void run(First&& first, Second&& second) {
        m_call = [](void* work) { (*static_cast<std::remove_reference_t<Second>*>(work))(); };
        m_work = const_cast<void*>(static_cast<const void*>(&second));
        offer();
        std::exception_ptr thrown;
        try {
            first();
        } catch (...) {
            thrown = std::current_exception();
        }
        finish();
        if (!thrown) thrown = m_thrown;
        if (thrown) std::rethrow_exception(thrown);
    }

private:
    enum State : int { Idle, Offered, Taken, Done, Closing };

    void offer();
    void finish();
    void work();
    void callSecond();
    [[nodiscard]] State awaitOffer();

    std::atomic<int> m_state{Idle};
    void (*m_call)(void*) = nullptr;
    void* m_work = nullptr;
    std::exception_ptr m_thrown;
    std::thread m_thread;
};

}  // namespace collapsar
