// SPDX-License-Identifier: GPL-3.0-or-later
/// What is to be written, and how: kind, z, decoding, which sentences; whose weights; draw again, copy.
#pragma once

#include "core/report/snapshot.h"
#include "widgets/words_column.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace collapsar {

class ExampleChoice;
class SegmentedControl;
class WrappingRow;

class WordsControls : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostSentences = 50;

    explicit WordsControls(QWidget* parent = nullptr);

    [[nodiscard]] const WordsRequest& request() const { return m_request; }
    /// Values out of range are brought into it. Neither emits.
    void setRequest(const WordsRequest& request);
    void setPlace(WordsPlace place);
    [[nodiscard]] WordsPlace place() const;
    /// The sentences that examples are chosen from; null: not known yet.
    void setExamples(const ProbeTexts& examples);
    void setProgress(const WordsProgress& progress);

Q_SIGNALS:
    void requestChanged(const collapsar::WordsRequest& request);
    void placeChosen(collapsar::WordsPlace place);
    void copyRequested();

private:
    void buildKind(WrappingRow& row);
    void buildLatent(WrappingRow& row);
    void buildRule(WrappingRow& row);
    void buildSentences(WrappingRow& row);
    void buildExamples(WrappingRow& row);
    void buildPlace(WrappingRow& row);
    ExampleChoice* addExampleChoice(const QString& name, int WordsRequest::*end);
    void chooseKind(const QString& key);
    void change();
    void showRequest();
    [[nodiscard]] int knownExamples() const;
    [[nodiscard]] bool isRandom() const;

    WordsRequest m_request;
    ProbeTexts m_examples;
    int m_sentences = 10, m_points = 5;  ///< how many of each kind, while the other is chosen

    SegmentedControl* m_kind = nullptr;
    SegmentedControl* m_latent = nullptr;
    SegmentedControl* m_rule = nullptr;
    QSpinBox* m_beam = nullptr;
    QDoubleSpinBox* m_temperature = nullptr;
    QStackedWidget* m_ruleNumber = nullptr;  ///< keeps its room, so that nothing moves
    QSpinBox* m_count = nullptr;
    QWidget* m_fromBox = nullptr;
    QSpinBox* m_first = nullptr;
    QWidget* m_examplesBox = nullptr;
    ExampleChoice* m_ends[2] = {};
    QLabel* m_progress = nullptr;
    QCheckBox* m_exactly = nullptr;
    QPushButton* m_again = nullptr;
};

}  // namespace collapsar
