// SPDX-License-Identifier: GPL-3.0-or-later
/// One line across the window that tells what a person should know and can leave for later. Hidden until told.
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace collapsar {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `details` on hover, and to screen readers.
    void tell(const QString& text, const QString& details);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_text;
    QToolButton* m_dismiss;
};

}  // namespace collapsar
