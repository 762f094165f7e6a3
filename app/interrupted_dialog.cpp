// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupted_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace collapsar {

InterruptedDialog::InterruptedDialog(const std::vector<InterruptedRun>& runs, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("interruptedDialog"));
    setWindowTitle(tr("Interrupted runs"));
    auto* layout = new QVBoxLayout(this);
    auto* intro = new QLabel(runs.empty() ? tr("No run was interrupted.")
                                          : tr("These runs stopped before their end. Nothing of them is lost."),
                             this);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Interrupted runs"));
    for (const InterruptedRun& run : runs) {
        auto* item = new QListWidgetItem(tr("%1 · update %L2 of %L3 · %4")
                                             .arg(run.name)
                                             .arg(run.state.at.update)
                                             .arg(run.state.totalUpdates)
                                             .arg(QLocale().toString(run.stored.lastWritten, QLocale::ShortFormat)),
                                         m_list);
        item->setData(Qt::UserRole, QString::fromStdString(run.stored.folder.string()));
        item->setToolTip(QString::fromStdString(run.stored.folder.string()));
    }
    layout->addWidget(m_list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_resume = buttons->addButton(tr("Resume"), QDialogButtonBox::ActionRole);
    m_look = buttons->addButton(tr("Look only"), QDialogButtonBox::ActionRole);
    m_discard = buttons->addButton(tr("Discard"), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_resume, &QPushButton::clicked, this, [this] { openCurrent(OpenAs::Resumed); });
    connect(m_look, &QPushButton::clicked, this, [this] { openCurrent(OpenAs::ReadOnly); });
    connect(m_discard, &QPushButton::clicked, this, &InterruptedDialog::discardCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &InterruptedDialog::showButtons);
    m_list->setCurrentRow(runs.empty() ? -1 : 0);
    showButtons();
    resize(560, 360);
}

void InterruptedDialog::openCurrent(OpenAs how) {
    if (const QListWidgetItem* item = m_list->currentItem()) {
        Q_EMIT openRequested(item->data(Qt::UserRole).toString(), how);
        accept();
    }
}

void InterruptedDialog::discardCurrent() {
    if (const QListWidgetItem* item = m_list->currentItem()) {
        Q_EMIT discardRequested(item->data(Qt::UserRole).toString());
        delete item;
    }
}

void InterruptedDialog::showButtons() {
    for (QPushButton* button : {m_resume, m_look, m_discard}) {
        button->setEnabled(m_list->currentItem() != nullptr);
    }
}

}  // namespace collapsar
