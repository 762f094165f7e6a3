// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/summary_table.h"
#include "core/export/text_table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest/QtTest>

#include <clocale>
#include <cmath>

using namespace collapsar;

namespace {

RunSummary summary(const char* name, std::uint64_t seed, double elbo, double activeUnits) {
    RunSummary row;
    row.run.name = name;
    row.run.settings.seed = seed;
    row.strategy = "basic";
    row.phase = RunPhase::Finished;
    row.values.updates = 5000;
    row.values.seconds = 12.345;
    row.secondsPerUpdate = 12.345 / 5000;
    row.values.elbo = elbo;
    row.values.nll = -elbo;
    row.values.kl = 0.0004;
    row.values.activeUnits = activeUnits;
    row.values.bestElbo = elbo;
    row.values.bestUpdate = 4000;
    row.evaluatedAt = {5000, 0};
    return row;
}

/// Lines that begin with # or not.
std::vector<std::string> lines(const std::string& text, bool comments) {
    std::vector<std::string> result;
    for (const QString& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts)) {
        if (line.startsWith('#') == comments) result.push_back(line.toStdString());
    }
    return result;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

class TestSummaryTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvOfRuns();
    void csvOfRepeats();
    void csvComesBack();
    void gainsAgainstBasic();
    void jsonLines();
    void markdown();
    void latex();
    void divergedAreNamed();
    void namesAreEscaped();
    void differences();
    void equalRunsSaySo();
    void localeChangesNothing();
    void fixedNumbers();
    void formats();
};

void TestSummaryTable::csvOfRuns() {
    std::vector<RunSummary> runs{summary("Basic, plain", 18446744073709551615U, -60.123456789012345, 0)};
    runs[0].run.parent = "0f8f";
    runs[0].run.switches = {parseIntervention("100.2:skip=on").value()};
    const std::string text = summaryTable(runs, SummaryRows::Runs, TableFormat::Csv);
    const auto rows = lines(text, false);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0], std::string("run,strategy,parent,seed,state,updates,seconds,elbo,nll,kl,mi_batch,mi_full,"
                                  "active_units,lag,best_elbo,best_update,iw_nll,refined_elbo,refined_kl,"
                                  "probe_accuracy,feature_cosine,feature_rank,cpu_seconds,update_ms,time_to_basic,"
                                  "update_to_basic"));
    QCOMPARE(rows[1], std::string("\"Basic, plain\",basic,0f8f,18446744073709551615,finished,5000,12.345,"
                                  "-60.123456789012344,60.123456789012344,4e-04,,,0,,-60.123456789012344,4000"
                                  ",,,,,,,,,1,1"));
    for (const char* part : {"switches: 100.2:skip=on", "evaluated at update 5000",
                             "# elbo [nats]: ", "# nll is the bound -ELBO", "# updates [no unit]"}) {
        QVERIFY2(contains(text, part), part);
    }
}

/// mean -61 and sample sd sqrt(2) of -60 and -62.
void TestSummaryTable::csvOfRepeats() {
    const std::vector<RunSummary> runs{summary("Basic seed 1", 1, -60, 1), summary("Basic seed 2", 2, -62, 0)};
    const auto rows = lines(summaryTable(runs, SummaryRows::Repeats, TableFormat::Csv), false);
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY(contains(rows[0], "run,strategy,parent,runs,state,updates,updates_sd,seconds,seconds_sd,elbo,elbo_sd,"));
    QVERIFY(contains(rows[1], "Basic,basic,,2,2 finished,5000,0,12.345,0,-61,1.4142135623730951,61,"));
    QVERIFY(contains(rows[0], ",elbo_vs_basic,elbo_standing,elbo_compared,iw_nll_vs_basic,iw_nll_standing"));
}

/// Every measured number comes back as it was.
void TestSummaryTable::csvComesBack() {
    RunSummary run = summary("Basic", 1, -60, 1);
    double value = 1.0 / 3;
    for (const SummaryColumn& column : summaryColumns())
        run.values.*column.value = value *= 1.7;
    const std::vector<RunSummary> runs{run};
    const auto rows = lines(summaryTable(runs, SummaryRows::Runs, TableFormat::Csv), false);
    const QStringList header = QString::fromStdString(rows[0]).split(','),
                      cells = QString::fromStdString(rows[1]).split(',');
    QCOMPARE(cells.size(), header.size());
    for (const SummaryColumn& column : summaryColumns()) {
        if (column.name.ends_with("_to_basic")) continue;  // made from the others
        const auto place = header.indexOf(QString::fromUtf8(column.name.data(), qsizetype(column.name.size())));
        QVERIFY2(place >= 0, column.name.data());
        QCOMPARE(cells[place].toDouble(), run.values.*column.value);
    }
}

