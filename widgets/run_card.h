// SPDX-License-Identifier: GPL-3.0-or-later
/// The card of one run on the stage: who it is, what is seen, the four numbers, the posterior mean space and a
/// sentence.
#pragma once

#include "widgets/card_moment.h"
#include "widgets/plot_theme.h"
#include "widgets/verdict_latch.h"

#include <QFrame>

class QLabel;
class QLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace collapsar {

class PosteriorPlot;
class RunChip;

enum class SnapshotArrival {
    Live,    ///< one of a stream: the badge waits for three alike
    Settled  ///< of a run that was opened, or replayed: the badge follows at once
};

class RunCard : public QFrame {
    Q_OBJECT

public:
    enum class Density { Full, Compact };  ///< Compact: the sentence only on hover (five or six runs)

    explicit RunCard(QWidget* parent = nullptr);

    void setIdentity(const RunIdentity& identity);
    void setTheme(const PlotTheme& theme);
    void setDensity(Density density);
    void setState(const RunState& state);
    void setMeasurement(const Measurement& measurement);
    void setSnapshot(const SnapshotPointer& snapshot, SnapshotArrival arrival = SnapshotArrival::Live);
    /// Replay: the card as it was at the cursor, until the next moment that is live. Live snapshots, measurements and
    /// events must not be given meanwhile; states may.
    void showMoment(const CardMoment& moment);
    /// Where a fork comes from: "from Basic at 480"; empty: no fork.
    void setOrigin(const QString& text);
    void setProbeTexts(const ProbeTexts& texts);
    /// The card only listens for switches that matter to its sentence.
    void addEvent(const Event& event);
    /// Forgets everything measured: before a reset.
    void clear();

    [[nodiscard]] PosteriorPlot* plot() const { return m_plot; }
    [[nodiscard]] VerdictKind shownVerdict() const { return m_latch.shown(); }
    [[nodiscard]] QString sentence() const;  ///< as shown
    [[nodiscard]] QString updateText() const;

Q_SIGNALS:
    void nameEdited(const QString& name);
    void cancelRequested();  ///< while the run is being prepared

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildName();
    QLayout* makeHeader();
    QLayout* makeNumbers();
    QWidget* makePreparing();
    QLabel* addNumber(QLayout* row, const QString& title);
    void fitName();
    void commitName();
    void showNumbers();
    [[nodiscard]] bool isLanguageModel() const { return m_state.settings.latent == 0; }
    void reserveNumbers();
    [[nodiscard]] QString lagText(const QString& number) const;
    void showUpdate();
    void showVerdict();
    void showSentence();
    void fitOrigin();
    void rewordMeasured();
    void rewordPast(std::span<const SnapshotPointer> pictures);
    void reserveSentence();
    void showPhase();

    RunState m_state;
    Measurement m_shown;  ///< the newest finite value of each number
    RunIdentity m_identity;
    QString m_measuredSentence;
    SnapshotPointer m_snapshot;
    VerdictLatch m_latch;
    RescueWatch m_rescue;
    Density m_density = Density::Full;
    bool m_isPast = false;  ///< showMoment() is in force
    QString m_originText;

    RunChip* m_chip = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_badge = nullptr;
    QLabel* m_update = nullptr;
    QLabel* m_kl = nullptr;
    QLabel* m_mi = nullptr;
    QLabel* m_active = nullptr;
    QLabel* m_lag = nullptr;
    QLabel* m_origin = nullptr;
    QStackedWidget* m_pages = nullptr;
    PosteriorPlot* m_plot = nullptr;
    QLabel* m_preparingText = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QLabel* m_sentence = nullptr;
};

}  // namespace collapsar
