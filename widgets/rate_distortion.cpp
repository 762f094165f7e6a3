// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rate_distortion.h"

#include "widgets/chart_moment.h"
#include "widgets/curve_range.h"
#include "widgets/display_text.h"
#include "widgets/plot_ticker.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <memory>

namespace collapsar {
namespace {

class Measures {
    Q_DECLARE_TR_FUNCTIONS(collapsar::Measures)
};

constexpr double firstFall = 0.1;  // of the fall, above the least distortion
constexpr double narrowest = 1;    // nats across
constexpr double edge = 0.07;      // of the height, so that a marker at the edge is whole
constexpr std::size_t mostPoints = 600;
constexpr int linesInSight = 5;

bool isFinite(const RatePoint& point) {
    return std::isfinite(point.rate) && std::isfinite(point.distortion);
}

/// Where the first fall ends.
std::size_t settledFrom(const std::vector<RatePoint>& points) {
    if (points.empty()) return 0;
    const double least = std::ranges::min_element(points, {}, &RatePoint::distortion)->distortion;
    const double limit = least + firstFall * std::max(0.0, points.front().distortion - least);
    const auto first = std::ranges::find_if(points, [&](const RatePoint& point) { return point.distortion <= limit; });
    return static_cast<std::size_t>(first - points.begin());
}

QPolygonF thinned(const std::vector<RatePoint>& points) {
    const std::size_t stride = 1 + points.size() / mostPoints;
    QPolygonF line;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i % stride == 0 || i + 1 == points.size()) line.append(QPointF(points[i].rate, points[i].distortion));
    return line;
}

ChartReadout readoutOf(const std::vector<RatePath>& paths, const QPointF& at, const QSizeF& pixel) {
    const RatePath* nearest = nullptr;
    RatePoint found;
    double least = chartReach;
    for (const RatePath& path : paths) {
        for (const RatePoint& point : path.points) {
            const double distance =
                std::hypot((point.rate - at.x()) / pixel.width(), (point.distortion - at.y()) / pixel.height());
            if (!(distance <= least)) continue;
            least = distance;
            nearest = &path;
            found = point;
        }
    }
    if (!nearest) return {};
    return {Measures::tr("update %1").arg(countText(found.update)),
            {{nearest->identity.index, nearest->identity.name, {}},
             {-1, Measures::tr("rate: KL"), numberText(found.rate, 3)},
             {-1, Measures::tr("distortion: reconstruction"), numberText(found.distortion, 2)},
             {-1, Measures::tr("ELBO"), numberText(-found.rate - found.distortion, 2)}},
            {}};
}

QString momentOf(const std::vector<RatePath>& paths) {
    std::vector<std::pair<QString, std::int64_t>> runs;
    for (const RatePath& path : paths)
        runs.emplace_back(path.identity.name, path.points.back().update);
    return momentText(runs);
}

QString summaryOf(const std::vector<RatePath>& paths) {
    QStringList words;
    for (const RatePath& path : paths)
        words.append(Measures::tr("%1: KL %2, reconstruction %3")
                         .arg(path.identity.name, numberText(path.points.back().rate, 2),
                              numberText(path.points.back().distortion, 2)));
    return words.join(QStringLiteral("; "));
}

}  // namespace

void addRatePoints(std::vector<RatePoint>& points, std::span<const Measurement> measurements, int latent) {
    for (const Measurement& one : measurements) {
        const RatePoint point{one.at.update, latent > 0 ? one.kl : 0, one.reconstruction};
        if (one.kind == MeasurementKind::Scheduled && isFinite(point)) points.push_back(point);
    }
}

std::vector<ChartGuide> isoElboLines(const PlotView& view, int count) {
    const double lowest = view.x.lower + view.y.lower;
    const double highest = view.x.upper + view.y.upper;
    if (!(lowest < highest) || count < 1) return {};
    const double step = roundedUp((highest - lowest) / (count + 1));
    const QLocale locale;
    std::vector<ChartGuide> lines;
    for (double k = std::ceil(lowest / step + 1e-9); k * step < highest; ++k) {
        const double sum = k * step;
        const double left = std::max(view.x.lower, sum - view.y.upper);
        const double right = std::min(view.x.upper, sum - view.y.lower);
        if (!(left < right)) continue;
        const QString elbo = tickLabel(-sum, step, locale);
        const bool endsAtTheRight = right == view.x.upper;  // where there is room
        lines.push_back(
            {{left, sum - left}, {right, sum - right}, endsAtTheRight ? Measures::tr("ELBO %1").arg(elbo) : elbo});
    }
    return lines;
}

PlotView rateDistortionRange(const std::vector<RatePath>& paths) {
    Extent rate, distortion;
    rate.add(0);
    rate.add(narrowest);
    for (const RatePath& path : paths) {
        for (std::size_t i = settledFrom(path.points); i < path.points.size(); ++i) {
            rate.add(path.points[i].rate);
            distortion.add(path.points[i].distortion);
        }
        if (!path.points.empty()) distortion.add(path.points.back().distortion);
    }
    PlotRange y = roomAround(distortion);
    const double more = edge * (y.upper - y.lower);
    return {roomAround(rate), {y.lower - more, y.upper + more}};
}

SmallChart rateDistortionChart(std::vector<RatePath> paths) {
    for (RatePath& path : paths)
        std::erase_if(path.points, [](const RatePoint& point) { return !isFinite(point); });
    std::erase_if(paths, [](const RatePath& path) { return path.points.empty(); });
    SmallChart chart;
    chart.title = Measures::tr("Rate and distortion");
    chart.unit = Measures::tr("nats");
    chart.estimator = Measures::tr(
        "Rate: KL(q(z|x) || N(0, I)) in closed form. Distortion: reconstruction, -log p(x|z), one sample of z per "
        "sentence, unbiased. Both are means over the sentences of a scheduled evaluation.\n"
        "Dashed: places of equal ELBO = -(rate + distortion), which is at most log p(x). Along a line z is paid for "
        "exactly by what it explains; posterior collapse lies on the left edge.\n"
        "Thin: where the run has been up to the time cursor.");
    chart.titleX = Measures::tr("rate: KL");
    chart.titleY = Measures::tr("distortion: reconstruction");
    chart.empty = Measures::tr("Press Start: every scheduled evaluation adds a point.");
    if (paths.empty()) return chart;
    chart.scales = ChartScales::Equal;
    chart.top = ChartTop::MayCome;
    chart.range = rateDistortionRange(paths);
    chart.summary = summaryOf(paths);
    chart.moment = momentOf(paths);
    chart.guides = [](const PlotView& view) { return isoElboLines(view, linesInSight); };
    for (const RatePath& path : paths)
        chart.series.push_back({path.identity, ChartShape::Path, thinned(path.points), {}});
    for (const RatePath& path : paths)
        chart.series.push_back(
            {path.identity, ChartShape::Place, {QPointF(path.points.back().rate, path.points.back().distortion)}, {}});
    chart.readout = [kept = std::make_shared<const std::vector<RatePath>>(std::move(paths))](
                        const QPointF& at, const QSizeF& pixel) { return readoutOf(*kept, at, pixel); };
    return chart;
}

}  // namespace collapsar
