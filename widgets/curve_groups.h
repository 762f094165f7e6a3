// SPDX-License-Identifier: GPL-3.0-or-later
/// Groups of runs that are drawn as a middle line with a band, in every plot of a panel. Bands are recomputed a little
/// after their runs have grown, the rarer the more they cost.
#pragma once

#include "core/report/measurement_history.h"
#include "core/report/seed_band.h"
#include "widgets/curve_spec.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <vector>

namespace collapsar {

class CurvePlot;

class CurveGroups : public QObject {
    Q_OBJECT

public:
    /// All that was measured in a run so far; null for an unknown one.
    using History = std::function<const MeasurementHistory*(int run)>;

    CurveGroups(const std::vector<CurvePlot*>& plots, History history, QObject* parent);

    void setGroup(int group, const RunIdentity& identity, const std::vector<int>& members);
    void removeGroup(int group);
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }
    void setKind(BandKind kind);
    [[nodiscard]] BandKind kind() const { return m_kind; }
    /// Of a member, after they were put into its history.
    void append(int run, std::span<const Measurement> points);
    /// The history, the axis or a column is another.
    void refill(CurveAxis axis);
    /// Recomputes what is out of date now.
    void update();

private:
    struct Group {
        RunIdentity identity;
        std::vector<int> members;
        std::vector<std::vector<SeedSeries>> series;  ///< by plot, by member
        bool isStale = false;
    };

    void refill(Group& group);
    void schedule();
    [[nodiscard]] QString words(std::size_t members) const;

    const std::vector<CurvePlot*>& m_plots;
    History m_history;
    std::map<int, Group> m_groups;
    BandKind m_kind = BandKind::Quartiles;
    CurveAxis m_axis = CurveAxis::Update;
    QTimer m_timer;
    qint64 m_cost = 0;  ///< of the last update, milliseconds
};

}  // namespace collapsar
