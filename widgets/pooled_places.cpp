// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pooled_places.h"

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

constexpr double smallShare = 0.002;  // positions beyond the last with more are not drawn
constexpr double lowestTop = 0.1;

QString placeText(std::size_t position) {
    if (position == 0) return Measures::tr("start mark");
    return Measures::tr("position %1").arg(countText(static_cast<std::int64_t>(position)));
}

ChartReadout readoutOf(const std::vector<MeasuredRun>& runs, double x) {
    const double place = std::round(x);
    if (!(place >= 0)) return {};
    const auto position = static_cast<std::size_t>(place);
    ChartReadout readout{placeText(position), {}, {}};
    for (const MeasuredRun& run : runs) {
        const std::vector<double>& share = run.details->pooledShare;
        const double percent = position < share.size() ? 100 * share[position] : 0;
        readout.rows.push_back(
            {run.identity.index, run.identity.name, Measures::tr("%1 %").arg(numberText(percent, 1))});
    }
    return readout;
}

std::size_t lastWithShare(const std::vector<MeasuredRun>& runs) {
    std::size_t last = 4;
    for (const MeasuredRun& run : runs)
        for (std::size_t i = 0; i < run.details->pooledShare.size(); ++i)
            if (run.details->pooledShare[i] >= smallShare) last = std::max(last, i);
    return last;
}

}  // namespace

SmallChart pooledPlacesChart(std::vector<MeasuredRun> runs) {
    std::erase_if(runs, [](const MeasuredRun& run) { return !run.details || run.details->pooledShare.empty(); });
    SmallChart chart;
    chart.title = Measures::tr("Pooled positions");
    chart.unit = Measures::tr("share of features");
    chart.titleX = Measures::tr("position, 0: start mark");
    chart.titleY = Measures::tr("share of features");
    chart.estimator = Measures::tr(
        "Which position of the sentence each unit of the encoder takes its feature from; a count, exact on these "
        "sentences. A unit that takes one position in 90 % of the sentences makes pooling a fixed choice of states; "
        "where lengths differ, units that always take the end mark are not counted as fixed.");
    chart.empty = Measures::tr("For max and |max| pooling: choose it in a run's switches.");
    if (runs.empty()) return chart;
    Extent values;
    values.add(0);
    values.add(lowestTop);
    QStringList words;
    for (const MeasuredRun& run : runs) {
        QPolygonF points;
        for (std::size_t i = 0; i < run.details->pooledShare.size(); ++i) {
            points.append(QPointF(static_cast<double>(i), run.details->pooledShare[i]));
            values.add(run.details->pooledShare[i]);
        }
        chart.series.push_back({run.identity, ChartShape::Line, points, points});
        const QString fixed = Measures::tr("%1 of %2 units always take one position")
                                  .arg(countText(run.details->fixedUnits), countText(run.details->units));
        chart.notes.push_back({run.identity.index, fixed});
        words.append(run.identity.name + QStringLiteral(": ") + fixed);
    }
    chart.summary = words.join(QStringLiteral("; "));
    chart.range = {{-0.5, static_cast<double>(lastWithShare(runs)) + 0.5}, roomAround(values)};
    chart.readout = [kept = std::move(runs)](const QPointF& at, const QSizeF&) { return readoutOf(kept, at.x()); };
    return chart;
}

}  // namespace collapsar
