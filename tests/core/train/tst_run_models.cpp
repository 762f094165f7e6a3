// SPDX-License-Identifier: GPL-3.0-or-later
// Models of runs at places of their histories, and what is measured of them on request.
#include "core/train/run_models.h"

#include "core/checkpoint/checkpoint_file.h"
#include "core/diagnostics/detailed_evaluation.h"
#include "core/model/inference_weights.h"
#include "core/model/sentence_writer.h"
#include "core/train/cancellable_work.h"
#include "core/train/model_at.h"
#include "core/train/model_details.h"
#include "core/train/model_words.h"
#include "core/train/replay.h"
#include "tests/core/train/asked_run.h"

#include <cmath>
#include <future>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>

using namespace collapsar;
namespace fs = std::filesystem;

namespace {

const Parameters& parametersOf(const ModelAt& model) {
    return model.weights->impl().parameters;
}

bool isEqual(const Parameters& a, const Parameters& b) {
    return a.encoder == b.encoder && a.decoder == b.decoder && a.pooling == b.pooling && a.skip == b.skip;
}

TrainingState checkpointAt(const fs::path& folder, const Position& at) {
    return readCheckpoint(folder / "checkpoints" / checkpointName(at)).value();
}

}  // namespace

class TestRunModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesTheNewestCheckpointBefore_data();
    void takesTheNewestCheckpointBefore();
    void exactIsTheReplayedPlace();
    void askedAgainIsTheSameModel();
    void askedTogetherIsOneModel();
    void oldModelsOutliveTheCache();
    void goesOnToTheNextWhenOneIsDamaged();
    void rewoundBranchIsLeft();
    void detailsAreThoseOfAnEvaluation();
    void pooledPositionsOnlyWithMax();
    void languageModelHasDetails();
    void cancels();
    void workIsStoppedInItsMidst();
    void changedDataAreRefused();
    void missingRunIsAnError();

private:
    QTemporaryDir m_folder;
    fs::path m_run;
};

void TestRunModels::initTestCase() {
    m_run = trainedToAsk(m_folder, learningSettings());
    QVERIFY(fs::exists(m_run / "checkpoints" / checkpointName({10, 0})));
}

void TestRunModels::takesTheNewestCheckpointBefore_data() {
    QTest::addColumn<qint64>("update");
    QTest::addColumn<int>("inner");
    QTest::addColumn<qint64>("found");
    QTest::newRow("the very place") << qint64{20} << 0 << qint64{20};
    QTest::newRow("just before") << qint64{19} << 5 << qint64{12};
    QTest::newRow("between") << qint64{23} << 0 << qint64{20};
    QTest::newRow("beyond the end") << qint64{500} << 0 << qint64{30};
    QTest::newRow("the beginning") << qint64{0} << 0 << qint64{0};
}

void TestRunModels::takesTheNewestCheckpointBefore() {
    QFETCH(qint64, update);
    QFETCH(int, inner);
    QFETCH(qint64, found);
    RunModels models;
    const auto model = valueOf(models.at({m_run, {update, inner}, Nearness::Checkpoint}));
    QCOMPARE(model->at.update, found);
    QVERIFY(isEqual(parametersOf(*model), checkpointAt(m_run, {found, 0}).weights));
    QVERIFY(model->warning.empty());
    QVERIFY(model->corpus->vocabulary.size() == parametersOf(*model).shape.vocabulary);
    QCOMPARE(model->settings.pooling, Pooling::Max);
}

void TestRunModels::exactIsTheReplayedPlace() {
    RunModels models;
    const auto model = valueOf(models.at({m_run, {13, 0}, Nearness::Exact}));
    QCOMPARE(model->at, (Position{13, 0}));
    const auto made = valueOf(weightsAt(m_run, {13, 0}));
    QVERIFY(isEqual(parametersOf(*model), made.weights));
    QVERIFY(!isEqual(parametersOf(*model), checkpointAt(m_run, {10, 0}).weights));
    const auto words = valueOf(models.words({m_run, {13, 0}, Nearness::Exact}, {}));
    QCOMPARE(words->at, (Position{13, 0}));
    const auto tooFar = models.at({m_run, {31, 0}, Nearness::Exact});
    QVERIFY(!tooFar.ok() && tooFar.error().code == ErrorCode::InvalidSettings);
}

