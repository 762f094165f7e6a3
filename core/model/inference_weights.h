// SPDX-License-Identifier: GPL-3.0-or-later
/// What InferenceWeights holds. Private to the inference classes.
#pragma once

#include "core/model/inference.h"
#include "core/model/token_gates.h"
#include "core/nn/gemm.h"
#include "core/nn/row_lanes.h"

#include <mutex>
#include <optional>

namespace collapsar {

struct EncoderWeights {
    explicit EncoderWeights(const Parameters& parameters);

    int hidden = 0, latent = 0;
    Pooling pooling = Pooling::Last;
    TokenGateWeights tokenGates;
    PackedMatrix recurrent, head;
};

/// Everything but the token gates is read where the parameters have it.
struct DecoderWeights {
    explicit DecoderWeights(const Parameters& parameters);

    int vocabulary = 0, hidden = 0, latent = 0;
    TokenGateWeights tokenGates;
    WeightRows toCell;        ///< [H, Z]
    WeightRows toGates;       ///< [4H, Z]
    WeightRows recurrent;     ///< [4H, H]
    WeightRows output, skip;  ///< [V, H], [V, Z]; skip.depth 0 while the path is closed
};

/// Each side is made when it is first asked for, by one thread while the others wait.
struct InferenceWeights::Impl {
    explicit Impl(const Parameters& source) : parameters(source) {}

    [[nodiscard]] const EncoderWeights& encoder() const {
        std::call_once(encoderMade, [this] { encoderSide.emplace(parameters); });
        return *encoderSide;
    }
    [[nodiscard]] const DecoderWeights& decoder() const {
        std::call_once(decoderMade, [this] { decoderSide.emplace(parameters); });
        return *decoderSide;
    }

    const Parameters& parameters;
    mutable std::once_flag encoderMade, decoderMade;
    mutable std::optional<EncoderWeights> encoderSide;
    mutable std::optional<DecoderWeights> decoderSide;
};

}  // namespace collapsar
