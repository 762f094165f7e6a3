// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/blas.h"

#include <cblas.h>
#include <dlfcn.h>

#include <algorithm>
#include <iterator>

namespace collapsar {
namespace {

/// What only a library made for speed exports.
constexpr const char* fastNames[] = {"openblas_get_config", "bli_info_get_version_str", "MKL_Get_Version",
                                     "ATL_buildinfo"};

/// The library that answers this name for every caller linked at start, LibTorch included; empty if none is known.
std::string libraryOf(const char* product) {
    void* function = dlsym(RTLD_DEFAULT, product);
    Dl_info info{};
    if (function == nullptr || dladdr(function, &info) == 0 || info.dli_fname == nullptr) return {};
    return info.dli_fname;
}

/// The first library in use that is the plain one; empty if all are fast. LibTorch asks for sgemm_, we for cblas_sgemm.
std::string referenceLibraryInUse() {
    for (const char* product : {"sgemm_", "cblas_sgemm"}) {
        std::string library = libraryOf(product);
        if (!library.empty() && isReferenceBlasLibrary(library)) return library;
    }
    return {};
}

}  // namespace

void useSingleThreadedBlas() {
    openblas_set_num_threads(1);
}

std::string blasDescription() {
    if (const std::string library = referenceLibraryInUse(); !library.empty())
        return "reference BLAS (" + library + ")";
    std::string description = openblas_get_config();
    description += ", core ";
    description += openblas_get_corename();
    return description;
}

bool isReferenceBlas() {
    return !referenceLibraryInUse().empty();
}

bool isReferenceBlasLibrary(const std::string& file) {
    void* library = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) return false;
    const auto has = [library](const char* name) { return dlsym(library, name) != nullptr; };
    const bool isPlain = has("sgemm_") && std::none_of(std::begin(fastNames), std::end(fastNames), has);
    dlclose(library);
    return isPlain;
}

}  // namespace collapsar
