// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fork_switches.h"

#include "widgets/display_text.h"
#include "widgets/segmented_control.h"
#include "widgets/switch_rows.h"
#include "widgets/toggle_switch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace collapsar {

namespace {

constexpr int numberWidth = 96;

struct ShortWord {
    const char* field;
    const char* word;
};
/// For the names of forks.
constexpr ShortWord shortWords[] = {
    {"pooling", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "pooling")},
    {"skip", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "skip")},
    {"aggressive", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "aggressive")},
    {"kl_weight", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "KL weight")},
    {"kl_schedule", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "KL schedule")},
    {"free_bits", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "free bits")},
    {"learning_rate", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "learning rate")},
    {"encoder_learning_rate", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "encoder learning rate")},
    {"freeze_encoder", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "frozen encoder")},
    {"freeze_decoder", QT_TRANSLATE_NOOP("collapsar::ForkSwitches", "frozen decoder")},
};

QString shownValue(const QString& field, const QString& value) {
    const SettingInfo* setting = findSetting(field.toStdString());
    const bool isSameRate = field == QLatin1String("encoder_learning_rate") && value == QLatin1String("0");
    if (isSameRate) return ForkSwitches::tr("the same", "encoder learning rate");
    return setting == nullptr ? value : settingValueText(*setting, value);
}

}  // namespace

QString switchChangeText(const SwitchChange& change) {
    const SettingInfo* setting = findSetting(change.field.toStdString());
    return ForkSwitches::tr("%1 %2 → %3", "setting, old value, new value")
        .arg(setting == nullptr ? change.field : settingLabel(*setting), shownValue(change.field, change.oldValue),
             shownValue(change.field, change.newValue));
}

QString switchChangeWord(const SwitchChange& change) {
    const SettingInfo* setting = findSetting(change.field.toStdString());
    QString word = setting == nullptr ? change.field : settingLabel(*setting);
    for (const ShortWord& each : shortWords) {
        if (change.field == QLatin1String(each.field)) word = ForkSwitches::tr(each.word);
    }
    return ForkSwitches::tr("%1 %2", "switch, value").arg(word, shownValue(change.field, change.newValue).toLower());
}

ForkSwitches::ForkSwitches(QWidget* parent) : QFrame(parent) {
    setProperty("class", "card");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(4);
    for (bool isFirst : {true, false}) {  // the remedy of all remedies stands on top, as elsewhere
        for (const SettingInfo& setting : settingsTable()) {
            if (setting.live && (setting.name == "aggressive") == isFirst) addSwitch(setting, *rows);
        }
    }
    setBase(Settings());
}

void ForkSwitches::addSwitch(const SettingInfo& setting, QVBoxLayout& rows) {
    const QString field = QString::fromUtf8(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
    const std::string name(setting.name);
    Row row;
    row.setting = setting;
    QWidget* shown = makeEditor(row, field);
    row.label = rowLabel(settingLabel(setting), shown, name.c_str());
    row.undo = new QToolButton;
    row.undo->setAutoRaise(true);
    row.undo->setStyleSheet(
        QStringLiteral("QToolButton { border-color: transparent; background: transparent; padding: 2px 8px;"
                       " color: palette(placeholder-text); }"
                       "QToolButton:hover, QToolButton:focus { border-color: palette(highlight); }"));
    connect(row.undo, &QToolButton::clicked, this, [this, field] {
        if (m_rows[field].number != nullptr) showNumber(field, baseOf(field));
        take(field, baseOf(field));
    });
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.label);
    line->addStretch();
    line->addWidget(row.undo);
    line->addWidget(shown);
    auto* holder = new QWidget;
    holder->setFixedHeight(32);
    line->setContentsMargins(0, 0, 0, 0);
    holder->setLayout(line);
    rows.addWidget(holder);
    m_fields << field;
    m_rows.insert(field, row);
}

