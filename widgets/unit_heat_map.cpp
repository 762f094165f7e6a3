// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unit_heat_map.h"

#include "widgets/plot_overlay.h"
#include "widgets/replot_scheduler.h"
#include "widgets/unit_heat_map_scene.h"

#include <qcustomplot.h>

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

namespace collapsar {
namespace {

constexpr int figureHeader = 22;

}  // namespace

UnitHeatMap::UnitHeatMap(QWidget* parent) : QWidget(parent), m_scene(std::make_unique<UnitHeatMapScene>(this)) {
    m_title = new QLabel(tr("Units"), this);
    m_unit = new QLabel(this);
    m_unit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_choice = new QComboBox(this);
    m_choice->setAccessibleName(tr("Run whose units are shown"));
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 6, 8, 0);
    header->addWidget(m_title);
    header->addWidget(m_choice);
    header->addWidget(m_unit, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 3);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_scene->plot, 1);
    m_readout = new PlotReadout(this);
    setAccessibleName(tr("Units over time"));
    m_scene->plot->setAccessibleName(accessibleName());
    m_scene->plot->setMouseTracking(true);
    m_scene->plot->installEventFilter(this);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        setRun(m_choice->itemData(index).toInt());
        emit runChosen(run());
    });
    connect(m_scene->scheduler, &ReplotScheduler::aboutToDraw, this, [this] {
        m_scene->refill();
        refreshWords();
    });
    setTheme(lightTheme());
    refreshChoice();
}

UnitHeatMap::~UnitHeatMap() = default;

void UnitHeatMap::addRun(int run, const RunIdentity& identity) {
    m_scene->runs[run].identity = identity;
    if (m_scene->run < 0) m_scene->run = run;
    refreshChoice();
}

void UnitHeatMap::removeRun(int run) {
    m_scene->runs.erase(run);
    if (m_scene->run == run) m_scene->run = m_scene->runs.empty() ? -1 : m_scene->runs.begin()->first;
    refreshChoice();
}

void UnitHeatMap::clearRun(int run) {
    const auto found = m_scene->runs.find(run);
    if (found == m_scene->runs.end()) return;
    found->second.columns.clear();
    m_scene->scheduler->request();
}

void UnitHeatMap::append(int run, const Snapshot& snapshot) {
    const auto found = m_scene->runs.find(run);
    const bool isWhole = !snapshot.unitKl.empty() && snapshot.unitKl.size() == snapshot.unitVariance.size();
    if (found == m_scene->runs.end() || !isWhole) return;
    std::vector<UnitColumn>& columns = found->second.columns;
    const double update = static_cast<double>(snapshot.values.at.update);
    while (!columns.empty() && (columns.back().update >= update || columns.back().kl.size() != snapshot.unitKl.size()))
        columns.pop_back();
    columns.push_back({update, snapshot.unitKl, snapshot.unitVariance});
    if (run == m_scene->run) m_scene->scheduler->request();
}

void UnitHeatMap::setRun(int run) {
    if (!m_scene->runs.contains(run) || m_scene->run == run) return;
    m_scene->run = run;
    refreshChoice();
}

int UnitHeatMap::run() const {
    return m_scene->run;
}

void UnitHeatMap::setValue(UnitValue value) {
    m_scene->value = value;
    m_scene->restyle();
}

void UnitHeatMap::setOrder(UnitOrder order) {
    m_scene->order = order;
    m_scene->scheduler->request();
}

void UnitHeatMap::setActiveVariance(double threshold) {
    m_scene->activeVariance = threshold;
    m_scene->scheduler->request();
}

void UnitHeatMap::setTimeCursor(double update) {
    m_scene->timeCursor = update;
    m_scene->scheduler->request();
}

void UnitHeatMap::setTheme(const PlotTheme& theme) {
    m_scene->theme = theme;
    m_scene->restyle();
    m_readout->setTheme(theme);
    m_title->setStyleSheet(QStringLiteral("font-weight: bold; font-size: 12px; color: %1").arg(theme.text.name()));
    m_unit->setStyleSheet(QStringLiteral("font-size: 10px; color: %1").arg(theme.secondary.name()));
}

