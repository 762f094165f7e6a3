// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_model.h"

#include "widgets/display_text.h"
#include "widgets/words_finding.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace collapsar {

WordsModel::WordsModel(QObject* parent) : QAbstractTableModel(parent) {}

/// A table of the same shape stays: the current cell and what is scrolled to.
void WordsModel::setColumns(const QList<WordsColumn>& columns, const WordsRequest& asked) {
    WordsKind kind = asked.kind;
    int rows = 0;
    for (const WordsColumn& column : columns) {
        if (!column.words) continue;
        kind = column.words->request.kind;
        rows = std::max(rows, static_cast<int>(column.words->sentences.size()));
    }
    const bool isSameShape = kind == m_kind && rows == m_rows && columns.size() == m_columns.size();
    if (!isSameShape) beginResetModel();
    m_columns = columns;
    m_kind = kind;
    m_rows = rows;
    if (!isSameShape) {
        endResetModel();
    } else if (rows > 0 && !columns.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

const WordsColumn* WordsModel::column(int section) const {
    return section < 1 || section > m_columns.size() ? nullptr : &m_columns[section - 1];
}

const WrittenSentence* WordsModel::sentence(const QModelIndex& index) const {
    const WordsColumn* run = column(index.column());
    if (run == nullptr || !run->words || run->hindrance != WordsHindrance::None) return nullptr;
    const auto row = static_cast<std::size_t>(index.row());
    return row < run->words->sentences.size() ? &run->words->sentences[row] : nullptr;
}

bool WordsModel::isAsWithoutLatent(const QModelIndex& index) const {
    return sentence(index) != nullptr &&
           collapsar::isAsWithoutLatent(*column(index.column())->words, static_cast<std::size_t>(index.row()));
}

QString WordsModel::hindrance(int section) const {
    const WordsColumn* run = column(section);
    return run == nullptr ? QString() : wordsHindranceText(*run);
}

/// Of the first run that has one: the originals are the same in all runs that train on the same text.
const WrittenSentence* WordsModel::anySentence(int row) const {
    for (int section = 1; section <= m_columns.size(); ++section) {
        if (const WrittenSentence* found = sentence(index(row, section))) return found;
    }
    return nullptr;
}

QString WordsModel::firstText(int row) const {
    const WrittenSentence* known = anySentence(row);
    if (m_kind == WordsKind::Prior || known == nullptr) return countText(row + 1);
    if (m_kind == WordsKind::Reconstruction) return QString::fromStdString(known->original);
    return std::isfinite(known->along) ? numberText(known->along, 2) : countText(row + 1);
}

QString WordsModel::title(int section) const {
    if (section == 0) {
        switch (m_kind) {
            case WordsKind::Reconstruction:
                return tr("Original");
            case WordsKind::Prior:
                return tr("z");
            case WordsKind::Interpolation:
                return tr("Place");
        }
    }
    const WordsColumn* run = column(section);
    return run == nullptr ? QString() : run->identity.name;
}

int WordsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int WordsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_columns.isEmpty() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant WordsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
        case Qt::DisplayRole: {
            if (index.column() == 0) return firstText(index.row());
            const WrittenSentence* written = sentence(index);
            return written == nullptr ? QVariant() : QString::fromStdString(written->words);
        }
        case Qt::ToolTipRole:
            return toolTip(index);
        case Qt::AccessibleTextRole:
            return accessibleText(index);
        default:
            return {};
    }
}

QString WordsModel::toolTip(const QModelIndex& index) const {
    if (const QString reason = hindrance(index.column()); !reason.isEmpty()) return reason;
    if (sentence(index) != nullptr)
        return sentenceToolTip(*column(index.column())->words, static_cast<std::size_t>(index.row()));
    if (index.column() > 0) return {};
    const WrittenSentence* known = anySentence(index.row());
    if (m_kind == WordsKind::Prior || known == nullptr) return {};
    return QString::fromStdString(known->original);
}

QString WordsModel::accessibleText(const QModelIndex& index) const {
    const QString own = data(index, Qt::DisplayRole).toString();
    const WordsColumn* run = column(index.column());
    if (run == nullptr) return own;
    if (const QString reason = hindrance(index.column()); !reason.isEmpty()) return run->identity.name + ": " + reason;
    const QString text =
        tr("%1 from %2: %3", "run, original or place, sentence").arg(run->identity.name, firstText(index.row()), own);
    return isAsWithoutLatent(index) ? tr("%1 (as without z)").arg(text) : text;
}

QVariant WordsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const WordsColumn* run = column(section);
    if (role == Qt::DisplayRole) return title(section);
    if (run == nullptr || (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)) return {};
    const WordsFinding finding = run->words ? wordsFinding(*run->words) : WordsFinding();
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<p><b>%1</b>, %2</p>%3")
            .arg(title(section).toHtmlEscaped(), wordsPlaceText(*run).toHtmlEscaped(), finding.toolTip);
    return QStringList{title(section), wordsPlaceText(*run), finding.differ, finding.cameBack}.join(", ");
}

QString WordsModel::copiedText() const {
    if (m_columns.isEmpty()) return {};
    QStringList titles{title(0)};
    for (const WordsColumn& run : m_columns)
        titles << tr("%1 (%2)", "run, place").arg(run.identity.name, wordsPlaceText(run));
    QString text = titles.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (int row = 0; row < m_rows; ++row) {
        QStringList cells;
        for (int section = 0; section < columnCount(); ++section)
            cells << index(row, section).data().toString();
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QString wordsPlaceText(const WordsColumn& column) {
    if (!column.words) return {};
    const std::int64_t update = column.words->at.update;
    const QString own = WordsModel::tr("update %1").arg(countText(update));
    if (column.wanted < 0 || column.wanted == update) return own;
    return update < column.wanted ? WordsModel::tr("%1, before %2").arg(own, countText(column.wanted))
                                  : WordsModel::tr("%1, after %2").arg(own, countText(column.wanted));
}

QString wordsHindranceText(const WordsColumn& column) {
    switch (column.hindrance) {
        case WordsHindrance::None:
            return {};
        case WordsHindrance::NoFolder:
            return WordsModel::tr("Nothing of this run is on disk, so there are no weights to write with.");
        case WordsHindrance::NoCheckpoint:
            return WordsModel::tr("No checkpoint yet. The first one is written when training starts.");
        case WordsHindrance::NoLatent:
            return WordsModel::tr(
                "A language model has no z: it neither encodes a sentence nor goes from one to "
                "another. Choose From the prior to see what it writes by itself.");
        case WordsHindrance::Failed:
            return errorText(column.error);
    }
    return {};
}

}  // namespace collapsar
