// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/word_dropout.h"

#include "core/nn/philox.h"

namespace collapsar {

void dropWords(const Batch& batch, const WordDropout& dropout, std::vector<std::int32_t>& inputs) {
    inputs = batch.tokens;
    std::vector<float> draws(inputs.size());
    const DrawKey key{
        .seed = dropout.seed, .stream = Stream::WordDropout, .update = dropout.update, .inner = dropout.inner};
    fillUniform(key, draws, 0, 1);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const bool isWord = inputs[i] > Vocabulary::unknown;
        if (isWord && static_cast<double>(draws[i]) < dropout.probability) inputs[i] = Vocabulary::unknown;
    }
}

}  // namespace collapsar
