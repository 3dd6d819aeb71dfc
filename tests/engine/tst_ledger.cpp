// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocks.h"
#include "engine/ledger.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;

class TestLedger : public QObject
{
    Q_OBJECT

    /// A session with one job of ten items and a place for its parts.
    struct Bench
    {
        QTemporaryDir dir;
        std::unique_ptr<store::Store> store;
        JobTable jobs;
        QList<Settled> ends;
        std::unique_ptr<Ledger> ledger;

        Bench()
        {
            store = *store::Store::open(sessionPath());
            store::JobRow row;
            row.id = JobId(1);
            row.directory = dir.filePath(QStringLiteral("out"));
            row.createdMs = 1'000'000;
            jobs.add(row);
            QDir().mkpath(jobs.job(JobId(1)).partDirectory);
            store->addJob(row);
            QByteArrayList urls;
            for (int i = 0; i < 10; ++i)
                urls.append("http://a/" + QByteArray::number(i));
            store->import({makeBlock(1, 1, urls), {}, row});
            ledger = std::make_unique<Ledger>(*store, jobs,
                                              [this](const Settled &end) { ends.append(end); });
        }
        QString sessionPath() const { return dir.filePath(QStringLiteral("s.trawl")); }
        QString out(const QString &name) const
        {
            return dir.filePath(QStringLiteral("out/") + name);
        }
        void write(const QString &path, const QByteArray &text) const
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        void makePart(qint64 id, const QByteArray &text) const
        {
            write(jobs.partPath(JobId(1), ItemId(id)), text);
        }
        static QByteArray read(const QString &path)
        {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
        }
        static store::ItemUpdate doneUpdate(qint64 id, const QByteArray &url)
        {
            store::ItemUpdate update;
            update.id = ItemId(id);
            update.status = item::Status::Done;
            update.outcome.id = update.id;
            update.outcome.finalUrl = url;
            update.outcome.head.code = 200;
            return update;
        }
        QHash<qint64, item::Result> stored() const
        {
            QHash<qint64, item::Result> results;
            const auto reader = *store::ResultReader::open(sessionPath(), {});
            while (const auto result = reader->next())
                results.insert(qint64(result->id), *result);
            return results;
        }
    };

private Q_SLOTS:
    void aDoneItemHasItsFileAndItsRow()
    {
        Bench b;
        b.makePart(1, "one");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://a/x.txt"));
        QVERIFY(!b.ledger->empty());
        QVERIFY(!QFile::exists(b.out(QStringLiteral("x.txt")))); // not before it is committed
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].file, QStringLiteral("x.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("one"));
        QVERIFY(b.ledger->empty());
        QCOMPARE(b.stored()[1].status, item::Status::Done);
        QCOMPARE(b.stored()[1].file, QStringLiteral("x.txt"));
    }
    void oneNameForManyIsNumbered()
    {
        Bench b;
        for (int i = 1; i <= 10; ++i) {
            b.makePart(i, QByteArray::number(i));
            b.ledger->recordDone(JobId(1), Bench::doneUpdate(i, "http://a/same.txt"));
        }
        QTRY_COMPARE(b.ends.size(), 10);
        QSet<QByteArray> bodies;
        for (const auto &end : b.ends)
            bodies.insert(Bench::read(b.out(end.file)));
        QCOMPARE(bodies.size(), 10);
    }
    void aNameTakenBetweenIntentAndRenameIsNumberedOn()
    {
        Bench b;
        b.makePart(1, "ours");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://a/x.txt"));
        b.write(b.out(QStringLiteral("x.txt")), "a stranger's");
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("a stranger's"));
        QCOMPARE(Bench::read(b.out(b.ends[0].file)), QByteArray("ours"));
        QCOMPARE(b.stored()[1].file, b.ends[0].file);
    }
    void aPartThatIsGoneIsAFailure()
    {
        Bench b;
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://a/x.txt"));
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].status, item::Status::Failed);
        QTRY_VERIFY(b.ledger->empty());
        QCOMPARE(b.stored()[1].status, item::Status::Failed);
        QCOMPARE(b.stored()[1].reason, item::Reason::FileError);
        QVERIFY(b.stored()[1].file.isEmpty());
    }
    void anIntentIsCarriedOutAtTheNextStart()
    {
        Bench b;
        b.makePart(1, "one");
        auto update = Bench::doneUpdate(1, "http://a/x.txt");
        update.file = QStringLiteral("x.txt");
        QSignalSpy committed(b.store.get(), &store::Store::committed);
        b.store->apply({update});
        QTRY_COMPARE(committed.count(), 1); // and here the power goes
        b.ledger->recover(JobId(1), ItemId(1), QStringLiteral("x.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("one"));
        QCOMPARE(b.ends.last().status, item::Status::Done);
    }
    void anIntentWhoseNameIsTakenIsNumberedOn()
    {
        Bench b;
        b.makePart(1, "ours");
        b.write(b.out(QStringLiteral("x.txt")), "a stranger's");
        auto update = Bench::doneUpdate(1, "http://a/x.txt");
        update.file = QStringLiteral("x.txt");
        b.store->apply({update});
        b.ledger->recover(JobId(1), ItemId(1), QStringLiteral("x.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("a stranger's"));
        QCOMPARE(Bench::read(b.out(b.ends.last().file)), QByteArray("ours"));
        QTRY_COMPARE(b.stored()[1].file, b.ends.last().file);
        QCOMPARE(b.stored()[1].status, item::Status::Done);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
