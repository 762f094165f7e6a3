// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latent_plane.h"

#include "widgets/latent_plane_scene.h"
#include "widgets/plot_overlay.h"
#include "widgets/replot_scheduler.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace collapsar {
namespace {

constexpr double hoverReach = 8;  // pixels

}  // namespace

LatentPlane::LatentPlane(QWidget* parent) : QWidget(parent), m_scene(std::make_unique<LatentPlaneScene>(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scene->plot);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_readout = new PlotReadout(this);
    setFocusProxy(m_scene->plot);
    setAccessibleName(tr("Latent plane"));
    m_scene->plot->setAccessibleName(accessibleName());
    m_scene->plot->installEventFilter(this);
    connect(m_scene->navigation, &PlotNavigation::followChanged, this, &LatentPlane::followChanged);
    connect(m_scene->navigation, &PlotNavigation::fitRequested, this, &LatentPlane::fit);
    connect(m_scene->navigation, &PlotNavigation::viewChanged, m_scene->scheduler, &ReplotScheduler::request);
    connect(m_scene->scheduler, &ReplotScheduler::aboutToDraw, this, [this] {
        m_scene->refill();
        m_scene->plot->setAccessibleDescription(summary());
    });
    setTheme(lightTheme());
    clear();
}

LatentPlane::~LatentPlane() = default;

void LatentPlane::setIdentity(const RunIdentity& identity) {
    m_scene->identity = identity;
    m_scene->restyle();
}

void LatentPlane::setTheme(const PlotTheme& theme) {
    m_scene->theme = theme;
    m_scene->restyle();
    m_readout->setTheme(theme);
    m_empty->setStyleSheet(QStringLiteral("QLabel { color: %1; background: %2; font-size: 13px; padding: 8px; }")
                               .arg(theme.secondary.name(), theme.card.name()));
}

void LatentPlane::setProbeTexts(ProbeTexts texts) {
    m_scene->texts = std::move(texts);
}

void LatentPlane::setSnapshot(SnapshotPointer snapshot) {
    if (!snapshot) return;
    if (snapshot->latent != 2) {
        clear();
        return showEmpty(
            tr("The latent plane is for runs with two latent dimensions; this one has %n.", nullptr, snapshot->latent));
    }
    m_scene->snapshot = std::move(snapshot);
    m_empty->hide();
    const double reach = std::max(m_scene->navigation->target().x.upper, m_scene->dataReach());
    m_scene->navigation->setTarget(centredView(reach));
    m_scene->scheduler->request();
}

void LatentPlane::clear() {
    m_scene->snapshot = nullptr;
    m_scene->highlighted = -1;
    m_readout->hide();
    m_scene->navigation->setTarget(centredView(m_scene->dataReach()));
    m_scene->navigation->setFollow(true);
    m_scene->scheduler->request();
    showEmpty(tr("Press Start: the means of both posteriors appear here"));
}

void LatentPlane::showEmpty(const QString& text) {
    m_empty->setText(text);
    m_empty->setGeometry(QRect(0, 0, std::max(120, width() - 120), 60)
                             .translated(rect().center() - QPoint(std::max(120, width() - 120) / 2, 30)));
    m_empty->show();
}

void LatentPlane::highlightProbe(int probe) {
    if (m_scene->highlighted == probe) return;
    m_scene->highlighted = probe;
    m_scene->refillRing();
    if (isVisible()) m_scene->plot->layer("overlay")->replot();
}

void LatentPlane::setFollow(bool follow) {
    m_scene->navigation->setFollow(follow);
}

bool LatentPlane::isFollowing() const {
    return m_scene->navigation->isFollowing();
}

void LatentPlane::fit() {
    const PlotView view = centredView(m_scene->dataReach());
    m_scene->navigation->setTarget(view);
    m_scene->navigation->easeTo(view);
}

QString LatentPlane::summary() const {
    if (!m_scene->snapshot) return m_empty->text();
    const Measurement& values = m_scene->snapshot->values;
    const QLocale locale;
    const auto number = [&locale](double value) {
        return std::isfinite(value) ? locale.toString(value, 'f', 3) : tr("not measured");
    };
    return tr("%1, update %2: %n examples; spread of true means %3, of approximate means %4, mean gap %5", nullptr,
              m_scene->probeCount())
        .arg(m_scene->identity.name, locale.toString(static_cast<qlonglong>(values.at.update)),
             number(values.trueMeanSd), number(values.approxMeanSd), number(values.meanGap));
}

void LatentPlane::paintFigure(QCPPainter& painter, const QSize& size) {
    m_scene->paint(painter, size);
}

QString LatentPlane::figureTitle() const {
    return m_scene->identity.name;
}

FigureShape LatentPlane::figureShape() const {
    return FigureShape::Square;
}

std::vector<RunIdentity> LatentPlane::figureRuns() const {
    return {m_scene->identity};
}

QSize LatentPlane::sizeHint() const {
    return {380, 360};
}

QSize LatentPlane::minimumSizeHint() const {
    return {180, 170};
}

void LatentPlane::hover(const QPoint& position) {
    const int probe = m_scene->probeAt(position, hoverReach);
    if (probe < 0)
        m_readout->hide();
    else
        m_readout->showAt(position, m_scene->readout(probe));
    if (probe == m_scene->highlighted) return;
    highlightProbe(probe);
    emit probeHovered(probe);
}

void LatentPlane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_scene->makeSquare(size());
    m_scene->scheduler->request();
    if (!m_scene->snapshot) showEmpty(m_empty->text());
}

void LatentPlane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) m_scene->restyle();
}

bool LatentPlane::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove && !static_cast<QMouseEvent*>(event)->buttons())
        hover(static_cast<QMouseEvent*>(event)->pos());
    if (event->type() == QEvent::Leave) hover({-1, -1});
    return QWidget::eventFilter(watched, event);
}

}  // namespace collapsar
