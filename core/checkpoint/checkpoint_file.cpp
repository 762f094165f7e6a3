// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/checkpoint_file.h"

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/bounded_archive.h"
#include "core/checkpoint/checksum.h"
#include "core/checkpoint/state_check.h"
#include "core/checkpoint/state_fields.h"

#include <cstring>
#include <exception>
#include <fstream>
#include <sstream>

namespace collapsar {

namespace {

/// The first byte is no text, so that no text file is taken for a checkpoint.
constexpr std::string_view magic =
    "\x89"
    "CLPSCP\n";
constexpr std::size_t versionAt = 8, lengthAt = 12, payloadSumAt = 20, headerSumAt = 24, headerSize = 28;

template <class T>
void append(std::string& bytes, T number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <class T>
T numberAt(std::string_view bytes, std::size_t offset) {
    T number;
    std::memcpy(&number, bytes.data() + offset, sizeof number);
    return number;
}

Error damaged(const std::string& name, const std::string& what) {
    return {ErrorCode::FileDamaged, name + " is damaged: " + what + ". Use another checkpoint."};
}

/// The payload, once the header has been believed.
Result<std::string_view> checkedPayload(std::string_view bytes, const std::string& name) {
    if (!bytes.starts_with(magic)) {
        return Error{ErrorCode::FileDamaged, name + " is not a checkpoint: it does not begin like one."};
    }
    if (bytes.size() < headerSize) return damaged(name, "it ends inside its header");
    const auto version = numberAt<std::uint32_t>(bytes, versionAt);
    if (version > checkpointVersion) {
        return Error{ErrorCode::FileTooNew, name + " has format version " + std::to_string(version) +
                                                "; this program reads up to version " +
                                                std::to_string(checkpointVersion) + ". Use a newer Collapsar."};
    }
    if (version == 0 || crc32Of(bytes.substr(0, headerSumAt)) != numberAt<std::uint32_t>(bytes, headerSumAt)) {
        return damaged(name, "its header's checksum is wrong");
    }
    const std::string_view payload = bytes.substr(headerSize);
    const auto length = numberAt<std::uint64_t>(bytes, lengthAt);
    if (payload.size() != length) {
        return damaged(name, "it has " + std::to_string(payload.size()) + " bytes after its header instead of " +
                                 std::to_string(length));
    }
    if (crc32Of(payload) != numberAt<std::uint32_t>(bytes, payloadSumAt)) {
        return damaged(name, "its checksum is wrong");
    }
    return payload;
}

}  // namespace

std::string encodeCheckpoint(const TrainingState& state) {
    std::stringbuf payload;
    {
        ArchiveWriter archive(payload);
        stateFields(archive, state);
    }
    const std::string_view contents = payload.view();
    std::string bytes(magic);
    bytes.reserve(headerSize + contents.size());
    append<std::uint32_t>(bytes, checkpointVersion);
    append<std::uint64_t>(bytes, contents.size());
    append<std::uint32_t>(bytes, crc32Of(contents));
    append<std::uint32_t>(bytes, crc32Of(bytes));
    return bytes.append(contents);
}

Result<TrainingState> decodeCheckpoint(std::string_view bytes, const std::string& name) {
    const auto payload = checkedPayload(bytes, name);
    if (!payload) return payload.error();
    // Boost throws its own exceptions, the standard library others; none of them leaves here.
    try {
        TrainingState state;
        ArchiveReader archive(payload.value());
        stateFields(archive, state);
        if (archive.left() != 0) return damaged(name, std::to_string(archive.left()) + " bytes are left over");
        if (const std::string problem = stateProblem(state); !problem.empty()) return damaged(name, problem);
        return state;
    } catch (const std::exception& problem) {
        return damaged(name, problem.what());
    }
}

Result<void> writeCheckpoint(const std::filesystem::path& path, const TrainingState& state, Durability durability) {
    return writeFileAtomically(path, encodeCheckpoint(state), durability);
}

Result<double> readCheckpointSeconds(const std::filesystem::path& path) {
    constexpr std::size_t enough = std::size_t{64} << 10;
    std::ifstream file(path, std::ios::binary);
    std::string bytes(enough, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(enough));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.size() < headerSize || !bytes.starts_with(magic)) return damaged(path.string(), "it has no header");
    try {
        TrainingState state;
        ArchiveReader archive(std::string_view(bytes).substr(headerSize));
        stateHeadFields(archive, state);
        return state.seconds;
    } catch (const std::exception& problem) {
        return damaged(path.string(), problem.what());
    }
}

Result<TrainingState> readCheckpoint(const std::filesystem::path& path) {
    constexpr std::uint64_t largestFile = std::uint64_t{64} << 30;
    const auto bytes = readWholeFile(path, largestFile);
    if (!bytes) return bytes.error();
    return decodeCheckpoint(bytes.value(), path.string());
}

}  // namespace collapsar
