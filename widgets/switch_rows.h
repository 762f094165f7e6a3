// SPDX-License-Identifier: GPL-3.0-or-later
/// What the rows of a switches card are made of: choices, help and spelling come from the settings table.
#pragma once

#include "widgets/segmented_control.h"

#include <QList>
#include <QString>

class QLabel;
class QVBoxLayout;
class QWidget;

namespace collapsar {

/// One segment a choice of this setting.
[[nodiscard]] QList<SegmentedControl::Segment> segmentsOf(const char* setting);
/// The table's own spelling of a value; empty when the table refuses it.
[[nodiscard]] QString canonical(const QString& setting, const QString& value);
[[nodiscard]] QString helpOf(const char* setting);
/// Names and explains `buddy` too.
[[nodiscard]] QLabel* rowLabel(const QString& text, QWidget* buddy, const char* setting);
/// Label at the left, field at the right. Each row finds its own widths: a long label does not narrow the others.
void addRow(QVBoxLayout& rows, const QString& text, QWidget* field, const char* setting);

}  // namespace collapsar
