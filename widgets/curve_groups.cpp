// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_groups.h"

#include "widgets/curve_plot.h"

#include <QElapsedTimer>
#include <algorithm>

namespace collapsar {
namespace {

constexpr qint64 shortestWait = 200;  // milliseconds
constexpr qint64 waitPerCost = 10;

CurveBandPoint drawn(const BandPoint& point) {
    return {point.x, point.centre, point.lower, point.upper, point.count};
}

}  // namespace

CurveGroups::CurveGroups(const std::vector<CurvePlot*>& plots, History history, QObject* parent)
    : QObject(parent), m_plots(plots), m_history(std::move(history)) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CurveGroups::update);
}

void CurveGroups::setGroup(int group, const RunIdentity& identity, const std::vector<int>& members) {
    Group& entry = m_groups[group];
    entry.identity = identity;
    entry.members = members;
    refill(entry);
    update();
}

void CurveGroups::removeGroup(int group) {
    if (m_groups.erase(group) == 0) return;
    for (CurvePlot* plot : m_plots)
        plot->removeBand(group);
}

void CurveGroups::setKind(BandKind kind) {
    m_kind = kind;
    for (auto& [number, group] : m_groups)
        group.isStale = true;
    update();
}

void CurveGroups::append(int run, std::span<const Measurement> points) {
    for (auto& [number, group] : m_groups) {
        const auto member = std::ranges::find(group.members, run);
        if (member == group.members.end()) continue;
        const auto index = static_cast<std::size_t>(member - group.members.begin());
        for (std::vector<SeedSeries>& series : group.series)
            series[index].append(points, [this](const Measurement& point) { return axisValue(point, m_axis); });
        group.isStale = true;
        schedule();
    }
}

void CurveGroups::refill(CurveAxis axis) {
    m_axis = axis;
    for (auto& [number, group] : m_groups)
        refill(group);
    schedule();
}

void CurveGroups::refill(Group& group) {
    group.series.clear();
    for (const CurvePlot* plot : m_plots) {
        const MeasurementColumn* column = findColumn(plot->spec().column.toStdString());
        std::vector<SeedSeries>& series = group.series.emplace_back();
        for (const int run : group.members) {
            series.emplace_back(column ? column->value : &Measurement::kl);
            const MeasurementHistory* history = m_history(run);
            if (!history) continue;
            for (const auto& piece : history->pieces())
                series.back().append(piece, [this](const Measurement& point) { return axisValue(point, m_axis); });
        }
    }
    group.isStale = true;
}

void CurveGroups::schedule() {
    if (!m_groups.empty() && !m_timer.isActive())
        m_timer.start(static_cast<int>(std::max(shortestWait, waitPerCost * m_cost)));
}

void CurveGroups::update() {
    QElapsedTimer timer;
    timer.start();
    for (auto& [number, group] : m_groups) {
        if (!group.isStale) continue;
        group.isStale = false;
        for (std::size_t place = 0; place < m_plots.size(); ++place) {
            CurveBand band{group.identity, words(group.members.size()), group.members, {}};
            for (const BandPoint& point : seedBand(group.series[place], m_kind))
                band.points.push_back(drawn(point));
            m_plots[place]->setBand(number, band);
        }
    }
    m_cost = timer.elapsed();
}

QString CurveGroups::words(std::size_t members) const {
    const int count = static_cast<int>(members);
    switch (m_kind) {
        case BandKind::MinMax:
            return tr("median, least and greatest of %n runs", nullptr, count);
        case BandKind::Quartiles:
            return tr("median and quartiles of %n runs", nullptr, count);
        case BandKind::MeanSd:
            break;
    }
    return tr("mean and standard deviation of %n runs", nullptr, count);
}

}  // namespace collapsar
