// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart_moment.h"

#include "widgets/display_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace collapsar {
namespace {

class Measures {
    Q_DECLARE_TR_FUNCTIONS(collapsar::Measures)
};

}  // namespace

QString momentText(const std::vector<std::pair<QString, std::int64_t>>& runs) {
    if (runs.empty()) return {};
    const auto isSame = [&runs](const auto& run) { return run.second == runs.front().second; };
    if (std::ranges::all_of(runs, isSame)) return Measures::tr("update %1").arg(countText(runs.front().second));
    QStringList words;
    for (const auto& [name, update] : runs)
        words.append(Measures::tr("%1: update %2").arg(name, countText(update)));
    return words.join(QStringLiteral(", "));
}

}  // namespace collapsar
