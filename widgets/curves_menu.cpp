// SPDX-License-Identifier: GPL-3.0-or-later
/// The context menu of a curve.
#include "widgets/curves_state.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <utility>

namespace collapsar {

QMenu* CurvesPanel::makeMenu(int place) {
    CurvePlot* plot = m_state->plots[static_cast<std::size_t>(place)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu* quantities = menu->addMenu(tr("Show"));
    for (const MeasurementColumn& column : measurementColumns()) {
        const QString name = QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
        const CurveSpec spec = curveSpec(name);
        QAction* action = quantities->addAction(tr("%1 (%2)").arg(spec.title, spec.unit));
        action->setCheckable(true);
        action->setChecked(plot->spec().column == name);
        action->setToolTip(spec.estimator);
        connect(action, &QAction::triggered, this, [this, place, name] { setColumn(place, name); });
    }
    quantities->setToolTipsVisible(true);
    addScales(*menu->addMenu(tr("Vertical axis")), place);
    if (!m_state->groups->isEmpty()) addBands(*menu->addMenu(tr("Bands")));
    menu->addSeparator();
    connect(menu->addAction(tr("Fit to data")), &QAction::triggered, this, &CurvesPanel::fit);
    QAction* follow = menu->addAction(tr("Follow new data"));
    follow->setCheckable(true);
    follow->setChecked(isFollowing());
    connect(follow, &QAction::triggered, this, &CurvesPanel::setFollow);
    menu->addSeparator();
    connect(menu->addAction(tr("Export this plot...")), &QAction::triggered, this,
            [this, plot] { emit exportRequested(plot); });
    return menu;
}

void CurvesPanel::addScales(QMenu& menu, int place) {
    CurvePlot* plot = m_state->plots[static_cast<std::size_t>(place)];
    const QLocale locale;
    const auto symlog = [&locale](double threshold) {
        return tr("Symlog, linear within \u00B1%1").arg(locale.toString(threshold));
    };
    const std::pair<QString, AxisScale> choices[] = {{tr("Linear"), {}},
                                                     {tr("Log (values above 0 only)"), {ScaleKind::Log}},
                                                     {symlog(0.01), {ScaleKind::Symlog, 0.01}},
                                                     {symlog(0.0001), {ScaleKind::Symlog, 0.0001}}};
    for (const auto& [text, scale] : choices) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(plot->scale() == scale);
        connect(action, &QAction::triggered, this, [this, place, scale = scale] { setScale(place, scale); });
    }
    menu.addSeparator();
    QAction* clip = menu.addAction(tr("Let outliers leave the range"));
    clip->setToolTip(tr("The range holds the middle 98 % of the values; how many lie beyond is written above."));
    clip->setCheckable(true);
    clip->setChecked(plot->outliers() == CurveOutliers::Clipped);
    connect(clip, &QAction::triggered, this, [this, plot](bool isOn) {
        plot->setOutliers(isOn ? CurveOutliers::Clipped : CurveOutliers::Shown);
        emit lookChanged();
    });
    menu.setToolTipsVisible(true);
}

void CurvesPanel::addBands(QMenu& menu) {
    const std::pair<QString, BandKind> kinds[] = {{tr("Median, least and greatest"), BandKind::MinMax},
                                                  {tr("Median and quartiles"), BandKind::Quartiles},
                                                  {tr("Mean and standard deviation"), BandKind::MeanSd}};
    for (const auto& [text, kind] : kinds) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_state->groups->kind() == kind);
        connect(action, &QAction::triggered, this, [this, kind = kind] { setBandKind(kind); });
    }
    menu.addSeparator();
    QAction* members = menu.addAction(tr("Single runs behind the bands"));
    members->setCheckable(true);
    members->setChecked(m_state->bandMembers == BandMembers::Faint);
    connect(members, &QAction::triggered, this,
            [this](bool isOn) { setBandMembers(isOn ? BandMembers::Faint : BandMembers::Hidden); });
}

void CurvesPanel::showMenu(int place, const QPoint& globalPosition) {
    makeMenu(place)->popup(globalPosition);
}

}  // namespace collapsar
