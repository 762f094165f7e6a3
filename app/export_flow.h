// SPDX-License-Identifier: GPL-3.0-or-later
/// Export from the window: the dialog, then figures, CSV and checkpoints. Tables are written on another thread.
#pragma once

#include "app/session.h"
#include "widgets/animation_job.h"
#include "widgets/export_dialog.h"
#include "widgets/figure_writer.h"
#include "widgets/he_figures.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QWidget;

namespace collapsar {

class CurvesPanel;
struct ExportHeader;
class Preferences;
class Stage;

class ExportFlow : public QObject {
    Q_OBJECT

public:
    ExportFlow(Session& session, Preferences& preferences, Stage& stage, CurvesPanel& curves, QWidget* window);
    ~ExportFlow() override;

    /// Opens the dialog, for one plot when `plot` is given.
    void open(ExportSubject subject, FigureSource* plot = nullptr);
    /// Opens the dialog for a figure of He et al. from the runs that are shown.
    void exportHeFigure(HeFigure figure);
    /// Opens the dialog of the replay; writing goes on beside the window, with progress and Cancel.
    void exportAnimation();
    /// What that dialog's Export does. written() or failed() follows; a cancelled one tells nothing.
    void performAnimation(const AnimationRequest& request);
    /// What the dialog's Save does. written() or failed() follows, for tables later.
    void perform(const ExportRequest& request);

Q_SIGNALS:
    void written(const QString& path);
    /// While an animation is written.
    void animationProgressed(int done, int total);
    void failed(const collapsar::Error& error);

private:
    [[nodiscard]] std::vector<FigureSource*> sourcesFor(ExportSubject subject) const;
    [[nodiscard]] Result<void> writeFigures(const ExportRequest& request) const;
    [[nodiscard]] QImage preview(const ExportRequest& request, QSize pixels) const;
    void writeTables(const ExportRequest& request);
    void saveCheckpoints(const ExportRequest& request);
    void report(const Result<void>& done, const QString& path);
    void connectAnimation();
    [[nodiscard]] std::vector<RunView> shownRuns() const;
    [[nodiscard]] std::vector<FigureRun> figureRuns() const;
    [[nodiscard]] Result<void> writeHeFigure(const ExportRequest& request, FigureRequest figure) const;

    Session& m_session;
    Preferences& m_preferences;
    Stage& m_stage;
    CurvesPanel& m_curves;
    QWidget* m_window;
    FigureSource* m_plot = nullptr;
    QPointer<QObject> m_plotOwner;  ///< the plot may be gone before the dialog is
    QThreadPool m_writing;
    AnimationJob m_animation;
};

/// `path` itself for one run; for several, the run's name goes before the suffix.
[[nodiscard]] QString pathForRun(const QString& path, const std::vector<RunView>& runs, int run);
/// The head of the run's CSV files.
[[nodiscard]] ExportHeader exportHeaderOf(const RunView& run);

}  // namespace collapsar
