// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words_page.h"

#include "widgets/words_controls.h"
#include "widgets/words_model.h"
#include "widgets/words_table.h"

#include <QLabel>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int patienceMilliseconds = 300;
constexpr int barHeight = 2;
constexpr int leastTable = 96;  // the header and a few sentences

bool hasWords(const WordsColumn& column) {
    return column.words && column.hindrance == WordsHindrance::None;
}

bool isExpected(const WordsColumn& column) {
    return !column.words && column.hindrance == WordsHindrance::None;
}

}  // namespace

WordsPage::WordsPage(QWidget* parent) : QWidget(parent) {
    m_controls = new WordsControls;
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(barHeight);
    m_bar->setAccessibleName(tr("Writing"));
    QSizePolicy keepsRoom = m_bar->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(keepsRoom);
    m_bar->hide();
    m_table = new WordsTable(*this);
    m_table->setMinimumHeight(leastTable);
    m_message = new QLabel;
    m_message->setProperty("class", "secondary");
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setContentsMargins(24, 8, 24, 8);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_message);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 0);
    column->setSpacing(2);
    column->addWidget(m_controls);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &WordsPage::showBar);
    connect(m_controls, &WordsControls::requestChanged, this, &WordsPage::requestChanged);
    connect(m_controls, &WordsControls::placeChosen, this, &WordsPage::placeChosen);
    connect(m_controls, &WordsControls::copyRequested, m_table, &WordsTable::copy);
    setAccessibleName(tr("Words"));
    setProperty("class", "panel");
    setAttribute(Qt::WA_StyledBackground);
    setColumns({});
}

void WordsPage::setColumns(const QList<WordsColumn>& columns) {
    m_table->setColumns(columns, request());
    const QString message = messageFor(columns);
    m_message->setText(message);
    m_pages->setCurrentWidget(message.isEmpty() ? static_cast<QWidget*>(m_table) : m_message);
}

/// Where no run has a sentence.
QString WordsPage::messageFor(const QList<WordsColumn>& columns) const {
    if (columns.isEmpty())
        return tr(
            "No run is shown. Choose a preset and press Start, or open a run: the sentences that it writes "
            "appear here.");
    if (std::ranges::any_of(columns, hasWords)) return {};
    if (std::ranges::any_of(columns, isExpected)) return tr("Writing...");
    QStringList reasons;
    for (const WordsColumn& column : columns) {
        const QString reason = wordsHindranceText(column);
        if (!reason.isEmpty()) reasons << tr("%1: %2", "run, reason").arg(column.identity.name, reason);
    }
    return reasons.join(QStringLiteral("\n\n"));
}

void WordsPage::setProgress(const WordsProgress& progress) {
    if (progress.isAsking && !m_progress.isAsking) m_patience.start();
    if (!progress.isAsking) m_patience.stop();
    m_progress = progress;
    m_controls->setProgress(progress);
    showBar();
}

void WordsPage::showBar() {
    const bool isKnown = std::isfinite(m_progress.fraction);
    m_bar->setRange(0, isKnown ? 1000 : 0);
    if (isKnown) m_bar->setValue(static_cast<int>(1000 * std::clamp(m_progress.fraction, 0.0, 1.0)));
    m_bar->setVisible(m_progress.isAsking && !m_patience.isActive());
}

bool WordsPage::showsProgress() const {
    return m_bar->isVisibleTo(this);
}

void WordsPage::setExamples(const ProbeTexts& examples) {
    m_controls->setExamples(examples);
}

void WordsPage::setRequest(const WordsRequest& request) {
    m_controls->setRequest(request);
}

void WordsPage::setPlace(WordsPlace place) {
    m_controls->setPlace(place);
}

const WordsRequest& WordsPage::request() const {
    return m_controls->request();
}

WordsPlace WordsPage::place() const {
    return m_controls->place();
}

void WordsPage::setTheme(const PlotTheme& theme) {
    setPalette(themePalette(theme));
}

QString WordsPage::message() const {
    return m_pages->currentWidget() == m_message ? m_message->text() : QString();
}

}  // namespace collapsar
