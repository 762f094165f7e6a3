// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal_scan.h"

#include "core/checkpoint/checksum.h"
#include "core/checkpoint/record_bytes.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace collapsar {

namespace {

/// The first byte is no text.
constexpr std::string_view magic =
    "\x89"
    "CLPSJR\n";
constexpr std::size_t headerSize = 12;
constexpr std::string_view marker = "\xC5\x4A";
constexpr std::size_t sumSize = 4;

struct Frame {
    std::uint8_t type = 0;
    std::string_view payload;
    std::size_t end = 0;
};

/// The whole record at `offset`, if there is one. `summed` counts the bytes that had to be checksummed.
std::optional<Frame> frameAt(std::string_view bytes, std::size_t offset, std::uint64_t& summed) {
    const std::string_view rest = bytes.substr(offset);
    if (!rest.starts_with(marker)) return std::nullopt;
    RecordReader in(rest.substr(marker.size()));
    Frame frame;
    frame.type = in.byte();
    frame.payload = in.slice();
    if (!in.ok()) return std::nullopt;
    const std::size_t size = marker.size() + in.position();
    if (rest.size() - size < sumSize) return std::nullopt;
    std::uint32_t sum = 0;
    std::memcpy(&sum, rest.data() + size, sumSize);
    summed += size;
    if (crc32Of(rest.substr(0, size)) != sum) return std::nullopt;
    frame.end = offset + size + sumSize;
    return frame;
}

/// The next place after `offset` where a whole record begins. Gives up after a bounded amount of work, which only a
/// file made for the purpose can need.
std::optional<std::size_t> nextWhole(std::string_view bytes, std::size_t offset) {
    constexpr std::uint64_t mostSummed = std::uint64_t{64} << 20;
    std::uint64_t summed = 0;
    for (std::size_t at = bytes.find(marker, offset + 1); at != std::string_view::npos && summed < mostSummed;
         at = bytes.find(marker, at + 1)) {
        if (frameAt(bytes, at, summed)) return at;
    }
    return std::nullopt;
}

struct Skipped {
    std::uint64_t unknown = 0, unreadable = 0;
};

/// False: the taker wants no more.
bool take(const Frame& frame, const JournalTaker& taker, Skipped& skipped) {
    if (!isKnown(frame.type)) {
        ++skipped.unknown;
        return true;
    }
    auto entry = entryFromBytes(static_cast<RecordType>(frame.type), frame.payload);
    if (entry) return taker(*entry);
    ++skipped.unreadable;
    return true;
}

void noteSkipped(const Skipped& skipped, const std::string& name, std::vector<std::string>& notes) {
    if (skipped.unknown > 0) {
        notes.push_back(name + ": " + std::to_string(skipped.unknown) + " records of unknown kinds were skipped.");
    }
    if (skipped.unreadable > 0) {
        notes.push_back(name + ": " + std::to_string(skipped.unreadable) + " records could not be understood.");
    }
}

}  // namespace

Result<std::size_t> journalBegin(std::string_view bytes, const std::string& name) {
    const std::string header = journalHeader();
    if (bytes.size() < headerSize && header.starts_with(bytes)) return std::size_t{0};
    if (!bytes.starts_with(magic) || bytes.size() < headerSize) {
        return Error{ErrorCode::FileDamaged, name + " is not a run's journal: it does not begin like one."};
    }
    std::uint32_t version = 0;
    std::memcpy(&version, bytes.data() + magic.size(), sizeof version);
    if (version > journalVersion) {
        return Error{ErrorCode::FileTooNew, name + " has format version " + std::to_string(version) +
                                                "; this program reads up to version " + std::to_string(journalVersion) +
                                                ". Use a newer Collapsar."};
    }
    if (version == 0) return Error{ErrorCode::FileDamaged, name + " has format version 0, which never was."};
    return headerSize;
}

std::string journalHeader() {
    std::string bytes(magic);
    return bytes.append(reinterpret_cast<const char*>(&journalVersion), sizeof journalVersion);
}

std::string framed(RecordType type, const std::string& payload) {
    RecordWriter out;
    out.byte(static_cast<std::uint8_t>(type));
    out.text(payload);
    std::string bytes(marker);
    bytes += out.bytes();
    const std::uint32_t sum = crc32Of(bytes);
    return bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
}

JournalScan scanRecords(const JournalPart& part, const JournalTaker& taker) {
    const std::string_view bytes = part.bytes;
    JournalScan scan;
    scan.goodBytes = part.offset;
    Skipped skipped;
    std::uint64_t summed = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        if (const auto frame = frameAt(bytes, at, summed)) {
            if (!take(*frame, taker, skipped)) break;
            at = frame->end;
            scan.goodBytes = part.offset + at;
            continue;
        }
        const auto next = nextWhole(bytes, at);
        if (!next) {
            scan.unfinished = bytes.size() - at;
            break;
        }
        scan.notes.push_back(part.name + ": " + std::to_string(*next - at) + " damaged bytes at byte " +
                             std::to_string(part.offset + at) + " were ignored.");
        at = *next;
    }
    noteSkipped(skipped, part.name, scan.notes);
    return scan;
}

void noteUnfinished(JournalScan& scan, const std::string& name) {
    if (scan.unfinished == 0) return;
    scan.notes.push_back(name + ": " + std::to_string(scan.unfinished) + " bytes of an unfinished record at byte " +
                         std::to_string(scan.goodBytes) + " were ignored.");
}

Result<JournalScan> scanJournal(std::string_view bytes, const std::string& name) {
    const auto begin = journalBegin(bytes, name);
    if (!begin) return begin.error();
    if (begin.value() == 0) return JournalScan{};
    std::vector<JournalEntry> entries;
    JournalScan scan = scanRecords({bytes.substr(begin.value()), begin.value(), name}, [&entries](JournalEntry& entry) {
        entries.push_back(std::move(entry));
        return true;
    });
    noteUnfinished(scan, name);
    scan.entries = std::move(entries);
    return scan;
}

}  // namespace collapsar
