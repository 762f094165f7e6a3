// SPDX-License-Identifier: GPL-3.0-or-later
// Products against triple loops in double, for shapes around every tile edge.
#include "core/nn/gemm.h"

#include <QtTest>

#include <cmath>
#include <random>
#include <vector>

using namespace collapsar;

namespace {

struct Shape {
    std::int64_t rows, columns, depth;
};

std::vector<float> random(std::int64_t n, unsigned seed) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> values(static_cast<std::size_t>(n));
    for (float& v : values)
        v = uniform(generator);
    return values;
}

double at(const std::vector<float>& m, std::int64_t stride, Layout layout, std::int64_t r, std::int64_t c) {
    return m[static_cast<std::size_t>(layout == Layout::AsIs ? r * stride + c : c * stride + r)];
}

/// Largest deviation, relative to the depth's square root; 1e9 where floats between the rows were touched.
double deviation(const Shape& s, Layout left, Layout right, Into into) {
    const auto a = random(s.rows * s.depth, 1), b = random(s.depth * s.columns, 2);
    const auto start = random(s.rows * (s.columns + 3), 3);
    const std::int64_t aStride = left == Layout::AsIs ? s.depth : s.rows;
    const std::int64_t bStride = right == Layout::AsIs ? s.columns : s.depth, outStride = s.columns + 3;
    PackedMatrix packed;
    packed.pack({b.data(), bStride, right}, s.depth, s.columns);
    auto out = start;
    multiply({a.data(), aStride, left}, s.rows, packed, into, out.data(), outStride);
    double worst = 0;
    for (std::int64_t r = 0; r < s.rows; ++r) {
        for (std::int64_t c = 0; c < outStride; ++c) {
            const auto i = static_cast<std::size_t>(r * outStride + c);
            if (c >= s.columns) {
                if (out[i] != start[i]) return 1e9;
                continue;
            }
            double sum = into == Into::Accumulate ? start[i] : 0;
            for (std::int64_t d = 0; d < s.depth; ++d)
                sum += at(a, aStride, left, r, d) * at(b, bStride, right, d, c);
            worst = std::max(worst, std::abs(out[i] - sum));
        }
    }
    return worst / std::sqrt(static_cast<double>(s.depth));
}

}  // namespace

class GemmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void againstTripleLoops() {
        for (const std::int64_t rows : {1, 2, 6, 7, 8, 9, 13, 16, 33}) {
            for (const std::int64_t columns : {1, 2, 15, 16, 17, 48, 50, 64, 65, 113, 200}) {
                for (const std::int64_t depth : {1, 50, 600}) {
                    for (const auto left : {Layout::AsIs, Layout::Transposed}) {
                        for (const auto right : {Layout::AsIs, Layout::Transposed}) {
                            const auto into = (rows + columns) % 2 ? Into::Accumulate : Into::Overwrite;
                            const double worst = deviation({rows, columns, depth}, left, right, into);
                            QVERIFY2(
                                worst < 2e-6,
                                qPrintable(QString("%1 x %2 x %3: %4").arg(rows).arg(columns).arg(depth).arg(worst)));
                        }
                    }
                }
            }
        }
    }

    void packingAgainReplacesTheMatrix() {
        const auto big = random(64 * 64, 1), small = random(3 * 5, 2), left = random(3, 3);
        PackedMatrix packed, fresh;
        packed.pack({big.data(), 64}, 64, 64);
        packed.pack({small.data(), 5}, 3, 5);
        fresh.pack({small.data(), 5}, 3, 5);
        float a[5], b[5];
        multiply({left.data(), 3}, 1, packed, Into::Overwrite, a, 5);
        multiply({left.data(), 3}, 1, fresh, Into::Overwrite, b, 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(a[i], b[i]);
    }
};

QTEST_GUILESS_MAIN(GemmTest)
#include "tst_gemm.moc"
