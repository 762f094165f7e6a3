// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs_panel.h"

#include "widgets/runs_delegate.h"
#include "widgets/runs_model.h"
#include "widgets/segmented_control.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int settleMilliseconds = 1000;

enum Page { TablePage, EmptyPage, NoMatchPage };

QString groupingKey(RunGrouping grouping) {
    return QString::number(static_cast<int>(grouping));
}

/// Text in the middle of an empty page, with what to do under it.
QWidget* messagePage(QLabel* text, QWidget* below) {
    text->setProperty("class", "secondary");
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(text);
    if (below != nullptr) column->addWidget(below, 0, Qt::AlignHCenter);
    column->addStretch();
    return page;
}

}  // namespace

RunsPanel::RunsPanel(QWidget* parent)
    : QWidget(parent), m_model(new RunsModel(this)), m_lines(new RunsArrangement(*m_model, this)) {
    setAccessibleName(tr("Runs"));
    setProperty("class", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    buildBar();
    m_pages = new QStackedWidget;
    column->addWidget(m_pages, 1);
    buildTable();
    buildEmpty();
    buildActions();
    connectTable();
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleMilliseconds);
    connect(&m_settling, &QTimer::timeout, this, &RunsPanel::settle);
    showCounts();
    showActions();
}

/// What the parts say while they are taken down reaches nobody.
RunsPanel::~RunsPanel() {
    m_view->selectionModel()->disconnect(this);
    m_lines->disconnect(this);
    m_filter->disconnect(this);
}

void RunsPanel::buildBar() {
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter runs"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setToolTip(tr("Name, strategy, parent, seed, state, group and note; every word must occur"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(140);
    m_filter->setMaximumWidth(260);
    m_grouping = new SegmentedControl;
    m_grouping->setAccessibleName(tr("Group runs"));
    m_grouping->setSegments({{groupingKey(RunGrouping::None), tr("One by one"), tr("Forks stand under their parents")},
                             {groupingKey(RunGrouping::Strategy), tr("By strategy"),
                              tr("A line with mean ± standard deviation above the runs of one strategy")},
                             {groupingKey(RunGrouping::Group), tr("By group"), tr("By the word in the column Group")}});
    m_grouping->setCurrent(groupingKey(RunGrouping::None));
    m_counts = new QLabel;
    m_counts->setProperty("class", "secondary");
    m_columns = new QToolButton;
    m_columns->setText(tr("Columns"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setStyleSheet(
        QStringLiteral("QToolButton { padding-right: 20px; }"
                       "QToolButton::menu-indicator { subcontrol-position: right center; right: 6px; }"));
    auto* menu = new QMenu(m_columns);
    m_columns->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(*menu); });
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_grouping);
    bar->addStretch();
    bar->addWidget(m_counts);
    bar->addWidget(m_columns);
    static_cast<QVBoxLayout*>(layout())->addLayout(bar);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_lines->setFilter(text);
        showCounts();
    });
    connect(m_grouping, &SegmentedControl::chosen, this,
            [this](const QString& key) { setGrouping(RunGrouping(key.toInt())); });
}

void RunsPanel::buildTable() {
    m_view = new QTableView;
    m_view->setModel(m_lines);
    m_delegate = new RunsDelegate(*m_lines, *this, m_view);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Table of runs"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->setShowGrid(false);
    m_view->setStyleSheet(QStringLiteral("QTableView { selection-background-color: transparent; }"));  // the delegate's
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(28);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    buildHeader();
    m_pages->addWidget(m_view);
}

void RunsPanel::buildHeader() {
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(40);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 4px 8px; }"));
    m_view->setSortingEnabled(true);
    for (int column = 0; column < runColumnCount; ++column)
        m_view->setColumnHidden(column, !isShownByDefault(RunColumn(column)));
    fitColumns();
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint& place) {
        QMenu menu;
        fillColumnMenu(menu);
        menu.exec(header->mapToGlobal(place));
    });
}

void RunsPanel::buildEmpty() {
    auto* empty = new QLabel(
        tr("No runs yet. Press Start, open a run, or choose Compare strategies: every run gets a line here."));
    m_pages->addWidget(messagePage(empty, nullptr));
    m_noMatch = new QLabel;
    auto* clear = new QPushButton(tr("Clear the filter"));
    connect(clear, &QPushButton::clicked, m_filter, &QLineEdit::clear);
    m_pages->addWidget(messagePage(m_noMatch, clear));
}

