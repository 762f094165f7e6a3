// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_theme.h"

#include <QTest>
#include <array>
#include <cmath>

using namespace collapsar;

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

/// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
constexpr Matrix protanopia = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix normal = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

double toLinear(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
double toSrgb(double v) {
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

Vector times(const Matrix& m, const Vector& v) {
    Vector out{};
    for (std::size_t r = 0; r < 3; ++r)
        out[r] = m[r][0] * v[0] + m[r][1] * v[1] + m[r][2] * v[2];
    return out;
}

Vector seenLinear(const QColor& colour, const Matrix& vision) {
    Vector seen = times(vision, {toLinear(colour.redF()), toLinear(colour.greenF()), toLinear(colour.blueF())});
    for (double& channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    return seen;
}

QColor seen(const QColor& colour, const Matrix& vision) {
    const Vector v = seenLinear(colour, vision);
    return QColor::fromRgbF(static_cast<float>(toSrgb(v[0])), static_cast<float>(toSrgb(v[1])),
                            static_cast<float>(toSrgb(v[2])));
}

/// CIE 1976 L*a*b*, D65.
Vector lab(const QColor& colour, const Matrix& vision) {
    constexpr Matrix toXyz = {
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Vector xyz = times(toXyz, seenLinear(colour, vision));
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor& a, const QColor& b, const Matrix& vision) {
    const Vector p = lab(a, vision), q = lab(b, vision);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

}  // namespace

class TestPlotTheme : public QObject {
    Q_OBJECT

private slots:
    void contrastRatio_agreesWithPublishedValues() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor("#767676"), Qt::white) - 4.54) < 0.005);  // WCAG's AA grey
    }

    void colours_stand_out_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void colours_stand_out() {
        QFETCH(bool, dark);
        const PlotTheme& theme = dark ? darkTheme() : lightTheme();
        for (const Matrix& vision : {normal, protanopia, deuteranopia, tritanopia}) {
            const auto check = [&vision](const QColor& front, const QColor& back) {
                return contrastRatio(seen(front, vision), seen(back, vision)) >= 3;
            };
            for (const QColor& text : {theme.text, theme.secondary, theme.accent}) {
                QVERIFY2(check(text, theme.card), qPrintable(text.name()));
                QVERIFY2(check(text, theme.window), qPrintable(text.name()));
            }
            QVERIFY(check(theme.axis, theme.card));
            QVERIFY(check(theme.good, theme.goodBack));
            QVERIFY(check(theme.bad, theme.badBack));
            QVERIFY(check(theme.onAccent, theme.accent));
            for (int i = 0; i < runColourCount; ++i)
                QVERIFY2(check(runColour(theme, i), theme.card), qPrintable(QString::number(i)));
        }
    }

    /// Measure: CIE76 colour difference of the simulated colours (2.3 is just noticeable side by side). In every vision
    /// the first two runs, which the demo shows, differ by at least 40 and the first four by 11; in normal vision any
    /// two by 10. From the fifth run on some pairs look alike to colour-blind eyes (vermilion and orange): there marker
    /// and dash, which are different for every pair, tell them apart.
    void runColours_stayDifferentForColourBlindEyes_data() { colours_stand_out_data(); }
    void runColours_stayDifferentForColourBlindEyes() {
        QFETCH(bool, dark);
        const PlotTheme& theme = dark ? darkTheme() : lightTheme();
        const std::array<Matrix, 4> visions{normal, protanopia, deuteranopia, tritanopia};
        for (const Matrix& vision : visions) {
            for (int a = 0; a < runColourCount; ++a) {
                for (int b = a + 1; b < runColourCount; ++b) {
                    const double apart = distance(runColour(theme, a), runColour(theme, b), vision);
                    const double least = b < 2 ? 40 : b < 4 ? 11 : &vision == visions.begin() ? 10 : 0;
                    QVERIFY2(apart >= least, qPrintable(QStringLiteral("%1 %2: %3").arg(a).arg(b).arg(apart)));
                }
            }
        }
    }

    void markersAndDashes_areDifferentForEightRuns() {
        for (int a = 0; a < runColourCount; ++a) {
            for (int b = a + 1; b < runColourCount; ++b) {
                QVERIFY(runMarker(a) != runMarker(b));
                QVERIFY(runDash(a) != runDash(b));
            }
        }
        QCOMPARE(runColour(lightTheme(), 8), runColour(lightTheme(), 0));
        QCOMPARE(runColour(lightTheme(), -1), runColour(lightTheme(), 7));
    }

    void system_followsThePalette() {
        QVERIFY(!isDarkPalette(themePalette(lightTheme())));
        QVERIFY(isDarkPalette(themePalette(darkTheme())));
        QVERIFY(themeFor(ThemeMode::System, themePalette(darkTheme())).isDark);
        QVERIFY(!themeFor(ThemeMode::System, themePalette(lightTheme())).isDark);
        QVERIFY(themeFor(ThemeMode::Dark, themePalette(lightTheme())).isDark);
        QVERIFY(!themeFor(ThemeMode::Light, themePalette(darkTheme())).isDark);
    }

    void styleSheet_hasNoTokenLeft() {
        QVERIFY(!appStyleSheet(lightTheme()).contains('@'));
        QVERIFY(appStyleSheet(darkTheme()).contains(darkTheme().card.name()));
    }

    void chip_hasTheRunsColour() {
        const QImage chip = runChip(lightTheme(), 1, 10, 1).toImage();
        QCOMPARE(chip.pixelColor(5, 5), runColour(lightTheme(), 1));
        QCOMPARE(chip.pixelColor(0, 0).alpha() < 255, true);
    }
};

QTEST_MAIN(TestPlotTheme)
#include "tst_plot_theme.moc"
