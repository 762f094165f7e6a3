// SPDX-License-Identifier: GPL-3.0-or-later
/// "Words": the sentences that the shown runs write, side by side, at the stage's time cursor.
#pragma once

#include "core/report/snapshot.h"
#include "widgets/words_column.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QStackedWidget;

namespace collapsar {

class WordsControls;
class WordsTable;

class WordsPage : public QWidget {
    Q_OBJECT

public:
    explicit WordsPage(QWidget* parent = nullptr);

    /// One for each shown run. Words that are being written anew are passed as they were.
    void setColumns(const QList<WordsColumn>& columns);
    void setProgress(const WordsProgress& progress);
    /// The sentences that examples are chosen from; null: not known yet.
    void setExamples(const ProbeTexts& examples);
    /// Never emit.
    void setRequest(const WordsRequest& request);
    void setPlace(WordsPlace place);
    [[nodiscard]] const WordsRequest& request() const;
    [[nodiscard]] WordsPlace place() const;
    void setTheme(const PlotTheme& theme);

    [[nodiscard]] WordsControls& controls() const { return *m_controls; }
    [[nodiscard]] WordsTable& table() const { return *m_table; }
    /// Shown instead of the table; empty: the table is shown.
    [[nodiscard]] QString message() const;
    /// The mark that sentences are being written is seen.
    [[nodiscard]] bool showsProgress() const;

Q_SIGNALS:
    /// Somebody wants other sentences.
    void requestChanged(const collapsar::WordsRequest& request);
    void placeChosen(collapsar::WordsPlace place);

private:
    [[nodiscard]] QString messageFor(const QList<WordsColumn>& columns) const;
    void showBar();

    WordsControls* m_controls = nullptr;
    QProgressBar* m_bar = nullptr;
    QStackedWidget* m_pages = nullptr;
    WordsTable* m_table = nullptr;
    QLabel* m_message = nullptr;
    WordsProgress m_progress;
    QTimer m_patience;  ///< quick answers show no mark
};

}  // namespace collapsar
