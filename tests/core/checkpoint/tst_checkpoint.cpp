// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/atomic_file.h"
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/checksum.h"
#include "tests/core/checkpoint/file_faults.h"
#include "tests/core/checkpoint/sample_state.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/resource.h>
#include <cstring>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

bool isSame(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}
bool isSame(const Parameters& a, const Parameters& b) {
    return a.shape == b.shape && isSame(a.encoder, b.encoder) && isSame(a.decoder, b.decoder) &&
           a.pooling == b.pooling && a.skip == b.skip;
}

/// Name of the first field that differs; empty: none.
std::string difference(const TrainingState& a, const TrainingState& b) {
    if (a.runId != b.runId) return "runId";
    if (a.numerics != b.numerics) return "numerics";
    if (a.settings != b.settings) return "settings";
    if (a.at != b.at) return "at";
    if (a.encoderUpdates != b.encoderUpdates) return "encoderUpdates";
    if (a.seconds != b.seconds) return "seconds";
    if (std::isnan(a.cpuSeconds) ? !std::isnan(b.cpuSeconds) : a.cpuSeconds != b.cpuSeconds) return "cpuSeconds";
    if (!isSame(a.weights, b.weights)) return "weights";
    if (a.encoderOptimiser != b.encoderOptimiser) return "encoderOptimiser";
    if (a.decoderOptimiser != b.decoderOptimiser) return "decoderOptimiser";
    if (a.skipOptimiser != b.skipOptimiser) return "skipOptimiser";
    if (a.skipEverOpen != b.skipEverOpen) return "skipEverOpen";
    if (a.innerLoop != b.innerLoop) return "innerLoop";
    if (a.innerBatch != b.innerBatch) return "innerBatch";
    if (a.evaluationDue != b.evaluationDue) return "evaluationDue";
    if (a.burnIn != b.burnIn) return "burnIn";
    if (a.learningRate != b.learningRate) return "learningRate";
    if (a.encoderLearningRate != b.encoderLearningRate) return "encoderLearningRate";
    if (a.decay != b.decay) return "decay";
    if (!isSame(a.best, b.best)) return "best";
    if (a.planned != b.planned) return "planned";
    return {};
}

constexpr std::size_t headerSize = 28;

/// The same payload under checksums that fit it, as someone who means harm would make them.
std::string resealed(std::string bytes) {
    const std::uint32_t payloadSum = crc32Of(std::string_view(bytes).substr(headerSize));
    std::memcpy(bytes.data() + 20, &payloadSum, 4);
    const std::uint32_t headerSum = crc32Of(std::string_view(bytes).substr(0, 24));
    std::memcpy(bytes.data() + 24, &headerSum, 4);
    return bytes;
}

long peakKilobytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTripKeepsEveryField();
    void sampleOfVersion1Loads();
    void sampleOfVersion2Loads();
    void truncatedAtEveryByteIsRefused();
    void everyFlippedByteIsRefused();
    void sealedNonsenseNeverCrashes();
    void absurdCountsTakeNoMemory();
    void weightsThatDoNotFitTheShapeAreRefused();
    void newerVersionIsRefusedNamingBoth();
    void killedWriterLeavesTheOldFile();
    void fullDiskLeavesTheOldFile();
    void devicesAndFoldersAreErrors();
    void toyCheckpointIsQuick();
    void secondsAreReadWithoutTheWeights();
};

void TestCheckpoint::roundTripKeepsEveryField() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.ckpt";
    QVERIFY(writeCheckpoint(path, sampleState()).ok());
    const auto read = readCheckpoint(path);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    QCOMPARE(difference(read.value(), sampleState()), std::string());
    QCOMPARE(filesIn(path.parent_path()), std::size_t{1});
}

void TestCheckpoint::sampleOfVersion1Loads() {
    const auto read = readCheckpoint(TEST_DATA "/checkpoint_v1.ckpt");
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    TrainingState expected = sampleState();
    expected.settings.labels = Labels::None;  // how text was read before files said so
    expected.cpuSeconds = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(difference(read.value(), expected), std::string());
}

