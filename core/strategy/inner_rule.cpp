// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/inner_rule.h"

namespace collapsar {

InnerLoop beginInnerLoop() {
    InnerLoop loop;
    loop.active = true;
    return loop;
}

void resetWindow(InnerLoop& loop) {
    loop.windowLoss = 0;
    loop.windowWords = 0;
    loop.previousWindow = InnerLoop::noWindow;
}

void bookInnerUpdate(InnerLoop& loop, const Settings& settings, double lossSum, std::int64_t words) {
    ++loop.done;
    if (settings.innerUpdates > 0) {
        loop.active = loop.done < settings.innerUpdates;
        return;
    }
    loop.windowLoss += lossSum;
    loop.windowWords += words;
    if (loop.done % settings.innerWindow == 0 && loop.windowWords > 0) {
        const double average = loop.windowLoss / static_cast<double>(loop.windowWords);
        if (average > loop.previousWindow) loop.active = false;
        loop.previousWindow = average;
        loop.windowLoss = 0;
        loop.windowWords = 0;
    }
    if (loop.done >= settings.innerLimit - 1) loop.active = false;
}

}  // namespace collapsar
