// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <atomic>
#include <cerrno>
#include <system_error>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

constexpr std::string_view temporarySuffix = ".tmp~";

/// 0, or errno.
int writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Creates or opens `path` with `flags`, writes, closes. 0, or errno of the first failure.
int writeAndClose(const fs::path& path, int flags, std::string_view bytes, Durability durability) {
    const int file = ::open(path.c_str(), flags | O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0) return errno;
    int problem = writeAll(file, bytes);
    // Devices and pipes cannot be flushed; they say EINVAL or EROFS.
    if (problem == 0 && durability == Durability::Flushed && ::fsync(file) != 0 && errno != EINVAL && errno != EROFS) {
        problem = errno;
    }
    if (::close(file) != 0 && problem == 0) problem = errno;
    return problem;
}

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// The rename is on the disk only when the folder is. A file system that cannot flush folders is left alone.
void flushFolder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

fs::path temporaryName(const fs::path& path) {
    static std::atomic<unsigned> counter{0};
    fs::path name = ".";
    name += path.filename();
    name += "." + std::to_string(::getpid()) + "." + std::to_string(counter++);
    name += temporarySuffix;
    return folderOf(path) / name;
}

}  // namespace

Error systemError(ErrorCode code, const fs::path& path, std::string_view action, int number) {
    std::string detail = path.string();
    detail.append(" could not be ").append(action).append(": ").append(std::generic_category().message(number));
    return {code, detail + "."};
}

Result<void> writeFileAtomically(const fs::path& path, std::string_view bytes, Durability durability) {
    std::error_code ignored;
    const fs::path target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
    const auto unwritable = [&](int number) { return systemError(ErrorCode::FileUnwritable, path, "written", number); };
    const fs::file_status status = fs::status(target, ignored);
    if (fs::is_directory(status)) return unwritable(EISDIR);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        const int problem = writeAndClose(target, 0, bytes, durability);
        return problem == 0 ? Result<void>() : unwritable(problem);
    }
    const fs::path temporary = temporaryName(target);
    int problem = writeAndClose(temporary, O_CREAT | O_EXCL, bytes, durability);
    if (problem == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) problem = errno;
    if (problem != 0) {
        ::unlink(temporary.c_str());
        return unwritable(problem);
    }
    if (durability == Durability::Flushed) flushFolder(folderOf(target));
    return {};
}

void removeStaleTemporaries(const fs::path& folder) {
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.') && name.ends_with(temporarySuffix)) fs::remove(entry->path(), ignored);
    }
}

Result<std::string> readWholeFile(const fs::path& path, std::uint64_t limit) {
    const auto unreadable = [&](int number) { return systemError(ErrorCode::FileUnreadable, path, "read", number); };
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) {
        return Error{ErrorCode::FileMissing, path.string() + " does not exist."};
    }
    if (file < 0) return unreadable(errno);
    struct Closer {
        int file;
        ~Closer() { ::close(file); }
    } closer{file};
    struct stat status {};
    if (::fstat(file, &status) != 0) return unreadable(errno);
    if (S_ISDIR(status.st_mode)) return unreadable(EISDIR);
    if (!S_ISREG(status.st_mode)) return Error{ErrorCode::FileUnreadable, path.string() + " is not a regular file."};
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit) {
        return Error{ErrorCode::FileUnreadable, path.string() + " has " + std::to_string(size) + " bytes; more than " +
                                                    std::to_string(limit) + " are not read."};
    }
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace collapsar
