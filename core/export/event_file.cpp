// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/event_file.h"

#include <array>
#include <bit>
#include <cstring>

namespace collapsar {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");

constexpr std::array<std::uint32_t, 256> makeCrcTable() {
    constexpr std::uint32_t polynomial = 0x82F63B78;  // Castagnoli, reflected
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
        table[byte] = value;
    }
    return table;
}

template <class T>
void appendFixed(std::string& bytes, T value) {
    std::array<char, sizeof(T)> raw{};
    std::memcpy(raw.data(), &value, sizeof value);
    bytes.append(raw.data(), raw.size());
}

void appendVarint(std::string& bytes, std::uint64_t value) {
    constexpr std::uint64_t more = 0x80;
    for (; value >= more; value >>= 7)
        bytes += static_cast<char>((value & (more - 1)) | more);
    bytes += static_cast<char>(value);
}

/// Protobuf wire types.
enum Wire { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

void appendKey(std::string& bytes, std::uint64_t field, Wire wire) {
    appendVarint(bytes, field << 3 | static_cast<std::uint64_t>(wire));
}

void appendText(std::string& bytes, std::uint64_t field, std::string_view text) {
    appendKey(bytes, field, Bytes);
    appendVarint(bytes, text.size());
    bytes += text;
}

std::string eventAt(double wallTime) {
    std::string event;
    appendKey(event, 1, Fixed64);
    appendFixed(event, wallTime);
    return event;
}

}  // namespace

std::uint32_t crc32cOf(std::string_view bytes) {
    static constexpr std::array<std::uint32_t, 256> table = makeCrcTable();
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

std::uint32_t maskedCrc32c(std::string_view bytes) {
    constexpr std::uint32_t maskDelta = 0xa282ead8;
    return std::rotr(crc32cOf(bytes), 15) + maskDelta;
}

std::string tfRecord(std::string_view data) {
    std::string length;
    appendFixed(length, static_cast<std::uint64_t>(data.size()));
    std::string record = length;
    appendFixed(record, maskedCrc32c(length));
    record += data;
    appendFixed(record, maskedCrc32c(data));
    return record;
}

EventFileText::EventFileText(double wallTime) {
    std::string event = eventAt(wallTime);
    appendText(event, 3, "brain.Event:2");
    m_bytes = tfRecord(event);
}

void EventFileText::scalar(double wallTime, std::int64_t step, std::string_view tag, float value) {
    std::string entry;
    appendText(entry, 1, tag);
    appendKey(entry, 2, Fixed32);
    appendFixed(entry, value);
    std::string summary;
    appendText(summary, 1, entry);
    std::string event = eventAt(wallTime);
    appendKey(event, 2, Varint);
    appendVarint(event, static_cast<std::uint64_t>(step));
    appendText(event, 5, summary);
    m_bytes += tfRecord(event);
}

}  // namespace collapsar
