// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/axis_scale.h"

#include "widgets/plot_ticker.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace collapsar {
namespace {

constexpr double fewDecades = 2;  // fewer in sight: round values instead of decades

QString superscript(int exponent) {
    static const QString digits = QStringLiteral("\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079");
    QString text;
    if (exponent < 0) text += QChar(0x207B);
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits[digit.digitValue()];
    return text;
}

/// A power of ten, or a round value that may stand beside one.
QString decadeLabel(double value, const QLocale& locale) {
    const double size = std::abs(value);
    if (size == 0) return locale.toString(0);
    if (size >= 1e-3 && size < 1e5) return locale.toString(value, 'g', 6);
    const int exponent = static_cast<int>(std::floor(std::log10(size) + 1e-9));
    const double mantissa = value / std::pow(10, exponent);
    const QString power = QStringLiteral("10") + superscript(exponent);
    if (std::abs(mantissa - 1) < 1e-9) return power;
    if (std::abs(mantissa + 1) < 1e-9) return locale.negativeSign() + power;
    return locale.toString(mantissa, 'g', 3) + QStringLiteral("\u00B7") + power;
}

class ScaledTicker : public QCPAxisTicker {
public:
    explicit ScaledTicker(const AxisScale& scale) : m_scale(scale) {}

protected:
    int getSubTickCount(double) override { return 0; }

    QVector<double> createTickVector(double, const QCPRange& range) override {
        m_valueStep = 0;
        QVector<double> ticks = range.size() > fewDecades ? decades(range) : roundValues(range);
        if (ticks.size() < 2 && m_valueStep == 0) ticks = roundValues(range);
        return ticks;
    }

    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        const double value = m_scale.value(tick);
        if (m_valueStep <= 0) return decadeLabel(rounded(value), locale);
        return tickLabel(std::round(value / m_valueStep) * m_valueStep, m_valueStep, locale);
    }

private:
    /// Whole places are 0 and powers of ten, both on a log scale and, with a threshold that is one, on a symlog scale.
    [[nodiscard]] QVector<double> decades(const QCPRange& range) const {
        const double stride = std::max(1.0, std::ceil(range.size() / std::max(1, mTickCount)));
        QVector<double> ticks;
        const bool isAnchored = m_scale.kind == ScaleKind::Symlog;  // zero is always a tick
        const double first = isAnchored ? std::ceil(range.lower / stride) * stride : std::ceil(range.lower);
        for (double place = first; place <= range.upper; place += stride)
            ticks.append(place);
        return ticks;
    }

    [[nodiscard]] QVector<double> roundValues(const QCPRange& range) {
        const QCPRange values(m_scale.value(range.lower), m_scale.value(range.upper));
        m_valueStep = QCPAxisTicker::getTickStep(values);
        QVector<double> ticks;
        if (!(m_valueStep > 0) || !std::isfinite(m_valueStep)) return ticks;
        const double last = std::floor(values.upper / m_valueStep + 1e-9);
        for (double at = std::ceil(values.lower / m_valueStep - 1e-9); at <= last; at += 1) {
            const double place = m_scale.place(at * m_valueStep);
            const bool hasRoom = ticks.isEmpty() || place - ticks.last() > 0.4 * range.size() / std::max(1, mTickCount);
            if (std::isfinite(place) && hasRoom) ticks.append(place);
        }
        return ticks;
    }

    /// Without the last digits that going to the place and back costs.
    static double rounded(double value) {
        if (std::abs(value) < 1e-300) return 0;
        const double unit = std::pow(10, std::floor(std::log10(std::abs(value)) + 1e-9) - 6);
        return std::round(value / unit) * unit;
    }

    AxisScale m_scale;
    double m_valueStep = 0;  ///< 0: decades
};

}  // namespace

double AxisScale::place(double value) const {
    switch (kind) {
        case ScaleKind::Log:
            return value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
        case ScaleKind::Symlog: {
            const double size = std::abs(value) / threshold;
            return std::copysign(size <= 1 ? size : 1 + std::log10(size), value);
        }
        case ScaleKind::Linear:
            break;
    }
    return value;
}

double AxisScale::value(double place) const {
    switch (kind) {
        case ScaleKind::Log:
            return std::pow(10, place);
        case ScaleKind::Symlog: {
            const double size = std::abs(place);
            return std::copysign(threshold * (size <= 1 ? size : std::pow(10, size - 1)), place);
        }
        case ScaleKind::Linear:
            break;
    }
    return place;
}

QString AxisScale::words() const {
    if (kind == ScaleKind::Log) return QCoreApplication::translate("AxisScale", "log");
    if (kind == ScaleKind::Linear) return {};
    return QCoreApplication::translate("AxisScale", "symlog, linear within \u00B1%1")
        .arg(QLocale().toString(threshold));
}

void setScaledTicks(QCPAxis& axis, int count, const AxisScale& scale) {
    auto ticker = QSharedPointer<ScaledTicker>::create(scale);
    ticker->setTickCount(count);
    ticker->setTickStepStrategy(QCPAxisTicker::tssReadability);
    axis.setTicker(ticker);
}

}  // namespace collapsar