void TestCheckpoint::sampleOfVersion2Loads() {
    const auto read = readCheckpoint(TEST_DATA "/checkpoint_v2.ckpt");
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    TrainingState expected = sampleState();
    expected.settings.labels = Labels::None;  // the sample names few settings
    QCOMPARE(difference(read.value(), expected), std::string());
}

void TestCheckpoint::truncatedAtEveryByteIsRefused() {
    const std::string bytes = encodeCheckpoint(sampleState());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto read = decodeCheckpoint(std::string_view(bytes).substr(0, size), "cut");
        QVERIFY2(!read.ok(), std::to_string(size).c_str());
        QCOMPARE(read.error().code, ErrorCode::FileDamaged);
    }
}

void TestCheckpoint::everyFlippedByteIsRefused() {
    const std::string bytes = encodeCheckpoint(sampleState());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const int flip : {0x01, 0x80, 0xFF}) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ flip);
            QVERIFY2(!decodeCheckpoint(damaged, "flipped").ok(), std::to_string(i).c_str());
        }
    }
}

void TestCheckpoint::sealedNonsenseNeverCrashes() {
    const std::string bytes = encodeCheckpoint(sampleState());
    int refused = 0;
    for (std::size_t i = headerSize; i < bytes.size(); ++i) {
        for (const int flip : {0x01, 0x10, 0x80, 0xFF}) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ flip);
            const auto read = decodeCheckpoint(resealed(damaged), "sealed");
            if (read.ok()) continue;
            ++refused;
            QCOMPARE(read.error().code, ErrorCode::FileDamaged);
        }
    }
    QVERIFY(refused > 100);  // the counts, shapes, names and choices among the bytes
}

void TestCheckpoint::absurdCountsTakeNoMemory() {
    const std::string bytes = encodeCheckpoint(sampleState());
    const long before = peakKilobytes();
    for (std::size_t i = headerSize; i + 8 <= bytes.size(); ++i) {
        for (const std::uint64_t count : {std::uint64_t{200000000}, std::uint64_t{1} << 62, ~std::uint64_t{0}}) {
            std::string damaged = bytes;
            std::memcpy(damaged.data() + i, &count, sizeof count);
            (void)decodeCheckpoint(resealed(damaged), "absurd");
        }
    }
    QVERIFY2(peakKilobytes() - before < 16 * 1024, std::to_string(peakKilobytes() - before).c_str());
}

void TestCheckpoint::weightsThatDoNotFitTheShapeAreRefused() {
    TrainingState state = sampleState();
    state.weights.decoder.pop_back();
    const auto read = decodeCheckpoint(encodeCheckpoint(state), "shape.ckpt");
    QVERIFY(!read.ok());
    QVERIFY(read.error().detail.find("weights do not fit") != std::string::npos);
    state = sampleState();
    state.encoderOptimiser.firstMoment.pop_back();
    QVERIFY(!decodeCheckpoint(encodeCheckpoint(state), "moments.ckpt").ok());
    state = sampleState();
    state.best = {};
    QVERIFY(decodeCheckpoint(encodeCheckpoint(state), "no best.ckpt").ok());
}

void TestCheckpoint::newerVersionIsRefusedNamingBoth() {
    std::string bytes = encodeCheckpoint(sampleState());
    const std::uint32_t newer = checkpointVersion + 41;
    std::memcpy(bytes.data() + 8, &newer, sizeof newer);
    const auto read = decodeCheckpoint(resealed(bytes), "new.ckpt");
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::FileTooNew);
    QVERIFY(read.error().detail.find("version 43") != std::string::npos);
    QVERIFY(read.error().detail.find("up to version 2") != std::string::npos);
}

void TestCheckpoint::killedWriterLeavesTheOldFile() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.ckpt";
    TrainingState next = sampleState();
    next.at.update = 999;
    const std::size_t size = encodeCheckpoint(next).size();
    QVERIFY(writeCheckpoint(path, sampleState()).ok());
    for (std::size_t at = 0; at < size; at += size / 40 + 1) {
        QVERIFY(killedAtByte(at, [&] { (void)writeCheckpoint(path, next); }));
        const auto read = readCheckpoint(path);
        QVERIFY(read.ok());
        QCOMPARE(read.value().at.update, std::int64_t{123});
    }
    QVERIFY(filesIn(path.parent_path()) > 1);
    removeStaleTemporaries(path.parent_path());
    QCOMPARE(filesIn(path.parent_path()), std::size_t{1});
}

