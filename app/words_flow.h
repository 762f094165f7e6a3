// SPDX-License-Identifier: GPL-3.0-or-later
/// Has the shown runs write what the words page is set to, at the stage's time cursor, in the background: asked of the
/// engine while the page is seen, and again when the answer would be another.
#pragma once

#include "app/background_question.h"
#include "app/engine.h"
#include "app/run_view.h"
#include "widgets/time_cursor.h"
#include "widgets/words_column.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace collapsar {

class Session;
class WordsPage;

class WordsFlow : public QObject {
    Q_OBJECT

public:
    static constexpr int gatherMilliseconds = 60;  ///< changes that follow each other are one question
    static constexpr int liveMilliseconds = 1500;  ///< at least, between questions that nobody but training asked for

    /// Both outlive this.
    WordsFlow(Session& session, WordsPage& page);
    /// Tells a question under way to end, and waits for that.
    ~WordsFlow() override;

    void setCursor(const TimeCursor& cursor);
    /// What the page is set to, for a session file. What is missing or makes no sense is left as it is.
    [[nodiscard]] QJsonObject value() const;
    void set(const QJsonObject& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Equal ones have equal answers.
    struct Question {
        int run = -1;  ///< number on the stage
        std::filesystem::path folder;
        Position at;
        Nearness nearness = Nearness::Checkpoint;
        WordsRequest request;

        bool operator==(const Question&) const = default;
    };
    struct Known {
        Question question;
        Result<GeneratedWordsPointer> answer;
    };
    struct Watch;
    using Questions = std::vector<Question>;
    using Answers = std::vector<Known>;
    enum class Haste { Person, Training };

    [[nodiscard]] static Answers answersOf(Engine& engine, const Questions& questions, Watch& watch,
                                           const std::atomic<bool>& cancelled);
    void connectSession();
    void forget();
    void askSoon(Haste haste);
    void ask();
    void put(Questions questions);
    void take(const Answers& answers);
    void show();
    void showProgress();
    [[nodiscard]] std::vector<int> shownRuns() const;
    [[nodiscard]] WordsHindrance hindranceOf(const RunView& view) const;
    [[nodiscard]] Question questionOf(int run) const;
    [[nodiscard]] Questions openQuestions() const;
    [[nodiscard]] WordsColumn columnOf(int run) const;

    Session& m_session;
    WordsPage& m_page;
    TimeCursor m_cursor;
    std::map<int, Known> m_known;    ///< by run number
    QList<WordsColumn> m_columns;    ///< as shown
    Questions m_asked;               ///< under way
    std::shared_ptr<Watch> m_watch;  ///< how far that is
    QTimer m_soon;                   ///< ask then
    QTimer m_look;                   ///< at how far it is
    QElapsedTimer m_sinceAsked;
    BackgroundQuestion<Answers> m_question;  ///< last: it ends before the rest goes
};

}  // namespace collapsar
