// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_differences.h"

#include <QtTest/QtTest>

using namespace collapsar;

namespace {

Intervention made(const char* text, const char* old = "") {
    Intervention intervention = parseIntervention(text).value();
    intervention.oldValue = old;
    return intervention;
}

ComparedRun named(const char* name) {
    ComparedRun run;
    run.name = name;
    return run;
}

}  // namespace

class TestRunDifferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalRunsDifferInNothing();
    void onlySettingsThatDifferInTableOrder();
    void onlySwitchesThatDiffer();
    void severalAtOnePlace();
    void switchesStandWhereTheyWereApplied();
};

void TestRunDifferences::equalRunsDifferInNothing() {
    ComparedRun run = named("a");
    run.switches = {made("5:skip=on")};
    ComparedRun other = run;
    other.name = "b";
    other.switches[0].oldValue = "off";  // not written by the one who planned it
    QVERIFY(differencesBetween(std::vector{run, other}).empty());
    QVERIFY(differencesBetween(std::vector{run}).empty());
    QVERIFY(differencesBetween({}).empty());
}

void TestRunDifferences::onlySettingsThatDifferInTableOrder() {
    ComparedRun a = named("a"), b = named("b"), c = named("c");
    b.settings.learningRate = 0.5;
    c.settings.latent = 2;
    const RunDifferences differences = differencesBetween(std::vector{a, b, c});
    QCOMPARE(differences.settings.size(), std::size_t{2});
    QCOMPARE(differences.settings[0].field, std::string_view("latent"));
    QCOMPARE(differences.settings[0].values, (std::vector<std::string>{"1", "1", "2"}));
    QCOMPARE(differences.settings[1].field, std::string_view("learning_rate"));
    QCOMPARE(differences.settings[1].label, std::string_view("Learning rate"));
    QCOMPARE(differences.settings[1].values, (std::vector<std::string>{"1", "0.5", "1"}));
    QVERIFY(differences.switches.empty());
}

void TestRunDifferences::onlySwitchesThatDiffer() {
    ComparedRun parent = named("parent"), fork = named("fork");
    parent.switches = {made("5:skip=on"), made("20:pooling=max")};
    fork.switches = {made("5:skip=on"), made("10.3:aggressive=on", "off"), made("20:pooling=mean")};
    const RunDifferences differences = differencesBetween(std::vector{parent, fork});
    QVERIFY(differences.settings.empty());
    QCOMPARE(differences.switches.size(), std::size_t{2});
    QVERIFY((differences.switches[0].at == Position{10, 3}));
    QCOMPARE(differences.switches[0].what, std::string("aggressive"));
    QCOMPARE(differences.switches[0].values, (std::vector<std::string>{"", "on"}));
    QVERIFY((differences.switches[1].at == Position{20, 0}));
    QCOMPARE(differences.switches[1].values, (std::vector<std::string>{"max", "mean"}));
}

void TestRunDifferences::severalAtOnePlace() {
    ComparedRun once = named("once"), twice = named("twice");
    once.switches = {made("7:reinitialise_decoder")};
    twice.switches = {made("7:reinitialise_decoder"), made("7:skip=on"), made("7:reinitialise_decoder")};
    const RunDifferences differences = differencesBetween(std::vector{once, twice});
    QCOMPARE(differences.switches.size(), std::size_t{2});
    QCOMPARE(differences.switches[0].what, std::string("skip"));
    QCOMPARE(differences.switches[1].what, std::string("reinitialise_decoder"));
    QCOMPARE(differences.switches[1].values, (std::vector<std::string>{"", "done"}));
}

void TestRunDifferences::switchesStandWhereTheyWereApplied() {
    std::vector<Event> events(3);
    events[1].kind = EventKind::Switch;
    events[1].at = {9, 2};
    events[1].intervention = made("0:skip=on");
    events[2].kind = EventKind::Finished;
    const auto switches = switchesOf(events);
    QCOMPARE(switches.size(), std::size_t{1});
    QVERIFY((switches[0].at == Position{9, 2}));
    QCOMPARE(switches[0].field, std::string("skip"));
}

QTEST_APPLESS_MAIN(TestRunDifferences)
#include "tst_run_differences.moc"
