// SPDX-License-Identifier: GPL-3.0-or-later
// The time of one refresh of the four curve plots: one more measurement appended as the window does it, all four drawn
// and painted, offscreen. The other side is four QCustomPlots as they come, one line each, rescaled and replotted.
// Started by collapsar_bench:
//   collapsar_bench_plots --side ours|torch --workload NAME [--quick]      "torch" is the straightforward side here too
// Figures: points, milliseconds of a refresh in appending, drawing and painting, filling the plots once; the posterior
// plot's own refresh (500 probes with trails).
#include "tests/bench/measured_json.h"
#include "tests/bench/workloads.h"
#include "widgets/curves_panel.h"
#include "widgets/plot_theme.h"
#include "widgets/posterior_plot.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QStyleFactory>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace collapsar;

namespace {

constexpr QSize panelSize(1256, 230);

double noise(std::int64_t i) {
    const auto mixed = static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15U;
    return static_cast<double>(mixed >> 40) / static_cast<double>(1U << 24) - 0.5;
}

/// A history like that of a long run: noisy values that settle.
Measurement measurementAt(std::int64_t i) {
    Measurement point;
    point.at.update = i;
    point.encoderUpdates = i;
    const double settled = 1 - std::exp(-static_cast<double>(i) / 2000);
    point.elbo = -76 + 36 * settled + noise(i);
    point.kl = 1.3 * settled + 0.2 * noise(i + 1);
    point.miBatch = point.kl - 0.1 + 0.1 * noise(i + 2);
    point.activeUnits = settled > 0.1 ? 1 : 0;
    return point;
}

struct RefreshTimes {
    double append = 0, draw = 0, paint = 0;  ///< seconds of processor time, all refreshes
};

/// What a side must be able to do.
class Plots {
public:
    virtual ~Plots() = default;
    virtual void append(std::int64_t first, std::int64_t last) = 0;
    virtual void draw() = 0;
    virtual QWidget& widget() = 0;
};

class OurPlots : public Plots {
public:
    OurPlots() {
        m_panel.resize(panelSize);
        m_panel.setTheme(lightTheme());
        m_panel.addRun(0, {0, QStringLiteral("run")});
        m_panel.setLatent(1);
    }
    void append(std::int64_t first, std::int64_t last) override {
        std::vector<Measurement> points;
        for (std::int64_t i = first; i < last; ++i)
            points.push_back(measurementAt(i));
        m_panel.appendPoints(0, points);
    }
    void draw() override {
        for (ReplotScheduler* scheduler : m_panel.findChildren<ReplotScheduler*>()) {
            scheduler->request();
            scheduler->flush();
        }
    }
    QWidget& widget() override { return m_panel; }

private:
    CurvesPanel m_panel;
};

class PlainPlots : public Plots {
public:
    PlainPlots() {
        m_widget.resize(panelSize);
        auto* layout = new QHBoxLayout(&m_widget);
        for (auto& plot : m_plots) {
            plot = new QCustomPlot(&m_widget);
            plot->addGraph();
            layout->addWidget(plot);
        }
    }
    void append(std::int64_t first, std::int64_t last) override {
        for (std::int64_t i = first; i < last; ++i) {
            const Measurement point = measurementAt(i);
            const double values[] = {point.elbo, point.kl, point.miBatch, point.activeUnits};
            for (std::size_t place = 0; place < std::size(values); ++place)
                m_plots[place]->graph()->addData(static_cast<double>(i), values[place]);
        }
    }
    void draw() override {
        for (QCustomPlot* plot : m_plots) {
            plot->rescaleAxes();
            plot->replot(QCustomPlot::rpQueuedRefresh);
        }
    }
    QWidget& widget() override { return m_widget; }

private:
    QWidget m_widget;
    QCustomPlot* m_plots[4] = {};
};

void paint() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

/// Lets the plots ease into the view of all data.
void settle() {
    QEventLoop loop;
    QTimer::singleShot(600, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Drawings of all plots in `parent` from here on.
class DrawingCount {
public:
    explicit DrawingCount(QWidget& parent) {
        for (QCustomPlot* plot : parent.findChildren<QCustomPlot*>())
            QObject::connect(plot, &QCustomPlot::afterReplot, &m_context, [this] { ++m_count; });
    }
    [[nodiscard]] double count() const { return m_count; }

private:
    QObject m_context;
    double m_count = 0;
};

Measured measureCurves(Plots& plots, const Workload& workload) {
    plots.widget().show();
    paint();
    std::int64_t points = workload.points;
    const Stopwatch filling;
    plots.append(0, points);
    const double filled = filling.cpuSeconds();
    plots.draw();
    settle();
    RefreshTimes times;
    const auto part = [](double& sum, auto&& work) {
        const Stopwatch watch;
        work();
        sum += watch.cpuSeconds();
    };
    double slowest = 0;
    const auto refresh = [&] {
        const Stopwatch watch;
        part(times.append, [&] { plots.append(points, points + 1); });
        part(times.draw, [&] { plots.draw(); });
        part(times.paint, paint);
        ++points;
        slowest = std::max(slowest, watch.cpuSeconds());
    };
    const DrawingCount drawings(plots.widget());
    Measured measured = repeat(workload.effort, 1, refresh);
    const double refreshes = static_cast<double>(points - workload.points);  // warm-up included
    measured.figures = {{"points", static_cast<double>(workload.points)},
                        {"fill_ms", filled * 1000},
                        {"drawings_per_refresh", drawings.count() / refreshes},
                        {"slowest_refresh_ms", slowest * 1000},
                        {"append_ms", times.append * 1000 / refreshes},
                        {"draw_ms", times.draw * 1000 / refreshes},
                        {"paint_ms", times.paint * 1000 / refreshes}};
    return measured;
}

SnapshotPointer snapshotAt(int number) {
    constexpr int probes = 500;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values.at.update = number;
    snapshot->values.encoderUpdates = number;
    for (int i = 0; i < probes; ++i) {
        const auto truth = static_cast<float>(4 * noise(i) + 0.1 * noise(i + 1000 * number));
        snapshot->trueMean.push_back(truth);
        snapshot->approximateMean.push_back(truth * 0.8F + static_cast<float>(0.3 * noise(i + number)));
        snapshot->logLikelihood.push_back(-40);
        snapshot->lag.push_back(0.1F);
    }
    return snapshot;
}

/// Milliseconds of one refresh with a full set of trails.
double posteriorRefreshMilliseconds(const Effort& effort) {
    PosteriorPlot plot;
    plot.resize(520, 520);
    plot.setTheme(lightTheme());
    plot.setTrailsVisible(true);
    plot.show();
    paint();
    int number = 0;
    const auto refresh = [&] {
        plot.setSnapshot(snapshotAt(number++));
        for (ReplotScheduler* scheduler : plot.findChildren<ReplotScheduler*>())
            scheduler->flush();
        paint();
    };
    while (number < 60)
        refresh();
    const Measured measured = repeat(effort, 1, refresh);
    return measured.cpuSeconds / measured.work * 1000;
}

QString option(const QStringList& words, const QString& name) {
    const qsizetype at = words.indexOf(name);
    return at >= 0 && at + 1 < words.size() ? words[at + 1] : QString();
}

}  // namespace

int main(int count, char** words) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QApplication application(count, words);
    const QStringList options = QCoreApplication::arguments();
    const std::string name = option(options, QStringLiteral("--workload")).toStdString();
    const auto all = allWorkloads(options.contains(QStringLiteral("--quick")) ? Extent::Quick : Extent::Full);
    const auto found = std::ranges::find(all, name, &Workload::name);
    if (found == all.end() || found->task != Task::Replot) {
        std::fprintf(stderr, "collapsar_bench_plots: no replot workload is called '%s'\n", name.c_str());
        return 1;
    }
    const bool isOurs = option(options, QStringLiteral("--side")) == QStringLiteral("ours");
    std::unique_ptr<Plots> plots;
    if (isOurs)
        plots = std::make_unique<OurPlots>();
    else
        plots = std::make_unique<PlainPlots>();
    Measured measured = measureCurves(*plots, *found);
    if (isOurs && found->name == "replot")
        measured.figures["posterior_plot_ms"] = posteriorRefreshMilliseconds(found->effort);
    std::printf("%s\n", jsonLine(measured).c_str());
    return 0;
}
