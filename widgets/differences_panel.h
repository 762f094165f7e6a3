// SPDX-License-Identifier: GPL-3.0-or-later
/// What tells runs apart, and nothing else: the settings that differ, then the switches that not all of them made.
#pragma once

#include "core/report/run_differences.h"
#include "widgets/plot_theme.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace collapsar {

class DifferencesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit DifferencesModel(QObject* parent = nullptr);
    /// Says nothing when nothing changed.
    void setDifferences(const QList<RunIdentity>& runs, const RunDifferences& differences);
    void setTheme(const PlotTheme& theme);
    /// Longer names are cut in the header; the tool tip has them whole.
    void setNameRoom(int pixels);
    [[nodiscard]] const QList<RunIdentity>& runs() const { return m_runs; }
    /// A heading over the rows that follow.
    [[nodiscard]] bool isHeading(int row) const { return m_rows[row].cells.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString title;
        QStringList cells;  ///< one a run; a heading has none

        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] static QList<Row> rowsOf(const RunDifferences& differences);
    [[nodiscard]] QVariant inkOf(const Row& row, int run, int role) const;

    QList<RunIdentity> m_runs;
    QList<Row> m_rows;
    PlotTheme m_theme;
    int m_nameRoom = 0;
};

class DifferencesPanel : public QWidget {
    Q_OBJECT

public:
    explicit DifferencesPanel(QWidget* parent = nullptr);

    /// `differences` are between these runs, in this order. Cheap when nothing changed.
    void setDifferences(const QList<RunIdentity>& runs, const RunDifferences& differences);
    void setTheme(const PlotTheme& theme);
    /// Shown while there are fewer than two runs.
    void setHint(const QString& hint);
    /// Tab-separated, with a line of names.
    [[nodiscard]] QString copiedText() const;
    [[nodiscard]] QString message() const;  ///< shown instead of the table; empty: the table is shown
    [[nodiscard]] QTableView* view() const { return m_view; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable();
    void showTable();
    void fitColumns();

    DifferencesModel* m_model = nullptr;
    QTableView* m_view = nullptr;
    QStackedWidget* m_pages = nullptr;
    QString m_hint;
    QLabel* m_which = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_copy = nullptr;
};

}  // namespace collapsar
