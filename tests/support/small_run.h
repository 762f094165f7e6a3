// SPDX-License-Identifier: GPL-3.0-or-later
/// Settings of a run that trains in a blink, for tests.
#pragma once

#include "core/report/settings.h"

namespace collapsar {

[[nodiscard]] inline Settings smallSettings() {
    Settings settings;
    settings.syntheticTraining = 96;
    settings.syntheticValidation = 24;
    settings.syntheticTest = 24;
    settings.syntheticVocabulary = 40;
    settings.syntheticLength = 6;
    settings.embedding = 6;
    settings.encoderHidden = 8;
    settings.decoderHidden = 8;
    settings.initScale = 0.2;
    settings.batch = 8;
    settings.updates = 30;
    settings.evaluateEvery = 10;
    settings.probeExamples = 12;
    settings.decayPatience = 0;
    return settings;
}

}  // namespace collapsar
