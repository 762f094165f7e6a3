// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_actions.h"

#include "widgets/curve_plot.h"
#include "widgets/plot_theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace collapsar {
namespace {

constexpr int curvePlaces = 4;
constexpr const char* curveDefaults[curvePlaces] = {"elbo", "kl", "mi_batch", "active_units"};

}  // namespace

WindowActions::WindowActions(QMainWindow& window, const std::vector<Preset>& presetList)
    : QObject(&window), m_window(window) {
    buildFile(presetList);
    buildEdit();
    buildRun();
    buildCompare();
    buildView();
    buildHelp();
}

QAction* WindowActions::add(QMenu& menu, const QString& text, const char* key, const char* name) {
    QAction* action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    if (*key != '\0') {
        action->setShortcut(QKeySequence(QLatin1String(key)));
    }
    m_window.addAction(action);  // keys work while the menu bar is hidden
    m_all.append(action);
    return action;
}

QActionGroup* WindowActions::addGroup(const char* name) {
    auto* group = new QActionGroup(this);
    group->setObjectName(QLatin1String(name));
    return group;
}

QAction* WindowActions::addChoice(QMenu& menu, QActionGroup& group, const QString& text, const QVariant& value,
                                  const char* key) {
    QAction* action = add(menu, text, key, "");
    action->setCheckable(true);
    action->setData(value);
    group.addAction(action);
    return action;
}

void WindowActions::choose(QActionGroup& group, const QVariant& value) {
    for (QAction* action : group.actions()) {
        action->setChecked(action->data() == value);
    }
}

void WindowActions::buildFile(const std::vector<Preset>& presetList) {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&File"));
    newFromPreset = add(menu, tr("&New from preset..."), "Ctrl+N", "newFromPreset");
    QMenu& presetMenu = *menu.addMenu(tr("&Presets"));
    presets = addGroup("presets");
    int number = 0;
    for (const Preset& preset : presetList) {
        const QByteArray key = ++number < 10 ? QByteArray::number(number) : QByteArray();
        addChoice(presetMenu, *presets, QString::fromStdString(preset.title), QString::fromStdString(preset.stem),
                  key.constData());
    }
    parameters = add(menu, tr("S&tart parameters..."), "Ctrl+,", "parameters");
    menu.addSeparator();
    openRun = add(menu, tr("&Open run..."), "Ctrl+O", "openRun");
    recentRuns = menu.addMenu(tr("&Recent runs"));
    interruptedRuns = add(menu, tr("&Interrupted runs..."), "Ctrl+I", "interruptedRuns");
    addRun = add(menu, tr("&Add a run to the stage..."), "Ctrl+Shift+A", "addRun");
    watchFolder = add(menu, tr("&Watch a folder..."), "Ctrl+Shift+F", "watchFolder");
    menu.addSeparator();
    openSession = add(menu, tr("Open &session..."), "Ctrl+Shift+O", "openSession");
    saveSession = add(menu, tr("Sa&ve session..."), "Ctrl+Shift+S", "saveSession");
    menu.addSeparator();
    saveCheckpoint = add(menu, tr("Save &checkpoint..."), "Ctrl+S", "saveCheckpoint");
    exportFigure = add(menu, tr("&Export..."), "Ctrl+E", "export");
    QMenu& figures = *menu.addMenu(tr("&Figures of He et al."));
    figureMeanSpaces = add(figures, tr("Figure &2: posterior mean spaces..."), "Ctrl+Alt+2", "figure2");
    figureTrajectories = add(figures, tr("Figure &3: one example's way..."), "Ctrl+Alt+3", "figure3");
    figureInformation = add(figures, tr("Figures &4 and 5: KL and mutual information..."), "Ctrl+Alt+4", "figure4");
    animation = add(menu, tr("Export the repla&y..."), "Ctrl+Shift+E", "exportAnimation");
    summaryTable = add(menu, tr("Export the table of r&uns..."), "", "summaryTable");
    menu.addSeparator();
    quit = add(menu, tr("&Quit"), "Ctrl+Q", "quit");
}

void WindowActions::buildEdit() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Edit"));
    undo = add(menu, tr("&Undo"), "Ctrl+Z", "undo");
    redo = add(menu, tr("&Redo"), "Ctrl+Shift+Z", "redo");
    undo->setEnabled(false);
    redo->setEnabled(false);
}

void WindowActions::buildRun() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Run"));
    startPause = add(menu, tr("&Start"), "Space", "startPause");
    stepEncoder = add(menu, tr("Step &encoder"), "E", "stepEncoder");
    stepDecoder = add(menu, tr("Step &decoder"), "D", "stepDecoder");
    stepUpdate = add(menu, tr("Step &update"), "U", "stepUpdate");
    menu.addSeparator();
    reset = add(menu, tr("&Reset, same seed"), "Ctrl+R", "reset");
    reseed = add(menu, tr("Re&seed"), "Ctrl+Shift+R", "reseed");
    menu.addSeparator();
    QMenu& pace = *menu.addMenu(tr("&Pace"));
    paces = addGroup("paces");
    addChoice(pace, *paces, tr("S&low motion"), static_cast<int>(Pace::SlowMotion), "Ctrl+1");
    addChoice(pace, *paces, tr("&Watch"), static_cast<int>(Pace::Watch), "Ctrl+2");
    addChoice(pace, *paces, tr("&Full speed"), static_cast<int>(Pace::FullSpeed), "Ctrl+3");
    menu.addSeparator();
    runCounts = addGroup("runCounts");
    addChoice(menu, *runCounts, tr("&One run"), 1, "Alt+1");
    addChoice(menu, *runCounts, tr("&Two runs"), 2, "Alt+2");
}

