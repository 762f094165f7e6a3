// SPDX-License-Identifier: GPL-3.0-or-later
/// Free bits against the same formulas written plainly with torch's own operations and autograd.
#include "core/objective/free_bits.h"

#include <torch/torch.h>

#include <QtTest>

using namespace collapsar;
Q_DECLARE_METATYPE(collapsar::FreeBitsKind)

namespace {

constexpr std::array kinds{FreeBitsKind::Dimension, FreeBitsKind::Example, FreeBitsKind::Batch,
                           FreeBitsKind::ExampleDimension};

/// Kingma et al.'s hinge by dimension; Li et al.'s masks, to which the target is added where they leave out.
torch::Tensor plainFreeBits(const torch::Tensor& kl, double target, FreeBitsKind kind) {
    switch (kind) {
        case FreeBitsKind::Dimension:
            return kl.mean(0).clamp_min(target).sum();
        case FreeBitsKind::Example: {
            const auto mask = (kl.sum(1) > target).to(kl.dtype());
            return (mask * kl.sum(1) + (1 - mask) * target).mean();
        }
        case FreeBitsKind::Batch: {
            const auto mask = (kl.sum(1).mean() > target).to(kl.dtype());
            return mask * kl.sum(1).mean() + (1 - mask) * target;
        }
        case FreeBitsKind::ExampleDimension:
            break;
    }
    const double each = target / static_cast<double>(kl.size(1));
    const auto mask = (kl > each).to(kl.dtype());
    return (mask * kl + (1 - mask) * each).sum(1).mean();
}

/// [7, 3] with entries, rows and columns on both sides of the targets that are tried.
torch::Tensor someKl() {
    const auto rows = torch::arange(7, torch::kFloat64).unsqueeze(1), columns = torch::arange(3, torch::kFloat64);
    return (0.05 + 0.11 * rows * rows / 6 + 0.2 * columns).contiguous();
}

}  // namespace

class TestFreeBits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPlainTorch_data();
    void agreesWithPlainTorch();
    void belowTheTargetIsNoGradient();
    void noTargetIsThePlainTerm();
    void oneDimensionHasNoShareToDivide();
    void singlePrecision();
};

void TestFreeBits::agreesWithPlainTorch_data() {
    QTest::addColumn<FreeBitsKind>("kind");
    QTest::addColumn<double>("target");
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        for (const double target : {0.0, 0.1, 0.5, 0.9, 1.6, 20.0})
            QTest::addRow("kind %zu, target %g", i, target) << kinds[i] << target;
    }
}

void TestFreeBits::agreesWithPlainTorch() {
    QFETCH(FreeBitsKind, kind);
    QFETCH(double, target);
    auto ours = someKl().requires_grad_(), plain = someKl().requires_grad_();
    // Not the last node of the graph: the gradient that comes is not 1.
    const auto value = freeBitsKl(ours * ours, target, kind), expected = plainFreeBits(plain * plain, target, kind);
    (0.3 * value).backward();
    (0.3 * expected).backward();
    QVERIFY(std::abs(value.item<double>() - expected.item<double>()) < 1e-13);
    QVERIFY((ours.grad() - plain.grad()).abs().max().item<double>() < 1e-15);
}

void TestFreeBits::belowTheTargetIsNoGradient() {
    for (const FreeBitsKind kind : kinds) {
        auto kl = someKl().requires_grad_();
        freeBitsKl(kl, 30, kind).backward();
        QVERIFY(kl.grad().eq(0).all().item<bool>());
    }
    auto kl = someKl().requires_grad_();  // columns' means: 0.05 + 0.11 * 91 / 42 + 0, 0.2, 0.4
    freeBitsKl(kl, 0.4, FreeBitsKind::Dimension).backward();
    QVERIFY(kl.grad().select(1, 0).eq(0).all().item<bool>());
    QVERIFY(kl.grad().select(1, 1).eq(1.0 / 7).all().item<bool>());
    kl.mutable_grad().zero_();
    freeBitsKl(kl, 0.76, FreeBitsKind::Example).backward();  // rows' sums: 0.75 + 0.055 * row^2
    QVERIFY(kl.grad()[0].eq(0).all().item<bool>() && kl.grad()[1].eq(1.0 / 7).all().item<bool>());
}

void TestFreeBits::noTargetIsThePlainTerm() {
    for (const FreeBitsKind kind : kinds) {
        auto kl = someKl().requires_grad_();
        const auto value = freeBitsKl(kl, 0, kind);
        value.backward();
        QVERIFY(std::abs(value.item<double>() - kl.sum(1).mean().item<double>()) < 1e-14);
        QVERIFY(kl.grad().eq(1.0 / 7).all().item<bool>());
    }
}

void TestFreeBits::oneDimensionHasNoShareToDivide() {
    const auto kl = someKl().slice(1, 2);  // not contiguous
    const double example = freeBitsKl(kl, 0.7, FreeBitsKind::Example).item<double>();
    QCOMPARE(freeBitsKl(kl, 0.7, FreeBitsKind::ExampleDimension).item<double>(), example);
    QVERIFY(std::abs(example - plainFreeBits(kl, 0.7, FreeBitsKind::Example).item<double>()) < 1e-14);
}

void TestFreeBits::singlePrecision() {
    for (const FreeBitsKind kind : kinds) {
        auto kl = someKl().to(torch::kFloat32).requires_grad_();
        const auto value = freeBitsKl(kl, 0.9, kind);
        value.backward();
        QVERIFY(value.scalar_type() == torch::kFloat32);
        QVERIFY(std::abs(value.item<float>() - plainFreeBits(someKl(), 0.9, kind).item<double>()) < 1e-6);
        QVERIFY(kl.grad().max().item<float>() <= 1.0F / 7);
    }
}

QTEST_APPLESS_MAIN(TestFreeBits)
#include "tst_free_bits.moc"
