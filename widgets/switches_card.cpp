// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/switches_card.h"

#include "core/report/settings_table.h"
#include "widgets/display_text.h"
#include "widgets/run_chip.h"
#include "widgets/segmented_control.h"
#include "widgets/switch_rows.h"
#include "widgets/toggle_switch.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace collapsar {

namespace {

constexpr int sliderSteps = 100;        // of a KL weight from 0 to 1
constexpr double largestKlWeight = 10;  // typed
constexpr int mergeMilliseconds = 200;

QString textOf(const Settings& settings, const QString& field) {
    return QString::fromStdString(settingText(settings, field.toStdString()));
}

QString onOff(bool isOn) {
    return isOn ? QStringLiteral("on") : QStringLiteral("off");
}

/// Shown as an empty field, whose placeholder says what 0 means.
bool isEmptyForZero(const QString& field) {
    return field == QLatin1String("encoder_learning_rate") || field == QLatin1String("free_bits");
}

}  // namespace

SwitchesCard::SwitchesCard(QWidget* parent) : QFrame(parent) {
    setProperty("class", "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    buildHeader();
    buildMainSwitches();
    buildKlWeight();
    buildMore();
    m_klTimer.setSingleShot(true);
    m_klTimer.setInterval(mergeMilliseconds);
    showState();
}

void SwitchesCard::buildHeader() {
    m_chip = new RunChip;
    m_name = new QLabel;
    m_name->setProperty("class", "title");
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long name does not widen the column
    m_seed = new QLabel;
    m_seed->setProperty("class", "secondary");
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_chip);
    row->addWidget(m_name, 1);
    row->addWidget(m_seed);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void SwitchesCard::buildMainSwitches() {
    m_aggressive = new SegmentedControl;
    m_aggressive->setSegments(segmentsOf("aggressive"));
    m_pooling = new SegmentedControl;
    m_pooling->setSegments(segmentsOf("pooling"));
    m_skip = new ToggleSwitch;
    auto* rows = static_cast<QVBoxLayout*>(layout());
    addRow(*rows, tr("Aggressive"), m_aggressive, "aggressive");
    addRow(*rows, tr("Pooling"), m_pooling, "pooling");
    addRow(*rows, tr("Skip connections"), m_skip, "skip");

    const auto ask = [this](const char* field) {
        return [this, field](const QString& value) { request(QLatin1String(field), value); };
    };
    connect(m_aggressive, &SegmentedControl::chosen, this, ask("aggressive"));
    connect(m_pooling, &SegmentedControl::chosen, this, ask("pooling"));
    connect(m_skip, &ToggleSwitch::clicked, this, [this](bool isOn) { request(QStringLiteral("skip"), onOff(isOn)); });
}

void SwitchesCard::buildKlWeight() {
    m_klSlider = new QSlider(Qt::Horizontal);
    m_klSlider->setRange(0, sliderSteps);
    m_klSlider->setPageStep(sliderSteps / 10);
    m_klSlider->setMinimumWidth(60);
    m_klNumber = new QDoubleSpinBox;
    m_klNumber->setRange(0, largestKlWeight);
    m_klNumber->setDecimals(2);
    m_klNumber->setSingleStep(0.05);
    m_klNumber->setKeyboardTracking(false);
    m_klNumber->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_klNumber->setAlignment(Qt::AlignRight);
    m_klNumber->setMaximumWidth(64);
    m_klNumber->setToolTip(helpOf("kl_weight"));
    m_klNumber->setAccessibleName(tr("KL weight, number"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(rowLabel(tr("KL weight"), m_klSlider, "kl_weight"));
    row->addSpacing(16);
    row->addWidget(m_klSlider, 1);
    row->addWidget(m_klNumber);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connectKlWeight();

    m_status = new QLabel;
    m_status->setProperty("class", "secondary");
    m_status->setWordWrap(true);
    static_cast<QVBoxLayout*>(layout())->addWidget(m_status);
}

void SwitchesCard::connectKlWeight() {
    const auto ask = [this] { request(QStringLiteral("kl_weight"), QString::number(m_klNumber->value(), 'g', 6)); };
    connect(m_klSlider, &QSlider::valueChanged, this, [this](int step) {
        const QSignalBlocker quiet(m_klNumber);
        m_klNumber->setValue(static_cast<double>(step) / sliderSteps);
        if (!m_klSlider->isSliderDown()) m_klTimer.start();
    });
    connect(m_klSlider, &QSlider::sliderReleased, this, [this, ask] {
        m_klTimer.stop();
        ask();
    });
    connect(m_klNumber, &QDoubleSpinBox::valueChanged, this, [this](double weight) {
        const QSignalBlocker quiet(m_klSlider);
        m_klSlider->setValue(static_cast<int>(std::lround(std::min(weight, 1.0) * sliderSteps)));
        m_klTimer.start();
    });
    connect(&m_klTimer, &QTimer::timeout, this, ask);
}

void SwitchesCard::buildMore() {
    m_moreButton = new QToolButton;
    m_moreButton->setText(tr("More"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setArrowType(Qt::RightArrow);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setProperty("class", "quiet");
    m_moreButton->setStyleSheet(
        QStringLiteral("QToolButton, QToolButton:checked { border-color: transparent; padding: 2px 4px;"
                       " background: transparent; color: palette(placeholder-text); }"
                       "QToolButton:focus { border-color: palette(highlight); }"));
    connect(m_moreButton, &QToolButton::toggled, this, &SwitchesCard::setMoreVisible);
    m_more = new QWidget;
    auto* rows = new QVBoxLayout(m_more);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    addMoreRows(*rows);
    m_reinitialise = new QPushButton(tr("Re-initialise decoder"));
    m_reinitialise->setToolTip(tr("Fresh decoder weights and optimiser state: gives a collapsed run another chance"));
    connect(m_reinitialise, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(Action::ReinitialiseDecoder); });
    rows->addWidget(m_reinitialise);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_moreButton, 0, Qt::AlignLeft);
    column->addWidget(m_more);
    m_more->hide();
}

void SwitchesCard::addMoreRows(QVBoxLayout& rows) {
    const auto addRate = [this, &rows](const QString& label, const char* field) {
        auto* edit = new QLineEdit;
        edit->setAlignment(Qt::AlignRight);
        edit->setMaximumWidth(96);
        addRow(rows, label, edit, field);
        connect(edit, &QLineEdit::editingFinished, this,
                [this, edit, field] { takeRate(*edit, QLatin1String(field)); });
        return edit;
    };
    const auto addToggle = [this, &rows](const QString& label, const char* field) {
        auto* toggle = new ToggleSwitch;
        addRow(rows, label, toggle, field);
        connect(toggle, &ToggleSwitch::clicked, this,
                [this, field](bool isOn) { request(QLatin1String(field), onOff(isOn)); });
        return toggle;
    };
    m_freeBits = addRate(tr("Free bits"), "free_bits");
    m_freeBits->setPlaceholderText(tr("none"));
    m_learningRate = addRate(tr("Learning rate"), "learning_rate");
    m_encoderLearningRate = addRate(tr("Encoder learning rate"), "encoder_learning_rate");
    m_encoderLearningRate->setPlaceholderText(tr("the same"));
    m_freezeEncoder = addToggle(tr("Freeze encoder"), "freeze_encoder");
    m_freezeDecoder = addToggle(tr("Freeze decoder"), "freeze_decoder");
    m_klSchedule = new SegmentedControl;
    m_klSchedule->setSegments(segmentsOf("kl_schedule"));
    addRow(rows, tr("KL schedule"), m_klSchedule, "kl_schedule");
    connect(m_klSchedule, &SegmentedControl::chosen, this,
            [this](const QString& value) { request(QStringLiteral("kl_schedule"), value); });
}

void SwitchesCard::takeRate(QLineEdit& edit, const QString& field) {
    if (!edit.isModified()) return;
    edit.setModified(false);
    QString text = edit.text().trimmed();
    text.replace(QLocale().decimalPoint(), QLatin1String("."));
    const QString value = canonical(field, text.isEmpty() && isEmptyForZero(field) ? QStringLiteral("0") : text);
    const SettingInfo* setting = findSetting(field.toStdString());
    if (value.isEmpty() && setting != nullptr) return setRefused(field, settingRangeText(*setting));
    request(field, value);
}

void SwitchesCard::setIdentity(const RunIdentity& identity) {
    m_chip->setIdentity(identity);
    m_name->setText(identity.name);
    m_name->setToolTip(identity.name);
    setAccessibleName(tr("Switches of %1").arg(identity.name));
}

void SwitchesCard::setTheme(const PlotTheme& theme) {
    setPalette(themePalette(theme));
}

void SwitchesCard::setState(const RunState& state) {
    if (state.at.update == 0 || state.settings.aggressive != m_state.settings.aggressive) m_burnInEndedAt = -1;
    m_state = state;
    for (const QString& field : m_pending.keys()) {
        if (textOf(state.settings, field) == m_pending.value(field)) m_pending.remove(field);
    }
    showState();
}

void SwitchesCard::addEvent(const Event& event) {
    if (event.kind == EventKind::BurnInEnded) m_burnInEndedAt = event.at.update;
    showState();
}

void SwitchesCard::setRefused(const QString& field, const QString& reason) {
    m_pending.remove(field);
    m_refusal = reason;
    showState();
}

void SwitchesCard::setReplayed(std::int64_t update) {
    m_replayedAt = update;
    showOrigin();
}

void SwitchesCard::showOrigin() {
    m_seed->setText(m_replayedAt < 0 ? tr("seed %1").arg(m_state.settings.seed)
                                     : tr("at update %1").arg(countText(m_replayedAt)));
}

void SwitchesCard::setMoreVisible(bool isVisible) {
    m_more->setVisible(isVisible);
    m_moreButton->setArrowType(isVisible ? Qt::DownArrow : Qt::RightArrow);
    m_moreButton->setChecked(isVisible);
}

void SwitchesCard::request(const QString& field, const QString& value) {
    const QString asked = canonical(field, value);
    const bool isInForce = asked == textOf(m_state.settings, field) && !changesSchedule(field);
    m_refusal.clear();
    if (!isInForce || m_pending.contains(field)) {
        m_pending[field] = asked;
        Intervention intervention;
        intervention.field = field.toStdString();
        intervention.newValue = asked.toStdString();
        Q_EMIT interventionRequested(intervention);
    }
    showState();
}

bool SwitchesCard::changesSchedule(const QString& field) const {
    return field == QLatin1String("kl_weight") && m_state.settings.klSchedule != KlSchedule::Constant;
}

QString SwitchesCard::valueOf(const QString& field) const {
    return m_pending.value(field, textOf(m_state.settings, field));
}

void SwitchesCard::showState() {
    for (const auto& [control, field] : {std::pair{m_aggressive, "aggressive"}, std::pair{m_pooling, "pooling"},
                                         std::pair{m_klSchedule, "kl_schedule"}}) {
        const QString key = QLatin1String(field);
        control->setCurrent(valueOf(key));
        control->setPending(m_pending.value(key));
    }
    for (const auto& [toggle, field] : {std::pair{m_skip, "skip"}, std::pair{m_freezeEncoder, "freeze_encoder"},
                                        std::pair{m_freezeDecoder, "freeze_decoder"}}) {
        const QString key = QLatin1String(field);
        toggle->setChecked(valueOf(key) == QLatin1String("on"));
        toggle->setPending(m_pending.contains(key));
    }
    showKlWeight();
    showRate(*m_freeBits, QStringLiteral("free_bits"));
    showRate(*m_learningRate, QStringLiteral("learning_rate"));
    showRate(*m_encoderLearningRate, QStringLiteral("encoder_learning_rate"));
    showOrigin();
    showStatus();
    setEnabled(m_state.phase != RunPhase::Failed && m_state.phase != RunPhase::Diverged);
}

void SwitchesCard::showKlWeight() {
    const bool isBeingSet = m_klSlider->isSliderDown() || m_klTimer.isActive() || m_klNumber->hasFocus();
    if (isBeingSet) return;
    const QString field = QStringLiteral("kl_weight");
    const bool moves =
        (m_state.settings.klSchedule != KlSchedule::Constant || isPretraining(m_state)) && !m_pending.contains(field);
    const double weight = moves && std::isfinite(m_state.klWeight) ? m_state.klWeight : valueOf(field).toDouble();
    const QSignalBlocker quietSlider(m_klSlider);
    const QSignalBlocker quietNumber(m_klNumber);
    m_klNumber->setValue(weight);
    m_klSlider->setValue(static_cast<int>(std::lround(std::clamp(weight, 0.0, 1.0) * sliderSteps)));
}

void SwitchesCard::showRate(QLineEdit& edit, const QString& field) {
    if (edit.hasFocus()) return;
    QString text = valueOf(field);
    if (isEmptyForZero(field) && text == QLatin1String("0")) text.clear();
    text.replace(QLatin1String("."), QLocale().decimalPoint());
    edit.setText(text);
    QFont font = edit.font();
    font.setItalic(m_pending.contains(field));
    edit.setFont(font);
}

void SwitchesCard::showStatus() {
    QStringList lines{m_refusal, pretrainingText(m_state), burnInText(m_state, m_burnInEndedAt),
                      innerClipText(m_state.settings)};
    lines.removeAll(QString());
    m_status->setText(lines.join(QLatin1Char('\n')));
    m_status->setVisible(!lines.isEmpty());
}

}  // namespace collapsar
