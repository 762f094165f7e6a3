// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_controls.h"

#include "widgets/display_text.h"
#include "widgets/example_choice.h"
#include "widgets/segmented_control.h"
#include "widgets/wrapping_row.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace collapsar {
namespace {

constexpr int fewestPoints = 2;
constexpr int widestBeam = 20;
constexpr double coldest = 0.1, hottest = 5;

// The keys of the segmented controls, in the order of the enumerations.
const QStringList kindKeys{"reconstruction", "prior", "interpolation"};
const QStringList latentKeys{"mean", "sampled"};
const QStringList ruleKeys{"greedy", "sampling", "beam"};

template <class Enum>
QString keyOf(const QStringList& keys, Enum value) {
    return keys[static_cast<int>(value)];
}

template <class Enum>
Enum valueOf(const QStringList& keys, const QString& key) {
    return static_cast<Enum>(std::max<qsizetype>(0, keys.indexOf(key)));
}

/// Controls that stay in one line.
QWidget* together(std::initializer_list<QWidget*> widgets) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return box;
}

QLabel* label(const QString& text, QWidget& buddy) {
    auto* label = new QLabel(text);
    label->setProperty("class", "secondary");
    label->setBuddy(&buddy);
    return label;
}

}  // namespace

WordsControls::WordsControls(QWidget* parent) : QWidget(parent) {
    auto* row = new WrappingRow(this);
    buildKind(*row);
    buildLatent(*row);
    buildRule(*row);
    buildSentences(*row);
    buildExamples(*row);
    buildPlace(*row);
    m_progress->hide();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (QAbstractSpinBox* number : std::initializer_list<QAbstractSpinBox*>{m_beam, m_temperature, m_count, m_first}) {
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
        number->setKeyboardTracking(false);  // typing 50 does not ask for 5
    }
    showRequest();
}

void WordsControls::buildKind(WrappingRow& row) {
    m_kind = new SegmentedControl;
    m_kind->setAccessibleName(tr("What is written"));
    m_kind->setSegments(
        {{kindKeys[0], tr("Reconstructions"), tr("Each example is encoded to z, and written again from there")},
         {kindKeys[1], tr("From the prior"), tr("z is drawn of the prior N(0, I)")},
         {kindKeys[2], tr("Between two"), tr("z goes in equal steps from one example's to another's")}});
    connect(m_kind, &SegmentedControl::chosen, this, &WordsControls::chooseKind);
    row.addWidget(m_kind);
}

void WordsControls::buildLatent(WrappingRow& row) {
    m_latent = new SegmentedControl;
    m_latent->setAccessibleName(tr("z of an example"));
    m_latent->setSegments({{latentKeys[0], tr("Mean"), tr("z is the mean of q(z|x)")},
                           {latentKeys[1], tr("Sampled"), tr("z is one draw of q(z|x)")}});
    connect(m_latent, &SegmentedControl::chosen, this, [this](const QString& key) {
        m_request.latent = valueOf<LatentChoice>(latentKeys, key);
        change();
    });
    row.addWidget(together({label(tr("z"), *m_latent), m_latent}));
}

void WordsControls::buildRule(WrappingRow& row) {
    m_rule = new SegmentedControl;
    m_rule->setAccessibleName(tr("Decoding"));
    m_rule->setSegments({{ruleKeys[0], tr("Greedy"), tr("The likeliest word at every position")},
                         {ruleKeys[1], tr("Sampling"), tr("Every word is drawn of the model's distribution")},
                         {ruleKeys[2], tr("Beam"), tr("The likeliest sentence that a beam search finds")}});
    connect(m_rule, &SegmentedControl::chosen, this, [this](const QString& key) {
        m_request.rule = valueOf<DecodingRule>(ruleKeys, key);
        change();
    });
    m_beam = new QSpinBox;
    m_beam->setRange(1, widestBeam);
    m_beam->setAccessibleName(tr("Beam width"));
    m_beam->setToolTip(tr("Beam width: how many beginnings the search keeps"));
    connect(m_beam, &QSpinBox::valueChanged, this, [this](int width) {
        m_request.beamWidth = width;
        change();
    });
    m_temperature = new QDoubleSpinBox;
    m_temperature->setRange(coldest, hottest);
    m_temperature->setSingleStep(0.1);
    m_temperature->setDecimals(1);
    m_temperature->setAccessibleName(tr("Temperature"));
    m_temperature->setToolTip(tr("Temperature: logits are divided by it; 1 is the model's own distribution"));
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, [this](double temperature) {
        m_request.temperature = temperature;
        change();
    });
    m_ruleNumber = new QStackedWidget;
    m_ruleNumber->addWidget(new QWidget);
    m_ruleNumber->addWidget(m_temperature);
    m_ruleNumber->addWidget(m_beam);
    m_ruleNumber->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row.addWidget(together({m_rule, m_ruleNumber}));
}

