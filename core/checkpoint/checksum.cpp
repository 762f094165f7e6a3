// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/checksum.h"

#include <zlib.h>

namespace collapsar {

std::uint32_t crc32Of(std::string_view bytes) {
    return static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

}  // namespace collapsar
