// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes an animated GIF frame by frame; holds two frames in memory. A frame after the first stores only the rectangle
/// that changed, and in it only the pixels that did.
#pragma once

#include "core/report/result.h"
#include "widgets/gif_palette.h"

#include <QImage>
#include <QString>
#include <memory>

class QIODevice;

namespace collapsar {

/// One thread. The device must be open and outlive the writer. Errors: FileUnwritable.
class GifWriter {
public:
    GifWriter(QIODevice& device, const QSize& size, GifPalette palette);
    ~GifWriter();

    /// Header, endless loop and comment.
    [[nodiscard]] Result<void> begin(const QString& comment);
    /// `frame` has the size given. Shown for `centiseconds`, 1 to 65535.
    [[nodiscard]] Result<void> add(const QImage& frame, int centiseconds);
    [[nodiscard]] Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace collapsar
