// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/blas.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace collapsar;

namespace {

/// Debian keeps each BLAS in a folder of its own.
std::string libraryIn(const char* folder) {
    const QString file = QStringLiteral("/usr/lib/x86_64-linux-gnu/%1/libblas.so.3").arg(QString::fromLatin1(folder));
    return QFile::exists(file) ? file.toStdString() : std::string();
}

}  // namespace

class TestBlas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePlainLibraryIsKnown();
    void fastLibrariesAreNotCalledPlain_data();
    void fastLibrariesAreNotCalledPlain();
    void whatIsNoBlasIsNotPlain();
    void theDescriptionNamesWhatAnswers();
};

void TestBlas::thePlainLibraryIsKnown() {
    const std::string library = libraryIn("blas");
    if (library.empty()) QSKIP("the reference BLAS (libblas3) is not installed");
    QVERIFY(isReferenceBlasLibrary(library));
}

void TestBlas::fastLibrariesAreNotCalledPlain_data() {
    QTest::addColumn<QString>("folder");
    for (const char* folder : {"openblas-pthread", "openblas-openmp", "openblas-serial", "blis-pthread", "atlas"})
        QTest::newRow(folder) << folder;
}

/// OpenBLAS's own libblas.so.3 is told by what it loads, not by its name.
void TestBlas::fastLibrariesAreNotCalledPlain() {
    QFETCH(QString, folder);
    const std::string library = libraryIn(folder.toLatin1().constData());
    if (library.empty()) QSKIP("not installed");
    QVERIFY(!isReferenceBlasLibrary(library));
}

void TestBlas::whatIsNoBlasIsNotPlain() {
    QVERIFY(!isReferenceBlasLibrary("libm.so.6"));
    QVERIFY(!isReferenceBlasLibrary("/nowhere/libblas.so.3"));
    QVERIFY(!isReferenceBlasLibrary(""));
}

void TestBlas::theDescriptionNamesWhatAnswers() {
    const QString description = QString::fromStdString(blasDescription());
    QVERIFY2(description.startsWith(isReferenceBlas() ? "reference BLAS (" : "OpenBLAS "), qPrintable(description));
}

QTEST_APPLESS_MAIN(TestBlas)
#include "tst_blas.moc"
