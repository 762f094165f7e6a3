// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preset_picker.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace collapsar {

PresetPicker::PresetPicker(const QList<PresetView>& presets, QWidget* parent) : QDialog(parent), m_presets(presets) {
    setWindowTitle(tr("Presets"));
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Presets"));
    m_list->setStyleSheet(QStringLiteral(
        "QListWidget::item { padding: 7px 10px; border-radius: 6px; }"
        "QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const PresetView& preset : presets)
        m_list->addItem(preset.title);
    m_title = new QLabel;
    m_title->setProperty("class", "title");
    m_title->setWordWrap(true);
    m_expectation = new QLabel;
    m_expectation->setWordWrap(true);
    m_expectation->setAlignment(Qt::AlignTop);
    m_expectation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* heading = new QLabel(tr("What to expect"));
    heading->setProperty("class", "secondary");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel);
    QPushButton* open = buttons->button(QDialogButtonBox::Open);
    open->setText(tr("Load preset"));
    open->setProperty("class", "primary");
    open->setDefault(true);
    open->setEnabled(!presets.isEmpty());

    auto* card = new QFrame;
    card->setProperty("class", "card");
    auto* detail = new QVBoxLayout(card);
    detail->setContentsMargins(16, 12, 16, 12);
    detail->setSpacing(8);
    detail->addWidget(m_title);
    detail->addWidget(heading);
    detail->addWidget(m_expectation, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(8);
    columns->addWidget(m_list, 1);
    columns->addWidget(card, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);
    resize(760, 420);

    connect(m_list, &QListWidget::currentRowChanged, this, &PresetPicker::showExpectation);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        if (!current().isEmpty()) Q_EMIT presetChosen(current());
    });
    m_list->setCurrentRow(0);
}

void PresetPicker::setCurrent(const QString& stem) {
    for (int i = 0; i < m_presets.size(); ++i) {
        if (m_presets[i].stem == stem) m_list->setCurrentRow(i);
    }
}

QString PresetPicker::current() const {
    return m_presets.value(m_list->currentRow()).stem;
}

void PresetPicker::showExpectation() {
    const PresetView preset = m_presets.value(m_list->currentRow());
    m_title->setText(preset.title);
    m_expectation->setText(preset.expectation);
}

}  // namespace collapsar
