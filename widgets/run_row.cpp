// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/run_row.h"

#include "widgets/display_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <cmath>

namespace collapsar {

/// The translation context of everything in this file.
class RunColumnText {
    Q_DECLARE_TR_FUNCTIONS(RunColumnText)
};

namespace {

struct ColumnWords {
    const char* title;
    const char* help;
    const char* widest;
    int decimals;  ///< of measured columns
    bool isShown;
};

// clang-format off
constexpr std::array<ColumnWords, runColumnCount> columns{{
    {QT_TRANSLATE_NOOP("RunColumnText", "Run"), QT_TRANSLATE_NOOP("RunColumnText", "Tick to show the run; F2 renames it"), "", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Strategy"), QT_TRANSLATE_NOOP("RunColumnText", "What differs from plain ELBO training, as started; live: switches were made since"), "aggressive + skip", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Parent"), QT_TRANSLATE_NOOP("RunColumnText", "The run it was forked from, and at which update"), "Aggressive at 8,888", 0, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Seed"), QT_TRANSLATE_NOOP("RunColumnText", "Runs with one seed share first weights, batches and noise"), "8888888", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "State"), QT_TRANSLATE_NOOP("RunColumnText", "What the run does now"), "Preparing", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Updates"), QT_TRANSLATE_NOOP("RunColumnText", "Completed outer updates"), "888,888", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Time"), QT_TRANSLATE_NOOP("RunColumnText", "Training time, all sittings"), "88:88", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "ELBO"), QT_TRANSLATE_NOOP("RunColumnText", "Validation ELBO of the newest scheduled evaluation, in nats; one sample of z per example"), "-888.88", 2, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "NLL"), QT_TRANSLATE_NOOP("RunColumnText", "-log p(x) in nats: exact of a language model, importance-weighted at the end of a run with importance samples, else minus the ELBO, an upper bound"), "888.88", 2, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "KL"), QT_TRANSLATE_NOOP("RunColumnText", "KL of the newest scheduled evaluation in nats, exact"), "88.888", 3, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "MI, batch"), QT_TRANSLATE_NOOP("RunColumnText", "Mutual information inside each batch of B in nats, ceiling ln B (He et al. 2019); newest scheduled evaluation"), "MI, batch", 3, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "MI"), QT_TRANSLATE_NOOP("RunColumnText", "Mutual information over all N evaluated examples in nats, ceiling ln N; newest scheduled evaluation"), "88.888", 3, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "AU"), QT_TRANSLATE_NOOP("RunColumnText", "Active units of the newest scheduled evaluation (Burda et al. 2016)"), "888", 0, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Lag"), QT_TRANSLATE_NOOP("RunColumnText", "KL from the encoder's posterior to the true one over the probes, in nats"), "88.888", 3, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Best"), QT_TRANSLATE_NOOP("RunColumnText", "Highest validation ELBO of all scheduled evaluations, in nats"), "-888.88", 2, true},
    {QT_TRANSLATE_NOOP("RunColumnText", "Best at"), QT_TRANSLATE_NOOP("RunColumnText", "Completed updates at the best validation ELBO"), "888,888", 0, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "IW-NLL"), QT_TRANSLATE_NOOP("RunColumnText", "Importance-weighted NLL in nats, measured when a run with importance samples has ended; an upper bound in expectation, exact of a language model"), "888.88", 2, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Refined ELBO"), QT_TRANSLATE_NOOP("RunColumnText", "ELBO of the posteriors after the refinement steps of SA-VAE, in nats; newest scheduled evaluation"), "-888.88", 2, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Refined KL"), QT_TRANSLATE_NOOP("RunColumnText", "KL of the refined posteriors in nats; newest scheduled evaluation"), "88.888", 3, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Probe"), QT_TRANSLATE_NOOP("RunColumnText", "Share of labels that a linear probe reads off the posterior means; newest scheduled evaluation"), "0.888", 3, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Feature cosine"), QT_TRANSLATE_NOOP("RunColumnText", "Mean cosine over pairs of encoder features; 1: all point the same way"), "-0.888", 3, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Feature rank"), QT_TRANSLATE_NOOP("RunColumnText", "Effective rank of encoder features; newest scheduled evaluation"), "888.8", 1, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Processor"), QT_TRANSLATE_NOOP("RunColumnText", "Processor time of training at the newest scheduled evaluation: what a busy machine does not stretch"), "88:88", 0, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Per update"), QT_TRANSLATE_NOOP("RunColumnText", "Milliseconds for each update: processor time, or training time where that was not recorded"), "8,888.8", 1, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Time / basic"), QT_TRANSLATE_NOOP("RunColumnText", "Time of the whole finished run, divided by that of the basic run on the same data"), "888.88", 2, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Per update / basic"), QT_TRANSLATE_NOOP("RunColumnText", "Time for each update, divided by that of the basic run on the same data"), "888.88", 2, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Group"), QT_TRANSLATE_NOOP("RunColumnText", "A word of your own to group runs by; double-click to write it"), "Group name", 0, false},
    {QT_TRANSLATE_NOOP("RunColumnText", "Note"), QT_TRANSLATE_NOOP("RunColumnText", "Your own words; double-click to write"), "A few words", 0, true},
}};

