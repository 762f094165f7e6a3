// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_plot.h"

#include "widgets/curve_plot_parts.h"
#include "widgets/curve_scene.h"
#include "widgets/decimated_graph.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int figureHeader = 22;

}  // namespace

CurvePlot::CurvePlot(QWidget* parent)
    : QWidget(parent), m_scene(std::make_unique<CurveScene>(this)), m_parts(std::make_unique<Parts>()) {
    m_parts->title = new QLabel(this);
    m_parts->unit = new QLabel(this);
    m_parts->unit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_parts->unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 6, 8, 0);
    header->setSpacing(6);
    header->addWidget(m_parts->title);
    header->addWidget(m_parts->unit, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 3);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_scene->plot, 1);
    m_parts->readout = new PlotReadout(this);
    m_parts->focusRing = new FocusRing(this, m_scene->plot);
    setFocusProxy(m_scene->plot);
    m_scene->plot->installEventFilter(this);
    connectScene();
    setTheme(lightTheme());
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::connectScene() {
    PlotNavigation* navigation = m_scene->navigation;
    connect(navigation, &PlotNavigation::followChanged, this, &CurvePlot::followChanged);
    connect(navigation, &PlotNavigation::fitRequested, this, &CurvePlot::fitAndTell);
    connect(navigation, &PlotNavigation::viewChanged, m_scene->scheduler, &ReplotScheduler::request);
    connect(navigation, &PlotNavigation::movedByUser, this, [this] {
        const PlotRange x = m_scene->navigation->view().x;
        emit xRangeChanged(x.lower, x.upper);
        emit movedByUser();
    });
    connect(m_scene->scheduler, &ReplotScheduler::aboutToDraw, this, [this] {
        const int ticks = std::clamp(m_scene->plot->axisRect()->width() / 52, 2, 8);
        m_scene->plot->xAxis->ticker()->setTickCount(ticks);
        m_scene->plot->yAxis->ticker()->setTickCount(std::clamp(m_scene->plot->axisRect()->height() / 28, 2, 6));
        m_scene->plot->setAccessibleDescription(summary());
        refreshHeader();
    });
}

PlotView CurvePlot::view() const {
    return m_scene->navigation->view();
}

void CurvePlot::setView(const PlotView& view) {
    m_scene->navigation->setFollow(false);
    m_scene->navigation->jumpTo(view);
}

void CurvePlot::setSpec(const CurveSpec& spec) {
    m_scene->spec = spec;
    m_parts->title->setText(spec.title);
    m_parts->title->setToolTip(spec.estimator);
    m_parts->unit->setToolTip(spec.estimator);
    m_scene->plot->setAccessibleName(spec.title);
    setAccessibleName(spec.title);
    m_scene->dropPoints();
    m_scene->resetRanges();
    m_scene->restyle();
    refreshReadout();
}

const CurveSpec& CurvePlot::spec() const {
    return m_scene->spec;
}

void CurvePlot::setUnit(const QString& unit) {
    m_scene->spec.unit = unit;
    refreshReadout();
}

void CurvePlot::setXAxis(CurveAxis axis) {
    m_scene->axis = axis;
    m_scene->dropPoints();
    for (auto& [run, curve] : m_scene->runs)
        m_scene->clearMarks(curve);
    setCursor(notMeasured);
    setTimeCursor(notMeasured);
    m_scene->resetRanges();
    m_scene->navigation->setFollow(true);
}

void CurvePlot::setTheme(const PlotTheme& theme) {
    m_scene->theme = theme;
    m_scene->restyle();
    m_parts->readout->setTheme(theme);
    m_parts->focusRing->setColour(theme.accent);
    m_parts->title->setStyleSheet(
        QStringLiteral("font-weight: bold; font-size: 12px; color: %1").arg(theme.text.name()));
    m_parts->unit->setStyleSheet(QStringLiteral("font-size: 10px; color: %1").arg(theme.secondary.name()));
}

void CurvePlot::setScale(const AxisScale& scale) {
    m_scene->setScale(scale);
    refreshReadout();
}

const AxisScale& CurvePlot::scale() const {
    return m_scene->scale;
}

void CurvePlot::setOutliers(CurveOutliers outliers) {
    if (m_scene->outliers == outliers) return;
    m_scene->outliers = outliers;
    fitAndTell();
}

CurveOutliers CurvePlot::outliers() const {
    return m_scene->outliers;
}

void CurvePlot::addRun(int run, const RunIdentity& identity, CurveStyle style) {
    m_scene->addRun(run, identity, style);
}

void CurvePlot::setFork(int run, const CurveFork& fork) {
    m_scene->setFork(run, fork);
    growTarget();
}

void CurvePlot::setShown(int run, bool shown) {
    const auto found = m_scene->runs.find(run);
    if (found == m_scene->runs.end() || found->second.isShown == shown) return;
    found->second.isShown = shown;
    m_scene->joinForks();
    growTarget();
    refreshReadout();
}

void CurvePlot::removeRun(int run) {
    m_scene->removeRun(run);
}

