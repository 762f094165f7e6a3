// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words_flow.h"

#include "app/run_moment.h"
#include "app/session.h"
#include "widgets/words_page.h"

#include <QEvent>

#include <algorithm>
#include <limits>
#include <mutex>
#include <utility>

namespace collapsar {
namespace {

constexpr int lookMilliseconds = 100;
constexpr double leastDone = 0.02;  // before that, how long it will take is a guess

bool hasCheckpoint(const RunView& view) {
    return std::ranges::any_of(view.events, [](const Event& event) { return event.kind == EventKind::Checkpoint; });
}

/// A choice that an enumeration can hold, else what there is.
template <class Enum>
void readChoice(const QJsonObject& value, const char* key, Enum& choice, Enum last) {
    const QJsonValue number = value.value(QLatin1String(key));
    if (number.isDouble() && number.toInt(-1) >= 0 && number.toInt(-1) <= static_cast<int>(last))
        choice = static_cast<Enum>(number.toInt());
}

void readCount(const QJsonObject& value, const char* key, int& count, int least) {
    count = std::max(least, value.value(QLatin1String(key)).toInt(count));
}

}  // namespace

/// Written by the thread that asks, read by the window's.
struct WordsFlow::Watch {
    std::mutex mutex;
    double fraction = notMeasured;
    double secondsLeft = notMeasured;
};

WordsFlow::WordsFlow(Session& session, WordsPage& page) : m_session(session), m_page(page) {
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &WordsFlow::ask);
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &WordsFlow::showProgress);
    connect(&m_page, &WordsPage::requestChanged, this, [this] { askSoon(Haste::Person); });
    connect(&m_page, &WordsPage::placeChosen, this, [this] { askSoon(Haste::Person); });
    m_page.installEventFilter(this);
    connectSession();
}

WordsFlow::~WordsFlow() = default;

void WordsFlow::connectSession() {
    const auto soon = [this] { askSoon(Haste::Person); };
    connect(&m_session, &Session::runsReplaced, this, &WordsFlow::forget);
    connect(&m_session, &Session::runAdded, this, soon);
    connect(&m_session, &Session::runChanged, this, soon);
    connect(&m_session, &Session::runReloaded, this, [this, soon](int run) {
        m_known.erase(run);
        soon();
    });
    connect(&m_session, &Session::probesKnown, this, soon);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_page.place() == WordsPlace::ExactlyHere) askSoon(Haste::Training);  // has it stopped, and where?
    });
    connect(&m_session, &Session::happened, this, [this](int, const Event& event) {
        if (event.kind == EventKind::Checkpoint) askSoon(Haste::Training);
    });
}

void WordsFlow::forget() {
    m_question.cancel();
    m_asked.clear();
    m_known.clear();
    askSoon(Haste::Person);
}

bool WordsFlow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_page && event->type() == QEvent::Show) {
        std::erase_if(m_known, [](const auto& known) { return !known.second.answer; });  // may go by now
        askSoon(Haste::Person);
    }
    if (watched == &m_page && event->type() == QEvent::Hide) {
        m_soon.stop();
        put({});
    }
    return QObject::eventFilter(watched, event);
}

void WordsFlow::setCursor(const TimeCursor& cursor) {
    m_cursor = cursor;
    askSoon(Haste::Person);
}

/// A timer that runs is not started again, so that a cursor that moves on and on has its words now and then.
void WordsFlow::askSoon(Haste haste) {
    if (!m_page.isVisible()) return;
    qint64 wait = gatherMilliseconds;
    if (haste == Haste::Training && m_sinceAsked.isValid() && !m_known.empty())
        wait = std::max(wait, liveMilliseconds - m_sinceAsked.elapsed());
    if (!m_soon.isActive() || m_soon.remainingTime() > wait) m_soon.start(static_cast<int>(wait));
}

