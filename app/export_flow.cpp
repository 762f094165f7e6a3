// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_flow.h"

#include "app/figure_stage.h"
#include "app/preferences.h"
#include "core/export/history_csv.h"
#include "widgets/animation_dialog.h"
#include "widgets/curves_panel.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"
#include "widgets/stage.h"

#include <QDir>
#include <QFileInfo>
#include <QProgressDialog>
#include <QTemporaryDir>

namespace collapsar {
namespace {

/// Letters and digits of a name; everything else becomes a hyphen.
QString fileWord(const QString& name) {
    QString word;
    for (const QChar c : name) {
        word += c.isLetterOrNumber() ? c.toLower() : QLatin1Char('-');
    }
    return word;
}

FigureFormat formatOf(ImageFormat format) {
    switch (format) {
        case ImageFormat::Png:
            return FigureFormat::Png;
        case ImageFormat::Svg:
            return FigureFormat::Svg;
        case ImageFormat::Pdf:
            break;
    }
    return FigureFormat::Pdf;
}

HeFigure heFigureOf(ExportSubject subject) {
    if (subject == ExportSubject::HeTrajectories) {
        return HeFigure::Trajectories;
    }
    return subject == ExportSubject::HeInformation ? HeFigure::Information : HeFigure::MeanSpaces;
}

ExportSubject subjectOf(HeFigure figure) {
    switch (figure) {
        case HeFigure::Trajectories:
            return ExportSubject::HeTrajectories;
        case HeFigure::Information:
            return ExportSubject::HeInformation;
        case HeFigure::MeanSpaces:
            break;
    }
    return ExportSubject::HeMeanSpaces;
}

}  // namespace

QString pathForRun(const QString& path, const std::vector<RunView>& runs, int run) {
    if (runs.size() < 2) {
        return path;
    }
    const QFileInfo info(path);
    const QString name = fileWord(QString::fromStdString(runs[run].plan.name));
    const QString suffix = info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix();
    return info.dir().filePath(info.completeBaseName() + QLatin1Char('-') + name + suffix);
}

ExportHeader exportHeaderOf(const RunView& run) {
    ExportHeader header;
    header.name = run.plan.name;
    header.id = run.id;
    header.settings = run.plan.settings;
    header.events = run.events;
    return header;
}

ExportFlow::ExportFlow(Session& session, Preferences& preferences, Stage& stage, CurvesPanel& curves, QWidget* window)
    : QObject(window),
      m_session(session),
      m_preferences(preferences),
      m_stage(stage),
      m_curves(curves),
      m_window(window) {
    connectAnimation();
}

ExportFlow::~ExportFlow() {
    m_writing.waitForDone();
}

void ExportFlow::open(ExportSubject subject, FigureSource* plot) {
    m_plot = plot;
    m_plotOwner = dynamic_cast<QObject*>(plot);
    auto* dialog = new ExportDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QList<ExportSubject> subjects{ExportSubject::Stage,          ExportSubject::EachPlot,
                                  ExportSubject::HeMeanSpaces,   ExportSubject::HeTrajectories,
                                  ExportSubject::HeInformation,  ExportSubject::Curves,
                                  ExportSubject::PosteriorMeans, ExportSubject::Checkpoint};
    if (plot != nullptr) {
        subjects.prepend(ExportSubject::Plot);
        dialog->setPlotName(plot->figureTitle());
    }
    dialog->setAvailable(subjects);
    ExportRequest request;
    request.subject = plot != nullptr ? ExportSubject::Plot : subject;
    const auto usualSize = [this](const ExportRequest& wanted) {
        return HeFigureSource(heFigureOf(wanted.subject), figureRuns(), {.updates = wanted.updates}).usualMillimetres();
    };
    if (isHeFigure(request.subject)) {
        request.sizeMillimetres = usualSize(request);
    }
    dialog->setUsualSize(usualSize);
    request.path = QDir(m_preferences.exportFolder()).filePath(QStringLiteral("collapsar") + fileSuffix(request));
    dialog->setRequest(request);
    dialog->setPreview([this](const ExportRequest& wanted, QSize pixels) { return preview(wanted, pixels); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { perform(dialog->request()); });
    dialog->open();
}

void ExportFlow::perform(const ExportRequest& request) {
    m_preferences.setExportFolder(request.subject == ExportSubject::EachPlot ? request.path
                                                                             : QFileInfo(request.path).absolutePath());
    switch (request.subject) {
        case ExportSubject::Plot:
        case ExportSubject::Stage:
        case ExportSubject::EachPlot:
        case ExportSubject::HeMeanSpaces:
        case ExportSubject::HeTrajectories:
        case ExportSubject::HeInformation:
            report(writeFigures(request), request.path);
            break;
        case ExportSubject::Curves:
        case ExportSubject::PosteriorMeans:
            writeTables(request);
            break;
        case ExportSubject::Checkpoint:
            saveCheckpoints(request);
            break;
    }
}

std::vector<FigureSource*> ExportFlow::sourcesFor(ExportSubject subject) const {
    if (subject == ExportSubject::Plot) {
        return m_plotOwner ? std::vector<FigureSource*>{m_plot} : std::vector<FigureSource*>{};
    }
    std::vector<FigureSource*> sources;
    for (RunCard* card : m_stage.cards()) {
        sources.push_back(card->plot());
    }
    sources.insert(sources.end(), m_curves.plots().begin(), m_curves.plots().end());
    return sources;
}

Result<void> ExportFlow::writeFigures(const ExportRequest& request) const {
    FigureRequest figure;
    figure.millimetres = request.sizeMillimetres;
    figure.dpi = request.dotsPerInch;
    figure.format = formatOf(request.format);
    figure.provenance = provenanceOf(shownRuns());
    figure.caption = request.caption;
    if (isHeFigure(request.subject)) {
        return writeHeFigure(request, figure);
    }
    const std::vector<FigureSource*> sources = sourcesFor(request.subject);
    if (request.subject != ExportSubject::EachPlot) {
        return writeFigure(request.path, figure, sources);
    }
    ExportRequest single = request;
    single.subject = ExportSubject::Plot;
    int number = 0;
    for (FigureSource* source : sources) {
        const QString name = QStringLiteral("%1-%2").arg(++number).arg(fileWord(source->figureTitle()));
        const Result<void> done = writeFigure(QDir(request.path).filePath(name + fileSuffix(single)), figure, {source});
        if (!done) {
            return done;
        }
    }
    return {};
}

/// Drawn as it would be written, only coarser.
QImage ExportFlow::preview(const ExportRequest& request, QSize pixels) const {
    const QTemporaryDir folder;
    ExportRequest coarse = request;
    coarse.subject = request.subject == ExportSubject::EachPlot ? ExportSubject::Stage : request.subject;
    coarse.format = ImageFormat::Png;
    coarse.dotsPerInch = 72;
    coarse.path = folder.filePath(QStringLiteral("preview.png"));
    if (!writeFigures(coarse)) {
        return {};
    }
    return QImage(coarse.path).scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

void ExportFlow::exportHeFigure(HeFigure figure) {
    open(subjectOf(figure));
}

std::vector<RunView> ExportFlow::shownRuns() const {
    std::vector<RunView> shown;
    for (const RunView& run : m_session.runs()) {
        if (run.isShown && !run.isDiscarded) {
            shown.push_back(run);
        }
    }
    return shown;
}

std::vector<FigureRun> ExportFlow::figureRuns() const {
    std::vector<FigureRun> figures;
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        const RunView& view = m_session.runs()[run];
        if (view.isShown && !view.isDiscarded) {
            figures.push_back(figureRunOf(view, run, view.history.all()));
        }
    }
    return figures;
}

Result<void> ExportFlow::writeHeFigure(const ExportRequest& request, FigureRequest figure) const {
    HeFigureSource source(heFigureOf(request.subject), figureRuns(), {.updates = request.updates});
    figure.title = source.figureTitle();
    figure.notes = source.notes();
    return writeFigure(request.path, figure, {&source});
}

void ExportFlow::exportAnimation() {
    auto* dialog = new AnimationDialog(figureRuns(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    AnimationRequest request;
    request.title = tr("Posterior mean space");
    request.path = QDir(m_preferences.exportFolder()).filePath(QStringLiteral("collapsar.gif"));
    dialog->setRequest(request);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { performAnimation(dialog->request()); });
    dialog->open();
}

void ExportFlow::performAnimation(const AnimationRequest& request) {
    AnimationRequest complete = request;
    complete.provenance = provenanceOf(shownRuns());
    m_preferences.setExportFolder(QFileInfo(request.path).absolutePath());
    if (!m_animation.start(complete, figureRuns())) {
        report(Error{ErrorCode::RunBusy, "Another animation is being written; wait for it or cancel it."},
               request.path);
        return;
    }
    auto* progress =
        new QProgressDialog(tr("Writing %1").arg(QFileInfo(request.path).fileName()), tr("Cancel"), 0, 0, m_window);
    progress->setWindowTitle(tr("Export the replay"));
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setAutoReset(false);
    connect(&m_animation, &AnimationJob::progressed, progress, [progress](int done, int total) {
        progress->setMaximum(total);
        progress->setValue(done);
    });
    connect(progress, &QProgressDialog::canceled, &m_animation, &AnimationJob::cancel);
    connect(&m_animation, &AnimationJob::written, progress, &QObject::deleteLater);
    connect(&m_animation, &AnimationJob::failed, progress, &QObject::deleteLater);
}

void ExportFlow::connectAnimation() {
    connect(&m_animation, &AnimationJob::progressed, this, &ExportFlow::animationProgressed);
    connect(&m_animation, &AnimationJob::written, this, [this](const QString& path) { Q_EMIT written(path); });
    connect(&m_animation, &AnimationJob::failed, this, [this](const Error& error) {
        if (error.code != ErrorCode::Interrupted) {
            Q_EMIT failed(error);
        }
    });
}

void ExportFlow::writeTables(const ExportRequest& request) {
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        const RunView view = m_session.runs()[run];
        const QString path = pathForRun(request.path, m_session.runs(), run);
        if (request.subject == ExportSubject::PosteriorMeans && !view.snapshot) {
            report(Error{ErrorCode::InvalidSettings,
                         "The run " + view.plan.name + " has no posterior means yet; train it first."},
                   path);
            continue;
        }
        m_writing.start([this, view, path, subject = request.subject] {
            const ExportHeader header = exportHeaderOf(view);
            const std::vector<std::string> noTexts;
            const std::string text = subject == ExportSubject::Curves
                                         ? historyCsv(header, view.points.joined())
                                         : snapshotCsv(header, *view.snapshot, view.probes ? *view.probes : noTexts);
            const Result<void> done = writeExport(path.toStdString(), text);
            QMetaObject::invokeMethod(
                this, [this, done, path] { report(done, path); }, Qt::QueuedConnection);
        });
    }
}

/// The trainer writes between two updates and says so in the event list.
void ExportFlow::saveCheckpoints(const ExportRequest& request) {
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        m_session.saveCheckpoint(run, pathForRun(request.path, m_session.runs(), run).toStdString());
    }
}

void ExportFlow::report(const Result<void>& done, const QString& path) {
    if (done) {
        Q_EMIT written(path);
    } else {
        Q_EMIT failed(done.error());
    }
}

}  // namespace collapsar
