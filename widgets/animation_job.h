// SPDX-License-Identifier: GPL-3.0-or-later
/// An animation on its way to disk, on a thread of its own.
#pragma once

#include "widgets/animation_writer.h"

#include <QObject>
#include <thread>

namespace collapsar {

class AnimationJob : public QObject {
    Q_OBJECT

public:
    explicit AnimationJob(QObject* parent = nullptr);
    /// Cancels and waits for at most one frame.
    ~AnimationJob() override;

    /// One at a time: false while another is being written. written() or failed() follows.
    bool start(AnimationRequest request, std::vector<FigureRun> runs);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    /// At most 20 times a second, and at the end.
    void progressed(int done, int total);
    void written(const QString& path, const collapsar::AnimationReport& report);
    /// Also when cancelled: ErrorCode::Interrupted.
    void failed(const collapsar::Error& error);

private:
    void finish(const QString& path, const Result<AnimationReport>& result);

    bool m_isRunning = false;
    std::jthread m_thread;
};

}  // namespace collapsar
