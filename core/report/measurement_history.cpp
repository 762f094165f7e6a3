// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measurement_history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace collapsar {

namespace {

/// 0 for what is no column.
std::uint64_t bitOf(double Measurement::*column) {
    const auto& columns = measurementColumns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].value == column) return std::uint64_t{1} << i;
    return 0;
}

std::uint64_t columnsOf(std::span<const Measurement> rows) {
    const auto& columns = measurementColumns();
    std::uint64_t found = 0;
    for (const Measurement& row : rows)
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].value != nullptr && std::isfinite(row.*columns[i].value)) found |= std::uint64_t{1} << i;
    return found;
}

/// The row of `rows` that answers newest(), or `best` when that lies higher.
const Measurement* better(const Measurement* best, std::span<const Measurement> rows, const Position& position,
                          double Measurement::*column) {
    const Measurement* found = nullptr;
    for (const Measurement& row : rows)
        if (row.at <= position && std::isfinite(row.*column) && (found == nullptr || row.at >= found->at)) found = &row;
    return found == nullptr || (best != nullptr && best->at >= found->at) ? best : found;
}

}  // namespace

void MeasurementHistory::append(std::span<const Measurement> points) {
    while (!points.empty()) {
        const auto fresh = points.first(std::min(points.size(), pieceLength - m_newest.size()));
        m_newest.insert(m_newest.end(), fresh.begin(), fresh.end());
        points = points.subspan(fresh.size());
        if (m_newest.size() < pieceLength) continue;
        closePiece();
    }
}

void MeasurementHistory::closePiece() {
    Piece piece;
    piece.columns = columnsOf(m_newest);
    piece.highest = m_full.empty() ? m_newest.front().at : m_full.back().highest;
    for (const Measurement& row : m_newest)
        piece.highest = std::max(piece.highest, row.at);
    piece.rows = std::make_shared<const std::vector<Measurement>>(std::exchange(m_newest, {}));
    m_full.push_back(std::move(piece));
}

std::vector<std::span<const Measurement>> MeasurementHistory::pieces() const {
    std::vector<std::span<const Measurement>> pieces;
    pieces.reserve(m_full.size() + 1);
    for (const Piece& piece : m_full)
        pieces.emplace_back(*piece.rows);
    if (!m_newest.empty()) pieces.emplace_back(m_newest);
    return pieces;
}

double MeasurementHistory::last(double Measurement::*column) const {
    const auto all = pieces();
    for (auto piece = all.rbegin(); piece != all.rend(); ++piece) {
        const auto found = std::find_if(piece->rbegin(), piece->rend(),
                                        [column](const Measurement& point) { return std::isfinite(point.*column); });
        if (found != piece->rend()) return (*found).*column;
    }
    return notMeasured;
}

const Measurement* MeasurementHistory::newest(Position position, double Measurement::*column) const {
    const std::uint64_t bit = bitOf(column);
    const auto isAbove = [](const Position& at, const Piece& piece) { return at < piece.highest; };
    const auto reaching = std::upper_bound(m_full.begin(), m_full.end(), position, isAbove) - m_full.begin();
    const auto count = static_cast<std::ptrdiff_t>(m_full.size());
    // The piece after may hold rows that came late; the one before the first find, rows that came early.
    const Measurement* best = reaching + 1 >= count ? better(nullptr, m_newest, position, column) : nullptr;
    bool isLast = best != nullptr;
    for (std::ptrdiff_t place = std::min(reaching + 1, count - 1); place >= 0; --place) {
        const Piece& piece = m_full[static_cast<std::size_t>(place)];
        if (bit != 0 && (piece.columns & bit) == 0) continue;
        best = better(best, *piece.rows, position, column);
        if (isLast && place <= reaching) break;
        isLast = best != nullptr;
    }
    return best;
}

std::vector<Measurement> MeasurementHistory::joined() const {
    std::vector<Measurement> points;
    points.reserve(size());
    for (const auto& piece : pieces())
        points.insert(points.end(), piece.begin(), piece.end());
    return points;
}

}  // namespace collapsar
