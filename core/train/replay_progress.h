// SPDX-License-Identifier: GPL-3.0-or-later
/// How replaying tells how far it is.
#pragma once

#include <functional>
#include <string>

namespace collapsar {

/// What is done and how much of it, 0..1. False cancels.
using ReplayProgress = std::function<bool(double fraction, const std::string& what)>;

}  // namespace collapsar
