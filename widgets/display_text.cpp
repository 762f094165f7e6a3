// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/display_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace collapsar {

/// The translation context of everything in this file.
class DisplayText {
    Q_DECLARE_TR_FUNCTIONS(DisplayText)
};

namespace {

constexpr double clearlyNothing = 0.01;  // a spread below this is worded as "0 for everything"

QString inStepSentence(const Verdict& verdict) {
    QString text = DisplayText::tr("Approximate and true means agree (correlation %1, gap %2).")
                       .arg(numberText(verdict.meanCorrelation, 2), numberText(verdict.meanGap, 2));
    if (std::isfinite(verdict.miFull)) {
        text +=
            QLatin1Char(' ') + DisplayText::tr("The latent carries about %1 nats.").arg(numberText(verdict.miFull, 1));
    }
    return text;
}

QString inferenceCollapseSentence(const Verdict& verdict) {
    const QString spread = spreadText(verdict.trueMeanSd);
    const QString none = spreadText(verdict.approxMeanSd);
    const QString seen =
        verdict.approxMeanSd < clearlyNothing
            ? DisplayText::tr("True means still spread (sd %1); the encoder answers 0 for everything (sd %2).")
            : DisplayText::tr(
                  "True means still spread (sd %1); the encoder answers nearly the same for everything (sd %2).");
    return seen.arg(spread, none);
}

QString posteriorCollapseSentence(const Verdict& verdict) {
    const QString seen =
        std::isfinite(verdict.trueMeanSd)
            ? DisplayText::tr("True and approximate means both stay at 0 (sd %1 and %2).")
                  .arg(spreadText(verdict.trueMeanSd), spreadText(verdict.approxMeanSd))
            : DisplayText::tr("The approximate means stay at 0 (sd %1).").arg(spreadText(verdict.approxMeanSd));
    return seen + QLatin1Char(' ') + DisplayText::tr("The latent carries nothing: the decoder does without it.");
}

QString warmingUpSentence(const Verdict& verdict) {
    if (!std::isfinite(verdict.approxMeanSd)) return DisplayText::tr("Nothing measured yet.");
    if (!std::isfinite(verdict.trueMeanSd)) {
        return DisplayText::tr("Approximate means spread (sd %1).").arg(spreadText(verdict.approxMeanSd));
    }
    const QString seen = DisplayText::tr("Nothing has settled: true means spread by sd %1, approximate means by sd %2")
                             .arg(spreadText(verdict.trueMeanSd), spreadText(verdict.approxMeanSd));
    if (!std::isfinite(verdict.meanCorrelation)) return seen + QLatin1Char('.');
    return seen + DisplayText::tr(", correlation %1.").arg(numberText(verdict.meanCorrelation, 2));
}

QString seenSentence(const Verdict& verdict) {
    switch (verdict.kind) {
        case VerdictKind::WarmingUp:
            return warmingUpSentence(verdict);
        case VerdictKind::InStep:
            return inStepSentence(verdict);
        case VerdictKind::InferenceCollapse:
            return inferenceCollapseSentence(verdict);
        case VerdictKind::ModelCollapse:
            return DisplayText::tr(
                       "Approximate means spread (sd %1); the true means do not (sd %2). The decoder ignores "
                       "what the encoder says.")
                .arg(spreadText(verdict.approxMeanSd), spreadText(verdict.trueMeanSd));
        case VerdictKind::PosteriorCollapse:
            return posteriorCollapseSentence(verdict);
        case VerdictKind::Diverged:
            return DisplayText::tr(
                "A number became infinite or undefined. Everything measured before is kept; start again "
                "with a smaller learning rate.");
    }
    return {};
}

/// Instead of what is usually said about a collapse: why the remedy that is on does not help any more.
QString inVainSentence(const Verdict& verdict, std::int64_t updates) {
    return DisplayText::tr(
               "Aggressive for %1 updates and still no rescue (sd %2 true, %3 approximate): the decoder has "
               "learnt to do without the latent. Re-initialise the decoder.")
        .arg(countText(updates), spreadText(verdict.trueMeanSd), spreadText(verdict.approxMeanSd));
}

/// What the verdict means for the training.
QString meaningSentence(const Verdict& verdict) {
    if (verdict.kind == VerdictKind::InferenceCollapse) {
        return DisplayText::tr("The encoder lags, and the decoder is learning to do without it.");
    }
    return {};
}

QString joined(const QStringList& sentences) {
    QStringList spoken = sentences;
    spoken.removeAll(QString());
    return spoken.join(QLatin1Char(' '));
}

QString switchText(const Intervention& intervention) {
    switch (intervention.action) {
        case Action::StepEncoder:
            return DisplayText::tr("one encoder step");
        case Action::StepDecoder:
            return DisplayText::tr("one decoder step");
        case Action::ReinitialiseDecoder:
            return DisplayText::tr("decoder re-initialised");
        case Action::None:
            break;
    }
    const SettingInfo* setting = findSetting(intervention.field);
    const QString oldValue = QString::fromStdString(intervention.oldValue);
    const QString newValue = QString::fromStdString(intervention.newValue);
    const bool isAggressive = intervention.field == "aggressive";
    const QString label = isAggressive         ? DisplayText::tr("Aggressive")
                          : setting == nullptr ? QString()
                                               : settingLabel(*setting);
    if (setting == nullptr)
        return DisplayText::tr("%1 set to %2").arg(QString::fromStdString(intervention.field), newValue);
    if (oldValue.isEmpty()) {
        return DisplayText::tr("%1 set to %2").arg(label, settingValueText(*setting, newValue));
    }
    return DisplayText::tr("%1 %2 → %3", "setting, old value, new value")
        .arg(label, settingValueText(*setting, oldValue), settingValueText(*setting, newValue));
}

QString withText(const QString& what, const std::string& text) {
    return text.empty() ? what
                        : DisplayText::tr("%1: %2", "what happened: detail").arg(what, QString::fromStdString(text));
}

}  // namespace

