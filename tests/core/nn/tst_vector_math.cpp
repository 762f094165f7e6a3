// SPDX-License-Identifier: GPL-3.0-or-later
// Every instruction set this processor has, against the standard library in double.
#include "core/nn/kernels.h"
#include "core/nn/vector_math.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace collapsar;

namespace {

constexpr float inf = std::numeric_limits<float>::infinity();

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

std::vector<float> random(std::size_t n, float scale) {
    std::mt19937 generator(3);
    std::uniform_real_distribution<float> uniform(-scale, scale);
    std::vector<float> values(n);
    for (float& v : values)
        v = uniform(generator);
    return values;
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Largest deviation of one cell step from the formulas in double.
double cellDeviation(const Kernels& table, std::int64_t rows, std::int64_t hidden) {
    const auto size = static_cast<std::size_t>(rows * hidden);
    const auto before = random(4 * size, 6), cellIn = random(size, 2);
    auto gates = before, cell = cellIn;
    std::vector<float> tanhCell(size), out(size);
    table.lstmCell(gates.data(), cell.data(), cell.data(), tanhCell.data(), out.data(), rows, hidden);
    double worst = 0;
    for (std::size_t at = 0; at < size; ++at) {
        const std::size_t r = at / static_cast<std::size_t>(hidden), h = at % static_cast<std::size_t>(hidden);
        const auto gate = [&](std::size_t g) { return before[(4 * r + g) * static_cast<std::size_t>(hidden) + h]; };
        const double c = sigmoid(gate(1)) * cellIn[at] + sigmoid(gate(0)) * std::tanh(double{gate(2)});
        worst = std::max({worst, std::abs(cell[at] - c), std::abs(tanhCell[at] - std::tanh(c)),
                          std::abs(out[at] - sigmoid(gate(3)) * std::tanh(c))});
    }
    return worst;
}

/// Largest difference between the analytic way back and central differences of the forward formulas in double.
double cellBackwardDeviation(const Kernels& table, std::int64_t hidden) {
    const auto n = static_cast<std::size_t>(hidden);
    const auto before = random(4 * n, 2), cellIn = random(n, 1), dHidden = random(n, 1), dCellOut = random(n + 1, 1);
    const auto objective = [&](std::size_t h, int which, double shift) {
        double x[5] = {before[h], before[n + h], before[2 * n + h], before[3 * n + h], cellIn[h]};
        x[which] += shift;
        const double c = sigmoid(x[1]) * x[4] + sigmoid(x[0]) * std::tanh(x[2]);
        return dHidden[h] * sigmoid(x[3]) * std::tanh(c) + dCellOut[h] * c;
    };
    auto gates = before;
    std::vector<float> cell(n), tanhCell(n), out(n), gradient(dCellOut.begin(), dCellOut.end() - 1);
    table.lstmCell(gates.data(), cellIn.data(), cell.data(), tanhCell.data(), out.data(), 1, hidden);
    table.lstmCellBackward(gates.data(), cellIn.data(), tanhCell.data(), dHidden.data(), gradient.data(), 1, hidden);
    double worst = 0;
    for (std::size_t h = 0; h < n; ++h) {
        for (int which = 0; which < 5; ++which) {
            const double slope = (objective(h, which, 1e-5) - objective(h, which, -1e-5)) / 2e-5;
            const double got = which < 4 ? gates[static_cast<std::size_t>(which) * n + h] : gradient[h];
            worst = std::max(worst, std::abs(got - slope));
        }
    }
    return worst;
}

}  // namespace

class VectorMathTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exponentialAgainstStd() {
        for (const Kernels* table : tables()) {
            double worst = 0;
            for (float x = -87.3F; x < 88.7F; x += 0.0037F) {
                float value = x;
                const float sum = table->expShifted(&value, 1, 0);
                worst = std::max(worst, std::abs(value / std::exp(double{x}) - 1));
                QCOMPARE(sum, value);
            }
            QVERIFY2(worst < 2e-7, table->instructionSet);
        }
    }

    void tanhAgainstStd() {
        for (const Kernels* table : tables()) {
            double worst = 0;
            for (float x = -12; x < 12; x += 0.00037F) {
                float value = 0;
                table->tanhInto(&x, &value, 1);
                if (x != 0) worst = std::max(worst, std::abs(value / std::tanh(double{x}) - 1));
            }
            QVERIFY2(worst < 3e-7, table->instructionSet);
        }
    }

    void limitsAndNotANumber() {
        for (const Kernels* table : tables()) {
            float values[5] = {NAN, inf, -inf, 200, -200};
            table->expShifted(values, 5, 0);
            QVERIFY(std::isnan(values[0]) && values[1] == inf && values[2] == 0 && values[3] == inf && values[4] == 0);
            const float in[4] = {NAN, inf, -inf, 0};
            float out[4];
            table->tanhInto(in, out, 4);
            QVERIFY(std::isnan(out[0]) && out[1] == 1 && out[2] == -1 && out[3] == 0);
        }
    }

    void elementsDoNotDependOnPlaceOrCut() {
        const auto in = random(203, 5);
        for (const Kernels* table : tables()) {
            std::vector<float> whole(203), cut(203), exponents = in, one(1);
            table->tanhInto(in.data(), whole.data(), 203);
            table->expShifted(exponents.data(), 203, 0.5F);
            for (std::int64_t from = 0; from < 203; from += 13) {
                table->tanhInto(in.data() + from, cut.data() + from, std::min<std::int64_t>(13, 203 - from));
            }
            QVERIFY2(whole == cut, table->instructionSet);
            for (std::size_t i = 0; i < 203; ++i) {
                one[0] = in[i];
                table->expShifted(one.data(), 1, 0.5F);
                QCOMPARE(one[0], exponents[i]);
            }
        }
    }

    void lstmCellAgainstFormulas() {
        for (const Kernels* table : tables()) {
            for (const std::int64_t hidden : {1, 3, 7, 8, 16, 17, 50, 83}) {
                QVERIFY2(cellDeviation(*table, 3, hidden) < 1e-6, table->instructionSet);
                QVERIFY2(cellBackwardDeviation(*table, hidden) < 1e-6, table->instructionSet);
            }
        }
    }

    void logSumExpAgainstDouble() {
        for (const std::size_t n : {1UL, 5UL, 1004UL, 20'001UL}) {
            const auto values = random(n, 30);
            double sum = 0;
            for (const float v : values)
                sum += std::exp(double{v});
            QVERIFY(std::abs(logSumExp(values.data(), static_cast<std::int64_t>(n)) - std::log(sum)) < 4e-6);
        }
        const float far[2] = {1000, 999};
        QVERIFY(std::abs(logSumExp(far, 2) - (1000 + std::log1p(std::exp(-1.0)))) < 1e-4);
    }

    void largest() {
        for (const Kernels* table : tables()) {
            auto values = random(77, 4);
            values[76] = 9;
            QCOMPARE(table->maximum(values.data(), 77), 9.0F);
            values[3] = NAN;
            QCOMPARE(table->maximum(values.data(), 77), 9.0F);
        }
    }
};

QTEST_GUILESS_MAIN(VectorMathTest)
#include "tst_vector_math.moc"
