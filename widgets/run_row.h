// SPDX-License-Identifier: GPL-3.0-or-later
/// One run as the runs table shows it, and the table's columns: their words, widths and cell texts.
#pragma once

#include "core/report/run_summary.h"
#include "widgets/plot_theme.h"

#include <QList>
#include <QString>

namespace collapsar {

struct RunRow {
    int run = 0;           ///< number on the stage, never reused
    RunIdentity identity;  ///< colour, marker, dash and the name shown
    RunSummary summary;
    bool isShown = true;
    bool isGhost = false;  ///< a "what if": neither kept nor thrown away yet
    QString note;
    QString group;
    int parentRun = -1;  ///< -1: not a fork
    Position parentAt;
};

enum class RunColumn {
    Name,
    Strategy,
    Parent,
    Seed,
    State,
    Updates,
    Seconds,
    Elbo,
    Nll,
    Kl,
    MiBatch,
    MiFull,
    ActiveUnits,
    Lag,
    BestElbo,
    BestUpdate,
    IwNll,
    RefinedElbo,
    RefinedKl,
    ProbeAccuracy,
    FeatureCosine,
    FeatureRank,
    CpuSeconds,
    UpdateMilliseconds,
    TimeToBasic,
    UpdateToBasic,
    Group,
    Note,
};
inline constexpr int runColumnCount = static_cast<int>(RunColumn::Note) + 1;

[[nodiscard]] QString runColumnTitle(RunColumn column);
/// How the number is made, or what the column is for.
[[nodiscard]] QString runColumnHelp(RunColumn column);
/// A number that has a mean over runs.
[[nodiscard]] bool isMeasured(RunColumn column);
[[nodiscard]] bool isShownByDefault(RunColumn column);
/// The widest text that the column is laid out for, so that it never moves.
[[nodiscard]] QString widestText(RunColumn column);

/// Measured columns and the seed; NaN for the others and for what was not measured.
[[nodiscard]] double runNumber(const RunRow& row, RunColumn column);
/// As shown. `parent`: the name of the run it was forked from.
[[nodiscard]] QString runText(const RunRow& row, RunColumn column, const QString& parent);
/// A value of a measured column, by locale; a dash when not measured.
[[nodiscard]] QString measuredText(RunColumn column, double value);
/// "1.30 ± 0.04" over the values that are there; without a spread for one, a dash for none. The sd is the sample's.
[[nodiscard]] QString meanText(RunColumn column, const QList<double>& values);
/// Mean of the values that are there; NaN for none.
[[nodiscard]] double meanOf(const QList<double>& values);
/// "1 run", "3 runs".
[[nodiscard]] QString runCountText(int count);
/// A strategy's name in the person's language.
[[nodiscard]] QString strategyText(const std::string& strategy);

}  // namespace collapsar
