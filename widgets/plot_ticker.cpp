// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_ticker.h"

#include <qcustomplot.h>

#include <cmath>

namespace collapsar {
namespace {

class PlotTicker : public QCPAxisTicker {
public:
    explicit PlotTicker(TickValues values) : m_values(values) {}

protected:
    double getTickStep(const QCPRange& range) override {
        m_step = QCPAxisTicker::getTickStep(range);
        if (m_values == TickValues::Integer) m_step = std::max(1.0, std::ceil(m_step - 1e-9));
        return m_step;
    }

    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return tickLabel(tick, m_step, locale);
    }

private:
    TickValues m_values;
    double m_step = 1;
};

}  // namespace

QString tickLabel(double value, double step, const QLocale& locale) {
    if (std::abs(value) < 1e-6 * step) value = 0;
    if (std::abs(value) >= 1e7 || (step > 0 && step < 1e-4)) return locale.toString(value, 'g', 4);
    const double magnitude = std::floor(std::log10(step) + 1e-9);
    int digits = std::max(0, -static_cast<int>(magnitude));
    const double scaled = step * std::pow(10, digits);
    if (std::abs(scaled - std::round(scaled)) > 1e-6) ++digits;
    return locale.toString(value, 'f', digits);
}

void setTicks(QCPAxis& axis, int count, TickValues values) {
    auto ticker = QSharedPointer<PlotTicker>::create(values);
    ticker->setTickCount(count);
    ticker->setTickStepStrategy(QCPAxisTicker::tssReadability);
    axis.setTicker(ticker);
}

}  // namespace collapsar
