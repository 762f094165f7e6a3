// SPDX-License-Identifier: GPL-3.0-or-later
/// One run and the same with differences: a list of variants, and the settings of the one picked.
#pragma once

#include "widgets/compare_request.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace collapsar {

class SettingsForm;

class CompareVariants : public QWidget {
    Q_OBJECT

public:
    explicit CompareVariants(QWidget* parent = nullptr);

    /// Starts anew: this run as it is, and one variant to change.
    void setBase(const CompareEntry& base);
    /// The run as it is comes first.
    [[nodiscard]] const std::vector<CompareEntry>& runs() const { return m_runs; }
    [[nodiscard]] QString problem() const;  ///< a field that cannot be read; empty: none
    void add();
    void removeCurrent();
    void setCurrent(int run);
    [[nodiscard]] SettingsForm* form() const { return m_form; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void lockShared();
    void showCurrent();
    void showList();
    void takeSettings();

    std::vector<CompareEntry> m_runs;
    QListWidget* m_list = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    SettingsForm* m_form = nullptr;
};

}  // namespace collapsar
