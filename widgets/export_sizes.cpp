// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export_sizes.h"

#include <QCoreApplication>

namespace collapsar {
namespace {

struct NamedSize {
    const char* name;
    QSizeF millimetres;
};
constexpr NamedSize sizes[customSize] = {
    {QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Single column (85 mm)"), {85, 60}},
    {QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Double column (170 mm)"), {170, 100}},
    {QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Slide 16:9 (254 mm)"), {254, 142.9}},
};

}  // namespace

QString sizeName(int place) {
    const char* name = place < customSize ? sizes[place].name : QT_TRANSLATE_NOOP("collapsar::ExportDialog", "Custom");
    return QCoreApplication::translate("collapsar::ExportDialog", name);
}

QSizeF sizeOf(int place) {
    return sizes[place].millimetres;
}

int presetOf(const QSizeF& millimetres) {
    int place = 0;
    while (place < customSize && sizes[place].millimetres != millimetres)
        ++place;
    return place;
}

}  // namespace collapsar