/// Words that strategyName() joins by " + ".
constexpr const char* strategyWords[] = {
    QT_TRANSLATE_NOOP("RunColumnText", "basic"),          QT_TRANSLATE_NOOP("RunColumnText", "aggressive"),
    QT_TRANSLATE_NOOP("RunColumnText", "aggressive always"), QT_TRANSLATE_NOOP("RunColumnText", "annealing"),
    QT_TRANSLATE_NOOP("RunColumnText", "skip"),           QT_TRANSLATE_NOOP("RunColumnText", "frozen encoder"),
    QT_TRANSLATE_NOOP("RunColumnText", "frozen decoder"), QT_TRANSLATE_NOOP("RunColumnText", "cyclical"),
    QT_TRANSLATE_NOOP("RunColumnText", "hold-then-ramp"), QT_TRANSLATE_NOOP("RunColumnText", "pretrained"),
    QT_TRANSLATE_NOOP("RunColumnText", "language model"),
};

/// The same, followed by a number.
constexpr const char* numberedWords[] = {
    QT_TRANSLATE_NOOP("RunColumnText", "beta %1"),      QT_TRANSLATE_NOOP("RunColumnText", "inner %1"),
    QT_TRANSLATE_NOOP("RunColumnText", "free bits %1"), QT_TRANSLATE_NOOP("RunColumnText", "free bits %1 per example"),
    QT_TRANSLATE_NOOP("RunColumnText", "free bits %1 per batch"),
    QT_TRANSLATE_NOOP("RunColumnText", "free bits %1 per example and dimension"),
    QT_TRANSLATE_NOOP("RunColumnText", "word dropout %1"),
};
// clang-format on

const ColumnWords& wordsOf(RunColumn column) {
    return columns[static_cast<std::size_t>(column)];
}

/// In the order of RunColumn, from Updates on.
constexpr double SummaryValues::*measured[] = {
    &SummaryValues::updates,
    &SummaryValues::seconds,
    &SummaryValues::elbo,
    &SummaryValues::nll,
    &SummaryValues::kl,
    &SummaryValues::miBatch,
    &SummaryValues::miFull,
    &SummaryValues::activeUnits,
    &SummaryValues::lag,
    &SummaryValues::bestElbo,
    &SummaryValues::bestUpdate,
    &SummaryValues::iwNll,
    &SummaryValues::refinedElbo,
    &SummaryValues::refinedKl,
    &SummaryValues::probeAccuracy,
    &SummaryValues::featureCosine,
    &SummaryValues::featureRank,
    &SummaryValues::cpuSeconds,
    &SummaryValues::updateMilliseconds,
    &SummaryValues::timeToBasic,
    &SummaryValues::updateToBasic,
};

bool isDuration(RunColumn column) {
    return column == RunColumn::Seconds || column == RunColumn::CpuSeconds;
}

bool isCount(RunColumn column) {
    return column == RunColumn::Updates || column == RunColumn::BestUpdate;
}

QString strategyWord(const QString& word) {
    for (const char* known : strategyWords) {
        if (word == QLatin1String(known)) return RunColumnText::tr(known);
    }
    if (word.startsWith(QLatin1String("pooling ")))
        return RunColumnText::tr("pooling %1").arg(choiceText(word.section(QLatin1Char(' '), 1)).toLower());
    static const QRegularExpression number(QStringLiteral(" ([0-9.e+-]+)(?= |$)"));
    const QRegularExpressionMatch match = number.match(word);
    for (const char* known : numberedWords) {
        if (!match.hasMatch() || QString::fromLatin1(known).arg(match.captured(1)) != word) continue;
        return RunColumnText::tr(known).arg(match.captured(1).replace(QLatin1Char('.'), QLocale().decimalPoint()));
    }
    return word;
}

