// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_plot.h"

#include "widgets/curve_scene.h"
#include "widgets/decimated_graph.h"
#include "widgets/plot_overlay.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr double markReach = 4;  // pixels
constexpr int figureHeader = 22;

}  // namespace

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent), m_scene(std::make_unique<CurveScene>(this)) {
    m_title = new QLabel(this);
    m_unit = new QLabel(this);
    m_unit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 6, 8, 0);
    header->setSpacing(6);
    header->addWidget(m_title);
    header->addWidget(m_unit, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 3);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_scene->plot, 1);
    m_readout = new PlotReadout(this);
    m_focusRing = new FocusRing(this, m_scene->plot);
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
    });
    connect(m_scene->scheduler, &ReplotScheduler::aboutToDraw, this, [this] {
        const int ticks = std::clamp(m_scene->plot->axisRect()->width() / 52, 2, 8);
        m_scene->plot->xAxis->ticker()->setTickCount(ticks);
        m_scene->plot->yAxis->ticker()->setTickCount(std::clamp(m_scene->plot->axisRect()->height() / 28, 2, 6));
        m_scene->plot->setAccessibleDescription(summary());
    });
}

void CurvePlot::setSpec(const CurveSpec& spec) {
    m_scene->spec = spec;
    m_title->setText(spec.title);
    m_title->setToolTip(spec.estimator);
    m_unit->setToolTip(spec.estimator);
    m_scene->plot->setAccessibleName(spec.title);
    setAccessibleName(spec.title);
    for (auto& [run, curve] : m_scene->runs)
        m_scene->clearRun(curve);
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
    for (auto& [run, curve] : m_scene->runs) {
        m_scene->clearRun(curve);
        m_scene->clearMarks(curve);
    }
    setCursor(notMeasured);
    m_scene->resetRanges();
    m_scene->navigation->setFollow(true);
}

void CurvePlot::setTheme(const PlotTheme& theme) {
    m_scene->theme = theme;
    m_scene->restyle();
    m_readout->setTheme(theme);
    m_focusRing->setColour(theme.accent);
    m_title->setStyleSheet(QStringLiteral("font-weight: bold; font-size: 12px; color: %1").arg(theme.text.name()));
    m_unit->setStyleSheet(QStringLiteral("font-size: 10px; color: %1").arg(theme.secondary.name()));
}

void CurvePlot::addRun(int run, const RunIdentity& identity) {
    m_scene->addRun(run, identity);
}

void CurvePlot::removeRun(int run) {
    m_scene->removeRun(run);
}

void CurvePlot::clearRun(int run) {
    const auto found = m_scene->runs.find(run);
    if (found == m_scene->runs.end()) return;
    m_scene->clearRun(found->second);
    const bool isEmpty = std::all_of(m_scene->runs.begin(), m_scene->runs.end(),
                                     [](const auto& entry) { return entry.second.x.isEmpty; });
    if (isEmpty) m_scene->resetRanges();
}

void CurvePlot::appendPoints(int run, std::span<const Measurement> points) {
    const auto found = m_scene->runs.find(run);
    if (found == m_scene->runs.end() || points.empty()) return;
    m_scene->append(found->second, points);
    const double before = m_scene->navigation->target().x.upper;
    const PlotView target = m_scene->grownTarget();
    m_scene->navigation->setTarget(target);
    if (target.x.upper > before) emit xGrown(target.x.upper);
    if (std::isfinite(m_scene->cursor)) refreshReadout();
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

void CurvePlot::refreshReadout() {
    const double x = m_scene->cursor;
    const QString values = std::isfinite(x) ? m_scene->shortReadout(x) : QString();
    m_unit->setText(values.isEmpty() ? m_unit->fontMetrics().elidedText(spec().unit, Qt::ElideRight, m_unit->width())
                                     : values);
    const QString html = m_isPointed && std::isfinite(x) ? m_scene->readout(x, markReach) : QString();
    if (html.isEmpty()) return m_readout->hide();
    const QPoint place(static_cast<int>(m_scene->plot->xAxis->coordToPixel(m_scene->cursor)),
                       m_scene->plot->axisRect()->top());
    m_readout->showAt(m_scene->plot->pos() + place, html);
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

FigureShape CurvePlot::figureShape() const {
    return FigureShape::Wide;
}

std::vector<RunIdentity> CurvePlot::figureRuns() const {
    std::vector<RunIdentity> runs;
    for (const auto& [run, curve] : m_scene->runs)
        runs.push_back(curve.identity);
    return runs;
}

QSize CurvePlot::sizeHint() const {
    return {240, 200};
}

QSize CurvePlot::minimumSizeHint() const {
    return {150, 120};
}

void CurvePlot::hover(const QPoint& position) {
    const bool isInside = m_scene->plot->axisRect()->rect().contains(position);
    const double x = isInside ? m_scene->plot->xAxis->pixelToCoord(position.x()) : notMeasured;
    m_isPointed = isInside;
    if (std::isnan(x) && std::isnan(m_scene->cursor)) return;
    setCursor(x);
    emit cursorMoved(x);
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) m_scene->restyle();
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) hover(static_cast<QMouseEvent*>(event)->pos());
    if (event->type() == QEvent::Leave) hover({-1, -1});
    if (event->type() == QEvent::Resize) {
        m_scene->scheduler->request();
        refreshReadout();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace collapsar
