// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/position_nll.h"

#include "widgets/curve_range.h"
#include "widgets/display_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

class Measures {
    Q_DECLARE_TR_FUNCTIONS(collapsar::Measures)
};

constexpr std::int64_t fewest = 5;
constexpr double fewestShare = 0.02;

/// What is drawn of one run: [T], NaN where nothing is.
struct Line {
    RunIdentity identity;
    std::vector<double> values;
    double perSentence = notMeasured;  ///< gain
    double kl = notMeasured;
};

struct Lines {
    std::vector<Line> lines;
    std::vector<std::int64_t> sentences;  ///< [T] that reach each position
    std::int64_t all = 0;
    PositionView view = PositionView::Nll;
};

Lines linesOf(const std::vector<MeasuredRun>& runs, PositionView view) {
    Lines lines{.lines = {}, .sentences = {}, .all = 0, .view = view};
    const MeasuredRun* model = languageModelOf(runs);
    if (view == PositionView::Gain && !model) return lines;
    for (const MeasuredRun& run : runs) {
        if (!run.details || (view == PositionView::Gain && run.isLanguageModel())) continue;
        const EvaluationDetails& own = run.details->details;
        const std::int64_t sentences = run.details->sentences;
        const bool isGain = view == PositionView::Gain;
        Line line{run.identity, isGain ? gainByPosition(model->details->details, own) : own.nllByPosition,
                  isGain ? gainPerSentence(model->details->details, own, sentences) : notMeasured,
                  run.details->values.kl};
        line.values = thinnedOut(line.values, own.sentencesByPosition, fewestSentences(sentences));
        if (std::ranges::none_of(line.values, [](double value) { return std::isfinite(value); })) continue;
        if (own.sentencesByPosition.size() > lines.sentences.size()) {
            lines.sentences = own.sentencesByPosition;
            lines.all = sentences;
        }
        lines.lines.push_back(std::move(line));
    }
    return lines;
}

ChartReadout readoutOf(const Lines& lines, double x) {
    const double place = std::round(x);
    if (!(place >= 1 && place <= static_cast<double>(lines.sentences.size()))) return {};
    const std::size_t position = static_cast<std::size_t>(place) - 1;
    ChartReadout readout;
    readout.heading = Measures::tr("word %1, which %2 of %3 sentences reach")
                          .arg(countText(static_cast<std::int64_t>(place)), countText(lines.sentences[position]),
                               countText(lines.all));
    for (const Line& line : lines.lines) {
        const double value = position < line.values.size() ? line.values[position] : notMeasured;
        readout.rows.push_back({line.identity.index, line.identity.name, numberText(value, 3)});
    }
    if (lines.view == PositionView::Nll) return readout;
    QStringList sums;
    for (const Line& line : lines.lines)
        sums.append(Measures::tr("%1: %2 nats gained in a sentence, KL %3 paid")
                        .arg(line.identity.name, numberText(line.perSentence, 2), numberText(line.kl, 2)));
    readout.note = sums.join(QLatin1Char('\n'));
    return readout;
}

std::size_t lastReached(const Lines& lines) {
    std::size_t last = 1;
    for (const Line& line : lines.lines)
        for (std::size_t i = 0; i < line.values.size(); ++i)
            if (std::isfinite(line.values[i])) last = std::max(last, i + 1);
    return last;
}

void fill(SmallChart& chart, const Lines& lines) {
    Extent values;
    if (lines.view == PositionView::Gain) values.add(0);
    for (const Line& line : lines.lines) {
        QPolygonF points;
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            points.append(QPointF(static_cast<double>(i + 1), line.values[i]));
            values.add(line.values[i]);
        }
        chart.series.push_back({line.identity, ChartShape::Line, points, points});
    }
    const std::size_t last = lastReached(lines);
    for (std::size_t i = 0; i < std::min(last, lines.sentences.size()); ++i)
        chart.shade.append(QPointF(
            static_cast<double>(i + 1),
            static_cast<double>(lines.sentences[i]) / static_cast<double>(std::max<std::int64_t>(1, lines.all))));
    chart.range = {{0.5, static_cast<double>(std::max<std::size_t>(4, last)) + 0.5}, roomAround(values)};
}

QString summaryOf(const Lines& lines) {
    QStringList words;
    for (const Line& line : lines.lines)
        words.append(
            lines.view == PositionView::Gain
                ? Measures::tr("%1: %2 nats gained in a sentence")
                      .arg(line.identity.name, numberText(line.perSentence, 2))
                : Measures::tr("%1: first word %2 nats").arg(line.identity.name, numberText(line.values.front(), 2)));
    return words.join(QStringLiteral("; "));
}

