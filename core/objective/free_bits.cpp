// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/objective/free_bits.h"

#include <torch/torch.h>

namespace collapsar {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The entries of kl [B, Z] that are held against one target together, with their gradients: `rows` by `columns` of
/// them, `width` = Z floats from row to row.
template <typename Real>
struct Group {
    const Real* kl;
    Real* gradient;
    std::int64_t rows, columns, width;
};

/// share * max(target, the group's KL by example); `share` is what part of the batch its rows are. Fills the gradient.
template <typename Real>
double hinge(const Group<Real>& group, double target, double share) {
    double sum = 0;
    for (std::int64_t b = 0; b < group.rows; ++b) {
        for (std::int64_t d = 0; d < group.columns; ++d)
            sum += static_cast<double>(group.kl[b * group.width + d]);
    }
    const double mean = sum / static_cast<double>(group.rows);
    const bool isCharged = mean > target;
    const Real gradient = isCharged ? static_cast<Real>(share / static_cast<double>(group.rows)) : Real(0);
    for (std::int64_t b = 0; b < group.rows; ++b)
        std::fill_n(group.gradient + b * group.width, group.columns, gradient);
    return share * (isCharged ? mean : target);
}

/// `gradient` [B, Z] receives what backward brings for a gradient of 1.
template <typename Real>
double charged(const torch::Tensor& kl, double target, FreeBitsKind kind, Real* gradient) {
    const Real* values = kl.data_ptr<Real>();
    const std::int64_t batch = kl.size(0), latent = kl.size(1);
    const bool ofExample = kind == FreeBitsKind::Example || kind == FreeBitsKind::ExampleDimension;
    const bool ofDimension = kind == FreeBitsKind::Dimension || kind == FreeBitsKind::ExampleDimension;
    const std::int64_t rows = ofExample ? 1 : batch, columns = ofDimension ? 1 : latent;
    if (kind == FreeBitsKind::ExampleDimension) target /= static_cast<double>(latent);
    const double share = static_cast<double>(rows) / static_cast<double>(batch);
    double sum = 0;
    for (std::int64_t b = 0; b < batch; b += rows) {
        for (std::int64_t d = 0; d < latent; d += columns) {
            const std::int64_t first = b * latent + d;
            sum += hinge<Real>({values + first, gradient + first, rows, columns, latent}, target, share);
        }
    }
    return sum;
}

struct FreeBitsFunction : torch::autograd::Function<FreeBitsFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& kl, double target, std::int64_t kind) {
        TORCH_CHECK(kl.dim() == 2 && kl.numel() > 0, "kl must be [B, Z]");
        const auto values = kl.contiguous();
        auto gradient = torch::empty_like(values);
        auto sum = torch::empty({}, values.options());
        AT_DISPATCH_FLOATING_TYPES(values.scalar_type(), "freeBitsKl", [&] {
            *sum.data_ptr<scalar_t>() = static_cast<scalar_t>(
                charged(values, target, static_cast<FreeBitsKind>(kind), gradient.data_ptr<scalar_t>()));
        });
        context->save_for_backward({gradient});
        return sum;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        return {context->get_saved_variables()[0] * gradients[0], torch::Tensor(), torch::Tensor()};
    }
};

}  // namespace

torch::Tensor freeBitsKl(const torch::Tensor& kl, double target, FreeBitsKind kind) {
    return FreeBitsFunction::apply(kl, target, static_cast<std::int64_t>(kind));
}

}  // namespace collapsar
