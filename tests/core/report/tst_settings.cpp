// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/number_text.h"
#include "core/report/settings_table.h"

#include <QtTest>

#include <clocale>
#include <limits>
#include <locale>
#include <set>

using namespace collapsar;

namespace {

/// A value that is possible and not the default.
std::string otherValue(const SettingInfo& info) {
    const std::string standing = settingText({}, info.name);
    switch (info.kind) {
        case SettingKind::Path:
            return "some folder/\u6587.txt";
        case SettingKind::Seed:
            return "18446744073709551615";
        case SettingKind::Integer: {
            const auto most = numberText(static_cast<std::int64_t>(info.maximum));
            return most != standing ? most : numberText(static_cast<std::int64_t>(info.minimum));
        }
        case SettingKind::Real: {
            const double inside = info.minimum + (info.maximum - info.minimum) / 3;
            return numberText(inside);
        }
        case SettingKind::Switch:
        case SettingKind::Choice:
            break;
    }
    return std::string(info.choices.front() != standing ? info.choices.front() : info.choices.back());
}

/// 0,25 and 16.000, as in German.
struct DecimalComma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

QString problemsOf(const Settings& settings) {
    QStringList names;
    for (const auto& problem : validate(settings))
        names << QString::fromStdString(problem.name);
    return names.join(' ');
}

}  // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreStable();
    void namesAreUniqueAndDescribed();
    void liveSettings();
    void everyRowRoundTrips_data();
    void everyRowRoundTrips();
    void everyRowStandsForAnotherField();
    void limitsArePossibleAndBeyondIsNot_data();
    void limitsArePossibleAndBeyondIsNot();
    void refusedTexts_data();
    void refusedTexts();
    void numbersDoNotFollowTheLocale();
    void defaultsAreValid();
    void thePublishedInnerClipIsTheDefault();
    void contradictions_data();
    void contradictions();
    void impossibleFieldsAreProblems();
    void allProblemsAtOnce();
};

void TestSettings::namesAreStable() {
    const char* expected =
        "data validation test labels validation_share test_share held_out sentence_shortest sentence_longest "
        "vocabulary_size vocabulary_count synthetic_seed synthetic_training synthetic_validation synthetic_test "
        "synthetic_vocabulary "
        "synthetic_length synthetic_latent_scale seed latent embedding encoder_hidden decoder_hidden encoder_layers "
        "decoder_layers encoder_direction decoder_start posterior batch_norm_gamma delta_kl model_biases dropout_in "
        "dropout_out word_dropout "
        "init_scale embedding_init_scale pooling skip aggressive kl_weight kl_schedule kl_start kl_warmup kl_hold "
        "kl_cycles "
        "kl_period kl_ramp_share kl_shape free_bits free_bits_kind pretrain_epochs optimiser "
        "learning_rate encoder_learning_rate freeze_encoder freeze_decoder batch updates clip inner_clip inner_window "
        "inner_limit inner_updates "
        "svi_steps svi_gradient svi_start svi_learning_rate svi_momentum svi_clip svi_step_kind svi_step_norm "
        "decay_patience decay_from decay_factor decay_limit shards evaluate_every evaluate_examples importance_samples "
        "probe_set "
        "probe_examples posterior_samples "
        "active_unit_variance verdict_spread verdict_correlation verdict_gap";
    QStringList names;
    for (const auto& info : settingsTable())
        names << QString::fromUtf8(info.name.data(), static_cast<int>(info.name.size()));
    QCOMPARE(names.join(' '), QString(expected));
}

void TestSettings::namesAreUniqueAndDescribed() {
    std::set<std::string_view> names, labels;
    for (const auto& info : settingsTable()) {
        QVERIFY2(names.insert(info.name).second, info.name.data());
        QVERIFY2(labels.insert(info.label).second, info.label.data());
        QVERIFY2(info.help.size() > 20 && !info.help.ends_with('.'), info.name.data());
        const bool isNumber = info.kind == SettingKind::Integer || info.kind == SettingKind::Real;
        QVERIFY2(!isNumber || info.minimum < info.maximum, info.name.data());
        QCOMPARE(findSetting(info.name), &info);
    }
    QCOMPARE(findSetting("latnt"), nullptr);
}

void TestSettings::liveSettings() {
    std::set<std::string_view> live;
    for (const auto& info : settingsTable()) {
        if (info.live) live.insert(info.name);
    }
    const std::set<std::string_view> expected{"aggressive",
                                              "pooling",
                                              "skip",
                                              "kl_weight",
                                              "kl_schedule",
                                              "learning_rate",
                                              "encoder_learning_rate",
                                              "freeze_encoder",
                                              "freeze_decoder",
                                              "free_bits",
                                              "free_bits_kind"};
    QVERIFY(live == expected);
}

