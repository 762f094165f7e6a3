// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/differences_panel.h"

#include "core/report/settings_table.h"
#include "widgets/display_text.h"
#include "widgets/run_chip.h"
#include "widgets/run_row.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int textPixels = 13;
constexpr int chipSide = 13;
constexpr int chipGap = 4;
constexpr int chipRatio = 3;  // sharp on fine screens too
constexpr int titleWidth = 210;
constexpr int narrowestValue = 96;
constexpr int widestValue = 152;

QPixmap chipPixmap(const RunIdentity& identity, const PlotTheme& theme) {
    QPixmap pixmap(QSize(chipSide + chipGap, chipSide) * chipRatio);
    pixmap.setDevicePixelRatio(chipRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintRunChip(painter, QRectF(0.5, 0.5, chipSide - 1, chipSide - 1), identity, theme);
    return pixmap;
}

QString settingCell(const SettingInfo* setting, const std::string& value) {
    const QString text = QString::fromStdString(value);
    if (setting == nullptr) return text;
    const QString shown = text.isEmpty() ? DifferencesPanel::tr("empty") : settingValueText(*setting, text);
    const QString unit = settingUnit(*setting);
    return unit.isEmpty() ? shown : DifferencesPanel::tr("%1 %2", "value, unit").arg(shown, unit);
}

/// A live setting's label, or the action's words.
QString switchTitle(const SwitchDifference& difference) {
    if (const SettingInfo* setting = findSetting(difference.what)) return settingLabel(*setting);
    if (difference.what == "step_encoder") return DifferencesPanel::tr("One encoder step");
    if (difference.what == "step_decoder") return DifferencesPanel::tr("One decoder step");
    if (difference.what == "reinitialise_decoder") return DifferencesPanel::tr("Decoder re-initialised");
    return QString::fromStdString(difference.what);
}

QString switchCell(const SwitchDifference& difference, const std::string& value) {
    if (value.empty()) return QStringLiteral("–");
    const SettingInfo* setting = findSetting(difference.what);
    return setting == nullptr ? DifferencesPanel::tr("done") : settingCell(setting, value);
}

QString placeText(const Position& at) {
    return at.inner == 0 ? countText(at.update)
                         : DifferencesPanel::tr("%1, inner %2").arg(countText(at.update), countText(at.inner));
}

}  // namespace

DifferencesModel::DifferencesModel(QObject* parent) : QAbstractTableModel(parent), m_theme(lightTheme()) {}

void DifferencesModel::setDifferences(const QList<RunIdentity>& runs, const RunDifferences& differences) {
    const QList<Row> rows = rowsOf(differences);
    if (rows == m_rows && runs == m_runs) return;
    beginResetModel();
    m_runs = runs;
    m_rows = rows;
    endResetModel();
}

void DifferencesModel::setTheme(const PlotTheme& theme) {
    m_theme = theme;
    if (!m_runs.isEmpty()) Q_EMIT headerDataChanged(Qt::Horizontal, 1, static_cast<int>(m_runs.size()));
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void DifferencesModel::setNameRoom(int pixels) {
    if (m_nameRoom == pixels) return;
    m_nameRoom = pixels;
    if (!m_runs.isEmpty()) Q_EMIT headerDataChanged(Qt::Horizontal, 1, static_cast<int>(m_runs.size()));
}

QList<DifferencesModel::Row> DifferencesModel::rowsOf(const RunDifferences& differences) {
    QList<Row> rows;
    if (!differences.settings.empty()) rows << Row{DifferencesPanel::tr("Settings at the start"), {}};
    for (const SettingDifference& difference : differences.settings) {
        const SettingInfo* setting = findSetting(difference.field);
        Row row;
        row.title = setting == nullptr ? QString::fromUtf8(difference.label.data(), qsizetype(difference.label.size()))
                                       : settingLabel(*setting);
        for (const std::string& value : difference.values)
            row.cells << settingCell(setting, value);
        rows << row;
    }
    if (!differences.switches.empty()) rows << Row{DifferencesPanel::tr("Switches made while training"), {}};
    for (const SwitchDifference& difference : differences.switches) {
        Row row;
        row.title = DifferencesPanel::tr("%1   %2", "update, what was switched")
                        .arg(placeText(difference.at), switchTitle(difference));
        for (const std::string& value : difference.values)
            row.cells << switchCell(difference, value);
        rows << row;
    }
    return rows;
}

int DifferencesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferencesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size()) + 1;
}

QVariant DifferencesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[index.row()];
    const int run = index.column() - 1;
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return run < 0 ? row.title : row.cells.value(run);
        case Qt::AccessibleTextRole:
            if (run < 0 || row.cells.isEmpty()) return row.title;
            return DifferencesPanel::tr("%1, %2: %3", "run, setting, value")
                .arg(m_runs[run].name, row.title, row.cells.value(run));
        case Qt::FontRole:
        case Qt::ForegroundRole:
            return inkOf(row, run, role);
        default:
            return {};
    }
}

