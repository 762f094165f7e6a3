// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collapse_steps.h"

#include "widgets/curve_range.h"
#include "widgets/display_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

class Measures {
    Q_DECLARE_TR_FUNCTIONS(collapsar::Measures)
};

constexpr double shortestAxis = 0.5;  // nats: a collapsed run reads as a wall at the left
constexpr double spare = 1.06;
constexpr double beyond = 100;  // axes that have been wider are filled too

bool hasThresholds(const MeasuredRun& run) {
    return run.details && std::ranges::any_of(run.details->details.collapseThresholds,
                                              [](double threshold) { return std::isfinite(threshold); });
}

QString shareText(const std::vector<double>& thresholds, double epsilon) {
    return Measures::tr("%1 of %2")
        .arg(countText(collapsedAt(thresholds, epsilon)), countText(static_cast<std::int64_t>(thresholds.size())));
}

ChartReadout readoutOf(const std::vector<MeasuredRun>& runs, double epsilon) {
    if (epsilon < 0) return {};
    ChartReadout readout{Measures::tr("collapsed below %1 nats").arg(numberText(epsilon, 3)), {}, {}};
    for (const MeasuredRun& run : runs)
        readout.rows.push_back(
            {run.identity.index, run.identity.name, shareText(run.details->details.collapseThresholds, epsilon)});
    return readout;
}

/// Markers at the upper end of each step.
QPolygonF stepTops(const QPolygonF& corners) {
    QPolygonF tops;
    for (qsizetype i = 2; i + 1 < corners.size(); i += 2)
        tops.append(corners[i]);
    return tops;
}

}  // namespace

int collapsedAt(std::span<const double> thresholds, double epsilon) {
    return static_cast<int>(
        std::ranges::count_if(thresholds, [epsilon](double threshold) { return threshold < epsilon; }));
}

QPolygonF collapseSteps(std::span<const double> thresholds, double end) {
    if (thresholds.empty()) return {};
    const auto all = static_cast<double>(thresholds.size());
    QPolygonF corners{QPointF(0, 0)};
    double count = 0;
    for (const double threshold : thresholds) {
        if (!std::isfinite(threshold) || threshold >= end) break;
        corners.append(QPointF(threshold, count / all));
        corners.append(QPointF(threshold, ++count / all));
    }
    corners.append(QPointF(end, count / all));
    return corners;
}

SmallChart collapseChart(std::vector<MeasuredRun> runs) {
    std::erase_if(runs, [](const MeasuredRun& run) { return !hasThresholds(run); });
    SmallChart chart;
    chart.title = Measures::tr("Collapsed dimensions");
    chart.unit = Measures::tr("share");
    chart.titleX = Measures::tr("\u03B5, nats");
    chart.titleY = Measures::tr("share of latent dimensions");
    chart.empty = Measures::tr("For runs with a latent.");
    if (runs.empty()) return chart;
    const RunDetails& first = *runs.front().details;
    const QString delta = QLocale().toString(first.details.collapseDelta, 'g', 3);
    chart.title = Measures::tr("(\u03B5, \u03B4 = %1)-collapse").arg(delta);
    chart.estimator =
        Measures::tr(
            "Lucas et al. 2019: a latent dimension is collapsed when the KL of its posterior is below \u03B5 for all "
            "but a share \u03B4 = %1 of the sentences. The KL is in closed form, so the curve is exact on these %2 "
            "sentences; from 0 (none) to 1 (all).")
            .arg(delta, countText(first.sentences));
    double greatest = shortestAxis;
    for (const MeasuredRun& run : runs)
        for (const double threshold : run.details->details.collapseThresholds)
            if (std::isfinite(threshold)) greatest = std::max(greatest, threshold);
    const double end = roundedUp(spare * greatest);
    QStringList words;
    for (const MeasuredRun& run : runs) {
        const QPolygonF corners = collapseSteps(run.details->details.collapseThresholds, beyond * end);
        chart.series.push_back({run.identity, ChartShape::Line, corners, stepTops(corners)});
        words.append(Measures::tr("%1: %2 collapsed at 0.01 nats")
                         .arg(run.identity.name, shareText(run.details->details.collapseThresholds, 0.01)));
    }
    chart.summary = words.join(QStringLiteral("; "));
    chart.range = {{0, end}, {-0.03, 1.05}};
    chart.readout = [kept = std::move(runs)](const QPointF& at, const QSizeF&) { return readoutOf(kept, at.x()); };
    return chart;
}

}  // namespace collapsar
