// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/partsweep.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_partsweep {

using namespace trawl;
using namespace trawl::engine;

class TestPartSweep : public QObject
{
    Q_OBJECT

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
        row("strangers", "x.part .hidden 1 1.tmp", "", 0);
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
        const auto found = sweepParts(dir.path(), [](item::ItemId id) {
            return id == item::ItemId(1)   ? PartUse::GoOn
                   : id == item::ItemId(2) ? PartUse::Intent
                                           : PartUse::Drop;
        });
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name), kept);
        QCOMPARE(found, QList<item::ItemId>(intents, item::ItemId(2)));
    }
    void aMissingDirectoryIsEmpty()
    {
        QVERIFY(sweepParts(QStringLiteral("/nowhere/at/all"), [](item::ItemId) {
                    return PartUse::Intent;
                }).isEmpty());
    }
};

TRAWL_TEST(Appless, TestPartSweep)

} // namespace tst_partsweep

#include "tst_partsweep.moc"
