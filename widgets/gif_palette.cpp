// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gif_palette.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace collapsar {
namespace {

constexpr qsizetype mostFound = 1 << 20;

QRgb between(const QColor& back, const QColor& front, double share) {
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + share * (to - from)));
    };
    return qRgb(channel(back.red(), front.red()), channel(back.green(), front.green()),
                channel(back.blue(), front.blue()));
}

int distance(QRgb a, QRgb b) {
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return red * red + green * green + blue * blue;
}

}  // namespace

GifPalette::GifPalette(const std::vector<ColourRamp>& ramps) {
    const auto add = [this](QRgb colour) {
        if (m_colours.size() >= transparent) return;
        if (std::find(m_colours.begin(), m_colours.end(), colour) == m_colours.end()) m_colours.push_back(colour);
    };
    for (const ColourRamp& ramp : ramps) {
        add(between(ramp.back, ramp.front, 0));
        add(between(ramp.back, ramp.front, 1));
    }
    const int weights = std::accumulate(ramps.begin(), ramps.end(), 0,
                                        [](int sum, const ColourRamp& ramp) { return sum + ramp.weight; });
    const int left = transparent - static_cast<int>(m_colours.size());
    for (const ColourRamp& ramp : ramps) {
        const int steps = left * ramp.weight / std::max(1, weights);
        for (int step = 1; step <= steps; ++step)
            add(between(ramp.back, ramp.front, static_cast<double>(step) / (steps + 1)));
    }
    if (m_colours.empty()) m_colours.push_back(qRgb(0, 0, 0));
}

uchar GifPalette::nearest(QRgb colour) {
    const QRgb opaque = colour | 0xFF000000U;
    if (const auto known = m_found.constFind(opaque); known != m_found.constEnd()) return *known;
    const auto closest = std::min_element(m_colours.begin(), m_colours.end(), [opaque](QRgb a, QRgb b) {
        return distance(a, opaque) < distance(b, opaque);
    });
    if (m_found.size() >= mostFound) m_found.clear();
    const auto place = static_cast<uchar>(closest - m_colours.begin());
    m_found.insert(opaque, place);
    return place;
}

}  // namespace collapsar
