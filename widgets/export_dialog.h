// SPDX-License-Identifier: GPL-3.0-or-later
/// What to take home, in which form and size, with a picture of how it will look.
#pragma once

#include "widgets/figure_writer.h"

#include <QDialog>
#include <QImage>
#include <QSizeF>

#include <cstdint>
#include <functional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace collapsar {

/// The He* ones are the figures 2, 3 and 4 (5 in the final text) of He et al. 2019.
enum class ExportSubject {
    Plot,
    Stage,
    EachPlot,
    HeMeanSpaces,
    HeTrajectories,
    HeInformation,
    Curves,
    PosteriorMeans,
    Checkpoint
};
enum class ImageFormat { Png, Svg, Pdf };

struct ExportRequest {
    ExportSubject subject = ExportSubject::Stage;
    ImageFormat format = ImageFormat::Pdf;         ///< figures only
    QSizeF sizeMillimetres{170, 100};              ///< figures only
    int dotsPerInch = 300;                         ///< PNG only
    QString path;                                  ///< a file; a folder for EachPlot
    std::vector<std::int64_t> updates;             ///< He* only: which ones; empty: as the paper
    FigureCaption caption = FigureCaption::Shown;  ///< figures only
};

[[nodiscard]] bool isFigure(ExportSubject subject);
[[nodiscard]] bool isHeFigure(ExportSubject subject);
/// With the dot: ".png", ".csv" ...; empty for a folder.
[[nodiscard]] QString fileSuffix(const ExportRequest& request);

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// Draws a figure for the preview, at most `pixels` large, without writing anything.
    using Preview = std::function<QImage(const ExportRequest&, QSize pixels)>;

    explicit ExportDialog(QWidget* parent = nullptr);
    void setRequest(const ExportRequest& request);
    [[nodiscard]] ExportRequest request() const;
    void setPreview(Preview preview);
    /// What there is to export now; Plot's text may name the plot in question.
    void setAvailable(const QList<ExportSubject>& subjects);
    void setPlotName(const QString& name);
    /// The size taken when a He* subject is chosen.
    using UsualSize = std::function<QSizeF(const ExportRequest&)>;
    void setUsualSize(UsualSize usual);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildSubjects(QVBoxLayout& column);
    void buildFigureFields(QVBoxLayout& column);
    [[nodiscard]] QDoubleSpinBox* makeLength(const QString& name);
    void connectFigureFields();
    void choose(ExportSubject subject);
    void takeUpdates(const QString& text);
    void buildPath(QVBoxLayout& rows);
    void fitPath();  ///< the suffix follows subject and format
    void showRequest();
    void showPreview();
    void browse();

    ExportRequest m_request;
    Preview m_preview;
    UsualSize m_usualSize;
    QButtonGroup* m_subjects = nullptr;
    QWidget* m_figure = nullptr;
    QButtonGroup* m_formats = nullptr;
    QComboBox* m_sizePreset = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QSpinBox* m_dotsPerInch = nullptr;
    QLabel* m_pixels = nullptr;
    QLineEdit* m_updates = nullptr;
    QCheckBox* m_caption = nullptr;
    QLabel* m_picture = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_save = nullptr;
};

}  // namespace collapsar
