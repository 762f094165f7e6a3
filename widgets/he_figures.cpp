// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/he_figures.h"

#include "widgets/he_figure_panels.h"

#include <qcustomplot.h>

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace collapsar {
namespace {

constexpr std::int64_t paperGrid[] = {0, 200, 400, 1000, 2000, 5000, 10000, 20000, 50000, 100000};
constexpr std::size_t mostColumns = 5;
constexpr std::int64_t nearUpdates = 10;
constexpr std::size_t mostSteps = 40;  // of a way; more of them hide each other
constexpr double farShare = 0.75;      // of the examples are nearer to the origin than the typical far one

std::int64_t updateOf(const SnapshotPointer& snapshot) {
    return snapshot->values.at.update;
}

/// Where an example's means stand in a picture; empty without a true one.
std::optional<PathPoint> placeOf(const Snapshot& snapshot, int probe) {
    const auto at =
        static_cast<std::size_t>(std::max(0, probe)) * static_cast<std::size_t>(std::max(1, snapshot.latent));
    if (at >= snapshot.trueMean.size() || at >= snapshot.approximateMean.size()) return std::nullopt;
    const PathPoint place{snapshot.trueMean[at], snapshot.approximateMean[at]};
    return std::isfinite(place.x) && std::isfinite(place.y) ? std::optional(place) : std::nullopt;
}

/// Sum over the runs of how far the example is from zero at the end.
double distanceOf(const std::vector<SnapshotPointer>& ends, int probe) {
    double sum = 0;
    for (const SnapshotPointer& end : ends)
        if (const std::optional<PathPoint> place = placeOf(*end, probe)) sum += std::abs(place->x) + std::abs(place->y);
    return sum;
}

/// Of those that all runs with true means have.
int typicalExample(const std::vector<FigureRun>& runs, const UpdateSpan& span) {
    std::vector<SnapshotPointer> ends;
    int examples = std::numeric_limits<int>::max();
    for (const FigureRun& run : runs) {
        const SnapshotPointer end = snapshotAt(run, span.last);
        if (!end || !hasTrueMeans(*end)) continue;
        ends.push_back(end);
        examples = std::min(examples, probeCount(*end));
    }
    if (ends.empty() || examples < 1) return 0;
    std::vector<std::pair<double, int>> distances;
    for (int probe = 0; probe < examples; ++probe)
        distances.emplace_back(distanceOf(ends, probe), probe);
    const auto wanted = distances.begin() + static_cast<std::ptrdiff_t>(farShare * (examples - 1));
    std::nth_element(distances.begin(), wanted, distances.end());
    return wanted->second;
}

std::vector<std::int64_t> sortedUpdates(std::vector<std::int64_t> updates) {
    std::sort(updates.begin(), updates.end());
    updates.erase(std::unique(updates.begin(), updates.end()), updates.end());
    return updates;
}

}  // namespace

std::optional<std::vector<std::int64_t>> parseUpdates(const QString& text) {
    std::vector<std::int64_t> updates;
    for (const QString& word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const qlonglong update = word.trimmed().toLongLong(&isNumber);
        if (!isNumber || update < 0) return std::nullopt;
        updates.push_back(update);
    }
    return updates;
}

std::vector<std::int64_t> paperUpdates(const UpdateSpan& span) {
    std::vector<std::int64_t> updates;
    for (const std::int64_t update : paperGrid)
        if (update >= span.first && update <= span.last) updates.push_back(update);
    if (updates.size() < 2 && span.last > span.first) {
        updates.clear();
        for (const std::int64_t quarter : {0, 1, 2, 4})
            updates.push_back(span.first + (span.last - span.first) * quarter / 4);
    }
    if (updates.empty() || static_cast<double>(span.last) > 1.1 * static_cast<double>(updates.back()))
        updates.push_back(span.last);
    while (updates.size() > mostColumns)
        updates.erase(updates.begin() + static_cast<std::ptrdiff_t>(updates.size() / 2));
    return sortedUpdates(std::move(updates));
}

SnapshotPointer pictureFor(const FigureRun& run, std::int64_t update) {
    const SnapshotPointer nearest = snapshotNearest(run, update);
    if (!nearest) return nullptr;
    const std::int64_t distance = std::abs(updateOf(nearest) - update);
    return distance <= std::max(nearUpdates, update / 10) ? nearest : nullptr;
}

Way wayOfExample(const FigureRun& run, int probe, const UpdateSpan& span) {
    PosteriorPath places;
    for (const SnapshotPointer& snapshot : run.snapshots) {
        if (updateOf(snapshot) < span.first || updateOf(snapshot) > span.last) continue;
        if (const std::optional<PathPoint> place = placeOf(*snapshot, probe)) places.push_back(*place);
    }
    Way way{.corners = {}, .pictures = static_cast<int>(places.size()), .stride = 1};
    if (places.size() > mostSteps + 1) way.stride = static_cast<int>((places.size() - 2) / mostSteps + 1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i % static_cast<std::size_t>(way.stride) != 0 && i + 1 != places.size()) continue;
        if (!way.corners.empty()) way.corners.push_back({way.corners.back().x, places[i].y});
        way.corners.push_back(places[i]);
    }
    return way;
}

