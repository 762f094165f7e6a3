// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_flow.h"

#include "app/figure_stage.h"
#include "app/preferences.h"
#include "core/export/history_csv.h"
#include "widgets/curves_panel.h"
#include "widgets/posterior_plot.h"
#include "widgets/run_card.h"
#include "widgets/stage.h"

#include <QDir>
#include <QFileInfo>
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
      m_window(window) {}

ExportFlow::~ExportFlow() {
    m_writing.waitForDone();
}

void ExportFlow::open(ExportSubject subject, FigureSource* plot) {
    m_plot = plot;
    m_plotOwner = dynamic_cast<QObject*>(plot);
    auto* dialog = new ExportDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QList<ExportSubject> subjects{ExportSubject::Stage, ExportSubject::EachPlot, ExportSubject::Curves,
                                  ExportSubject::PosteriorMeans, ExportSubject::Checkpoint};
    if (plot != nullptr) {
        subjects.prepend(ExportSubject::Plot);
        dialog->setPlotName(plot->figureTitle());
    }
    dialog->setAvailable(subjects);
    ExportRequest request;
    request.subject = plot != nullptr ? ExportSubject::Plot : subject;
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
    figure.provenance = provenanceOf(m_session.runs());
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
