// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/export_flow.h"
#include "app/preferences.h"
#include "app/run_opening.h"
#include "app/runs_drawer.h"
#include "app/session_flow.h"
#include "app/stage_presenter.h"
#include "app/window_actions.h"
#include "widgets/control_bar.h"
#include "widgets/curves_panel.h"
#include "widgets/display_text.h"
#include "widgets/event_list.h"
#include "widgets/notice_bar.h"
#include "widgets/stage.h"
#include "widgets/time_line.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace collapsar {
namespace {

constexpr int sideColumnWidth = 312;
constexpr int spacing = 8;
constexpr int messageMilliseconds = 8000;

/// As tall as its content where there is room for that.
class SwitchesScroll final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override {
        const QSize content = widget() != nullptr ? widget()->sizeHint() : QSize();
        return content + QSize(verticalScrollBar()->isVisible() ? verticalScrollBar()->sizeHint().width() : 0, 0);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest) {
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }
};

QString dataSummary(const RunView& run) {
    const Settings& settings = run.plan.settings;
    if (settings.data != "synthetic") {
        const QString name = QFileInfo(QString::fromStdString(settings.data)).fileName();
        const QString counts = QString::fromStdString(run.state.dataSummary);
        return counts.isEmpty() ? name : name + QStringLiteral(" · ") + counts;
    }
    constexpr int markers = 4;  // padding, start, end, unknown
    return QCoreApplication::translate("MainWindow", "He et al. synthetic · %L1 sentences · vocabulary %L2")
        .arg(settings.syntheticTraining)
        .arg(settings.syntheticVocabulary + markers);
}

}  // namespace

MainWindow::MainWindow(Session& session, Preferences& preferences)
    : m_session(session), m_preferences(preferences), m_theme(preferences.theme()) {
    setWindowTitle(QStringLiteral("Collapsar"));
    setObjectName(QStringLiteral("mainWindow"));
    m_actions = new WindowActions(*this, presetsWithData());
    buildLayout();
    buildStatusBar();
    const StageViews views{m_bar, m_stage, m_curves, m_switches, m_events, m_timeLine};
    m_presenter = new StagePresenter(session, views, this);
    m_exports = new ExportFlow(session, preferences, *m_stage, *m_curves, this);
    m_opening = new RunOpening(session, preferences, this);
    connectSession();
    connectBar();
    connectFileActions();
    connectRunActions();
    connectViewActions();
    connectComparing();
    WindowActions::choose(*m_actions->themes, static_cast<int>(m_theme));
    choosePace(preferences.pace());
    restyle();
    restoreLayout();
    m_stage->setFocus();  // else the first button has it, and Space presses that
    qApp->installEventFilter(this);
}

/// What the undo stack says while it is taken down reaches nobody: the actions go before it.
MainWindow::~MainWindow() {
    m_undo->disconnect(this);
    m_undo->disconnect(m_actions->undo);
    m_undo->disconnect(m_actions->redo);
}

void MainWindow::buildLayout() {
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new ControlBar(central);
    layout->addWidget(m_bar);
    m_notice = new NoticeBar(central);
    layout->addWidget(m_notice);

    m_stage = new Stage;
    m_curves = new CurvesPanel;
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->setHandleWidth(spacing);
    m_rows->addWidget(m_stage);
    m_rows->addWidget(m_curves);
    m_rows->setStretchFactor(0, 2);
    m_drawer = new RunsDrawer(m_session);
    m_drawer->hide();
    m_rows->addWidget(m_drawer);
    m_rows->setStretchFactor(1, 1);
    m_rows->setStretchFactor(2, 1);
    m_rows->setChildrenCollapsible(false);
    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(spacing, spacing, spacing, spacing);
    leftLayout->setSpacing(spacing);
    leftLayout->addWidget(m_rows, 1);
    m_timeLine = new TimeLine;
    leftLayout->addWidget(m_timeLine);

    m_side = buildSideColumn();
    m_columns = new QSplitter(Qt::Horizontal, central);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(left);
    m_columns->addWidget(m_side);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setChildrenCollapsible(false);
    layout->addWidget(m_columns, 1);
    setCentralWidget(central);
}