void CurvePlot::clearRun(int run) {
    m_scene->clearRun(run);
    const bool isEmpty = std::all_of(m_scene->runs.begin(), m_scene->runs.end(),
                                     [](const auto& entry) { return entry.second.x.isEmpty; });
    if (isEmpty) m_scene->resetRanges();
}

void CurvePlot::appendPoints(int run, std::span<const Measurement> points) {
    if (points.empty() || !m_scene->runs.contains(run)) return;
    m_scene->append(run, points);
    growTarget();
    if (std::isfinite(m_scene->cursor)) refreshReadout();
}

void CurvePlot::growTarget() {
    const double before = m_scene->navigation->target().x.upper;
    const PlotView target = m_scene->grownTarget();
    m_scene->navigation->setTarget(target);
    if (target.x.upper > before) emit xGrown(target.x.upper);
}

void CurvePlot::setBand(int group, const CurveBand& band) {
    m_scene->setBand(group, band);
    growTarget();
}

void CurvePlot::removeBand(int group) {
    m_scene->removeBand(group);
}

void CurvePlot::setBandMembers(BandMembers members) {
    m_scene->bandMembers = members;
    m_scene->joinForks();
}

void CurvePlot::addMark(int run, double x, const QString& text) {
    const auto found = m_scene->runs.find(run);
    if (found != m_scene->runs.end()) m_scene->addMark(found->second, x, text);
}

void CurvePlot::clearMarks(int run) {
    const auto found = m_scene->runs.find(run);
    if (found != m_scene->runs.end()) m_scene->clearMarks(found->second);
}

void CurvePlot::setSmoothing(double weight) {
    m_scene->smoothing = std::clamp(weight, 0.0, 0.999);
    for (auto& [run, curve] : m_scene->runs)
        m_scene->resmooth(curve);
    m_scene->restyle();
}

void CurvePlot::setHighlighted(int run) {
    if (m_scene->highlighted == run) return;
    m_scene->highlighted = run;
    m_scene->restyle();
}

void CurvePlot::setFollow(bool follow) {
    if (follow) m_scene->navigation->setTarget(m_scene->grownTarget());
    m_scene->navigation->setFollow(follow);
}

bool CurvePlot::isFollowing() const {
    return m_scene->navigation->isFollowing();
}

void CurvePlot::fit() {
    const PlotView view = m_scene->fittedView();
    m_scene->navigation->setTarget(view);
    m_scene->navigation->easeTo(view);
}

void CurvePlot::fitAndTell() {
    fit();
    const PlotRange x = m_scene->navigation->target().x;
    emit xRangeChanged(x.lower, x.upper);
}

void CurvePlot::setXRange(double lower, double upper) {
    if (!(lower < upper)) return;
    PlotView view = m_scene->navigation->view();
    view.x = {lower, upper};
    m_scene->navigation->jumpTo(view);
}

void CurvePlot::growX(double upper) {
    PlotView target = m_scene->navigation->target();
    if (!(upper > target.x.upper)) return;
    target.x.upper = upper;
    m_scene->navigation->setTarget(target);
}

void CurvePlot::setCursor(double x) {
    m_scene->placeCursor(x);
    refreshReadout();
}

void CurvePlot::setTimeCursor(double x) {
    m_scene->placeTimeCursor(x);
    refreshHeader();
}

int CurvePlot::pointCount(int run) const {
    const auto found = m_scene->runs.find(run);
    if (found == m_scene->runs.end()) return 0;
    const RunCurve& curve = found->second;
    return curve.raw->data()->isEmpty() ? curve.scheduled->dataCount() : curve.raw->dataCount();
}

QString CurvePlot::summary() const {
    return m_scene->summary();
}

double CurvePlot::replotMilliseconds() const {
    return m_scene->plot->replotTime();
}

void CurvePlot::paintFigure(QCPPainter& painter, const QSize& size) {
    const PlotTheme& print = lightTheme();
    QFont bold = font();
    bold.setPixelSize(11);
    bold.setBold(true);
    QFont plain = font();
    plain.setPixelSize(9);
    const QRect header(4, 0, size.width() - 18, figureHeader);
    painter.save();
    painter.translate(0, figureHeader);
    m_scene->paint(painter, {size.width(), size.height() - figureHeader});
    painter.restore();
    painter.setFont(bold);
    painter.setPen(print.text);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, spec().title);
    painter.setFont(plain);
    painter.setPen(print.secondary);
    const int room = header.width() - QFontMetrics(bold).horizontalAdvance(spec().title) - 8;
    painter.drawText(header, Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetrics(plain).elidedText(spec().unit, Qt::ElideRight, room));
}

QString CurvePlot::figureTitle() const {
    return m_scene->spec.title;
}

std::vector<RunIdentity> CurvePlot::figureRuns() const {
    std::vector<RunIdentity> runs;
    for (const auto& [group, band] : m_scene->bands)
        runs.push_back(band.band.identity);
    for (const auto& [run, curve] : m_scene->runs)
        if (m_scene->isDrawn(curve) && !curve.isMember) runs.push_back(curve.identity);
    return runs;
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) m_scene->restyle();
}

}  // namespace collapsar