void TestRunModels::askedAgainIsTheSameModel() {
    RunModels models;
    const ModelPlace exact{m_run, {17, 0}, Nearness::Exact}, near{m_run, {17, 0}, Nearness::Checkpoint};
    QVERIFY(valueOf(models.at(exact)) == valueOf(models.at(exact)));
    QVERIFY(valueOf(models.at(near)) == valueOf(models.at(near)));
    QVERIFY(valueOf(models.at(near)) == valueOf(models.at({m_run, {16, 3}, Nearness::Checkpoint})));
    const auto first = valueOf(models.words(exact, {})), second = valueOf(models.words(exact, {}));
    QVERIFY(isSame(*first, *second));
    RunModels others;
    QVERIFY(isSame(*first, *valueOf(others.words(exact, {}))));
}

void TestRunModels::askedTogetherIsOneModel() {
    RunModels models;
    std::vector<std::future<ModelAtPointer>> asked;
    for (int i = 0; i < 4; ++i) {
        asked.push_back(std::async(std::launch::async, [&] {
            return valueOf(models.at({m_run, {27, 0}, Nearness::Exact}));
        }));
    }
    std::set<ModelAtPointer> found;
    for (auto& one : asked)
        found.insert(one.get());
    QCOMPARE(found.size(), std::size_t{1});
}

void TestRunModels::oldModelsOutliveTheCache() {
    ModelAtPointer kept;
    {
        RunModels models;
        kept = valueOf(models.at({m_run, {1, 0}, Nearness::Exact}));
        for (const std::int64_t update : {2, 3, 4, 5, 6})
            (void)valueOf(models.at({m_run, {update, 0}, Nearness::Exact}));
        QVERIFY(valueOf(models.at({m_run, {1, 0}, Nearness::Exact})) != kept);
    }
    QVERIFY(isEqual(parametersOf(*kept), valueOf(weightsAt(m_run, {1, 0})).weights));
    QCOMPARE(SentenceWriter(kept->weights).write(std::vector<float>{0, 0}, 1, {}).size(), std::size_t{1});
}

void TestRunModels::goesOnToTheNextWhenOneIsDamaged() {
    const fs::path run = trainedToAsk(m_folder, learningSettings());
    const fs::path checkpoints = run / "checkpoints";
    RunModels models;
    fs::resize_file(checkpoints / checkpointName({20, 0}), 100);
    QCOMPARE(valueOf(models.at({run, {23, 0}, Nearness::Checkpoint}))->at.update, std::int64_t{12});
    for (const std::int64_t update : {0, 12, 24})
        fs::remove(checkpoints / checkpointName({update, 0}));
    QCOMPARE(valueOf(models.at({run, {5, 0}, Nearness::Checkpoint}))->at.update, std::int64_t{10});
    fs::remove(checkpoints / checkpointName({10, 0}));
    QCOMPARE(valueOf(models.at({run, {5, 0}, Nearness::Checkpoint}))->at.update, std::int64_t{30});
    fs::remove(checkpoints / checkpointName({30, 0}));
    const auto damaged = models.at({run, {5, 0}, Nearness::Checkpoint});
    QVERIFY(!damaged.ok() && damaged.error().code == ErrorCode::FileDamaged);
    fs::remove(checkpoints / checkpointName({20, 0}));
    const auto none = models.at({run, {5, 0}, Nearness::Checkpoint});
    QVERIFY(!none.ok() && none.error().code == ErrorCode::FileMissing);
    QVERIFY(none.error().detail.find("no checkpoint yet") != std::string::npos);
}

