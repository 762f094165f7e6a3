// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_report.h"

#include "app/export_flow.h"
#include "app/figure_stage.h"
#include "core/export/history_csv.h"
#include "widgets/display_text.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("DemoReport", text);
}

Result<void> writeFigures(const QDir& folder, const std::vector<RunView>& runs) {
    const FigureStage stage(runs);
    const std::pair<FigureKind, const char*> kinds[] = {{FigureKind::PosteriorMeans, "posterior-means"},
                                                        {FigureKind::Curves, "curves"}};
    for (const auto& [kind, name] : kinds) {
        for (const char* suffix : {".pdf", ".svg", ".png"}) {
            const QString path = folder.filePath(QLatin1String(name) + QLatin1String(suffix));
            FigureRequest request;
            request.millimetres = usualMillimetres(kind, static_cast<int>(runs.size()));
            request.provenance = provenanceOf(runs);
            (void)figureFormatOf(path, request.format);
            if (const Result<void> done = writeFigure(path, request, stage.sources(kind)); !done) {
                return done;
            }
        }
    }
    return {};
}

}  // namespace

QString verdictParagraph(const RunView& run) {
    const Verdict verdict = run.snapshot ? run.snapshot->verdict : Verdict{};
    const QString numbers =
        words(QT_TRANSLATE_NOOP("DemoReport",
                                "ELBO %1 nats, KL %2 nats, mutual information %3 nats, "
                                "active units %4 of %5, lag %6 nats."))
            .arg(numberText(run.points.last(&Measurement::elbo), 2), numberText(run.points.last(&Measurement::kl), 3),
                 numberText(run.points.last(&Measurement::miFull), 3),
                 numberText(run.points.last(&Measurement::activeUnits), 0), QString::number(run.plan.settings.latent),
                 numberText(run.points.last(&Measurement::lag), 3));
    return words(QT_TRANSLATE_NOOP("DemoReport", "%1, after %2 updates: %3. %4 %5"))
        .arg(QString::fromStdString(run.plan.name), countText(run.state.at.update), verdictWord(verdict.kind),
             verdictSentence(verdict), numbers);
}

Result<QString> writeDemoReport(const DemoPlan& plan, const std::vector<RunView>& runs) {
    const QDir folder(plan.folder);
    if (const Result<void> done = writeFigures(folder, runs); !done) {
        return done.error();
    }
    QString text = demoFingerprint(plan.preset) + QStringLiteral("\n");
    for (int run = 0; run < static_cast<int>(runs.size()); ++run) {
        const QString csv = pathForRun(folder.filePath(QStringLiteral("curves.csv")), runs, run);
        const Result<void> done =
            writeExport(csv.toStdString(), historyCsv(exportHeaderOf(runs[run]), runs[run].points.joined()));
        if (!done) {
            return done.error();
        }
        text += QLatin1Char('\n') + verdictParagraph(runs[run]) + QLatin1Char('\n');
    }
    const Result<void> done =
        writeExport(folder.filePath(QStringLiteral("verdict.txt")).toStdString(), text.toStdString());
    return done ? Result<QString>(text) : Result<QString>(done.error());
}

}  // namespace collapsar
