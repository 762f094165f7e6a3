// SPDX-License-Identifier: GPL-3.0-or-later
/// Keeps several runs in step and shares the cores among them. A run that pauses holds the others; one that ends
/// leaves. When runs wait changes nothing in what they compute. Any thread.
#pragma once

#include "core/report/result.h"
#include "core/report/settings.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>

namespace collapsar {

/// What runs keep in step by.
enum class RaceClock {
    Updates,   ///< completed outer updates: none begins its next one before all have come as far
    WallTime,  ///< seconds of their own training: one whose updates are dear makes fewer of them
};
// A command to several runs (Run::interveneTogether) has the same place by either clock: before the first update that
// none of them has begun. By wall time one that has made fewer updates plans it, and applies it when it comes there.

/// How far a run has come.
struct RaceStand {
    std::int64_t update = 0;
    std::int32_t inner = 0;
    double seconds = 0;  ///< of training, since it joined
};

class Race {
public:
    static constexpr std::size_t mostRuns = 6;

    /// `cores`: how many runs may compute at once; 0: as many as the machine has.
    explicit Race(RaceClock clock = RaceClock::Updates, int cores = 0);

    [[nodiscard]] RaceClock clock() const { return m_clock; }

    /// A run joins when it is made, so that none starts alone; returns its number in the race. One that joins late is
    /// not waited for by wall time: it begins where the last of the others is.
    [[nodiscard]] int join(std::int64_t update);
    void leave(int member);
    /// Says that `member` has come to `at` and waits, for `timeout` at most, until no other is behind it and a core is
    /// free; of those that wait, the one furthest behind is served first. True: the member may compute, until its next
    /// arrive(), advance(), rest() or leave().
    [[nodiscard]] bool arrive(int member, const RaceStand& at, std::chrono::milliseconds timeout);
    /// As arrive, for a run that waits for a core only and not for the others.
    [[nodiscard]] bool advance(int member, const RaceStand& at, std::chrono::milliseconds timeout);
    /// The member computes no longer.
    void rest(int member);

private:
    enum class Asking { Nothing, Core, CoreAndStep };
    struct Member {
        RaceStand at;
        Asking asking = Asking::Nothing;
        bool computing = false;
        double secondsBefore = 0;  ///< what the others had trained when it joined
        std::uint64_t served = 0;  ///< when it last got a core
    };
    [[nodiscard]] bool ask(int member, const RaceStand& at, Asking asking, std::chrono::milliseconds timeout);
    [[nodiscard]] bool isInStep(const Member& member) const;
    [[nodiscard]] bool isBehind(const Member& one, const Member& other) const;
    [[nodiscard]] bool mayCompute(const Member& member) const;

    const RaceClock m_clock;
    const int m_cores;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::map<int, Member> m_members;
    int m_next = 0;
    int m_computing = 0;
    std::uint64_t m_turns = 0;
};

/// Whether these may race: 2 to 6 runs with equal data, batch and seed.
///
/// errors  InvalidSettings, naming every setting that differs.
[[nodiscard]] Result<void> checkRace(std::span<const Settings> runs);

}  // namespace collapsar