/// Decimals for a spread: those of its column, two more than a count has.
QString deviationText(RunColumn column, double deviation) {
    if (isDuration(column)) return durationText(deviation);
    const int decimals = column == RunColumn::ActiveUnits ? 1 : wordsOf(column).decimals;
    return numberText(deviation, decimals);
}

}  // namespace

QString runColumnTitle(RunColumn column) {
    return RunColumnText::tr(wordsOf(column).title);
}

QString runColumnHelp(RunColumn column) {
    return RunColumnText::tr(wordsOf(column).help);
}

bool isMeasured(RunColumn column) {
    return column >= RunColumn::Updates && column <= RunColumn::UpdateToBasic;
}

bool isShownByDefault(RunColumn column) {
    return wordsOf(column).isShown;
}

QString widestText(RunColumn column) {
    QString widest = QLatin1String(wordsOf(column).widest);
    if (column != RunColumn::State) return widest;
    for (int phase = 0; phase <= static_cast<int>(RunPhase::Failed); ++phase) {
        const QString word = phaseText(RunPhase(phase));
        if (word.size() > widest.size()) widest = word;
    }
    return widest + QLatin1Char(' ');
}

double runNumber(const RunRow& row, RunColumn column) {
    if (column == RunColumn::Seed) return static_cast<double>(row.summary.run.settings.seed);
    if (!isMeasured(column)) return notMeasured;
    return row.summary.values.*measured[static_cast<int>(column) - static_cast<int>(RunColumn::Updates)];
}

QString runText(const RunRow& row, RunColumn column, const QString& parent) {
    switch (column) {
        case RunColumn::Name:
            return row.identity.name;
        case RunColumn::Strategy:
            return strategyText(row.summary.strategy);
        case RunColumn::Parent:
            if (row.parentRun < 0 || parent.isEmpty()) return {};
            return RunColumnText::tr("%1 at %2", "run, update").arg(parent, countText(row.parentAt.update));
        case RunColumn::Seed:
            return QString::number(row.summary.run.settings.seed);
        case RunColumn::State:
            return phaseText(row.summary.phase);
        case RunColumn::Group:
            return row.group;
        case RunColumn::Note:
            return row.note;
        default:
            return measuredText(column, runNumber(row, column));
    }
}

QString measuredText(RunColumn column, double value) {
    if (isDuration(column)) return durationText(value);
    if (isCount(column) && std::isfinite(value)) return countText(std::llround(value));
    return numberText(value, wordsOf(column).decimals);
}

QString meanText(RunColumn column, const QList<double>& values) {
    const double mean = meanOf(values);
    double squares = 0;
    int count = 0;
    for (double value : values) {
        if (!std::isfinite(value)) continue;
        squares += (value - mean) * (value - mean);
        ++count;
    }
    const bool isWhole = column != RunColumn::ActiveUnits || std::floor(mean) == mean;
    const QString middle = isWhole ? measuredText(column, mean) : numberText(mean, 1);
    const bool isSameCount = isCount(column) && squares == 0;
    if (count < 2 || isSameCount) return middle;
    return RunColumnText::tr("%1 ± %2", "mean, standard deviation")
        .arg(middle, deviationText(column, std::sqrt(squares / (count - 1))));
}

double meanOf(const QList<double>& values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
        if (!std::isfinite(value)) continue;
        sum += value;
        ++count;
    }
    return count == 0 ? notMeasured : sum / count;
}

QString runCountText(int count) {
    return count == 1 ? RunColumnText::tr("1 run")
                      : RunColumnText::tr("%1 runs", "more than one").arg(countText(count));
}

QString strategyText(const std::string& strategy) {
    QString name = QString::fromStdString(strategy);
    const bool isLive = name.endsWith(QLatin1String(", live"));
    if (isLive) name.chop(6);
    QStringList words;
    for (const QString& word : name.split(QStringLiteral(" + ")))
        words << strategyWord(word);
    const QString joined = words.join(QStringLiteral(" + "));
    return isLive ? RunColumnText::tr("%1, live", "strategy, with switches made since").arg(joined) : joined;
}

}  // namespace collapsar
