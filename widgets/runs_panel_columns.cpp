// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns the table of runs shows, how wide, and how that is remembered.
#include "widgets/runs_panel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int nameWidth = 276;
constexpr int cellPadding = 16;  // of delegate and header together, with room for the sort mark
constexpr qint32 stateVersion = 1;

}  // namespace

/// From the widest text that a column may hold, so that numbers never move it.
void RunsPanel::fitColumns() {
    const QFontMetrics plain(m_view->font());
    QFont heavy = m_view->font();
    heavy.setBold(true);
    const QFontMetrics bold(heavy);
    const bool hasSpreads = m_lines->grouping() != RunGrouping::None;
    for (int i = 0; i < runColumnCount; ++i) {
        const auto column = RunColumn(i);
        if (column == RunColumn::Name) {
            m_view->setColumnWidth(i, nameWidth);
            continue;
        }
        int width = std::max(plain.horizontalAdvance(widestText(column)),
                             bold.horizontalAdvance(runColumnTitle(column)) + (isMeasured(column) ? 4 : 0));
        if (hasSpreads && isMeasured(column)) {
            const QString widest = widestText(column);
            width = std::max(width, bold.horizontalAdvance(widest + QStringLiteral(" ± ") + widest.right(5)));
        }
        m_view->setColumnWidth(i, width + cellPadding);
    }
}

void RunsPanel::fillColumnMenu(QMenu& menu) {
    menu.clear();
    for (int i = static_cast<int>(RunColumn::Name) + 1; i < runColumnCount; ++i) {
        QAction* action = menu.addAction(runColumnTitle(RunColumn(i)));
        action->setToolTip(runColumnHelp(RunColumn(i)));
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(i));
        connect(action, &QAction::toggled, m_view, [this, i](bool isShown) { m_view->setColumnHidden(i, !isShown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("As at first")), &QAction::triggered, m_view, [this] {
        for (int i = 0; i < runColumnCount; ++i) {
            m_view->setColumnHidden(i, !isShownByDefault(RunColumn(i)));
            m_view->horizontalHeader()->moveSection(m_view->horizontalHeader()->visualIndex(i), i);
        }
        fitColumns();
    });
}

QByteArray RunsPanel::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << stateVersion << static_cast<qint32>(runColumnCount) << static_cast<qint32>(m_lines->grouping())
           << m_view->horizontalHeader()->saveState();
    return state;
}

bool RunsPanel::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_0);
    qint32 version = 0;
    qint32 columns = 0;
    qint32 grouping = 0;
    QByteArray header;
    stream >> version >> columns >> grouping >> header;
    const bool isKnown = stream.status() == QDataStream::Ok && version == stateVersion && columns == runColumnCount &&
                         grouping >= 0 && grouping <= static_cast<qint32>(RunGrouping::Group);
    if (!isKnown) return false;
    setGrouping(RunGrouping(grouping));
    if (!m_view->horizontalHeader()->restoreState(header)) return false;
    m_view->setColumnHidden(0, false);
    const QHeaderView* shown = m_view->horizontalHeader();
    m_lines->sort(shown->sortIndicatorSection(), shown->sortIndicatorOrder());
    return true;
}

}  // namespace collapsar