/// Basic -60 and -62, skip -56 and -58: 4 above, sd sqrt 2 each.
void TestSummaryTable::gainsAgainstBasic() {
    std::vector<RunSummary> runs{summary("Basic seed 1", 1, -60, 1), summary("Basic seed 2", 2, -62, 0),
                                 summary("Skip seed 1", 1, -56, 1), summary("Skip seed 2", 2, -58, 0)};
    for (std::size_t i : {2, 3}) {
        runs[i].strategy = "skip";
        runs[i].run.settings.skip = true;
        runs[i].values.seconds = 24.69;
        runs[i].secondsPerUpdate = 24.69 / 5000;
    }
    const std::string text = summaryTable(runs, SummaryRows::Repeats, TableFormat::Markdown);
    for (const char* part : {"| ELBO | ELBO vs basic | NLL |", "| reference |", "| +4.00 better |", "| 2.00 ± 0.00 |",
                             "larger than the sd of the row plus the sd of basic", "NLL is the bound -ELBO."}) {
        QVERIFY2(contains(text, part), text.c_str());
    }
    QVERIFY2(!contains(text, "NLL vs basic"), "a bound is no estimate");
    QVERIFY(contains(summaryTable(runs, SummaryRows::Repeats, TableFormat::Latex), "& $+4.00$ better &"));
    const auto rows = lines(summaryTable(runs, SummaryRows::Repeats, TableFormat::Csv), false);
    QVERIFY2(QString::fromStdString(rows[2]).endsWith(",2,0,2,0,4,better,elbo,,"), rows[2].c_str());
    QVERIFY2(QString::fromStdString(rows[1]).endsWith(",,,,,"), rows[1].c_str());
    runs[2].values.iwNll = runs[2].values.nll = 55;
    runs[2].nllKind = NllKind::ImportanceWeighted;
    runs[2].nllSamples = 100;
    runs[3].values.refinedElbo = -57;
    const std::string more = summaryTable(runs, SummaryRows::Repeats, TableFormat::Markdown);
    QVERIFY2(contains(more, "NLL is the bound -ELBO; of skip: importance-weighted, 100 samples."), more.c_str());
    QVERIFY2(contains(more, "+4.00 refined") && contains(more, "| Refined ELBO |"), more.c_str());
}

