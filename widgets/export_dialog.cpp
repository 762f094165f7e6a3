// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export_dialog.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace collapsar {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr QSize previewPixels{340, 260};

struct SizePreset {
    const char* name;
    QSizeF millimetres;
};
constexpr SizePreset sizePresets[] = {
    {QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Single column (85 mm)"), {85, 60}},
    {QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Double column (170 mm)"), {170, 100}},
    {QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Slide 16:9 (254 mm)"), {254, 142.9}},
};
constexpr int customPreset = 3;

const char* suffixOf(ImageFormat format) {
    switch (format) {
        case ImageFormat::Png:
            return ".png";
        case ImageFormat::Svg:
            return ".svg";
        case ImageFormat::Pdf:
            break;
    }
    return ".pdf";
}

}  // namespace

bool isFigure(ExportSubject subject) {
    return subject == ExportSubject::Plot || subject == ExportSubject::Stage || subject == ExportSubject::EachPlot;
}

QString fileSuffix(const ExportRequest& request) {
    switch (request.subject) {
        case ExportSubject::Plot:
        case ExportSubject::Stage:
            return QLatin1String(suffixOf(request.format));
        case ExportSubject::EachPlot:
            return {};
        case ExportSubject::Curves:
        case ExportSubject::PosteriorMeans:
            return QStringLiteral(".csv");
        case ExportSubject::Checkpoint:
            return QStringLiteral(".ckpt");
    }
    return {};
}

ExportDialog::ExportDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Export"));
    setStyleSheet(QStringLiteral(
        "QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid palette(dark);"
        " border-radius: 7px; background: palette(base); }"
        "QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid palette(highlight); }"
        "QRadioButton:focus { color: palette(highlight); }"));
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    buildSubjects(*left);
    buildFigureFields(*left);
    left->addStretch();
    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(previewPixels);
    m_picture->setProperty("class", "card");
    m_picture->setAccessibleName(tr("Preview"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left);
    columns->addWidget(m_picture, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    rows->addLayout(columns, 1);
    buildPath(*rows);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Export"));
    m_save->setProperty("class", "primary");
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showRequest();
}

void ExportDialog::buildSubjects(QVBoxLayout& column) {
    auto* title = new QLabel(tr("What"));
    title->setProperty("class", "title");
    column.addWidget(title);
    m_subjects = new QButtonGroup(this);
    const std::pair<ExportSubject, QString> subjects[] = {
        {ExportSubject::Plot, tr("This &plot")},
        {ExportSubject::Stage, tr("The whole &stage")},
        {ExportSubject::EachPlot, tr("&Each plot, as files in a folder")},
        {ExportSubject::Curves, tr("&Curves as numbers (CSV)")},
        {ExportSubject::PosteriorMeans, tr("Posterior &means as numbers (CSV)")},
        {ExportSubject::Checkpoint, tr("C&heckpoint")},
    };
    for (const auto& [subject, text] : subjects) {
        auto* button = new QRadioButton(text);
        m_subjects->addButton(button, static_cast<int>(subject));
        column.addWidget(button);
    }
    connect(m_subjects, &QButtonGroup::idClicked, this, [this](int id) {
        m_request.subject = static_cast<ExportSubject>(id);
        fitPath();
        showRequest();
    });
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
    for (const SizePreset& preset : sizePresets)
        m_sizePreset->addItem(tr(preset.name));
    m_sizePreset->addItem(tr("Custom"));
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
        if (index >= customPreset) return m_width->setFocus();
        m_request.sizeMillimetres = sizePresets[index].millimetres;
        showRequest();
    });
    const auto takeSize = [this] {
        m_request.sizeMillimetres = {m_width->value(), m_height->value()};
        showRequest();
    };
    connect(m_width, &QDoubleSpinBox::valueChanged, this, takeSize);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, takeSize);
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

void ExportDialog::setRequest(const ExportRequest& request) {
    m_request = request;
    showRequest();
}

ExportRequest ExportDialog::request() const {
    ExportRequest request = m_request;
    request.path = request.path.trimmed();
    const QString suffix = fileSuffix(request);
    const bool lacksSuffix = !suffix.isEmpty() && QFileInfo(request.path).suffix().isEmpty() && !request.path.isEmpty();
    if (lacksSuffix) request.path += suffix;
    return request;
}

void ExportDialog::setPreview(Preview preview) {
    m_preview = std::move(preview);
    showPreview();
}

void ExportDialog::setAvailable(const QList<ExportSubject>& subjects) {
    for (QAbstractButton* button : m_subjects->buttons()) {
        button->setEnabled(subjects.contains(static_cast<ExportSubject>(m_subjects->id(button))));
    }
    if (!subjects.isEmpty() && !subjects.contains(m_request.subject)) m_request.subject = subjects.first();
    fitPath();
    showRequest();
}

void ExportDialog::setPlotName(const QString& name) {
    m_subjects->button(static_cast<int>(ExportSubject::Plot))
        ->setText(name.isEmpty() ? tr("This &plot") : tr("This &plot: %1").arg(name));
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    showPreview();
}

void ExportDialog::fitPath() {
    if (m_request.path.isEmpty()) return;
    const QFileInfo info(m_request.path);
    const QString stem = info.path() + QLatin1Char('/') + info.completeBaseName();
    m_request.path = stem + fileSuffix(m_request);
}

void ExportDialog::showRequest() {
    m_subjects->button(static_cast<int>(m_request.subject))->setChecked(true);
    m_formats->button(static_cast<int>(m_request.format))->setChecked(true);
    const QSizeF size = m_request.sizeMillimetres;
    int preset = 0;
    while (preset < customPreset && sizePresets[preset].millimetres != size)
        ++preset;
    m_sizePreset->setCurrentIndex(preset);
    const QSignalBlocker quietWidth(m_width);
    const QSignalBlocker quietHeight(m_height);
    const QSignalBlocker quietDots(m_dotsPerInch);
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_dotsPerInch->setValue(m_request.dotsPerInch);
    const bool isPng = m_request.format == ImageFormat::Png;
    m_dotsPerInch->setEnabled(isPng);
    const double dots = m_request.dotsPerInch / millimetresPerInch;
    const auto pixels = [dots](double millimetres) { return QLocale().toString(std::lround(millimetres * dots)); };
    m_pixels->setText(isPng ? tr("%1 × %2 pixels").arg(pixels(size.width()), pixels(size.height()))
                            : tr("sharp at any size"));
    m_figure->setEnabled(isFigure(m_request.subject));
    if (m_path->text() != m_request.path) m_path->setText(m_request.path);
    m_save->setEnabled(!m_request.path.trimmed().isEmpty());
    showPreview();
}

void ExportDialog::showPreview() {
    if (!isFigure(m_request.subject)) {
        m_picture->setText(m_request.subject == ExportSubject::Checkpoint
                               ? tr("Everything the run needs to go on from here.")
                               : tr("One row per measurement, with the run, its seed and its switches."));
        return;
    }
    const qreal ratio = devicePixelRatioF();
    const QSize room = m_picture->contentsRect().size() - QSize(16, 16);
    QImage image = m_preview && isVisible() ? m_preview(m_request, room * ratio) : QImage();
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
}

void ExportDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    showPreview();
}

void ExportDialog::browse() {
    const QString title = tr("Export to");
    const QString chosen = m_request.subject == ExportSubject::EachPlot
                               ? QFileDialog::getExistingDirectory(this, title, m_request.path)
                               : QFileDialog::getSaveFileName(this, title, m_request.path);
    if (chosen.isEmpty()) return;
    m_request.path = chosen;
    showRequest();
}

}  // namespace collapsar
