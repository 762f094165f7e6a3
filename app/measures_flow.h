// SPDX-License-Identifier: GPL-3.0-or-later
/// Fills the page "Measures" from the session: paths from the evaluations there are, everything else by questions in
/// the background about the newest checkpoint at or before the time cursor.
#pragma once

#include "app/background_question.h"
#include "app/session.h"
#include "widgets/rate_distortion.h"
#include "widgets/time_cursor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace collapsar {

class MeasuresPanel;

/// Asks only while the page is visible, one run after the other; a move of the cursor drops what is asked. While runs
/// train, a run is asked about again when it has a newer checkpoint, at most every few seconds and for a small share of
/// the time. The window's thread.
class MeasuresFlow : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    MeasuresFlow(Session& session, MeasuresPanel& page, QObject* parent = nullptr);
    /// Waits for work under way, which is told to end.
    ~MeasuresFlow() override;

    void setCursor(const TimeCursor& cursor);
    [[nodiscard]] bool isAsking() const { return m_question.isAsking(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What is known about a run number.
    struct Known {
        RunDetailsPointer details;
        QString problem;
        std::optional<Position> answered;  ///< the last key with an answer or a problem
        double seconds = 0;                ///< that took
        QElapsedTimer since;               ///< then; invalid before the first
    };
    struct Asked {
        int run = -1;
        Position key;
    };
    struct Answer {
        Result<RunDetailsPointer> details = Error{};
        double seconds = 0;
    };
    using Key = std::pair<int, Position>;

    void connectSession();
    void rebuild();
    void addRun(int run);
    void forget(int run);
    void addPoints(int run, std::span<const Measurement> points);
    void refresh();
    void stopAsking();
    void showPaths();
    void showMeasured();
    [[nodiscard]] RatePath pathOf(int run) const;
    [[nodiscard]] std::vector<int> measuredRuns() const;
    [[nodiscard]] Position placeOf(int run) const;
    [[nodiscard]] Position keyOf(int run) const;
    [[nodiscard]] bool isDue(int run);
    [[nodiscard]] bool mustWait(int run) const;
    [[nodiscard]] bool isLonger(int run, int other) const;
    void askNext();
    void ask(int run);
    void take(const Asked& asked, const Answer& answer);

    Session& m_session;
    MeasuresPanel& m_page;
    TimeCursor m_cursor;
    std::vector<std::vector<RatePoint>> m_paths;  ///< by run number
    std::vector<Known> m_known;                   ///< by run number
    std::map<Key, RunDetailsPointer> m_answers;
    std::optional<Asked> m_asked;
    int m_ticket = 0;  ///< of the newest question
    QTimer m_refresh, m_pace;
    BackgroundQuestion<Answer> m_question;  ///< last: gone before what its work uses
};

}  // namespace collapsar
