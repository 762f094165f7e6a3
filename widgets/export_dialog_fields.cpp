// SPDX-License-Identifier: GPL-3.0-or-later
/// The fields of the export dialog and what they change.
#include "widgets/export_dialog.h"
#include "widgets/export_sizes.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace collapsar {

void ExportDialog::buildSubjects(QVBoxLayout& column) {
    auto* title = new QLabel(tr("What"));
    title->setProperty("class", "title");
    column.addWidget(title);
    m_subjects = new QButtonGroup(this);
    const std::pair<ExportSubject, QString> subjects[] = {
        {ExportSubject::Plot, tr("This &plot")},
        {ExportSubject::Stage, tr("The whole &stage")},
        {ExportSubject::EachPlot, tr("&Each plot, as files in a folder")},
        {ExportSubject::HeMeanSpaces, tr("He et al. figure &2: mean spaces over training")},
        {ExportSubject::HeTrajectories, tr("He et al. figure &3: the way of one example")},
        {ExportSubject::HeInformation, tr("He et al. figure &4: KL, MI, aggregate KL")},
        {ExportSubject::Curves, tr("&Curves as numbers (CSV)")},
        {ExportSubject::PosteriorMeans, tr("Posterior &means as numbers (CSV)")},
        {ExportSubject::Checkpoint, tr("C&heckpoint")},
    };
    for (const auto& [subject, text] : subjects) {
        auto* button = new QRadioButton(text);
        m_subjects->addButton(button, static_cast<int>(subject));
        column.addWidget(button);
    }
    connect(m_subjects, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<ExportSubject>(id)); });
}

void ExportDialog::buildFigureFields(QVBoxLayout& column) {
    m_figure = new QWidget;
    auto* rows = new QFormLayout(m_figure);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setLabelAlignment(Qt::AlignLeft);
    auto* formats = new QHBoxLayout;
    m_formats = new QButtonGroup(this);
    const std::pair<ImageFormat, QString> all[] = {
        {ImageFormat::Png, tr("P&NG")}, {ImageFormat::Svg, tr("S&VG")}, {ImageFormat::Pdf, tr("P&DF")}};
    for (const auto& [format, text] : all) {
        auto* button = new QRadioButton(text);
        m_formats->addButton(button, static_cast<int>(format));
        formats->addWidget(button);
    }
    formats->addStretch();
    m_sizePreset = new QComboBox;
    for (int preset = 0; preset <= customSize; ++preset)
        m_sizePreset->addItem(sizeName(preset));
    m_width = makeLength(tr("Width"));
    m_height = makeLength(tr("Height"));
    auto* size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height);
    m_dotsPerInch = new QSpinBox;
    m_dotsPerInch->setRange(50, 1200);
    m_dotsPerInch->setSingleStep(50);
    m_dotsPerInch->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_dotsPerInch->setAccessibleName(tr("Resolution"));
    m_dotsPerInch->setSuffix(tr(" dpi"));
    m_pixels = new QLabel;
    m_pixels->setProperty("class", "secondary");
    auto* resolution = new QHBoxLayout;
    resolution->addWidget(m_dotsPerInch);
    resolution->addWidget(m_pixels, 1);
    rows->addRow(tr("Format"), formats);
    rows->addRow(tr("Si&ze"), m_sizePreset);
    rows->addRow(QString(), size);
    rows->addRow(tr("Resolution"), resolution);
    m_updates = new QLineEdit;
    m_updates->setPlaceholderText(tr("as the paper, or 0, 200, 2000"));
    m_caption = new QCheckBox(tr("Caption with notes and &origin"));
    rows->addRow(tr("&Updates"), m_updates);
    rows->addRow(QString(), m_caption);
    column.addWidget(m_figure);
    connectFigureFields();
}

QDoubleSpinBox* ExportDialog::makeLength(const QString& name) {
    auto* length = new QDoubleSpinBox;
    length->setRange(20, 1000);
    length->setDecimals(1);
    length->setSuffix(tr(" mm"));
    length->setKeyboardTracking(false);
    length->setButtonSymbols(QAbstractSpinBox::NoButtons);
    length->setAccessibleName(name);
    length->setToolTip(name);
    return length;
}

void ExportDialog::connectFigureFields() {
    connect(m_formats, &QButtonGroup::idClicked, this, [this](int id) {
        m_request.format = static_cast<ImageFormat>(id);
        fitPath();
        showRequest();
    });
    connect(m_sizePreset, &QComboBox::activated, this, [this](int index) {
        if (index >= customSize) return m_width->setFocus();
        m_request.sizeMillimetres = sizeOf(index);
        showRequest();
    });
    const auto takeSize = [this] {
        m_request.sizeMillimetres = {m_width->value(), m_height->value()};
        showRequest();
    };
    connect(m_width, &QDoubleSpinBox::valueChanged, this, takeSize);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, takeSize);
    connect(m_updates, &QLineEdit::editingFinished, this, [this] { takeUpdates(m_updates->text()); });
    connect(m_caption, &QCheckBox::toggled, this, [this](bool shown) {
        m_request.caption = shown ? FigureCaption::Shown : FigureCaption::Hidden;
        showPreview();
    });
    connect(m_dotsPerInch, &QSpinBox::valueChanged, this, [this](int dots) {
        m_request.dotsPerInch = dots;
        showRequest();
    });
}

void ExportDialog::buildPath(QVBoxLayout& rows) {
    m_path = new QLineEdit;
    m_path->setPlaceholderText(tr("File or folder to write"));
    auto* label = new QLabel(tr("&To"));
    label->setBuddy(m_path);
    label->setContentsMargins(0, 0, 4, 0);
    auto* browse = new QPushButton(tr("&Browse ..."));
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    rows.addLayout(row);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString& path) {
        m_request.path = path;
        m_save->setEnabled(!path.trimmed().isEmpty());
    });
}

}  // namespace collapsar
