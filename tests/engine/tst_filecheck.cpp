// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/disksync.h"
#include "engine/filecheck.h"
#include "item/bodyhash.h"
#include "support/testmain.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

namespace tst_filecheck {

using namespace trawl;
using namespace trawl::engine;

/// What is looked at after an unclean stop, and what is written so that little has to be.
class TestFileCheck : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    const QByteArray m_body = QByteArray("some bytes ").repeated(200'000);

    [[nodiscard]] KnownFile known(qint64 id = 1) const
    {
        item::BodyHash hash;
        hash.add(m_body);
        return {item::ItemId(id), m_dir.filePath(QString::number(id)), m_body.size(), hash.value()};
    }
    void write(const QByteArray &bytes, qint64 id = 1) const
    {
        QFile file(known(id).path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void tellsWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<FileState>("state");
        const auto size = m_body.size();
        auto hole = m_body;
        hole.replace(size / 2, 4096, QByteArray(4096, '\0'));
        QTest::newRow("whole") << m_body << FileState::Whole;
        QTest::newRow("empty") << QByteArray() << FileState::Empty;
        QTest::newRow("zeros") << QByteArray(size, '\0') << FileState::Empty;
        QTest::newRow("some zeros") << QByteArray(100, '\0') << FileState::Empty;
        QTest::newRow("more zeros than it had") << QByteArray(size + 1, '\0') << FileState::Damaged;
        QTest::newRow("cut") << m_body.chopped(1) << FileState::Damaged;
        QTest::newRow("hole") << hole << FileState::Damaged;
        QTest::newRow("longer") << m_body + 'x' << FileState::Damaged;
        QTest::newRow("another file") << QByteArray("mine") << FileState::Damaged;
    }
    void tellsWhatIsThere()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(FileState, state);
        write(bytes);
        QCOMPARE(checkFile(known()), state);
    }
    void gone()
    {
        QFile::remove(known().path);
        QCOMPARE(checkFile(known()), FileState::Gone);
    }
    void anEmptyBodyIsWhole()
    {
        write({});
        QCOMPARE(checkFile({item::ItemId(1), known().path, 0, item::BodyHash().value()}),
                 FileState::Whole);
    }
    void aSyncedOneIsKnownByItsLength()
    {
        QFile file(known().path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(item::syncedFrom));
        QCOMPARE(checkFile({item::ItemId(1), known().path, item::syncedFrom, 1}), FileState::Whole);
        QVERIFY(file.resize(item::syncedFrom - 1));
        QVERIFY(checkFile({item::ItemId(1), known().path, item::syncedFrom, 1}) !=
                FileState::Whole);
    }
    void checksBesideTheCaller()
    {
        write(m_body, 1);
        write("short", 2);
        QFile::remove(known(3).path);
        QSemaphore ended;
        QList<CheckedFile> bad;
        const FileCheck check({known(1), known(2), known(3)}, [&](const QList<CheckedFile> &list) {
            bad = list;
            ended.release();
        });
        QVERIFY(ended.tryAcquire(1, 10'000));
        QCOMPARE(bad.size(), 2);
        QCOMPARE(bad[0].file.id, item::ItemId(2));
        QCOMPARE(bad[0].state, FileState::Damaged);
        QCOMPARE(bad[1].state, FileState::Gone);
    }

    void epochsAreClosedInTheirTime()
    {
        DiskSync sync([](const QStringList &) { return true; });
        constexpr auto second = DiskSync::intervalMs;
        QVERIFY(!sync.isDue(second, 0)); // nothing to write
        QVERIFY(!sync.isDue(second - 1, 1));
        QVERIFY(sync.isDue(second, 1));
        sync.closed(7, 1, second);
        QVERIFY(!sync.isBehind(1));
        QCOMPARE(sync.waitsFor(), std::optional<quint64>(1));
        QVERIFY(!sync.isDue(3 * second, 2)); // one at a time
        QSemaphore ended;
        std::atomic<qint64> epoch = 0;
        sync.start({}, [&](qint64 done) {
            epoch = done;
            ended.release();
        });
        QVERIFY(ended.tryAcquire(1, 10'000));
        QCOMPARE(epoch.load(), 7);
        QVERIFY(!sync.waitsFor());
        QTRY_VERIFY(sync.isDue(3 * second, 2));
    }
    void nothingCountsAfterAFailedSync()
    {
        QSemaphore ended;
        DiskSync sync([&](const QStringList &) {
            ended.release();
            return false;
        });
        sync.closed(1, 1, 0);
        std::atomic_bool called = false;
        sync.start({}, [&](qint64) { called = true; });
        QVERIFY(ended.tryAcquire(1, 10'000));
        QTest::qWait(50); // it must stay so
        QVERIFY(!sync.isDue(1'000'000, 2));
        QVERIFY(!called);
    }
    void syncsRealDirectories()
    {
        QVERIFY(syncFileSystems({m_dir.path(), m_dir.path(), QStringLiteral("/nowhere/at/all")}));
    }
};

TRAWL_TEST(Guiless, TestFileCheck)

} // namespace tst_filecheck

#include "tst_filecheck.moc"
