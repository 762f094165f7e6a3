// SPDX-License-Identifier: GPL-3.0-or-later
/// What happened in all runs, newest first; a click takes the plots there.
#pragma once

#include "core/report/run_state.h"
#include "widgets/plot_theme.h"
#include "widgets/time_cursor.h"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;
class QListView;

namespace collapsar {

class EventListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { UpdateRole = Qt::UserRole + 1, RunRole, TextRole };

    explicit EventListModel(QObject* parent = nullptr);
    /// Chips and names by run index. A run without an identity shows neither.
    void setRuns(const QList<RunIdentity>& runs);
    /// `run` is an index into setRuns; kept sorted by update, newest first, later arrivals above earlier ones.
    void add(int run, const Event& event);
    /// Forgets one run's events (reset), or all.
    void clear(int run = -1);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const RunIdentity* identity(int run) const;
    /// Row of the newest event up to `update`; -1 without any.
    [[nodiscard]] int rowUpTo(std::int64_t update) const;

private:
    void dropScheduledCheckpoint(int run);

    struct Row {
        int run = 0;
        Event event;
    };
    QList<Row> m_rows;
    QList<RunIdentity> m_runs;
};

class EventList : public QWidget {
    Q_OBJECT

public:
    explicit EventList(QWidget* parent = nullptr);
    void setRuns(const QList<RunIdentity>& runs);
    void addEvent(int run, const Event& event);
    void clear(int run = -1);
    /// Points at the newest event up to the cursor; live: at none, and the newest is in view. Does not emit.
    void showTime(const TimeCursor& cursor);
    void setTheme(const PlotTheme& theme);
    [[nodiscard]] EventListModel* model() const { return m_model; }

Q_SIGNALS:
    void updateActivated(double update);

private:
    void showEmpty();

    EventListModel* m_model = nullptr;
    QListView* m_view = nullptr;
    QLabel* m_empty = nullptr;
};

}  // namespace collapsar
