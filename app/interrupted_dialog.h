// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs that have not come to their end: go on, look at, or discard.
#pragma once

#include "app/run_opening.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace collapsar {

class InterruptedDialog : public QDialog {
    Q_OBJECT

public:
    explicit InterruptedDialog(const std::vector<InterruptedRun>& runs, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString& folder, collapsar::OpenAs how);
    /// The run leaves the list; it is moved aside, not deleted.
    void discardRequested(const QString& folder);

private:
    void openCurrent(OpenAs how);
    void discardCurrent();
    void showButtons();

    QListWidget* m_list = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_discard = nullptr;
};

}  // namespace collapsar
