// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads tests/data/diagnostics_metrics.json, made by diagnostics_metrics.py beside it.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <string>
#include <vector>

namespace collapsar {

/// The cases of one name; empty where the file is missing.
inline QJsonArray metricsOracle(const char* name) {
    QFile file(TEST_DATA "/diagnostics_metrics.json");
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object()[QLatin1String(name)].toArray();
}

template <class Number>
std::vector<Number> numbersOf(const QJsonValue& value) {
    std::vector<Number> numbers;
    for (const QJsonValue& v : value.toArray())
        numbers.push_back(static_cast<Number>(v.toDouble()));
    return numbers;
}

inline bool isNear(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

}  // namespace collapsar
