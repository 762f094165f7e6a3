// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/measurement_history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace collapsar {

void MeasurementHistory::append(std::span<const Measurement> points) {
    while (!points.empty()) {
        const auto fresh = points.first(std::min(points.size(), pieceLength - m_newest.size()));
        m_newest.insert(m_newest.end(), fresh.begin(), fresh.end());
        points = points.subspan(fresh.size());
        if (m_newest.size() < pieceLength) continue;
        m_full.push_back(std::make_shared<const std::vector<Measurement>>(std::exchange(m_newest, {})));
    }
}

std::vector<std::span<const Measurement>> MeasurementHistory::pieces() const {
    std::vector<std::span<const Measurement>> pieces;
    pieces.reserve(m_full.size() + 1);
    for (const auto& piece : m_full)
        pieces.emplace_back(*piece);
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

std::vector<Measurement> MeasurementHistory::joined() const {
    std::vector<Measurement> points;
    points.reserve(size());
    for (const auto& piece : pieces())
        points.insert(points.end(), piece.begin(), piece.end());
    return points;
}

}  // namespace collapsar
