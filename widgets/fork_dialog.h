// SPDX-License-Identifier: GPL-3.0-or-later
/// Asks at which update a run is forked, what is switched there, and how the fork is called; or, as "What if", which
/// one switch to try for some updates in the background.
#pragma once

#include "core/report/intervention.h"
#include "widgets/plot_theme.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace collapsar {

class ForkSwitches;
class RunChip;

/// What it takes to stand at an update again: the newest keyframe not after it, then exact replay.
struct ReplayCost {
    std::int64_t keyframe = 0;
    double seconds = 0;  ///< NaN: not known
};

/// The run that is forked. Both functions are asked in the GUI thread whenever the update changes, so they are quick.
struct ForkSource {
    int run = 0;
    RunIdentity identity;
    std::int64_t update = 0;                                    ///< where the cursor stands
    std::int64_t lastUpdate = 0;                                ///< largest that can be forked at
    std::function<Settings(std::int64_t update)> settingsAt;    ///< live switches as in force then
    std::function<ReplayCost(std::int64_t update)> replayCost;  ///< may be empty: nothing is said
    QStringList takenNames;                                     ///< suggestions avoid these
};

enum class ForkMode { Fork, WhatIf };

struct ForkChoice {
    int run = 0;
    ForkMode mode = ForkMode::Fork;
    std::int64_t update = 0;
    std::vector<Intervention> changes;  ///< all at `update`; each passes checkIntervention
    QString name;
    int updates = 0;  ///< WhatIf: how many to run in the background
};

class ForkDialog : public QDialog {
    Q_OBJECT

public:
    ForkDialog(ForkMode mode, const ForkSource& source, QWidget* parent = nullptr);

    [[nodiscard]] ForkChoice choice() const;
    /// Why the button is grey; empty: it can be pressed.
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] ForkSwitches* switches() const { return m_switches; }
    [[nodiscard]] QSpinBox* updateField() const { return m_update; }
    [[nodiscard]] QSpinBox* lengthField() const { return m_length; }  ///< WhatIf
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QPushButton* acceptButton() const { return m_accept; }
    [[nodiscard]] QString differences() const;  ///< as shown

private:
    void buildTitle(QVBoxLayout& rows);
    void buildUpdate(QVBoxLayout& rows);
    void buildNames(QVBoxLayout& rows);
    void buildButtons(QVBoxLayout& rows);
    void takeUpdate();
    void showRequest();
    [[nodiscard]] QString replayText() const;
    [[nodiscard]] QString differenceText() const;
    [[nodiscard]] QString suggestedName() const;
    [[nodiscard]] bool endsSchedule() const;

    ForkMode m_mode;
    ForkSource m_source;
    bool m_isNameTyped = false;
    ForkSwitches* m_switches = nullptr;
    QSpinBox* m_update = nullptr;
    QSpinBox* m_length = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_replay = nullptr;
    QLabel* m_differences = nullptr;
    QLabel* m_refusal = nullptr;
    QPushButton* m_accept = nullptr;
};

}  // namespace collapsar
