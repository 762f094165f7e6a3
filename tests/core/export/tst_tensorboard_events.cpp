// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/event_file.h"
#include "core/export/tensorboard_events.h"

#include <QtTest/QtTest>

#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

std::string fileBytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The points of tests/data/export_events.py.
std::vector<Measurement> samples() {
    Measurement scheduled;
    scheduled.kind = MeasurementKind::Scheduled;
    scheduled.at = {1000, 0};
    scheduled.seconds = 12.5;
    scheduled.elbo = -60.125;
    scheduled.kl = 1.0234567;
    Measurement training;
    training.kind = MeasurementKind::Training;
    training.trainElbo = 7;
    Measurement probe;
    probe.at = {300, 4};
    probe.seconds = 12.75;
    probe.lag = 0.1;
    probe.logLikelihood = -std::numeric_limits<double>::infinity();
    probe.meanCorrelation = -0.5;
    return {scheduled, training, probe};
}

}  // namespace

class TestTensorboardEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownChecksums();
    void fileIsWhatPythonWrites();
    void kindsAreChosen();
    void missingRunIsAnError();
};

/// RFC 3720, appendix B.4, and the check value of the CRC catalogue.
void TestTensorboardEvents::knownChecksums() {
    QCOMPARE(crc32cOf("123456789"), 0xE3069283u);
    QCOMPARE(crc32cOf(""), 0u);
    QCOMPARE(crc32cOf(std::string(32, '\0')), 0x8A9136AAu);
    QCOMPARE(crc32cOf(std::string(32, '\xff')), 0x62A8AB43u);
    std::string rising, falling;
    for (int i = 0; i < 32; ++i) {
        rising += static_cast<char>(i);
        falling += static_cast<char>(31 - i);
    }
    QCOMPARE(crc32cOf(rising), 0x46DD794Eu);
    QCOMPARE(crc32cOf(falling), 0x113FDB5Cu);
}

void TestTensorboardEvents::fileIsWhatPythonWrites() {
    const std::string expected = fileBytes(TEST_DATA "/export_events.tfevents");
    QVERIFY(expected.size() > 100);
    QVERIFY(tensorboardEvents(samples(), {}, 1700000000.0) == expected);
}

void TestTensorboardEvents::kindsAreChosen() {
    const auto contains = [](HistoryKinds kinds, const char* tag) {
        return tensorboardEvents(samples(), kinds, 0).find(tag) != std::string::npos;
    };
    QVERIFY(!contains({}, "training/"));
    QVERIFY(contains({.training = true}, "training/train_elbo"));
    QVERIFY(!contains({.scheduled = false}, "validation/"));
    QVERIFY(!contains({.probe = false}, "probe/"));
}

void TestTensorboardEvents::missingRunIsAnError() {
    QTemporaryDir folder;
    const fs::path place = folder.path().toStdString();
    const auto written = exportTensorboard(place / "none.run", place / "out", {});
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::FileMissing);
    QVERIFY(!fs::exists(place / "out"));
}

QTEST_APPLESS_MAIN(TestTensorboardEvents)
#include "tst_tensorboard_events.moc"