QString gainEstimator(const QString& model) {
    return Measures::tr(
               "Bosc and Vincent 2020: mean -log p of the word under %1 minus that under the run, with z from the "
               "encoder. It counts what z tells of the sentence without its price, the KL, so it can be gain where the "
               "ELBO has none; one sample of z, noisy, no ceiling but the language model's own term.")
        .arg(model);
}

QString sentencesWords(const Lines& lines) {
    return Measures::tr(
               "Grey: the share of the %1 sentences that reach the word. Words that fewer than %2 reach are "
               "left out.")
        .arg(countText(lines.all), countText(fewestSentences(lines.all)));
}

}  // namespace

std::int64_t fewestSentences(std::int64_t sentences) {
    return std::max(fewest, static_cast<std::int64_t>(std::ceil(fewestShare * static_cast<double>(sentences))));
}

std::vector<double> thinnedOut(const std::vector<double>& values, const std::vector<std::int64_t>& sentences,
                               std::int64_t fewestThere) {
    std::vector<double> kept(values.size(), notMeasured);
    for (std::size_t i = 0; i < std::min(values.size(), sentences.size()); ++i)
        if (sentences[i] >= fewestThere) kept[i] = values[i];
    return kept;
}

std::vector<double> gainByPosition(const EvaluationDetails& languageModel, const EvaluationDetails& run) {
    const std::size_t positions = run.nllByPosition.size();
    std::vector<double> gain(positions, notMeasured);
    for (std::size_t i = 0; i < positions; ++i) {
        const bool isThere = i < languageModel.nllByPosition.size() && i < languageModel.sentencesByPosition.size() &&
                             i < run.sentencesByPosition.size();
        if (isThere && languageModel.sentencesByPosition[i] == run.sentencesByPosition[i])
            gain[i] = languageModel.nllByPosition[i] - run.nllByPosition[i];
    }
    return gain;
}

double gainPerSentence(const EvaluationDetails& languageModel, const EvaluationDetails& run, std::int64_t sentences) {
    if (sentences < 1 || languageModel.nllByPosition.size() != run.nllByPosition.size()) return notMeasured;
    const std::vector<double> gain = gainByPosition(languageModel, run);
    double sum = 0;
    for (std::size_t i = 0; i < gain.size(); ++i)
        sum += gain[i] * static_cast<double>(run.sentencesByPosition[i]);
    return sum / static_cast<double>(sentences);
}

const MeasuredRun* languageModelOf(const std::vector<MeasuredRun>& runs) {
    const auto found = std::ranges::find_if(runs, &MeasuredRun::isLanguageModel);
    return found == runs.end() ? nullptr : &*found;
}

SmallChart positionChart(std::vector<MeasuredRun> runs, PositionView view) {
    Lines lines = linesOf(runs, view);
    SmallChart chart;
    const bool isGain = view == PositionView::Gain;
    chart.title = isGain ? Measures::tr("Gain by position") : Measures::tr("NLL by position");
    chart.shortTitle = Measures::tr("By position");
    chart.unit = Measures::tr("nats a word");
    chart.titleX = Measures::tr("word of the sentence");
    chart.titleY = isGain ? Measures::tr("gain, nats a word") : Measures::tr("-log p, nats a word");
    if (isGain) {
        const MeasuredRun* model = languageModelOf(runs);
        chart.empty = !model ? Measures::tr("Show a language model (latent 0) to see what the latent gains over it.")
                             : Measures::tr("Nothing to compare with %1: show a run with a latent on the same data.")
                                   .arg(model->identity.name);
        chart.unit = model ? Measures::tr("nats, over %1").arg(model->identity.name) : chart.unit;
        chart.estimator = model ? gainEstimator(model->identity.name) : QString();
    } else {
        chart.estimator = Measures::tr(
            "Mean -log p of the word at each place of the sentence, at one sample of z from the encoder, the KL not "
            "counted; a language model's is exact.");
    }
    if (lines.lines.empty()) return chart;
    chart.estimator += QLatin1Char('\n') + sentencesWords(lines);
    chart.summary = summaryOf(lines);
    fill(chart, lines);
    chart.readout = [kept = std::move(lines)](const QPointF& at, const QSizeF&) { return readoutOf(kept, at.x()); };
    return chart;
}

}  // namespace collapsar
