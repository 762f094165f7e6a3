// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/record_bytes.h"

namespace collapsar {

void RecordWriter::integer(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
}

void RecordWriter::text(std::string_view value) {
    integer(value.size());
    m_bytes.append(value);
}

void RecordWriter::reals(const std::vector<float>& values) {
    integer(values.size());
    if (!values.empty()) raw(values.data(), values.size() * sizeof(float));
}

bool RecordReader::raw(void* to, std::size_t size) {
    m_ok = m_ok && size <= m_bytes.size() - m_position;
    if (!m_ok) {
        std::memset(to, 0, size);
        return false;
    }
    std::memcpy(to, m_bytes.data() + m_position, size);
    m_position += size;
    return true;
}

std::uint8_t RecordReader::byte() {
    std::uint8_t value = 0;
    raw(&value, sizeof value);
    return value;
}

std::uint64_t RecordReader::integer() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::uint8_t part = byte();
        value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
        if ((part & 0x80) == 0) return value;
    }
    m_ok = false;
    return 0;
}

double RecordReader::real() {
    double value = 0;
    raw(&value, sizeof value);
    return value;
}

float RecordReader::narrowReal() {
    float value = 0;
    raw(&value, sizeof value);
    return value;
}

std::string_view RecordReader::slice() {
    const std::uint64_t size = integer();
    m_ok = m_ok && size <= m_bytes.size() - m_position;
    if (!m_ok) return {};
    const std::string_view found = m_bytes.substr(m_position, size);
    m_position += size;
    return found;
}

std::string RecordReader::text() {
    return std::string(slice());
}

std::vector<float> RecordReader::reals() {
    const std::uint64_t count = integer();
    m_ok = m_ok && count <= (m_bytes.size() - m_position) / sizeof(float);
    if (!m_ok || count == 0) return {};
    std::vector<float> values(count);
    raw(values.data(), count * sizeof(float));
    return values;
}

}  // namespace collapsar
