// SPDX-License-Identifier: GPL-3.0-or-later
/// All measurements of a run, in order of arrival. Kept in pieces of one length, so that neither appending nor copying
/// moves what is there: a million of them are 280 MiB.
#pragma once

#include "core/report/measurement.h"

#include <cstdint>
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
    /// The row at the highest position up to `position` that has this column, the later arrival of two; null without
    /// any. Valid until the next append. Rows may have arrived out of order by up to pieceLength. Finding the place is
    /// O(log n), then two or three pieces are read; full ones without the column cost one test each (a million rows:
    /// below a thousand tests).
    [[nodiscard]] const Measurement* newest(Position position, double Measurement::*column) const;
    /// A copy in one piece.
    [[nodiscard]] std::vector<Measurement> joined() const;

private:
    struct Piece {
        std::shared_ptr<const std::vector<Measurement>> rows;
        Position highest;           ///< of this piece and all before it
        std::uint64_t columns = 0;  ///< which are measured in any row, a bit each as in measurementColumns()
    };
    void closePiece();

    std::vector<Piece> m_full;
    std::vector<Measurement> m_newest;  ///< shorter than a piece
};

}  // namespace collapsar