QString verdictWord(VerdictKind kind) {
    switch (kind) {
        case VerdictKind::WarmingUp:
            return DisplayText::tr("Warming up");
        case VerdictKind::InStep:
            return DisplayText::tr("In step");
        case VerdictKind::InferenceCollapse:
            return DisplayText::tr("Inference collapse");
        case VerdictKind::ModelCollapse:
            return DisplayText::tr("Model collapse");
        case VerdictKind::PosteriorCollapse:
            return DisplayText::tr("Posterior collapse");
        case VerdictKind::Diverged:
            return DisplayText::tr("Diverged");
    }
    return {};
}

VerdictTone verdictTone(VerdictKind kind) {
    if (kind == VerdictKind::WarmingUp) return VerdictTone::Neutral;
    return kind == VerdictKind::InStep ? VerdictTone::Good : VerdictTone::Bad;
}

QString verdictSentence(const Verdict& verdict, const VerdictHint& hint) {
    const bool isInVain = hint.updatesSinceLateAggressive >= 0;
    const QString optimum =
        hint.objectiveIsPlain || verdict.kind == VerdictKind::Diverged
            ? QString()
            : DisplayText::tr(
                  "The objective or the posterior is not the plain one, so its optimum is not the diagonal.");
    if (isInVain) return joined({inVainSentence(verdict, hint.updatesSinceLateAggressive), optimum});
    return joined({seenSentence(verdict), meaningSentence(verdict), optimum});
}

QString phaseText(RunPhase phase) {
    switch (phase) {
        case RunPhase::Preparing:
            return DisplayText::tr("Preparing");
        case RunPhase::Ready:
            return DisplayText::tr("Ready");
        case RunPhase::Training:
            return DisplayText::tr("Training");
        case RunPhase::Paused:
            return DisplayText::tr("Paused");
        case RunPhase::Finished:
            return DisplayText::tr("Finished");
        case RunPhase::Stopped:
            return DisplayText::tr("Stopped");
        case RunPhase::Diverged:
            return DisplayText::tr("Diverged");
        case RunPhase::Failed:
            return DisplayText::tr("Failed");
    }
    return {};
}

QString phaseSentence(const RunState& state) {
    const QString note = QString::fromStdString(state.note);
    const QString update = countText(state.at.update);
    switch (state.phase) {
        case RunPhase::Preparing:
            return note.isEmpty() ? DisplayText::tr("Preparing the data ...") : note;
        case RunPhase::Ready:
            return DisplayText::tr("Press Start to train.");
        case RunPhase::Training:
        case RunPhase::Paused:
            return {};
        case RunPhase::Finished:
            return joined({DisplayText::tr("Finished at update %1.").arg(update), note});
        case RunPhase::Stopped:
            return DisplayText::tr("Stopped at update %1; it can be resumed from there.").arg(update);
        case RunPhase::Diverged:
            return DisplayText::tr(
                       "Diverged at update %1: a number became infinite or undefined. What came before is kept; "
                       "reset and try a smaller learning rate.")
                .arg(update);
        case RunPhase::Failed:
            return errorText(state.error);
    }
    return {};
}

QString errorTitle(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidSettings:
            return DisplayText::tr("These settings cannot be used");
        case ErrorCode::FileMissing:
            return DisplayText::tr("The file is missing");
        case ErrorCode::FileUnreadable:
            return DisplayText::tr("The file cannot be read");
        case ErrorCode::FileDamaged:
            return DisplayText::tr("The file is damaged");
        case ErrorCode::FileTooNew:
            return DisplayText::tr("The file was written by a newer version");
        case ErrorCode::FileUnwritable:
            return DisplayText::tr("The file cannot be written");
        case ErrorCode::DataInvalid:
            return DisplayText::tr("The data cannot be used");
        case ErrorCode::DataChanged:
            return DisplayText::tr("The data have changed since the run was trained");
        case ErrorCode::RunBusy:
            return DisplayText::tr("The run is in use elsewhere");
        case ErrorCode::Interrupted:
            return DisplayText::tr("Stopped on request");
        case ErrorCode::Internal:
            return DisplayText::tr("Something went wrong inside the program");
    }
    return {};
}