void UnitHeatMap::refreshChoice() {
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const auto& [number, history] : m_scene->runs)
        m_choice->addItem(QIcon(runChip(m_scene->theme, history.identity.index)), history.identity.name, number);
    m_choice->setCurrentIndex(m_choice->findData(m_scene->run));
    m_choice->setVisible(m_scene->runs.size() > 1);
    refreshWords();
    m_scene->scheduler->request();
}

void UnitHeatMap::refreshWords() {
    const QString words = m_scene->unitCount() > 0 ? tr("%1 of %2 active")
                                                         .arg(QLocale().toString(m_scene->activeCount()),
                                                              QLocale().toString(m_scene->unitCount()))
                                                   : tr("not measured yet");
    m_unit->setText(words);
    m_scene->plot->setAccessibleDescription(summary());
}

double UnitHeatMap::valueAt(double update, int dimension) const {
    const UnitColumn* column = m_scene->columnAt(update);
    if (!column || dimension < 0 || dimension >= m_scene->unitCount()) return notMeasured;
    return (m_scene->value == UnitValue::Kl ? column->kl : column->variance)[static_cast<std::size_t>(dimension)];
}

QString UnitHeatMap::summary() const {
    const UnitHistory* history = m_scene->shown();
    if (!history) return tr("No run");
    if (history->columns.empty()) return tr("%1: not measured yet").arg(history->identity.name);
    return tr("%1, update %2: %3 of %4 units active")
        .arg(history->identity.name, QLocale().toString(static_cast<qlonglong>(history->columns.back().update)),
             QLocale().toString(m_scene->activeCount()), QLocale().toString(m_scene->unitCount()));
}

void UnitHeatMap::paintFigure(QCPPainter& painter, const QSize& size) {
    painter.save();
    painter.translate(0, figureHeader);
    m_scene->paint(painter, {size.width(), size.height() - figureHeader});
    painter.restore();
    QFont bold = font();
    bold.setPixelSize(11);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(lightTheme().text);
    painter.drawText(QRect(4, 0, size.width() - 18, figureHeader), Qt::AlignLeft | Qt::AlignVCenter, figureTitle());
}

QString UnitHeatMap::figureTitle() const {
    const UnitHistory* history = m_scene->shown();
    return history ? tr("Units of %1").arg(history->identity.name) : tr("Units");
}

FigureShape UnitHeatMap::figureShape() const {
    return FigureShape::Wide;
}

std::vector<RunIdentity> UnitHeatMap::figureRuns() const {
    const UnitHistory* history = m_scene->shown();
    return history ? std::vector<RunIdentity>{history->identity} : std::vector<RunIdentity>{};
}

QSize UnitHeatMap::sizeHint() const {
    return {360, 240};
}

QSize UnitHeatMap::minimumSizeHint() const {
    return {200, 130};
}

void UnitHeatMap::hover(const QPoint& position) {
    const QString html = m_scene->readout(position);
    if (html.isEmpty()) return m_readout->hide();
    m_readout->showAt(m_scene->plot->pos() + position, html);
}

void UnitHeatMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) m_scene->restyle();
}

bool UnitHeatMap::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) hover(static_cast<QMouseEvent*>(event)->pos());
    if (event->type() == QEvent::Leave) hover({-1, -1});
    if (event->type() == QEvent::Resize) m_scene->scheduler->request();
    return QWidget::eventFilter(watched, event);
}

void UnitHeatMap::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString& text, bool isChecked, auto act) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(isChecked);
        connect(action, &QAction::triggered, menu, act);
    };
    add(tr("KL of each dimension"), m_scene->value == UnitValue::Kl, [this] { setValue(UnitValue::Kl); });
    add(tr("Variance of posterior means"), m_scene->value == UnitValue::Variance,
        [this] { setValue(UnitValue::Variance); });
    menu->addSeparator();
    add(tr("Largest KL on top"), m_scene->order == UnitOrder::LargestFirst,
        [this] { setOrder(UnitOrder::LargestFirst); });
    add(tr("In order of index"), m_scene->order == UnitOrder::Index, [this] { setOrder(UnitOrder::Index); });
    menu->popup(event->globalPos());
}

}  // namespace collapsar
