// SPDX-License-Identifier: GPL-3.0-or-later
/// What InferenceWeights holds. Private to the inference classes.
#pragma once

#include "core/model/inference.h"
#include "core/model/posterior_constraint.h"
#include "core/model/token_gates.h"
#include "core/nn/gemm.h"
#include "core/nn/row_lanes.h"

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace collapsar {

struct EncoderWeights {
    explicit EncoderWeights(const Parameters& parameters);

    /// One layer in one direction.
    struct Lstm {
        PackedMatrix input;       ///< layers above the first, whose inputs are the states of all directions below
        std::vector<float> bias;  ///< of those layers, [4H]
        PackedMatrix recurrent;
    };
    [[nodiscard]] const Lstm& at(int layer, int direction) const {
        return lstm[static_cast<std::size_t>(layer * directions + direction)];
    }

    int hidden = 0, latent = 0, layers = 1, directions = 1;
    Pooling pooling = Pooling::Last;
    std::vector<TokenGateWeights> tokenGates;  ///< [D] of the first layer
    std::vector<Lstm> lstm;                    ///< [layers * D]
    std::vector<PackedMatrix> heads;           ///< [D]
    std::vector<float> headBias;               ///< [2Z], or empty
    EvaluationConstraint constraint;
};

/// Everything but the token gates and biases is read where the parameters have it.
struct DecoderWeights {
    explicit DecoderWeights(const Parameters& parameters);

    /// A layer above the first.
    struct Upper {
        WeightRows input, recurrent;  ///< [4H, H]
        WeightRows skip;              ///< [4H, Z]; depth 0 while the skip paths are closed
        std::vector<float> bias;      ///< [4H]
    };

    int vocabulary = 0, hidden = 0, latent = 0;
    DecoderStart start = DecoderStart::He;
    TokenGateWeights tokenGates;
    WeightRows toStart;            ///< [H, Z]
    std::vector<float> startBias;  ///< [H], or empty
    WeightRows toGates;            ///< [4H, Z]
    WeightRows recurrent;          ///< [4H, H]
    std::vector<Upper> upper;      ///< [layers - 1]
    WeightRows output;             ///< [V, H]
    /// [V, S] of what stays the same at every step: z while the skip path is open, then 1 if there are biases.
    WeightRows constant;
    int skipped = 0;  ///< how many of S are z's

private:
    void joinBias(const Parameters& parameters, const DecoderLayout& layout);
    std::vector<float> m_joined;
};

/// Each side is made when it is first asked for, by one thread while the others wait.
struct InferenceWeights::Impl {
    explicit Impl(ParametersPointer source) : owner(std::move(source)), parameters(*owner) {}

    [[nodiscard]] const EncoderWeights& encoder() const {
        std::call_once(encoderMade, [this] { encoderSide.emplace(parameters); });
        return *encoderSide;
    }
    [[nodiscard]] const DecoderWeights& decoder() const {
        std::call_once(decoderMade, [this] { decoderSide.emplace(parameters); });
        return *decoderSide;
    }

    ParametersPointer owner;
    const Parameters& parameters;
    mutable std::once_flag encoderMade, decoderMade;
    mutable std::optional<EncoderWeights> encoderSide;
    mutable std::optional<DecoderWeights> decoderSide;
};

}  // namespace collapsar