void TestSummaryTable::jsonLines() {
    std::vector<RunSummary> runs{summary("Basic seed 1", 1, -60, 1), summary("Basic seed 2", 2, -62, 0),
                                 summary("Sk\"ip", 1, -56, 1)};
    runs[2].strategy = "skip";
    runs[2].run.settings.skip = true;
    const auto objectsOf = [&](SummaryRows rows) {
        QList<QJsonObject> objects;
        for (const std::string& line : lines(summaryTable(runs, rows, TableFormat::Json), false))
            objects.append(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
        return objects;
    };
    const auto repeats = objectsOf(SummaryRows::Repeats);
    QCOMPARE(repeats.size(), 3);
    QCOMPARE(repeats[0]["nll"].toString(), QString("nll is the bound -ELBO"));
    QCOMPARE(repeats[1]["elbo"].toDouble(), -61.0);
    QCOMPARE(repeats[1]["elbo_sd"].toDouble(), std::sqrt(2.0));
    QCOMPARE(repeats[1]["runs"].toInt(), 2);
    QVERIFY(repeats[1]["vs_basic"].isNull() && repeats[1]["lag"].isNull() && repeats[1].contains("lag"));
    QCOMPARE(repeats[2]["vs_basic"].toObject()["elbo"].toDouble(), 5.0);
    QVERIFY(repeats[2]["vs_basic"].toObject()["elbo_standing"].isNull());  // one seed has no spread
    const auto each = objectsOf(SummaryRows::Runs);
    QCOMPARE(each.size(), 4);
    QCOMPARE(each[3]["run"].toString(), QString("Sk\"ip"));
    QCOMPARE(each[3]["update_to_basic"].toDouble(), 1.0);
}

void TestSummaryTable::markdown() {
    const std::vector<RunSummary> runs{summary("Basic", 1, -60, 1), summary("Basic", 2, -62, 0)};
    const std::string each = summaryTable(runs, SummaryRows::Runs, TableFormat::Markdown);
    const auto rows = lines(each, false);
    QCOMPARE(rows[0], std::string("**Results**"));
    QCOMPARE(rows[1], std::string("| Run | Strategy | Seed | State | ELBO | NLL | KL | AU |"));
    QCOMPARE(rows[2], std::string("| --- | --- | --- | --- | ---: | ---: | ---: | ---: |"));
    QCOMPARE(rows[3], std::string("|  |  |  |  | (nats) | (nats) | (nats) |  |"));
    QCOMPARE(rows[4], std::string("| Basic | basic | 1 | finished | -60.00 | 60.00 | 0.000 | 1 |"));
    QVERIFY(contains(each, "| Run | Strategy | Seed | State | Updates | Time | Best ELBO | Best at |"));
    QVERIFY(contains(each, "| Basic | basic | 1 | finished | 5000 | 12.3 | -60.00 | 4000 |"));
    QVERIFY2(!contains(each, "Lag"), "a column without a number");
    const std::string repeats = summaryTable(runs, SummaryRows::Repeats, TableFormat::Markdown);
    QVERIFY(contains(repeats, "| -61.00 ± 1.41 |"));
    QVERIFY(contains(repeats, "| 0.5 ± 0.7 |"));  // a mean of active units
    QVERIFY(contains(repeats, "| 5000 ± 0 |"));
    QVERIFY(contains(repeats, "newest scheduled evaluation"));
}

void TestSummaryTable::latex() {
    const std::vector<RunSummary> runs{summary("Basic_1 & 50%", 1, -60, 1), summary("Basic_1 & 50%", 2, -62, 0)};
    const std::string text = summaryTable(runs, SummaryRows::Repeats, TableFormat::Latex);
    for (const char* part :
         {"\\usepackage{booktabs}", "\\begin{tabular}{llllrrrr}", "\\toprule", "\\midrule", "\\bottomrule",
          "\\end{tabular}", "Basic\\_1 \\& 50\\% & basic &", "$-61.00 \\pm 1.41$", "(nats)"}) {
        QVERIFY2(contains(text, part), part);
    }
    QVERIFY(!contains(text, "Basic_1"));
    QCOMPARE(QString::fromStdString(text).count("\\\\\n"), 6);  // header, units, one row, twice
}

void TestSummaryTable::divergedAreNamed() {
    std::vector<RunSummary> runs{summary("a 1", 1, -60, 1), summary("a 2", 2, -62, 0)};
    runs[1].phase = RunPhase::Diverged;
    const std::string text = summaryTable(runs, SummaryRows::Repeats, TableFormat::Markdown);
    QVERIFY(contains(text, "1 finished, 1 not counted"));
    QVERIFY(contains(text, "| -60.00 |"));
}

void TestSummaryTable::namesAreEscaped() {
    const TextTable table{
        .header = {"a|b", "x"}, .units = {}, .rows = {{"*<b>_\n", "1"}}, .wordColumns = 1, .notes = {}};
    QVERIFY(contains(markdownTable(table), "| a\\|b | x |"));
    QVERIFY(contains(markdownTable(table), "| \\*\\<b\\>\\_  | 1 |"));
    const TextTable hard{
        .header = {"\\ ^ ~ # $ { }", "x"}, .units = {}, .rows = {{"<|>", "–"}}, .wordColumns = 1, .notes = {}};
    QVERIFY(contains(latexTable(hard), "\\textbackslash{} \\textasciicircum{} \\textasciitilde{} \\# \\$ \\{ \\}"));
    QVERIFY(contains(latexTable(hard), "\\textless{}\\textbar{}\\textgreater{} & – \\\\"));
}

void TestSummaryTable::differences() {
    std::vector<ComparedRun> runs(2);
    runs[0].name = "Basic";
    runs[1].name = "Fork";
    runs[1].settings.learningRate = 0.5;
    runs[1].switches = {parseIntervention("100.2:skip=on").value()};
    QCOMPARE(lines(differencesTable(runs, TableFormat::Csv), false),
             (std::vector<std::string>{"Differs,Unit,Basic,Fork", "learning_rate,,1,0.5", "at 100.2: skip,,,on"}));
    const std::string text = differencesTable(runs, TableFormat::Markdown);
    QVERIFY(contains(text, "| learning\\_rate |  | 1 | 0.5 |"));
    QVERIFY(contains(text, "| at 100.2: skip |  |  | on |"));
}

void TestSummaryTable::equalRunsSaySo() {
    const std::vector<ComparedRun> runs(2);
    QVERIFY(contains(differencesTable(runs, TableFormat::Markdown), "equal settings and switches"));
    QVERIFY(contains(differencesTable(runs, TableFormat::Csv), "# The runs have equal settings"));
}

void TestSummaryTable::localeChangesNothing() {
    const std::vector<RunSummary> runs{summary("Basic", 1, -60.5, 1)};
    const std::string before = summaryTable(runs, SummaryRows::Runs, TableFormat::Latex);
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"}) {
        if (!std::setlocale(LC_ALL, name)) continue;
        QCOMPARE(summaryTable(runs, SummaryRows::Runs, TableFormat::Latex), before);
    }
    std::setlocale(LC_ALL, "C");
}

void TestSummaryTable::fixedNumbers() {
    QCOMPARE(fixedNumber(-0.0001, 2), std::string("0.00"));
    QCOMPARE(fixedNumber(-0.125, 2), std::string("-0.12"));
    QCOMPARE(fixedNumber(1e300, 1).size(), std::size_t{303});
    QCOMPARE(fixedNumber(std::numeric_limits<double>::infinity(), 1), std::string("inf"));
    QCOMPARE(fixedNumber(notMeasured, 1), std::string());
}

void TestSummaryTable::formats() {
    QVERIFY(parseTableFormat("tex").value() == TableFormat::Latex);
    QVERIFY(parseTableFormat("md").value() == TableFormat::Markdown);
    QVERIFY(contains(parseTableFormat("xls").error().detail, "csv, md, tex and json"));
}

QTEST_APPLESS_MAIN(TestSummaryTable)
#include "tst_summary_table.moc"
