// SPDX-License-Identifier: GPL-3.0-or-later
// How much faster our update is than the straightforward one, at the size of He et al.'s synthetic experiment. Each
// side runs in a process of its own, one thread each; rounds alternate; time is processor time, so that other work on
// the machine matters little. Prints JSON; always succeeds: a benchmark reports, it does not judge.
//   toy_update [--rounds N] [--updates N]       the driver
//   toy_update --side ours|torch --kind basic|inner --updates N     one measurement: updates per second
#include "core/model/vae.h"
#include "core/nn/blas.h"
#include "core/nn/optimiser.h"
#include "core/nn/vector_math.h"
#include "tests/bench/straightforward_vae.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <iostream>
#include <random>
#include <string>

using namespace collapsar;

namespace {

constexpr int rows = 16, length = 12, batches = 64;
constexpr float dropout = 0.5F, rate = 1.0F, clip = 5.0F;
const ModelShape toy{.vocabulary = 1004};

enum class Kind { Basic, Inner };

std::vector<std::int32_t> randomTokens() {
    std::mt19937 generator(1);
    std::vector<std::int32_t> tokens(std::size_t{batches} * rows * length);
    for (auto& token : tokens)
        token = static_cast<std::int32_t>(generator() % 1004);
    return tokens;
}

Parameters startParameters() {
    return initialParameters(toy, Settings{});
}

class Ours {
public:
    Ours() : m_vae(startParameters()), m_tokens(randomTokens()) {}

    void update(Kind kind, int number) {
        const std::size_t size = rows * length;
        const TokenView batch{std::span(m_tokens).subspan(static_cast<std::size_t>(number % batches) * size, size),
                              rows, length};
        const DrawKey draw{.seed = 1, .update = static_cast<std::uint64_t>(number)};
        m_vae.zeroGradients();
        const auto [mean, logVariance] = m_vae.encode(batch, Pooling::Last);
        auto noise = torch::empty({rows, toy.latent});
        fillNormal(draw, {noise.data_ptr<float>(), static_cast<std::size_t>(noise.numel())});
        const auto z = mean + noise * (0.5 * logVariance).exp();
        const auto reconstruction = m_vae.decode(z, batch, {.dropoutIn = dropout, .dropoutOut = dropout, .draw = draw});
        (reconstruction + plainKl(mean, logVariance)).mean().backward();
        const double norm =
            std::sqrt(squaredNorm(m_vae.encoderGradients()) + squaredNorm(m_vae.decoderGradients(false)));
        const float step = rate * clipScale(norm, clip);
        sgdStep(m_vae.encoderValues(), m_vae.encoderGradients(), step);
        if (kind == Kind::Basic) sgdStep(m_vae.decoderValues(false), m_vae.decoderGradients(false), step);
    }

private:
    Vae m_vae;
    std::vector<std::int32_t> m_tokens;
};

class Torch {
public:
    Torch()
        : m_vae(toy),
          m_encoderOptimiser(m_vae.encoder->parameters(), torch::optim::SGDOptions(rate)),
          m_decoderOptimiser(m_vae.decoder->parameters(), torch::optim::SGDOptions(rate)) {
        loadInto(m_vae, startParameters());
        const auto tokens = randomTokens();
        m_tokens = torch::tensor(at::ArrayRef<std::int32_t>(tokens)).to(torch::kInt64).view({batches, rows, length});
    }

    void update(Kind kind, int number) {
        const auto batch = m_tokens[number % batches];
        m_encoderOptimiser.zero_grad();
        m_decoderOptimiser.zero_grad();
        const auto [mean, logVariance] = m_vae.encoder->forward(batch, Pooling::Last);
        const auto z = mean + torch::randn_like(mean) * (0.5 * logVariance).exp();
        const auto reconstruction =
            m_vae.decoder->forward(z, batch, false, {.in = dropout, .out = dropout, .maskIn = {}, .maskOut = {}});
        (reconstruction + plainKl(mean, logVariance)).mean().backward();
        torch::nn::utils::clip_grad_norm_(m_vae.parameters(), clip);
        m_encoderOptimiser.step();
        if (kind == Kind::Basic) m_decoderOptimiser.step();
    }

private:
    StraightforwardVae m_vae;
    torch::Tensor m_tokens;
    torch::optim::SGD m_encoderOptimiser, m_decoderOptimiser;
};

template <typename Side>
double updatesPerSecond(Kind kind, int updates) {
    Side side;
    const int warmUp = std::max(20, updates / 10);
    for (int u = 0; u < warmUp; ++u)
        side.update(kind, u);
    const std::clock_t start = std::clock();
    for (int u = 0; u < updates; ++u)
        side.update(kind, u);
    return updates * static_cast<double>(CLOCKS_PER_SEC) / static_cast<double>(std::clock() - start);
}

double measureApart(const std::string& program, const std::string& side, const std::string& kind, int updates) {
    const std::string command = "OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 '" + program + "' --side " + side +
                                " --kind " + kind + " --updates " + std::to_string(updates);
    FILE* pipe = popen(command.c_str(), "r");
    double result = 0;
    if (pipe == nullptr || std::fscanf(pipe, "%lf", &result) != 1) std::cerr << "failed: " << command << '\n';
    if (pipe) pclose(pipe);
    return result;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void drive(const std::string& program, int rounds, int updates) {
    std::cout << "{\"instruction_set\": \"" << instructionSet() << "\", \"rounds\": " << rounds;
    for (const std::string kind : {"basic", "inner"}) {
        std::vector<double> ours, other, ratios;
        for (int r = 0; r < rounds; ++r) {
            ours.push_back(measureApart(program, "ours", kind, updates));
            other.push_back(measureApart(program, "torch", kind, updates / 4));
            ratios.push_back(ours.back() / other.back());
        }
        std::cout << ", \"" << kind << "\": {\"ratio\": " << median(ratios) << ", \"ours_per_second\": " << median(ours)
                  << ", \"straightforward_per_second\": " << median(other) << '}';
    }
    std::cout << "}\n";
}

std::string option(int count, char** words, const char* name, const char* otherwise) {
    for (int i = 1; i + 1 < count; ++i) {
        if (std::strcmp(words[i], name) == 0) return words[i + 1];
    }
    return otherwise;
}

}  // namespace

int main(int count, char** words) {
    const std::string side = option(count, words, "--side", "");
    const int updates = std::stoi(option(count, words, "--updates", "2000"));
    if (side.empty()) {
        drive(words[0], std::stoi(option(count, words, "--rounds", "5")), updates);
        return 0;
    }
    at::set_num_threads(1);
    useSingleThreadedBlas();
    const Kind kind = option(count, words, "--kind", "basic") == "inner" ? Kind::Inner : Kind::Basic;
    std::cout << (side == "ours" ? updatesPerSecond<Ours>(kind, updates) : updatesPerSecond<Torch>(kind, updates))
              << '\n';
}
