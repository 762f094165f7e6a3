// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes plots as a figure for print: PNG, SVG or PDF of a real size, light theme, provenance as text and metadata.
#pragma once

#include "core/report/result.h"
#include "widgets/figure_source.h"

#include <QSizeF>
#include <QString>
#include <QStringList>
#include <vector>

namespace collapsar {

enum class FigureFormat { Png, Svg, Pdf };
enum class FigureCaption { Shown, Hidden };  ///< Hidden: notes and provenance in the metadata alone

struct FigureRequest {
    QSizeF millimetres = {180, 120};
    int dpi = 300;  ///< PNG only; the others are vectors
    FigureFormat format = FigureFormat::Pdf;
    QString title;           ///< first line, bold; may be empty
    QStringList notes;       ///< footer: how the figure is to be read
    QStringList provenance;  ///< footer: run, update, seed, switches, program and version
    FigureCaption caption = FigureCaption::Shown;
};

/// By suffix of a file name, .pdf, .svg, .png; false when it is none of them.
[[nodiscard]] bool figureFormatOf(const QString& fileName, FigureFormat& format);

/// One plot fills the figure; several are laid out as on the stage: square ones in rows above, wide ones below.
/// Atomic: a failed write leaves an older file as it was. GUI thread.
/// errors  InvalidSettings: no source, a side outside 20 to 2000 mm, dpi outside 36 to 1200. FileUnwritable.
[[nodiscard]] Result<void> writeFigure(const QString& path, const FigureRequest& request,
                                       const std::vector<FigureSource*>& sources);

}  // namespace collapsar