std::vector<int> WordsFlow::shownRuns() const {
    std::vector<int> runs;
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        if (view.isShown && !view.isDiscarded && !view.isWaiting) runs.push_back(run);
    }
    if (runs.size() > Session::mostShown) runs.resize(Session::mostShown);
    return runs;
}

WordsHindrance WordsFlow::hindranceOf(const RunView& view) const {
    if (view.plan.settings.latent == 0 && m_page.request().kind != WordsKind::Prior) return WordsHindrance::NoLatent;
    if (view.folder.empty()) return WordsHindrance::NoFolder;
    return hasCheckpoint(view) ? WordsHindrance::None : WordsHindrance::NoCheckpoint;
}

/// At a checkpoint's own place, so that the cursor can move between two of them without a new question. A run that
/// trains has no place to stand still at: live, its newest checkpoint writes.
WordsFlow::Question WordsFlow::questionOf(int run) const {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    Question question{run, view.folder, view.state.at, Nearness::Checkpoint, m_page.request()};
    if (!m_cursor.isLive) question.at = std::min(question.at, Position{m_cursor.update, 0});
    const bool moves = m_cursor.isLive && view.state.phase == RunPhase::Training;
    if (m_page.place() == WordsPlace::ExactlyHere && !moves) {
        question.nearness = Nearness::Exact;
        return question;
    }
    const Position until = m_cursor.isLive ? wholeUpdate(std::numeric_limits<std::int64_t>::max()) : question.at;
    const Event* checkpoint = checkpointFor(view, until);
    question.at = checkpoint != nullptr ? checkpoint->at : Position{};
    return question;
}

WordsFlow::Questions WordsFlow::openQuestions() const {
    Questions questions;
    for (const int run : shownRuns()) {
        if (hindranceOf(m_session.runs()[static_cast<std::size_t>(run)]) != WordsHindrance::None) continue;
        const Question question = questionOf(run);
        const auto known = m_known.find(run);
        if (known == m_known.end() || known->second.question != question) questions.push_back(question);
    }
    return questions;
}

/// One that is answered at once goes to its end although a newer one is there: it shows what a moving cursor passes.
void WordsFlow::ask() {
    if (!m_page.isVisible()) return;
    const std::vector<int> shown = shownRuns();
    std::erase_if(m_known, [&](const auto& known) { return std::ranges::find(shown, known.first) == shown.end(); });
    Questions questions = openQuestions();
    const bool isLong = std::ranges::any_of(m_asked, [](const Question& q) { return q.nearness == Nearness::Exact; });
    const bool isOther = !m_asked.empty() && !questions.empty() && m_asked.front().request != questions.front().request;
    if (!m_question.isAsking() || questions.empty() || (questions != m_asked && (isLong || isOther)))
        put(std::move(questions));
    show();
}

/// One after the other, on the thread that asks.
WordsFlow::Answers WordsFlow::answersOf(Engine& engine, const Questions& questions, Watch& watch,
                                        const std::atomic<bool>& cancelled) {
    Answers answers;
    QElapsedTimer since;
    since.start();
    for (const Question& question : questions) {
        const auto progress = [&](double fraction, const std::string&) {
            const std::scoped_lock lock(watch.mutex);
            const double done =
                (static_cast<double>(answers.size()) + fraction) / static_cast<double>(questions.size());
            watch.fraction = question.nearness == Nearness::Exact ? done : notMeasured;
            watch.secondsLeft =
                done > leastDone ? 1e-3 * static_cast<double>(since.elapsed()) * (1 / done - 1) : notMeasured;
            return !cancelled;
        };
        if (cancelled) break;
        answers.push_back(
            {question, engine.words({question.folder, question.at, question.nearness}, question.request, progress)});
    }
    return answers;
}

