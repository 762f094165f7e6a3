// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/json_lines.h"

#include "core/export/column_names.h"
#include "core/report/number_text.h"

#include <cmath>
#include <string_view>

namespace collapsar {

namespace {

std::string jsonNumber(double value) {
    if (std::isnan(value)) return "null";
    if (std::isinf(value)) return value > 0 ? "\"inf\"" : "\"-inf\"";
    return numberText(value);
}

/// Builds one object; keys are ours and need no escapes.
class JsonLine {
public:
    void add(std::string_view key, std::string_view value) {
        m_text.append(m_text.empty() ? "{\"" : ",\"").append(key).append("\":").append(value);
    }
    void addWord(std::string_view key, std::string_view word) { add(key, '"' + std::string(word) + '"'); }
    [[nodiscard]] std::string finished() const { return m_text + '}'; }

private:
    std::string m_text;
};

}  // namespace

std::string measurementJson(const Measurement& m) {
    JsonLine line;
    line.addWord("kind", kindName(m.kind));
    line.add("update", numberText(m.at.update));
    line.add("inner", numberText(m.at.inner));
    line.add("encoder_updates", numberText(m.encoderUpdates));
    line.add("epoch", jsonNumber(m.epoch));
    line.add("seconds", jsonNumber(m.seconds));
    for (const MeasurementColumn& column : measurementColumns())
        line.add(column.name, jsonNumber(m.*column.value));
    line.addWord("aggressive", aggressiveName(m.aggressive));
    line.add("burn_in", m.burnIn ? "true" : "false");
    line.addWord("pooling", poolingName(m.pooling));
    line.add("skip", m.skip ? "true" : "false");
    return line.finished();
}

}  // namespace collapsar
