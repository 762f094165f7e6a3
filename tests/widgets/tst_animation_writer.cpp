// SPDX-License-Identifier: GPL-3.0-or-later
/// The GIF is read back by giflib and compared with the frames it was made from.
#include "widgets/animation_job.h"
#include "widgets/animation_writer.h"

#include <gif_lib.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace collapsar;

namespace {

FigureRun makeRun(int index, const QString& name, int updates) {
    FigureRun run;
    run.identity = {index, name};
    for (int update = 0; update <= updates; update += 5) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->values.at.update = update;
        snapshot->verdict.kind = index == 0 ? VerdictKind::InferenceCollapse : VerdictKind::InStep;
        for (int i = -20; i <= 20; ++i) {
            snapshot->trueMean.push_back(0.1F * static_cast<float>(i) * static_cast<float>(update) / updates);
            snapshot->approximateMean.push_back(snapshot->trueMean.back() * static_cast<float>(index));
        }
        run.snapshots.push_back(snapshot);
        Measurement point;
        point.kind = update % 50 == 0 ? MeasurementKind::Scheduled : MeasurementKind::Probe;
        point.at.update = update;
        point.kl = 0.01 * update * index;
        point.miFull = 0.008 * update * index;
        run.points.append(std::span(&point, 1));
    }
    return run;
}

/// What a viewer shows: every frame composed over the ones before.
struct ReadGif {
    QSize size;
    QList<QImage> frames;
    QList<int> delays;
    QByteArray comment;
    bool loops = false;

    explicit ReadGif(const QString& path) {
        int error = 0;
        GifFileType* gif = DGifOpenFileName(path.toLocal8Bit().constData(), &error);
        if (!gif) return;
        if (DGifSlurp(gif) == GIF_OK) read(*gif);
        DGifCloseFile(gif, &error);
    }

private:
    void read(const GifFileType& gif) {
        size = {gif.SWidth, gif.SHeight};
        QImage shown(size, QImage::Format_RGB32);
        shown.fill(Qt::magenta);
        for (int i = 0; i < gif.ImageCount; ++i) {
            const SavedImage& image = gif.SavedImages[i];
            int transparent = -1;
            for (int e = 0; e < image.ExtensionBlockCount; ++e)
                readExtension(image.ExtensionBlocks[e], transparent);
            const GifImageDesc& place = image.ImageDesc;
            for (int y = 0; y < place.Height; ++y)
                for (int x = 0; x < place.Width; ++x) {
                    const int index = image.RasterBits[y * place.Width + x];
                    const GifColorType& c = gif.SColorMap->Colors[index];
                    if (index != transparent)
                        shown.setPixel(place.Left + x, place.Top + y, qRgb(c.Red, c.Green, c.Blue));
                }
            frames.append(shown.copy());
        }
    }
    void readExtension(const ExtensionBlock& block, int& transparent) {
        GraphicsControlBlock control{};
        const QByteArray bytes(reinterpret_cast<const char*>(block.Bytes), block.ByteCount);
        if (block.Function == COMMENT_EXT_FUNC_CODE) comment += bytes;
        if (block.Function == APPLICATION_EXT_FUNC_CODE) loops = bytes == "NETSCAPE2.0";
        if (block.Function != GRAPHICS_EXT_FUNC_CODE) return;
        if (DGifExtensionToGCB(static_cast<size_t>(block.ByteCount), block.Bytes, &control) != GIF_OK) return;
        delays.append(control.DelayTime);
        transparent = control.TransparentColor;
    }
};

struct Difference {
    int largest = 0;
    double mean = 0;
};

Difference difference(const QImage& a, const QImage& b) {
    Difference found;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int far =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            found.largest = std::max(found.largest, far);
            found.mean += far;
        }
    found.mean /= a.width() * a.height();
    return found;
}

}  // namespace