void TestSettings::everyRowRoundTrips_data() {
    QTest::addColumn<QString>("name");
    for (const auto& info : settingsTable())
        QTest::newRow(info.name.data()) << QString::fromUtf8(info.name.data());
}

void TestSettings::everyRowRoundTrips() {
    QFETCH(QString, name);
    const std::string key = name.toStdString();
    const std::string text = otherValue(*findSetting(key));
    Settings settings;
    const auto set = setSetting(settings, key, text);
    QVERIFY2(set.ok(), set.ok() ? "" : set.error().detail.c_str());
    QCOMPARE(settingText(settings, key), text);
    QVERIFY2(!(settings == Settings{}), "the field did not change");
    QVERIFY(setSetting(settings, key, settingText({}, key)).ok());
    QVERIFY2(settings == Settings{}, "the default does not read back");
}

void TestSettings::everyRowStandsForAnotherField() {
    Settings all;
    for (const auto& info : settingsTable())
        QVERIFY(setSetting(all, info.name, otherValue(info)).ok());
    for (const auto& info : settingsTable())
        QCOMPARE(settingText(all, info.name), otherValue(info));
}

void TestSettings::limitsArePossibleAndBeyondIsNot_data() {
    QTest::addColumn<QString>("name");
    for (const auto& info : settingsTable()) {
        const bool isNumber = info.kind == SettingKind::Integer || info.kind == SettingKind::Real;
        if (isNumber) QTest::newRow(info.name.data()) << QString::fromUtf8(info.name.data());
    }
}

void TestSettings::limitsArePossibleAndBeyondIsNot() {
    QFETCH(QString, name);
    const SettingInfo& info = *findSetting(name.toStdString());
    const bool isInteger = info.kind == SettingKind::Integer;
    const auto text = [&](double value) {
        return isInteger ? numberText(static_cast<std::int64_t>(value)) : numberText(value);
    };
    const double step = isInteger ? 1 : 1e-6 * (info.maximum - info.minimum);
    Settings settings;
    QVERIFY(setSetting(settings, info.name, text(info.minimum)).ok());
    QVERIFY(setSetting(settings, info.name, text(info.maximum)).ok());
    const Settings before = settings;
    QVERIFY(!setSetting(settings, info.name, text(info.minimum - step)).ok());
    QVERIFY(!setSetting(settings, info.name, text(info.maximum + step)).ok());
    QVERIFY2(settings == before, "a refused value changed the settings");
}

void TestSettings::refusedTexts_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");  // must stand in the error
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::addRow("%s=%s", name, text) << name << text << expected;
    };
    row("learning_rate", "nan", "nan");
    row("learning_rate", "inf", "1000");
    row("learning_rate", "1e999", "1000");
    row("learning_rate", "0,5", "0,5");
    row("learning_rate", "0.5 ", "0.5 ");
    row("learning_rate", " 0.5", "learning_rate");
    row("learning_rate", "+1", "learning_rate");
    row("learning_rate", "", "learning_rate");
    row("learning_rate", "0x1p3", "learning_rate");
    row("batch", "16.0", "whole numbers from 1 to 4096");
    row("batch", "99999999999999999999", "4096");
    row("batch", "0", "\"0\"");
    row("seed", "-1", "18446744073709551615");
    row("seed", "18446744073709551616", "18446744073709551615");
    row("pooling", "median", "last, mean, max, absmax");
    row("pooling", "Max", "last, mean, max, absmax");
    row("skip", "true", "off, on");
    row("latnt", "1", "latnt");
}

void TestSettings::refusedTexts() {
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Settings settings;
    const auto set = setSetting(settings, name.toStdString(), text.toStdString());
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, ErrorCode::InvalidSettings);
    const auto detail = QString::fromStdString(set.error().detail);
    QVERIFY2(detail.contains(expected) && detail.contains(name), qPrintable(detail));
    QVERIFY(settings == Settings{});
}

void TestSettings::numbersDoNotFollowTheLocale() {
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"}) {
        if (std::setlocale(LC_ALL, name)) break;  // where one is installed
    }
    const auto before = std::locale::global(std::locale(std::locale::classic(), new DecimalComma));
    Settings settings;
    const bool isSet = setSetting(settings, "learning_rate", "0.25").ok();
    const std::string fraction = settingText(settings, "learning_rate"),
                      large = settingText(settings, "synthetic_training");
    std::locale::global(before);
    std::setlocale(LC_ALL, "C");
    QVERIFY(isSet);
    QCOMPARE(settings.learningRate, 0.25);
    QCOMPARE(fraction, std::string("0.25"));
    QCOMPARE(large, std::string("16000"));
}

