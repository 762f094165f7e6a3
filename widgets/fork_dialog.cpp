// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fork_dialog.h"

#include "widgets/display_text.h"
#include "widgets/fork_switches.h"
#include "widgets/run_chip.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {

namespace {

constexpr int standardLength = 300;
constexpr int longestLength = 100000;
constexpr int dialogWidth = 560;
constexpr int fieldWidth = 104;
constexpr int labelWidth = 96;

int spinValue(std::int64_t update) {
    return static_cast<int>(std::clamp<std::int64_t>(update, 0, std::numeric_limits<int>::max()));
}

QSpinBox* makeCounter(int least, int most, int value) {
    auto* counter = new QSpinBox;
    counter->setRange(least, most);
    counter->setValue(value);
    counter->setGroupSeparatorShown(true);
    counter->setAlignment(Qt::AlignRight);
    counter->setButtonSymbols(QAbstractSpinBox::NoButtons);
    counter->setFixedWidth(fieldWidth);
    return counter;
}

QLabel* secondaryLabel(const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setProperty("class", "secondary");
    return label;
}

QHBoxLayout* fieldRow(const QString& text, QWidget* field) {
    auto* label = new QLabel(text);
    label->setMinimumWidth(labelWidth);
    label->setBuddy(field);
    QString plain = text;
    field->setAccessibleName(plain.remove(QLatin1Char('&')));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(field);
    return row;
}

}  // namespace

ForkDialog::ForkDialog(ForkMode mode, const ForkSource& source, QWidget* parent)
    : QDialog(parent), m_mode(mode), m_source(source) {
    const QString name = source.identity.name;
    setWindowTitle(mode == ForkMode::Fork ? tr("Fork %1").arg(name) : tr("What if: %1").arg(name));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    buildTitle(*rows);
    buildUpdate(*rows);
    m_switches = new ForkSwitches;
    m_switches->setAccessibleName(tr("Switches of the fork"));
    rows->addWidget(m_switches);
    buildNames(*rows);
    buildButtons(*rows);
    connect(m_switches, &ForkSwitches::changed, this, &ForkDialog::showRequest);
    takeUpdate();
    setFixedWidth(dialogWidth);
    m_switches->editor(QStringLiteral("aggressive"))->setFocus();
}

void ForkDialog::buildTitle(QVBoxLayout& rows) {
    auto* chip = new RunChip;
    chip->setIdentity(m_source.identity);
    auto* title = new QLabel(windowTitle());
    title->setProperty("class", "title");
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(chip);
    row->addWidget(title, 1);
    rows.addLayout(row);
    auto* meaning = secondaryLabel(
        m_mode == ForkMode::Fork
            ? tr("Shares everything up to one update and goes its own way from there.")
            : tr("Tries one switch in the background and shows the outcome as a ghost on every plot. Keep it or throw "
                 "it away afterwards."));
    meaning->setWordWrap(true);
    rows.addWidget(meaning);
}

void ForkDialog::buildUpdate(QVBoxLayout& rows) {
    const int last = spinValue(m_source.lastUpdate);
    m_update = makeCounter(0, last, std::min(spinValue(m_source.update), last));
    QHBoxLayout* row = fieldRow(tr("&From update"), m_update);
    row->addWidget(secondaryLabel(tr("of 0 to %1").arg(countText(last))));
    row->addStretch();
    rows.addSpacing(4);
    rows.addLayout(row);
    if (m_mode == ForkMode::WhatIf) {
        m_length = makeCounter(1, longestLength, standardLength);
        m_length->setSingleStep(100);
        QHBoxLayout* length = fieldRow(tr("&Run for"), m_length);
        length->addWidget(secondaryLabel(tr("updates in the background")));
        length->addStretch();
        rows.addLayout(length);
    }
    m_replay = secondaryLabel();
    m_replay->setWordWrap(true);
    rows.addWidget(m_replay);
    connect(m_update, &QSpinBox::valueChanged, this, &ForkDialog::takeUpdate);
}

void ForkDialog::buildNames(QVBoxLayout& rows) {
    auto* title = new QLabel(tr("What will differ"));
    title->setProperty("class", "title");
    m_differences = new QLabel;
    m_differences->setWordWrap(true);
    m_differences->setAlignment(Qt::AlignTop);
    m_differences->setMinimumHeight(2 * fontMetrics().lineSpacing());  // the dialog stays when a line comes
    rows.addSpacing(4);
    rows.addWidget(title);
    rows.addWidget(m_differences);
    m_name = new QLineEdit;
    QHBoxLayout* row = fieldRow(tr("&Name"), m_name);
    row->setStretch(1, 1);
    rows.addLayout(row);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_isNameTyped = !text.isEmpty();
        showRequest();
    });
}

