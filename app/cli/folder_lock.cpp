// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <system_error>
#include <utility>

namespace collapsar {

namespace {

Error unwritable(const std::filesystem::path& folder, int number) {
    return {ErrorCode::FileUnwritable, "--out " + folder.string() + ": no runs can be written there: " +
                                           std::generic_category().message(number) + ". Choose another folder."};
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) return unwritable(folder, problem.value());
    const int file = ::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) return unwritable(folder, errno);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return FolderLock(file);
    const int number = errno;
    ::close(file);
    if (number != EWOULDBLOCK) return unwritable(folder, number);
    return Error{ErrorCode::RunBusy, "--out " + folder.string() +
                                         ": another race or sweep is writing there. Wait for it, or choose another "
                                         "folder."};
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

FolderLock::~FolderLock() {
    if (m_file >= 0) ::close(m_file);
}

}  // namespace collapsar
