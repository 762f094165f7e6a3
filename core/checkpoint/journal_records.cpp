// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/journal_records.h"

#include "core/checkpoint/record_bytes.h"

#include <array>
#include <bit>
#include <memory>

namespace collapsar {

namespace {

using M = Measurement;
/// The bit of each number in a record's masks is its place here: add at the end, never reorder.
constexpr std::array<double M::*, 32> numbers{&M::trainElbo,
                                              &M::trainReconstruction,
                                              &M::trainKl,
                                              &M::encoderGradientNorm,
                                              &M::decoderGradientNorm,
                                              &M::klWeight,
                                              &M::innerUpdates,
                                              &M::learningRate,  // these come every update: their masks fit two bytes
                                              &M::elbo,
                                              &M::reconstruction,
                                              &M::kl,
                                              &M::ppl,
                                              &M::miBatch,
                                              &M::miFull,
                                              &M::activeUnits,
                                              &M::lag,
                                              &M::logLikelihood,
                                              &M::trueMeanSd,
                                              &M::approxMeanSd,
                                              &M::meanCorrelation,
                                              &M::meanGap,
                                              &M::refinedElbo,
                                              &M::refinedKl,
                                              &M::aggregateKl,
                                              &M::usageShuffled,
                                              &M::usagePrior,
                                              &M::featureCosine,
                                              &M::featureRank,
                                              &M::probeAccuracy,
                                              &M::iwNll,
                                              &M::iwPpl,
                                              &M::cpuSeconds};

bool isSameNumber(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// NaN is never narrowed: a conversion may change its bits.
bool isFloat(double value) {
    return value == static_cast<double>(static_cast<float>(value));
}

/// False, leaving `value` alone, when `number` is beyond `last`.
template <class E>
bool choose(E& value, std::uint64_t number, E last) {
    if (number > static_cast<std::uint64_t>(last)) return false;
    value = static_cast<E>(number);
    return true;
}

void put(RecordWriter& out, const Position& at) {
    out.integer(static_cast<std::uint64_t>(at.update));
    out.integer(static_cast<std::uint32_t>(at.inner));
}

Position getPosition(RecordReader& in) {
    Position at;
    at.update = static_cast<std::int64_t>(in.integer());
    at.inner = static_cast<std::int32_t>(in.integer());
    return at;
}

std::uint8_t switchBits(const Measurement& m) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(m.aggressive) | static_cast<unsigned>(m.pooling) << 2 |
                                     (m.burnIn ? 0x10u : 0u) | (m.skip ? 0x20u : 0u));
}

bool setSwitches(Measurement& m, unsigned bits) {
    m.burnIn = (bits & 0x10u) != 0;
    m.skip = (bits & 0x20u) != 0;
    m.pooling = static_cast<Pooling>(bits >> 2 & 3u);
    return choose(m.aggressive, bits & 3u, Aggressive::On);
}

void putNumbers(RecordWriter& out, const Measurement& m) {
    std::uint64_t present = 0, narrow = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const double value = m.*numbers[i];
        if (isSameNumber(value, notMeasured)) continue;
        present |= std::uint64_t{1} << i;
        if (isFloat(value)) narrow |= std::uint64_t{1} << i;
    }
    out.integer(present);
    out.integer(narrow);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        if ((present & narrow & bit) != 0)
            out.narrowReal(static_cast<float>(m.*numbers[i]));
        else if ((present & bit) != 0)
            out.real(m.*numbers[i]);
    }
}

/// Numbers of a newer version, whose place is not known here, are read over.
void getNumbers(RecordReader& in, Measurement& m) {
    const std::uint64_t present = in.integer();
    const std::uint64_t narrow = in.integer();
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        if ((present & bit) == 0) continue;
        const double value = (narrow & bit) != 0 ? static_cast<double>(in.narrowReal()) : in.real();
        if (i < numbers.size()) m.*numbers[i] = value;
    }
}

bool getMeasurement(RecordReader& in, Measurement& m) {
    const bool known = choose(m.kind, in.byte(), MeasurementKind::Probe) && setSwitches(m, in.byte());
    m.at = getPosition(in);
    m.encoderUpdates = static_cast<std::int64_t>(in.integer());
    m.epoch = in.real();
    m.seconds = in.real();
    getNumbers(in, m);
    return known && in.ok();
}

std::optional<JournalEntry> getEvent(RecordReader& in) {
    Event event;
    const bool known = choose(event.kind, in.byte(), EventKind::Warning);
    event.at = getPosition(in);
    event.value = in.real();
    event.text = in.text();
    const bool knownAction = choose(event.intervention.action, in.byte(), Action::ReinitialiseDecoder);
    event.intervention.at = getPosition(in);
    event.intervention.field = in.text();
    event.intervention.oldValue = in.text();
    event.intervention.newValue = in.text();
    if (!known || !knownAction || !in.ok()) return std::nullopt;
    return event;
}

