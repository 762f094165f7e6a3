// SPDX-License-Identifier: GPL-3.0-or-later
/// A choice that fits beside a title: the words and a small arrow, without a frame.
#pragma once

#include <QColor>
#include <QComboBox>

namespace collapsar {

class FlatChoice : public QComboBox {
    Q_OBJECT

public:
    explicit FlatChoice(QWidget* parent = nullptr);

    void setColour(const QColor& colour);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour;
};

}  // namespace collapsar