void TestCheckpoint::fullDiskLeavesTheOldFile() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.ckpt";
    QVERIFY(writeCheckpoint(path, sampleState()).ok());
    TrainingState next = sampleState();
    next.at.update = 999;
    Result<void> written;
    {
        const FullDisk full(1000);
        written = writeCheckpoint(path, next);
    }
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    QVERIFY(written.error().detail.find("a.ckpt") != std::string::npos);
    QCOMPARE(readCheckpoint(path).value().at.update, std::int64_t{123});
    QCOMPARE(filesIn(path.parent_path()), std::size_t{1});
}

void TestCheckpoint::devicesAndFoldersAreErrors() {
    QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const auto full = writeCheckpoint("/dev/full", sampleState());
    QVERIFY(!full.ok());
    QVERIFY(full.error().detail.find("No space left") != std::string::npos);
    QVERIFY(writeFileAtomically("/dev/null", "gone").ok());
    QCOMPARE(writeCheckpoint(root, sampleState()).error().code, ErrorCode::FileUnwritable);
    QCOMPARE(writeCheckpoint(root / "none" / "a.ckpt", sampleState()).error().code, ErrorCode::FileUnwritable);
    QCOMPARE(readCheckpoint(root).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readCheckpoint("/dev/zero").error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readCheckpoint(root / "none.ckpt").error().code, ErrorCode::FileMissing);
    QVERIFY(writeFileAtomically(root / "text.ckpt", "not a checkpoint at all").ok());
    QCOMPARE(readCheckpoint(root / "text.ckpt").error().code, ErrorCode::FileDamaged);
}

/// Prints its figures; the limit only catches what is out of all proportion.
void TestCheckpoint::toyCheckpointIsQuick() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "toy.ckpt";
    TrainingState state;
    state.weights.shape = {.vocabulary = 1004, .embedding = 50, .encoderHidden = 50, .decoderHidden = 50, .latent = 1};
    state.weights.encoder = rising(encoderLayout(state.weights.shape).size, 0);
    state.weights.decoder = rising(decoderLayout(state.weights.shape).size, 0);
    state.best = state.weights;
    QElapsedTimer timer;
    const auto milliseconds = [&](const auto& work) {
        std::vector<qint64> times;
        for (int i = 0; i < 9; ++i) {
            timer.start();
            work();
            times.push_back(timer.nsecsElapsed());
        }
        std::sort(times.begin(), times.end());
        return static_cast<double>(times[4]) / 1e6;
    };
    const double flushed = milliseconds([&] { QVERIFY(writeCheckpoint(path, state).ok()); });
    const double buffered = milliseconds([&] { QVERIFY(writeCheckpoint(path, state, Durability::Buffered).ok()); });
    const double read = milliseconds([&] { QVERIFY(readCheckpoint(path).ok()); });
    qInfo("toy checkpoint: %lld bytes, written in %.2f ms, without waiting for the disk in %.2f ms, read in %.2f ms",
          static_cast<long long>(fs::file_size(path)), flushed, buffered, read);
    QVERIFY(flushed < 5000);
}

void TestCheckpoint::secondsAreReadWithoutTheWeights() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "a.ckpt";
    QVERIFY(writeCheckpoint(path, sampleState(), Durability::Buffered).ok());
    QCOMPARE(readCheckpointSeconds(path).value(), sampleState().seconds);
    const std::uintmax_t size = fs::file_size(path);
    for (std::uintmax_t kept = 0; kept < size / 4; kept += 13) {
        QVERIFY(writeCheckpoint(path, sampleState(), Durability::Buffered).ok());
        fs::resize_file(path, kept);
        const auto seconds = readCheckpointSeconds(path);
        QVERIFY(!seconds.ok() || seconds.value() == sampleState().seconds);
    }
    QVERIFY(!readCheckpointSeconds(folder.path().toStdString() + "/none").ok());
}

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
