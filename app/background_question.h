// SPDX-License-Identifier: GPL-3.0-or-later
/// Questions that take a while, asked from the window's thread and answered there: one at a time, and of those that
/// wait only the newest.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace collapsar {

/// The window's thread only. Answer: what the work gives; copyable.
template <class Answer>
class BackgroundQuestion {
public:
    /// Run in the background; soon returns, with anything, once the flag is up.
    using Work = std::function<Answer(const std::atomic<bool>& cancelled)>;
    using Answered = std::function<void(const Answer&)>;

    BackgroundQuestion() { m_pool.setMaxThreadCount(1); }
    /// Waits for work under way, which is told to end. Nothing is answered any more.
    ~BackgroundQuestion() {
        cancel();
        m_pool.waitForDone();
    }
    BackgroundQuestion(const BackgroundQuestion&) = delete;
    BackgroundQuestion& operator=(const BackgroundQuestion&) = delete;

    /// What was asked before and is not answered yet never will be.
    void ask(Work work, Answered answered) {
        cancel();
        m_cancelled = std::make_shared<std::atomic<bool>>(false);
        m_pool.start([this, cancelled = m_cancelled, work = std::move(work), answered = std::move(answered)] {
            if (*cancelled) return;
            Answer answer = work(*cancelled);
            QMetaObject::invokeMethod(&m_home, [cancelled, answered, answer = std::move(answer)] {
                if (!cancelled->exchange(true)) answered(answer);
            });
        });
    }
    void cancel() {
        if (m_cancelled) *m_cancelled = true;
    }
    [[nodiscard]] bool isAsking() const { return m_cancelled && !*m_cancelled; }

private:
    QObject m_home;  ///< of the window's thread
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

}  // namespace collapsar
