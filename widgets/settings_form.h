// SPDX-License-Identifier: GPL-3.0-or-later
/// A form for start parameters, made from the settings table: one row per setting, problems shown under their field.
#pragma once

#include "core/report/settings_table.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace collapsar {

class SettingRow;

class SettingsForm : public QWidget {
    Q_OBJECT

public:
    explicit SettingsForm(QWidget* parent = nullptr);

    /// The last valid value of every field. Never throws away the fields that are fine because another is not.
    [[nodiscard]] Settings settings() const { return m_settings; }
    /// Never emits changed().
    void setSettings(const Settings& settings);
    /// Types `text` into one field as a person would, emitting nothing; for "apply to both".
    void setFieldText(const QString& name, const QString& text);
    [[nodiscard]] bool isValid() const;
    /// Shows only rows whose label, name or help holds `text`.
    void setFilter(const QString& text);
    [[nodiscard]] SettingRow* row(const QString& name) const { return m_rows.value(name); }

Q_SIGNALS:
    void changed(const QString& name, const QString& text);
    void validityChanged(bool isValid);

private:
    void addGroup(SettingGroup group, QVBoxLayout* column);
    void takeText(const QString& name, const QString& text);
    void showProblems();

    Settings m_settings;
    QHash<QString, SettingRow*> m_rows;
    QHash<QString, QString> m_typingProblems;  ///< name -> what is wrong with the text in the field
    QHash<SettingGroup, QWidget*> m_groups;
    QLabel* m_nothingFound = nullptr;
    bool m_wasValid = true;
};

[[nodiscard]] inline size_t qHash(SettingGroup group, size_t seed = 0) {
    return ::qHash(static_cast<int>(group), seed);
}

}  // namespace collapsar