/// Takes the place of what was asked before; nothing: that ends.
void WordsFlow::put(Questions questions) {
    m_question.cancel();
    m_asked = std::move(questions);
    m_watch.reset();
    if (m_asked.empty()) {
        m_look.stop();
        showProgress();
        return;
    }
    m_watch = std::make_shared<Watch>();
    m_look.start();
    m_sinceAsked.start();
    const auto work = [&engine = m_session.engine(), questions = m_asked,
                       watch = m_watch](const std::atomic<bool>& cancelled) {
        return answersOf(engine, questions, *watch, cancelled);
    };
    m_question.ask(work, [this](const Answers& answers) { take(answers); });
    showProgress();
}

void WordsFlow::take(const Answers& answers) {
    for (const Known& known : answers)
        m_known.insert_or_assign(known.question.run, known);
    put({});
    show();
    if (!openQuestions().empty()) askSoon(m_cursor.isLive ? Haste::Training : Haste::Person);
}

WordsColumn WordsFlow::columnOf(int run) const {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    WordsColumn column;
    column.identity = runIdentity(run, view);
    column.hindrance = hindranceOf(view);
    column.wanted = m_cursor.isLive ? -1 : m_cursor.update;
    const auto known = m_known.find(run);
    if (column.hindrance != WordsHindrance::None || known == m_known.end()) return column;
    const Result<GeneratedWordsPointer>& answer = known->second.answer;
    if (answer) {
        column.words = answer.value();
    } else {
        column.hindrance = WordsHindrance::Failed;
        column.error = answer.error();
    }
    return column;
}

void WordsFlow::show() {
    QList<WordsColumn> columns;
    ProbeTexts examples;
    for (const int run : shownRuns()) {
        columns << columnOf(run);
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        if (!examples && view.probes && !view.probes->empty()) examples = view.probes;
    }
    m_page.setExamples(examples);
    if (columns == m_columns) return;
    m_columns = columns;
    m_page.setColumns(columns);
}

void WordsFlow::showProgress() {
    WordsProgress progress;
    progress.isAsking = m_watch != nullptr;
    if (m_watch) {
        const std::scoped_lock lock(m_watch->mutex);
        progress.fraction = m_watch->fraction;
        progress.secondsLeft = m_watch->secondsLeft;
    }
    m_page.setProgress(progress);
}

QJsonObject WordsFlow::value() const {
    const WordsRequest& request = m_page.request();
    return {{QStringLiteral("kind"), static_cast<int>(request.kind)},
            {QStringLiteral("latent"), static_cast<int>(request.latent)},
            {QStringLiteral("rule"), static_cast<int>(request.rule)},
            {QStringLiteral("beam_width"), request.beamWidth},
            {QStringLiteral("temperature"), request.temperature},
            {QStringLiteral("count"), request.count},
            {QStringLiteral("first"), request.first},
            {QStringLiteral("second"), request.second},
            {QStringLiteral("drawing"), static_cast<double>(request.drawing)},
            {QStringLiteral("exactly_here"), m_page.place() == WordsPlace::ExactlyHere}};
}

void WordsFlow::set(const QJsonObject& value) {
    WordsRequest request = m_page.request();
    readChoice(value, "kind", request.kind, WordsKind::Interpolation);
    readChoice(value, "latent", request.latent, LatentChoice::Sampled);
    readChoice(value, "rule", request.rule, DecodingRule::Beam);
    readCount(value, "beam_width", request.beamWidth, 1);
    readCount(value, "count", request.count, 1);
    readCount(value, "first", request.first, 0);
    readCount(value, "second", request.second, 0);
    request.temperature = value.value(QLatin1String("temperature")).toDouble(request.temperature);
    request.drawing = static_cast<std::uint64_t>(
        std::clamp(value.value(QLatin1String("drawing")).toDouble(static_cast<double>(request.drawing)), 0.0, 1e9));
    m_page.setRequest(request);
    const QJsonValue exactly = value.value(QLatin1String("exactly_here"));
    if (exactly.isBool()) m_page.setPlace(exactly.toBool() ? WordsPlace::ExactlyHere : WordsPlace::NewestCheckpoint);
    askSoon(Haste::Person);
}

}  // namespace collapsar
