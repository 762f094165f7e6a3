// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads a journal while another process appends to it: each look gives what has come since the one before.
#pragma once

#include "core/checkpoint/journal.h"
#include "core/report/result.h"

#include <cstdint>
#include <filesystem>

namespace collapsar {

struct JournalGrowth {
    bool startOver = false;    ///< `contents` is the whole living branch; what was given before is void
    JournalContents contents;  ///< otherwise only what is new
};

/// One thread at a time.
class JournalFollower {
public:
    explicit JournalFollower(std::filesystem::path journal) : m_path(std::move(journal)) {}

    /// Reads the bytes that were appended. A record that is only half there is left for the next look. Starts over when
    /// the run went back to an earlier point and when the file is another one. errors  as readJournal.
    [[nodiscard]] Result<JournalGrowth> poll();

private:
    [[nodiscard]] Result<JournalGrowth> readAll();

    std::filesystem::path m_path;
    std::uint64_t m_read = 0;  ///< bytes of whole records read
    std::uint64_t m_device = 0, m_file = 0;
};

}  // namespace collapsar