/// Values unlike the first run's stand out.
QVariant DifferencesModel::inkOf(const Row& row, int run, int role) const {
    const bool isHeadingRow = row.cells.isEmpty();
    const bool isUnlikeFirst = run > 0 && !isHeadingRow && row.cells.value(run) != row.cells.value(0);
    if (role == Qt::ForegroundRole) {
        const bool isQuiet = isHeadingRow || row.cells.value(run) == QStringLiteral("–");
        return isQuiet ? m_theme.secondary : m_theme.text;
    }
    QFont font;
    font.setBold(isUnlikeFirst || isHeadingRow);
    font.setPixelSize(isHeadingRow ? textPixels - 1 : textPixels);
    return font;
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section > m_runs.size()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (section == 0) return role == Qt::DisplayRole ? QVariant(DifferencesPanel::tr("What")) : QVariant();
    const RunIdentity& run = m_runs[section - 1];
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) return run.name;
    if (role == Qt::DisplayRole) {
        QFont font;
        font.setPixelSize(textPixels);
        return QFontMetrics(font).elidedText(run.name, Qt::ElideRight, m_nameRoom);
    }
    if (role == Qt::DecorationRole) return chipPixmap(run, m_theme);
    return {};
}

DifferencesPanel::DifferencesPanel(QWidget* parent)
    : QWidget(parent),
      m_model(new DifferencesModel(this)),
      m_hint(tr("Select two or more runs in the table to see what tells them apart.")) {
    auto* title = new QLabel(tr("Differences"));
    title->setProperty("class", "title");
    m_which = new QLabel;
    m_which->setProperty("class", "secondary");
    m_copy = new QPushButton(tr("Copy as text"));
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(title);
    bar->addWidget(m_which);
    bar->addStretch();
    bar->addWidget(m_copy);
    m_message = new QLabel;
    m_message->setProperty("class", "secondary");
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setContentsMargins(24, 8, 24, 8);
    buildTable();
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_message);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(copiedText()); });
    setAccessibleName(tr("Differences between runs"));
    setProperty("class", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_model->setTheme(themeFor(ThemeMode::System, palette()));
    showTable();
}

void DifferencesPanel::buildTable() {
    m_view = new QTableView;
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Differences between runs"));
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setStyleSheet(
        QStringLiteral("QTableView::item:focus { border: 1px solid palette(highlight); }"
                       "QHeaderView::section { padding: 4px 3px; }"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(26);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    auto* copy = new QAction(tr("Copy as text"), m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copy);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(copiedText()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &DifferencesPanel::showTable);
}

void DifferencesPanel::setDifferences(const QList<RunIdentity>& runs, const RunDifferences& differences) {
    m_model->setDifferences(runs, differences);
}

void DifferencesPanel::setTheme(const PlotTheme& theme) {
    setPalette(themePalette(theme));
}

void DifferencesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) m_model->setTheme(themeFor(ThemeMode::System, palette()));
}

void DifferencesPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

/// As wide as there is room for, within reason.
void DifferencesPanel::fitColumns() {
    const int runs = m_model->columnCount() - 1;
    const int room = width() - titleWidth - 24;
    const int wide = runs < 1 ? widestValue : std::clamp(room / runs, narrowestValue, widestValue);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->setColumnWidth(column, column == 0 ? titleWidth : wide);
    m_model->setNameRoom(wide - chipSide - chipGap - 12);
}

void DifferencesPanel::setHint(const QString& hint) {
    m_hint = hint;
    showTable();
}

QString DifferencesPanel::message() const {
    return m_pages->currentWidget() == m_message ? m_message->text() : QString();
}

void DifferencesPanel::showTable() {
    const auto runs = static_cast<int>(m_model->runs().size());
    const bool isEmpty = m_model->rowCount() == 0;
    m_message->setText(runs < 2 ? m_hint
                                : tr("Nothing differs: settings, seed and switches are the same, so the weights are "
                                     "the same at every update."));
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_message) : m_view);
    m_which->setText(runs < 2 ? QString() : tr("of %1", "how many runs").arg(runCountText(runs)));
    m_copy->setEnabled(!isEmpty);
    m_view->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHeading(row)) m_view->setSpan(row, 0, 1, m_model->columnCount());
    }
    fitColumns();
}

QString DifferencesPanel::copiedText() const {
    QString text;
    for (int row = -1; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const bool isName = row < 0 && column > 0;
            const QVariant cell = isName    ? m_model->runs()[column - 1].name
                                  : row < 0 ? m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole)
                                            : m_model->index(row, column).data();
            cells << cell.toString().replace(QLatin1Char('\t'), QLatin1Char(' '));
        }
        const bool isOneCell = row >= 0 && m_model->isHeading(row);
        text += (isOneCell ? cells.first() : cells.join(QLatin1Char('\t'))) + QLatin1Char('\n');
    }
    return text;
}

}  // namespace collapsar
