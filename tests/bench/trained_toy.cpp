// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/trained_toy.h"

#include "core/data/batches.h"
#include "core/data/synthetic.h"
#include "core/train/train_step.h"

#include <fstream>
#include <stdexcept>

namespace collapsar {
namespace {

Corpus syntheticCorpus(const Settings& settings) {
    const auto goOn = [](double, const std::string&) { return true; };
    const Result<CorpusTexts> texts = generateSynthetic(settings, goOn);
    if (!texts) throw std::runtime_error(texts.error().detail);
    Result<Corpus> corpus = corpusOfTexts(texts.value(), "synthetic");
    if (!corpus) throw std::runtime_error(corpus.error().detail);
    return std::move(corpus.value());
}

Parameters trained(const Settings& settings, const Corpus& corpus) {
    const std::vector<Batch> batches = cutBatches(corpus.training, settings.batch);
    TrainingState state;
    state.settings = settings;
    state.learningRate = state.encoderLearningRate = settings.learningRate;
    const ModelShape shape{.vocabulary = corpus.vocabulary.size()};
    const StopFlag never;
    TrainStep step(initialParameters(shape, settings), 1, never);
    std::size_t next = 0;
    for (std::uint64_t update = 0; update < TrainedToy::outerUpdates; ++update) {
        for (std::uint32_t inner = 0; inner <= TrainedToy::innerUpdates; ++inner) {
            const Sides sides = inner < TrainedToy::innerUpdates ? Sides::Encoder : Sides::Both;
            const Batch& batch = batches[next++ % batches.size()];
            const StepRequest request{.batch = &batch, .sides = sides, .drawUpdate = update, .drawInner = inner};
            if (!step.make(request, state).finite) throw std::runtime_error("the training of the toy diverged");
        }
    }
    return step.weights(settings);
}

template <typename T>
void put(std::ofstream& file, const std::vector<T>& values) {
    const std::uint64_t count = values.size();
    file.write(reinterpret_cast<const char*>(&count), sizeof count);
    file.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(count * sizeof(T)));
}

template <typename T>
void take(std::ifstream& file, std::vector<T>& values) {
    std::uint64_t count = 0;
    file.read(reinterpret_cast<char*>(&count), sizeof count);
    if (!file || count > 100'000'000) throw std::runtime_error("the file of the trained toy is damaged");
    values.resize(count);
    file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(count * sizeof(T)));
}

}  // namespace

TrainedToy trainToy() {
    Settings settings;
    settings.syntheticTraining = 4000;
    settings.syntheticTest = 16;
    const Corpus corpus = syntheticCorpus(settings);
    TrainedToy toy;
    toy.parameters = trained(settings, corpus);
    toy.length = static_cast<int>(corpus.validation.sentence(0).size());
    toy.tokens = corpus.validation.tokens;
    return toy;
}

void save(const TrainedToy& toy, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    put(file, std::vector<std::int32_t>{toy.parameters.shape.vocabulary, toy.length});
    put(file, toy.tokens);
    put(file, toy.parameters.encoder);
    put(file, toy.parameters.decoder);
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

TrainedToy loadToy(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read '" + path + "': make one with --side prepare --toy FILE");
    TrainedToy toy;
    std::vector<std::int32_t> sizes;
    take(file, sizes);
    take(file, toy.tokens);
    take(file, toy.parameters.encoder);
    take(file, toy.parameters.decoder);
    if (!file || sizes.size() != 2) throw std::runtime_error(path + " is damaged: make it anew");
    toy.parameters.shape.vocabulary = sizes[0];
    toy.length = sizes[1];
    return toy;
}

}  // namespace collapsar
