// SPDX-License-Identifier: GPL-3.0-or-later
/// Runs that branched off others, and groups of runs, in a curve plot. A fork's line holds the shared points as well,
/// so that its smoothed line goes on from its parent's and it can stand alone; only where it is drawn from depends on
/// who else is shown.
#include "widgets/curve_scene.h"

#include "widgets/decimated_graph.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {
namespace {

constexpr double everywhere = std::numeric_limits<double>::infinity();

/// Points up to x, in order.
QVector<QCPGraphData> pointsUpTo(const DecimatedGraph& graph, double x) {
    const auto end = graph.data()->findEnd(x, false);
    return {graph.data()->constBegin(), end};
}

}  // namespace

void CurveScene::setFork(int run, const CurveFork& fork) {
    const auto found = runs.find(run);
    if (found == runs.end() || run == fork.parent) return;
    found->second.fork = std::isfinite(fork.x) ? fork : CurveFork{};
    renewPrefix(run);
    joinForks();
}

/// The shared points are the parent's, whatever they were before.
void CurveScene::renewPrefix(int run) {
    RunCurve& curve = runs.at(run);
    const auto parent = runs.find(curve.fork.parent);
    if (parent != runs.end()) {
        dropPrefix(curve);
        takePrefix(curve, parent->second);
    }
    for (auto& [number, other] : runs)
        if (other.fork.parent == run) renewPrefix(number);
}

void CurveScene::takePrefix(RunCurve& curve, const RunCurve& parent) {
    const QVector<QCPGraphData> shared = pointsUpTo(*parent.raw, curve.fork.x);
    curve.raw->data()->add(shared, true);
    curve.raw->changedFrom(0);
    curve.scheduled->data()->add(pointsUpTo(*parent.scheduled, curve.fork.x), true);
    for (const QCPGraphData& point : shared) {
        curve.x.add(point.key);
        curve.y.add(point.value);
        if (point.value > 0) curve.positive.add(point.value);
        if (point.value <= 0) ++curve.notPositive;
    }
    for (std::size_t kind = 0; kind < curve.hasValue.size(); ++kind)
        curve.hasValue[kind] = curve.hasValue[kind] || parent.hasValue[kind];
    resmooth(curve);
}

void CurveScene::dropPrefix(RunCurve& curve) {
    const double beyond = std::nextafter(curve.fork.x, everywhere);
    for (const QCPGraphData& point : pointsUpTo(*curve.raw, curve.fork.x))
        if (point.value <= 0) --curve.notPositive;
    for (DecimatedGraph* graph : {curve.raw, curve.scheduled}) {
        graph->data()->removeBefore(beyond);
        graph->changedFrom(0);
    }
}

void CurveScene::clearRun(int run) {
    const auto found = runs.find(run);
    if (found == runs.end()) return;
    dropPoints(found->second);
    renewPrefix(run);
}

void CurveScene::removeRun(int run) {
    const auto found = runs.find(run);
    if (found == runs.end()) return;
    const CurveFork fork = found->second.fork;
    for (auto& [number, other] : runs)  // its forks keep the points and go on as the grandparent's
        if (other.fork.parent == run) other.fork = {fork.parent, std::min(fork.x, other.fork.x)};
    clearMarks(found->second);
    const RunCurve& curve = found->second;
    for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled})
        plot->removeGraph(graph);
    runs.erase(found);
    joinForks();
}

/// Up to where both lines are the same; -inf: they have nothing in common.
double CurveScene::sharedPlace(int a, int b) const {
    const auto parentOf = [this](int run) {
        const auto found = runs.find(run);
        return found == runs.end() ? CurveFork{} : found->second.fork;
    };
    double fromA = everywhere;
    for (int ancestor = a; ancestor >= 0;) {
        double fromB = everywhere;
        for (int other = b; other >= 0;) {
            if (other == ancestor) return std::min(fromA, fromB);
            const CurveFork fork = parentOf(other);
            fromB = std::min(fromB, fork.x);
            other = fork.parent < other ? fork.parent : -1;
        }
        const CurveFork fork = parentOf(ancestor);
        fromA = std::min(fromA, fork.x);
        ancestor = fork.parent < ancestor ? fork.parent : -1;
    }
    return -everywhere;
}

void CurveScene::joinForks() {
    for (auto& [run, curve] : runs) {
        double from = -everywhere;
        for (const auto& [other, earlier] : runs) {
            if (other >= run) break;
            if (isDrawn(earlier)) from = std::max(from, sharedPlace(run, other));
        }
        for (DecimatedGraph* graph : {curve.raw, curve.smooth, curve.scheduled})
            graph->setDrawnFrom(from);
        styleRun(run, curve);
    }
    scheduler->request();
}

void CurveScene::setBand(int group, const CurveBand& wanted) {
    BandCurve& curve = bands[group];
    if (!curve.centre) {
        for (DecimatedGraph** graph : {&curve.lower, &curve.upper, &curve.centre}) {
            *graph = new DecimatedGraph(plot->xAxis, plot->yAxis);
            (*graph)->setLayer("bands");
            (*graph)->setSelectable(QCP::stNone);
            (*graph)->setScale(scale);
        }
        curve.lower->setColumn(DecimatedGraph::Column::LowerEdge);
        curve.upper->setColumn(DecimatedGraph::Column::UpperEdge);
        curve.centre->setLayer("main");
        curve.upper->setChannelFillGraph(curve.lower);
    }
    const bool areMembersNew = curve.band.members != wanted.members;
    curve.band = wanted;
    QVector<QCPGraphData> lower, upper, centre;
    for (const CurveBandPoint& point : wanted.points) {
        lower.append({point.x, point.lower});
        upper.append({point.x, point.upper});
        centre.append({point.x, point.centre});
    }
    curve.lower->data()->set(lower, true);
    curve.upper->data()->set(upper, true);
    curve.centre->data()->set(centre, true);
    for (DecimatedGraph* graph : {curve.lower, curve.upper, curve.centre})
        graph->changedFrom(0);
    styleBand(curve);
    if (areMembersNew) markMembers();
    scheduler->request();
}

void CurveScene::removeBand(int group) {
    const auto found = bands.find(group);
    if (found == bands.end()) return;
    for (DecimatedGraph* graph : {found->second.upper, found->second.lower, found->second.centre})
        plot->removeGraph(graph);
    bands.erase(found);
    markMembers();
}

void CurveScene::markMembers() {
    for (auto& [run, curve] : runs)
        curve.isMember = std::any_of(bands.begin(), bands.end(), [run = run](const auto& entry) {
            return std::ranges::count(entry.second.band.members, run) > 0;
        });
    joinForks();
}

}  // namespace collapsar
