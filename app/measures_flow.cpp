// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/measures_flow.h"

#include "app/run_moment.h"
#include "widgets/display_text.h"
#include "widgets/measures_panel.h"

#include <QEvent>

#include <algorithm>
#include <chrono>

namespace collapsar {
namespace {

constexpr int gatherMilliseconds = 150;
constexpr double shortestPause = 4;  // seconds between questions about one run while it trains
constexpr double pauseShare = 4;     // and so many times as long as one answer about each run takes
constexpr std::size_t mostAnswers = 400;
constexpr double progressStep = 0.02;

bool isTraining(const RunView& view) {
    return view.state.phase == RunPhase::Training || view.isFollowed;
}

bool hasBegun(const RunView& view) {
    if (view.state.phase != RunPhase::Preparing && view.state.phase != RunPhase::Ready) return true;
    return std::ranges::any_of(view.events, [](const Event& event) { return event.kind == EventKind::Checkpoint; });
}

QString problemText(const Error& error) {
    if (error.code == ErrorCode::FileMissing) return MeasuresFlow::tr("no checkpoint yet");
    return errorText(error);
}

}  // namespace

MeasuresFlow::MeasuresFlow(Session& session, MeasuresPanel& page, QObject* parent)
    : QObject(parent), m_session(session), m_page(page) {
    for (QTimer* timer : {&m_refresh, &m_pace}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &MeasuresFlow::refresh);
    }
    m_refresh.setInterval(gatherMilliseconds);
    page.installEventFilter(this);
    connectSession();
    rebuild();
}

MeasuresFlow::~MeasuresFlow() = default;

void MeasuresFlow::connectSession() {
    const auto later = [this] {
        if (!m_refresh.isActive()) m_refresh.start();
    };
    connect(&m_session, &Session::runsReplaced, this, &MeasuresFlow::rebuild);
    connect(&m_session, &Session::runAdded, this, &MeasuresFlow::addRun);
    connect(&m_session, &Session::runReloaded, this, [this](int run) {
        forget(run);
        addRun(run);
    });
    connect(&m_session, &Session::runChanged, this, later);
    connect(&m_session, &Session::stateChanged, this, later);
    connect(&m_session, &Session::happened, this, later);
    connect(&m_session, &Session::measured, this, [this, later](int run, const std::vector<Measurement>& points) {
        addPoints(run, points);
        later();
    });
}

void MeasuresFlow::rebuild() {
    stopAsking();
    m_paths.clear();
    m_known.clear();
    m_answers.clear();
    m_page.clear();
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run)
        addRun(run);
    m_refresh.start();
}

void MeasuresFlow::addRun(int run) {
    m_paths.resize(m_session.runs().size());
    m_known.resize(m_session.runs().size());
    m_paths[static_cast<std::size_t>(run)].clear();
    for (const auto& piece : m_session.runs()[static_cast<std::size_t>(run)].points.pieces())
        addPoints(run, piece);
    m_refresh.start();
}

void MeasuresFlow::forget(int run) {
    if (m_asked && m_asked->run == run) stopAsking();
    m_known[static_cast<std::size_t>(run)] = {};
    std::erase_if(m_answers, [run](const auto& answer) { return answer.first.first == run; });
}

void MeasuresFlow::addPoints(int run, std::span<const Measurement> points) {
    addRatePoints(m_paths[static_cast<std::size_t>(run)], points,
                  m_session.runs()[static_cast<std::size_t>(run)].plan.settings.latent);
}

void MeasuresFlow::setCursor(const TimeCursor& cursor) {
    if (m_cursor == cursor) return;
    const bool isMove = !cursor.isLive || !m_cursor.isLive;
    m_cursor = cursor;
    if (isMove) m_refresh.start();  // anew: while the cursor is dragged nothing is asked
}

bool MeasuresFlow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show) refresh();
    if (event->type() == QEvent::Hide) stopAsking();
    return QObject::eventFilter(watched, event);
}

void MeasuresFlow::stopAsking() {
    m_question.cancel();
    m_asked.reset();
    ++m_ticket;
    m_page.setProgress({}, 0);
}

void MeasuresFlow::refresh() {
    m_refresh.stop();
    if (!m_page.isVisible()) return;
    if (m_asked && !(m_asked->key == keyOf(m_asked->run)) && !m_cursor.isLive) stopAsking();
    showPaths();
    askNext();
    showMeasured();
}

std::vector<int> MeasuresFlow::measuredRuns() const {
    std::vector<int> runs;
    for (int run = 0; run < static_cast<int>(m_session.runs().size()); ++run) {
        const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
        if (view.isShown && !view.isDiscarded) runs.push_back(run);
    }
    return runs;
}

/// What a fork has from a parent that is shown is drawn by the parent.
RatePath MeasuresFlow::pathOf(int run) const {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    const std::vector<RatePoint>& all = m_paths[static_cast<std::size_t>(run)];
    const std::int64_t last = placeOf(run).update;
    const auto end = std::ranges::find_if(all, [last](const RatePoint& point) { return point.update > last; });
    auto begin = all.begin();
    if (view.parentRun >= 0 && m_session.runs()[static_cast<std::size_t>(view.parentRun)].isShown) {
        while (begin != end && begin + 1 != end && (begin + 1)->update <= view.parentAt.update)
            ++begin;
    }
    return {runIdentity(run, view), {begin, end}};
}

