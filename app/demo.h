// SPDX-License-Identifier: GPL-3.0-or-later
/// The default demo without a window: trains a preset's runs, tells how far they are, and writes figures, curves and a
/// verdict in words. What is done already is not done again.
#pragma once

#include "app/command_line.h"
#include "app/engine.h"
#include "core/train/preset.h"

#include <QString>

#include <memory>

namespace collapsar {

struct DemoPlan {
    QString folder;
    Preset preset;
};

/// The default demo: the first preset, with `updates` for each run, or fewer for aggressive ones when 0.
[[nodiscard]] DemoPlan defaultDemo(const QString& folder, int updates);
/// Blocks in an event loop until it is done; progress goes to stdout.
[[nodiscard]] DesktopExit runDemo(const DemoPlan& plan, std::unique_ptr<Engine> engine);

/// The first line of verdict.txt: what the demo was made of. Equal lines: nothing to do.
[[nodiscard]] QString demoFingerprint(const Preset& preset);

}  // namespace collapsar