/// What came after the place gone back to is another branch: in memory and on disk.
void TestRunModels::rewoundBranchIsLeft() {
    const fs::path run = trainedToAsk(m_folder, learningSettings());
    RunModels models;
    const ModelPlace near{run, {23, 0}, Nearness::Checkpoint}, exact{run, {15, 0}, Nearness::Exact};
    const auto before = valueOf(models.at(near)), exactBefore = valueOf(models.at(exact));
    QCOMPARE(before->at.update, std::int64_t{20});
    RecordingSink sink;
    auto again = Run::resume(run, {.probes = false, .keyframeSeconds = 1e9}, sink, 0, checkpointName({10, 0}));
    QVERIFY(again.ok() && again.value()->intervene({.field = "pooling", .newValue = "mean"}).ok());
    QCOMPARE(valueOf(models.at(near))->at.update, std::int64_t{10});
    finish(std::move(again));
    const auto after = valueOf(models.at(near));
    QCOMPARE(after->at.update, std::int64_t{20});
    QCOMPARE(after->settings.pooling, Pooling::Mean);
    QVERIFY(!isEqual(parametersOf(*before), parametersOf(*after)));
    QVERIFY(isEqual(parametersOf(*after), checkpointAt(run, {20, 0}).weights));
    QVERIFY(!isEqual(parametersOf(*exactBefore), parametersOf(*valueOf(models.at(exact)))));
}

void TestRunModels::detailsAreThoseOfAnEvaluation() {
    RunModels models;
    const auto model = valueOf(models.at({m_run, lastPlace}));
    const auto details = valueOf(models.details({m_run, lastPlace}, 20));
    const auto batches = cutBatches(model->corpus->validation, model->settings.batch, 20);
    const auto expected = evaluateInDetail(
        model->weights, {.batches = batches, .draws = {.seed = model->settings.seed, .at = model->at}, .threads = 3},
        {});
    QCOMPARE(details->sentences, std::int64_t{20});
    QCOMPARE(details->latent, 2);
    QCOMPARE(details->at.update, std::int64_t{30});
    QCOMPARE(details->values.elbo, expected.values.elbo);
    QCOMPARE(details->values.kl, expected.values.kl);
    QCOMPARE(details->values.miFull, expected.values.miFull);
    QCOMPARE(details->details.unitKl, expected.units.kl);
    QCOMPARE(details->details.collapseThresholds, expected.collapse.thresholds);
    QCOMPARE(details->details.nllByPosition, expected.nllByPosition.gain);
    QCOMPARE(details->details.featureRank, expected.dispersion.effectiveRank);
    const auto all = valueOf(models.details({m_run, lastPlace}));  // there are but 24
    QCOMPARE(all->sentences, std::int64_t{24});
    QVERIFY(all->values.elbo != details->values.elbo);
    QCOMPARE(valueOf(models.details({m_run, lastPlace}))->values.elbo, all->values.elbo);
}

void TestRunModels::pooledPositionsOnlyWithMax() {
    RunModels models;
    const auto largest = valueOf(models.details({m_run, lastPlace}));
    QCOMPARE(largest->units, 8);
    QCOMPARE(largest->pooledShare.size(), std::size_t{8});  // six words and both marks
    QVERIFY(std::abs(std::accumulate(largest->pooledShare.begin(), largest->pooledShare.end(), 0.0) - 1) < 1e-9);
    QVERIFY(largest->fixedUnits >= 0 && largest->fixedUnits <= 8);
    Settings settings = learningSettings();
    settings.pooling = Pooling::Mean;
    settings.updates = 10;
    const auto mean = valueOf(models.details({trainedToAsk(m_folder, settings), lastPlace}));
    QVERIFY(mean->pooledShare.empty() && mean->units == 0);
}

void TestRunModels::languageModelHasDetails() {
    const fs::path run = trainedToAsk(m_folder, learningLanguageModel());
    const auto details = valueOf(RunModels().details({run, lastPlace}));
    QCOMPARE(details->latent, 0);
    QCOMPARE(details->details.nllByPosition.size(), std::size_t{7});  // six words and the end mark
    const auto& nll = details->details.nllByPosition;
    QVERIFY(std::abs(std::accumulate(nll.begin(), nll.end(), 0.0) - details->values.reconstruction) < 1e-3);
    QVERIFY(details->pooledShare.empty() && details->details.unitKl.empty());
}

