// SPDX-License-Identifier: GPL-3.0-or-later
/// What to take home, in which form and size, with a picture of how it will look.
#pragma once

#include <QDialog>
#include <QImage>
#include <QSizeF>

#include <functional>

class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace collapsar {

enum class ExportSubject { Plot, Stage, EachPlot, Curves, PosteriorMeans, Checkpoint };
enum class ImageFormat { Png, Svg, Pdf };

struct ExportRequest {
    ExportSubject subject = ExportSubject::Stage;
    ImageFormat format = ImageFormat::Pdf;  ///< figures only
    QSizeF sizeMillimetres{170, 100};       ///< figures only
    int dotsPerInch = 300;                  ///< PNG only
    QString path;                           ///< a file; a folder for EachPlot
};

[[nodiscard]] bool isFigure(ExportSubject subject);
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

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildSubjects(QVBoxLayout& column);
    void buildFigureFields(QVBoxLayout& column);
    [[nodiscard]] QDoubleSpinBox* makeLength(const QString& name);
    void connectFigureFields();
    void buildPath(QVBoxLayout& rows);
    void fitPath();  ///< the suffix follows subject and format
    void showRequest();
    void showPreview();
    void browse();

    ExportRequest m_request;
    Preview m_preview;
    QButtonGroup* m_subjects = nullptr;
    QWidget* m_figure = nullptr;
    QButtonGroup* m_formats = nullptr;
    QComboBox* m_sizePreset = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QSpinBox* m_dotsPerInch = nullptr;
    QLabel* m_pixels = nullptr;
    QLabel* m_picture = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_save = nullptr;
};

}  // namespace collapsar