void WindowActions::buildCompare() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Compare"));
    compare = add(menu, tr("&Compare strategies..."), "Ctrl+Shift+C", "compare");
    menu.addSeparator();
    fork = add(menu, tr("&Fork here..."), "Ctrl+K", "fork");
    whatIf = add(menu, tr("&What if..."), "W", "whatIf");
    keepWhatIf = add(menu, tr("&Keep the what-ifs"), "Ctrl+Shift+K", "keepWhatIf");
    discardWhatIf = add(menu, tr("&Throw the what-ifs away"), "Ctrl+Shift+W", "discardWhatIf");
    menu.addSeparator();
    drawerPages = addGroup("drawerPages");
    drawerPages->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    const std::pair<QString, const char*> pages[] = {{tr("Table of &runs"), "F7"}, {tr("&Differences"), "Shift+F7"},
                                                     {tr("Latent &units"), "F8"},  {tr("Latent &plane"), "Shift+F8"},
                                                     {tr("&Measures"), "Ctrl+F8"}, {tr("W&ords"), "F6"}};
    for (int page = 0; page < static_cast<int>(std::size(pages)); ++page)
        addChoice(menu, *drawerPages, pages[page].first, page, pages[page].second);
}

void WindowActions::buildView() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&View"));
    follow = add(menu, tr("&Follow"), "F", "follow");
    fit = add(menu, tr("F&it all"), "Home", "fit");
    menu.addSeparator();
    QMenu& axis = *menu.addMenu(tr("&X axis"));
    axes = addGroup("axes");
    addChoice(axis, *axes, tr("&Updates"), static_cast<int>(CurveAxis::Update), "Alt+U");
    addChoice(axis, *axes, tr("E&ncoder updates"), static_cast<int>(CurveAxis::EncoderUpdates), "Alt+N");
    addChoice(axis, *axes, tr("E&pochs"), static_cast<int>(CurveAxis::Epoch), "Alt+P");
    addChoice(axis, *axes, tr("&Seconds"), static_cast<int>(CurveAxis::Seconds), "Alt+S");
    choose(*axes, static_cast<int>(CurveAxis::Update));
    QMenu& smoothing = *menu.addMenu(tr("&Smoothing"));
    smoothings = addGroup("smoothings");
    addChoice(smoothing, *smoothings, tr("&None"), 0.0, "Alt+0");
    addChoice(smoothing, *smoothings, tr("&Light (0.6)"), 0.6, "Alt+6");
    addChoice(smoothing, *smoothings, tr("&Strong (0.9)"), 0.9, "Alt+9");
    choose(*smoothings, 0.0);
    buildCurves(menu);
    menu.addSeparator();
    trails = add(menu, tr("&Trails"), "T", "trails");
    staircase = add(menu, tr("St&aircase"), "C", "staircase");
    ownAxes = add(menu, tr("&Own axes"), "O", "ownAxes");
    events = add(menu, tr("S&witches and events"), "F9", "sideColumn");
    presentation = add(menu, tr("&Presentation"), "F11", "presentation");
    for (QAction* action : {trails, staircase, ownAxes, events, presentation}) {
        action->setCheckable(true);
    }
    trails->setChecked(true);
    events->setChecked(true);
    menu.addSeparator();
    QMenu& theme = *menu.addMenu(tr("T&heme"));
    themes = addGroup("themes");
    addChoice(theme, *themes, tr("As the &system"), static_cast<int>(ThemeMode::System), "Ctrl+Alt+S");
    addChoice(theme, *themes, tr("&Light"), static_cast<int>(ThemeMode::Light), "Ctrl+Alt+L");
    addChoice(theme, *themes, tr("&Dark"), static_cast<int>(ThemeMode::Dark), "Ctrl+Alt+D");
}

/// Any column can stand in any of the four places.
void WindowActions::buildCurves(QMenu& view) {
    QMenu& menu = *view.addMenu(tr("&Curves"));
    for (int place = 0; place < curvePlaces; ++place) {
        QMenu& columns = *menu.addMenu(tr("Plot &%1").arg(place + 1));
        curves.append(addGroup("curves"));
        for (const MeasurementColumn& column : measurementColumns()) {
            const QString name = QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
            const QString title = curveSpec(name).title;
            if (!title.isEmpty()) {
                addChoice(columns, *curves.back(), title, name, "");
            }
        }
        choose(*curves.back(), QLatin1String(curveDefaults[place]));
    }
}

void WindowActions::buildHelp() {
    QMenu& menu = *m_window.menuBar()->addMenu(tr("&Help"));
    shortcuts = add(menu, tr("&Keys"), "F1", "shortcuts");
    aboutData = add(menu, tr("About the &data..."), "", "aboutData");
    about = add(menu, tr("&About Collapsar"), "Shift+F1", "about");
}

QList<QAction*> WindowActions::withKeys() const {
    QList<QAction*> keyed;
    for (QAction* action : m_all) {
        if (!action->shortcut().isEmpty()) {
            keyed.append(action);
        }
    }
    return keyed;
}

}  // namespace collapsar
