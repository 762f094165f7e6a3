// SPDX-License-Identifier: GPL-3.0-or-later
/// A choice of long sentences: as wide as there is room for, ends in dots where they go on.
#pragma once

#include <QComboBox>

namespace collapsar {

class ExampleChoice : public QComboBox {
    Q_OBJECT

public:
    explicit ExampleChoice(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace collapsar
