// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curve_plot.h"
#include "widgets/figure_layout.h"
#include "widgets/figure_writer.h"
#include "widgets/posterior_plot.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace collapsar;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

SnapshotPointer makeSnapshot() {
    auto snapshot = std::make_shared<Snapshot>();
    for (int i = -10; i <= 10; ++i) {
        snapshot->trueMean.push_back(0.2F * static_cast<float>(i));
        snapshot->approximateMean.push_back(0.1F * static_cast<float>(i));
    }
    snapshot->values.at.update = 1000;
    return snapshot;
}

int pixelsLike(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green()) +
                         std::abs(pixel.blue() - colour.blue()) <
                     90;
        }
    return count;
}

}  // namespace

class TestFigureWriter : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_posterior = std::make_unique<PosteriorPlot>();
        m_posterior->setIdentity({0, "Basic"});
        m_posterior->setTheme(darkTheme());
        m_posterior->setSnapshot(makeSnapshot());
        m_curve = std::make_unique<CurvePlot>();
        m_curve->setSpec(curveSpec("kl"));
        m_curve->addRun(1, {1, "Aggressive"});
        std::vector<Measurement> points(50);
        for (int i = 0; i < 50; ++i) {
            points[std::size_t(i)].at.update = 10 * i;
            points[std::size_t(i)].kl = std::sqrt(i);
        }
        m_curve->appendPoints(1, points);
        m_request.title = "Posterior collapse <demo>";
        m_request.provenance = QStringList{"run 4f2a, update 1000, seed 783435", "switches: 480: kl_weight 0.9 to 1"};
        QVERIFY(m_folder.isValid());
    }

    void png_hasSizeResolutionAndProvenance() {
        m_request.format = FigureFormat::Png;
        m_request.millimetres = {100, 60};
        m_request.dpi = 254;
        const QString path = m_folder.filePath("figure.png");
        QVERIFY(writeFigure(path, m_request, sources()).ok());
        const QImage image(path);
        QCOMPARE(image.size(), QSize(1000, 600));
        QCOMPARE(image.dotsPerMeterX(), 10000);
        QCOMPARE(image.text("Title"), m_request.title);
        QVERIFY(image.text("Description").contains("seed 783435"));
        QVERIFY(image.text("Software").startsWith("Collapsar"));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(pixelsLike(image, runColour(lightTheme(), 1)) > 200);
        QVERIFY(pixelsLike(image, darkTheme().card) < image.width() * image.height() / 50);
    }

    void svg_isVectorAndNamesTheRun() {
        m_request.format = FigureFormat::Svg;
        const QString path = m_folder.filePath("figure.svg");
        QVERIFY(writeFigure(path, m_request, sources()).ok());
        QSvgRenderer renderer(path);
        QVERIFY(renderer.isValid());
        QVERIFY(std::abs(renderer.viewBoxF().width() / renderer.viewBoxF().height() - 1.5) < 0.01);
        const QByteArray text = contents(path);
        const auto width = QRegularExpression(R"(width="([\d.]+)mm")").match(QString::fromUtf8(text));
        QVERIFY(std::abs(width.captured(1).toDouble() - 180) < 0.2);
        QVERIFY(text.contains("seed 783435"));
        QVERIFY(text.contains("&lt;demo&gt;"));
        QVERIFY(text.contains(">switches: 480: kl_weight 0.9 to 1<"));
        QVERIFY(!text.contains("<image"));
    }

    void pdf_hasThePageSize() {
        m_request.format = FigureFormat::Pdf;
        const QString path = m_folder.filePath("figure.pdf");
        QVERIFY(writeFigure(path, m_request, sources()).ok());
        const QByteArray text = contents(path);
        QVERIFY(text.startsWith("%PDF"));
        const auto box = QRegularExpression(R"(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\])").match(QString::fromLatin1(text));
        QVERIFY(box.hasMatch());
        QVERIFY(std::abs(box.captured(1).toDouble() - 180 / 25.4 * 72) < 1);
        QVERIFY(std::abs(box.captured(2).toDouble() - 120 / 25.4 * 72) < 1);
        QVERIFY(!text.contains("/Subtype /Image"));
    }

    void cursorAndHover_areNotWritten() {
        m_request.format = FigureFormat::Svg;
        const QString plain = m_folder.filePath("plain.svg");
        const QString hovered = m_folder.filePath("hovered.svg");
        QVERIFY(writeFigure(plain, m_request, sources()).ok());
        m_curve->setCursor(200);
        m_posterior->highlightProbe(3);
        QVERIFY(writeFigure(hovered, m_request, sources()).ok());
        QCOMPARE(contents(hovered), contents(plain));
    }

    void widgets_lookAsBefore() {
        m_posterior->resize(300, 280);
        m_posterior->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_posterior.get()));
        QTest::qWait(300);
        const QImage before = m_posterior->grab().toImage();
        m_request.format = FigureFormat::Png;
        QVERIFY(writeFigure(m_folder.filePath("x.png"), m_request, sources()).ok());
        QTest::qWait(300);
        QCOMPARE(m_posterior->grab().toImage(), before);
    }

    void badRequests_areRefused() {
        const QString path = m_folder.filePath("bad.png");
        QCOMPARE(writeFigure(path, m_request, {}).error().code, ErrorCode::InvalidSettings);
        m_request.millimetres = {5, 5};
        QCOMPARE(writeFigure(path, m_request, sources()).error().code, ErrorCode::InvalidSettings);
        m_request.millimetres = {100, 60};
        m_request.format = FigureFormat::Png;
        m_request.dpi = 100000;
        QCOMPARE(writeFigure(path, m_request, sources()).error().code, ErrorCode::InvalidSettings);
        QVERIFY(!QFile::exists(path));
        m_request.dpi = 96;
        const Result<void> written = writeFigure(m_folder.filePath("no/such/folder.png"), m_request, sources());
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
        QVERIFY(QString::fromStdString(written.error().detail).contains("folder.png"));
    }

    void format_comesFromTheSuffix() {
        FigureFormat format = FigureFormat::Png;
        QVERIFY(figureFormatOf("a.PDF", format));
        QCOMPARE(format, FigureFormat::Pdf);
        QVERIFY(figureFormatOf("a.b.svg", format));
        QCOMPARE(format, FigureFormat::Svg);
        QVERIFY(!figureFormatOf("pdf", format));
    }

    void cells_lieInsideWithoutOverlap() {
        const QRect area(10, 40, 800, 500);
        for (int squares = 0; squares <= 6; ++squares) {
            for (int wides = 0; wides <= 4; ++wides) {
                std::vector<FigureShape> shapes(std::size_t(squares), FigureShape::Square);
                shapes.insert(shapes.end(), std::size_t(wides), FigureShape::Wide);
                const std::vector<QRect> cells = figureCells(area, shapes);
                QCOMPARE(cells.size(), shapes.size());
                for (std::size_t a = 0; a < cells.size(); ++a) {
                    QVERIFY(area.contains(cells[a]));
                    for (std::size_t b = a + 1; b < cells.size(); ++b)
                        QVERIFY(!cells[a].intersects(cells[b]));
                }
            }
        }
    }

    void longTrails_areHarmless() {
        for (int i = 0; i < 30; ++i) {
            auto next = std::make_shared<Snapshot>(*makeSnapshot());
            next->values.at.update = 1001 + i;
            m_posterior->setSnapshot(next);
        }
        m_request.format = FigureFormat::Pdf;
        QVERIFY(writeFigure(m_folder.filePath("trails.pdf"), m_request, sources()).ok());
    }

private:
    std::unique_ptr<PosteriorPlot> m_posterior;
    std::unique_ptr<CurvePlot> m_curve;
    FigureRequest m_request;
    QTemporaryDir m_folder;

    std::vector<FigureSource*> sources() const { return {m_posterior.get(), m_curve.get()}; }

private slots:
    void cleanup() { m_request = {}; }
};

QTEST_MAIN(TestFigureWriter)
#include "tst_figure_writer.moc"
