// SPDX-License-Identifier: GPL-3.0-or-later
/// Whole files written so that a reader sees the old one or the new one, never a half; and read with a bound.
#pragma once

#include "core/report/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace collapsar {

enum class Durability {
    Flushed,   ///< on the disk when the call returns
    Buffered,  ///< the system writes it when it likes: a crash of the machine may leave it torn, which its reader must
               ///< recognise
};

/// Writes a temporary file in the same folder, flushes it to the disk, renames it over `path`, flushes the folder. On
/// an error the temporary file is removed and `path` is as it was. A link is followed; a device is written directly.
///
/// errors  FileUnwritable, naming the path and the system's reason. Any thread; blocks on the disk.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes,
                                               Durability durability = Durability::Flushed);
/// Removes temporary files that a killed writer left in `folder`. Only for the one who may write there.
void removeStaleTemporaries(const std::filesystem::path& folder);

/// The whole of a regular file. errors  FileMissing; FileUnreadable, also when it is larger than `limit` bytes.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path& path, std::uint64_t limit);

/// "PATH could not be ACTION: reason of errno NUMBER."
[[nodiscard]] Error systemError(ErrorCode code, const std::filesystem::path& path, std::string_view action, int number);

}  // namespace collapsar
