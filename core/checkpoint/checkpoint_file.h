// SPDX-License-Identifier: GPL-3.0-or-later
/// A TrainingState as a file: 8 bytes of magic, u32 format version, u64 payload length, u32 CRC-32 of the payload, u32
/// CRC-32 of the header so far; then the payload, a Boost binary archive of fixed-width little-endian values
/// (state_fields.h).
#pragma once

#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/training_state.h"
#include "core/report/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace collapsar {

/// Raised when the meaning of bytes changes; a sample of each version stays in tests/data and must load for ever.
inline constexpr std::uint32_t checkpointVersion = 2;

/// Atomic: `path` holds the old checkpoint or the new one. errors  FileUnwritable. Any thread; blocks on the disk.
[[nodiscard]] Result<void> writeCheckpoint(const std::filesystem::path& path, const TrainingState& state,
                                           Durability durability = Durability::Flushed);
/// The file is not trusted: memory stays within a small multiple of its size. Any thread; blocks on the disk.
///
/// errors  FileMissing, FileUnreadable; FileTooNew, naming both versions; FileDamaged, saying what is wrong.
[[nodiscard]] Result<TrainingState> readCheckpoint(const std::filesystem::path& path);

/// How long a run had trained when it was written, read without the weights and without believing the rest. errors as
/// readCheckpoint.
[[nodiscard]] Result<double> readCheckpointSeconds(const std::filesystem::path& path);

/// The bytes of the file, without the disk.
[[nodiscard]] std::string encodeCheckpoint(const TrainingState& state);
/// `name` is what errors call the file.
[[nodiscard]] Result<TrainingState> decodeCheckpoint(std::string_view bytes, const std::string& name);

}  // namespace collapsar
