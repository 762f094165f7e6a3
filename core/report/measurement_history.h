// SPDX-License-Identifier: GPL-3.0-or-later
/// All measurements of a run, in order of arrival. Kept in pieces of one length, so that neither appending nor copying
/// moves what is there: a million of them are 220 MiB.
#pragma once

#include "core/report/measurement.h"

#include <memory>
#include <span>
#include <vector>

namespace collapsar {

/// A value: a copy shares the full pieces, which nobody changes, and may be read on another thread.
class MeasurementHistory {
public:
    static constexpr std::size_t pieceLength = 1024;

    MeasurementHistory() = default;
    explicit MeasurementHistory(std::span<const Measurement> points) { append(points); }

    /// O(new points).
    void append(std::span<const Measurement> points);

    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] std::size_t size() const { return m_full.size() * pieceLength + m_newest.size(); }
    /// Oldest first; none is empty. Valid until the next append.
    [[nodiscard]] std::vector<std::span<const Measurement>> pieces() const;
    /// The last one that has this column; NaN without any.
    [[nodiscard]] double last(double Measurement::*column) const;
    /// A copy in one piece.
    [[nodiscard]] std::vector<Measurement> joined() const;

private:
    std::vector<std::shared_ptr<const std::vector<Measurement>>> m_full;
    std::vector<Measurement> m_newest;  ///< shorter than a piece
};

}  // namespace collapsar
