// SPDX-License-Identifier: GPL-3.0-or-later
/// The sheet of keys, and what the program is made of.
#pragma once

#include <QList>
#include <QString>

#include <string>

class QAction;
class QWidget;

namespace collapsar {

/// Not modal; deletes itself when closed.
void showShortcutSheet(const QList<QAction*>& actions, QWidget* parent);
/// `engine`: what computes, with versions.
void showAbout(const std::string& engine, QWidget* parent);
[[nodiscard]] QString aboutText(const std::string& engine);

}  // namespace collapsar
