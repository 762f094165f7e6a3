// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of a file, plain or gzip (told by its first bytes, not by its name), in pieces and with bounded memory.
#pragma once

#include "core/data/sha256.h"
#include "core/report/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

/// One thread at a time. Errors name the file.
class ByteSource {
public:
    /// FileMissing; FileUnreadable: a folder, a device, no permission; DataInvalid: 0 bytes.
    [[nodiscard]] static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
    ~ByteSource();

    /// The next piece, valid until the next call; empty at the end. FileDamaged: gzip data cut short or wrong.
    [[nodiscard]] Result<std::string_view> next();

    [[nodiscard]] std::uint64_t fileBytes() const { return m_fileBytes; }
    [[nodiscard]] std::uint64_t bytesRead() const { return m_bytesRead; }
    /// Of the file's own bytes, once next() came to the end.
    [[nodiscard]] std::string sha256() { return m_hash.digest(); }

private:
    struct Inflater;

    ByteSource(std::string path, int descriptor);
    Result<std::string_view> readPiece();
    Result<std::string_view> nextInflated();
    Error failed(ErrorCode code, const std::string& what) const;

    std::string m_path;
    int m_descriptor = -1;
    std::uint64_t m_fileBytes = 0;
    std::uint64_t m_bytesRead = 0;
    Sha256 m_hash;
    std::vector<char> m_piece;
    std::unique_ptr<Inflater> m_inflater;
    bool m_isStarted = false;
};

}  // namespace collapsar
