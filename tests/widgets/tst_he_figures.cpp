// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_writer.h"
#include "widgets/he_figures.h"
#include "widgets/mean_space_painter.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace collapsar;

namespace {

SnapshotPointer picture(std::int64_t update, std::vector<float> trueMean, std::vector<float> approximateMean) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values.at.update = update;
    snapshot->trueMean = std::move(trueMean);
    snapshot->approximateMean = std::move(approximateMean);
    return snapshot;
}

Measurement point(std::int64_t update, double kl, double mi) {
    Measurement one;
    one.kind = MeasurementKind::Scheduled;
    one.at.update = update;
    one.epoch = static_cast<double>(update) / 100;
    one.kl = kl;
    one.miFull = mi;
    return one;
}

FigureRun makeRun(int index, const QString& name) {
    FigureRun run;
    run.identity = {index, name};
    for (int update = 0; update <= 400; update += 100) {
        const auto scale = static_cast<float>(update) / 200;
        run.snapshots.push_back(picture(update, {scale, -scale, 0}, {0.5F * scale, -0.5F * scale, 0.1F * scale}));
        const std::vector<Measurement> points{point(update, 0.01 * update, 0.004 * update)};
        run.points.append(points);
    }
    return run;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestHeFigures : public QObject {
    Q_OBJECT

private slots:
    void nearestPicture() {
        const FigureRun run = makeRun(0, "Basic");
        QCOMPARE(snapshotNearest(run, 149)->values.at.update, 100);
        QCOMPARE(snapshotNearest(run, 150)->values.at.update, 100);
        QCOMPARE(snapshotNearest(run, 151)->values.at.update, 200);
        QCOMPARE(snapshotNearest(run, 9000)->values.at.update, 400);
        QCOMPARE(snapshotAt(run, 199)->values.at.update, 100);
        QVERIFY(!snapshotNearest(FigureRun(), 0) && !snapshotAt(FigureRun(), 5));
        QVERIFY(!pictureFor(run, 9000));
        QVERIFY(!pictureFor(run, 150));
        QCOMPARE(pictureFor(run, 405)->values.at.update, 400);
    }

    void paperUpdates_data() {
        QTest::addColumn<int>("last");
        QTest::addColumn<QList<int>>("updates");
        QTest::newRow("paper's") << 2000 << QList<int>{0, 200, 400, 1000, 2000};
        QTest::newRow("between") << 600 << QList<int>{0, 200, 400, 600};
        QTest::newRow("short") << 40 << QList<int>{0, 10, 20, 40};
        QTest::newRow("nothing") << 0 << QList<int>{0};
    }
    void paperUpdates() {
        QFETCH(int, last);
        QFETCH(QList<int>, updates);
        const std::vector<std::int64_t> found = collapsar::paperUpdates({0, last});
        QCOMPARE(QList<int>(found.begin(), found.end()), updates);
        QVERIFY(collapsar::paperUpdates({0, 90000}).size() <= 5);
        QCOMPARE(collapsar::paperUpdates({0, 90000}).back(), std::int64_t(90000));
    }

    void updatesAreParsed() {
        QCOMPARE(*parseUpdates(" 0, 200,2000"), (std::vector<std::int64_t>{0, 200, 2000}));
        QVERIFY(parseUpdates("")->empty());
        QVERIFY(!parseUpdates("0,many") && !parseUpdates("-3"));
    }

    /// By hand: (0,0) -> up to 0.25 -> across to 0.5 -> ...
    void wayGoesUpThenSideways() {
        const Way way = wayOfExample(makeRun(0, "Basic"), 0, {0, 200});
        const std::vector<QPointF> expected{{0, 0}, {0, 0.25}, {0.5, 0.25}, {0.5, 0.5}, {1, 0.5}};
        QCOMPARE(way.corners.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(QPointF(way.corners[i].x, way.corners[i].y), expected[i]);
        QCOMPARE(way.stride, 1);
        QVERIFY(wayOfExample(makeRun(0, "Basic"), 3, {0, 200}).corners.empty());
    }

    void longWaysAreThinnedAndSayIt() {
        FigureRun run;
        run.identity = {0, "Basic"};
        for (int update = 0; update <= 500; ++update)
            run.snapshots.push_back(picture(update, {0.01F * update}, {0.005F * update}));
        const Way way = wayOfExample(run, 0, {0, 500});
        QVERIFY(way.stride > 1 && way.pictures == 501 && way.corners.size() < 100);
        QCOMPARE(float(way.corners.back().x), 0.01F * 500);
        const HeFigureSource source(HeFigure::Trajectories, {run});
        QVERIFY(source.notes().join(' ').contains("501"));
        const HeFigureSource part(HeFigure::Trajectories, {run}, {.updates = {100, 120}});
        QVERIFY(!part.notes().join(' ').contains("501"));
    }

    void aggregateKlIsTheDifferenceOfTheSameEvaluation() {
        FigureRun run = makeRun(0, "Basic");
        const std::vector<Measurement> halves{point(450, 3, notMeasured), point(460, notMeasured, 2)};
        run.points.append(halves);
        const auto values = informationOf(run, Information::AggregateKl);
        QCOMPARE(values.size(), std::size_t(5));
        QCOMPARE(values[3].value, 3 - 1.2);
        QCOMPARE(values[3].update, 300.0);
        QCOMPARE(values[3].epoch, 3.0);
        QCOMPARE(informationOf(run, Information::Kl).size(), std::size_t(6));
        QVERIFY(HeFigureSource(HeFigure::Information, {run}).notes().join(' ').contains("KL - MI"));
    }

    /// Two points at known places of a +-3 plane: a third of the half side from the centre.
    void pointsStandWhereTheirMeansAre() {
        QImage image(400, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const FigureAxes axes = squareAxes(QRectF(0, 0, 400, 400), {-3, 3});
        drawMeans(painter, axes, *picture(0, {1, -2}, {-1, 1}), QColor(200, 0, 0), 8);
        painter.end();
        const double half = axes.area.width() / 2;
        const QPointF centre = axes.area.center();
        const QPointF first = centre + QPointF(half / 3, half / 3);
        const QPointF second = centre + QPointF(-2 * half / 3, -half / 3);
        QVERIFY(axes.area.width() > 300);
        QVERIFY(image.pixelColor(first.toPoint()).green() < 150);
        QVERIFY(image.pixelColor(second.toPoint()).green() < 150);
        int coloured = 0;
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x)
                coloured += image.pixelColor(x, y).green() < 150;
        QVERIFY2(coloured > 60 && coloured < 140, qPrintable(QString::number(coloured)));
    }

    void everyFigureIsAVectorThatNamesItsRunsAndSources_data() {
        QTest::addColumn<int>("figure");
        QTest::addColumn<QByteArrayList>("words");
        QTest::newRow("2") << int(HeFigure::MeanSpaces)
                           << QByteArrayList{">Basic<", ">Aggressive<", ">update 200<", ">update 400<"};
        QTest::newRow("3") << int(HeFigure::Trajectories) << QByteArrayList{">Basic<", ">Aggressive<"};
        QTest::newRow("4") << int(HeFigure::Information)
                           << QByteArrayList{">Basic<", ">Aggressive<", ">Mutual information<", "as KL - MI<"};
    }
    void everyFigureIsAVectorThatNamesItsRunsAndSources() {
        QFETCH(int, figure);
        QFETCH(QByteArrayList, words);
        const QTemporaryDir folder;
        HeFigureSource source(HeFigure(figure), {makeRun(0, "Basic"), makeRun(1, "Aggressive")});
        FigureRequest request{.millimetres = source.usualMillimetres(),
                              .format = FigureFormat::Svg,
                              .title = source.figureTitle(),
                              .notes = source.notes(),
                              .provenance = {"Basic: run 4f2a, seed 783435"}};
        const QString path = folder.filePath("figure.svg");
        QVERIFY(writeFigure(path, request, {&source}).ok());
        QByteArray text = contents(path);
        QVERIFY(!text.contains("<image"));
        for (const QByteArray& word : words)
            QVERIFY2(text.contains(word), word.constData());
        QVERIFY(text.contains(">Basic: run 4f2a, seed 783435<"));
        request.caption = FigureCaption::Hidden;
        QVERIFY(writeFigure(path, request, {&source}).ok());
        text = contents(path);
        QVERIFY(text.contains("seed 783435") && !text.contains(">Basic: run 4f2a, seed 783435<"));
        for (const char* name : {"figure.pdf", "figure.png"}) {
            QVERIFY(figureFormatOf(name, request.format));
            QVERIFY(writeFigure(folder.filePath(name), request, {&source}).ok());
        }
        QVERIFY(contents(folder.filePath("figure.pdf")).startsWith("%PDF"));
        QVERIFY(QImage(folder.filePath("figure.png")).text("Description").contains("seed 783435"));
    }

    void missingPicturesAreSaid() {
        FigureRun shorter = makeRun(1, "Short");
        shorter.snapshots.resize(2);
        HeFigureSource source(HeFigure::MeanSpaces, {makeRun(0, "Basic"), shorter}, {.updates = {400}});
        const QTemporaryDir folder;
        const QString path = folder.filePath("figure.svg");
        FigureRequest request{.format = FigureFormat::Svg};
        QVERIFY(writeFigure(path, request, {&source}).ok());
        QCOMPARE(contents(path).count(">no picture near this update<"), 1);
    }

    void emptyRunsAreHarmless() {
        const QTemporaryDir folder;
        for (const HeFigure figure : {HeFigure::MeanSpaces, HeFigure::Trajectories, HeFigure::Information}) {
            FigureRun two = makeRun(0, "Two");
            for (SnapshotPointer& snapshot : two.snapshots) {
                auto copy = std::make_shared<Snapshot>(*snapshot);
                copy->latent = 3;
                copy->trueMean.clear();
                snapshot = copy;
            }
            HeFigureSource source(figure, {FigureRun(), two});
            FigureRequest request{.format = FigureFormat::Svg};
            QVERIFY(writeFigure(folder.filePath("figure.svg"), request, {&source}).ok());
        }
    }
};

QTEST_MAIN(TestHeFigures)
#include "tst_he_figures.moc"
