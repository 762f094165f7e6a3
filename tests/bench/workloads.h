// SPDX-License-Identifier: GPL-3.0-or-later
/// The named workloads: what is done, at which size, on which clock. Both sides of a workload read the same entry.
#pragma once

#include "core/model/parameters.h"
#include "tests/bench/measurement.h"

#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

enum class Task {
    FullUpdate,         ///< both sides stepped
    InnerUpdate,        ///< encoder stepped
    GridMeans,          ///< means of p(z|x) from the published 400 points
    ExactMeans,         ///< ours: adaptive quadrature with approximate posterior and lag
    PreviewMeans,       ///< ours: the coarse version
    ImportanceNll,      ///< importance-weighted -log p(x), 500 samples
    MutualInformation,  ///< encoder pass and the full-set estimator
    ProbeRefresh,       ///< all that a probe measures
    Replot,             ///< four curve plots after one more point
};

enum class Clock {
    Cpu,
    Wall,  ///< ours works on two threads
};

struct Workload {
    std::string name;
    std::string what;
    Task task = Task::FullUpdate;
    std::string unit = "updates";
    Clock clock = Clock::Cpu;
    int rounds = 0;  ///< at most; 0: as many as the driver is told
    /// Another workload whose straightforward side is this one's too; empty: own. "none": there is none.
    std::string straightforwardAs;

    // Updates
    ModelShape shape{.vocabulary = 1004};
    int batch = 16;
    int length = 12;  ///< tokens with both markers
    InnerClip innerClip = InnerClip::Joint;
    int shards = 1;

    // Evaluations, on the trained toy model
    int sentences = 0;  ///< of the straightforward side as many as fit the effort: rates are per sentence

    // Plots
    int points = 0;

    Effort effort;
};

enum class Extent {
    Full,
    Quick,  ///< less time each, and the large shapes shorter
};
[[nodiscard]] std::vector<Workload> allWorkloads(Extent extent);

/// Names in `wanted` (comma-separated; empty: all) choose the workload of that name and all whose name begins with it
/// and an underscore, or just the first part: "toy", "growth", "growth_batch".
[[nodiscard]] std::vector<Workload> chosenWorkloads(const std::vector<Workload>& all, std::string_view wanted);

[[nodiscard]] bool isUpdate(const Workload& workload);
[[nodiscard]] bool needsTrainedModel(const Workload& workload);

/// Floating-point operations that one update needs at least, a multiply-add counting two: matrix products only.
/// With N = B T tokens read by the encoder and M = B (T - 1) steps of the decoder, weights W of a product of n rows
/// cost 2 n |W| each in the forward pass, for the gradient of its input and for the gradient of W:
///   encoder  3 * 2 N 4H (E + H)
///   decoder  3 * 2 M 4H (E + Z + H)
///   output   3 * 2 M H V
/// An inner update that clips on the encoder's norm leaves out the decoder's weight gradients and the gradient of its
/// embeddings: decoder 2 M 4H (E + Z + H) + 2 M 4H (Z + H), output 2 * 2 M H V.
/// The toy (B 16, T 12, V 1004, E = H = 50): 97.4e6, and 69.0e6 with the encoder's clip.
[[nodiscard]] double updateFlops(const Workload& workload);

}  // namespace collapsar
