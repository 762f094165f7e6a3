// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_theme.h"

namespace collapsar {
namespace {

/// @name@ stands for a token of the theme.
constexpr const char* sheet = R"(
QWidget { font-size: 13px; }
QMainWindow, QDialog { background: @window@; }
QToolTip { background: @card@; color: @text@; border: 1px solid @line@; padding: 4px; }
QMenuBar { background: @card@; border-bottom: 1px solid @line@; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @grid@; }
QMenu { background: @card@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 20px; border-radius: 4px; }
QMenu::item:selected { background: @accent@; color: @onAccent@; }
QMenu::item:disabled { color: @axis@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
QStatusBar { background: @card@; border-top: 1px solid @line@; color: @secondary@; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @secondary@; font-size: 11px; }
*[class="card"] { background: @card@; border: 1px solid @line@; border-radius: 8px; }
*[class="notice"] { background: @card@; border: none; border-top: 1px solid @line@; border-bottom: 1px solid @line@; }
*[class="notice"] QLabel { color: @bad@; font-size: 12px; }
*[class="notice"] QToolButton { padding: 2px 8px; font-size: 12px; }
*[class="panel"] { background: @card@; border: none; }
QLabel[class="title"] { font-weight: bold; color: @text@; }
QLabel[class="secondary"] { color: @secondary@; font-size: 12px; }
QLabel[class="number"] { font-weight: bold; color: @text@; font-size: 12px; }
QLabel[badge="good"] { color: @good@; background: @goodBack@; border-radius: 9px; padding: 1px 8px; font-weight: bold; font-size: 11px; }
QLabel[badge="bad"] { color: @bad@; background: @badBack@; border-radius: 9px; padding: 1px 8px; font-weight: bold; font-size: 11px; }
QLabel[badge="neutral"] { color: @secondary@; background: @window@; border-radius: 9px; padding: 1px 8px; font-weight: bold; font-size: 11px; }
QPushButton, QToolButton { background: @card@; color: @text@; border: 1px solid @line@; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover, QToolButton:hover { border-color: @axis@; }
QPushButton:pressed, QToolButton:pressed { background: @grid@; }
QPushButton:focus, QToolButton:focus { border-color: @accent@; }
QPushButton:disabled, QToolButton:disabled { color: @axis@; background: @window@; }
QPushButton:checked, QToolButton:checked { border-color: @accent@; color: @accent@; }
QPushButton[class="primary"] { background: @accent@; color: @onAccent@; border-color: @accent@; font-weight: bold; }
QPushButton[class="primary"]:hover { border-color: @text@; }
QPushButton[class="primary"]:disabled { background: @line@; color: @secondary@; border-color: @line@; }
QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit { background: @card@; color: @text@; border: 1px solid @line@; border-radius: 6px; padding: 4px 8px; selection-background-color: @accent@; selection-color: @onAccent@; }
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus { border-color: @accent@; }
QComboBox QAbstractItemView { background: @card@; border: 1px solid @line@; selection-background-color: @accent@; selection-color: @onAccent@; }
QCheckBox::indicator:unchecked { width: 12px; height: 12px; border: 1px solid @axis@; border-radius: 3px; background: @card@; }
QCheckBox::indicator:unchecked:hover, QCheckBox::indicator:unchecked:focus { border-color: @accent@; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QTabBar::tab { background: transparent; color: @secondary@; border: none; border-bottom: 2px solid transparent; padding: 6px 12px; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSlider::groove:horizontal { height: 4px; background: @line@; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent@; }
QSlider::handle:horizontal:focus { border: 2px solid @text@; width: 10px; height: 10px; border-radius: 7px; }
QSlider::handle:horizontal:disabled { background: @axis@; }
QProgressBar { background: @line@; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: @accent@; border-radius: 2px; }
QListView, QTreeView, QTableView { background: transparent; border: none; }
QHeaderView::section { background: @card@; color: @secondary@; border: none; border-bottom: 1px solid @line@; padding: 4px; }
QGroupBox { border: 1px solid @line@; border-radius: 8px; margin-top: 18px; padding: 8px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle { background: @line@; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: @axis@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QSplitter::handle { background: transparent; }
)";

}  // namespace

QString appStyleSheet(const PlotTheme& theme) {
    QString text = QString::fromLatin1(sheet);
    const std::pair<const char*, QColor> tokens[] = {
        {"@window@", theme.window},  {"@card@", theme.card},         {"@line@", theme.line},
        {"@grid@", theme.grid},      {"@text@", theme.text},         {"@secondary@", theme.secondary},
        {"@axis@", theme.axis},      {"@accent@", theme.accent},     {"@onAccent@", theme.onAccent},
        {"@good@", theme.good},      {"@goodBack@", theme.goodBack}, {"@bad@", theme.bad},
        {"@badBack@", theme.badBack}};
    for (const auto& [name, colour] : tokens)
        text.replace(QLatin1String(name), colour.name());
    return text;
}

}  // namespace collapsar
