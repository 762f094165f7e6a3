// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posterior_paths.h"
#include "widgets/posterior_plot.h"
#include "widgets/projection_menu.h"

#include <qcustomplot.h>

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <cmath>

using namespace collapsar;

namespace {

SnapshotPointer makeSnapshot(std::int64_t update, std::vector<float> exact, std::vector<float> approximate) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values.at.update = update;
    snapshot->logLikelihood.assign(approximate.size(), -41.5F);
    snapshot->lag.assign(approximate.size(), 0.25F);
    snapshot->trueMean = std::move(exact);
    snapshot->approximateMean = std::move(approximate);
    return snapshot;
}

QCustomPlot* inner(const PosteriorPlot& plot) {
    return plot.findChild<QCustomPlot*>();
}

QCPCurve* curve(const PosteriorPlot& plot, const QString& name) {
    for (int i = 0; i < inner(plot)->plottableCount(); ++i)
        if (inner(plot)->plottable(i)->objectName() == name) return qobject_cast<QCPCurve*>(inner(plot)->plottable(i));
    return nullptr;
}

QString itemText(const PosteriorPlot& plot, const QString& name) {
    for (int i = 0; i < inner(plot)->itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(inner(plot)->item(i)); text && text->objectName() == name)
            return text->visible() ? text->text() : QString();
    return QString();
}

/// Three probes of three dimensions; the second varies along (0, 3, 4) / 5 and has the largest KL.
SnapshotPointer severalDimensions(std::int64_t update) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->values.at.update = update;
    snapshot->latent = 3;
    snapshot->trueMean = {0, 0, 0, 0.01F, 0.6F, 0.8F, 0, -0.6F, -0.8F};
    snapshot->approximateMean = {0, 0.1F, 0, 0, 0.3F, 0.4F, 0, -0.3F, -0.4F};
    snapshot->logLikelihood = snapshot->lag = {1, 2, 3};
    snapshot->effectiveSamples = {400, leastEffectiveSamples - 1, 30};
    snapshot->unitKl = {0.1F, 2.5F, 1.25F};
    return snapshot;
}

int trailCount(const PosteriorPlot& plot) {
    int points = 0;
    for (int i = 0; i < inner(plot)->plottableCount(); ++i)
        if (inner(plot)->plottable(i)->objectName() == "trails")
            points += qobject_cast<QCPCurve*>(inner(plot)->plottable(i))->dataCount();
    return points;
}

QPoint pixelOf(const PosteriorPlot& plot, double x, double y) {
    return {static_cast<int>(std::lround(inner(plot)->xAxis->coordToPixel(x))),
            static_cast<int>(std::lround(inner(plot)->yAxis->coordToPixel(y)))};
}

/// QTest::mouseMove depends on where the platform's pointer was before; this does not.
void pointAt(QWidget* widget, const QPoint& at) {
    QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &move);
}

void wheel(QWidget* widget, const QPoint& at, int angle) {
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(widget, &event);
}

bool isSquare(const PosteriorPlot& plot) {
    const QRect area = inner(plot)->axisRect()->rect();
    const QCPRange x = inner(plot)->xAxis->range();
    const QCPRange y = inner(plot)->yAxis->range();
    return area.width() == area.height() && std::abs(x.size() - y.size()) < 1e-9 * x.size();
}

}  // namespace

