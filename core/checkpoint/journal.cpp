// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/journal_scan.h"

#include <fcntl.h>
#include <unistd.h>
#include <cassert>
#include <cerrno>
#include <utility>

namespace fs = std::filesystem;

namespace collapsar {

namespace {

constexpr std::size_t flushAbove = std::size_t{64} << 10;
constexpr std::size_t mostWaiting = std::size_t{64} << 20;

Result<JournalScan> scanFile(const fs::path& path) {
    const auto bytes = readWholeFile(path, largestJournal);
    if (!bytes) return bytes.error();
    return scanJournal(bytes.value(), path.filename().string());
}

/// Straight into their vectors, which most journals can do; stops at a rewind.
Result<JournalContents> readUnlessRewound(std::string_view bytes, const std::string& name) {
    const auto begin = journalBegin(bytes, name);
    if (!begin) return begin.error();
    JournalContents contents;
    if (begin.value() == 0) return contents;
    const JournalPart part{bytes.substr(begin.value()), begin.value(), name};
    JournalScan scan = scanRecords(part, [&contents](JournalEntry& entry) {
        contents.rewound = std::holds_alternative<Rewind>(entry);
        if (!contents.rewound) take(contents, entry);
        return !contents.rewound;
    });
    noteUnfinished(scan, name);
    contents.goodBytes = scan.goodBytes;
    contents.notes = std::move(scan.notes);
    return contents;
}

Result<JournalContents> contentsOf(std::string_view bytes, const std::string& name, JournalBranch branch) {
    auto straight = readUnlessRewound(bytes, name);
    if (!straight || !straight.value().rewound) return straight;
    auto scan = scanJournal(bytes, name);
    if (!scan) return scan.error();
    JournalContents contents;
    contents.notes = std::move(scan.value().notes);
    contents.goodBytes = scan.value().goodBytes;
    contents.rewound = true;
    std::vector<JournalEntry> entries = std::move(scan.value().entries);
    if (branch == JournalBranch::Living) {
        JournalBranches branches = branchesOf(std::move(entries));
        contents.checkpoints = std::move(branches.checkpoints);
        entries = std::move(branches.living);
    }
    for (JournalEntry& entry : entries)
        take(contents, entry);
    return contents;
}

}  // namespace

Result<JournalContents> readJournal(const fs::path& path, JournalBranch branch) {
    const auto bytes = readWholeFile(path, largestJournal);
    if (!bytes) return bytes.error();
    return contentsOf(bytes.value(), path.filename().string(), branch);
}

bool isAlive(const std::string& checkpoint, const JournalContents& contents) {
    return !contents.rewound || contents.checkpoints.contains(checkpoint);
}

Result<bool> journalGoesPast(const fs::path& path, const Position& at, const std::string& checkpoint) {
    auto scan = scanFile(path);
    if (!scan) return scan.error();
    return abandonsAnything(branchesOf(std::move(scan.value().entries)).living, Rewind{at, checkpoint});
}

JournalWriter::JournalWriter(int file, fs::path path, std::uint64_t size)
    : m_file(file), m_path(std::move(path)), m_size(size) {}

JournalWriter::JournalWriter(JournalWriter&& other) noexcept
    : m_file(std::exchange(other.m_file, -1)),
      m_path(std::move(other.m_path)),
      m_size(other.m_size),
      m_waiting(std::exchange(other.m_waiting, {})) {}

JournalWriter& JournalWriter::operator=(JournalWriter&& other) noexcept {
    if (this == &other) return *this;
    close();
    m_file = std::exchange(other.m_file, -1);
    m_path = std::move(other.m_path);
    m_size = other.m_size;
    m_waiting = std::exchange(other.m_waiting, {});
    return *this;
}

JournalWriter::~JournalWriter() {
    close();
}

void JournalWriter::close() {
    if (m_file < 0) return;
    (void)flush();
    ::close(m_file);
    m_file = -1;
}

Result<JournalWriter> JournalWriter::open(const fs::path& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0666);
    if (file < 0) return systemError(ErrorCode::FileUnwritable, path, "opened for writing", errno);
    JournalWriter writer(file, path, 0);
    const auto scan = scanFile(path);
    if (!scan) return scan.error();
    writer.m_size = scan.value().goodBytes;
    if (::ftruncate(file, static_cast<off_t>(writer.m_size)) != 0) {
        return systemError(ErrorCode::FileUnwritable, path, "cut at its last whole record", errno);
    }
    if (writer.m_size > 0) return writer;
    writer.m_waiting = journalHeader();
    if (const auto flushed = writer.flush(); !flushed) return flushed.error();
    return writer;
}

Result<void> JournalWriter::append(std::string record) {
    if (m_waiting.size() + record.size() > mostWaiting) {
        if (const auto flushed = flush(); !flushed) return flushed;
    }
    m_waiting += record;
    return m_waiting.size() > flushAbove ? flush() : Result<void>();
}

Result<void> JournalWriter::record(const Event& event) {
    return append(framed(RecordType::Event, eventBytes(event)));
}

Result<void> JournalWriter::record(const Measurement& measurement) {
    return append(framed(RecordType::Measurement, measurementBytes(measurement)));
}

Result<void> JournalWriter::record(const Snapshot& snapshot) {
    assert(!snapshot.isPreview);
    return append(framed(RecordType::Snapshot, snapshotBytes(snapshot)));
}

Result<void> JournalWriter::recordRewind(const Position& to, const std::string& checkpoint) {
    return append(framed(RecordType::Rewind, rewindBytes(Rewind{to, checkpoint})));
}

Result<void> JournalWriter::flush() {
    std::size_t done = 0;
    while (done < m_waiting.size()) {
        const ssize_t written = ::write(m_file, m_waiting.data() + done, m_waiting.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int number = errno;
            // Half a record would stand in the way of the next attempt. If even this fails, readers step over it.
            (void)!::ftruncate(m_file, static_cast<off_t>(m_size));
            return systemError(ErrorCode::FileUnwritable, m_path, "written", number);
        }
        done += static_cast<std::size_t>(written);
    }
    m_size += m_waiting.size();
    m_waiting.clear();
    return {};
}

Result<void> JournalWriter::sync() {
    if (const auto flushed = flush(); !flushed) return flushed;
    if (::fsync(m_file) != 0) return systemError(ErrorCode::FileUnwritable, m_path, "flushed to the disk", errno);
    return {};
}

}  // namespace collapsar
