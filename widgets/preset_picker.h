// SPDX-License-Identifier: GPL-3.0-or-later
/// Named experiments, each with the outcome to expect.
#pragma once

#include <QDialog>
#include <QList>

class QLabel;
class QListWidget;

namespace collapsar {

struct PresetView {
    QString stem;  ///< file name without its end: the preset's stable name
    QString title;
    QString expectation;
};

class PresetPicker : public QDialog {
    Q_OBJECT

public:
    explicit PresetPicker(const QList<PresetView>& presets, QWidget* parent = nullptr);
    void setCurrent(const QString& stem);
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void presetChosen(const QString& stem);  ///< accepted: button, double click or Enter

private:
    void showExpectation();

    QList<PresetView> m_presets;
    QListWidget* m_list = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_expectation = nullptr;
};

}  // namespace collapsar
