// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/partsweep.h"
#include "support/testmain.h"

#include "scratch/hold.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <QTest>

#include <fcntl.h>

namespace tst_partsweep {

using namespace trawl;
using namespace trawl::engine;

class TestPartSweep : public QObject
{
    Q_OBJECT

    static Spot spotOf(const QString &directory)
    {
        return {directory, QStringLiteral("."), Spot::Missing::Leave};
    }

private Q_SLOTS:
    void keepsWhatIsOfUse_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<int>("intents");
        const auto row = [](const char *name, const char *files, const char *kept, int intents) {
            QTest::newRow(name) << QString::fromLatin1(files).split(u' ', Qt::SkipEmptyParts)
                                << QString::fromLatin1(kept).split(u' ', Qt::SkipEmptyParts)
                                << intents;
        };
        // 1 is gone on with, 2 is whole, all else is dropped
        row("nothing", "", "", 0);
        row("part and state", "1.part 1.state", "1.part 1.state", 0);
        row("no state", "1.part", "", 0);
        row("no part", "1.state", "", 0);
        row("a fresh one beside it", "1.part 1.state 1.fresh", "1.part 1.state", 0);
        row("only a fresh one", "1.fresh", "", 0);
        row("whole", "2.part", "2.part", 1);
        row("whole, state left", "2.part 2.state", "2.part", 1);
        row("whole and placed, state left", "2.state", "", 0);
        row("of no use", "3.part 3.state", "", 0);
        row("strangers", "x.part .hidden 1 1.tmp 01.part", ".hidden 01.part 1 1.tmp x.part", 0);
        row("what a kill left", "1.state.new", "", 0);
        row("all", "1.part 1.state 2.part 3.part", "1.part 1.state 2.part", 1);
    }
    void keepsWhatIsOfUse()
    {
        QFETCH(QStringList, files);
        QFETCH(QStringList, kept);
        QFETCH(int, intents);
        const QTemporaryDir dir;
        for (const auto &name : files) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto found = sweepParts(spotOf(dir.path()), [](item::ItemId id) {
            return id == item::ItemId(1)   ? PartUse::GoOn
                   : id == item::ItemId(2) ? PartUse::Intent
                                           : PartUse::Drop;
        });
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name), kept);
        QCOMPARE(found, QList<item::ItemId>(intents, item::ItemId(2)));
    }
    void aMissingDirectoryIsEmpty()
    {
        QVERIFY(sweepParts(spotOf(QStringLiteral("/nowhere/at/all")), [](item::ItemId) {
                    return PartUse::Intent;
                }).isEmpty());
    }
    void whatTemporarySessionsLeftGoes()
    {
        const QTemporaryDir dir;
        const auto path = [&dir](const char *name) {
            return dir.filePath(QLatin1StringView(name));
        };
        for (const char *name : {".trawl/once-a", ".trawl/once-b", ".trawl/once-c", ".trawl/d"}) {
            QVERIFY(QDir().mkpath(path(name)));
            QFile file(path(name) + QStringLiteral("/1.part"));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QFile stranger(path(".trawl/once-c/mine.txt"));
        QVERIFY(stranger.open(QIODevice::WriteOnly));
        const scratch::Handle held(AT_FDCWD, QFile::encodeName(path(".trawl/once-b")).constData(),
                                   O_DIRECTORY);
        QVERIFY(scratch::hold(held.get()));
        sweepTemporaryParts(dir.path());
        QVERIFY(!QFile::exists(path(".trawl/once-a")));
        QVERIFY(QFile::exists(path(".trawl/once-b/1.part"))); // its process lives
        QVERIFY(!QFile::exists(path(".trawl/once-c/1.part")) && stranger.exists());
        QVERIFY(QFile::exists(path(".trawl/d/1.part"))); // of a session that is kept
    }
    void nothingIsRemovedBehindALink()
    {
        const QTemporaryDir dir;
        const auto path = [&dir](const char *name) {
            return dir.filePath(QLatin1StringView(name));
        };
        QVERIFY(QDir().mkpath(path("out")) && QDir().mkpath(path("other/tag")));
        for (const char *name : {"other/1.part", "other/tag/1.part"}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto sweep = [&] {
            const Spot parts(path("out"), QStringLiteral(".trawl/tag/."), Spot::Missing::Leave);
            removeParts(parts, [](item::ItemId) { return true; });
            return sweepParts(parts, [](item::ItemId) { return PartUse::Drop; });
        };
        QVERIFY(QFile::link(path("other"), path("out/.trawl")));
        QVERIFY(sweep().isEmpty());
        QVERIFY(QFile::remove(path("out/.trawl")) && QDir().mkpath(path("out/.trawl")));
        QVERIFY(QFile::link(path("other"), path("out/.trawl/tag")));
        QVERIFY(sweep().isEmpty());
        QVERIFY(QFile::exists(path("other/1.part")) && QFile::exists(path("other/tag/1.part")));
    }
};

TRAWL_TEST(Appless, TestPartSweep)

} // namespace tst_partsweep

#include "tst_partsweep.moc"
