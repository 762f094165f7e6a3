// SPDX-License-Identifier: GPL-3.0-or-later
/// CRC-32 (IEEE, as in gzip and PNG) of bytes of any length: finds every error burst of up to 32 bits.
#pragma once

#include <cstdint>
#include <string_view>

namespace collapsar {

/// crc32Of("123456789") == 0xCBF43926. Any thread.
[[nodiscard]] std::uint32_t crc32Of(std::string_view bytes);

}  // namespace collapsar
