// SPDX-License-Identifier: GPL-3.0-or-later
/// The live switches of one run. Shows what is in force; what the person asks for goes out as an intervention and is
/// shown as pending until a state says it is in force.
#pragma once

#include "core/report/intervention.h"
#include "core/report/run_state.h"
#include "widgets/plot_theme.h"

#include <QFrame>
#include <QHash>
#include <QTimer>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QToolButton;
class QVBoxLayout;

namespace collapsar {

class RunChip;
class SegmentedControl;
class ToggleSwitch;

class SwitchesCard : public QFrame {
    Q_OBJECT

public:
    explicit SwitchesCard(QWidget* parent = nullptr);

    void setIdentity(const RunIdentity& identity);
    void setTheme(const PlotTheme& theme);
    /// Reflects what is in force. Never emits.
    void setState(const RunState& state);
    /// The card only listens for the end of the burn-in.
    void addEvent(const Event& event);
    /// The core refused: the pending change of this setting is taken back and the reason shown.
    void setRefused(const QString& field, const QString& reason);
    /// What is shown was in force at this update of a replay; -1: it is now.
    void setReplayed(std::int64_t update);
    void setMoreVisible(bool isVisible);
    [[nodiscard]] bool isPending(const QString& field) const { return m_pending.contains(field); }

Q_SIGNALS:
    void interventionRequested(const collapsar::Intervention& intervention);  ///< a live setting; `at` is not filled in
    void actionRequested(collapsar::Action action);                           ///< ReinitialiseDecoder

private:
    void buildHeader();
    void buildMainSwitches();
    void buildKlWeight();
    void connectKlWeight();
    void buildMore();
    void addMoreRows(QVBoxLayout& rows);
    void takeRate(QLineEdit& edit, const QString& field);
    void request(const QString& field, const QString& value);
    /// A KL weight set live makes its schedule constant, so it matters even when the number stays.
    [[nodiscard]] bool changesSchedule(const QString& field) const;
    [[nodiscard]] QString valueOf(const QString& field) const;  ///< pending, else in force
    void showState();
    void showKlWeight();
    void showRate(QLineEdit& edit, const QString& field);
    void showStatus();
    void showOrigin();

    RunState m_state;
    QHash<QString, QString> m_pending;  ///< stable name -> asked value, until in force
    QString m_refusal;
    QTimer m_klTimer;  ///< key presses and wheel turns are merged; a drag counts when let go
    std::int64_t m_burnInEndedAt = -1;
    std::int64_t m_replayedAt = -1;

    RunChip* m_chip = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_seed = nullptr;
    SegmentedControl* m_aggressive = nullptr;
    SegmentedControl* m_pooling = nullptr;
    ToggleSwitch* m_skip = nullptr;
    QSlider* m_klSlider = nullptr;
    QDoubleSpinBox* m_klNumber = nullptr;
    QLabel* m_status = nullptr;
    QToolButton* m_moreButton = nullptr;
    QWidget* m_more = nullptr;
    QLineEdit* m_freeBits = nullptr;
    QLineEdit* m_learningRate = nullptr;
    QLineEdit* m_encoderLearningRate = nullptr;
    ToggleSwitch* m_freezeEncoder = nullptr;
    ToggleSwitch* m_freezeDecoder = nullptr;
    SegmentedControl* m_klSchedule = nullptr;
    QPushButton* m_reinitialise = nullptr;
};

}  // namespace collapsar