void TestRunModels::cancels() {
    const auto no = [](double, const std::string&) { return false; };
    RunModels models;
    const auto isInterrupted = [](const auto& result) {
        return !result.ok() && result.error().code == ErrorCode::Interrupted;
    };
    QVERIFY(isInterrupted(models.at({m_run, {23, 0}, Nearness::Exact}, no)));
    QVERIFY(isInterrupted(models.at({m_run, {20, 0}}, no)));
    QVERIFY(valueOf(models.at({m_run, {23, 0}, Nearness::Exact})) != nullptr);
    QVERIFY(models.words({m_run, {23, 0}, Nearness::Exact}, {}, [](double, const std::string&) { return true; }).ok());
    // The model is there now: the work itself is cancelled.
    const ModelPlace there{m_run, {23, 0}, Nearness::Exact};
    QVERIFY(isInterrupted(models.words(there, {}, no)));
    QVERIFY(isInterrupted(models.details(there, 500, no)));
    QVERIFY(models.details(there, 500, [](double, const std::string&) { return true; }).ok());
    const auto model = valueOf(models.at(there));
    WorkState raised;
    raised.stop.raise();
    QVERIFY_EXCEPTION_THROWN((void)detailsOf(*model, 500, raised), Interrupted);
    QVERIFY_EXCEPTION_THROWN((void)wordsOf(*model, {}, raised), Interrupted);
}

/// Work that never ends by itself: only the caller's answer stops it.
void TestRunModels::workIsStoppedInItsMidst() {
    const auto endless = [](WorkState& work) {
        for (work.done = 0.25;; std::this_thread::yield())
            work.stop.check();
        return 0;
    };
    int looks = 0;
    double seen = 0;
    const auto stopped = workUnlessCancelled(
        [&](double fraction, const std::string& what) {
            seen = fraction;
            return what == "Working" && ++looks < 4;
        },
        "Working", endless);
    QVERIFY(!stopped.ok() && stopped.error().code == ErrorCode::Interrupted);
    QCOMPARE(looks, 4);
    QCOMPARE(seen, 0.25);
    const auto thrower = [&looks](double, const std::string&) -> bool {
        if (++looks > 6) throw std::runtime_error("no");
        return true;
    };
    QVERIFY_EXCEPTION_THROWN((void)workUnlessCancelled(thrower, "Working", endless), std::runtime_error);
    QCOMPARE(workUnlessCancelled({}, "Working", [](WorkState&) { return 3; }).value(), 3);
}

void TestRunModels::changedDataAreRefused() {
    const fs::path text = fs::path(m_folder.path().toStdString()) / "text.txt";
    const auto write = [&text](const char* word) {
        QFile file(QString::fromStdString(text.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 60; ++i)
            file.write(QByteArray("the food was ") + (i % 3 == 0 ? word : "good") + "\n");
    };
    write("bad");
    Settings settings = learningSettings();
    settings.data = text.string();
    settings.updates = 10;
    const fs::path run = trainedToAsk(m_folder, settings);
    QVERIFY(RunModels().words({run, lastPlace}, {}).ok());
    write("odd");
    const auto changed = RunModels().words({run, lastPlace}, {});
    QVERIFY(!changed.ok() && changed.error().code == ErrorCode::DataChanged);
    fs::remove(text);
    const auto missing = RunModels().words({run, lastPlace}, {});
    QVERIFY(!missing.ok() && missing.error().detail.find("text.txt") != std::string::npos);
}

void TestRunModels::missingRunIsAnError() {
    for (const Nearness nearness : {Nearness::Checkpoint, Nearness::Exact}) {
        const auto missing = RunModels().at({"/nowhere/at/all.run", {}, nearness});
        QVERIFY(!missing.ok() && missing.error().code == ErrorCode::FileMissing);
    }
}

QTEST_GUILESS_MAIN(TestRunModels)
#include "tst_run_models.moc"
