// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/projection_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace collapsar {
namespace {

struct ProjectionWords {
    Q_DECLARE_TR_FUNCTIONS(collapsar::ProjectionWords)
};

QString dimensionText(const Snapshot& snapshot, int dimension) {
    const QLocale locale;
    const QString number = locale.toString(dimension + 1);
    const auto at = static_cast<std::size_t>(dimension);
    if (at >= snapshot.unitKl.size()) return ProjectionWords::tr("Dimension %1").arg(number);
    return ProjectionWords::tr("Dimension %1 (KL %2 nats)")
        .arg(number, locale.toString(static_cast<double>(snapshot.unitKl[at]), 'f', 2));
}

}  // namespace

QMenu* makeProjectionMenu(QWidget* parent, const Snapshot& snapshot, const Projection& chosen,
                          const std::function<void(const Projection&)>& choose) {
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, const Projection& projection) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(chosen == projection);
        QObject::connect(action, &QAction::triggered, menu, [choose, projection] { choose(projection); });
        return action;
    };
    add(ProjectionWords::tr("The dimension with the largest KL"), {});
    menu->addSeparator();
    const std::vector<int> order = dimensionsByKl(snapshot);
    for (int rank = 0; rank < std::min(mostListedDimensions, static_cast<int>(order.size())); ++rank) {
        const int dimension = order[static_cast<std::size_t>(rank)];
        add(dimensionText(snapshot, dimension), {Projection::Kind::Dimension, dimension});
    }
    menu->addSeparator();
    for (const int direction : {0, 1}) {
        add(ProjectionWords::tr("Principal direction %1 of the true means").arg(QLocale().toString(direction + 1)),
            {Projection::Kind::Principal, direction})
            ->setEnabled(!snapshot.trueMean.empty());
    }
    return menu;
}

}  // namespace collapsar
