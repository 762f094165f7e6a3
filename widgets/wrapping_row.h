// SPDX-License-Identifier: GPL-3.0-or-later
/// A row of controls that goes on in a next line where the width ends. Those that want to expand share what a line has
/// left.
#pragma once

#include <QLayout>
#include <QList>

namespace collapsar {

class WrappingRow : public QLayout {
    Q_OBJECT

public:
    explicit WrappingRow(QWidget* parent = nullptr);
    ~WrappingRow() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& room) override;

private:
    using Line = QList<QLayoutItem*>;
    static constexpr int lineSpacing = 4;
    [[nodiscard]] QList<Line> linesAt(int width) const;
    [[nodiscard]] int heightOf(const Line& line) const;
    void place(const Line& line, const QRect& room) const;

    QList<QLayoutItem*> m_items;
};

}  // namespace collapsar
