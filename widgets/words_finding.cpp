// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_finding.h"

#include "widgets/display_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

struct WordsText {
    Q_DECLARE_TR_FUNCTIONS(WordsText)
};

QStringList wordsOf(const std::string& sentence) {
    return QString::fromStdString(sentence).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

int sameCount(const QStringList& words, const QStringList& original) {
    int same = 0;
    for (qsizetype i = 0; i < std::min(words.size(), original.size()); ++i)
        same += words[i] == original[i] ? 1 : 0;
    return same;
}

QString percentText(double share) {
    return WordsText::tr("%1 %", "percentage").arg(numberText(100 * share, 0));
}

QString nats(double value) {
    return WordsText::tr("%1 nats").arg(numberText(value, 2));
}

bool drawsWords(const GeneratedWords& words) {
    return words.request.rule == DecodingRule::Sampling;
}

QString differText(const GeneratedWords& words) {
    const auto count = static_cast<int>(words.sentences.size());
    if (count < 2) return {};
    const QString text = words.different == count ? WordsText::tr("all %L1 differ").arg(count)
                                                  : WordsText::tr("%L1 of %L2 differ").arg(words.different).arg(count);
    return drawsWords(words) ? WordsText::tr("%1: words are drawn").arg(text) : text;
}

QString alikeText(const GeneratedWords& words) {
    if (isLanguageModel(words)) return WordsText::tr("all alike: there is no z");
    return words.request.kind == WordsKind::Interpolation ? WordsText::tr("all alike from end to end: z says nothing")
                                                          : WordsText::tr("all alike: z says nothing");
}

/// Of reconstructions.
void tellWhatCameBack(const GeneratedWords& words, WordsFinding& finding) {
    const QString share = percentText(words.sameWords);
    const double without = sameWordsWithoutLatent(words);
    if (drawsWords(words) || !std::isfinite(without)) {
        finding.cameBack = WordsText::tr("%1 of the words came back").arg(share);
        finding.shortCameBack = WordsText::tr("%1 came back").arg(share);
        return;
    }
    finding.cameBack = WordsText::tr("%1 of the words came back, %2 without z").arg(share, percentText(without));
    finding.shortCameBack = WordsText::tr("%1 came back, %2 without z").arg(share, percentText(without));
}

QString findingToolTip(const GeneratedWords& words) {
    QStringList lines;
    if (drawsWords(words) && !isLanguageModel(words))
        lines << WordsText::tr(
            "Words are drawn here, so sentences differ even where z says nothing. Greedy shows what "
            "z does.");
    else if (!isLanguageModel(words))
        lines << WordsText::tr(
            "How many different sentences there are. Where z says nothing the decoder writes the "
            "same from every z.");
    if (words.request.kind == WordsKind::Reconstruction)
        lines << WordsText::tr(
            "Came back: share of the originals' words that stand at the same place. Without z: of "
            "the one sentence that is written from z = 0.");
    if (!words.withoutLatent.empty())
        lines << (isLanguageModel(words) ? WordsText::tr("Written: %1") : WordsText::tr("From z = 0: %1"))
                     .arg(QString::fromStdString(words.withoutLatent));
    if (!words.warning.empty()) lines << QString::fromStdString(words.warning);
    return QStringLiteral("<p>%1</p>").arg(lines.join(QLatin1Char('\n')).toHtmlEscaped().replace('\n', "</p><p>"));
}

}  // namespace

bool isLanguageModel(const GeneratedWords& words) {
    return std::ranges::all_of(words.sentences, [](const WrittenSentence& one) { return one.latent.empty(); });
}

bool isAsWithoutLatent(const GeneratedWords& words, std::size_t row) {
    return !drawsWords(words) && !isLanguageModel(words) && words.sentences[row].words == words.withoutLatent;
}

double sameWordsWithoutLatent(const GeneratedWords& words) {
    const QStringList without = wordsOf(words.withoutLatent);
    qsizetype same = 0, all = 0;
    for (const WrittenSentence& sentence : words.sentences) {
        const QStringList original = wordsOf(sentence.original);
        same += sameCount(without, original);
        all += original.size();
    }
    return all == 0 ? notMeasured : static_cast<double>(same) / static_cast<double>(all);
}

WordsFinding wordsFinding(const GeneratedWords& words) {
    WordsFinding finding;
    const bool areAlike = words.sentences.size() > 1 && words.different == 1 && !drawsWords(words);
    finding.isAllAlike = areAlike && !isLanguageModel(words);
    finding.differ = areAlike ? alikeText(words) : differText(words);
    if (words.request.kind == WordsKind::Reconstruction && std::isfinite(words.sameWords))
        tellWhatCameBack(words, finding);
    finding.toolTip = findingToolTip(words);
    return finding;
}

QList<WordStretch> wordStretches(const QString& sentence, const QString& original) {
    const QStringList others = original.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<WordStretch> stretches;
    int start = 0;
    for (const QString& word : sentence.split(QLatin1Char(' '))) {
        const auto length = static_cast<int>(word.size());
        if (length > 0) stretches << WordStretch{start, length, others.value(stretches.size()) == word};
        start += length + 1;
    }
    return stretches;
}

QString sentenceToolTip(const GeneratedWords& words, std::size_t row) {
    const WrittenSentence& sentence = words.sentences[row];
    QStringList lines{QString::fromStdString(sentence.words)};
    if (std::isfinite(sentence.along))
        lines << WordsText::tr("%1 of the way from the first example to the second").arg(percentText(sentence.along));
    if (!sentence.original.empty())
        lines << WordsText::tr("Original: %1").arg(QString::fromStdString(sentence.original));
    if (std::isfinite(sentence.logLikelihood))
        lines << WordsText::tr("log p(words|z) = %1").arg(nats(sentence.logLikelihood)).replace(' ', QChar::Nbsp);
    if (std::isfinite(sentence.originalLogLikelihood))
        lines << WordsText::tr("log p(original|z) = %1")
                     .arg(nats(sentence.originalLogLikelihood))
                     .replace(' ', QChar::Nbsp);
    if (isAsWithoutLatent(words, row)) lines << WordsText::tr("The same as is written without z, from z = 0.");
    if (sentence.isCut) lines << WordsText::tr("Cut: it had not ended.");
    for (QString& line : lines)
        line = line.toHtmlEscaped();
    lines[0] = QStringLiteral("<b>%1</b>").arg(lines[0]);
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

}  // namespace collapsar
