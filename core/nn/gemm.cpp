// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gemm.h"

#include "core/nn/gemm_avx512.h"
#include "core/nn/vector_math.h"

#include <cblas.h>

#include <cassert>

namespace collapsar {
namespace {

bool usesOwnKernels() {
#ifdef COLLAPSAR_X86
    static const bool answer = instructionSet() == "AVX-512";
    return answer;
#else
    return false;
#endif
}

CBLAS_TRANSPOSE blasLayout(Layout layout) {
    return layout == Layout::AsIs ? CblasNoTrans : CblasTrans;
}

}  // namespace

void PackedMatrix::pack(const Factor& matrix, std::int64_t depth, std::int64_t columns) {
    m_source = matrix;
    m_depth = depth;
    m_columns = columns;
#ifdef COLLAPSAR_X86
    if (!usesOwnKernels()) return;
    float* packed = m_memory.resize(gemm512::packedSize(depth, columns));
    const bool asIs = matrix.layout == Layout::AsIs;
    gemm512::pack(matrix.data, asIs ? matrix.stride : 1, asIs ? 1 : matrix.stride, depth, columns, packed);
#endif
}

void multiply(const Factor& left, std::int64_t rows, const PackedMatrix& right, Into into, float* out,
              std::int64_t outStride) {
    if (rows == 0) return;
    const bool asIs = left.layout == Layout::AsIs;
#ifdef COLLAPSAR_X86
    if (usesOwnKernels()) {
        gemm512::multiply({left.data, asIs ? left.stride : 1, asIs ? 1 : left.stride, right.packed(), rows,
                           right.depth(), right.columns(), out, outStride, into == Into::Accumulate ? 1 : 0});
        return;
    }
#endif
    const Factor& source = right.source();
    cblas_sgemm(CblasRowMajor, blasLayout(left.layout), blasLayout(source.layout), static_cast<int>(rows),
                static_cast<int>(right.columns()), static_cast<int>(right.depth()), 1.0F, left.data,
                static_cast<int>(left.stride), source.data, static_cast<int>(source.stride),
                into == Into::Accumulate ? 1.0F : 0.0F, out, static_cast<int>(outStride));
}

}  // namespace collapsar
