// SPDX-License-Identifier: GPL-3.0-or-later
/// "Compare strategies": picks the runs of a race, or one strategy over several seeds.
#pragma once

#include "widgets/compare_request.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace collapsar {

class CompareVariants;
class DifferencesPanel;
class SegmentedControl;

struct CompareSource {
    std::vector<CompareEntry> candidates;  ///< runs on the stage, presets' runs; names tell them apart
    int current = 0;                       ///< which of them to start from
    int firstIdentity = 0;                 ///< colour, marker and dash that the first new run will get
};

class CompareDialog : public QDialog {
    Q_OBJECT

public:
    explicit CompareDialog(const CompareSource& source, QWidget* parent = nullptr);

    void setKind(CompareKind kind);
    [[nodiscard]] CompareRequest request() const;
    /// Why the button is grey; empty: it can be pressed.
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] QCheckBox* candidateBox(int candidate) const { return m_boxes.value(candidate); }
    [[nodiscard]] QCheckBox* equalBox() const { return m_equal; }
    [[nodiscard]] CompareVariants* variants() const { return m_variants; }
    [[nodiscard]] QSpinBox* seedsField() const { return m_seeds; }
    [[nodiscard]] SegmentedControl* kindControl() const { return m_kind; }
    [[nodiscard]] SegmentedControl* clockControl() const { return m_clock; }
    [[nodiscard]] QPushButton* acceptButton() const { return m_accept; }

private:
    void buildTop(QVBoxLayout& rows);
    [[nodiscard]] QWidget* makeStrategies();
    [[nodiscard]] QWidget* makeCandidateList();
    [[nodiscard]] QWidget* makeRepeats();
    void buildClock(QVBoxLayout& rows);
    void buildButtons(QVBoxLayout& rows);
    void takeBase();
    void showRequest();
    void showRepeats();
    [[nodiscard]] std::vector<CompareEntry> tickedRuns() const;
    [[nodiscard]] CompareKind kind() const;

    CompareSource m_source;
    SegmentedControl* m_kind = nullptr;
    QComboBox* m_base = nullptr;
    QWidget* m_baseRow = nullptr;
    QStackedWidget* m_pages = nullptr;
    QList<QCheckBox*> m_boxes;
    QCheckBox* m_equal = nullptr;
    DifferencesPanel* m_differences = nullptr;
    CompareVariants* m_variants = nullptr;
    QSpinBox* m_seeds = nullptr;
    QLabel* m_seedList = nullptr;
    QWidget* m_clockRow = nullptr;
    SegmentedControl* m_clock = nullptr;
    QLabel* m_clockMeaning = nullptr;
    QLabel* m_refusal = nullptr;
    QPushButton* m_accept = nullptr;
};

}  // namespace collapsar