QWidget* ForkSwitches::makeEditor(Row& row, const QString& field) {
    const std::string name = field.toStdString();
    if (row.setting.kind == SettingKind::Switch) {
        row.toggle = new ToggleSwitch;
        connect(row.toggle, &ToggleSwitch::clicked, this,
                [this, field](bool isOn) { take(field, isOn ? QStringLiteral("on") : QStringLiteral("off")); });
        return row.toggle;
    }
    if (row.setting.kind == SettingKind::Choice) {
        row.choice = new SegmentedControl;
        row.choice->setSegments(segmentsOf(name.c_str()));
        connect(row.choice, &SegmentedControl::chosen, this, [this, field](const QString& key) { take(field, key); });
        return row.choice;
    }
    row.number = new QLineEdit;
    row.number->setAlignment(Qt::AlignRight);
    row.number->setFixedWidth(numberWidth);
    if (name == "encoder_learning_rate") row.number->setPlaceholderText(tr("the same"));
    connect(row.number, &QLineEdit::textEdited, this, [this, field](const QString& typed) {
        QString text = typed.trimmed();
        const bool isSame = text.isEmpty() && field == QLatin1String("encoder_learning_rate");
        take(field, isSame ? QStringLiteral("0") : text.replace(QLocale().decimalPoint(), QLatin1String(".")));
    });
    return row.number;
}

void ForkSwitches::setBase(const Settings& settings) {
    m_base = settings;
    for (const QString& field : m_fields) {
        if (m_wanted.contains(field) && canonical(field, m_wanted[field]) == baseOf(field)) m_wanted.remove(field);
        showRow(field);
    }
}

QList<SwitchChange> ForkSwitches::changes() const {
    QList<SwitchChange> changes;
    for (const QString& field : m_fields) {
        if (!m_wanted.contains(field)) continue;
        const QString value = canonical(field, m_wanted[field]);
        if (!value.isEmpty()) changes << SwitchChange{field, baseOf(field), value};
    }
    return changes;
}

QString ForkSwitches::problem() const {
    for (const QString& field : m_fields) {
        if (!m_wanted.contains(field) || !canonical(field, m_wanted[field]).isEmpty()) continue;
        const SettingInfo& setting = m_rows[field].setting;
        return tr("%1: %2", "setting: what is wrong").arg(settingLabel(setting), settingRangeText(setting));
    }
    return {};
}

QWidget* ForkSwitches::editor(const QString& field) const {
    const Row row = m_rows.value(field);
    if (row.choice != nullptr) return row.choice;
    return row.toggle != nullptr ? static_cast<QWidget*>(row.toggle) : row.number;
}

QToolButton* ForkSwitches::undoButton(const QString& field) const {
    return m_rows.value(field).undo;
}

void ForkSwitches::take(const QString& field, const QString& text) {
    const bool isBase = text == baseOf(field) || canonical(field, text) == baseOf(field);
    if (isBase) {
        m_wanted.remove(field);
    } else {
        m_wanted[field] = text;
    }
    showRow(field);
    Q_EMIT changed();
}

void ForkSwitches::showRow(const QString& field) {
    const Row& row = m_rows[field];
    const QString value = m_wanted.value(field, baseOf(field));
    const bool isChanged = m_wanted.contains(field);
    if (row.choice != nullptr) row.choice->setCurrent(value);
    if (row.toggle != nullptr) row.toggle->setChecked(value == QLatin1String("on"));
    if (row.number != nullptr && !row.number->hasFocus()) showNumber(field, value);
    QFont font = row.label->font();
    font.setBold(isChanged);
    row.label->setFont(font);
    row.undo->setText(tr("was %1").arg(shownValue(field, baseOf(field))));
    row.undo->setToolTip(tr("Back to what the run has here"));
    row.undo->setAccessibleName(
        tr("Set %1 back to %2").arg(settingLabel(row.setting), shownValue(field, baseOf(field))));
    row.undo->setVisible(isChanged);
}

void ForkSwitches::showNumber(const QString& field, const QString& value) {
    const bool isSame = field == QLatin1String("encoder_learning_rate") && value == QLatin1String("0");
    m_rows[field].number->setText(isSame ? QString() : settingValueText(m_rows[field].setting, value));
}

QString ForkSwitches::baseOf(const QString& field) const {
    return QString::fromStdString(settingText(m_base, field.toStdString()));
}

}  // namespace collapsar
