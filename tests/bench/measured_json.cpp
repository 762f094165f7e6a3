// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace collapsar {

using Json = nlohmann::json;

std::string jsonLine(const Measured& measured) {
    return Json{{"work", measured.work},
                {"cpu_seconds", measured.cpuSeconds},
                {"wall_seconds", measured.wallSeconds},
                {"peak_memory_mib", measured.peakMemoryMiB},
                {"figures", measured.figures},
                {"values", measured.values}}
        .dump();
}

Measured measuredFromJson(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        Measured measured;
        json.at("work").get_to(measured.work);
        json.at("cpu_seconds").get_to(measured.cpuSeconds);
        json.at("wall_seconds").get_to(measured.wallSeconds);
        json.at("peak_memory_mib").get_to(measured.peakMemoryMiB);
        json.at("figures").get_to(measured.figures);
        json.at("values").get_to(measured.values);
        return measured;
    } catch (const Json::exception& problem) {
        throw std::runtime_error(std::string("no measurement: ") + problem.what());
    }
}

}  // namespace collapsar
