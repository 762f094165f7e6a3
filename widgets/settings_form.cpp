// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings_form.h"

#include "widgets/display_text.h"
#include "widgets/setting_row.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace collapsar {

namespace {

constexpr SettingGroup groups[] = {SettingGroup::Data, SettingGroup::Model, SettingGroup::Training,
                                   SettingGroup::Measuring};

QString nameOf(const SettingInfo& setting) {
    return QString::fromUtf8(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
}

}  // namespace

SettingsForm::SettingsForm(QWidget* parent) : QWidget(parent) {
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(tr("Search settings"));
    filter->setAccessibleName(tr("Search settings"));
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, this, &SettingsForm::setFilter);
    m_nothingFound = new QLabel(tr("No setting matches."));
    m_nothingFound->setProperty("class", "secondary");
    m_nothingFound->hide();

    auto* inner = new QWidget;
    auto* rows = new QVBoxLayout(inner);
    rows->setContentsMargins(0, 0, 12, 0);
    rows->setSpacing(8);
    for (SettingGroup group : groups)
        addGroup(group, rows);
    rows->addWidget(m_nothingFound);
    rows->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 4, 4);
    column->setSpacing(8);
    column->addWidget(filter);
    column->addWidget(scroll, 1);
}

void SettingsForm::addGroup(SettingGroup group, QVBoxLayout* column) {
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    auto* title = new QLabel(settingGroupText(group));
    title->setProperty("class", "title");
    rows->addWidget(title);
    for (const SettingInfo& setting : settingsTable()) {
        if (setting.group != group) continue;
        auto* row = new SettingRow(setting);
        rows->addWidget(row);
        const QString name = nameOf(setting);
        m_rows.insert(name, row);
        connect(row, &SettingRow::edited, this, [this, name](const QString& text) {
            takeText(name, text);
            Q_EMIT changed(name, text);
        });
    }
    m_groups.insert(group, box);
    column->addWidget(box);
}

void SettingsForm::setSettings(const Settings& settings) {
    m_settings = settings;
    m_typingProblems.clear();
    for (SettingRow* row : m_rows)
        row->setText(QString::fromStdString(settingText(settings, row->setting().name)));
    showProblems();
}

void SettingsForm::setFieldText(const QString& name, const QString& text) {
    SettingRow* field = row(name);
    if (field == nullptr) return;
    field->setText(text);
    takeText(name, text);
}

bool SettingsForm::isValid() const {
    return m_typingProblems.isEmpty() && validate(m_settings).empty();
}

void SettingsForm::setFilter(const QString& text) {
    const QString filter = text.trimmed();
    bool isAnyFound = false;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        bool isFoundHere = false;
        for (SettingRow* row : m_rows) {
            if (row->setting().group != group.key()) continue;
            row->setVisible(row->matches(filter));
            isFoundHere |= row->matches(filter);
        }
        group.value()->setVisible(isFoundHere);
        isAnyFound |= isFoundHere;
    }
    m_nothingFound->setVisible(!isAnyFound);
}

void SettingsForm::takeText(const QString& name, const QString& text) {
    if (setSetting(m_settings, name.toStdString(), text.toStdString())) {
        m_typingProblems.remove(name);
    } else {
        m_typingProblems.insert(name, settingRangeText(row(name)->setting()));
    }
    showProblems();
}

void SettingsForm::showProblems() {
    QHash<QString, QString> problems;
    for (const SettingProblem& problem : validate(m_settings)) {
        problems.insert(QString::fromStdString(problem.name), settingProblemText(problem));
    }
    for (auto typed = m_typingProblems.cbegin(); typed != m_typingProblems.cend(); ++typed) {
        problems.insert(typed.key(), typed.value());
    }
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        row.value()->setProblem(problems.value(row.key()));
    const bool isValidNow = problems.isEmpty();
    if (isValidNow == m_wasValid) return;
    m_wasValid = isValidNow;
    Q_EMIT validityChanged(isValidNow);
}

}  // namespace collapsar