void ForkDialog::buildButtons(QVBoxLayout& rows) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setText(m_mode == ForkMode::Fork ? tr("Fork") : tr("Try it"));
    m_accept->setProperty("class", "primary");
    m_refusal = secondaryLabel();
    m_refusal->setWordWrap(true);
    m_refusal->setAccessibleName(tr("Why it cannot be done"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_refusal, 1);
    row->addWidget(buttons);
    rows.addSpacing(4);
    rows.addStretch();
    rows.addLayout(row);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ForkDialog::takeUpdate() {
    m_switches->setBase(m_source.settingsAt ? m_source.settingsAt(m_update->value()) : Settings());
    m_replay->setText(replayText());
    m_replay->setVisible(!m_replay->text().isEmpty());
    showRequest();
}

void ForkDialog::showRequest() {
    m_differences->setText(differenceText());
    if (!m_isNameTyped) m_name->setText(suggestedName());
    const QString why = refusal();
    m_refusal->setText(why);
    m_accept->setEnabled(why.isEmpty());
}

ForkChoice ForkDialog::choice() const {
    ForkChoice request;
    request.run = m_source.run;
    request.mode = m_mode;
    request.update = m_update->value();
    request.name = m_name->text().trimmed();
    request.updates = m_length == nullptr ? 0 : m_length->value();
    for (const SwitchChange& change : m_switches->changes()) {
        Intervention intervention;
        intervention.at.update = request.update;
        intervention.field = change.field.toStdString();
        intervention.oldValue = change.oldValue.toStdString();
        intervention.newValue = change.newValue.toStdString();
        request.changes.push_back(intervention);
    }
    return request;
}

QString ForkDialog::refusal() const {
    if (!m_switches->problem().isEmpty()) return m_switches->problem();
    const ForkChoice asked = choice();
    for (const Intervention& change : asked.changes) {
        const Result<void> checked = checkIntervention(change);
        if (!checked) return errorText(checked.error());
    }
    if (m_mode == ForkMode::WhatIf && asked.changes.empty()) return tr("Change the one switch to try.");
    if (m_mode == ForkMode::WhatIf && asked.changes.size() > 1) {
        return tr("Change one switch only, so that the difference has one cause. For more, fork the run.");
    }
    if (asked.name.isEmpty()) return tr("Give it a name.");
    return {};
}

QString ForkDialog::differences() const {
    return m_differences->text();
}

QString ForkDialog::replayText() const {
    if (!m_source.replayCost) return {};
    const std::int64_t update = m_update->value();
    const ReplayCost cost = m_source.replayCost(update);
    const QString keyframe = countText(cost.keyframe);
    if (cost.keyframe >= update) return tr("Update %1 is kept whole, so it starts at once.").arg(keyframe);
    const QString replayed = countText(update - cost.keyframe);
    if (!std::isfinite(cost.seconds)) {
        return tr("From the state kept at %1, then %2 updates repeated exactly.").arg(keyframe, replayed);
    }
    const QString time = cost.seconds < 1 ? tr("less than a second") : tr("about %1 s").arg(std::lround(cost.seconds));
    return tr("From the state kept at %1, then %2 updates repeated exactly (%3).").arg(keyframe, replayed, time);
}

QString ForkDialog::differenceText() const {
    QStringList lines;
    for (const SwitchChange& change : m_switches->changes())
        lines << switchChangeText(change);
    if (endsSchedule()) lines << tr("A KL weight set by hand makes the KL schedule constant.");
    if (!lines.isEmpty()) return lines.join(QLatin1Char('\n'));
    if (m_mode == ForkMode::WhatIf) return tr("Nothing yet.");
    return tr("Nothing yet: the fork repeats %1 exactly until you switch something in it.").arg(m_source.identity.name);
}

bool ForkDialog::endsSchedule() const {
    bool hasWeight = false;
    bool hasSchedule = false;
    for (const SwitchChange& change : m_switches->changes()) {
        hasWeight |= change.field == QLatin1String("kl_weight");
        hasSchedule |= change.field == QLatin1String("kl_schedule");
    }
    return hasWeight && !hasSchedule && m_switches->base().klSchedule != KlSchedule::Constant;
}

QString ForkDialog::suggestedName() const {
    constexpr int mostWords = 2;
    const QList<SwitchChange> changes = m_switches->changes();
    const QString update = countText(m_update->value());
    QStringList words;
    for (const SwitchChange& change : changes.mid(0, mostWords))
        words << switchChangeWord(change);
    if (changes.size() > mostWords) words = {tr("%1 switches").arg(changes.size())};
    const QString what = words.join(tr(" and ", "between two switches"));
    const QString name =
        what.isEmpty()
            ? tr("%1 from %2", "run, update").arg(m_source.identity.name, update)
            : tr("%1, %2 from %3", "run, what is switched, update").arg(m_source.identity.name, what, update);
    QString unique = name;
    for (int i = 2; m_source.takenNames.contains(unique); ++i)
        unique = tr("%1 (%2)", "name, how many of it").arg(name).arg(i);
    return unique;
}

}  // namespace collapsar