void WordsControls::buildSentences(WrappingRow& row) {
    m_count = new QSpinBox;
    m_count->setAccessibleName(tr("How many"));
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        (m_request.kind == WordsKind::Interpolation ? m_points : m_sentences) = count;
        m_request.count = count;
        change();
    });
    m_first = new QSpinBox;
    m_first->setRange(1, 1);
    m_first->setAccessibleName(tr("First example"));
    m_first->setToolTip(tr("Number of the first example, counted as in the posterior mean space"));
    connect(m_first, &QSpinBox::valueChanged, this, [this](int first) {
        m_request.first = first - 1;
        change();
    });
    m_fromBox = together({label(tr("from"), *m_first), m_first});
    row.addWidget(together({m_count, m_fromBox}));
}

ExampleChoice* WordsControls::addExampleChoice(const QString& name, int WordsRequest::*end) {
    auto* choice = new ExampleChoice(name);
    connect(choice, &QComboBox::activated, this, [this, end](int example) {
        m_request.*end = example;
        change();
    });
    return choice;
}

void WordsControls::buildExamples(WrappingRow& row) {
    m_ends[0] = addExampleChoice(tr("First example"), &WordsRequest::first);
    m_ends[1] = addExampleChoice(tr("Second example"), &WordsRequest::second);
    m_examplesBox = together({label(tr("from"), *m_ends[0]), m_ends[0], label(tr("to"), *m_ends[1]), m_ends[1]});
    m_examplesBox->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row.addWidget(m_examplesBox);
}

void WordsControls::buildPlace(WrappingRow& row) {
    m_progress = new QLabel;
    m_progress->setProperty("class", "secondary");
    m_progress->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress->setFixedWidth(fontMetrics().horizontalAdvance(tr("%1 %, %2 left").arg("100", "0:00:00")));
    m_exactly = new QCheckBox(tr("Exactly here"));
    m_exactly->setToolTip(
        tr("Made by the weights of the time cursor's own update, which are made again by training "
           "on from the checkpoint before it; takes a while, and ends when this is unticked. Else, "
           "and while a run trains, the newest checkpoint up to there writes, at once."));
    connect(m_exactly, &QCheckBox::toggled, m_progress, &QLabel::setVisible);
    connect(m_exactly, &QCheckBox::toggled, this, [this] { Q_EMIT placeChosen(place()); });
    m_again = new QPushButton(tr("Draw again"));
    connect(m_again, &QPushButton::clicked, this, [this] {
        ++m_request.drawing;
        change();
    });
    auto* copy = new QPushButton(tr("Copy"));
    copy->setToolTip(tr("Copies the table as text, separated by tabs"));
    connect(copy, &QPushButton::clicked, this, &WordsControls::copyRequested);
    QWidget* box = together({m_progress, m_exactly, m_again, copy});
    static_cast<QHBoxLayout*>(box->layout())->insertStretch(0);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row.addWidget(box);
}

void WordsControls::chooseKind(const QString& key) {
    m_request.kind = valueOf<WordsKind>(kindKeys, key);
    m_request.count = m_request.kind == WordsKind::Interpolation ? m_points : m_sentences;
    change();
}

void WordsControls::change() {
    showRequest();
    Q_EMIT requestChanged(m_request);
}

