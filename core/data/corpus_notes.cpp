// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corpus_notes.h"

#include "core/report/number_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace collapsar {

namespace {

std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f %%", 100 * share);
    return text.data();
}

/// Of a setting, as it was written: 10 %, 0.05 %.
std::string shareText(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g %%", 100 * share);
    return text.data();
}

std::int64_t unknownIn(const Split& split) {
    return std::count(split.tokens.begin(), split.tokens.end(), Vocabulary::unknown);
}

/// Labels that some split has and training has not.
std::int64_t labelsWithoutTraining(const Corpus& corpus) {
    std::set<std::int32_t> missing(corpus.validation.labelIds.begin(), corpus.validation.labelIds.end());
    missing.insert(corpus.test.labelIds.begin(), corpus.test.labelIds.end());
    for (const std::int32_t label : corpus.training.labels())
        missing.erase(label);
    return static_cast<std::int64_t>(missing.size());
}

}  // namespace

std::string counted(std::int64_t count, const std::string& noun) {
    return numberText(count) + " " + noun + (count == 1 ? "" : "s");
}

void noteLines(Corpus& corpus, const std::string& role, const LineCounts& counts, const Settings& settings) {
    const auto add = [&](std::int64_t count, const std::string& noun, const std::string& what) {
        if (count > 0) corpus.notes.push_back(role + ": " + counted(count, noun) + what);
    };
    add(counts.empty, "empty line", " skipped.");
    add(counts.labelOnly, "line", " skipped, with a label and no text.");
    add(counts.tooShort, "sentence", " left out, shorter than " + counted(settings.sentenceShortest, "word") + ".");
    add(counts.tooLong, "sentence", " left out, longer than " + counted(settings.sentenceLongest, "word") + ".");
}

void noteTab(Corpus& corpus, const std::string& role) {
    corpus.notes.push_back(role +
                           ": the first line has a tab; tabs count as spaces, so a label before one is a word (labels "
                           "= tab keeps it apart).");
}

void noteUnknown(Corpus& corpus, const Split& split, const std::string& role) {
    const std::int64_t unknown = unknownIn(split);
    if (unknown > 0) {
        corpus.notes.push_back(role + ": " + counted(unknown, "word") + " not in the training text, read as <unk>.");
    }
}

void noteVocabulary(Corpus& corpus, std::int64_t differentWords) {
    const std::int64_t kept = corpus.vocabulary.size() - (Vocabulary::unknown + 1);
    const std::int64_t words = static_cast<std::int64_t>(corpus.training.tokens.size()) - 2 * corpus.training.size();
    const double share = static_cast<double>(unknownIn(corpus.training)) / static_cast<double>(words);
    corpus.notes.push_back("vocabulary: " + numberText(kept) + " of " + counted(differentWords, "word") + "; " +
                           percent(share) + " of the training text is read as <unk>.");
}

void noteHeldOut(Corpus& corpus, const Settings& settings, const std::string& role) {
    const bool isTest = role == "test";
    const Split& split = isTest ? corpus.test : corpus.validation;
    const double share = isTest ? settings.testShare : settings.validationShare;
    const bool isBeforeTest = !isTest && settings.test.empty() && settings.testShare > 0;
    std::string part = "the last " + (share == 0.1 ? std::string("tenth") : shareText(share)) + " of the training text";
    if (settings.heldOut == HeldOut::Spread) {
        part = shareText(share) + " of the training text, spread evenly";
    } else if (isBeforeTest) {
        part = shareText(share) + " of the training text, the last before the test's";
    }
    corpus.notes.push_back(role + ": " + part + ", " + counted(split.size(), "sentence") + ".");
}

void noteLabels(Corpus& corpus) {
    if (corpus.labelNames.empty()) return;
    const auto classes = static_cast<std::int64_t>(corpus.labelNames.size());
    const std::int64_t missing = labelsWithoutTraining(corpus);
    corpus.notes.push_back("labels: the first field of each line, " + counted(classes, "different one") +
                           (missing > 0 ? ", " + numberText(missing) + " of them not in training" : "") + ".");
}

std::string nothingLeft(const std::string& path, const LineCounts& counts) {
    const std::string all = path + ": no sentence is left, ";
    if (counts.empty == counts.lines) return all + "all " + counted(counts.lines, "line") + " are empty.";
    return all + "of " + counted(counts.lines, "line") + " " + numberText(counts.empty) + " are empty, " +
           numberText(counts.labelOnly) + " have a label and no text, " + numberText(counts.tooShort) +
           " are too short and " + numberText(counts.tooLong) + " too long.";
}

std::string tooManyWords(const std::string& path) {
    return path + ": more than 1,000,000 different words are left; set vocabulary_size.";
}

}  // namespace collapsar
