// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_request.h"

#include "widgets/display_text.h"
#include "widgets/fork_switches.h"

#include <QCoreApplication>
#include <QStringList>

namespace collapsar {

/// The translation context of everything in this file.
class CompareText {
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

namespace {

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString valueText(const Settings& settings, const SettingInfo& setting) {
    const QString text = QString::fromStdString(settingText(settings, setting.name));
    return text.isEmpty() ? CompareText::tr("empty") : settingValueText(setting, text);
}

QString unequalText(const CompareEntry& first, const CompareEntry& other) {
    for (const SettingInfo& setting : settingsTable()) {
        if (!isSharedInRace(setting)) continue;
        const QString mine = valueText(first.settings, setting);
        const QString yours = valueText(other.settings, setting);
        if (mine == yours) continue;
        return CompareText::tr("Data, batch and seed must be equal, but %1 is %2 in “%3” and %4 in “%5”.")
            .arg(settingLabel(setting), mine, first.name, yours, other.name);
    }
    return {};
}

QString twinText(const std::vector<CompareEntry>& runs) {
    for (std::size_t i = 1; i < runs.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (runs[j].settings != runs[i].settings) continue;
            return CompareText::tr("“%1” and “%2” are the same; change one of them.").arg(runs[j].name, runs[i].name);
        }
    }
    return {};
}

QString countProblem(const CompareRequest& request) {
    const auto count = static_cast<int>(request.runs.size());
    if (request.kind == CompareKind::Repeats) return {};
    if (count < fewestCompared) {
        return request.kind == CompareKind::Strategies ? CompareText::tr("Tick two or more.")
                                                       : CompareText::tr("Add a variant.");
    }
    if (count > mostCompared) return CompareText::tr("At most %1 runs race at once.").arg(mostCompared);
    return {};
}

}  // namespace

bool isSharedInRace(const SettingInfo& setting) {
    return setting.group == SettingGroup::Data || setting.name == "batch" || setting.name == "seed";
}

Settings withSharedOf(const Settings& first, Settings settings) {
    for (const SettingInfo& setting : settingsTable()) {
        if (isSharedInRace(setting)) (void)setSetting(settings, setting.name, settingText(first, setting.name));
    }
    return settings;
}

std::vector<CompareEntry> repeatsOf(const CompareEntry& entry, int count) {
    std::vector<CompareEntry> repeats;
    for (int i = 0; i < count; ++i) {
        CompareEntry repeat = entry;
        repeat.settings.seed = entry.settings.seed + static_cast<std::uint64_t>(i);
        repeat.name = CompareText::tr("%1, seed %2").arg(entry.name).arg(repeat.settings.seed);
        repeats.push_back(repeat);
    }
    return repeats;
}

QString refusalOf(const CompareRequest& request) {
    const QString count = countProblem(request);
    if (!count.isEmpty()) return count;
    for (const CompareEntry& entry : request.runs) {
        const std::vector<SettingProblem> problems = validate(entry.settings);
        if (!problems.empty()) {
            return CompareText::tr("%1: %2", "run: what is wrong")
                .arg(entry.name, settingProblemText(problems.front()));
        }
    }
    if (request.kind == CompareKind::Repeats) return {};
    for (std::size_t i = 1; i < request.runs.size(); ++i) {
        const QString unequal = unequalText(request.runs.front(), request.runs[i]);
        if (!unequal.isEmpty()) return unequal;
    }
    return request.kind == CompareKind::Variants ? twinText(request.runs) : QString();
}

QString differenceWords(const Settings& base, const Settings& settings) {
    constexpr int mostWords = 3;
    QStringList words;
    for (const SettingInfo& setting : settingsTable()) {
        const QString before = QString::fromStdString(settingText(base, setting.name));
        const QString after = QString::fromStdString(settingText(settings, setting.name));
        if (before != after) words << switchChangeWord({fromView(setting.name), before, after});
    }
    const auto more = static_cast<int>(words.size()) - mostWords;
    if (more > 0) words = words.mid(0, mostWords) << CompareText::tr("%1 more", "differences").arg(more);
    return words.join(CompareText::tr(", ", "between words of a list"));
}

}  // namespace collapsar
