// SPDX-License-Identifier: GPL-3.0-or-later
/// One setting in a form: label, editor by kind, unit, a way back to the default, and what is wrong with it.
#pragma once

#include "core/report/settings_table.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace collapsar {

class SegmentedControl;
class ToggleSwitch;

class SettingRow : public QWidget {
    Q_OBJECT

public:
    explicit SettingRow(const SettingInfo& setting, QWidget* parent = nullptr);

    /// In the table's text form ('.' decimals), as typed: may be out of range.
    [[nodiscard]] QString text() const;
    /// Never emits.
    void setText(const QString& text);
    /// Shown under the field; empty: nothing is wrong.
    void setProblem(const QString& problem);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] const SettingInfo& setting() const { return m_setting; }
    [[nodiscard]] bool matches(const QString& filter) const;
    /// The widget that is typed into or pressed.
    [[nodiscard]] QWidget* editor() const;
    [[nodiscard]] QToolButton* resetButton() const { return m_reset; }

Q_SIGNALS:
    void edited(const QString& text);  ///< by the person only

private:
    QWidget* makeEditor();
    QWidget* makeLineEdit();
    void addBrowse(QHBoxLayout& row);
    void setEdited(const QString& text);
    void showDefault();

    SettingInfo m_setting;
    QString m_default;
    QLineEdit* m_edit = nullptr;
    SegmentedControl* m_choice = nullptr;
    ToggleSwitch* m_switch = nullptr;
    QToolButton* m_reset = nullptr;
    QLabel* m_problem = nullptr;
};

}  // namespace collapsar
