// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_dialog.h"

#include "core/report/run_differences.h"
#include "widgets/compare_variants.h"
#include "widgets/differences_panel.h"
#include "widgets/run_row.h"
#include "widgets/segmented_control.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {

namespace {

constexpr int standardRepeats = 5;
constexpr int candidateWidth = 264;

QString kindKey(CompareKind kind) {
    return QString::number(static_cast<int>(kind));
}

QString clockKey(CompareClock clock) {
    return QString::number(static_cast<int>(clock));
}

QLabel* secondaryLabel(const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setProperty("class", "secondary");
    label->setWordWrap(true);
    return label;
}

QFrame* makeCard() {
    auto* card = new QFrame;
    card->setProperty("class", "card");
    return card;
}

}  // namespace

CompareDialog::CompareDialog(const CompareSource& source, QWidget* parent) : QDialog(parent), m_source(source) {
    setWindowTitle(tr("Compare strategies"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    buildTop(*rows);
    m_variants = new CompareVariants;
    m_pages = new QStackedWidget;
    m_pages->addWidget(makeStrategies());
    m_pages->addWidget(m_variants);
    m_pages->addWidget(makeRepeats());
    rows->addWidget(m_pages, 1);
    buildClock(*rows);
    buildButtons(*rows);
    connect(m_variants, &CompareVariants::changed, this, &CompareDialog::showRequest);
    const int last = static_cast<int>(m_source.candidates.size()) - 1;
    m_source.current = std::clamp(m_source.current, 0, std::max(0, last));
    m_base->setCurrentIndex(last < 0 ? -1 : m_source.current);
    takeBase();
    setKind(CompareKind::Strategies);
    resize(880, 600);
}

void CompareDialog::buildTop(QVBoxLayout& rows) {
    m_kind = new SegmentedControl;
    m_kind->setAccessibleName(tr("What to compare"));
    m_kind->setSegments({{kindKey(CompareKind::Strategies), tr("Strategies")},
                         {kindKey(CompareKind::Variants), tr("One run with differences")},
                         {kindKey(CompareKind::Repeats), tr("Over seeds")}});
    m_base = new QComboBox;
    for (const CompareEntry& candidate : m_source.candidates)
        m_base->addItem(candidate.name);
    m_base->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_base->setMinimumContentsLength(28);
    auto* label = new QLabel(tr("&Run"));
    label->setBuddy(m_base);
    m_baseRow = new QWidget;
    auto* base = new QHBoxLayout(m_baseRow);
    base->setContentsMargins(0, 0, 0, 0);
    base->setSpacing(8);
    base->addWidget(label);
    base->addWidget(m_base);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_kind);
    row->addStretch();
    row->addWidget(m_baseRow);
    rows.addLayout(row);
    connect(m_kind, &SegmentedControl::chosen, this, [this](const QString& key) { setKind(CompareKind(key.toInt())); });
    connect(m_base, &QComboBox::activated, this, &CompareDialog::takeBase);
}

QWidget* CompareDialog::makeStrategies() {
    m_differences = new DifferencesPanel;
    m_differences->setHint(tr("Tick two to six runs; here stands what tells them apart."));
    auto* right = makeCard();
    auto* inner = new QVBoxLayout(right);
    inner->setContentsMargins(4, 4, 4, 4);
    inner->addWidget(m_differences);
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(8);
    columns->addWidget(makeCandidateList());
    columns->addWidget(right, 1);
    return page;
}

QWidget* CompareDialog::makeCandidateList() {
    auto* inner = new QWidget;
    auto* boxes = new QVBoxLayout(inner);
    boxes->setContentsMargins(12, 8, 8, 8);
    boxes->setSpacing(8);
    for (const CompareEntry& candidate : m_source.candidates) {
        auto* box = new QCheckBox(fontMetrics().elidedText(candidate.name, Qt::ElideRight, candidateWidth - 72));
        box->setToolTip(
            tr("%1: %2", "run: strategy").arg(candidate.name, strategyText(strategyName(candidate.settings, {}))));
        box->setAccessibleName(candidate.name);
        boxes->addWidget(box);
        m_boxes << box;
        connect(box, &QCheckBox::toggled, this, &CompareDialog::showRequest);
    }
    boxes->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false);  // the card's
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    m_equal = new QCheckBox(tr("&All with the data of the first"));
    m_equal->setToolTip(tr("Gives all of them the data, batch and seed of the first one that is ticked"));
    connect(m_equal, &QCheckBox::toggled, this, &CompareDialog::showRequest);
    auto* card = makeCard();
    card->setFixedWidth(candidateWidth);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 8);
    column->addWidget(scroll, 1);
    column->addWidget(m_equal);
    column->setSpacing(8);
    m_equal->setContentsMargins(12, 0, 8, 0);
    m_equal->setStyleSheet(QStringLiteral("QCheckBox { margin-left: 11px; }"));
    return card;
}

QWidget* CompareDialog::makeRepeats() {
    m_seeds = new QSpinBox;
    m_seeds->setRange(fewestCompared, mostRepeats);
    m_seeds->setValue(standardRepeats);
    m_seeds->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_seeds->setAlignment(Qt::AlignRight);
    m_seeds->setFixedWidth(72);
    m_seeds->setAccessibleName(tr("How many seeds"));
    auto* label = new QLabel(tr("How many &seeds"));
    label->setBuddy(m_seeds);
    m_seedList = secondaryLabel();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_seeds);
    row->addStretch();
    auto* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(secondaryLabel(
        tr("Trains the same strategy several times with other first weights, batches and noise. The curves become a "
           "median with a band, the table a mean with its standard deviation.")));
    column->addLayout(row);
    column->addWidget(m_seedList);
    column->addStretch();
    connect(m_seeds, &QSpinBox::valueChanged, this, &CompareDialog::showRequest);
    return card;
}

