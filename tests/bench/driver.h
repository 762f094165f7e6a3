// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs the sides of the chosen workloads, each in a process of its own, in alternating rounds, and reports medians.
#pragma once

#include <string>

namespace collapsar {

struct DriverOptions {
    std::string program;    ///< this program; the plots' program lies beside it
    std::string workloads;  ///< comma-separated; empty: all
    int rounds = 5;
    bool isQuick = false;
};

/// -> the report, JSON. Progress and failed sides go to stderr; a side that failed is left out of the report.
[[nodiscard]] std::string drive(const DriverOptions& options);

}  // namespace collapsar
