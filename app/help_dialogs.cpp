// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_dialogs.h"

#include <qcustomplot.h>
#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTableWidget>
#include <QVBoxLayout>

namespace collapsar {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("HelpDialogs", text);
}

/// A menu's text without the mark of its mnemonic, which is a letter in brackets in languages without Latin letters.
QString plainText(const QAction& action) {
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&\\w\\)"));
    QString text = action.text();
    return text.remove(bracketed).remove(QLatin1Char('&')).remove(QStringLiteral("..."));
}

QTableWidget* makeTable(const QList<QAction*>& actions, QWidget* parent) {
    auto* table = new QTableWidget(static_cast<int>(actions.size()), 2, parent);
    table->setHorizontalHeaderLabels(
        {words(QT_TRANSLATE_NOOP("HelpDialogs", "Action")), words(QT_TRANSLATE_NOOP("HelpDialogs", "Key"))});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    for (int row = 0; row < actions.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(plainText(*actions[row])));
        table->setItem(row, 1, new QTableWidgetItem(actions[row]->shortcut().toString(QKeySequence::NativeText)));
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return table;
}

}  // namespace

void showShortcutSheet(const QList<QAction*>& actions, QWidget* parent) {
    auto* sheet = new QDialog(parent);
    sheet->setObjectName(QStringLiteral("shortcutSheet"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(words(QT_TRANSLATE_NOOP("HelpDialogs", "Keys")));
    auto* layout = new QVBoxLayout(sheet);
    layout->addWidget(makeTable(actions, sheet));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, sheet);
    QObject::connect(buttons, &QDialogButtonBox::rejected, sheet, &QDialog::reject);
    layout->addWidget(buttons);
    sheet->resize(480, 600);
    sheet->show();
}

QString aboutText(const std::string& engine) {
    return words(QT_TRANSLATE_NOOP("HelpDialogs",
                                   "<b>Collapsar %1</b><p>Watch posterior collapse happen, understand it, stop it.</p>"
                                   "<p>Qt %2 · QCustomPlot %3<br>%4</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>"))
        .arg(QStringLiteral(COLLAPSAR_VERSION), QLatin1String(qVersion()), QStringLiteral(QCUSTOMPLOT_VERSION_STR),
             QString::fromStdString(engine).toHtmlEscaped());
}

void showAbout(const std::string& engine, QWidget* parent) {
    auto* box = new QMessageBox(QMessageBox::NoIcon, words(QT_TRANSLATE_NOOP("HelpDialogs", "About Collapsar")),
                                aboutText(engine), QMessageBox::Close, parent);
    box->setObjectName(QStringLiteral("about"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace collapsar
