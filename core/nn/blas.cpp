// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/blas.h"

#include <cblas.h>
#include <dlfcn.h>

namespace collapsar {

void useSingleThreadedBlas() {
    openblas_set_num_threads(1);
}

std::string blasDescription() {
    std::string description = openblas_get_config();
    description += ", core ";
    description += openblas_get_corename();
    return description;
}

/// LibTorch calls whatever libblas.so.3 the system chose: it is OpenBLAS when the symbol seen first lives in an
/// OpenBLAS.
bool isReferenceBlas() {
    void* product = dlsym(RTLD_DEFAULT, "sgemm_");
    Dl_info info{};
    if (product == nullptr || dladdr(product, &info) == 0 || info.dli_fname == nullptr) return false;
    const std::string file = info.dli_fname;
    return file.find("openblas") == std::string::npos && file.find("libblas") != std::string::npos &&
           dlsym(RTLD_DEFAULT, "openblas_get_config") == nullptr;
}

}  // namespace collapsar
