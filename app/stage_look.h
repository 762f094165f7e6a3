// SPDX-License-Identifier: GPL-3.0-or-later
/// How the stage is looked at (x axis, smoothing, what the curves show and on which scales, what was zoomed into,
/// trails, staircase, own axes) as one value: a session keeps it, and every change that a person makes to it can be
/// taken back.
#pragma once

#include "widgets/curve_spec.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

class QUndoStack;

namespace collapsar {

class ControlBar;
class CurvesPanel;
class Stage;
class StagePresenter;
class WindowActions;

struct LookParts {
    StagePresenter& presenter;
    ControlBar& bar;
    CurvesPanel& curves;
    Stage& stage;
    WindowActions& actions;
    QUndoStack& undo;
};

class StageLook : public QObject {
    Q_OBJECT

public:
    /// The parts outlive this.
    explicit StageLook(const LookParts& parts, QObject* parent = nullptr);

    [[nodiscard]] QJsonObject value() const;
    /// What is missing or makes no sense is left as it is. Nothing that could be taken back comes of it.
    void set(const QJsonObject& value);
    /// The stage was replaced: what changed with it is nobody's doing.
    void accept();
    /// Makes what has changed since the last time one step that can be taken back. Otherwise done soon after a change.
    void commit();

private:
    void connectParts();
    void chooseAxis(CurveAxis axis);
    void chooseSmoothing(double weight);
    [[nodiscard]] QJsonObject curves() const;
    void setCurves(const QJsonObject& value);
    [[nodiscard]] QJsonObject planes() const;
    void setPlanes(const QJsonObject& value);

    LookParts m_parts;
    CurveAxis m_axis = CurveAxis::Update;
    double m_smoothing = 0;
    QJsonObject m_known;
    QTimer m_change;
    bool m_isSetting = false;
};

}  // namespace collapsar
