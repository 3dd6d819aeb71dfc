// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <xxhash.h>

using namespace trawl;
using fetch::PartFile;
using item::Reason;

class TestPartFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString m_path;

    [[nodiscard]] QByteArray written() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }

private Q_SLOTS:
    void init() { m_path = m_directory.filePath(QStringLiteral("part")); }
    void cleanup() { QFile::remove(m_path); }

    void nothingIsCreatedBeforeTheFirstByte()
    {
        PartFile part(m_path);
        part.expect(10);
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(part.write("a", 1));
        QVERIFY(QFile::exists(m_path));
    }
    void keptOnlyWhenAsked()
    {
        {
            PartFile part(m_path);
            QVERIFY(part.write("a", 1));
        }
        QVERIFY(!QFile::exists(m_path));
        {
            PartFile part(m_path);
            QVERIFY(part.write("b", 1) && part.keep());
        }
        QCOMPARE(written(), QByteArray("b"));
    }
    void anEmptyBodyIsAnEmptyFile()
    {
        PartFile part(m_path);
        QVERIFY(part.keep());
        QCOMPARE(written(), QByteArray());
        QCOMPARE(part.hash(), XXH3_64bits("", 0));
    }
    void whatWasThereIsGone()
    {
        QFile old(m_path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("a longer one") > 0);
        old.close();
        PartFile part(m_path);
        QVERIFY(part.write("new", 3) && part.keep());
        QCOMPARE(written(), QByteArray("new"));
    }
    void aLargeFileIsReservedAhead()
    {
        const QByteArray block(3 << 20, 'x');
        PartFile part(m_path);
        part.expect(10 * block.size());
        for (int i = 0; i < 10; ++i)
            QVERIFY(part.write(block.constData(), block.size()));
        QVERIFY(part.keep());
        QCOMPARE(part.bytes(), 10 * block.size());
        QCOMPARE(QFile(m_path).size(), 10 * block.size());
        const auto all = written();
        QCOMPARE(part.hash(), XXH3_64bits(all.constData(), std::size_t(all.size())));
    }
    void whatCannotFitIsRefusedAtOnce()
    {
        PartFile part(m_path);
        part.expect(qint64(1) << 60);
        QVERIFY(!part.write("a", 1));
        QCOMPARE(part.failure().reason, Reason::DiskFull);
        QVERIFY(!part.failure().detail.isEmpty());
    }
    void aWriteThatFailsIsNamed()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{1000, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        {
            PartFile part(m_path);
            const QByteArray block(700, 'x');
            const auto first = part.write(block.constData(), block.size());
            const auto second = part.write(block.constData(), block.size());
            ::setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY(first && !second); // a short count first: 300 of 700
            QCOMPARE(part.failure().reason, Reason::FileError);
            QCOMPARE(part.bytes(), 700);
        }
        QVERIFY(!QFile::exists(m_path));
    }
    void fullDisk()
    {
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), m_path));
        {
            PartFile part(m_path);
            QVERIFY(!part.write("a", 1));
            QCOMPARE(part.failure().reason, Reason::DiskFull);
        }
        QVERIFY(!QFile::exists(m_path));
    }
};

QTEST_APPLESS_MAIN(TestPartFile)
#include "tst_partfile.moc"
