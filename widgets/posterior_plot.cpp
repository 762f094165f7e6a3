// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posterior_plot.h"

#include "widgets/plot_overlay.h"
#include "widgets/posterior_scene.h"
#include "widgets/projection_menu.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QContextMenuEvent>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace collapsar {
namespace {

constexpr double hoverReach = 8;  // pixels
constexpr int marginBeside = 10;  // right of the plot area
constexpr int marginBelow = 20;   // at the height of the axis title

}  // namespace

PosteriorPlot::PosteriorPlot(QWidget* parent) : QWidget(parent), m_scene(std::make_unique<PosteriorScene>(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scene->plot);
    m_empty = new QLabel(tr("Press Start to train both runs on the same batches"), this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_readout = new PlotReadout(this);
    m_focusRing = new FocusRing(this, m_scene->plot);
    buildAxisButton();
    setFocusProxy(m_scene->plot);
    setAccessibleName(tr("Posterior mean space"));
    m_scene->plot->setAccessibleName(accessibleName());
    m_scene->plot->installEventFilter(this);
    connectScene();
    connect(m_scene->plot, &QCustomPlot::afterLayout, this, &PosteriorPlot::placeOverlays);
    setTheme(lightTheme());
}

PosteriorPlot::~PosteriorPlot() = default;

void PosteriorPlot::buildAxisButton() {
    m_axisButton = new QToolButton(this);
    m_axisButton->setText(tr("Axis") + QStringLiteral(" \u25be"));
    m_axisButton->setAccessibleName(tr("Axis of the latent space"));
    m_axisButton->setToolTip(tr("Chooses the axis of the latent space on which the means are drawn"));
    m_axisButton->hide();
    connect(m_axisButton, &QToolButton::clicked, this,
            [this] { showAxisMenu(m_axisButton->mapToGlobal(m_axisButton->rect().bottomLeft())); });
}

void PosteriorPlot::connectScene() {
    PlotNavigation* navigation = m_scene->navigation;
    connect(navigation, &PlotNavigation::followChanged, this, &PosteriorPlot::followChanged);
    connect(navigation, &PlotNavigation::movedByUser, this, &PosteriorPlot::movedByUser);
    connect(navigation, &PlotNavigation::fitRequested, this, &PosteriorPlot::fit);
    connect(navigation, &PlotNavigation::viewChanged, m_scene->scheduler, &ReplotScheduler::request);
    connect(navigation, &PlotNavigation::clicked, this, [this](const QPoint& position) {
        chooseProbe(m_scene->probeAt(position, hoverReach));
        emit probeChosen(m_scene->chosenProbe);
    });
    connect(m_scene->scheduler, &ReplotScheduler::aboutToDraw, this, [this] {
        m_scene->refill();
        m_scene->placeDiagonalLabel();
        m_scene->plot->setAccessibleDescription(summary());
    });
}

void PosteriorPlot::setIdentity(const RunIdentity& identity) {
    m_scene->identity = identity;
    m_scene->plot->setAccessibleName(tr("Posterior mean space of %1").arg(identity.name));
    m_scene->restyle();
}

void PosteriorPlot::setTheme(const PlotTheme& theme) {
    m_scene->theme = theme;
    m_scene->restyle();
    m_readout->setTheme(theme);
    m_focusRing->setColour(theme.accent);
    m_axisButton->setStyleSheet(
        QStringLiteral("QToolButton { color: %1; background: transparent; border: 1px solid transparent;"
                       " border-radius: 4px; padding: 0 3px; font-size: 11px; }"
                       "QToolButton:hover, QToolButton:focus { border-color: %1; }")
            .arg(theme.accent.name()));
    m_empty->setStyleSheet(QStringLiteral("QLabel { color: %1; background: %2; font-size: 13px; padding: 8px; }")
                               .arg(theme.secondary.name(), theme.card.name()));
}

void PosteriorPlot::setProbeTexts(ProbeTexts texts) {
    m_scene->texts = std::move(texts);
}

void PosteriorPlot::setSnapshot(SnapshotPointer snapshot) {
    if (!snapshot) return;
    m_scene->addSnapshot(std::move(snapshot));
    m_empty->hide();
    showAxisButton();
    if (m_readout->isVisible()) hover(m_hoveredAt);
}

void PosteriorPlot::showHistory(std::span<const SnapshotPointer> snapshots) {
    if (!m_scene->showHistory(snapshots)) return;
    const bool wasEmpty = !m_empty->isHidden();
    m_empty->setVisible(snapshots.empty());
    showAxisButton();
    if (snapshots.empty() != wasEmpty) placeOverlays();
    if (m_readout->isVisible()) hover(m_hoveredAt);
}

std::size_t PosteriorPlot::longestPast() {
    return longestHistory;
}

void PosteriorPlot::clear() {
    m_scene->clear();
    showAxisButton();
    m_readout->hide();
    m_empty->setVisible(true);
    placeOverlays();
}

void PosteriorPlot::setEmptyText(const QString& text) {
    m_empty->setText(text);
    placeOverlays();
}

void PosteriorPlot::setProjection(const Projection& projection) {
    m_scene->setProjection(projection);
    if (m_readout->isVisible()) hover(m_hoveredAt);
}

Projection PosteriorPlot::projection() const {
    return m_scene->projection;
}

void PosteriorPlot::showAxisMenu(const QPoint& at) {
    if (m_scene->history.empty() || m_scene->history.back()->latent < 2) return;
    makeProjectionMenu(this, *m_scene->history.back(), m_scene->projection, [this](const Projection& projection) {
        setProjection(projection);
        emit projectionChosen(projection);
    })->popup(at);
}

void PosteriorPlot::showAxisButton() {
    const bool isNeeded = !m_scene->history.empty() && m_scene->history.back()->latent > 1;
    if (isNeeded == !m_axisButton->isHidden()) return;
    m_axisButton->setVisible(isNeeded);
    placeOverlays();
}

void PosteriorPlot::setTrailsVisible(bool visible) {
    m_scene->areTrailsVisible = visible;
    m_scene->scheduler->request();
}

void PosteriorPlot::setTrailLength(int snapshots) {
    m_scene->trailLength = snapshots;
    m_scene->scheduler->request();
}

void PosteriorPlot::setStaircase(bool shown) {
    m_scene->isStaircaseShown = shown;
    m_scene->scheduler->request();
}

void PosteriorPlot::chooseProbe(int probe) {
    m_scene->chosenProbe = probe;
    m_scene->scheduler->request();
}

void PosteriorPlot::highlightProbe(int probe) {
    if (m_scene->highlightedProbe == probe) return;
    m_scene->highlightedProbe = probe;
    m_scene->refillHighlight();
    if (isVisible()) m_scene->plot->layer("overlay")->replot();
}

void PosteriorPlot::setFollow(bool follow) {
    m_scene->navigation->setFollow(follow);
}

bool PosteriorPlot::isFollowing() const {
    return m_scene->navigation->isFollowing();
}

void PosteriorPlot::fit() {
    const PlotView view = fittedView(m_scene->points);
    m_scene->navigation->setTarget(view);
    m_scene->navigation->easeTo(view);
}

PlotView PosteriorPlot::view() const {
    return m_scene->navigation->view();
}

void PosteriorPlot::setView(const PlotView& view) {
    m_scene->navigation->setFollow(false);
    m_scene->navigation->jumpTo(view);
}

double PosteriorPlot::dataReach() const {
    return m_scene->dataReach;
}

void PosteriorPlot::showReach(double reach) {
    const PlotRange now = m_scene->navigation->target().x;
    if (now.lower != -now.upper) return;
    const double wanted = std::max(reach, dataReach());
    if (now.upper != wanted) m_scene->navigation->setTarget({{-wanted, wanted}, {-wanted, wanted}});
}

SnapshotPointer PosteriorPlot::snapshot() const {
    return m_scene->history.empty() ? nullptr : m_scene->history.back();
}

ProbePoint PosteriorPlot::probePoint(int probe) const {
    if (probe < 0 || probe >= static_cast<int>(m_scene->points.size())) return {};
    const PathPoint& point = m_scene->points[static_cast<std::size_t>(probe)];
    return {point.x, point.y};
}

QString PosteriorPlot::summary() const {
    if (m_scene->history.empty()) return m_empty->text();
    const Snapshot& latest = *m_scene->history.back();
    const QLocale locale;
    const auto number = [&locale](double value) {
        return std::isfinite(value) ? locale.toString(value, 'f', 3) : tr("not measured");
    };
    const QString notice = m_scene->noticeText();
    return tr("%1: %n examples; spread of true means %2, of approximate means %3, correlation %4, mean gap %5", nullptr,
              probeCount(latest))
               .arg(m_scene->printedLine(), number(latest.verdict.trueMeanSd), number(latest.verdict.approxMeanSd),
                    number(latest.verdict.meanCorrelation), number(latest.verdict.meanGap)) +
           (notice.isEmpty() ? QString() : QStringLiteral("; ") + notice);
}

void PosteriorPlot::paintFigure(QCPPainter& painter, const QSize& size) {
    m_scene->paint(painter, size);
}

QString PosteriorPlot::figureTitle() const {
    return m_scene->identity.name;
}

FigureShape PosteriorPlot::figureShape() const {
    return FigureShape::Square;
}

std::vector<RunIdentity> PosteriorPlot::figureRuns() const {
    return {m_scene->identity};
}

QSize PosteriorPlot::sizeHint() const {
    return {380, 360};
}

QSize PosteriorPlot::minimumSizeHint() const {
    return {140, 96};
}

void PosteriorPlot::hover(const QPoint& position) {
    m_hoveredAt = position;
    const int probe = m_scene->probeAt(position, hoverReach);
    if (probe < 0)
        m_readout->hide();
    else
        m_readout->showAt(position, m_scene->readout(probe));
    if (probe == m_scene->highlightedProbe) return;
    highlightProbe(probe);
    emit probeHovered(probe);
}

void PosteriorPlot::placeOverlays() {
    const QRect area = m_scene->plot->axisRect()->rect();
    const int height = std::min(area.height(), m_empty->heightForWidth(area.width() - 16));
    QRect place(0, 0, area.width() - 16, height);
    place.moveCenter(area.center() + QPoint(0, area.height() / 4));
    m_empty->setGeometry(place);
    const QSize button = m_axisButton->sizeHint();
    QPoint corner(area.right() + marginBeside - button.width(), area.bottom() + marginBelow);
    if (corner.y() + button.height() > this->height())  // beside the square
        corner = {std::min(area.right() + marginBeside, width() - button.width()), area.bottom() - button.height()};
    m_axisButton->setGeometry(QRect(corner, button));
}

void PosteriorPlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_scene->makeSquare(size());
    m_scene->plot->plotLayout()->update(QCPLayoutElement::upLayout);
    m_scene->scheduler->request();
    placeOverlays();
}

void PosteriorPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) m_scene->restyle();
}

void PosteriorPlot::contextMenuEvent(QContextMenuEvent* event) {
    showAxisMenu(event->globalPos());
}

bool PosteriorPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove && !static_cast<QMouseEvent*>(event)->buttons())
        hover(static_cast<QMouseEvent*>(event)->pos());
    if (event->type() == QEvent::Leave) hover({-1, -1});
    return QWidget::eventFilter(watched, event);
}

}  // namespace collapsar
