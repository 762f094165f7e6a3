// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal_follower.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/journal_scan.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <string>
#include <utility>

namespace collapsar {

namespace {

/// From `begin` to the end of the file, or less when it is being cut. Empty and errno on an error.
std::string bytesFrom(int file, std::uint64_t begin, std::uint64_t end) {
    std::string bytes(end - begin, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got =
            ::pread(file, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(begin + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

struct OpenFile {
    int file;
    ~OpenFile() {
        if (file >= 0) ::close(file);
    }
};

}  // namespace

Result<JournalGrowth> JournalFollower::readAll() {
    auto contents = readJournal(m_path);
    if (!contents) return contents.error();
    m_read = contents.value().goodBytes;
    return JournalGrowth{true, std::move(contents).value()};
}

Result<JournalGrowth> JournalFollower::poll() {
    const OpenFile open{::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (open.file < 0 || ::fstat(open.file, &status) != 0 || !S_ISREG(status.st_mode)) return readAll();
    const auto size = static_cast<std::uint64_t>(status.st_size);
    const bool isAnother = m_device != status.st_dev || m_file != status.st_ino;
    m_device = status.st_dev;
    m_file = status.st_ino;
    if (isAnother || m_read == 0 || size < m_read || size > largestJournal) return readAll();
    const std::string bytes = bytesFrom(open.file, m_read, size);
    JournalGrowth growth;
    bool rewound = false;
    JournalScan scan = scanRecords({bytes, m_read, m_path.filename().string()}, [&](JournalEntry& entry) {
        rewound = std::holds_alternative<Rewind>(entry);
        if (!rewound) take(growth.contents, entry);
        return !rewound;
    });
    if (rewound) return readAll();
    growth.contents.goodBytes = m_read = scan.goodBytes;
    growth.contents.notes = std::move(scan.notes);
    return growth;
}

}  // namespace collapsar
