// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/animation_writer.h"

#include "widgets/gif_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr int mostFrames = 20000;
constexpr int restCentiseconds = 200;  // at the end, before the loop begins again
constexpr QSize smallest{160, 120};
constexpr QSize largest{3840, 2160};

Error refused(const char* detail) {
    return {ErrorCode::InvalidSettings, detail};
}

Error unwritable(const QString& path, const QString& reason) {
    return {ErrorCode::FileUnwritable,
            QStringLiteral("The animation \"%1\" could not be written: %2.").arg(path, reason).toStdString()};
}

Error interrupted() {
    return {ErrorCode::Interrupted, "The animation was cancelled; nothing was written."};
}

Result<void> check(const AnimationRequest& request) {
    const QSize& size = request.pixels;
    if (size.width() < smallest.width() || size.height() < smallest.height() || size.width() > largest.width() ||
        size.height() > largest.height())
        return refused("The size of an animation must be between 160 x 120 and 3840 x 2160 pixels.");
    if (!(request.framesPerSecond >= 1 && request.framesPerSecond <= 50))
        return refused("An animation has 1 to 50 frames per second.");
    if (!(request.updatesPerFrame >= 0) || !std::isfinite(request.updatesPerFrame))
        return refused("The updates per frame of an animation must be above zero.");
    return {};
}

/// Everything that a frame of this look may be made of.
GifPalette paletteFor(const ReplayScene& scene) {
    const PlotTheme& theme = scene.look().theme;
    std::vector<ColourRamp> ramps{{theme.card, theme.text, 4},     {theme.card, theme.secondary, 3},
                                  {theme.card, theme.axis, 2},     {theme.card, theme.line, 1},
                                  {theme.card, theme.grid, 1},     {theme.goodBack, theme.good, 2},
                                  {theme.badBack, theme.bad, 2},   {theme.grid, theme.secondary, 1},
                                  {theme.card, theme.goodBack, 1}, {theme.card, theme.badBack, 1}};
    for (const RunIdentity& run : scene.identities())
        ramps.push_back({theme.card, runColour(theme, run.index), 5});
    return GifPalette(ramps);
}

/// What both kinds of file are made from.
struct Film {
    const AnimationRequest& request;
    const ReplayScene& scene;
    const std::vector<std::int64_t>& updates;
    const std::stop_token& stop;
    const AnimationProgress& progress;

    [[nodiscard]] int count() const { return static_cast<int>(updates.size()); }
    [[nodiscard]] QString comment() const {
        return (QStringList{request.title} + request.provenance).join(QLatin1Char('\n')).trimmed();
    }
    /// Draws all frames, one after the other, and hands each to `take(image, index)`.
    template <class Take>
    [[nodiscard]] Result<void> play(Take take) const {
        for (int index = 0; index < count(); ++index) {
            if (stop.stop_requested()) return interrupted();
            const QImage frame = scene.frame(updates[static_cast<std::size_t>(index)]);
            if (frame.isNull()) return unwritable(request.path, QStringLiteral("there is no memory for a frame"));
            if (Result<void> taken = take(frame, index); !taken) return taken;
            if (progress) progress(index + 1, count());
        }
        return stop.stop_requested() ? Result<void>(interrupted()) : Result<void>();
    }
};

Result<std::int64_t> writeGif(const Film& film) {
    const QString& path = film.request.path;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return unwritable(path, file.errorString());
    GifWriter writer(file, film.request.pixels, paletteFor(film.scene));
    Result<void> done = writer.begin(film.comment());
    if (done)
        done = film.play([&](const QImage& frame, int index) {
            return writer.add(frame, frameDelay(index, film.count(), film.request.framesPerSecond));
        });
    if (done) done = writer.finish();
    const std::int64_t bytes = file.size();
    if (!done) {
        file.cancelWriting();
        return done.error();
    }
    if (!file.commit()) return unwritable(path, file.errorString());
    return bytes;
}