void WordsControls::setRequest(const WordsRequest& request) {
    m_request = request;
    const bool isLine = request.kind == WordsKind::Interpolation;
    m_request.count = std::clamp(request.count, isLine ? fewestPoints : 1, mostSentences);
    m_request.beamWidth = std::clamp(request.beamWidth, 1, widestBeam);
    m_request.temperature = std::isfinite(request.temperature) ? std::clamp(request.temperature, coldest, hottest) : 1;
    (isLine ? m_points : m_sentences) = m_request.count;
    showRequest();
}

WordsPlace WordsControls::place() const {
    return m_exactly->isChecked() ? WordsPlace::ExactlyHere : WordsPlace::NewestCheckpoint;
}

void WordsControls::setPlace(WordsPlace place) {
    const QSignalBlocker quiet(m_exactly);
    m_exactly->setChecked(place == WordsPlace::ExactlyHere);
    m_progress->setVisible(m_exactly->isChecked());
}

int WordsControls::knownExamples() const {
    return m_examples ? static_cast<int>(m_examples->size()) : 0;
}

void WordsControls::setExamples(const ProbeTexts& examples) {
    if (examples == m_examples) return;
    m_examples = examples;
    QStringList texts;
    for (int i = 0; i < knownExamples(); ++i)
        texts << tr("%L1  %2", "number of an example, its words")
                     .arg(i + 1)
                     .arg(QString::fromStdString((*examples)[static_cast<std::size_t>(i)]));
    for (ExampleChoice* choice : m_ends) {
        choice->clear();
        choice->addItems(texts);
    }
    showRequest();
}

/// Other draws can come out differently.
bool WordsControls::isRandom() const {
    return m_request.kind == WordsKind::Prior || m_request.latent == LatentChoice::Sampled ||
           m_request.rule == DecodingRule::Sampling;
}

void WordsControls::showRequest() {
    const QSignalBlocker quiet[] = {QSignalBlocker(m_beam), QSignalBlocker(m_temperature), QSignalBlocker(m_count),
                                    QSignalBlocker(m_first)};
    const bool isLine = m_request.kind == WordsKind::Interpolation;
    const bool isPrior = m_request.kind == WordsKind::Prior;
    const int known = knownExamples() > 0 ? knownExamples() : std::max(m_request.first, m_request.second) + 1;
    m_kind->setCurrent(keyOf(kindKeys, m_request.kind));
    m_latent->setCurrent(isPrior ? QString() : keyOf(latentKeys, m_request.latent));
    m_latent->setEnabled(!isPrior);
    m_rule->setCurrent(keyOf(ruleKeys, m_request.rule));
    m_ruleNumber->setCurrentIndex(static_cast<int>(m_request.rule));
    m_beam->setValue(m_request.beamWidth);
    m_temperature->setValue(m_request.temperature);
    m_count->setRange(isLine ? fewestPoints : 1, mostSentences);
    m_count->setSuffix(isLine ? tr(" points") : tr(" sentences"));
    m_count->setToolTip(isLine ? tr("How many points on the line, both ends included") : tr("How many sentences"));
    m_count->setValue(m_request.count);
    m_first->setRange(1, known);
    m_first->setValue(m_request.first + 1);
    m_fromBox->setVisible(m_request.kind == WordsKind::Reconstruction);
    m_examplesBox->setVisible(isLine);
    m_ends[0]->setCurrentIndex(m_request.first < knownExamples() ? m_request.first : -1);
    m_ends[1]->setCurrentIndex(m_request.second < knownExamples() ? m_request.second : -1);
    m_again->setEnabled(isRandom());
    m_again->setToolTip(isRandom() ? tr("Other draws of z and of words: this is drawing %L1").arg(m_request.drawing + 1)
                                   : tr("Nothing is drawn: z is the mean, and words are the likeliest"));
}

void WordsControls::setProgress(const WordsProgress& progress) {
    QString text;
    if (progress.isAsking && std::isfinite(progress.fraction))
        text = std::isfinite(progress.secondsLeft)
                   ? tr("%1 %, %2 left").arg(numberText(100 * progress.fraction, 0), durationText(progress.secondsLeft))
                   : tr("%1 %").arg(numberText(100 * progress.fraction, 0));
    m_progress->setText(text);
}

}  // namespace collapsar
