// SPDX-License-Identifier: GPL-3.0-or-later
// Known answers are those of Random123 1.14 (kat_vectors); moments are those of the distributions.
#include "core/nn/kernels.h"
#include "core/nn/philox.h"

#include <QtTest>

#include <cmath>
#include <set>
#include <vector>

using namespace collapsar;

namespace {

std::vector<const Kernels*> tables() {
#ifdef COLLAPSAR_X86
    std::vector<const Kernels*> all{&portableKernels};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) all.push_back(&avx2Kernels);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) all.push_back(&avx512Kernels);
    return all;
#else
    return {&portableKernels};
#endif
}

const DrawKey key{.seed = 0x299f31d0a4093822, .stream = Stream::Noise, .update = 0x1234567890, .inner = 7};

double meanOf(const std::vector<float>& values, auto f) {
    double sum = 0;
    for (const float v : values)
        sum += f(v);
    return sum / static_cast<double>(values.size());
}

}  // namespace

class PhiloxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers() {
        using Counter = std::array<std::uint32_t, 4>;
        using Key = std::array<std::uint32_t, 2>;
        const std::uint32_t ones = 0xFFFFFFFF;
        QVERIFY(philox(Counter{0, 0, 0, 0}, Key{0, 0}) == (Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QVERIFY(philox(Counter{ones, ones, ones, ones}, Key{ones, ones}) ==
                (Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QVERIFY(philox(Counter{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, Key{0xa4093822, 0x299f31d0}) ==
                (Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void everyInstructionSetGivesTheSameWords() {
        const PhiloxStart start{0xFFFFFFF0, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0};
        for (const Kernels* table : tables()) {
            std::vector<std::uint32_t> words(4 * 37);
            table->philoxFill(start, words.data(), 37);
            for (std::uint32_t call = 0; call < 37; ++call) {
                const auto expected = philox({start.element + call, start.inner, start.updateLow, start.streamWord},
                                             {start.keyLow, start.keyHigh});
                QVERIFY2(std::equal(expected.begin(), expected.end(), words.begin() + 4 * call), table->instructionSet);
            }
        }
    }

    void counterWordsLieAsDocumented() {
        std::vector<float> out(8);
        fillUniform(key, out, 0, 1);
        const auto words = philox({1, 7, 0x34567890, 4U << 24 | 0x12}, {0xa4093822, 0x299f31d0});
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(out[4 + i], static_cast<float>(words[i] >> 8) * 0x1p-24F);
    }

    void anyPartCanBeMadeOnItsOwn() {
        std::vector<float> whole(1237), part(1237 - 516);
        const auto agree = [&](auto fill) {
            fill(std::span<float>(whole), 0U);
            fill(std::span<float>(part), 516U);
            return std::equal(part.begin(), part.end(), whole.begin() + 516);
        };
        QVERIFY(agree([](auto out, std::uint32_t first) { fillUniform(key, out, -2, 3, first); }));
        QVERIFY(agree([](auto out, std::uint32_t first) { fillNormal(key, out, first); }));
        QVERIFY(agree([](auto out, std::uint32_t first) { fillDropout(key, out, 0.3F, first); }));
    }

    void momentsAreThoseOfTheDistributions() {
        std::vector<float> values(400'000);
        fillUniform(key, values, -1, 3);
        QVERIFY(std::abs(meanOf(values, [](double v) { return v; }) - 1) < 0.01);
        QVERIFY(std::abs(meanOf(values, [](double v) { return (v - 1) * (v - 1); }) - 16.0 / 12) < 0.01);
        fillNormal(key, values);
        QVERIFY(std::abs(meanOf(values, [](double v) { return v; })) < 0.01);
        QVERIFY(std::abs(meanOf(values, [](double v) { return v * v; }) - 1) < 0.01);
        QVERIFY(std::abs(meanOf(values, [](double v) { return v * v * v * v; }) - 3) < 0.06);
        fillDropout(key, values, 0.3F);
        QVERIFY(std::abs(meanOf(values, [](double v) { return v == 0 ? 1.0 : 0.0; }) - 0.3) < 0.005);
        for (const float v : values)
            QVERIFY(v == 0 || v == 1.0F / (1.0F - 0.3F));
        fillDropout(key, values, 0);
        for (const float v : values)
            QCOMPARE(v, 1.0F);
    }

    void streamsPositionsAndSeedsDiffer() {
        std::set<std::uint64_t> draws;
        const auto draw = [&](DrawKey k) { draws.insert(uniformInteger(k, UINT64_MAX)); };
        draw(key);
        auto other = key;
        other.stream = Stream::Order;
        draw(other);
        other = key;
        other.update += std::uint64_t{1} << 40;
        draw(other);
        other = key;
        other.inner = outerDraw;
        draw(other);
        other = key;
        other.seed ^= std::uint64_t{1} << 63;
        draw(other);
        QCOMPARE(draws.size(), std::size_t{5});
    }

    void integersAreUniform() {
        std::array<int, 7> counts{};
        for (std::uint32_t element = 0; element < 70'000; ++element)
            ++counts[uniformInteger(key, 7, element)];
        for (const int count : counts)
            QVERIFY(std::abs(count - 10'000) < 400);
    }

    void nameHashIsFnv1a() {
        QCOMPARE(nameHash(""), std::uint64_t{0xcbf29ce484222325});
        QCOMPARE(nameHash("a"), std::uint64_t{0xaf63dc4c8601ec8c});
        QCOMPARE(nameHash("foobar"), std::uint64_t{0x85944171f73967e8});
    }
};

QTEST_GUILESS_MAIN(PhiloxTest)
#include "tst_philox.moc"
