// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/placer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace trawl::engine;

class TestPlacer : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

private Q_SLOTS:
    void aPartGetsItsName()
    {
        QTemporaryDir dir;
        Placer placer(dir.path());
        write(dir.filePath(QStringLiteral("p")), "body");
        const auto name = placer.reserve(QStringLiteral("a.txt"));
        QCOMPARE(name, QStringLiteral("a.txt"));
        QCOMPARE(placer.place(dir.filePath(QStringLiteral("p")), name), Placed::Yes);
        QCOMPARE(read(dir.filePath(name)), QByteArray("body"));
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("p"))));
    }
    void noNameIsGivenTwice()
    {
        QTemporaryDir dir;
        Placer placer(dir.path());
        QSet<QString> names;
        for (int i = 0; i < 2000; ++i)
            names.insert(placer.reserve(QStringLiteral("index.html")));
        QCOMPARE(names.size(), 2000);
        QVERIFY(names.contains(QStringLiteral("index (1999).html")));
    }
    void thePersonsFileIsUntouched()
    {
        QTemporaryDir dir;
        Placer placer(dir.path());
        write(dir.filePath(QStringLiteral("a.txt")), "mine");
        QCOMPARE(placer.reserve(QStringLiteral("a.txt")), QStringLiteral("a (1).txt"));
        const auto late = placer.reserve(QStringLiteral("b.txt"));
        write(dir.filePath(late), "made meanwhile");
        write(dir.filePath(QStringLiteral("p")), "body");
        QCOMPARE(placer.place(dir.filePath(QStringLiteral("p")), late), Placed::Taken);
        QCOMPARE(read(dir.filePath(late)), QByteArray("made meanwhile"));
        QCOMPARE(read(dir.filePath(QStringLiteral("p"))), QByteArray("body"));
    }
    void aDanglingLinkIsNotFollowed()
    {
        QTemporaryDir dir;
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), dir.filePath(QStringLiteral("x"))));
        Placer placer(dir.path());
        QCOMPARE(placer.reserve(QStringLiteral("x")), QStringLiteral("x (1)"));
    }
    void aMissingPartAndDirectoryAreTold()
    {
        QTemporaryDir dir;
        Placer placer(dir.path());
        QCOMPARE(placer.place(dir.filePath(QStringLiteral("none")), QStringLiteral("a")),
                 Placed::Gone);
        write(dir.filePath(QStringLiteral("file")), "");
        Placer inFile(dir.filePath(QStringLiteral("file")));
        write(dir.filePath(QStringLiteral("p")), "body");
        QCOMPARE(inFile.place(dir.filePath(QStringLiteral("p")), QStringLiteral("a")),
                 Placed::Failed);
        QVERIFY(!inFile.error().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPlacer)
#include "tst_placer.moc"
