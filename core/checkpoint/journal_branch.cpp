// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal_history.h"
#include "core/checkpoint/journal_scan.h"

#include <algorithm>
#include <type_traits>

namespace collapsar {

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

namespace {

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

namespace {

void rewind(std::vector<JournalEntry>& living, const Rewind& to) {
    Abandoned isAbandoned(living, to);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < living.size(); ++i) {
        if (isAbandoned(living[i], i)) continue;
        if (kept != i) living[kept] = std::move(living[i]);
        ++kept;
    }
    living.resize(kept);
    living.emplace_back(asEvent(to));
}

bool namesCheckpoint(const JournalEntry& entry) {
    return isEvent(entry, EventKind::Checkpoint) || isEvent(entry, EventKind::Rewound) ||
           isEvent(entry, EventKind::Resumed);
}

bool isRewind(const JournalEntry& entry) {
    return std::holds_alternative<Rewind>(entry);
}

/// Sorts entries into the vectors that readers want.
struct Sorter {
    JournalContents& contents;

    void operator()(Event& event) { contents.events.push_back(std::move(event)); }
    void operator()(Measurement& measurement) { contents.measurements.push_back(measurement); }
    void operator()(SnapshotPointer& snapshot) { contents.snapshots.push_back(std::move(snapshot)); }
    void operator()(Rewind& rewind) { contents.events.push_back(asEvent(rewind)); }
};

}  // namespace

void take(JournalContents& contents, JournalEntry& entry) {
    std::visit(Sorter{contents}, entry);
}

JournalBranches branchesOf(std::vector<JournalEntry> entries) {
    JournalBranches branches;
    branches.rewound = std::any_of(entries.begin(), entries.end(), isRewind);
    if (!branches.rewound) {
        branches.living = std::move(entries);
    } else {
        for (JournalEntry& entry : entries) {
            if (const Rewind* back = std::get_if<Rewind>(&entry))
                rewind(branches.living, *back);
            else
                branches.living.push_back(std::move(entry));
        }
    }
    for (const JournalEntry& entry : branches.living) {
        if (namesCheckpoint(entry)) branches.checkpoints.insert(std::get<Event>(entry).text);
    }
    return branches;
}

}  // namespace collapsar
