// SPDX-License-Identifier: GPL-3.0-or-later
/// How the replay is to be filmed: range, speed, size, look, with a frame as preview.
#pragma once

#include "widgets/animation_writer.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace collapsar {

class AnimationDialog : public QDialog {
    Q_OBJECT

public:
    explicit AnimationDialog(std::vector<FigureRun> runs, QWidget* parent = nullptr);
    /// Fields not shown (title, provenance) come back as they were given.
    void setRequest(const AnimationRequest& request);
    [[nodiscard]] AnimationRequest request() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildFields(QFormLayout& rows);
    void buildLook(QFormLayout& rows);
    void connectFields();
    void takeFields();
    void showRequest();
    void showSummary();
    void browse();

    std::vector<FigureRun> m_runs;
    AnimationRequest m_request;
    QComboBox* m_format;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QSpinBox* m_from;
    QSpinBox* m_to;
    QDoubleSpinBox* m_framesPerSecond;
    QDoubleSpinBox* m_updatesPerFrame;
    QComboBox* m_theme;
    QCheckBox* m_curves;
    QLineEdit* m_path;
    QLabel* m_summary;
    QLabel* m_picture;
    QPushButton* m_save;
};

}  // namespace collapsar