QWidget* MainWindow::buildSideColumn() {
    auto* side = new QWidget;
    side->setProperty("class", QStringLiteral("panel"));
    side->setAttribute(Qt::WA_StyledBackground);
    side->setMinimumWidth(sideColumnWidth);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(spacing, spacing, spacing, spacing);
    layout->setSpacing(spacing);

    auto* switches = new QWidget;
    m_switches = new QVBoxLayout(switches);
    m_switches->setContentsMargins(0, 0, 0, 0);
    m_switches->setSpacing(spacing);
    m_switches->addStretch(1);
    auto* scroll = new SwitchesScroll;
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(switches);
    scroll->viewport()->setAutoFillBackground(false);
    switches->setAutoFillBackground(false);

    m_events = new EventList;
    m_events->setMinimumHeight(100);
    auto* whatIf = new QPushButton(tr("What if..."));
    whatIf->setObjectName(QStringLiteral("whatIfButton"));
    whatIf->setFocusPolicy(Qt::TabFocus);
    connect(whatIf, &QPushButton::clicked, this, [this] { m_actions->whatIf->trigger(); });
    auto* exportButton = new QPushButton(tr("Export..."));
    exportButton->setObjectName(QStringLiteral("exportButton"));
    exportButton->setFocusPolicy(Qt::TabFocus);
    connect(exportButton, &QPushButton::clicked, this, [this] { m_exports->open(ExportSubject::Stage); });
    layout->addWidget(scroll);
    layout->addWidget(m_events, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing);
    buttons->addWidget(whatIf);
    buttons->addWidget(exportButton);
    layout->addLayout(buttons);
    return side;
}

void MainWindow::buildStatusBar() {
    m_dataLabel = new QLabel(this);
    m_probeLabel = new QLabel(this);
    m_drawLabel = new QLabel(this);
    m_drawLabel->setToolTip(tr("Mean time to draw one curve plot"));
    m_interrupted = new QToolButton(this);
    m_interrupted->setObjectName(QStringLiteral("interruptedButton"));
    m_interrupted->setDefaultAction(m_actions->interruptedRuns);
    m_interrupted->setStyleSheet(QStringLiteral("padding: 0 8px; font-size: 11px;"));
    m_interrupted->hide();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(spacing, 0, spacing, 0);
    statusBar()->addWidget(m_dataLabel);
    statusBar()->addPermanentWidget(m_interrupted);
    statusBar()->addPermanentWidget(m_probeLabel);
    statusBar()->addPermanentWidget(m_drawLabel);
}

void MainWindow::restoreLayout() {
    const WindowLayout layout = m_preferences.layout();
    if (!restoreGeometry(layout.geometry)) {
        const QSize room = screen() != nullptr ? screen()->availableSize() : QSize(1280, 800);
        resize(QSize(1280, 800).boundedTo(room));
    }
    if (!m_columns->restoreState(layout.columns)) {
        m_columns->setSizes({width() - sideColumnWidth, sideColumnWidth});
    }
    if (!m_rows->restoreState(layout.rows)) {
        m_rows->setSizes({height() * 6 / 10, height() * 2 / 10, height() * 2 / 10});
    }
}

void MainWindow::saveLayout() {
    m_preferences.setLayout({saveGeometry(), m_columns->saveState(), m_rows->saveState()});
}

void MainWindow::connectSession() {
    connect(&m_session, &Session::failed, this, &MainWindow::showError);
    connect(&m_session, &Session::stateChanged, this, &MainWindow::showStatus);
    connect(&m_session, &Session::runsReplaced, this, &MainWindow::showStatus);
    connect(m_exports, &ExportFlow::failed, this, &MainWindow::showError);
    connect(m_exports, &ExportFlow::written, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Written: %1").arg(path), messageMilliseconds);
    });
    connect(m_opening, &RunOpening::failed, this, &MainWindow::showError);
    connect(m_opening, &RunOpening::interruptedFound, this, [this](int count) {
        m_actions->interruptedRuns->setIconText(tr("Interrupted runs: %L1").arg(count));
        m_interrupted->setVisible(count > 0);
    });
}

void MainWindow::usePreset(const Preset& preset) {
    m_preset = preset;
    WindowActions::choose(*m_actions->presets, QString::fromStdString(preset.stem));
    WindowActions::choose(*m_actions->runCounts, static_cast<int>(preset.runs.size()));
    setWindowTitle(QString::fromStdString(preset.title) + QStringLiteral(" - Collapsar"));
    m_dataLabel->setToolTip(QString::fromStdString(preset.expectation));
    m_session.prepare(preset.runs);
}