void MeasuresFlow::showPaths() {
    std::vector<RatePath> paths;
    for (const int run : measuredRuns())
        paths.push_back(pathOf(run));
    m_page.setPaths(std::move(paths));
}

void MeasuresFlow::showMeasured() {
    std::vector<MeasuredRun> runs;
    for (const int run : measuredRuns()) {
        const Known& known = m_known[static_cast<std::size_t>(run)];
        runs.push_back(
            {run, runIdentity(run, m_session.runs()[static_cast<std::size_t>(run)]), known.details, known.problem});
    }
    m_page.setMeasured(std::move(runs));
}

Position MeasuresFlow::placeOf(int run) const {
    const std::int64_t now = m_session.runs()[static_cast<std::size_t>(run)].state.at.update;
    return wholeUpdate(m_cursor.isLive ? now : std::min(now, m_cursor.update));
}

Position MeasuresFlow::keyOf(int run) const {
    const Position place = placeOf(run);
    const Event* checkpoint = checkpointFor(m_session.runs()[static_cast<std::size_t>(run)], place);
    return checkpoint ? checkpoint->at : place;
}

/// While it trains, a run that was asked about before waits for a while.
bool MeasuresFlow::mustWait(int run) const {
    const Known& known = m_known[static_cast<std::size_t>(run)];
    const bool isLive = m_cursor.isLive && isTraining(m_session.runs()[static_cast<std::size_t>(run)]);
    if (!isLive || !known.since.isValid()) return false;
    double round = 0;
    for (const int each : measuredRuns())
        round += m_known[static_cast<std::size_t>(each)].seconds;
    return 0.001 * static_cast<double>(known.since.elapsed()) < std::max(shortestPause, pauseShare * round);
}

/// Takes an answer that was given before.
bool MeasuresFlow::isDue(int run) {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    Known& known = m_known[static_cast<std::size_t>(run)];
    const Position key = keyOf(run);
    if (view.folder.empty() || !hasBegun(view) || known.answered == key) return false;
    const auto before = m_answers.find({run, key});
    if (before == m_answers.end()) return true;
    known.details = before->second;
    known.problem.clear();
    known.answered = key;
    return false;
}

/// Whether it is longer ago that there was an answer about `run` than about `other`.
bool MeasuresFlow::isLonger(int run, int other) const {
    const QElapsedTimer& since = m_known[static_cast<std::size_t>(run)].since;
    const QElapsedTimer& otherSince = m_known[static_cast<std::size_t>(other)].since;
    if (!since.isValid() || !otherSince.isValid()) return !since.isValid() && otherSince.isValid();
    return since.msecsTo(otherSince) > 0;
}

void MeasuresFlow::askNext() {
    const std::vector<int> runs = measuredRuns();
    if (m_asked && std::ranges::find(runs, m_asked->run) == runs.end()) stopAsking();
    bool isWaiting = false;
    int next = -1;
    for (const int run : runs) {
        if (!isDue(run)) continue;
        if (mustWait(run))
            isWaiting = true;
        else if (next < 0 || isLonger(run, next))
            next = run;
    }
    if (next >= 0 && !m_asked) ask(next);
    if (isWaiting && !m_pace.isActive()) m_pace.start(static_cast<int>(1000 * shortestPause / 4));
}

void MeasuresFlow::ask(int run) {
    const RunView& view = m_session.runs()[static_cast<std::size_t>(run)];
    const Asked asked{run, keyOf(run)};
    const ModelPlace place{view.folder, placeOf(run), Nearness::Checkpoint};
    const QString name = QString::fromStdString(view.plan.name);
    m_asked = asked;
    const int ticket = ++m_ticket;
    m_page.setProgress(name, 0);
    const auto told = [this, ticket, name](double fraction) {
        if (ticket == m_ticket) m_page.setProgress(name, fraction);
    };
    m_question.ask(
        [this, place, told, &engine = m_session.engine()](const std::atomic<bool>& cancelled) {
            const auto begun = std::chrono::steady_clock::now();
            double last = 0;
            const auto progress = [&](double fraction, const std::string&) {
                if (fraction >= last + progressStep) {
                    last = fraction;
                    QMetaObject::invokeMethod(
                        this, [told, fraction] { told(fraction); }, Qt::QueuedConnection);
                }
                return !cancelled;
            };
            Result<RunDetailsPointer> details = engine.details(place, progress);
            return Answer{std::move(details),
                          std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count()};
        },
        [this, asked](const Answer& answer) { take(asked, answer); });
}

void MeasuresFlow::take(const Asked& asked, const Answer& answer) {
    m_asked.reset();
    Known& known = m_known[static_cast<std::size_t>(asked.run)];
    known.seconds = answer.seconds;
    known.since.start();
    known.answered = asked.key;
    if (answer.details.ok()) {
        if (m_answers.size() >= mostAnswers) m_answers.clear();
        m_answers[{asked.run, asked.key}] = answer.details.value();
        known.details = answer.details.value();
    }
    known.problem = answer.details.ok() ? QString() : problemText(answer.details.error());
    m_page.setProgress({}, 0);
    refresh();
}

}  // namespace collapsar
