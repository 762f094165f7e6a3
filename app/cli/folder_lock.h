// SPDX-License-Identifier: GPL-3.0-or-later
/// Keeps a second program from making runs in the same folder.
#pragma once

#include "core/report/result.h"

#include <filesystem>

namespace collapsar {

/// Held as long as it lives; goes with the process, however that ends.
class FolderLock {
public:
    /// Makes the folder, and those above it, if absent. errors  RunBusy; FileUnwritable.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : m_file(file) {}

    int m_file = -1;
};

}  // namespace collapsar
