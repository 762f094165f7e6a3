// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_variants.h"

#include "widgets/setting_row.h"
#include "widgets/settings_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

namespace collapsar {

namespace {

constexpr int listWidth = 232;

}  // namespace

CompareVariants::CompareVariants(QWidget* parent) : QWidget(parent) {
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Variants"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(QStringLiteral(
        "QListWidget::item { padding: 7px 8px; border-radius: 6px; }"
        "QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }"));
    m_add = new QPushButton(tr("&Add variant"));
    m_remove = new QPushButton(tr("Re&move"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addLayout(buttons);
    m_form = new SettingsForm;
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(8);
    columns->addLayout(left);
    columns->addWidget(m_form, 1);
    m_list->setFixedWidth(listWidth);
    lockShared();
    connect(m_add, &QPushButton::clicked, this, &CompareVariants::add);
    connect(m_remove, &QPushButton::clicked, this, &CompareVariants::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompareVariants::showCurrent);
    connect(m_form, &SettingsForm::changed, this, &CompareVariants::takeSettings);
    connect(m_form, &SettingsForm::validityChanged, this, &CompareVariants::changed);
}

/// What all runs of a race share is shown and not changed.
void CompareVariants::lockShared() {
    for (const SettingInfo& setting : settingsTable()) {
        if (!isSharedInRace(setting)) continue;
        SettingRow* row = m_form->row(QString::fromUtf8(setting.name.data(), qsizetype(setting.name.size())));
        row->setEnabled(false);
        row->setToolTip(tr("Equal in all runs of a race: data, batch and seed"));
    }
}

/// The data come first in the form, and are not what is changed here.
void CompareVariants::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    QTimer::singleShot(0, this, [this] {
        const QWidget* first = m_form->row(QStringLiteral("aggressive"));
        auto* scroll = m_form->findChild<QScrollArea*>();
        if (scroll == nullptr || first->parentWidget() == nullptr) return;
        scroll->verticalScrollBar()->setValue(first->parentWidget()->y());
    });
}

void CompareVariants::setBase(const CompareEntry& base) {
    m_runs = {base, {{}, base.settings}};
    showList();
    setCurrent(1);
    Q_EMIT changed();
}

QString CompareVariants::problem() const {
    return m_form->isEnabled() && !m_form->isValid() ? tr("A setting of the variant needs a change.") : QString();
}

void CompareVariants::add() {
    if (m_runs.empty() || m_runs.size() >= mostCompared) return;
    m_runs.push_back({{}, m_runs.front().settings});
    showList();
    setCurrent(static_cast<int>(m_runs.size()) - 1);
    Q_EMIT changed();
}

void CompareVariants::removeCurrent() {
    const int run = m_list->currentRow();
    if (run < 1 || run >= static_cast<int>(m_runs.size())) return;
    m_runs.erase(m_runs.begin() + run);
    showList();
    setCurrent(std::min(run, static_cast<int>(m_runs.size()) - 1));
    Q_EMIT changed();
}

void CompareVariants::setCurrent(int run) {
    m_list->setCurrentRow(run);
    showCurrent();
}

/// The run itself is shown and not changed.
void CompareVariants::showCurrent() {
    const int run = m_list->currentRow();
    const bool isVariant = run >= 1 && run < static_cast<int>(m_runs.size());
    m_remove->setEnabled(isVariant);
    m_add->setEnabled(m_runs.size() < mostCompared);
    m_form->setEnabled(isVariant);
    if (run >= 0 && run < static_cast<int>(m_runs.size()))
        m_form->setSettings(m_runs[static_cast<std::size_t>(run)].settings);
}

void CompareVariants::takeSettings() {
    const int run = m_list->currentRow();
    if (run < 1 || run >= static_cast<int>(m_runs.size())) return;
    m_runs[static_cast<std::size_t>(run)].settings = m_form->settings();
    showList();
    Q_EMIT changed();
}

/// A variant is called after what it changes.
void CompareVariants::showList() {
    const QSignalBlocker quiet(m_list);
    const int current = m_list->currentRow();
    m_list->clear();
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const QString words = differenceWords(m_runs.front().settings, m_runs[i].settings);
        if (i > 0) {
            m_runs[i].name = words.isEmpty() ? tr("Variant %1").arg(i)
                                             : tr("%1, %2", "run, what differs").arg(m_runs.front().name, words);
        }
        const QString below = i == 0 ? tr("as it is") : words.isEmpty() ? tr("nothing changed yet") : words;
        const QString title = i == 0 ? m_runs[i].name : tr("Variant %1").arg(i);
        m_list->addItem(title + QLatin1Char('\n') + below);
    }
    m_list->setCurrentRow(std::min(current, static_cast<int>(m_runs.size()) - 1));
}

}  // namespace collapsar
