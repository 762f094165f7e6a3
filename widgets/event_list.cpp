// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/event_list.h"

#include "widgets/display_text.h"
#include "widgets/run_chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int chipSide = 10;
constexpr int rowPadding = 5;
constexpr int gap = 8;

/// Written by the run itself, into its folder, under a name made from the update.
bool isScheduledCheckpoint(const Event& event) {
    return event.kind == EventKind::Checkpoint && event.text.starts_with("update-");
}

/// Update number, chip, text.
class EventDelegate : public QStyledItemDelegate {
public:
    /// `themed`: whose palette tells light from dark; the view's own has a transparent background.
    EventDelegate(const QWidget& themed, QObject* parent) : QStyledItemDelegate(parent), m_themed(themed) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, option.fontMetrics.height() + 2 * rowPadding};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const PlotTheme& theme = themeFor(ThemeMode::System, m_themed.palette());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintBack(*painter, option, theme);
        QFont bold = option.font;
        bold.setBold(true);
        const int numberWidth = QFontMetrics(bold).horizontalAdvance(countText(88'888));
        QRect box = option.rect.adjusted(2, 0, -4, 0);
        painter->setFont(bold);
        painter->setPen(theme.text);
        const QString update = countText(index.data(EventListModel::UpdateRole).toLongLong());
        painter->drawText(QRect(box.left(), box.top(), numberWidth, box.height()), Qt::AlignRight | Qt::AlignVCenter,
                          update);
        box.setLeft(box.left() + numberWidth + gap);

        const auto* model = static_cast<const EventListModel*>(index.model());
        if (const RunIdentity* run = model->identity(index.data(EventListModel::RunRole).toInt())) {
            paintRunChip(*painter, QRectF(box.left(), box.center().y() - chipSide / 2.0 + 0.5, chipSide, chipSide),
                         *run, theme);
        }
        box.setLeft(box.left() + chipSide + gap);
        painter->setFont(option.font);
        painter->setPen(theme.secondary);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, fittingText(option.fontMetrics, index, box.width()));
        painter->restore();
    }

private:
    /// The chip already names the run; where there is no room for its name too, the name goes.
    static QString fittingText(const QFontMetrics& metrics, const QModelIndex& index, int width) {
        const QString named = index.data(Qt::DisplayRole).toString();
        if (metrics.horizontalAdvance(named) <= width) return named;
        return metrics.elidedText(index.data(EventListModel::TextRole).toString(), Qt::ElideRight, width);
    }

    static void paintBack(QPainter& painter, const QStyleOptionViewItem& option, const PlotTheme& theme) {
        const bool isLit = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
        painter.setPen(option.state & QStyle::State_HasFocus ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(isLit ? QBrush(theme.grid) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }

    const QWidget& m_themed;
};

}  // namespace

EventListModel::EventListModel(QObject* parent) : QAbstractListModel(parent) {}

void EventListModel::setRuns(const QList<RunIdentity>& runs) {
    m_runs = runs;
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void EventListModel::add(int run, const Event& event) {
    if (isScheduledCheckpoint(event)) dropScheduledCheckpoint(run);
    const auto isNotNewer = [&event](const Row& row) { return row.event.at <= event.at; };
    const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(), isNotNewer);
    const int row = static_cast<int>(place - m_rows.cbegin());
    beginInsertRows({}, row, row);
    m_rows.insert(row, Row{run, event});
    endInsertRows();
}

/// Of the checkpoints that a run writes by itself only the newest is of use; those asked for stay.
void EventListModel::dropScheduledCheckpoint(int run) {
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (m_rows[row].run != run || !isScheduledCheckpoint(m_rows[row].event)) continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void EventListModel::clear(int run) {
    beginResetModel();
    m_rows.removeIf([run](const Row& row) { return run < 0 || row.run == run; });
    endResetModel();
}

int EventListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[index.row()];
    const RunIdentity* run = identity(row.run);
    const QString text = eventText(row.event);
    const QString named = run == nullptr ? text : tr("%1: %2", "run: what happened").arg(run->name, text);
    switch (role) {
        case Qt::DisplayRole:
            return named;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: {
            const QString whole = tr("Update %1, %2").arg(countText(row.event.at.update), named);
            const bool hasFile = row.event.kind == EventKind::Checkpoint && !row.event.text.empty();
            return hasFile ? tr("%1: %2", "checkpoint: file").arg(whole, QString::fromStdString(row.event.text))
                           : whole;
        }
        case UpdateRole:
            return static_cast<qlonglong>(row.event.at.update);
        case RunRole:
            return row.run;
        case TextRole:
            return text;
        default:
            return {};
    }
}

const RunIdentity* EventListModel::identity(int run) const {
    return run >= 0 && run < m_runs.size() ? &m_runs[run] : nullptr;
}

int EventListModel::rowUpTo(std::int64_t update) const {
    const auto isLater = [update](const Row& row) { return row.event.at.update > update; };
    const auto place = std::partition_point(m_rows.begin(), m_rows.end(), isLater);
    return place == m_rows.end() ? -1 : static_cast<int>(place - m_rows.begin());
}

EventList::EventList(QWidget* parent) : QWidget(parent), m_model(new EventListModel(this)), m_view(new QListView) {
    auto* title = new QLabel(tr("Events"));
    title->setProperty("class", "title");
    auto* which = new QLabel(tr("all runs"));
    which->setProperty("class", "secondary");
    auto* header = new QHBoxLayout;
    header->addWidget(title);
    header->addStretch();
    header->addWidget(which);
    m_empty = new QLabel(tr("Switches, checkpoints and cuts of the learning rate appear here. Click one to go there."));
    m_empty->setProperty("class", "secondary");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop);

    m_view->setModel(m_model);
    m_view->setItemDelegate(new EventDelegate(*this, m_view));
    m_view->setAccessibleName(tr("Events of all runs"));
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    const auto activate = [this](const QModelIndex& index) {
        Q_EMIT updateActivated(index.data(EventListModel::UpdateRole).toDouble());
    };
    connect(m_view, &QListView::clicked, this, activate);
    connect(m_view, &QListView::activated, this, activate);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(header);
    column->addWidget(m_empty, 1);
    column->addWidget(m_view, 1);
    showEmpty();
}

void EventList::setRuns(const QList<RunIdentity>& runs) {
    m_model->setRuns(runs);
}

void EventList::addEvent(int run, const Event& event) {
    m_model->add(run, event);
    showEmpty();
}

void EventList::clear(int run) {
    m_model->clear(run);
    showEmpty();
}

void EventList::showTime(const TimeCursor& cursor) {
    const int row = cursor.isLive ? -1 : m_model->rowUpTo(cursor.update);
    const QModelIndex here = m_model->index(row);
    const QModelIndex current = m_view->currentIndex();  // perhaps the one clicked, of several at this update
    const bool isThere = here.isValid() && current.isValid() &&
                         here.data(EventListModel::UpdateRole) == current.data(EventListModel::UpdateRole);
    if (here == current || isThere) return;
    m_view->setCurrentIndex(here);
    here.isValid() ? m_view->scrollTo(here) : m_view->scrollToTop();
}

void EventList::setTheme(const PlotTheme& theme) {
    setPalette(themePalette(theme));
}

void EventList::showEmpty() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
}

}  // namespace collapsar
