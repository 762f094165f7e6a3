// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' half of display_text.h.
#include "widgets/display_text.h"
#include "widgets/setting_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace collapsar {

/// The translation context of everything in this file.
class SettingText {
    Q_DECLARE_TR_FUNCTIONS(SettingText)
};

namespace {

struct ChoiceWord {
    const char* choice;
    const char* word;
};
constexpr ChoiceWord choiceWords[] = {
    {"off", QT_TRANSLATE_NOOP("SettingText", "Off")},
    {"auto", QT_TRANSLATE_NOOP("SettingText", "Auto")},
    {"on", QT_TRANSLATE_NOOP("SettingText", "On")},
    {"last", QT_TRANSLATE_NOOP("SettingText", "Last")},
    {"mean", QT_TRANSLATE_NOOP("SettingText", "Mean")},
    {"max", QT_TRANSLATE_NOOP("SettingText", "Max")},
    {"absmax", QT_TRANSLATE_NOOP("SettingText", "|Max|")},
    {"constant", QT_TRANSLATE_NOOP("SettingText", "Constant")},
    {"linear", QT_TRANSLATE_NOOP("SettingText", "Linear")},
    {"sgd", QT_TRANSLATE_NOOP("SettingText", "SGD")},
    {"adam", QT_TRANSLATE_NOOP("SettingText", "Adam")},
    {"joint", QT_TRANSLATE_NOOP("SettingText", "Joint norm")},
    {"encoder", QT_TRANSLATE_NOOP("SettingText", "Encoder's own")},
    {"training", QT_TRANSLATE_NOOP("SettingText", "Training")},
    {"validation", QT_TRANSLATE_NOOP("SettingText", "Validation")},
    {"none", QT_TRANSLATE_NOOP("SettingText", "None")},
    {"tab", QT_TRANSLATE_NOOP("SettingText", "Tab")},
    {"spread", QT_TRANSLATE_NOOP("SettingText", "Spread evenly")},
    {"forward", QT_TRANSLATE_NOOP("SettingText", "Forward")},
    {"both", QT_TRANSLATE_NOOP("SettingText", "Both")},
    {"he", QT_TRANSLATE_NOOP("SettingText", "He et al.")},
    {"kim", QT_TRANSLATE_NOOP("SettingText", "Kim et al.")},
    {"gaussian", QT_TRANSLATE_NOOP("SettingText", "Gaussian")},
    {"batch_norm", QT_TRANSLATE_NOOP("SettingText", "Batch-normalised means")},
    {"delta", QT_TRANSLATE_NOOP("SettingText", "KL floor")},
    {"cyclical", QT_TRANSLATE_NOOP("SettingText", "Cyclical")},
    {"hold", QT_TRANSLATE_NOOP("SettingText", "Hold, then ramp")},
    {"cosine", QT_TRANSLATE_NOOP("SettingText", "Cosine")},
    {"sigmoid", QT_TRANSLATE_NOOP("SettingText", "Sigmoid")},
    {"dimension", QT_TRANSLATE_NOOP("SettingText", "Per dimension")},
    {"example", QT_TRANSLATE_NOOP("SettingText", "Per example")},
    {"batch", QT_TRANSLATE_NOOP("SettingText", "Batch mean")},
    {"example_dimension", QT_TRANSLATE_NOOP("SettingText", "Per example and dimension")},
    {"through", QT_TRANSLATE_NOOP("SettingText", "Through the steps")},
    {"first_order", QT_TRANSLATE_NOOP("SettingText", "First order")},
    {"kl", QT_TRANSLATE_NOOP("SettingText", "KL to the refined")},
    {"zero", QT_TRANSLATE_NOOP("SettingText", "Prior")},
    {"norm", QT_TRANSLATE_NOOP("SettingText", "Fixed distance")},
    {"fixed", QT_TRANSLATE_NOOP("SettingText", "Fixed factor")},
};

/// A limit of the table: never rounded, by locale.
QString limitText(double limit) {
    constexpr double largestWhole = 1e15;
    const bool isWhole = std::floor(limit) == limit && std::abs(limit) < largestWhole;
    return isWhole ? countText(static_cast<std::int64_t>(limit))
                   : QLocale().toString(limit, 'g', QLocale::FloatingPointShortest);
}

}  // namespace

QString settingLabel(const SettingInfo& setting) {
    return translatedSettingWord(setting.label);
}

QString settingHelp(const SettingInfo& setting) {
    return translatedSettingWord(setting.help);
}

QString settingUnit(const SettingInfo& setting) {
    return translatedSettingWord(setting.unit);
}

QString settingGroupText(SettingGroup group) {
    switch (group) {
        case SettingGroup::Data:
            return SettingText::tr("Data");
        case SettingGroup::Model:
            return SettingText::tr("Model");
        case SettingGroup::Training:
            return SettingText::tr("Training", "group of settings");
        case SettingGroup::Measuring:
            return SettingText::tr("Measuring");
    }
    return {};
}

QString settingProblemText(const SettingProblem& problem) {
    return isListedSettingWord(problem.detail) ? translatedSettingWord(problem.detail)
                                               : QString::fromStdString(problem.detail);
}

QString settingRangeText(const SettingInfo& setting) {
    const QString least = limitText(setting.minimum);
    const QString most = limitText(setting.maximum);
    switch (setting.kind) {
        case SettingKind::Integer:
            return SettingText::tr("Type a whole number from %1 to %2.").arg(least, most);
        case SettingKind::Real:
            return SettingText::tr("Type a number from %1 to %2.").arg(least, most);
        case SettingKind::Seed:
            return SettingText::tr("Type a whole number from 0 to 18446744073709551615.");
        case SettingKind::Path:
            return SettingText::tr("Name a file.");
        case SettingKind::Switch:
        case SettingKind::Choice:
            break;
    }
    QStringList words;
    for (std::string_view choice : setting.choices) {
        words << choiceText(QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size())));
    }
    return SettingText::tr("Choose one of %1.").arg(words.join(SettingText::tr(", ", "between words of a list")));
}

QString choiceText(const QString& choice) {
    for (const ChoiceWord& each : choiceWords) {
        if (choice == QLatin1String(each.choice)) return SettingText::tr(each.word);
    }
    return choice;
}

QString settingValueText(const SettingInfo& setting, const QString& value) {
    switch (setting.kind) {
        case SettingKind::Switch:
        case SettingKind::Choice:
            return choiceText(value);
        case SettingKind::Integer:
        case SettingKind::Real: {
            QString text = value;
            return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
        }
        case SettingKind::Seed:
        case SettingKind::Path:
            break;
    }
    return value;
}

}  // namespace collapsar