void TestSettings::thePublishedInnerClipIsTheDefault() {
    Settings settings;
    QVERIFY(settings.innerClip == InnerClip::Joint);
    QCOMPARE(settingText(settings, "inner_clip"), std::string("joint"));
    QVERIFY(setSetting(settings, "inner_clip", "encoder").ok());
    QVERIFY(settings.innerClip == InnerClip::Encoder);
    QVERIFY(!setSetting(settings, "inner_clip", "own").ok());
    QVERIFY(settings.innerClip == InnerClip::Encoder);
    const SettingInfo& info = *findSetting("inner_clip");
    QVERIFY(!info.live && info.help.find("not the published rule") != std::string_view::npos);
}

void TestSettings::defaultsAreValid() {
    QCOMPARE(problemsOf({}), QString());
}

void TestSettings::contradictions_data() {
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("problems");
    QTest::newRow("no data") << QStringList{"data="} << "data";
    QTest::newRow("validation beside synthetic") << QStringList{"validation=a.txt"} << "validation";
    QTest::newRow("test beside synthetic") << QStringList{"test=a.txt"} << "test";
    QTest::newRow("own files") << QStringList{"data=a.txt", "validation=b.txt", "test=c.txt"} << "";
    QTest::newRow("nothing to train on") << QStringList{"data=a.txt", "validation_share=0.5", "test_share=0.5"}
                                         << "test_share";
    QTest::newRow("large shares not used")
        << QStringList{"data=a.txt", "test=c.txt", "validation_share=0.5", "test_share=0.5"} << "";
    QTest::newRow("no length left") << QStringList{"sentence_shortest=5", "sentence_longest=4"} << "sentence_longest";
    QTest::newRow("one length") << QStringList{"sentence_shortest=5", "sentence_longest=5"} << "";
    QTest::newRow("falling schedule") << QStringList{"kl_schedule=linear", "kl_weight=0.05"} << "kl_start";
    QTest::newRow("falling cycles") << QStringList{"kl_schedule=cyclical", "kl_weight=0.05"} << "kl_start";
    QTest::newRow("falling after a hold") << QStringList{"kl_schedule=hold", "kl_weight=0.05"} << "kl_start";
    QTest::newRow("small constant weight") << QStringList{"kl_weight=0.05"} << "";
    QTest::newRow("level schedule") << QStringList{"kl_schedule=linear", "kl_weight=0.1"} << "";
    QTest::newRow("both frozen") << QStringList{"freeze_encoder=on", "freeze_decoder=on"} << "freeze_decoder";
    QTest::newRow("one frozen") << QStringList{"freeze_encoder=on"} << "";
    QTest::newRow("language model") << QStringList{"latent=0"} << "";
    QTest::newRow("language model, aggressive") << QStringList{"latent=0", "aggressive=auto"} << "aggressive";
    QTest::newRow("language model, pooling and skip")
        << QStringList{"latent=0", "pooling=max", "skip=on"} << "pooling skip";
    QTest::newRow("language model, BN-VAE") << QStringList{"latent=0", "posterior=batch_norm"} << "posterior";
    QTest::newRow("language model, delta-VAE") << QStringList{"latent=0", "posterior=delta"} << "posterior";
    QTest::newRow("BN-VAE, one sentence") << QStringList{"posterior=batch_norm", "batch=1"} << "batch";
    QTest::newRow("delta-VAE, one sentence") << QStringList{"posterior=delta", "batch=1"} << "";
    QTest::newRow("BN-VAE, two shards") << QStringList{"posterior=batch_norm", "batch=2", "shards=2"} << "";
    QTest::newRow("language model, frozen") << QStringList{"latent=0", "freeze_decoder=on"} << "freeze_decoder";
    QTest::newRow("empty shard") << QStringList{"shards=2", "batch=1"} << "shards";
    QTest::newRow("full shards") << QStringList{"shards=2", "batch=2"} << "";
}

void TestSettings::contradictions() {
    QFETCH(QStringList, changes);
    QFETCH(QString, problems);
    Settings settings;
    for (const QString& change : changes) {
        const auto parts = change.split('=');
        QVERIFY(setSetting(settings, parts[0].toStdString(), parts[1].toStdString()).ok());
    }
    QCOMPARE(problemsOf(settings), problems);
}

void TestSettings::impossibleFieldsAreProblems() {
    Settings settings;
    settings.learningRate = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(problemsOf(settings), QString("learning_rate"));
    settings = {};
    settings.pooling = static_cast<Pooling>(7);
    QCOMPARE(problemsOf(settings), QString("pooling"));
    settings = {};
    settings.latent = -1;
    QCOMPARE(problemsOf(settings), QString("latent"));
}

void TestSettings::allProblemsAtOnce() {
    Settings settings;
    settings.batch = 0;
    settings.dropoutIn = 1;
    settings.freezeEncoder = settings.freezeDecoder = true;
    QCOMPARE(problemsOf(settings), QString("dropout_in batch freeze_decoder shards"));
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
