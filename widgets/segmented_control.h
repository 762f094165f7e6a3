// SPDX-License-Identifier: GPL-3.0-or-later
/// One of a few: joined buttons of which exactly one is down. Arrow keys move the choice.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace collapsar {

class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    struct Segment {
        QString key;   ///< what the signal carries
        QString text;  ///< translated
        QString toolTip = {};
    };

    explicit SegmentedControl(QWidget* parent = nullptr);
    void setSegments(const QList<Segment>& segments);
    /// Never emits. An unknown key leaves none down.
    void setCurrent(const QString& key);
    [[nodiscard]] QString current() const;
    /// A choice that was asked for and is not yet in force is drawn paler. Never emits.
    void setPending(const QString& key);
    [[nodiscard]] QString pending() const { return m_pending; }

Q_SIGNALS:
    void chosen(const QString& key);  ///< by the person only, and only when it changes

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int index);
    void moveChoice(int step);
    void showChoice();

    QButtonGroup* m_buttons = nullptr;
    QStringList m_keys;
    QString m_current;
    QString m_pending;
};

}  // namespace collapsar
