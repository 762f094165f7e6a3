// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export_dialog.h"

#include "widgets/export_sizes.h"
#include "widgets/he_figures.h"

#include <QButtonGroup>
#include <QCheckBox>
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

bool isHeFigure(ExportSubject subject) {
    return subject == ExportSubject::HeMeanSpaces || subject == ExportSubject::HeTrajectories ||
           subject == ExportSubject::HeInformation;
}

bool isFigure(ExportSubject subject) {
    return subject == ExportSubject::Plot || subject == ExportSubject::Stage || subject == ExportSubject::EachPlot ||
           isHeFigure(subject);
}

QString fileSuffix(const ExportRequest& request) {
    switch (request.subject) {
        case ExportSubject::Plot:
        case ExportSubject::Stage:
        case ExportSubject::HeMeanSpaces:
        case ExportSubject::HeTrajectories:
        case ExportSubject::HeInformation:
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

void ExportDialog::setUsualSize(UsualSize usual) {
    m_usualSize = std::move(usual);
}

void ExportDialog::setPlotName(const QString& name) {
    m_subjects->button(static_cast<int>(ExportSubject::Plot))
        ->setText(name.isEmpty() ? tr("This &plot") : tr("This &plot: %1").arg(name));
}

void ExportDialog::choose(ExportSubject subject) {
    m_request.subject = subject;
    if (isHeFigure(subject) && m_usualSize) m_request.sizeMillimetres = m_usualSize(m_request);
    fitPath();
    showRequest();
}

/// A text that is no list of updates is marked and keeps the dialog open.
void ExportDialog::takeUpdates(const QString& text) {
    const std::optional<std::vector<std::int64_t>> updates = parseUpdates(text);
    m_updates->setStyleSheet(updates ? QString() : QStringLiteral("QLineEdit { border: 1px solid #B42318; }"));
    m_updates->setToolTip(updates ? QString() : tr("Give whole numbers, such as 0, 200, 2000."));
    if (updates) {
        m_request.updates = *updates;
        if (m_usualSize) m_request.sizeMillimetres = m_usualSize(m_request);
        showRequest();
    }
    m_save->setEnabled(updates.has_value() && !m_request.path.trimmed().isEmpty());
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
    m_sizePreset->setCurrentIndex(presetOf(size));
    const QSignalBlocker quietWidth(m_width);
    const QSignalBlocker quietHeight(m_height);
    const QSignalBlocker quietDots(m_dotsPerInch);
    const QSignalBlocker quietCaption(m_caption);
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
    m_updates->setEnabled(isHeFigure(m_request.subject));
    m_caption->setChecked(m_request.caption == FigureCaption::Shown);
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
