// SPDX-License-Identifier: GPL-3.0-or-later
/// Start, step, reset, pace, where the runs stand, and what the curves run over.
#pragma once

#include "core/report/run_state.h"
#include "widgets/curve_plot.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QAbstractButton;
class QActionGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace collapsar {

class SegmentedControl;

enum class PaceChoice { SlowMotion, Watch, FullSpeed };

class ControlBar : public QWidget {
    Q_OBJECT

public:
    enum class Button { StartPause, StepEncoder, StepDecoder, StepUpdate, Reset, Reseed, XAxis, Follow };

    explicit ControlBar(QWidget* parent = nullptr);

    /// All runs of the stage; the label shows the one that is furthest behind. Never emits.
    void setStates(const std::vector<RunState>& states);
    void setPace(PaceChoice pace);  ///< never emits
    void setXAxis(CurveAxis axis);  ///< never emits
    /// Whether the plots follow the newest data. Never emits.
    void setFollowing(bool isFollowing);
    /// For tool tips with the window's keys, and for tests.
    [[nodiscard]] QAbstractButton* button(Button which) const { return m_buttons.value(which); }
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void startRequested();  ///< start, or go on after a pause
    void pauseRequested();
    void stepEncoderRequested();
    void stepDecoderRequested();
    void stepUpdateRequested();
    void resetRequested();  ///< same seed
    void reseedRequested();
    void paceChosen(collapsar::PaceChoice pace);
    void xAxisChosen(collapsar::CurveAxis axis);
    void followRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(Button which, const QString& text, const QString& help);
    void addSeparator();
    void buildStartAndSteps();
    void buildPace();
    void namePaces();
    void buildProgress();
    void buildXAxis();
    void buildFollow();
    void showStart(const std::vector<RunState>& states);
    void showProgress(const std::vector<RunState>& states);
    void showUpdate(const RunState& state);
    void showInner(const RunState& state);
    void arrange();

    QHBoxLayout* m_row = nullptr;     ///< buttons; the progress too where there is room
    QHBoxLayout* m_second = nullptr;  ///< the progress where there is not
    int m_progressPlace = 0;
    QHash<Button, QAbstractButton*> m_buttons;
    QWidget* m_progress = nullptr;
    SegmentedControl* m_pace = nullptr;
    bool m_isRoomy = false;
    QActionGroup* m_xAxes = nullptr;
    QLabel* m_update = nullptr;
    QLabel* m_inner = nullptr;
    QLabel* m_rate = nullptr;
    QLabel* m_left = nullptr;
    bool m_isTraining = false;
};

[[nodiscard]] inline size_t qHash(ControlBar::Button button, size_t seed = 0) {
    return ::qHash(static_cast<int>(button), seed);
}

}  // namespace collapsar
