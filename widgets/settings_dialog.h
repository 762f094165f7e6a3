// SPDX-License-Identifier: GPL-3.0-or-later
/// Start parameters of one or two runs, a tab each; a change may be applied to all of them at once.
#pragma once

#include "core/report/settings.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QPushButton;
class QTabWidget;

namespace collapsar {

class SettingsForm;

struct RunSetup {
    QString name;
    Settings settings;
};

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// `setups` holds one or two runs.
    explicit SettingsDialog(const QList<RunSetup>& setups, QWidget* parent = nullptr);
    /// As many as the person wants to train; valid after accept().
    [[nodiscard]] QList<RunSetup> setups() const;
    [[nodiscard]] SettingsForm* form(int run) const { return m_forms.value(run); }

private:
    void addRun(const RunSetup& setup);
    void showSecondRun(bool isWanted);
    void copyToOthers(int from, const QString& name, const QString& text);
    void showValidity();

    QTabWidget* m_tabs = nullptr;
    QCheckBox* m_applyToAll = nullptr;
    QCheckBox* m_secondRun = nullptr;
    QPushButton* m_ok = nullptr;
    QStringList m_names;
    QList<SettingsForm*> m_forms;
};

}  // namespace collapsar
