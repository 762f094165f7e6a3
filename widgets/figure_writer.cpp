// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure_writer.h"

#include "widgets/figure_axes.h"
#include "widgets/figure_layout.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

namespace collapsar {
namespace {

constexpr double pixelsPerInch = 120;  // layout unit: a 10 pixel label is 6 pt
constexpr double millimetresPerInch = 25.4;
constexpr int pdfResolution = 1200;
constexpr int edge = 10;
constexpr int titleHeight = 24;
constexpr int footerLine = 12;

QString creator() {
    return QStringLiteral("Collapsar " COLLAPSAR_VERSION);
}

/// What the footer and the metadata say.
QStringList told(const FigureRequest& request) {
    return request.notes + request.provenance;
}

QSize layoutSize(const QSizeF& millimetres) {
    const auto pixels = [](double side) {
        return static_cast<int>(std::lround(side / millimetresPerInch * pixelsPerInch));
    };
    return {pixels(millimetres.width()), pixels(millimetres.height())};
}

/// Breaks a line at spaces so that it fits; words longer than the width stay whole.
QStringList wrapped(const QString& line, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    QStringList lines;
    for (const QString& word : line.split(QLatin1Char(' '))) {
        if (!lines.isEmpty() && metrics.horizontalAdvance(lines.back() + QLatin1Char(' ') + word) <= width)
            lines.back() += QLatin1Char(' ') + word;
        else
            lines.push_back(word);
    }
    return lines;
}

/// The runs of all sources, each once, in order of creation.
std::vector<RunIdentity> allRuns(const std::vector<FigureSource*>& sources) {
    std::vector<RunIdentity> runs;
    for (const FigureSource* source : sources)
        for (const RunIdentity& run : source->figureRuns())
            if (std::find(runs.begin(), runs.end(), run) == runs.end()) runs.push_back(run);
    std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    return runs;
}

int drawHeader(QPainter& painter, const FigureRequest& request, const std::vector<FigureSource*>& sources, int width) {
    int top = edge;
    if (!request.title.isEmpty()) {
        painter.setFont(figureFont(14, QFont::Bold));
        painter.setPen(lightTheme().text);
        painter.drawText(QRect(edge, top, width - 2 * edge, titleHeight), Qt::AlignLeft | Qt::AlignTop, request.title);
        top += titleHeight;
    }
    const bool isNamedBelow = std::any_of(sources.begin(), sources.end(), [](const FigureSource* source) {
        return source->figureShape() == FigureShape::Square;
    });
    if (isNamedBelow) return top;
    const std::vector<RunIdentity> runs = allRuns(sources);
    int left = edge;
    for (const RunIdentity& run : runs) {
        if (left > edge && left + runKeyWidth(run) > width - edge) {
            left = edge;
            top += runNameHeight;
        }
        drawRunKey(painter, QPointF(left, top), run, lightTheme());
        left += runKeyWidth(run);
    }
    return runs.empty() ? top : top + runNameHeight + 2;
}

/// Returns where the footer begins.
int drawFooter(QPainter& painter, const FigureRequest& request, const QSize& size) {
    if (request.caption == FigureCaption::Hidden) return size.height() - edge;
    const QFont font = figureFont(9);
    QStringList lines;
    for (const QString& line : told(request))
        lines += wrapped(line, font, size.width() - 2 * edge);
    const int begin = size.height() - edge - footerLine * static_cast<int>(lines.size());
    painter.setFont(font);
    painter.setPen(lightTheme().secondary);
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(QRect(edge, begin + i * footerLine, size.width() - 2 * edge, footerLine),
                         Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
    return begin;
}

void drawFigure(QCPPainter& painter, const FigureRequest& request, const std::vector<FigureSource*>& sources) {
    const QSize size = layoutSize(request.millimetres);
    painter.fillRect(QRect(QPoint(0, 0), size), Qt::white);
    std::vector<FigureShape> shapes;
    for (const FigureSource* source : sources)
        shapes.push_back(source->figureShape());
    const int top = drawHeader(painter, request, sources, size.width());
    const int bottom = drawFooter(painter, request, size);
    const QRect area(edge, top, size.width() - 2 * edge, std::max(40, bottom - top - 4));
    const std::vector<QRect> cells = figureCells(area, shapes);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        QRect cell = cells[i];
        painter.save();
        if (shapes[i] == FigureShape::Square) {
            drawRunName(painter, cell.topLeft(), sources[i]->figureRuns().front(), lightTheme());
            cell.setTop(cell.top() + runNameHeight);
        }
        painter.translate(cell.topLeft());
        sources[i]->paintFigure(painter, cell.size());
        painter.restore();
    }
}

Error unwritable(const QString& path, const QString& reason) {
    return {ErrorCode::FileUnwritable,
            QStringLiteral("The figure \"%1\" could not be written: %2.").arg(path, reason).toStdString()};
}

Result<void> check(const FigureRequest& request, const std::vector<FigureSource*>& sources) {
    const auto isSide = [](double side) { return side >= 20 && side <= 2000; };
    if (sources.empty()) return Error{ErrorCode::InvalidSettings, "There is no plot to write."};
    if (!isSide(request.millimetres.width()) || !isSide(request.millimetres.height()))
        return Error{ErrorCode::InvalidSettings, "Both sides of a figure must be between 20 and 2000 mm."};
    if (request.format == FigureFormat::Png && (request.dpi < 36 || request.dpi > 1200))
        return Error{ErrorCode::InvalidSettings, "The resolution of a figure must be between 36 and 1200 dpi."};
    return {};
}

void setVector(QCPPainter& painter) {
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
}

QString writePng(QSaveFile& file, const FigureRequest& request, const std::vector<FigureSource*>& sources) {
    const double scale = request.dpi / pixelsPerInch;
    const QSizeF pixels = request.millimetres * (request.dpi / millimetresPerInch);
    QImage image(pixels.toSize(), QImage::Format_RGB32);
    if (image.isNull()) return QStringLiteral("the picture is too large for the memory, choose a smaller size or dpi");
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(std::lround(request.dpi / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), request.title);
    image.setText(QStringLiteral("Software"), creator());
    image.setText(QStringLiteral("Description"), told(request).join(QLatin1Char('\n')));
    QCPPainter painter;
    painter.begin(&image);
    setVector(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    drawFigure(painter, request, sources);
    painter.end();
    QImageWriter writer(&file, "png");
    return writer.write(image) ? QString() : writer.errorString();
}

QString writeSvg(QSaveFile& file, const FigureRequest& request, const std::vector<FigureSource*>& sources) {
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(static_cast<int>(pixelsPerInch));
    generator.setSize(layoutSize(request.millimetres));
    generator.setViewBox(QRect(QPoint(0, 0), layoutSize(request.millimetres)));
    // The generator writes both as they are.
    generator.setTitle((request.title.isEmpty() ? creator() : request.title).toHtmlEscaped());
    generator.setDescription((QStringList{creator()} + told(request)).join(QLatin1Char('\n')).toHtmlEscaped());
    QCPPainter painter;
    if (!painter.begin(&generator)) return QStringLiteral("the SVG writer did not start");
    setVector(painter);
    drawFigure(painter, request, sources);
    painter.end();
    return {};
}

QString writePdf(QSaveFile& file, const FigureRequest& request, const std::vector<FigureSource*>& sources) {
    QPdfWriter writer(&file);
    writer.setResolution(pdfResolution);
    writer.setPageSize(QPageSize(request.millimetres, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle((QStringList{request.title} + told(request)).join(QStringLiteral(" | ")));
    writer.setCreator(creator());
    QCPPainter painter;
    if (!painter.begin(&writer)) return QStringLiteral("the PDF writer did not start");
    setVector(painter);
    painter.scale(pdfResolution / pixelsPerInch, pdfResolution / pixelsPerInch);
    drawFigure(painter, request, sources);
    painter.end();
    return {};
}

}  // namespace

bool figureFormatOf(const QString& fileName, FigureFormat& format) {
    const std::pair<const char*, FigureFormat> suffixes[] = {
        {".pdf", FigureFormat::Pdf}, {".svg", FigureFormat::Svg}, {".png", FigureFormat::Png}};
    for (const auto& [suffix, its] : suffixes) {
        if (!fileName.endsWith(QLatin1String(suffix), Qt::CaseInsensitive)) continue;
        format = its;
        return true;
    }
    return false;
}

Result<void> writeFigure(const QString& path, const FigureRequest& request, const std::vector<FigureSource*>& sources) {
    if (Result<void> checked = check(request, sources); !checked) return checked;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return unwritable(path, file.errorString());
    QString problem;
    switch (request.format) {
        case FigureFormat::Png:
            problem = writePng(file, request, sources);
            break;
        case FigureFormat::Svg:
            problem = writeSvg(file, request, sources);
            break;
        case FigureFormat::Pdf:
            problem = writePdf(file, request, sources);
            break;
    }
    if (!problem.isEmpty()) {
        file.cancelWriting();
        return unwritable(path, problem);
    }
    if (!file.commit()) return unwritable(path, file.errorString());
    return {};
}

}  // namespace collapsar