void CompareDialog::buildClock(QVBoxLayout& rows) {
    m_clock = new SegmentedControl;
    m_clock->setAccessibleName(tr("Race by"));
    m_clock->setSegments(
        {{clockKey(CompareClock::Updates), tr("Updates")}, {clockKey(CompareClock::WallTime), tr("Wall time")}});
    m_clock->setCurrent(clockKey(CompareClock::Updates));
    m_clockMeaning = secondaryLabel();
    m_clockRow = new QWidget;
    auto* row = new QHBoxLayout(m_clockRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("Race by")));
    row->addWidget(m_clock);
    row->addWidget(m_clockMeaning, 1);
    rows.addWidget(m_clockRow);
    QSizePolicy keepsPlace = m_clockRow->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_clockRow->setSizePolicy(keepsPlace);
    connect(m_clock, &SegmentedControl::chosen, this, &CompareDialog::showRequest);
}

void CompareDialog::buildButtons(QVBoxLayout& rows) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setProperty("class", "primary");
    m_accept->setMinimumWidth(88);
    buttons->button(QDialogButtonBox::Cancel)->setMinimumWidth(88);
    m_refusal = secondaryLabel();
    m_refusal->setAccessibleName(tr("Why it cannot be started"));
    m_refusal->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_refusal, 1);
    row->addWidget(buttons);
    rows.addLayout(row);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CompareDialog::setKind(CompareKind kind) {
    m_kind->setCurrent(kindKey(kind));
    m_pages->setCurrentIndex(static_cast<int>(kind));
    m_baseRow->setVisible(kind != CompareKind::Strategies);
    m_clockRow->setVisible(kind != CompareKind::Repeats);
    m_accept->setText(kind == CompareKind::Repeats ? tr("Repeat") : tr("Race"));
    showRequest();
}

CompareKind CompareDialog::kind() const {
    return CompareKind(m_kind->current().toInt());
}

void CompareDialog::takeBase() {
    const int base = m_base->currentIndex();
    if (base >= 0) m_variants->setBase(m_source.candidates[static_cast<std::size_t>(base)]);
    showRequest();
}

CompareRequest CompareDialog::request() const {
    CompareRequest request;
    request.kind = kind();
    request.clock = CompareClock(m_clock->current().toInt());
    request.base = std::max(0, m_base->currentIndex());
    const bool hasBase = m_base->currentIndex() >= 0;
    if (request.kind == CompareKind::Strategies) request.runs = tickedRuns();
    if (request.kind == CompareKind::Variants) request.runs = m_variants->runs();
    if (request.kind == CompareKind::Repeats && hasBase)
        request.runs = repeatsOf(m_source.candidates[static_cast<std::size_t>(request.base)], m_seeds->value());
    return request;
}

std::vector<CompareEntry> CompareDialog::tickedRuns() const {
    std::vector<CompareEntry> runs;
    for (int i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes[i]->isChecked()) continue;
        CompareEntry entry = m_source.candidates[static_cast<std::size_t>(i)];
        const bool takesShared = m_equal->isChecked() && !runs.empty();
        if (takesShared) entry.settings = withSharedOf(runs.front().settings, entry.settings);
        runs.push_back(entry);
    }
    return runs;
}

QString CompareDialog::refusal() const {
    if (m_source.candidates.empty()) return tr("There is no run to start from: load a preset first.");
    const bool isTyping = kind() == CompareKind::Variants && !m_variants->problem().isEmpty();
    return isTyping ? m_variants->problem() : refusalOf(request());
}

void CompareDialog::showRequest() {
    if (m_accept == nullptr) return;  // still being built
    const QString why = refusal();
    m_refusal->setText(why.isEmpty() && kind() != CompareKind::Repeats ? tr("Same data, batch and seed in all.") : why);
    m_accept->setEnabled(why.isEmpty());
    const bool isByUpdates = m_clock->current() == clockKey(CompareClock::Updates);
    m_clockMeaning->setText(isByUpdates ? tr("All stand at the same update; the slowest sets the pace.")
                                        : tr("All train for the same time; cheap updates get further."));
    QList<RunIdentity> identities;
    std::vector<ComparedRun> compared;
    for (const CompareEntry& entry : tickedRuns()) {
        identities << RunIdentity{m_source.firstIdentity + static_cast<int>(identities.size()), entry.name};
        compared.push_back({entry.name.toStdString(), {}, entry.settings, {}});
    }
    m_differences->setDifferences(identities, differencesBetween(compared));
    showRepeats();
}

void CompareDialog::showRepeats() {
    const int base = m_base->currentIndex();
    if (base < 0) return;
    const std::uint64_t first = m_source.candidates[static_cast<std::size_t>(base)].settings.seed;
    m_seedList->setText(tr("Seeds %1 to %2, all on the same data.")
                            .arg(first)
                            .arg(first + static_cast<std::uint64_t>(m_seeds->value()) - 1));
}

}  // namespace collapsar
