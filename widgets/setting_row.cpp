// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setting_row.h"

#include "widgets/display_text.h"
#include "widgets/plot_theme.h"
#include "widgets/segmented_control.h"
#include "widgets/toggle_switch.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace collapsar {

namespace {

constexpr int labelWidth = 190;
constexpr int numberWidth = 150;

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isNumber(SettingKind kind) {
    return kind == SettingKind::Integer || kind == SettingKind::Real;
}

}  // namespace

SettingRow::SettingRow(const SettingInfo& setting, QWidget* parent)
    : QWidget(parent), m_setting(setting), m_default(QString::fromStdString(settingText(Settings(), setting.name))) {
    auto* label = new QLabel(settingLabel(setting));
    label->setMinimumWidth(labelWidth);
    label->setWordWrap(true);
    auto* unit = new QLabel(settingUnit(setting));
    unit->setProperty("class", "secondary");
    m_reset = new QToolButton;
    m_reset->setAutoRaise(true);
    m_reset->setStyleSheet(
        QStringLiteral("QToolButton { border-color: transparent; background: transparent; padding: 4px 8px;"
                       " color: palette(placeholder-text); }"
                       "QToolButton:hover, QToolButton:focus { border-color: palette(highlight); }"));
    QSizePolicy keepsPlace = m_reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsPlace);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        setText(m_default);
        Q_EMIT edited(m_default);
    });
    m_problem = new QLabel;
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* field = new QHBoxLayout;
    field->setSpacing(8);
    field->addWidget(makeEditor());
    if (setting.kind == SettingKind::Path) addBrowse(*field);
    field->addWidget(unit);
    if (setting.kind != SettingKind::Path) field->addStretch();
    field->addWidget(m_reset);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(label, 0, 0);
    grid->addLayout(field, 0, 1);
    grid->addWidget(m_problem, 1, 1);

    label->setBuddy(editor());
    editor()->setAccessibleName(settingLabel(setting));
    editor()->setAccessibleDescription(settingHelp(setting));
    setToolTip(QStringLiteral("<p>%1</p><p><code>%2</code></p>")
                   .arg(settingHelp(setting).toHtmlEscaped(), fromView(setting.name)));
    setText(m_default);
}

QWidget* SettingRow::makeEditor() {
    if (m_setting.kind == SettingKind::Switch) {
        m_switch = new ToggleSwitch;
        connect(m_switch, &ToggleSwitch::clicked, this, [this] { setEdited(text()); });
        return m_switch;
    }
    if (m_setting.kind != SettingKind::Choice) return makeLineEdit();
    m_choice = new SegmentedControl;
    QList<SegmentedControl::Segment> segments;
    for (std::string_view choice : m_setting.choices) {
        segments << SegmentedControl::Segment{.key = fromView(choice), .text = choiceText(fromView(choice))};
    }
    m_choice->setSegments(segments);
    connect(m_choice, &SegmentedControl::chosen, this, &SettingRow::setEdited);
    return m_choice;
}

QWidget* SettingRow::makeLineEdit() {
    m_edit = new QLineEdit;
    if (m_setting.kind != SettingKind::Path) {
        m_edit->setMinimumWidth(numberWidth);
        m_edit->setMaximumWidth(numberWidth);
        m_edit->setAlignment(Qt::AlignRight);
    }
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setEdited(text()); });
    return m_edit;
}

void SettingRow::addBrowse(QHBoxLayout& row) {
    auto* browse = new QToolButton;
    browse->setText(tr("Browse ..."));
    browse->setAccessibleName(tr("Browse for %1").arg(settingLabel(m_setting)));
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, settingLabel(m_setting), m_edit->text(),
                                                          tr("Text (*.txt *.txt.gz);;All files (*)"));
        if (file.isEmpty()) return;
        setText(file);
        Q_EMIT edited(file);
    });
    row.addWidget(browse);
}

QString SettingRow::text() const {
    if (m_switch != nullptr) return m_switch->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    if (m_choice != nullptr) return m_choice->current();
    if (m_setting.kind == SettingKind::Path) return m_edit->text();
    QString number = m_edit->text().trimmed();
    return isNumber(m_setting.kind) ? number.replace(QLocale().decimalPoint(), QLatin1String(".")) : number;
}

void SettingRow::setText(const QString& text) {
    if (m_switch != nullptr) m_switch->setChecked(text == QLatin1String("on"));
    if (m_choice != nullptr) m_choice->setCurrent(text);
    if (m_edit != nullptr) m_edit->setText(settingValueText(m_setting, text));
    showDefault();
}

void SettingRow::setProblem(const QString& problem) {
    const PlotTheme& theme = themeFor(ThemeMode::System, palette());
    m_problem->setText(problem);
    m_problem->setStyleSheet(QStringLiteral("color: %1; font-size: 12px;").arg(theme.bad.name()));
    m_problem->setVisible(!problem.isEmpty());
    if (m_edit != nullptr)
        m_edit->setStyleSheet(problem.isEmpty() ? QString()
                                                : QStringLiteral("border-color: %1;").arg(theme.bad.name()));
}

QString SettingRow::problem() const {
    return m_problem->text();
}

bool SettingRow::matches(const QString& filter) const {
    const QStringList texts{fromView(m_setting.name), settingLabel(m_setting), settingHelp(m_setting)};
    for (const QString& text : texts) {
        if (text.contains(filter, Qt::CaseInsensitive)) return true;
    }
    return filter.isEmpty();
}

QWidget* SettingRow::editor() const {
    if (m_switch != nullptr) return m_switch;
    return m_choice != nullptr ? static_cast<QWidget*>(m_choice) : m_edit;
}

void SettingRow::setEdited(const QString& text) {
    showDefault();
    Q_EMIT edited(text);
}

void SettingRow::showDefault() {
    const QString shown = m_default.isEmpty() ? tr("empty") : settingValueText(m_setting, m_default);
    m_reset->setText(tr("Default: %1").arg(shown));
    m_reset->setAccessibleName(tr("Set %1 back to %2").arg(settingLabel(m_setting), shown));
    m_reset->setVisible(text() != m_default);
}

}  // namespace collapsar