constexpr std::array<double Verdict::*, 6> verdictNumbers{
    &Verdict::trueMeanSd, &Verdict::approxMeanSd, &Verdict::meanCorrelation,
    &Verdict::meanGap,    &Verdict::kl,           &Verdict::miFull};

/// `total` bytes: records of early versions end before the effective samples.
std::optional<JournalEntry> getSnapshot(RecordReader& in, std::size_t total) {
    auto snapshot = std::make_shared<Snapshot>();
    RecordReader values(in.slice());
    bool known = getMeasurement(values, snapshot->values);
    known = choose(snapshot->verdict.kind, in.byte(), VerdictKind::Diverged) && known;
    for (const auto number : verdictNumbers)
        snapshot->verdict.*number = in.real();
    snapshot->latent = static_cast<int>(in.integer());
    snapshot->objectiveIsPlain = in.byte() != 0;
    for (const auto member : {&Snapshot::trueMean, &Snapshot::approximateMean, &Snapshot::logLikelihood, &Snapshot::lag,
                              &Snapshot::unitVariance, &Snapshot::unitKl}) {
        (*snapshot).*member = in.reals();
    }
    if (in.position() < total) snapshot->effectiveSamples = in.reals();
    // Whoever draws it divides by the latent dimensions and walks the vectors side by side.
    const std::size_t latent = snapshot->latent > 0 ? static_cast<std::size_t>(snapshot->latent) : 0;
    if (!known || !in.ok() || latent == 0 || snapshot->approximateMean.size() % latent != 0) return std::nullopt;
    const std::size_t probes = snapshot->approximateMean.size() / latent;
    const auto fits = [](const std::vector<float>& part, std::size_t size) {
        return part.empty() || part.size() == size;
    };
    if (!fits(snapshot->trueMean, probes * latent) || !fits(snapshot->logLikelihood, probes) ||
        !fits(snapshot->lag, probes) || !fits(snapshot->effectiveSamples, probes) ||
        !fits(snapshot->unitVariance, latent) || !fits(snapshot->unitKl, latent)) {
        return std::nullopt;
    }
    return SnapshotPointer(std::move(snapshot));
}

}  // namespace

std::string eventBytes(const Event& event) {
    RecordWriter out;
    out.byte(static_cast<std::uint8_t>(event.kind));
    put(out, event.at);
    out.real(event.value);
    out.text(event.text);
    out.byte(static_cast<std::uint8_t>(event.intervention.action));
    put(out, event.intervention.at);
    out.text(event.intervention.field);
    out.text(event.intervention.oldValue);
    out.text(event.intervention.newValue);
    return out.bytes();
}

std::string measurementBytes(const Measurement& m) {
    RecordWriter out;
    out.byte(static_cast<std::uint8_t>(m.kind));
    out.byte(switchBits(m));
    put(out, m.at);
    out.integer(static_cast<std::uint64_t>(m.encoderUpdates));
    out.real(m.epoch);
    out.real(m.seconds);
    putNumbers(out, m);
    return out.bytes();
}

std::string snapshotBytes(const Snapshot& snapshot) {
    RecordWriter out;
    out.text(measurementBytes(snapshot.values));
    out.byte(static_cast<std::uint8_t>(snapshot.verdict.kind));
    for (const auto number : verdictNumbers)
        out.real(snapshot.verdict.*number);
    out.integer(static_cast<std::uint32_t>(snapshot.latent));
    out.byte(snapshot.objectiveIsPlain ? 1 : 0);
    for (const auto member : {&Snapshot::trueMean, &Snapshot::approximateMean, &Snapshot::logLikelihood, &Snapshot::lag,
                              &Snapshot::unitVariance, &Snapshot::unitKl}) {
        out.reals(snapshot.*member);
    }
    if (!snapshot.effectiveSamples.empty()) out.reals(snapshot.effectiveSamples);
    return out.bytes();
}

std::string rewindBytes(const Rewind& rewind) {
    RecordWriter out;
    put(out, rewind.to);
    out.text(rewind.checkpoint);
    return out.bytes();
}

std::optional<JournalEntry> entryFromBytes(RecordType type, std::string_view payload) {
    RecordReader in(payload);
    switch (type) {
        case RecordType::Event:
            return getEvent(in);
        case RecordType::Measurement: {
            Measurement measurement;
            if (!getMeasurement(in, measurement)) return std::nullopt;
            return measurement;
        }
        case RecordType::Snapshot:
            return getSnapshot(in, payload.size());
        case RecordType::Rewind: {
            Rewind rewind;
            rewind.to = getPosition(in);
            rewind.checkpoint = in.text();
            if (!in.ok()) return std::nullopt;
            return rewind;
        }
    }
    return std::nullopt;
}

}  // namespace collapsar
