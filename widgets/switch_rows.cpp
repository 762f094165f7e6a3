// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/switch_rows.h"

#include "core/report/settings_table.h"
#include "widgets/display_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace collapsar {

QList<SegmentedControl::Segment> segmentsOf(const char* name) {
    QList<SegmentedControl::Segment> segments;
    const SettingInfo* setting = findSetting(name);
    if (setting == nullptr) return segments;
    for (std::string_view choice : setting->choices) {
        const QString key = QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size()));
        segments << SegmentedControl::Segment{.key = key, .text = choiceText(key)};
    }
    return segments;
}

QString canonical(const QString& field, const QString& value) {
    Settings scratch;
    const std::string name = field.toStdString();
    return setSetting(scratch, name, value.toStdString()) ? QString::fromStdString(settingText(scratch, name))
                                                          : QString();
}

QString helpOf(const char* name) {
    const SettingInfo* setting = findSetting(name);
    return setting == nullptr ? QString() : settingHelp(*setting);
}

QLabel* rowLabel(const QString& text, QWidget* buddy, const char* setting) {
    auto* label = new QLabel(text);
    label->setBuddy(buddy);
    label->setToolTip(helpOf(setting));
    QString plain = text;
    buddy->setAccessibleName(plain.remove(QLatin1Char('&')));
    buddy->setToolTip(helpOf(setting));
    return label;
}

void addRow(QVBoxLayout& rows, const QString& text, QWidget* field, const char* setting) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(rowLabel(text, field, setting));
    row->addStretch();
    row->addWidget(field);
    rows.addLayout(row);
}

}  // namespace collapsar