/// The folder may be there already, but nothing in it: a sequence never mixes with another.
Result<std::int64_t> writeSequence(const Film& film) {
    const QString path = QDir::cleanPath(QFileInfo(film.request.path).absoluteFilePath());
    if (QFileInfo(path).isFile()) return unwritable(path, QStringLiteral("a file of this name is in the way"));
    if (QDir(path).exists() && !QDir(path).isEmpty())
        return unwritable(path, QStringLiteral("the folder is not empty, choose a new one"));
    QTemporaryDir folder(path + QStringLiteral(".part-XXXXXX"));
    if (!folder.isValid()) return unwritable(path, folder.errorString());
    std::int64_t bytes = 0;
    const Result<void> done = film.play([&](const QImage& frame, int index) -> Result<void> {
        const QString name = folder.filePath(QStringLiteral("frame-%1.png").arg(index + 1, 5, 10, QLatin1Char('0')));
        QImage named = frame;
        named.setText(QStringLiteral("Software"), QStringLiteral("Collapsar " COLLAPSAR_VERSION));
        named.setText(
            QStringLiteral("Description"),
            QStringLiteral("update %1\n").arg(film.updates[static_cast<std::size_t>(index)]) + film.comment());
        QImageWriter writer(name, "png");
        if (!writer.write(named)) return unwritable(name, writer.errorString());
        bytes += QFileInfo(name).size();
        return {};
    });
    if (!done) return done.error();
    QDir().rmdir(path);
    if (!QDir().rename(folder.path(), path)) return unwritable(path, QStringLiteral("it cannot be put in place"));
    folder.setAutoRemove(false);
    QFile::setPermissions(path, QFile::permissions(QFileInfo(path).absolutePath()));
    return bytes;
}

}  // namespace

int frameDelay(int index, int count, double framesPerSecond) {
    const auto at = [framesPerSecond](int frame) { return std::lround(100.0 * frame / framesPerSecond); };
    return static_cast<int>(at(index + 1) - at(index)) + (index + 1 == count ? restCentiseconds : 0);
}

Result<std::vector<std::int64_t>> animationFrames(const AnimationRequest& request, const std::vector<FigureRun>& runs) {
    if (Result<void> checked = check(request); !checked) return checked.error();
    const std::optional<UpdateSpan> known = spanOf(runs);
    if (!known) return refused("There is nothing to animate: the runs hold no measurements.");
    UpdateSpan range = request.range.value_or(*known);
    range = {std::max(range.first, known->first), std::min(range.last, known->last)};
    if (range.last <= range.first)
        return refused("There is nothing to animate: the range must begin before it ends, inside what the runs hold.");
    const auto length = static_cast<double>(range.last - range.first);
    double step = request.updatesPerFrame;
    if (step <= 0) step = std::max(1.0, std::ceil(length / (AnimationRequest::usualSeconds * request.framesPerSecond)));
    if (length / step + 1 > mostFrames)
        return refused("The animation would have more than 20,000 frames; make it faster or its range shorter.");
    std::vector<std::int64_t> updates;
    for (int i = 0; i * step < length; ++i)
        updates.push_back(range.first + static_cast<std::int64_t>(std::floor(i * step)));
    updates.push_back(range.last);
    return updates;
}

Result<AnimationReport> writeAnimation(const AnimationRequest& request, const std::vector<FigureRun>& runs,
                                       const std::stop_token& stop, const AnimationProgress& progress) {
    const Result<std::vector<std::int64_t>> updates = animationFrames(request, runs);
    if (!updates) return updates.error();
    const ReplayScene scene(runs,
                            {.theme = request.theme == ThemeMode::Dark ? darkTheme() : lightTheme(),
                             .pixels = request.pixels,
                             .curves = request.curves,
                             .title = request.title},
                            {updates.value().front(), updates.value().back()});
    const Film film{request, scene, updates.value(), stop, progress};
    const Result<std::int64_t> bytes = request.format == AnimationFormat::Gif ? writeGif(film) : writeSequence(film);
    if (!bytes) return bytes.error();
    return AnimationReport{film.count(), film.count() / request.framesPerSecond, bytes.value()};
}

}  // namespace collapsar