void MainWindow::openSubject(const QString& subject) {
    const QFileInfo file(subject);
    if (file.isDir()) {
        m_opening->open(QDir::cleanPath(file.absoluteFilePath()), OpenAs::Ask);
        return;
    }
    if (subject.endsWith(QLatin1String(".collapsar"))) {
        m_sessions->open(file.absoluteFilePath());
        return;
    }
    const Result<Preset> preset = file.isFile() || subject.endsWith(QLatin1String(".json"))
                                      ? readPreset(subject.toStdString())
                                      : findPreset(subject.toStdString());
    const bool isUsable = preset.ok() && !preset.value().needsData;
    if (isUsable) {
        usePreset(preset.value());
        return;
    }
    if (m_session.runs().empty()) usePreset(builtInPresets().front());  // the stage is never left empty
    if (!preset) {
        showError(preset.error());
        return;
    }
    showError({ErrorCode::InvalidSettings,
               tr("The preset \"%1\" compares strategies on a text of yours, many runs one after the other: use "
                  "collapsar-cli sweep %1 --set data=FILE, then open its runs here.")
                   .arg(subject)
                   .toStdString()});
}

void MainWindow::setTheme(ThemeMode mode) {
    m_theme = mode;
    WindowActions::choose(*m_actions->themes, static_cast<int>(mode));
    restyle();
}

/// Changing the application's palette tells every window so; our own change must not start the next one.
void MainWindow::restyle() {
    if (m_isRestyling) {
        return;
    }
    m_isRestyling = true;
    const PlotTheme& theme = applyWindowTheme(m_theme, m_textSize);
    m_presenter->setTheme(theme);
    m_drawer->setTheme(theme);
    m_timeLine->setTheme(theme);
    m_isRestyling = false;
}

void MainWindow::lookForInterrupted() {
    m_opening->scan();
}

void MainWindow::checkComputing() {
    if (!m_session.engine().isBlasSlow()) {
        return;
    }
    m_notice->tell(tr("The matrix products run on the system's reference BLAS, which can make training several times "
                      "slower. Install libopenblas0-pthread and start Collapsar again."),
                   tr("Numbers stay right. Nothing may put another libblas.so.3 before OpenBLAS: see LD_PRELOAD and "
                      "update-alternatives --display libblas.so.3-x86_64-linux-gnu."));
}

void MainWindow::showStatus() {
    if (m_session.runs().empty()) {
        return;
    }
    const RunView& first = m_session.runs().front();
    m_actions->aboutData->setEnabled(first.state.data != nullptr);
    const QString replay = replayWords(m_timeLine->cursor());
    m_dataLabel->setText(replay.isEmpty() ? dataSummary(first) : replay);
    const bool isPreview = first.snapshot && first.snapshot->isPreview;
    const qlonglong period = first.state.probePeriod;
    m_probeLabel->setText(
        period <= 0
            ? QString()
            : (period == 1 ? tr("probe every update") : tr("probe every %L1 updates").arg(period)) + QLatin1Char(' ') +
                  (isPreview ? tr("(preview)") + QStringLiteral(" \u00b1") + numberText(first.snapshot->previewError, 2)
                             : tr("(exact)")));
    double total = 0;
    for (const CurvePlot* plot : m_curves->plots()) {
        total += plot->replotMilliseconds();
    }
    m_drawLabel->setText(
        tr("window %1 ms").arg(numberText(total / std::max<std::size_t>(1, m_curves->plots().size()), 1)));

    m_actions->startPause->setText(isTraining() ? tr("&Pause") : tr("&Start"));
}

void MainWindow::showError(const Error& error) {
    statusBar()->showMessage(errorText(error), 3 * messageMilliseconds);
}

/// Answered at once: trainers are stopped and joined elsewhere, and nothing of them is lost.
void MainWindow::closeEvent(QCloseEvent* event) {
    saveLayout();
    m_session.close();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ThemeChange && m_presenter != nullptr && m_theme == ThemeMode::System) {
        restyle();
    }
    QMainWindow::changeEvent(event);
}

/// Space presses the button that was reached by Tab; everywhere else it starts and pauses.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space &&
        qobject_cast<QAbstractButton*>(watched) != nullptr) {
        event->accept();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

}  // namespace collapsar