std::vector<InformationPoint> informationOf(const FigureRun& run, Information quantity) {
    std::vector<InformationPoint> points;
    for (const auto& piece : run.points.pieces())
        for (const Measurement& one : piece) {
            double value = one.kl;
            if (quantity == Information::MutualInformation) value = one.miFull;
            if (quantity == Information::AggregateKl) value = one.kl - one.miFull;
            if (!std::isfinite(value)) continue;
            points.push_back(
                {one.epoch, static_cast<double>(one.at.update), value, one.kind == MeasurementKind::Scheduled});
        }
    return points;
}

HeFigureSource::HeFigureSource(HeFigure figure, std::vector<FigureRun> runs, HeFigureOptions options)
    : m_figure(figure), m_runs(std::move(runs)), m_updates(sortedUpdates(std::move(options.updates))) {
    const UpdateSpan span = spanOf(m_runs).value_or(UpdateSpan{});
    if (m_updates.empty()) m_updates = figure == HeFigure::MeanSpaces ? paperUpdates(span) : std::vector{span.last};
    m_probe = options.probe >= 0 ? options.probe : typicalExample(m_runs, waySpan());
}

void HeFigureSource::paintFigure(QCPPainter& painter, const QSize& size) {
    const QRectF area(QPointF(0, 0), size);
    switch (m_figure) {
        case HeFigure::MeanSpaces:
            drawMeanSpaces(painter, area, m_runs, m_updates);
            break;
        case HeFigure::Trajectories:
            drawTrajectories(painter, area, m_runs, m_probe, waySpan());
            break;
        case HeFigure::Information:
            drawInformation(painter, area, m_runs, m_updates.back());
            break;
    }
}

QString HeFigureSource::figureTitle() const {
    switch (m_figure) {
        case HeFigure::MeanSpaces:
            return tr("Posterior mean space over training");
        case HeFigure::Trajectories:
            return tr("The way of one example through the posterior mean space");
        case HeFigure::Information:
            break;
    }
    return tr("KL, mutual information and aggregate KL over training");
}

std::vector<RunIdentity> HeFigureSource::figureRuns() const {
    std::vector<RunIdentity> identities;
    if (m_figure != HeFigure::Information) return identities;
    for (const FigureRun& run : m_runs)
        identities.push_back(run.identity);
    return identities;
}

QStringList HeFigureSource::notes() const {
    switch (m_figure) {
        case HeFigure::MeanSpaces:
            return {
                tr("After He et al. 2019, figure 2. Each point is an example; all plots share their axes, and each "
                   "shows the picture nearest to its column's update.")};
        case HeFigure::Trajectories:
            return wayNotes();
        case HeFigure::Information:
            break;
    }
    return {
        tr("After He et al. 2019, figure 4 (5 in the final text). Validation values: KL in closed form; MI with "
           "one sample of z per example, at most ln N. Aggregate KL is not estimated by itself: it is KL - MI of "
           "the same evaluation, as KL = MI + KL(q(z) || p(z)), with the noise of that MI.")};
}

QStringList HeFigureSource::wayNotes() const {
    QStringList notes{
        tr("After He et al. 2019, figure 3. Example %1, updates %2 to %3, from the open to the filled dot. Between two "
           "pictures the encoder's part is drawn first, up or down, then the decoder's, sideways; both are exact, "
           "their order is the rule of aggressive updates.")
            .arg(m_probe + 1)
            .arg(waySpan().first)
            .arg(waySpan().last)};
    for (const FigureRun& run : m_runs) {
        const Way way = wayOfExample(run, m_probe, waySpan());
        if (way.stride > 1)
            notes.append(tr("%1: one picture in %2 of %3; a shorter range shows every one.")
                             .arg(run.identity.name)
                             .arg(way.stride)
                             .arg(way.pictures));
    }
    return notes;
}

UpdateSpan HeFigureSource::waySpan() const {
    const UpdateSpan known = spanOf(m_runs).value_or(UpdateSpan{});
    return {m_updates.size() > 1 ? m_updates.front() : known.first, m_updates.back()};
}

QSizeF HeFigureSource::usualMillimetres() const {
    const auto runs = static_cast<double>(std::max<std::size_t>(1, m_runs.size()));
    switch (m_figure) {
        case HeFigure::MeanSpaces:
            return {12 + 48.0 * static_cast<double>(m_updates.size()), 30 + 47 * runs};
        case HeFigure::Trajectories:
            return runs < 2 ? QSizeF(100, 120)
                            : QSizeF(runs < 3 ? 180 : 240, 32 + (runs == 2 ? 84 : 80) * std::ceil(runs / 3));
        case HeFigure::Information:
            break;
    }
    return {240, 84};
}

}  // namespace collapsar
