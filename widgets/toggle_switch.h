// SPDX-License-Identifier: GPL-3.0-or-later
/// On or off, as a sliding switch. Space toggles.
#pragma once

#include <QAbstractButton>

namespace collapsar {

/// Emits QAbstractButton::clicked(bool) for the person; setChecked alone never emits clicked.
class ToggleSwitch : public QAbstractButton {
    Q_OBJECT

public:
    explicit ToggleSwitch(QWidget* parent = nullptr);
    /// Asked for and not yet in force: drawn paler.
    void setPending(bool isPending);
    [[nodiscard]] bool isPending() const { return m_isPending; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    bool m_isPending = false;
};

}  // namespace collapsar