QString errorText(const Error& error) {
    const QString title = errorTitle(error.code);
    return error.detail.empty() ? title + QLatin1Char('.') : withText(title, error.detail);
}

QString eventText(const Event& event) {
    switch (event.kind) {
        case EventKind::Started:
            return withText(DisplayText::tr("started"), event.text);
        case EventKind::Switch:
            return switchText(event.intervention);
        case EventKind::BurnInEnded:
            return DisplayText::tr("burn-in ended: mutual information fell");
        case EventKind::LearningRateCut:
            return DisplayText::tr("learning rate cut to %1").arg(QLocale().toString(event.value, 'g', 4));
        case EventKind::Checkpoint:
            return DisplayText::tr("checkpoint");
        case EventKind::Resumed:
            return withText(DisplayText::tr("resumed"), event.text);
        case EventKind::NumericsChanged:
            return withText(DisplayText::tr("computed differently from here"), event.text);
        case EventKind::Rewound:
            return DisplayText::tr("rewound to update %1").arg(countText(event.at.update));
        case EventKind::Finished:
            return withText(DisplayText::tr("finished"), event.text);
        case EventKind::Diverged:
            return withText(DisplayText::tr("diverged"), event.text);
        case EventKind::Warning:
            return withText(DisplayText::tr("warning"), event.text);
    }
    return {};
}

QString burnInText(const RunState& state, std::int64_t endedAt) {
    const Aggressive mode = state.settings.aggressive;
    if (mode == Aggressive::Off) return {};
    if (mode == Aggressive::On) return DisplayText::tr("Encoder first at every update.");
    if (state.burnIn && std::isfinite(state.burnInMi) && state.burnInMi > 0) {
        return DisplayText::tr("Burn-in: MI %1, ends when it falls.").arg(numberText(state.burnInMi, 2));
    }
    const bool hasBegun = state.at.update > 0;
    if (state.burnIn || !hasBegun) return DisplayText::tr("Burn-in: until MI falls after an epoch.");
    if (endedAt >= 0) return DisplayText::tr("Burn-in ended at update %1.").arg(countText(endedAt));
    return DisplayText::tr("Burn-in has ended.");
}

bool isPretraining(const RunState& state) {
    return state.at.update < state.settings.pretrainEpochs * state.updatesPerEpoch;
}

QString pretrainingText(const RunState& state) {
    if (!isPretraining(state)) return {};
    return DisplayText::tr("Pretraining: KL weight 0 until update %1, then a new decoder.")
        .arg(countText(state.settings.pretrainEpochs * state.updatesPerEpoch));
}

QString innerClipText(const Settings& settings) {
    if (settings.innerClip == InnerClip::Joint) return {};
    return DisplayText::tr("Inner clip: the encoder's own norm (not the published rule).");
}

QString innerText(const RunState& state) {
    if (state.step != StepPhase::Inner) return {};
    const int window = std::max(1, state.settings.innerWindow);
    const int last = std::max(1, state.settings.innerLimit - 1);
    const int nextComparison = (state.at.inner / window + 1) * window;
    const int earliest = std::min(std::max(2 * window, nextComparison), last);
    if (earliest == last)
        return DisplayText::tr("inner %1 (stops at %2)").arg(countText(state.at.inner), countText(last));
    return DisplayText::tr("inner %1 (stops at %2 ... %3)")
        .arg(countText(state.at.inner), countText(earliest), countText(last));
}

QString numberText(double value, int decimals) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    const double scale = std::pow(10.0, decimals);
    const bool roundsToZero = std::round(std::abs(value) * scale) == 0;
    return QLocale().toString(roundsToZero ? 0.0 : value, 'f', decimals);
}

QString spreadText(double value) {
    constexpr double smallest = 0.0001;  // the last of four decimals
    const double size = std::abs(value);
    if (size > 0 && size < smallest) return DisplayText::tr("< %1", "smaller than").arg(numberText(smallest, 4));
    return numberText(value, size > 0 && size < clearlyNothing ? 4 : 2);
}

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return QStringLiteral("–");
    constexpr double longest = 999 * 3600.0;
    const auto total = static_cast<qlonglong>(std::min(seconds, longest) + 0.5);
    const auto twoDigits = [](qlonglong number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const qlonglong hours = total / 3600;
    const qlonglong minutes = total / 60 % 60;
    if (hours == 0) return QStringLiteral("%1:%2").arg(minutes).arg(twoDigits(total % 60));
    return QStringLiteral("%1:%2:%3").arg(hours).arg(twoDigits(minutes), twoDigits(total % 60));
}

QString rateText(double updatesPerSecond) {
    if (!std::isfinite(updatesPerSecond) || updatesPerSecond <= 0) return DisplayText::tr("– updates/s");
    const int decimals = updatesPerSecond < 10 ? 1 : 0;
    return DisplayText::tr("%1 updates/s").arg(numberText(updatesPerSecond, decimals));
}

}  // namespace collapsar
