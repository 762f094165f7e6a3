// SPDX-License-Identifier: GPL-3.0-or-later
/// Oracles: Jacobi rotations (tests/data/diagnostics_metrics.py), and matrices whose eigenvectors are known.
#include "core/report/symmetric_eigen.h"

#include "tests/support/metrics_oracle.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace collapsar;

class TestSymmetricEigen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithJacobi();
    void valuesOfKnownMatrices();
    void aLargeMatrix();
    void vectorsSolveALargeMatrix();
    void notFiniteMatrixGivesNaN();
    void vectorsOfARotatedMatrix();
    void equalValuesAreHarmless();
};

void TestSymmetricEigen::agreesWithJacobi() {
    const QJsonArray cases = metricsOracle("eigenvalues");
    QCOMPARE(cases.size(), 3);
    for (const QJsonValue& one : cases) {
        const auto expected = numbersOf<double>(one["eigenvalues"]);
        const auto found =
            symmetricEigenvalues(numbersOf<double>(one["matrix"]), static_cast<std::size_t>(one["n"].toInt()));
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(isNear(found[i], expected[i], 1e-12), QByteArray::number(found[i] - expected[i]));
    }
}

/// Second differences: 2 - 2 cos(k pi / (n + 1)). All ones: n, and zeros. Diagonal: itself.
void TestSymmetricEigen::valuesOfKnownMatrices() {
    constexpr int n = 40;
    std::vector<double> differences(n * n, 0.0), ones(n * n, 1.0), diagonal(n * n, 0.0);
    for (int i = 0; i < n; ++i) {
        differences[static_cast<std::size_t>(i * n + i)] = 2;
        if (i > 0) differences[static_cast<std::size_t>(i * n + i - 1)] = -1;  // the upper triangle is not read
        diagonal[static_cast<std::size_t>(i * n + i)] = (i * 7) % n;
    }
    const auto a = symmetricEigenvalues(differences, n), b = symmetricEigenvalues(ones, n),
               c = symmetricEigenvalues(diagonal, n);
    for (int k = 0; k < n; ++k) {
        const auto i = static_cast<std::size_t>(k);
        QVERIFY(isNear(a[i], 2 - 2 * std::cos((k + 1) * M_PI / (n + 1)), 1e-13));
        QVERIFY(isNear(b[i], k == n - 1 ? n : 0, 1e-12));
        QCOMPARE(c[i], static_cast<double>(k));
    }
}

/// Trace and sum of squares of a matrix are those of its eigenvalues.
void TestSymmetricEigen::aLargeMatrix() {
    constexpr std::size_t n = 200;
    std::mt19937 generator(1);
    std::normal_distribution<double> normal;
    std::vector<double> matrix(n * n);
    double trace = 0, squares = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            matrix[i * n + j] = normal(generator);
            squares += (i == j ? 1 : 2) * matrix[i * n + j] * matrix[i * n + j];
        }
        trace += matrix[i * n + i];
    }
    const auto values = symmetricEigenvalues(matrix, n);
    QVERIFY(std::ranges::is_sorted(values));
    QVERIFY(isNear(std::accumulate(values.begin(), values.end(), 0.0), trace, 1e-9));
    QVERIFY(isNear(std::inner_product(values.begin(), values.end(), values.begin(), 0.0), squares, 1e-8 * squares));
}

void TestSymmetricEigen::notFiniteMatrixGivesNaN() {
    const auto values = symmetricEigenvalues({1, 0, NAN, 1}, 2);
    QVERIFY(values.size() == 2 && std::isnan(values[0]) && std::isnan(values[1]));
}

/// A v = lambda v, and vectors at right angles, of a matrix of rank 30 with 34 equal eigenvalues 0.
void TestSymmetricEigen::vectorsSolveALargeMatrix() {
    constexpr std::size_t n = 64, rank = 30;
    std::mt19937 generator(2);
    std::normal_distribution<double> normal;
    std::vector<double> factor(n * rank), matrix(n * n, 0.0);
    for (double& x : factor)
        x = normal(generator);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < rank; ++k)
                matrix[i * n + j] += factor[i * rank + k] * factor[j * rank + k];
    const SymmetricEigen eigen = symmetricEigen(matrix, n);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t i = 0; i < n; ++i) {
            const double image = std::inner_product(eigen.vector[a].begin(), eigen.vector[a].end(),
                                                    matrix.begin() + static_cast<std::ptrdiff_t>(i * n), 0.0);
            QVERIFY(isNear(image, eigen.value[a] * eigen.vector[a][i], 1e-12 * eigen.value[0]));
        }
        for (std::size_t b = 0; b <= a; ++b) {
            const double product =
                std::inner_product(eigen.vector[a].begin(), eigen.vector[a].end(), eigen.vector[b].begin(), 0.0);
            QVERIFY(isNear(product, a == b ? 1 : 0, 1e-12));
        }
    }
}

/// Q diag(v) Q' with a Householder reflection Q.
void TestSymmetricEigen::vectorsOfARotatedMatrix() {
    constexpr std::size_t n = 7;
    const std::vector<double> values{9, 4, 1, 0.25, 0, -2, -3};
    std::vector<double> u(n), matrix(n * n, 0.0);
    double length = 0;
    for (std::size_t i = 0; i < n; ++i) {
        u[i] = 1 + 0.7 * static_cast<double>(i);
        length += u[i] * u[i];
    }
    const auto q = [&](std::size_t i, std::size_t j) { return (i == j ? 1.0 : 0.0) - 2 * u[i] * u[j] / length; };
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < n; ++k)
                matrix[i * n + j] += q(i, k) * values[k] * q(j, k);
    const SymmetricEigen eigen = symmetricEigen(matrix, n);
    for (std::size_t k = 0; k < n; ++k)
        QVERIFY(isNear(eigen.value[k], values[k], 1e-13));
    for (std::size_t k = 0; k < n; ++k) {
        double product = 0;
        for (std::size_t i = 0; i < n; ++i)
            product += eigen.vector[k][i] * q(i, k);
        QVERIFY(std::abs(std::abs(product) - 1) < 1e-13);
    }
}

void TestSymmetricEigen::equalValuesAreHarmless() {
    const SymmetricEigen identity = symmetricEigen({2, 0, 0, 0, 2, 0, 0, 0, 2}, 3);
    QCOMPARE(identity.value, (std::vector<double>{2, 2, 2}));
    QCOMPARE(identity.vector[0], (std::vector<double>{1, 0, 0}));
    QCOMPARE(symmetricEigen({0, 0, 0, 0}, 2).value, (std::vector<double>{0, 0}));
    const SymmetricEigen notNumbers = symmetricEigen({NAN, NAN, NAN, NAN}, 2);  // ends
    QCOMPARE(notNumbers.value.size(), std::size_t{2});
    QVERIFY(symmetricEigen({}, 0).value.empty());
}

QTEST_APPLESS_MAIN(TestSymmetricEigen)
#include "tst_symmetric_eigen.moc"