void RunsPanel::connectTable() {
    connect(m_model, &RunsModel::shownChanged, this, &RunsPanel::shownChanged);
    connect(m_model, &RunsModel::renamed, this, &RunsPanel::renamed);
    connect(m_model, &RunsModel::noteEdited, this, &RunsPanel::noteEdited);
    connect(m_model, &RunsModel::groupEdited, this, &RunsPanel::groupEdited);
    connect(m_model, &RunsModel::shownChanged, this, &RunsPanel::showCounts);
    connect(m_lines, &RunsArrangement::stale, this, &RunsPanel::requestSettling);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showActions();
        Q_EMIT selectionChanged(selectedRuns());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPanel::showActions);
    connect(m_view, &QTableView::customContextMenuRequested, this, &RunsPanel::showMenu);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const bool isFold = m_lines->runAt(index.row()) == nullptr && index.column() == 0;
        if (isFold) m_lines->toggleGroup(index.row());
    });
}

void RunsPanel::setRows(std::vector<RunRow> rows) {
    m_model->setRows(std::move(rows));
    showCounts();
    showActions();
}

void RunsPanel::setTheme(const PlotTheme& theme) {
    setPalette(themePalette(theme));
}

void RunsPanel::setHovered(int run) {
    if (m_delegate->hovered() == run) return;
    m_delegate->setHovered(run);
    m_view->viewport()->update();
}

QList<int> RunsPanel::selectedRuns() const {
    QList<int> runs;
    QModelIndexList selected = m_view->selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, &QModelIndex::row);
    for (const QModelIndex& index : selected) {
        for (int run : m_lines->runsOfLine(index.row())) {
            if (!runs.contains(run)) runs << run;
        }
    }
    return runs;
}

void RunsPanel::setSelectedRuns(const QList<int>& runs) {
    QItemSelection selection;
    for (int run : runs) {
        const int line = m_lines->lineOf(run);
        if (line >= 0) selection.select(m_lines->index(line, 0), m_lines->index(line, runColumnCount - 1));
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int first = runs.isEmpty() ? -1 : m_lines->lineOf(runs.first());
    if (first >= 0) m_view->selectionModel()->setCurrentIndex(m_lines->index(first, 0), QItemSelectionModel::NoUpdate);
}

void RunsPanel::setFilter(const QString& text) {
    m_filter->setText(text);
}

void RunsPanel::setGrouping(RunGrouping grouping) {
    m_grouping->setCurrent(groupingKey(grouping));
    m_lines->setGrouping(grouping);
    fitColumns();
    showCounts();
}

void RunsPanel::showCounts() {
    const int all = m_model->rowCount();
    int shown = 0;
    for (const RunRow& row : m_model->rows())
        shown += row.isShown ? 1 : 0;
    m_counts->setText(tr("%1, %2 shown", "how many runs, how many of them").arg(runCountText(all)).arg(shown));
    m_counts->setVisible(all > 0);
    m_noMatch->setText(tr("No run matches “%1”.").arg(m_filter->text().trimmed()));
    const int page = all == 0 ? EmptyPage : m_lines->rowCount() == 0 ? NoMatchPage : TablePage;
    if (m_pages->currentIndex() != page) m_pages->setCurrentIndex(page);
}

/// Lines must not jump under the mouse, nor 25 times a second.
void RunsPanel::requestSettling() {
    if (!m_settling.isActive()) m_settling.start();
}

void RunsPanel::settle() {
    const bool isEdited = m_view->isPersistentEditorOpen(m_view->currentIndex());
    if (isEdited || QApplication::mouseButtons() != Qt::NoButton) return requestSettling();
    m_lines->settle();
    showCounts();
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_view && isKey) return takesKey(*static_cast<QKeyEvent*>(event));
    if (watched == m_view->viewport()) {
        if (event->type() == QEvent::MouseMove) hoverAt(static_cast<QMouseEvent*>(event)->position().toPoint());
        if (event->type() == QEvent::Leave) hoverAt({-1, -1});
    }
    return QWidget::eventFilter(watched, event);
}

/// Space means something else in the rest of a window; two actions with one key would do nothing at all.
bool RunsPanel::takesKey(QKeyEvent& key) {
    if (key.key() != Qt::Key_Space || key.modifiers() != Qt::NoModifier) return false;
    key.accept();
    if (key.type() == QEvent::KeyPress) action(Command::ToggleShown)->trigger();
    return true;
}

void RunsPanel::hoverAt(const QPoint& place) {
    const RunRow* row = m_lines->runAt(m_view->indexAt(place).row());
    const int run = row == nullptr ? -1 : row->run;
    if (run == m_delegate->hovered()) return;
    setHovered(run);
    Q_EMIT runHovered(run);
}

}  // namespace collapsar
