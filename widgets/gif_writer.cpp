// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gif_writer.h"

#include <gif_lib.h>

#include <QIODevice>
#include <QRect>
#include <algorithm>
#include <utility>
#include <vector>

namespace collapsar {
namespace {

constexpr int paletteSize = 256;

int writeBytes(GifFileType* gif, const GifByteType* bytes, int count) {
    auto* device = static_cast<QIODevice*>(gif->UserData);
    return static_cast<int>(device->write(reinterpret_cast<const char*>(bytes), count));
}

Error failure(int code) {
    const char* reason = GifErrorString(code);
    return {ErrorCode::FileUnwritable,
            std::string("The animation could not be written: ") + (reason ? reason : "unknown reason") + '.'};
}

}  // namespace

struct GifWriter::State {
    QIODevice& device;
    QSize size;
    GifPalette palette;
    GifFileType* gif = nullptr;
    std::vector<GifByteType> shown;  ///< size.width() * size.height(), empty before the first frame
    std::vector<GifByteType> next;

    [[nodiscard]] GifByteType* line(std::vector<GifByteType>& frame, int y) const {
        return frame.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width());
    }
    void quantise(const QImage& frame);
    /// Turns what did not change into transparent pixels; the rectangle that holds all changes, one pixel at least.
    [[nodiscard]] QRect keepChanges(std::vector<GifByteType>& changes);
    [[nodiscard]] bool putFrame(std::vector<GifByteType>& pixels, const QRect& place, int centiseconds);
};

void GifWriter::State::quantise(const QImage& frame) {
    next.resize(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    QRgb last = 0;
    GifByteType found = palette.nearest(last);
    for (int y = 0; y < size.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(frame.constScanLine(y));
        GifByteType* to = line(next, y);
        for (int x = 0; x < size.width(); ++x) {
            if (from[x] != last) {
                last = from[x];
                found = palette.nearest(last);
            }
            to[x] = found;
        }
    }
}

QRect GifWriter::State::keepChanges(std::vector<GifByteType>& changes) {
    QRect changed;
    for (int y = 0; y < size.height(); ++y) {
        const GifByteType* before = line(shown, y);
        GifByteType* after = line(changes, y);
        int first = size.width();
        int last = -1;
        for (int x = 0; x < size.width(); ++x) {
            if (before[x] == after[x]) {
                after[x] = GifPalette::transparent;
                continue;
            }
            first = std::min(first, x);
            last = x;
        }
        if (last >= 0) changed |= QRect(QPoint(first, y), QPoint(last, y));
    }
    return changed.isEmpty() ? QRect(0, 0, 1, 1) : changed;
}

bool GifWriter::State::putFrame(std::vector<GifByteType>& pixels, const QRect& place, int centiseconds) {
    GraphicsControlBlock control{};
    control.DisposalMode = DISPOSE_DO_NOT;
    control.DelayTime = std::clamp(centiseconds, 1, 65535);
    control.TransparentColor = shown.empty() ? NO_TRANSPARENT_COLOR : GifPalette::transparent;
    GifByteType extension[4];
    EGifGCBToExtension(&control, extension);
    if (EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, extension) == GIF_ERROR) return false;
    if (EGifPutImageDesc(gif, place.left(), place.top(), place.width(), place.height(), false, nullptr) == GIF_ERROR)
        return false;
    for (int y = place.top(); y <= place.bottom(); ++y)
        if (EGifPutLine(gif, line(pixels, y) + place.left(), place.width()) == GIF_ERROR) return false;
    return true;
}

GifWriter::GifWriter(QIODevice& device, const QSize& size, GifPalette palette)
    : m_state(std::make_unique<State>(State{device, size, std::move(palette), nullptr, {}, {}})) {}

GifWriter::~GifWriter() {
    int error = 0;
    if (m_state->gif) EGifCloseFile(m_state->gif, &error);
}

Result<void> GifWriter::begin(const QString& comment) {
    int error = 0;
    m_state->gif = EGifOpen(&m_state->device, writeBytes, &error);
    if (!m_state->gif) return failure(error);
    EGifSetGifVersion(m_state->gif, true);
    GifColorType colours[paletteSize] = {};
    for (std::size_t i = 0; i < m_state->palette.colours().size(); ++i) {
        const QRgb colour = m_state->palette.colours()[i];
        colours[i] = {static_cast<GifByteType>(qRed(colour)), static_cast<GifByteType>(qGreen(colour)),
                      static_cast<GifByteType>(qBlue(colour))};
    }
    ColorMapObject* map = GifMakeMapObject(paletteSize, colours);
    if (!map) return failure(E_GIF_ERR_NOT_ENOUGH_MEM);
    GifFileType* gif = m_state->gif;
    constexpr GifByteType endlessly[] = {1, 0, 0};
    const bool isWritten =
        EGifPutScreenDesc(gif, m_state->size.width(), m_state->size.height(), 8, 0, map) != GIF_ERROR &&
        EGifPutExtensionLeader(gif, APPLICATION_EXT_FUNC_CODE) != GIF_ERROR &&
        EGifPutExtensionBlock(gif, 11, "NETSCAPE2.0") != GIF_ERROR &&
        EGifPutExtensionBlock(gif, sizeof(endlessly), endlessly) != GIF_ERROR &&
        EGifPutExtensionTrailer(gif) != GIF_ERROR && EGifPutComment(gif, comment.toUtf8().constData()) != GIF_ERROR;
    GifFreeMapObject(map);
    if (!isWritten) return failure(gif->Error);
    return {};
}

Result<void> GifWriter::add(const QImage& frame, int centiseconds) {
    State& state = *m_state;
    if (!state.gif || frame.size() != state.size)
        return Error{ErrorCode::Internal, "A frame of another size than the animation's."};
    state.quantise(frame.convertToFormat(QImage::Format_RGB32));
    std::vector<GifByteType> changes = state.next;
    const QRect place = state.shown.empty() ? QRect(QPoint(0, 0), state.size) : state.keepChanges(changes);
    if (!state.putFrame(changes, place, centiseconds)) return failure(state.gif->Error);
    std::swap(state.shown, state.next);
    return {};
}

Result<void> GifWriter::finish() {
    int error = 0;
    GifFileType* gif = std::exchange(m_state->gif, nullptr);
    if (!gif || EGifCloseFile(gif, &error) == GIF_ERROR) return failure(error);
    return {};
}

}  // namespace collapsar
