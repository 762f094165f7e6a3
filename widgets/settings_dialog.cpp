// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings_dialog.h"

#include "widgets/settings_form.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace collapsar {

namespace {

constexpr int mostRuns = 2;

}  // namespace

SettingsDialog::SettingsDialog(const QList<RunSetup>& setups, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Start parameters"));
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_applyToAll = new QCheckBox(tr("&Apply changes to both runs"));
    m_applyToAll->setToolTip(tr("What is changed in one tab is changed in the other too"));
    m_secondRun = new QCheckBox(tr("&Second run"));
    m_secondRun->setToolTip(tr("Train two runs side by side on the same batches, or one alone"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Use for a new start"));
    m_ok->setProperty("class", "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* options = new QHBoxLayout;
    options->addWidget(m_secondRun);
    options->addSpacing(16);
    options->addWidget(m_applyToAll);
    options->addStretch();
    options->addWidget(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_tabs, 1);
    column->addLayout(options);
    resize(720, 640);

    for (const RunSetup& setup : setups.mid(0, mostRuns))
        addRun(setup);
    m_secondRun->setChecked(m_forms.size() == mostRuns);
    connect(m_secondRun, &QCheckBox::toggled, this, &SettingsDialog::showSecondRun);
    showSecondRun(m_secondRun->isChecked());
}

QList<RunSetup> SettingsDialog::setups() const {
    QList<RunSetup> setups;
    for (int run = 0; run < m_tabs->count(); ++run) {
        setups << RunSetup{.name = m_names[run], .settings = m_forms[run]->settings()};
    }
    return setups;
}

void SettingsDialog::addRun(const RunSetup& setup) {
    auto* form = new SettingsForm(this);
    form->setSettings(setup.settings);
    const int run = static_cast<int>(m_forms.size());
    m_names << setup.name;
    m_forms << form;
    m_tabs->addTab(form, setup.name);
    connect(form, &SettingsForm::validityChanged, this, &SettingsDialog::showValidity);
    connect(form, &SettingsForm::changed, this,
            [this, run](const QString& name, const QString& text) { copyToOthers(run, name, text); });
}

void SettingsDialog::showSecondRun(bool isWanted) {
    if (isWanted && m_forms.size() < mostRuns) {
        addRun({.name = tr("Run 2"), .settings = m_forms.isEmpty() ? Settings() : m_forms.first()->settings()});
    }
    const bool isShown = m_tabs->count() == mostRuns;
    if (isWanted && !isShown) m_tabs->addTab(m_forms.last(), m_names.last());
    if (!isWanted && isShown) m_tabs->removeTab(mostRuns - 1);
    m_applyToAll->setEnabled(isWanted);
    showValidity();
}

void SettingsDialog::copyToOthers(int from, const QString& name, const QString& text) {
    if (!m_applyToAll->isChecked() || !m_applyToAll->isEnabled()) return;
    for (int run = 0; run < m_forms.size(); ++run) {
        if (run != from) m_forms[run]->setFieldText(name, text);
    }
}

void SettingsDialog::showValidity() {
    bool isValid = m_tabs->count() > 0;
    for (int run = 0; run < m_tabs->count(); ++run) {
        const bool isFine = m_forms[run]->isValid();
        m_tabs->setTabText(run, isFine
                                    ? m_names[run]
                                    : tr("%1: needs a change", "run whose settings have problems").arg(m_names[run]));
        isValid = isValid && isFine;
    }
    m_ok->setEnabled(isValid);
}

}  // namespace collapsar
