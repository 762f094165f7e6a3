// SPDX-License-Identifier: GPL-3.0-or-later
/// What each kind of journal record says, as bytes and back. Fields are only ever added at the end of a payload: older
/// readers ignore what follows the part they know, newer ones give defaults to what is not there.
#pragma once

#include "core/report/measurement.h"
#include "core/report/run_state.h"
#include "core/report/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace collapsar {

/// Numbers are part of the file format: never reuse or renumber.
enum class RecordType : std::uint8_t { Event = 1, Measurement = 2, Snapshot = 3, Rewind = 4 };

/// Training went on from `checkpoint`, at `to`; what had come after it was abandoned.
struct Rewind {
    Position to;
    std::string checkpoint;
};

using JournalEntry = std::variant<Event, Measurement, SnapshotPointer, Rewind>;

[[nodiscard]] std::string eventBytes(const Event& event);
/// About 80 bytes for a training update: absent values take none, values that are floats four.
[[nodiscard]] std::string measurementBytes(const Measurement& measurement);
[[nodiscard]] std::string snapshotBytes(const Snapshot& snapshot);
[[nodiscard]] std::string rewindBytes(const Rewind& rewind);

[[nodiscard]] constexpr bool isKnown(std::uint8_t type) {
    return type >= static_cast<std::uint8_t>(RecordType::Event) &&
           type <= static_cast<std::uint8_t>(RecordType::Rewind);
}
/// Empty when the payload cannot be what its type says.
[[nodiscard]] std::optional<JournalEntry> entryFromBytes(RecordType type, std::string_view payload);

}  // namespace collapsar
