// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/animation_job.h"

#include <QElapsedTimer>
#include <exception>

namespace collapsar {
namespace {

constexpr qint64 progressMilliseconds = 50;

Result<AnimationReport> writeGuarded(const AnimationRequest& request, const std::vector<FigureRun>& runs,
                                     const std::stop_token& stop, const AnimationProgress& progress) {
    try {
        return writeAnimation(request, runs, stop, progress);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what()};
    }
}

}  // namespace

AnimationJob::AnimationJob(QObject* parent) : QObject(parent) {}

AnimationJob::~AnimationJob() {
    cancel();
    if (m_thread.joinable()) m_thread.join();
}

bool AnimationJob::start(AnimationRequest request, std::vector<FigureRun> runs) {
    if (m_isRunning) return false;
    m_isRunning = true;
    m_thread = std::jthread([this, request = std::move(request), runs = std::move(runs)](const std::stop_token& stop) {
        QElapsedTimer sinceTold;
        const auto tell = [&](int done, int total) {
            if (sinceTold.isValid() && sinceTold.elapsed() < progressMilliseconds && done < total) return;
            sinceTold.start();
            QMetaObject::invokeMethod(
                this, [this, done, total] { emit progressed(done, total); }, Qt::QueuedConnection);
        };
        const Result<AnimationReport> result = writeGuarded(request, runs, stop, tell);
        QMetaObject::invokeMethod(
            this, [this, path = request.path, result] { finish(path, result); }, Qt::QueuedConnection);
    });
    return true;
}

void AnimationJob::cancel() {
    m_thread.request_stop();
}

void AnimationJob::finish(const QString& path, const Result<AnimationReport>& result) {
    m_isRunning = false;
    if (result)
        emit written(path, result.value());
    else
        emit failed(result.error());
}

}  // namespace collapsar
