// SPDX-License-Identifier: GPL-3.0-or-later
/// The figures of He et al. 2019 from any set of runs, ready for writeFigure().
#pragma once

#include "widgets/figure_run.h"
#include "widgets/figure_source.h"
#include "widgets/posterior_paths.h"

#include <QCoreApplication>
#include <QSizeF>
#include <QStringList>
#include <optional>
#include <vector>

namespace collapsar {

enum class HeFigure {
    MeanSpaces,    ///< figure 2: posterior mean spaces at chosen updates, a row for each run
    Trajectories,  ///< figure 3: the way of one example, encoder up or down, decoder sideways
    Information,   ///< figure 4 of the submission, 5 of the final text: KL, mutual information, aggregate KL
};

struct HeFigureOptions {
    /// MeanSpaces: one column each. Trajectories: from the least to the greatest. Information: up to the greatest.
    /// Empty: as the paper, as far as the runs go.
    std::vector<std::int64_t> updates;
    int probe = -1;  ///< Trajectories: which example; -1: a typical one far from the origin
};

/// GUI thread, as writeFigure(). Keeps its own copy of the runs.
class HeFigureSource : public FigureSource {
    Q_DECLARE_TR_FUNCTIONS(collapsar::HeFigureSource)

public:
    HeFigureSource(HeFigure figure, std::vector<FigureRun> runs, HeFigureOptions options = {});

    void paintFigure(QCPPainter& painter, const QSize& size) override;
    [[nodiscard]] QString figureTitle() const override;
    [[nodiscard]] FigureShape figureShape() const override { return FigureShape::Wide; }
    /// Empty where each run is named at its own plots.
    [[nodiscard]] std::vector<RunIdentity> figureRuns() const override;

    /// How the figure is to be read and what is missing, for the caption.
    [[nodiscard]] QStringList notes() const;
    /// A size that suits the numbers of runs and columns.
    [[nodiscard]] QSizeF usualMillimetres() const;

private:
    HeFigure m_figure;
    std::vector<FigureRun> m_runs;
    std::vector<std::int64_t> m_updates;
    int m_probe;

    [[nodiscard]] UpdateSpan waySpan() const;
    [[nodiscard]] QStringList wayNotes() const;
};

/// "0, 200, 2000"; empty when a word is no update. An empty text is no updates.
[[nodiscard]] std::optional<std::vector<std::int64_t>> parseUpdates(const QString& text);
/// The updates of the paper's columns that these runs reach, at most five, the last one included.
[[nodiscard]] std::vector<std::int64_t> paperUpdates(const UpdateSpan& span);
/// The picture for a column, null when none is near: at most a tenth of the update away, or 10 updates.
[[nodiscard]] SnapshotPointer pictureFor(const FigureRun& run, std::int64_t update);
/// An example's way: up or down, then sideways, again and again.
struct Way {
    PosteriorPath corners;
    int pictures = 0;  ///< in the span
    int stride = 1;    ///< one picture in so many is a corner, the last one always; about 40 of them
};
[[nodiscard]] Way wayOfExample(const FigureRun& run, int probe, const UpdateSpan& span);

enum class Information { Kl, MutualInformation, AggregateKl };
struct InformationPoint {
    double epoch = 0;
    double update = 0;
    double value = notMeasured;
    bool isScheduled = false;
};
/// Validation values in order; the aggregate KL is KL - MI of the same evaluation, as KL = MI + KL(q(z) || p(z)).
[[nodiscard]] std::vector<InformationPoint> informationOf(const FigureRun& run, Information quantity);

}  // namespace collapsar
