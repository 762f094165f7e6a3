// SPDX-License-Identifier: GPL-3.0-or-later
/// A run's colour and marker as a small square, wherever the run is named.
#pragma once

#include "widgets/plot_theme.h"

#include <QWidget>

class QPainter;

namespace collapsar {

/// A rounded square in the run's colour with its marker cut out, so that it tells runs apart without colour.
void paintRunChip(QPainter& painter, const QRectF& box, const RunIdentity& identity, const PlotTheme& theme);

class RunChip : public QWidget {
    Q_OBJECT

public:
    explicit RunChip(QWidget* parent = nullptr);
    void setIdentity(const RunIdentity& identity);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RunIdentity m_identity;
};

}  // namespace collapsar
