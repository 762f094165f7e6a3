// SPDX-License-Identifier: GPL-3.0-or-later
/// The live switches as a fork would start with them: what is in force, and what the person wants changed.
#pragma once

#include "core/report/settings_table.h"

#include <QFrame>
#include <QHash>
#include <QList>
#include <QStringList>

class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace collapsar {

class SegmentedControl;
class ToggleSwitch;

struct SwitchChange {
    QString field;     ///< stable name
    QString oldValue;  ///< the settings table's spelling
    QString newValue;

    bool operator==(const SwitchChange&) const = default;
};

/// "Aggressive encoder updates Off → On".
[[nodiscard]] QString switchChangeText(const SwitchChange& change);
/// "aggressive on", for names; of start settings too.
[[nodiscard]] QString switchChangeWord(const SwitchChange& change);

class ForkSwitches : public QFrame {
    Q_OBJECT

public:
    explicit ForkSwitches(QWidget* parent = nullptr);

    /// What is in force where the fork starts. What the person changed stays, unless it is now the same. Never emits.
    void setBase(const Settings& settings);
    [[nodiscard]] const Settings& base() const { return m_base; }
    /// In the order shown.
    [[nodiscard]] QList<SwitchChange> changes() const;
    /// What is wrong with a typed value; empty: nothing.
    [[nodiscard]] QString problem() const;
    /// The widget that is typed into or pressed.
    [[nodiscard]] QWidget* editor(const QString& field) const;
    [[nodiscard]] QToolButton* undoButton(const QString& field) const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        SettingInfo setting;
        QLabel* label = nullptr;
        QToolButton* undo = nullptr;
        SegmentedControl* choice = nullptr;
        ToggleSwitch* toggle = nullptr;
        QLineEdit* number = nullptr;
    };
    void addSwitch(const SettingInfo& setting, QVBoxLayout& rows);
    [[nodiscard]] QWidget* makeEditor(Row& row, const QString& field);
    void take(const QString& field, const QString& text);
    void showRow(const QString& field);
    void showNumber(const QString& field, const QString& value);
    [[nodiscard]] QString baseOf(const QString& field) const;

    Settings m_base;
    QStringList m_fields;  ///< in the order shown
    QHash<QString, Row> m_rows;
    QHash<QString, QString> m_wanted;  ///< as typed; only what differs from the base
};

}  // namespace collapsar
