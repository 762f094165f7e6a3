// SPDX-License-Identifier: GPL-3.0-or-later
/// The words of the posterior mean space: read-out of a probe and the line printed on the plot.
#include "widgets/posterior_scene.h"

#include <QLocale>
#include <QStringList>
#include <cmath>

namespace collapsar {
namespace {

constexpr int longestExample = 160;

QString number(double value) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', 3) : QStringLiteral("\u2013");
}

double valueAt(const std::vector<float>& values, int index) {
    return index >= 0 && index < static_cast<int>(values.size()) ? values[static_cast<std::size_t>(index)]
                                                                 : notMeasured;
}

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'><b>%2</b></td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

/// "312", or "8, too few".
QString sampleText(const Snapshot& snapshot, std::size_t probe) {
    if (probe >= snapshot.effectiveSamples.size()) return {};
    const QString samples = QLocale().toString(static_cast<double>(snapshot.effectiveSamples[probe]), 'f', 0);
    return isReliable(snapshot, probe)
               ? samples
               : QCoreApplication::translate("collapsar::PosteriorScene", "%1, too few").arg(samples);
}

}  // namespace

QString PosteriorScene::readout(int probe) const {
    if (history.empty() || probe < 0 || probe >= static_cast<int>(points.size())) return {};
    const Snapshot& latest = *history.back();
    const double approximate = placeOn(latentAxis, latest.approximateMean, static_cast<std::size_t>(probe));
    QString example = tr("example %1").arg(QLocale().toString(probe + 1));
    if (texts && probe < static_cast<int>(texts->size()))
        example = QString::fromStdString((*texts)[static_cast<std::size_t>(probe)]).left(longestExample);
    QString html = QStringLiteral("<div>%1</div><table cellspacing='0'>").arg(example.toHtmlEscaped());
    if (hasTrueMeans(latest)) {
        const double exact = placeOn(latentAxis, latest.trueMean, static_cast<std::size_t>(probe));
        html += row(tr("true mean"), number(exact)) + row(tr("approximate mean"), number(approximate)) +
                row(tr("gap"), number(std::abs(approximate - exact))) +
                row(tr("log p(x)"), tr("%1 nats").arg(number(valueAt(latest.logLikelihood, probe)))) +
                row(tr("lag"), tr("%1 nats").arg(number(valueAt(latest.lag, probe))));
        if (!latest.effectiveSamples.empty())
            html += row(tr("effective samples"), sampleText(latest, static_cast<std::size_t>(probe)));
    } else {
        html += row(tr("approximate mean"), number(approximate));
    }
    return html + QStringLiteral("</table>");
}

QString PosteriorScene::projectionName() const {
    if (history.empty() || history.back()->latent < 2) return {};
    const QLocale locale;
    if (latentAxis.kind == Projection::Kind::Principal)
        return tr("principal direction %1, %2 % of variance")
            .arg(locale.toString(latentAxis.index + 1), locale.toString(100 * latentAxis.share, 'f', 0));
    const QString name =
        tr("dimension %1 of %2").arg(locale.toString(latentAxis.index + 1), locale.toString(history.back()->latent));
    return projection.kind == Projection::Kind::LargestKl ? tr("%1, largest KL").arg(name) : name;
}

QString PosteriorScene::noticeText() const {
    if (history.empty()) return {};
    const Snapshot& latest = *history.back();
    if (!hasTrueMeans(latest)) return tr("true posterior means\nwere not measured");
    const int hollow = probeCount(latest) - static_cast<int>(reliableProbes(latest));
    return hollow == 0 ? QString() : tr("hollow: %n unreliable true means", nullptr, hollow);
}

QString PosteriorScene::printedLine() const {
    if (history.empty()) return {};
    const Snapshot& latest = *history.back();
    QStringList parts{tr("update %1").arg(QLocale().toString(static_cast<qlonglong>(latest.values.at.update)))};
    if (latest.values.at.inner > 0) parts[0] += tr(", inner %1").arg(QLocale().toString(latest.values.at.inner));
    if (latest.latent > 1) parts << projectionName();
    if (latest.isPreview) parts << tr("preview, error up to %1").arg(QLocale().toString(latest.previewError, 'g', 1));
    return parts.join(QStringLiteral(" \u00b7 "));
}

}  // namespace collapsar
