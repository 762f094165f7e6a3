// SPDX-License-Identifier: GPL-3.0-or-later
/// Values through a Boost binary archive as fixed-width little-endian bytes, with every length checked against the
/// bytes that are left before anything is allocated. Writer and reader have one interface, so that one list of fields
/// serves both.
#pragma once

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/serialization/binary_object.hpp>

#include <bit>
#include <cstdint>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace collapsar {

static_assert(std::endian::native == std::endian::little, "files are little-endian; add a byte swap for this machine");

/// The bytes cannot be what they should be. Thrown and caught inside this folder only.
struct ArchiveError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Types stored as they lie in memory: their width is the same everywhere. No plain int, no long.
template <class T>
inline constexpr bool isFixedWidth =
    std::is_same_v<T, std::uint8_t> || std::is_same_v<T, std::int32_t> || std::is_same_v<T, std::uint32_t> ||
    std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::uint64_t> || std::is_same_v<T, float> ||
    std::is_same_v<T, double>;

class ArchiveWriter {
public:
    static constexpr bool isReading = false;

    explicit ArchiveWriter(std::streambuf& out) : m_archive(out, flags) {}

    template <class T>
    requires isFixedWidth<T>
    void value(const T& number) { raw(&number, sizeof number); }
    void value(const bool& flag) { value(static_cast<std::uint8_t>(flag ? 1 : 0)); }
    void value(const std::string& text) { sequence(text.data(), text.size(), 1); }
    void value(const std::vector<float>& numbers) { sequence(numbers.data(), numbers.size(), sizeof(float)); }
    /// `last` is the highest value there is.
    template <class E>
    requires std::is_enum_v<E>
    void choice(const E& chosen, E) { value(static_cast<std::uint8_t>(chosen)); }
    std::uint64_t count(std::uint64_t size, std::size_t) { return value(size), size; }

private:
    static constexpr unsigned flags = boost::archive::no_header | boost::archive::no_codecvt;

    void raw(const void* from, std::size_t size) {
        m_archive << boost::serialization::make_binary_object(const_cast<void*>(from), size);
    }
    void sequence(const void* from, std::uint64_t size, std::size_t width) {
        value(size);
        if (size > 0) raw(from, static_cast<std::size_t>(size) * width);
    }

    boost::archive::binary_oarchive m_archive;
};

/// Reads from memory that must outlive it. Throws ArchiveError.
class ArchiveReader {
public:
    static constexpr bool isReading = true;

    explicit ArchiveReader(std::string_view bytes)
        : m_left(bytes.size()), m_memory(bytes), m_archive(m_memory, flags) {}

    [[nodiscard]] std::uint64_t left() const { return m_left; }

    template <class T>
    requires isFixedWidth<T>
    void value(T& number) { raw(&number, sizeof number); }
    void value(bool& flag) {
        std::uint8_t byte = 0;
        value(byte);
        if (byte > 1) throw ArchiveError("a switch is neither on nor off");
        flag = byte == 1;
    }
    void value(std::string& text) {
        text.resize(count(0, 1));
        if (!text.empty()) raw(text.data(), text.size());
    }
    void value(std::vector<float>& numbers) {
        numbers.resize(count(0, sizeof(float)));
        if (!numbers.empty()) raw(numbers.data(), numbers.size() * sizeof(float));
    }
    template <class E>
    requires std::is_enum_v<E>
    void choice(E& chosen, E last) {
        std::uint8_t byte = 0;
        value(byte);
        if (byte > static_cast<std::uint8_t>(last)) throw ArchiveError("a choice is not one of those known");
        chosen = static_cast<E>(byte);
    }
    /// The number of elements that follow, each of at least `width` bytes.
    std::uint64_t count(std::uint64_t, std::size_t width) {
        std::uint64_t size = 0;
        value(size);
        if (size > m_left / width) throw ArchiveError("a count of " + std::to_string(size) + " does not fit the file");
        return size;
    }

private:
    static constexpr unsigned flags = boost::archive::no_header | boost::archive::no_codecvt;

    struct Memory : std::streambuf {
        explicit Memory(std::string_view bytes) {
            char* begin = const_cast<char*>(bytes.data());  // only read from
            setg(begin, begin, begin + bytes.size());
        }
    };
    void raw(void* to, std::size_t size) {
        if (size > m_left) throw ArchiveError("it ends too early");
        m_archive >> boost::serialization::make_binary_object(to, size);
        m_left -= size;
    }

    std::uint64_t m_left = 0;
    Memory m_memory;
    boost::archive::binary_iarchive m_archive;
};

}  // namespace collapsar
