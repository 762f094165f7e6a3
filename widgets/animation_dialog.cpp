// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/animation_dialog.h"

#include "widgets/display_text.h"

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
#include <QPushButton>
#include <QSignalBlocker>
#include <limits>

namespace collapsar {
namespace {

constexpr QSize previewPixels{400, 225};

QSpinBox* makeCount(int least, int most, const QString& name) {
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setKeyboardTracking(false);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

QHBoxLayout* pairOf(QWidget* first, const QString& between, QWidget* second) {
    auto* row = new QHBoxLayout;
    row->addWidget(first);
    row->addWidget(new QLabel(between));
    row->addWidget(second);
    row->addStretch();
    return row;
}

QString withSuffix(const QString& path, AnimationFormat format) {
    const bool isGif = path.endsWith(QLatin1String(".gif"), Qt::CaseInsensitive);
    if (path.isEmpty() || isGif == (format == AnimationFormat::Gif)) return path;
    return isGif ? path.chopped(4) : path + QStringLiteral(".gif");
}

}  // namespace

AnimationDialog::AnimationDialog(std::vector<FigureRun> runs, QWidget* parent)
    : QDialog(parent), m_runs(std::move(runs)) {
    setWindowTitle(tr("Export the replay"));
    auto* rows = new QFormLayout;
    rows->setLabelAlignment(Qt::AlignLeft);
    buildFields(*rows);
    buildLook(*rows);
    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(previewPixels + QSize(16, 16));
    m_picture->setProperty("class", "card");
    m_picture->setAccessibleName(tr("Preview of the last frame"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(rows);
    columns->addWidget(m_picture, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Export"));
    m_save->setProperty("class", "primary");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(columns, 1);
    all->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connectFields();
    showRequest();
}

void AnimationDialog::buildFields(QFormLayout& rows) {
    const UpdateSpan known = spanOf(m_runs).value_or(UpdateSpan{});
    const auto bounded = [](std::int64_t update) {
        return static_cast<int>(std::min<std::int64_t>(update, std::numeric_limits<int>::max()));
    };
    m_format = new QComboBox;
    m_format->addItem(tr("Animated GIF"), static_cast<int>(AnimationFormat::Gif));
    m_format->addItem(tr("PNG pictures, numbered, in a folder"), static_cast<int>(AnimationFormat::PngSequence));
    m_from = makeCount(bounded(known.first), bounded(known.last), tr("First update"));
    m_to = makeCount(bounded(known.first), bounded(known.last), tr("Last update"));
    m_framesPerSecond = new QDoubleSpinBox;
    m_framesPerSecond->setRange(1, 50);
    m_framesPerSecond->setDecimals(1);
    m_framesPerSecond->setAccessibleName(tr("Frames per second"));
    m_updatesPerFrame = new QDoubleSpinBox;
    m_updatesPerFrame->setRange(0, 1e6);
    m_updatesPerFrame->setDecimals(2);
    m_updatesPerFrame->setSpecialValueText(tr("so that it takes %1 s").arg(AnimationRequest::usualSeconds));
    m_updatesPerFrame->setAccessibleName(tr("Updates per frame"));
    for (QDoubleSpinBox* box : {m_framesPerSecond, m_updatesPerFrame}) {
        box->setKeyboardTracking(false);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    rows.addRow(tr("&Format"), m_format);
    rows.addRow(tr("&Updates"), pairOf(m_from, tr("to"), m_to));
    rows.addRow(tr("Frames per &second"), m_framesPerSecond);
    rows.addRow(tr("Updates per fra&me"), m_updatesPerFrame);
}

void AnimationDialog::buildLook(QFormLayout& rows) {
    m_width = makeCount(160, 3840, tr("Width"));
    m_height = makeCount(120, 2160, tr("Height"));
    m_theme = new QComboBox;
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeMode::Dark));
    m_curves = new QCheckBox(tr("&Curves of KL and mutual information"));
    m_path = new QLineEdit;
    m_path->setMinimumWidth(220);
    auto* browseButton = new QPushButton(tr("&Browse ..."));
    connect(browseButton, &QPushButton::clicked, this, &AnimationDialog::browse);
    auto* place = new QHBoxLayout;
    place->addWidget(m_path, 1);
    place->addWidget(browseButton);
    m_summary = new QLabel;
    m_summary->setProperty("class", "secondary");
    m_summary->setWordWrap(true);
    rows.addRow(tr("Si&ze in pixels"), pairOf(m_width, QStringLiteral("×"), m_height));
    rows.addRow(tr("&Look"), m_theme);
    rows.addRow(QString(), m_curves);
    rows.addRow(tr("&To"), place);
    rows.addRow(QString(), m_summary);
}

void AnimationDialog::connectFields() {
    for (QSpinBox* box : {m_width, m_height, m_from, m_to})
        connect(box, &QSpinBox::valueChanged, this, &AnimationDialog::takeFields);
    for (QDoubleSpinBox* box : {m_framesPerSecond, m_updatesPerFrame})
        connect(box, &QDoubleSpinBox::valueChanged, this, &AnimationDialog::takeFields);
    for (QComboBox* box : {m_format, m_theme})
        connect(box, &QComboBox::activated, this, &AnimationDialog::takeFields);
    connect(m_curves, &QCheckBox::toggled, this, &AnimationDialog::takeFields);
    connect(m_path, &QLineEdit::textEdited, this, &AnimationDialog::takeFields);
}

void AnimationDialog::setRequest(const AnimationRequest& request) {
    m_request = request;
    showRequest();
}

AnimationRequest AnimationDialog::request() const {
    AnimationRequest request = m_request;
    request.path = withSuffix(request.path.trimmed(), request.format);
    return request;
}

void AnimationDialog::takeFields() {
    const auto format = static_cast<AnimationFormat>(m_format->currentData().toInt());
    m_request.path = m_path->text();
    if (format != m_request.format) {
        m_request.path = withSuffix(m_request.path, format);
        m_path->setText(m_request.path);
    }
    m_request.format = format;
    m_request.pixels = {m_width->value(), m_height->value()};
    m_request.range = UpdateSpan{m_from->value(), m_to->value()};
    m_request.framesPerSecond = m_framesPerSecond->value();
    m_request.updatesPerFrame = m_updatesPerFrame->value();
    m_request.theme = static_cast<ThemeMode>(m_theme->currentData().toInt());
    m_request.curves = m_curves->isChecked() ? ReplayCurves::Shown : ReplayCurves::Hidden;
    showSummary();
}

void AnimationDialog::showRequest() {
    std::vector<QSignalBlocker> quiet;
    for (QObject* field : std::initializer_list<QObject*>{m_format, m_width, m_height, m_from, m_to, m_framesPerSecond,
                                                          m_updatesPerFrame, m_theme, m_curves})
        quiet.emplace_back(field);
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(m_request.format)));
    m_width->setValue(m_request.pixels.width());
    m_height->setValue(m_request.pixels.height());
    const UpdateSpan range = m_request.range.value_or(spanOf(m_runs).value_or(UpdateSpan{}));
    m_from->setValue(static_cast<int>(std::min<std::int64_t>(range.first, m_from->maximum())));
    m_to->setValue(static_cast<int>(std::min<std::int64_t>(range.last, m_to->maximum())));
    m_framesPerSecond->setValue(m_request.framesPerSecond);
    m_updatesPerFrame->setValue(m_request.updatesPerFrame);
    m_theme->setCurrentIndex(m_request.theme == ThemeMode::Dark ? 1 : 0);
    m_curves->setChecked(m_request.curves == ReplayCurves::Shown);
    m_path->setText(m_request.path);
    showSummary();
}

void AnimationDialog::showSummary() {
    const Result<std::vector<std::int64_t>> updates = animationFrames(m_request, m_runs);
    m_save->setEnabled(updates.ok() && !m_request.path.trimmed().isEmpty());
    if (!updates) {
        m_summary->setText(errorText(updates.error()));
        m_picture->clear();
        return;
    }
    const int frames = static_cast<int>(updates.value().size());
    m_summary->setText(tr("%n frames, %1 s", nullptr, frames).arg(numberText(frames / m_request.framesPerSecond, 1)));
    if (!isVisible()) return;
    const qreal ratio = devicePixelRatioF();
    const QSize size = m_request.pixels.scaled(previewPixels * ratio, Qt::KeepAspectRatio);
    const ReplayScene scene(m_runs,
                            {.theme = m_request.theme == ThemeMode::Dark ? darkTheme() : lightTheme(),
                             .pixels = size,
                             .curves = m_request.curves,
                             .title = m_request.title},
                            {updates.value().front(), updates.value().back()});
    QImage picture = scene.frame(updates.value().back());
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(picture));
}

void AnimationDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    showSummary();
}

void AnimationDialog::browse() {
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export the replay to"), m_request.path);
    if (chosen.isEmpty()) return;
    m_request.path = withSuffix(chosen, m_request.format);
    showRequest();
}

}  // namespace collapsar
