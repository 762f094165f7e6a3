// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latent_dimensions.h"

#include "widgets/curve_range.h"
#include "widgets/display_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

class Measures {
    Q_DECLARE_TR_FUNCTIONS(collapsar::Measures)
};

constexpr double lowestTop = 0.1;  // nats
constexpr double headroom = 0.14;  // of the height, for words above the bars
constexpr double fewest = 4;       // dimensions that the axis has room for

double at(const std::vector<double>& values, std::size_t place) {
    return place < values.size() ? values[place] : notMeasured;
}

ChartReadout readoutOf(const std::vector<LatentDimension>& dimensions, const RunIdentity& identity, double rank) {
    const double place = std::round(rank);
    if (!(place >= 1 && place <= static_cast<double>(dimensions.size()))) return {};
    const LatentDimension& one = dimensions[static_cast<std::size_t>(place) - 1];
    return {Measures::tr("dimension %1").arg(countText(one.dimension + 1)),
            {{identity.index, identity.name, {}},
             {-1, Measures::tr("KL"), numberText(one.kl, 3)},
             {-1, Measures::tr("mutual information"), numberText(one.mi, 3)},
             {-1, Measures::tr("aggregate KL, between them"), numberText(one.aggregateKl, 3)}},
            {}};
}

/// Where it is out of sight, only the words, at the upper edge.
std::vector<ChartGuide> ceilingLine(std::int64_t sentences, const PlotView& view) {
    const double ceiling = std::log(static_cast<double>(sentences));
    const bool isInSight = ceiling < view.y.upper;
    const double height = isInSight ? ceiling : view.y.upper;
    const QString words = isInSight ? Measures::tr("MI ceiling: ln %1") : Measures::tr("MI ceiling: ln %1 = %2 \u2191");
    const QString text =
        isInSight ? words.arg(countText(sentences)) : words.arg(countText(sentences), numberText(ceiling, 1));
    return {{{view.x.lower, height}, {view.x.upper, height}, text}};
}

void fill(SmallChart& chart, const RunIdentity& identity, const std::vector<LatentDimension>& dimensions) {
    QPolygonF kl, mi;
    Extent values;
    values.add(0);
    values.add(lowestTop);
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        const auto rank = static_cast<double>(i + 1);
        kl.append(QPointF(rank, dimensions[i].kl));
        mi.append(QPointF(rank, dimensions[i].mi));
        values.add(dimensions[i].kl);
        values.add(dimensions[i].mi);
    }
    chart.series = {{identity, ChartShape::Bars, kl, {}}, {identity, ChartShape::InnerBars, mi, {}}};
    PlotRange y = roomAround(values);
    y.upper += headroom * (y.upper - y.lower);
    chart.range = {{0.4, std::max(fewest, static_cast<double>(dimensions.size())) + 0.6}, y};
}

QString sumText(const std::vector<LatentDimension>& dimensions) {
    double kl = 0, mi = 0;
    for (const LatentDimension& one : dimensions) {
        if (std::isfinite(one.kl)) kl += one.kl;
        if (std::isfinite(one.mi)) mi += one.mi;
    }
    return Measures::tr("KL %1, MI %2 summed over dimensions").arg(numberText(kl, 2), numberText(mi, 2));
}

}  // namespace

std::vector<LatentDimension> latentDimensions(const EvaluationDetails& details) {
    std::vector<LatentDimension> dimensions;
    for (std::size_t d = 0; d < details.unitKl.size(); ++d)
        dimensions.push_back(
            {static_cast<int>(d), details.unitKl[d], at(details.unitMi, d), at(details.unitAggregateKl, d)});
    std::ranges::stable_sort(dimensions, [](const LatentDimension& a, const LatentDimension& b) {
        return !std::isnan(a.kl) && (std::isnan(b.kl) || a.kl > b.kl);
    });
    return dimensions;
}

SmallChart latentDimensionsChart(const MeasuredRun& run) {
    SmallChart chart;
    chart.title = Measures::tr("Latent dimensions");
    chart.shortTitle = Measures::tr("Latents");
    chart.unit = Measures::tr("nats");
    chart.titleX = Measures::tr("dimensions, by KL");
    chart.titleY = Measures::tr("nats");
    if (!run.details) return chart;
    if (run.isLanguageModel()) {
        chart.empty = Measures::tr("%1 is a language model: it has no latent.").arg(run.identity.name);
        return chart;
    }
    const std::vector<LatentDimension> dimensions = latentDimensions(run.details->details);
    if (dimensions.empty()) return chart;
    const std::int64_t sentences = std::max<std::int64_t>(1, run.details->sentences);
    const double ceiling = std::log(static_cast<double>(sentences));
    chart.estimator =
        Measures::tr(
            "Pale: KL of each dimension, in closed form, exact on these %1 sentences. Solid: mutual information of "
            "the dimension with the sentence, mean of log q(z_d|x) - log q(z_d) at one sample of z per sentence, "
            "q(z_d) "
            "over all of them.\nWhat lies between is aggregate KL: it is paid and carries nothing about the sentence. "
            "With one sample the MI can lie a little above the KL.\nThe MI of a dimension is never above ln %1 = %2, "
            "however much it carries.")
            .arg(countText(run.details->sentences), numberText(ceiling, 2));
    chart.summary = run.identity.name + QStringLiteral(": ") + sumText(dimensions);
    fill(chart, run.identity, dimensions);
    chart.guides = [sentences](const PlotView& view) { return ceilingLine(sentences, view); };
    chart.readout = [dimensions, identity = run.identity](const QPointF& place, const QSizeF&) {
        return readoutOf(dimensions, identity, place.x());
    };
    return chart;
}

}  // namespace collapsar
