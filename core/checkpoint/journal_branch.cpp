// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal_scan.h"

#include <algorithm>
#include <type_traits>

namespace collapsar {

namespace {

Position positionOf(const JournalEntry& entry) {
    return std::visit(
        [](const auto& record) -> Position {
            using Record = std::remove_cvref_t<decltype(record)>;
            if constexpr (std::is_same_v<Record, SnapshotPointer>)
                return record->values.at;
            else if constexpr (std::is_same_v<Record, Rewind>)
                return record.to;
            else
                return record.at;
        },
        entry);
}

bool isEvent(const JournalEntry& entry, EventKind kind) {
    const Event* event = std::get_if<Event>(&entry);
    return event && event->kind == kind;
}

/// The entry after the checkpoint's event; the end when it has none.
std::size_t afterCheckpoint(const std::vector<JournalEntry>& living, const std::string& checkpoint) {
    for (std::size_t i = living.size(); i > 0; --i) {
        if (isEvent(living[i - 1], EventKind::Checkpoint) && std::get<Event>(living[i - 1]).text == checkpoint)
            return i;
    }
    return living.size();
}

/// Which entries `rewind` abandons. Position alone does not tell: a switch made at the checkpoint's own position after
/// it was written is not in it, while a probe of an earlier update may arrive late and stays true.
class Abandoned {
public:
    Abandoned(const std::vector<JournalEntry>& living, const Rewind& rewind)
        : m_rewind(rewind), m_after(afterCheckpoint(living, rewind.checkpoint)) {}

    /// To be asked in order.
    bool operator()(const JournalEntry& entry, std::size_t index) {
        const Position at = positionOf(entry);
        if (index >= m_after && isEvent(entry, EventKind::Switch)) return m_switched = true;
        const bool isPoint = !std::holds_alternative<Event>(entry);
        return at > m_rewind.to || (m_switched && isPoint && at == m_rewind.to);
    }

private:
    const Rewind& m_rewind;
    std::size_t m_after = 0;
    bool m_switched = false;
};

Event asEvent(const Rewind& rewind) {
    Event event;
    event.kind = EventKind::Rewound;
    event.at = rewind.to;
    event.text = rewind.checkpoint;
    return event;
}

}  // namespace

bool abandonsAnything(const std::vector<JournalEntry>& living, const Rewind& rewind) {
    Abandoned isAbandoned(living, rewind);
    for (std::size_t i = 0; i < living.size(); ++i) {
        if (isAbandoned(living[i], i)) return true;
    }
    return false;
}

std::vector<JournalEntry> livingBranch(std::vector<JournalEntry> entries) {
    std::vector<JournalEntry> living;
    living.reserve(entries.size());
    for (JournalEntry& entry : entries) {
        const Rewind* rewind = std::get_if<Rewind>(&entry);
        if (!rewind) {
            living.push_back(std::move(entry));
            continue;
        }
        Abandoned isAbandoned(living, *rewind);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < living.size(); ++i) {
            if (isAbandoned(living[i], i)) continue;
            if (kept != i) living[kept] = std::move(living[i]);
            ++kept;
        }
        living.resize(kept);
        living.emplace_back(asEvent(*rewind));
    }
    return living;
}

}  // namespace collapsar