class TestAnimationWriter : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_runs = {makeRun(0, "Basic", 200), makeRun(1, "Aggressive", 150)};
        m_request = {.path = m_folder->filePath("replay.gif"),
                     .pixels = {480, 270},
                     .framesPerSecond = 15,
                     .updatesPerFrame = 10,
                     .title = "Side by side",
                     .provenance = {"Basic: run 4f2a, seed 783435"}};
    }

    void framesCoverTheRange() {
        auto frames = animationFrames(m_request, m_runs);
        QVERIFY(frames.ok());
        QCOMPARE(frames.value().size(), std::size_t(21));
        QCOMPARE(frames.value()[1], std::int64_t(10));
        QCOMPARE(frames.value().back(), std::int64_t(200));
        m_request.range = UpdateSpan{50, 95};
        frames = animationFrames(m_request, m_runs);
        QCOMPARE(frames.value(), (std::vector<std::int64_t>{50, 60, 70, 80, 90, 95}));
        m_request.updatesPerFrame = 0.5;
        QCOMPARE(animationFrames(m_request, m_runs).value().size(), std::size_t(91));
    }

    void badRequestsAreRefused_data() {
        QTest::addColumn<int>("which");
        QTest::newRow("tiny") << 0;
        QTest::newRow("rate") << 1;
        QTest::newRow("speed") << 2;
        QTest::newRow("range") << 3;
        QTest::newRow("too many frames") << 4;
        QTest::newRow("no runs") << 5;
    }
    void badRequestsAreRefused() {
        QFETCH(int, which);
        if (which == 0) m_request.pixels = {10, 10};
        if (which == 1) m_request.framesPerSecond = 100;
        if (which == 2) m_request.updatesPerFrame = -1;
        if (which == 3) m_request.range = UpdateSpan{300, 400};
        if (which == 4) m_request.updatesPerFrame = 0.001;
        if (which == 5) m_runs.clear();
        const auto written = writeAnimation(m_request, m_runs, {}, {});
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, ErrorCode::InvalidSettings);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void gifShowsTheFrames_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ThemeMode::Light);
        QTest::newRow("dark") << int(ThemeMode::Dark);
    }
    void gifShowsTheFrames() {
        QFETCH(int, theme);
        m_request.theme = ThemeMode(theme);
        const auto written = writeAnimation(m_request, m_runs, {}, {});
        QVERIFY(written.ok());
        QCOMPARE(written.value().frames, 21);
        QCOMPARE(written.value().bytes, QFile(m_request.path).size());
        const ReadGif gif(m_request.path);
        QCOMPARE(gif.size, m_request.pixels);
        QCOMPARE(gif.frames.size(), 21);
        QVERIFY(gif.loops);
        QVERIFY(gif.comment.contains("seed 783435"));
        const PlotTheme& colours = theme == int(ThemeMode::Dark) ? darkTheme() : lightTheme();
        const ReplayScene scene(m_runs, {.theme = colours, .pixels = m_request.pixels, .title = m_request.title},
                                {0, 200});
        for (const int frame : {0, 7, 20}) {
            const QImage source = scene.frame(10 * frame);
            const Difference far = difference(gif.frames[frame], source);
            QVERIFY2(far.mean < 0.5 && far.largest <= 72, qPrintable(QString("%1 %2").arg(far.mean).arg(far.largest)));
            QCOMPARE(gif.frames[frame].pixelColor(1, 1), colours.card);  // flat areas exactly
        }
        QVERIFY(difference(gif.frames[0], gif.frames[20]).mean > 1);
    }

    void delaysAddUpToTheRate() {
        QVERIFY(writeAnimation(m_request, m_runs, {}, {}).ok());
        const ReadGif gif(m_request.path);
        QCOMPARE(gif.delays.size(), 21);
        int sum = 0;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(gif.delays[i] == 6 || gif.delays[i] == 7);  // 100 / 15 = 6.67
            sum += gif.delays[i];
        }
        QCOMPARE(sum, 133);
        QCOMPARE(gif.delays[20], 207);
    }

    void sequenceIsNumberedAndExact() {
        m_request.format = AnimationFormat::PngSequence;
        m_request.path = m_folder->filePath("frames");
        m_request.range = UpdateSpan{0, 50};
        QVERIFY(writeAnimation(m_request, m_runs, {}, {}).ok());
        const QDir folder(m_request.path);
        QCOMPARE(folder.entryList(QDir::Files).size(), 6);
        const QImage third(folder.filePath("frame-00003.png"));
        const ReplayScene scene(m_runs, {.pixels = m_request.pixels, .title = m_request.title}, {0, 50});
        QCOMPARE(third.convertToFormat(QImage::Format_RGB32), scene.frame(20));
        QVERIFY(third.text("Description").startsWith("update 20\n"));
        QVERIFY(third.text("Description").contains("seed 783435"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{"frames"});
        const auto again = writeAnimation(m_request, m_runs, {}, {});
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(folder.entryList(QDir::Files).size(), 6);
    }

    void cancelledOnesLeaveNothing_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("GIF") << int(AnimationFormat::Gif);
        QTest::newRow("PNG") << int(AnimationFormat::PngSequence);
    }
    void cancelledOnesLeaveNothing() {
        QFETCH(int, format);
        m_request.format = AnimationFormat(format);
        std::stop_source stop;
        int drawn = 0;
        const auto written = writeAnimation(m_request, m_runs, stop.get_token(), [&](int done, int total) {
            drawn = done;
            if (done == 3 && total == 21) stop.request_stop();
        });
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, ErrorCode::Interrupted);
        QCOMPARE(drawn, 3);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void unwritablePathsAreSaid() {
        m_request.path = m_folder->filePath("no/such/folder/replay.gif");
        const auto written = writeAnimation(m_request, m_runs, {}, {});
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QVERIFY(written.error().detail.find("replay.gif") != std::string::npos);
    }

    /// At an update the frame holds the newest entry at or before it, and later ones change nothing.
    void framesShowThePastOnly() {
        const ReplayLook look{.pixels = {480, 270}, .curves = ReplayCurves::Hidden};
        std::vector<FigureRun> cut = m_runs;
        for (FigureRun& run : cut)
            for (std::size_t i = 21; i < run.snapshots.size(); ++i) {
                auto other = std::make_shared<Snapshot>(*run.snapshots[i]);
                for (float& mean : other->approximateMean)
                    mean = 1.5F;
                run.snapshots[i] = other;
            }
        const ReplayScene whole(m_runs, look, {0, 200});
        const ReplayScene changed(cut, look, {0, 200});
        QCOMPARE(whole.frame(103), changed.frame(103));
        QVERIFY(whole.frame(105) != changed.frame(105));
        const QImage after = whole.frame(101);
        QCOMPARE(difference(whole.frame(102).copy(0, 40, 480, 230), after.copy(0, 40, 480, 230)).largest, 0);
    }

    void sixRunsInAnySizeAreDrawn() {
        std::vector<FigureRun> runs;
        for (int i = 0; i < 6; ++i)
            runs.push_back(makeRun(i, QString("Run %1").arg(i), 100));
        for (const QSize& size : {QSize(160, 120), QSize(1920, 1080), QSize(300, 900)}) {
            const QImage frame = ReplayScene(runs, {.pixels = size}, {0, 100}).frame(60);
            QCOMPARE(frame.size(), size);
            QCOMPARE(frame.pixelColor(1, 1), lightTheme().card);
        }
    }

    void jobWritesOnItsOwnThread() {
        AnimationJob job;
        QSignalSpy written(&job, &AnimationJob::written);
        QSignalSpy progressed(&job, &AnimationJob::progressed);
        QVERIFY(job.start(m_request, m_runs));
        QVERIFY(job.isRunning());
        QVERIFY(!job.start(m_request, m_runs));
        QVERIFY(!QFile::exists(m_request.path));  // not on this thread
        QVERIFY(written.wait(20000));
        QVERIFY(QFile::exists(m_request.path) && !job.isRunning());
        QCOMPARE(progressed.last().at(0).toInt(), 21);
    }

    void jobIsCancelled() {
        m_request.updatesPerFrame = 0.1;
        AnimationJob job;
        QSignalSpy failed(&job, &AnimationJob::failed);
        QVERIFY(job.start(m_request, m_runs));
        job.cancel();
        QVERIFY(failed.wait(20000));
        QVERIFY(QDir(m_folder->path()).isEmpty());
        {
            AnimationJob gone;
            QVERIFY(gone.start(m_request, m_runs));
        }
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<FigureRun> m_runs;
    AnimationRequest m_request;
};

QTEST_MAIN(TestAnimationWriter)
#include "tst_animation_writer.moc"
