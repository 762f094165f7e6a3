// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/race.h"

#include "core/report/settings_table.h"

#include <algorithm>
#include <string>
#include <thread>

namespace collapsar {

namespace {

/// By wall time: how far one may be ahead of another before it waits. Less would make runs wait on every update.
constexpr double leadSeconds = 0.05;

bool mustBeEqual(const SettingInfo& setting) {
    return setting.group == SettingGroup::Data || setting.name == "batch" || setting.name == "seed";
}

}  // namespace

Race::Race(RaceClock clock, int cores)
    : m_clock(clock), m_cores(cores > 0 ? cores : std::max(1, static_cast<int>(std::thread::hardware_concurrency()))) {}

int Race::join(std::int64_t update) {
    const std::lock_guard lock(m_mutex);
    Member joined;
    joined.at.update = update;
    const auto last = std::min_element(m_members.begin(), m_members.end(), [](const auto& a, const auto& b) {
        return a.second.at.seconds < b.second.at.seconds;
    });
    if (last != m_members.end()) joined.secondsBefore = joined.at.seconds = last->second.at.seconds;
    m_members.emplace(m_next, joined);
    return m_next++;
}

void Race::leave(int member) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_members.find(member);
    if (found == m_members.end()) return;
    if (found->second.computing) --m_computing;
    m_members.erase(found);
    m_moved.notify_all();
}

bool Race::arrive(int member, const RaceStand& at, std::chrono::milliseconds timeout) {
    return ask(member, at, Asking::CoreAndStep, timeout);
}

bool Race::advance(int member, const RaceStand& at, std::chrono::milliseconds timeout) {
    return ask(member, at, Asking::Core, timeout);
}

void Race::rest(int member) {
    const std::lock_guard lock(m_mutex);
    Member& self = m_members.at(member);
    if (!self.computing) return;
    self.computing = false;
    --m_computing;
    m_moved.notify_all();
}

bool Race::ask(int member, const RaceStand& at, Asking asking, std::chrono::milliseconds timeout) {
    std::unique_lock lock(m_mutex);
    Member& self = m_members.at(member);
    self.at = at;
    self.at.seconds += self.secondsBefore;
    self.asking = asking;
    if (self.computing) --m_computing;
    self.computing = false;
    m_moved.notify_all();
    self.computing = m_moved.wait_for(lock, timeout, [&] { return mayCompute(self); });
    self.asking = Asking::Nothing;
    if (self.computing) {
        ++m_computing;
        self.served = ++m_turns;
    }
    m_moved.notify_all();  // another may be next now
    return self.computing;
}

bool Race::isInStep(const Member& member) const {
    if (member.asking == Asking::Core) return true;
    if (m_clock == RaceClock::Updates && member.at.inner > 0) return true;
    return std::all_of(m_members.begin(), m_members.end(), [&](const auto& entry) {
        const RaceStand& other = entry.second.at;
        return m_clock == RaceClock::Updates ? other.update >= member.at.update
                                             : other.seconds + leadSeconds >= member.at.seconds;
    });
}

bool Race::isBehind(const Member& one, const Member& other) const {
    if (m_clock == RaceClock::Updates && one.at.update != other.at.update) return one.at.update < other.at.update;
    if (m_clock == RaceClock::WallTime && one.at.seconds != other.at.seconds) return one.at.seconds < other.at.seconds;
    return one.served < other.served;
}

bool Race::mayCompute(const Member& member) const {
    if (!isInStep(member)) return false;
    std::ptrdiff_t free = m_cores - m_computing;
    free -= std::count_if(m_members.begin(), m_members.end(), [&](const auto& entry) {
        const Member& other = entry.second;
        return &other != &member && other.asking != Asking::Nothing && !other.computing && isBehind(other, member) &&
               isInStep(other);
    });
    return free > 0;
}

Result<void> checkRace(std::span<const Settings> runs) {
    if (runs.size() < 2 || runs.size() > Race::mostRuns) {
        return Error{ErrorCode::InvalidSettings, "A race takes 2 to " + std::to_string(Race::mostRuns) + " runs, not " +
                                                     std::to_string(runs.size()) + "."};
    }
    std::string differing;
    for (const SettingInfo& setting : settingsTable()) {
        if (!mustBeEqual(setting)) continue;
        const std::string first = settingText(runs.front(), setting.name);
        const auto other = std::find_if(runs.begin() + 1, runs.end(),
                                        [&](const Settings& run) { return settingText(run, setting.name) != first; });
        if (other == runs.end()) continue;
        differing += differing.empty() ? "" : ", ";
        differing += std::string(setting.name) + " (" + first + " and " + settingText(*other, setting.name) + ")";
    }
    if (differing.empty()) return {};
    return Error{ErrorCode::InvalidSettings,
                 "A race needs equal data, batch and seed. These differ: " + differing + "."};
}

}  // namespace collapsar
