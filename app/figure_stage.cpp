// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_stage.h"

#include "app/repeat_bands.h"
#include "core/report/settings_table.h"
#include "widgets/curves_panel.h"
#include "widgets/display_text.h"
#include "widgets/posterior_plot.h"

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

QString valueOf(const Settings& settings, const char* name) {
    return QString::fromStdString(settingText(settings, name));
}

/// Said only where it is not the published rule.
QString clipOf(const Settings& settings) {
    return settings.innerClip == InnerClip::Joint ? QString() : QStringLiteral(", inner clip encoder's own");
}

/// Only what was switched while the run trained; the start is in the settings.
QString switchesOf(const RunView& run) {
    QStringList switches;
    for (const Event& event : run.events) {
        if (event.kind == EventKind::Switch) {
            switches.append(QString::fromStdString(interventionText(event.intervention)));
        }
    }
    return switches.isEmpty() ? QString() : QStringLiteral("; switches ") + switches.join(QStringLiteral(", "));
}

constexpr float usualReach = 3;  // of a plot that follows

float reaches(const Snapshot& snapshot) {
    float reach = 0;
    for (const std::vector<float>* means : {&snapshot.trueMean, &snapshot.approximateMean}) {
        for (const float mean : *means) {
            reach = std::max(reach, std::abs(mean));
        }
    }
    return reach;
}

}  // namespace

FigureStage::FigureStage(const std::vector<RunView>& runs) : m_curves(std::make_unique<CurvesPanel>()) {
    m_curves->setTheme(lightTheme());
    m_curves->resize(1200, 300);
    for (int run = 0; run < static_cast<int>(runs.size()); ++run) {
        const RunView& view = runs[run];
        const RunIdentity identity{run, QString::fromStdString(view.plan.name)};
        m_planes.push_back(std::make_unique<PosteriorPlot>());
        m_planes.back()->setIdentity(identity);
        m_planes.back()->setTheme(lightTheme());
        m_planes.back()->setProbeTexts(view.probes);
        if (view.snapshot) {
            m_planes.back()->setSnapshot(view.snapshot);
            if (reaches(*view.snapshot) > usualReach) {
                m_planes.back()->fit();  // otherwise the runs share +-3, so that their spreads compare
            }
        }
        m_curves->setLatent(view.plan.settings.latent);
        m_curves->addRun(run, identity);
        for (const auto& piece : view.points.pieces()) {
            m_curves->appendPoints(run, piece);
        }
        for (const Event& event : view.events) {
            if (event.kind == EventKind::Switch || event.kind == EventKind::BurnInEnded) {
                m_curves->addMark(run, static_cast<double>(event.at.update), eventText(event));
            }
        }
    }
    RepeatBands(*m_curves).show(runs);
    m_curves->fit();
}

FigureStage::~FigureStage() = default;

std::vector<FigureSource*> FigureStage::sources(FigureKind kind) const {
    std::vector<FigureSource*> sources;
    if (kind != FigureKind::Curves) {
        for (const auto& plane : m_planes) {
            sources.push_back(plane.get());
        }
    }
    if (kind != FigureKind::PosteriorMeans) {
        sources.insert(sources.end(), m_curves->plots().begin(), m_curves->plots().end());
    }
    return sources;
}

FigureRun figureRunOf(const RunView& run, int index, std::span<const SnapshotPointer> snapshots) {
    FigureRun figure{.identity = {run.identity >= 0 ? run.identity : index, QString::fromStdString(run.plan.name)},
                     .settings = run.plan.settings,
                     .points = run.points,
                     .snapshots = {},
                     .events = run.events};
    for (const SnapshotPointer& snapshot : snapshots) {
        if (snapshot && !snapshot->isPreview) {
            figure.snapshots.push_back(snapshot);
        }
    }
    return figure;
}

QStringList provenanceOf(const std::vector<RunView>& runs) {
    QStringList lines;
    for (const RunView& run : runs) {
        const Settings& now = run.state.settings;
        lines.append(
            QStringLiteral("%1: run %2, update %3, seed %4, aggressive %5, pooling %6, skip %7, KL weight %8%9%10")
                .arg(QString::fromStdString(run.plan.name),
                     run.id.empty() ? QStringLiteral("-") : QString::fromStdString(run.id),
                     QString::number(run.state.at.update), valueOf(run.plan.settings, "seed"),
                     valueOf(now, "aggressive"), valueOf(now, "pooling"), valueOf(now, "skip"),
                     valueOf(now, "kl_weight"), clipOf(now), switchesOf(run)));
    }
    lines.append(QStringLiteral("Collapsar " COLLAPSAR_VERSION));
    return lines;
}

QSizeF usualMillimetres(FigureKind kind, int runs) {
    switch (kind) {
        case FigureKind::PosteriorMeans:
            return runs > 1 ? QSizeF(180, 105) : QSizeF(100, 110);
        case FigureKind::Curves:
            return {240, 75};
        case FigureKind::Stage:
            return {240, 180};
        case FigureKind::RateDistortion:
            return {150, 140};
        case FigureKind::MeanSpaces:
        case FigureKind::Trajectories:
        case FigureKind::Information:
            break;
    }
    return {};
}

}  // namespace collapsar