class TestPosteriorPlot : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_plot = std::make_unique<PosteriorPlot>();
        m_plot->resize(480, 420);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    }
    void cleanup() { m_plot.reset(); }

    void collapsedPointsWithoutTrueMeansDoNotWidenTheView() {
        const double before = m_plot->dataReach();
        for (int update = 1; update <= 30; ++update)
            m_plot->setSnapshot(makeSnapshot(update, {}, std::vector<float>(500, 0.001F)));
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 500);
        QCOMPARE(m_plot->dataReach(), before);
    }

    void tooSmallForTheWholeNotice() {
        m_plot->setSnapshot(makeSnapshot(1, {}, {0.5F}));
        QTRY_VERIFY(itemText(*m_plot, "notice").contains("were not measured"));
        m_plot->resize(240, 200);
        QTRY_COMPARE(itemText(*m_plot, "notice"), QString("no true means"));
        m_plot->resize(120, 100);
        QTRY_VERIFY(itemText(*m_plot, "notice").isEmpty());
    }

    void points_areHeldInProbeOrder() {
        m_plot->setSnapshot(makeSnapshot(10, {1.0F, -2.0F, 0.5F}, {0.25F, -1.0F, 2.0F}));
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 3);
        QCOMPARE(curve(*m_plot, "points")->data()->at(1)->key, -2.0);
        QCOMPARE(curve(*m_plot, "points")->data()->at(1)->value, -1.0);
        QCOMPARE(m_plot->probePoint(2).approximateMean, 2.0);
        QVERIFY(std::isnan(m_plot->probePoint(3).trueMean));
        QCOMPARE(m_plot->snapshot()->values.at.update, 10);
    }

    void area_isAlwaysSquare() {
        for (const QSize size : {QSize(480, 420), QSize(900, 300), QSize(250, 800)}) {
            m_plot->resize(size);
            QTRY_VERIFY(inner(*m_plot)->size() == size);
            QTRY_VERIFY(isSquare(*m_plot));
            QVERIFY(inner(*m_plot)->axisRect()->rect().width() > 100);
        }
        wheel(inner(*m_plot), inner(*m_plot)->axisRect()->rect().center() + QPoint(30, 10), 240);
        QVERIFY(isSquare(*m_plot));
    }

    void axes_easeOutwardAndNeverShrink() {
        QCOMPARE(inner(*m_plot)->xAxis->range().upper, 3.0);
        m_plot->setSnapshot(makeSnapshot(1, {5.0F}, {0.0F}));
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 5.5);
        QCOMPARE(inner(*m_plot)->yAxis->range().lower, -5.5);
        m_plot->setSnapshot(makeSnapshot(2, {0.1F}, {0.0F}));
        QTest::qWait(300);
        QCOMPARE(inner(*m_plot)->xAxis->range().upper, 5.5);
        m_plot->clear();
        QCOMPARE(inner(*m_plot)->xAxis->range().upper, 3.0);
    }

    void zoom_staysWhileDataArrive() {
        QSignalSpy followed(m_plot.get(), &PosteriorPlot::followChanged);
        const QPoint at = pixelOf(*m_plot, 1, 1);
        wheel(inner(*m_plot), at, 360);
        QCOMPARE(followed.count(), 1);
        QVERIFY(!m_plot->isFollowing());
        const QCPRange x = inner(*m_plot)->xAxis->range();
        QVERIFY(x.size() < 4);
        QVERIFY(std::abs(inner(*m_plot)->xAxis->coordToPixel(1) - at.x()) <= 1.0);
        for (int update = 1; update <= 100; ++update)
            m_plot->setSnapshot(makeSnapshot(update, {9.0F}, {update * 1.0F}));
        QTest::qWait(250);
        QCOMPARE(inner(*m_plot)->xAxis->range().lower, x.lower);
        QCOMPARE(inner(*m_plot)->xAxis->range().upper, x.upper);
        m_plot->setFollow(true);
        QTRY_VERIFY(inner(*m_plot)->yAxis->range().upper >= 100);
        QCOMPARE(followed.count(), 2);
    }

    void drag_pansAndPins() {
        QCustomPlot* plot = inner(*m_plot);
        const QPoint from = plot->axisRect()->rect().center();
        const double perPixel = 6.0 / plot->axisRect()->rect().width();
        QTest::mousePress(plot, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, from + QPoint(50, 0), plot->mapToGlobal(from + QPoint(50, 0)),
                         Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(plot, &move);
        QTest::mouseRelease(plot, Qt::LeftButton, {}, from + QPoint(50, 0));
        QVERIFY(!m_plot->isFollowing());
        QVERIFY(std::abs(plot->xAxis->range().lower - (-3 - 50 * perPixel)) < 1e-6);
        QVERIFY(isSquare(*m_plot));
    }

    void doubleClick_fits() {
        m_plot->setSnapshot(makeSnapshot(1, {0.10F, 0.30F}, {0.0F, 0.1F}));
        QTest::mouseDClick(inner(*m_plot), Qt::LeftButton, {}, inner(*m_plot)->axisRect()->rect().center());
        QTRY_VERIFY(inner(*m_plot)->xAxis->range().size() < 0.3);
        QTRY_VERIFY(std::abs(inner(*m_plot)->xAxis->range().center() - 0.2) < 1e-6);
        QVERIFY(inner(*m_plot)->yAxis->range().contains(0.1));
        QVERIFY(isSquare(*m_plot));
    }

    void hover_tellsTheExample() {
        m_plot->setProbeTexts(
            std::make_shared<std::vector<std::string>>(std::vector<std::string>{"a <b> cat", "a dog"}));
        m_plot->setSnapshot(makeSnapshot(1, {1.0F, -1.0F}, {1.5F, -1.0F}));
        QSignalSpy hovered(m_plot.get(), &PosteriorPlot::probeHovered);
        pointAt(inner(*m_plot), pixelOf(*m_plot, 1.0, 1.5) + QPoint(4, 4));
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered.back().front().toInt(), 0);
        QString text;
        for (const QLabel* label : m_plot->findChildren<QLabel*>())
            if (label->isVisible()) text += label->text();
        QVERIFY(text.contains("a &lt;b&gt; cat"));
        for (const char* number : {"1.000", "1.500", "0.500", "-41.500", "0.250"})
            QVERIFY2(text.contains(QString(number).replace('.', QLocale().decimalPoint())), number);
        QCOMPARE(curve(*m_plot, "ring")->dataCount(), 1);
        pointAt(inner(*m_plot), pixelOf(*m_plot, 0.0, -2.5));
        QTRY_COMPARE(hovered.count(), 2);
        QCOMPARE(hovered.back().front().toInt(), -1);
        QCOMPARE(curve(*m_plot, "ring")->dataCount(), 0);
        m_plot->highlightProbe(1);
        QCOMPARE(curve(*m_plot, "ring")->data()->at(0)->key, -1.0);
        QCOMPARE(hovered.count(), 2);
    }

    void click_choosesAProbe() {
        m_plot->setSnapshot(makeSnapshot(1, {1.0F, -1.0F}, {1.5F, -1.0F}));
        QSignalSpy chosen(m_plot.get(), &PosteriorPlot::probeChosen);
        QTest::mouseClick(inner(*m_plot), Qt::LeftButton, {}, pixelOf(*m_plot, -1.0, -1.0));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.back().front().toInt(), 1);
        QVERIFY(m_plot->isFollowing());
    }

    void trails_holdTheLastSnapshots() {
        for (int update = 0; update < 40; ++update)
            m_plot->setSnapshot(makeSnapshot(update, {0.1F * update, 1.0F}, {0.0F, 1.0F}));
        // 5 steps in 5 buckets: 2 points and a gap for each of 2 probes
        QTRY_COMPARE(trailCount(*m_plot), 5 * 2 * (2 + 1));
        m_plot->setTrailsVisible(false);
        QTRY_COMPARE(trailCount(*m_plot), 0);
        m_plot->setTrailsVisible(true);
        m_plot->setTrailLength(10);
        QTRY_COMPARE(trailCount(*m_plot), 5 * 2 * (3 + 1));
    }

    void trails_longJumpsAreThinnedOut() {
        PosteriorPath path;
        for (int probe = 0; probe < 12; ++probe)
            path.insert(path.end(), {PathPoint{0, 0}, PathPoint{0.1, 0}, PathPoint{2, 0}, PathPoint{}});
        const TrailParts parts = splitTrail(path, 0.5);
        int near = 0;
        for (std::size_t i = 1; i < parts.near.size(); ++i) {
            const double step = parts.near[i].x - parts.near[i - 1].x;
            QVERIFY(!(std::abs(step) > 0.5));
            near += step > 0.05 ? 1 : 0;
        }
        QCOMPARE(near, 12);
        QCOMPARE(parts.far.size(), std::size_t{2 * 3});
    }

    void reach_growsTogetherAndReturnsToItsOwn() {
        m_plot->setSnapshot(makeSnapshot(1, {1.0F}, {1.0F}));
        QCOMPARE(m_plot->dataReach(), 3.0);
        m_plot->showReach(4.5);
        QTRY_COMPARE(inner(*m_plot)->xAxis->range().upper, 4.5);
        QCOMPARE(m_plot->dataReach(), 3.0);
        m_plot->showReach(0);
        QTRY_COMPARE(inner(*m_plot)->yAxis->range().upper, 3.0);
        m_plot->fit();
        const double fitted = 1.01;
        QTRY_VERIFY(inner(*m_plot)->xAxis->range().upper < fitted + 0.01);
        m_plot->showReach(4.5);
        QTest::qWait(300);
        QVERIFY(inner(*m_plot)->xAxis->range().upper < 2);
    }

    void goingBack_dropsNewerSnapshots() {
        for (int update = 1; update <= 5; ++update)
            m_plot->setSnapshot(makeSnapshot(update, {1.0F * update}, {0.0F}));
        m_plot->setSnapshot(makeSnapshot(2, {2.5F}, {0.0F}));
        m_plot->setStaircase(true);
        QTRY_COMPARE(curve(*m_plot, "staircase")->dataCount(), 3);
    }

    void history_isReplacedInOneCall() {
        std::vector<SnapshotPointer> all;
        for (int update = 0; update < 200; ++update)
            all.push_back(makeSnapshot(update, {0.01F * update}, {0.5F}));
        m_plot->setStaircase(true);
        m_plot->showHistory(std::span(all).first(3));
        QTRY_COMPARE(curve(*m_plot, "staircase")->dataCount(), 5);
        QCOMPARE(m_plot->snapshot(), all[2]);
        QCOMPARE(m_plot->probePoint(0).trueMean, static_cast<double>(0.02F));
        m_plot->showHistory(all);
        QCOMPARE(m_plot->snapshot(), all[199]);
        QTRY_COMPARE(curve(*m_plot, "staircase")->dataCount(), 2 * static_cast<int>(PosteriorPlot::longestPast()) - 1);
        m_plot->showHistory({});
        QCOMPARE(m_plot->snapshot(), nullptr);
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 0);
        QVERIFY(m_plot->findChild<QLabel*>()->isVisible());
        m_plot->showHistory(std::span(all).first(1));
        QVERIFY(!m_plot->findChild<QLabel*>()->isVisible());
    }

    void staircase_hasRightAngles() {
        std::vector<SnapshotPointer> history{makeSnapshot(1, {0.0F, 9.0F}, {0.0F, 9.0F}),
                                             makeSnapshot(2, {0.0F, 9.0F}, {1.0F, 9.0F}),
                                             makeSnapshot(3, {2.0F, 9.0F}, {1.5F, 9.0F})};
        const ProjectionAxis axis = axisOf(*history.back(), {});
        const PosteriorPath path = staircasePoints(history, axis, 0);
        const double expected[][2] = {{0, 0}, {0, 1}, {0, 1}, {0, 1.5}, {2, 1.5}};
        QCOMPARE(path.size(), std::size_t{5});
        for (std::size_t i = 0; i < path.size(); ++i) {
            QCOMPARE(path[i].x, expected[i][0]);
            QCOMPARE(path[i].y, expected[i][1]);
        }
        QCOMPARE(staircasePoints(history, axis, -1).back().x, 5.5);
        for (const SnapshotPointer& snapshot : history)
            m_plot->setSnapshot(snapshot);
        m_plot->setStaircase(true);
        m_plot->chooseProbe(0);
        QTRY_COMPARE(curve(*m_plot, "staircase")->dataCount(), 5);
        QCOMPARE(curve(*m_plot, "lastStep")->dataCount(), 3);
        m_plot->setStaircase(false);
        QTRY_COMPARE(curve(*m_plot, "staircase")->dataCount(), 0);
    }

    void oddData_areHarmless() {
        m_plot->setSnapshot(makeSnapshot(1, {}, {}));
        m_plot->setSnapshot(makeSnapshot(2, {NAN, 1.0F}, {INFINITY, 0.5F}));
        m_plot->setSnapshot(makeSnapshot(3, {NAN, 1e30F}, {INFINITY, 0.5F}));
        m_plot->setSnapshot(nullptr);
        m_plot->fit();
        QTest::qWait(250);
        QVERIFY(inner(*m_plot)->xAxis->range().upper < 1e6);
        m_plot->clear();
        m_plot->setSnapshot(makeSnapshot(1, {0.5F}, {0.5F}));
        m_plot->fit();
        QTRY_VERIFY(inner(*m_plot)->xAxis->range().size() > 0);
        QVERIFY(isSquare(*m_plot));
    }

    void severalDimensions_needNoTrueMeans() {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->latent = 512;
        snapshot->approximateMean.assign(512 * 20, 0.5F);
        m_plot->setSnapshot(snapshot);
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 20);
        QCOMPARE(curve(*m_plot, "points")->data()->at(3)->value, 0.5);
        QVERIFY(m_plot->summary().contains("512"));
        QVERIFY(curve(*m_plot, "points")->data()->at(19)->key > curve(*m_plot, "points")->data()->at(0)->key);
    }

    void projection_isNamedAndMovesAllPoints() {
        m_plot->setSnapshot(severalDimensions(1));
        m_plot->setSnapshot(severalDimensions(2));
        QCOMPARE(m_plot->probePoint(1).trueMean, static_cast<double>(0.6F));
        QTRY_VERIFY(itemText(*m_plot, "printed").contains("dimension 2 of 3, largest KL"));
        QSignalSpy chosen(m_plot.get(), &PosteriorPlot::projectionChosen);
        m_plot->setProjection({Projection::Kind::Dimension, 2});
        QCOMPARE(m_plot->probePoint(1).trueMean, static_cast<double>(0.8F));
        QTRY_VERIFY(itemText(*m_plot, "printed").endsWith("dimension 3 of 3"));
        m_plot->setProjection({Projection::Kind::Principal, 0});
        QVERIFY(std::abs(m_plot->probePoint(1).trueMean - 1) < 1e-3);
        QVERIFY(std::abs(m_plot->probePoint(1).approximateMean - 0.5) < 1e-3);
        QVERIFY(std::abs(m_plot->probePoint(0).approximateMean - 0.06) < 1e-3);
        QTRY_VERIFY(itemText(*m_plot, "printed").contains("principal direction 1"));
        QVERIFY(m_plot->summary().contains("principal direction 1"));
        m_plot->setStaircase(true);
        m_plot->chooseProbe(1);
        QTRY_COMPARE(curve(*m_plot, "staircase")->dataCount(), 3);
        QVERIFY(std::abs(curve(*m_plot, "staircase")->data()->at(0)->key - 1) < 1e-3);
        QCOMPARE(chosen.count(), 0);
    }

    void unreliable_areHollow() {
        m_plot->setSnapshot(severalDimensions(1));
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 2);
        QCOMPARE(curve(*m_plot, "unreliable")->dataCount(), 1);
        QCOMPARE(curve(*m_plot, "unreliable")->data()->at(0)->value, static_cast<double>(0.3F));
        QCOMPARE(curve(*m_plot, "unreliable")->scatterStyle().brush().style(), Qt::NoBrush);
        QVERIFY(curve(*m_plot, "points")->scatterStyle().brush().style() != Qt::NoBrush);
        QVERIFY(itemText(*m_plot, "notice").contains("unreliable"));
        QVERIFY(m_plot->summary().contains("unreliable"));
        pointAt(inner(*m_plot), pixelOf(*m_plot, 0.6, 0.3));  // hollow ones can be pointed at too
        QString text;
        for (const QLabel* label : m_plot->findChildren<QLabel*>())
            if (label->isVisible()) text += label->text();
        QVERIFY(text.contains("24, too few"));
        m_plot->setSnapshot(makeSnapshot(2, {0.5F}, {0.5F}));
        QTRY_COMPARE(curve(*m_plot, "unreliable")->dataCount(), 0);
        QVERIFY(itemText(*m_plot, "notice").isEmpty());
    }

    void axisMenu_listsDimensionsByKl() {
        Projection chosen;
        const auto menu = std::unique_ptr<QMenu>(
            makeProjectionMenu(nullptr, *severalDimensions(1), {Projection::Kind::Dimension, 2},
                               [&chosen](const Projection& projection) { chosen = projection; }));
        QStringList texts;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator()) texts << action->text();
        QCOMPARE(texts.size(), 6);
        QVERIFY(texts[1].startsWith("Dimension 2 (KL 2") && texts[2].startsWith("Dimension 3") &&
                texts[3].startsWith("Dimension 1"));
        for (QAction* action : menu->actions()) {
            QCOMPARE(action->isChecked(), action->text().startsWith("Dimension 3"));
            if (action->text().startsWith("Principal direction 2")) action->trigger();
        }
        QVERIFY((chosen == Projection{Projection::Kind::Principal, 1}));
    }

    void axisButton_isForSeveralDimensionsOnly() {
        const auto* button = m_plot->findChild<QToolButton*>();
        QVERIFY(button && button->isHidden());
        m_plot->setSnapshot(makeSnapshot(1, {0.5F}, {0.5F}));
        QVERIFY(button->isHidden());
        m_plot->setSnapshot(severalDimensions(2));
        QVERIFY(button->isVisible());
        QVERIFY(m_plot->rect().contains(button->geometry()));
        m_plot->clear();
        QVERIFY(button->isHidden());
    }

    void axisButton_isInsideAtEverySize() {
        m_plot->setSnapshot(severalDimensions(1));
        const auto* button = m_plot->findChild<QToolButton*>();
        for (const QSize size : {QSize(480, 420), QSize(472, 180), QSize(310, 96), QSize(200, 300)}) {
            m_plot->resize(size);
            QTRY_VERIFY(m_plot->rect().contains(button->geometry()));
            QTRY_VERIFY(!button->geometry().intersects(inner(*m_plot)->axisRect()->rect()) ||
                        size.width() < 300);  // no room beside a narrow one
        }
    }

    void empty_saysWhatToDo() {
        m_plot->setEmptyText("Press Start");
        const auto shown = [this] {
            for (const QLabel* label : m_plot->findChildren<QLabel*>())
                if (label->isVisible() && label->text() == "Press Start") return true;
            return false;
        };
        QVERIFY(shown());
        QCOMPARE(m_plot->summary(), QString("Press Start"));
        m_plot->setSnapshot(makeSnapshot(1, {0.5F}, {0.5F}));
        QVERIFY(!shown());
        m_plot->clear();
        QVERIFY(shown());
    }

    void hidden_drawsOnlyWhenShown() {
        m_plot->setSnapshot(makeSnapshot(1, {0.5F}, {0.5F}));
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 1);
        m_plot->hide();
        QSignalSpy drawn(inner(*m_plot), &QCustomPlot::afterReplot);
        for (int update = 2; update < 50; ++update)
            m_plot->setSnapshot(makeSnapshot(update, {0.5F, 1.0F}, {0.5F, 1.0F}));
        QTest::qWait(100);
        QCOMPARE(drawn.count(), 0);
        m_plot->show();
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 2);
    }

    void manySnapshots_areDrawnOncePerFrame() {
        QTest::qWait(300);
        QSignalSpy drawn(inner(*m_plot), &QCustomPlot::afterReplot);
        for (int update = 0; update < 500; ++update)
            m_plot->setSnapshot(makeSnapshot(update, {0.5F}, {0.5F}));
        QTRY_VERIFY(drawn.count() >= 1);
        QVERIFY(drawn.count() <= 2);
    }

    void theme_switchesColoursNotData() {
        m_plot->setSnapshot(makeSnapshot(1, {0.5F}, {0.5F}));
        m_plot->setIdentity({1, "Aggressive"});
        m_plot->setTheme(darkTheme());
        QTRY_COMPARE(curve(*m_plot, "points")->dataCount(), 1);
        QColor colour = curve(*m_plot, "points")->scatterStyle().brush().color();
        colour.setAlpha(255);
        QCOMPARE(colour, runColour(darkTheme(), 1));
        QTRY_COMPARE(m_plot->grab().toImage().pixelColor(3, 3), darkTheme().card);
    }

private:
    std::unique_ptr<PosteriorPlot> m_plot;
};

QTEST_MAIN(TestPosteriorPlot)
#include "tst_posterior_plot.moc"
