// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/termination_signals.h"

#include <ctime>

namespace collapsar {

TerminationSignals::TerminationSignals() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
}

TerminationSignals::~TerminationSignals() {
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

int TerminationSignals::wait(int milliseconds) const {
    const timespec patience{milliseconds / 1000, static_cast<long>(milliseconds % 1000) * 1'000'000};
    const int signal = sigtimedwait(&m_signals, nullptr, &patience);
    return signal > 0 ? signal : 0;
}

}  // namespace collapsar
