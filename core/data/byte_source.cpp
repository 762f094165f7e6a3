// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_source.h"

#include <zlib.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace collapsar {

namespace {

constexpr std::size_t pieceBytes = 1 << 16;
constexpr std::string_view gzipMagic = "\x1f\x8b";

Error cannotOpen(const std::string& path) {
    if (errno == ENOENT || errno == ENOTDIR) return {ErrorCode::FileMissing, path + ": there is no such file."};
    if (errno == EACCES) return {ErrorCode::FileUnreadable, path + ": you are not allowed to read this file."};
    return {ErrorCode::FileUnreadable, path + ": cannot be read (" + std::strerror(errno) + ")."};
}

}  // namespace

struct ByteSource::Inflater {
    z_stream stream{};
    std::vector<char> output = std::vector<char>(pieceBytes);
    bool isMemberOpen = true;  ///< the end of the current gzip member has not come yet

    Inflater() {
        if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::runtime_error("zlib is unavailable");
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return cannotOpen(path);
    if (S_ISDIR(status.st_mode)) return Error{ErrorCode::FileUnreadable, path + ": is a folder, not a text file."};
    if (!S_ISREG(status.st_mode)) return Error{ErrorCode::FileUnreadable, path + ": is not an ordinary file."};
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return cannotOpen(path);
    std::unique_ptr<ByteSource> source(new ByteSource(path, descriptor));
    source->m_fileBytes = static_cast<std::uint64_t>(status.st_size);
    if (status.st_size == 0) return source->failed(ErrorCode::DataInvalid, "is empty (0 bytes).");
    return source;
}

ByteSource::ByteSource(std::string path, int descriptor)
    : m_path(std::move(path)), m_descriptor(descriptor), m_piece(pieceBytes) {}

ByteSource::~ByteSource() {
    ::close(m_descriptor);
}

Result<std::string_view> ByteSource::next() {
    if (m_inflater) return nextInflated();
    auto piece = readPiece();
    if (!piece || m_isStarted) return piece;
    m_isStarted = true;
    if (!piece.value().starts_with(gzipMagic)) return piece;
    m_inflater = std::make_unique<Inflater>();
    m_inflater->stream.next_in = reinterpret_cast<Bytef*>(m_piece.data());
    m_inflater->stream.avail_in = static_cast<uInt>(piece.value().size());
    return nextInflated();
}

/// Fills the piece as far as the file goes, so that two bytes of magic never come apart.
Result<std::string_view> ByteSource::readPiece() {
    std::size_t filled = 0;
    while (filled < m_piece.size()) {
        const ssize_t got = ::read(m_descriptor, m_piece.data() + filled, m_piece.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            return failed(ErrorCode::FileUnreadable, std::string("cannot be read (") + std::strerror(errno) + ").");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    const std::string_view piece(m_piece.data(), filled);
    m_hash.add(piece);
    m_bytesRead += filled;
    return piece;
}

Result<std::string_view> ByteSource::nextInflated() {
    z_stream& stream = m_inflater->stream;
    stream.next_out = reinterpret_cast<Bytef*>(m_inflater->output.data());
    stream.avail_out = static_cast<uInt>(m_inflater->output.size());
    while (stream.avail_out == m_inflater->output.size()) {
        if (stream.avail_in == 0) {
            auto piece = readPiece();
            if (!piece) return piece;
            if (piece.value().empty() && !m_inflater->isMemberOpen) return std::string_view();
            if (piece.value().empty()) return failed(ErrorCode::FileDamaged, "the gzip data are cut short.");
            stream.next_in = reinterpret_cast<Bytef*>(m_piece.data());
            stream.avail_in = static_cast<uInt>(piece.value().size());
        }
        m_inflater->isMemberOpen = true;
        const int status = inflate(&stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            inflateReset(&stream);  // another member may follow
            m_inflater->isMemberOpen = false;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            return failed(ErrorCode::FileDamaged, "the gzip data are damaged.");
        }
    }
    return std::string_view(m_inflater->output.data(), m_inflater->output.size() - stream.avail_out);
}

Error ByteSource::failed(ErrorCode code, const std::string& what) const {
    return {code, m_path + ": " + what};
}

}  // namespace collapsar
