// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of one journal record: little-endian, doubles as bit patterns, small integers short (LEB128).
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace collapsar {

static_assert(std::endian::native == std::endian::little, "files are little-endian; add a byte swap for this machine");

/// Appends.
class RecordWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(static_cast<char>(value)); }
    void integer(std::uint64_t value);
    void real(double value) { raw(&value, sizeof value); }
    void narrowReal(float value) { raw(&value, sizeof value); }
    void text(std::string_view value);
    void reals(const std::vector<float>& values);

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    void raw(const void* from, std::size_t size) { m_bytes.append(static_cast<const char*>(from), size); }

    std::string m_bytes;
};

/// Reads past the end give zeros and make ok() false for good; lengths are checked before anything is allocated.
class RecordReader {
public:
    explicit RecordReader(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::uint8_t byte();
    [[nodiscard]] std::uint64_t integer();
    [[nodiscard]] double real();
    [[nodiscard]] float narrowReal();
    [[nodiscard]] std::string text();
    [[nodiscard]] std::string_view slice();  ///< a length and so many bytes
    [[nodiscard]] std::vector<float> reals();

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] std::size_t position() const { return m_position; }

private:
    bool raw(void* to, std::size_t size);

    std::string_view m_bytes;
    std::size_t m_position = 0;
    bool m_ok = true;
};

}  // namespace collapsar
