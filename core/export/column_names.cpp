// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/column_names.h"

#include "core/report/settings_table.h"

namespace collapsar {

std::string_view kindName(MeasurementKind kind) {
    switch (kind) {
        case MeasurementKind::Training:
            return "training";
        case MeasurementKind::Scheduled:
            return "scheduled";
        case MeasurementKind::Probe:
            break;
    }
    return "probe";
}

std::string aggressiveName(Aggressive aggressive) {
    Settings settings;
    settings.aggressive = aggressive;
    return settingText(settings, "aggressive");
}

std::string poolingName(Pooling pooling) {
    Settings settings;
    settings.pooling = pooling;
    return settingText(settings, "pooling");
}

}  // namespace collapsar
