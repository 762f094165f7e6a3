// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of TensorBoard event files. A file is a row of TFRecords: u64 length, u32 masked CRC-32C of it, the data,
/// u32 masked CRC-32C of the data, all little-endian. The data are Event messages (tensorflow/core/util/event.proto):
/// wall_time = 1, step = 2, file_version = 3, summary = 5 of Values with tag = 1 and simple_value = 2.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace collapsar {

/// CRC-32C (Castagnoli, RFC 3720). crc32cOf("123456789") == 0xE3069283. Any thread.
[[nodiscard]] std::uint32_t crc32cOf(std::string_view bytes);
/// As TFRecords store it: rotated right by 15 bits, plus 0xa282ead8.
[[nodiscard]] std::uint32_t maskedCrc32c(std::string_view bytes);
[[nodiscard]] std::string tfRecord(std::string_view data);

class EventFileText {
public:
    /// Begins with the record that says "brain.Event:2".
    explicit EventFileText(double wallTime);
    /// One Event with one value. `wallTime` in seconds since 1970.
    void scalar(double wallTime, std::int64_t step, std::string_view tag, float value);

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

}  // namespace collapsar
