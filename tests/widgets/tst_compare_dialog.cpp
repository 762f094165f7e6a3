// SPDX-License-Identifier: GPL-3.0-or-later
// Picking the runs of a race: two to six, equal in data, batch and seed; or one strategy over seeds.
#include "widgets/compare_dialog.h"
#include "widgets/compare_variants.h"
#include "widgets/segmented_control.h"
#include "widgets/setting_row.h"
#include "widgets/settings_form.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace collapsar;

namespace {

CompareSource source() {
    CompareSource offered;
    for (int i = 0; i < 8; ++i)
        offered.candidates.push_back({QString("Run %1").arg(i), {}});
    offered.candidates[1].settings.aggressive = Aggressive::Auto;
    offered.candidates[2].settings.batch = 32;
    offered.candidates[3].settings.seed = 99;
    offered.candidates[4].settings.syntheticLength = 40;
    return offered;
}

}  // namespace

class TestCompareDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<CompareDialog> m_dialog;

    void tick(int candidate) const {
        QTest::mouseClick(m_dialog->candidateBox(candidate), Qt::LeftButton, {}, QPoint(8, 8));
    }
    static void choose(SegmentedControl* control, const QString& text) {
        for (auto* button : control->findChildren<QAbstractButton*>()) {
            if (button->text() == text) QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    bool isSaid(const QString& text) const {
        const auto labels = m_dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    bool canStart() const { return m_dialog->acceptButton()->isEnabled(); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() {
        m_dialog = std::make_unique<CompareDialog>(source());
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void twoToSixAreRaced() {
        QVERIFY(!canStart());
        QVERIFY(isSaid("Tick two or more"));
        tick(0);
        QVERIFY(!canStart());
        tick(1);
        QVERIFY(canStart());
        const CompareRequest request = m_dialog->request();
        QCOMPARE(request.runs.size(), std::size_t(2));
        QCOMPARE(request.runs[1].name, QString("Run 1"));
        QCOMPARE(request.runs[1].settings.aggressive, Aggressive::Auto);
        QCOMPARE(request.clock, CompareClock::Updates);
        QVERIFY(isSaid("Same data, batch and seed"));
        m_dialog->candidateBox(5)->setFocus();
        QTest::keyClick(m_dialog->candidateBox(5), Qt::Key_Space);
        QCOMPARE(m_dialog->request().runs.size(), std::size_t(3));
    }

    void sevenAreTooMany() {
        QTest::mouseClick(m_dialog->equalBox(), Qt::LeftButton, {}, QPoint(18, 8));
        QVERIFY(m_dialog->equalBox()->isChecked());
        for (int i = 0; i < 6; ++i)
            tick(i);
        QVERIFY(canStart());
        tick(6);
        QVERIFY(!canStart());
        QVERIFY(isSaid("At most 6"));
    }

    void whatMustBeEqualIsNamed_data() {
        QTest::addColumn<int>("other");
        QTest::addColumn<QString>("reason");
        QTest::newRow("batch") << 2 << "Batch is 16 in “Run 0” and 32 in “Run 2”";
        QTest::newRow("seed") << 3 << "Seed is 783435 in “Run 0” and 99 in “Run 3”";
        QTest::newRow("data") << 4 << "Sentence length is 10 in “Run 0” and 40 in “Run 4”";
    }
    void whatMustBeEqualIsNamed() {
        QFETCH(int, other);
        QFETCH(QString, reason);
        tick(0);
        tick(other);
        QVERIFY(!canStart());
        QVERIFY(isSaid(reason));
        QTest::mouseClick(m_dialog->equalBox(), Qt::LeftButton, {}, QPoint(18, 8));
        QVERIFY(canStart());
        QCOMPARE(m_dialog->request().runs[1].settings, Settings());  // otherwise the same
    }

    void wallTimeIsAChoice() {
        choose(m_dialog->clockControl(), "Wall time");
        QCOMPARE(m_dialog->request().clock, CompareClock::WallTime);
        QVERIFY(isSaid("cheap updates get further"));
    }

    void variantsAreNamedAfterWhatTheyChange() {
        choose(m_dialog->kindControl(), "One run with differences");
        QCOMPARE(m_dialog->request().runs.size(), std::size_t(2));
        QVERIFY(!canStart());
        QVERIFY(isSaid("are the same"));
        SettingsForm* form = m_dialog->variants()->form();
        auto* choices = qobject_cast<SegmentedControl*>(form->row("aggressive")->editor());
        QVERIFY(choices->isEnabled());
        choose(choices, "On");
        QVERIFY(canStart());
        CompareRequest request = m_dialog->request();
        QCOMPARE(request.kind, CompareKind::Variants);
        QCOMPARE(request.runs[0].name, QString("Run 0"));
        QCOMPARE(request.runs[1].name, QString("Run 0, aggressive on"));
        QCOMPARE(request.runs[1].settings.aggressive, Aggressive::On);
        QCOMPARE(request.runs[0].settings, Settings());
        QTest::mouseClick(m_dialog->variants()->addButton(), Qt::LeftButton);
        QCOMPARE(m_dialog->variants()->list()->count(), 3);
        QVERIFY(!canStart());  // the new one is the run itself
        m_dialog->variants()->removeCurrent();
        QVERIFY(canStart());
        m_dialog->variants()->setCurrent(0);
        QVERIFY(!form->isEnabled());  // the run itself stays
    }

    void variantsCannotChangeWhatIsShared() {
        m_dialog->setKind(CompareKind::Variants);
        SettingsForm* form = m_dialog->variants()->form();
        for (const char* name : {"data", "seed", "batch", "synthetic_length"})
            QVERIFY(!form->row(name)->isEnabled());
        QVERIFY(form->row("learning_rate")->isEnabled());
        for (int i = 0; i < 9; ++i)
            m_dialog->variants()->add();
        QCOMPARE(m_dialog->variants()->runs().size(), std::size_t(mostCompared));
    }

    void badSettingsOfAVariantAreRefused() {
        m_dialog->setKind(CompareKind::Variants);
        auto* rate = m_dialog->variants()->form()->row("learning_rate")->editor();
        rate->setFocus();
        QTest::keyClick(rate, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(rate, "-1");
        QVERIFY(!canStart());
        QVERIFY(isSaid("needs a change"));
        QTest::keyClick(rate, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(rate, "0.5");
        QVERIFY(canStart());
        QCOMPARE(m_dialog->request().runs[1].settings.learningRate, 0.5);
    }

    void repeatsCountTheSeedUp() {
        choose(m_dialog->kindControl(), "Over seeds");
        QVERIFY(canStart());
        m_dialog->seedsField()->setFocus();
        m_dialog->seedsField()->selectAll();
        QTest::keyClicks(m_dialog->seedsField(), "3");
        const CompareRequest request = m_dialog->request();
        QCOMPARE(request.runs.size(), std::size_t(3));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(request.runs[std::size_t(i)].settings.seed, std::uint64_t(783435 + i));
        QCOMPARE(request.runs[2].name, QString("Run 0, seed 783437"));
        QVERIFY(!m_dialog->clockControl()->isVisible());
        QVERIFY(isSaid("Seeds 783435 to 783437"));
    }

    void nothingOnOfferIsSaid() {
        m_dialog = std::make_unique<CompareDialog>(CompareSource{});
        for (CompareKind kind : {CompareKind::Strategies, CompareKind::Variants, CompareKind::Repeats}) {
            m_dialog->setKind(kind);
            QVERIFY(!canStart());
            QVERIFY(m_dialog->refusal().contains("load a preset"));
        }
    }

    void namesAndKeysAreComplete() {
        for (int i = 0; i < 8; ++i)
            QVERIFY(!m_dialog->candidateBox(i)->accessibleName().isEmpty());
        QVERIFY(m_dialog->width() <= 1280 && m_dialog->height() <= 800);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
    }
};

QTEST_MAIN(TestCompareDialog)
#include "tst_compare_dialog.moc"
