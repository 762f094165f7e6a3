// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_models.h"

#include "core/nn/blas.h"
#include "core/train/cancellable_work.h"
#include "core/train/model_at.h"
#include "core/train/model_cache.h"
#include "core/train/model_details.h"
#include "core/train/model_source.h"
#include "core/train/model_words.h"

#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace collapsar {

namespace {
constexpr std::size_t modelsKept = 4;

/// What `work` makes, for many to read.
template <class Work, class Made = std::invoke_result_t<Work, WorkState&>>
Result<std::shared_ptr<const Made>> shared(const ReplayProgress& progress, const std::string& what, Work work) {
    try {
        auto made = workUnlessCancelled(progress, what, work);
        if (!made.ok()) return made.error();
        return std::make_shared<const Made>(std::move(made).value());
    } catch (const std::exception& problem) {
        return Error{ErrorCode::Internal, problem.what()};
    }
}

}  // namespace

struct RunModels::Impl {
    ModelCache cache{modelsKept};
};

RunModels::RunModels() : m_impl(std::make_unique<Impl>()) {}
RunModels::~RunModels() = default;

Result<ModelAtPointer> RunModels::at(const ModelPlace& place, const ReplayProgress& progress) {
    useSingleThreadedBlas();
    const bool isExact = place.nearness == Nearness::Exact;
    try {
        return isExact ? modelOfReplay(m_impl->cache, place, progress)
                       : modelOfCheckpoint(m_impl->cache, place, progress);
    } catch (const std::exception& problem) {
        return Error{ErrorCode::Internal, problem.what()};
    }
}

Result<GeneratedWordsPointer> RunModels::words(const ModelPlace& place, const WordsRequest& request,
                                               const ReplayProgress& progress) {
    const auto model = at(place, progress);
    if (!model.ok()) return model.error();
    const Result<void> canBe = checkWords(*model.value(), request);
    if (!canBe.ok()) return canBe.error();
    return shared(progress, "Writing", [&](WorkState& work) { return wordsOf(*model.value(), request, work); });
}

Result<RunDetailsPointer> RunModels::details(const ModelPlace& place, int sentences, const ReplayProgress& progress) {
    const auto model = at(place, progress);
    if (!model.ok()) return model.error();
    return shared(progress, "Measuring", [&](WorkState& work) { return detailsOf(*model.value(), sentences, work); });
}

}  // namespace collapsar
