// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/poolfixture.h"
#include "support/testmain.h"

namespace tst_jobs {

using namespace trawl;
using namespace trawl::pool;

namespace {

constexpr auto job = item::JobId(3);

item::TransferSettings agent(const char *name)
{
    item::TransferSettings settings;
    settings.userAgent = name;
    return settings;
}

QByteArray cookie(const QByteArray &name)
{
    return "a.example\tTRUE\t/\tFALSE\t0\t" + name + "\t1";
}

} // namespace

/// What workers are told of jobs, and when.
class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsBeforeTheFirstTask()
    {
        PoolFixture f(PoolFixture::one());
        f.pool.setJob(job, agent("own"));
        QVERIFY(f.pool.start());
        f.want(1, {}, job);
        f.want(1, {}, item::JobId(4));
        QTRY_COMPARE(f.answers, 2);
        QCOMPARE(f.outcome(1).head.etag, QByteArray("own"));
        QCOMPARE(f.outcome(2).head.etag, QByteArray());
    }
    void saysNothingOfWhatIsUsual()
    {
        PoolFixture f(PoolFixture::one());
        f.pool.addCookies(job, {});
        f.pool.setJob(job, item::TransferSettings());
        QVERIFY(f.pool.start());
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 1);
        QCOMPARE(f.outcome(1).head.etag, QByteArray());
    }
    void tellsAgainAfterAChangeOnly()
    {
        PoolFixture f(PoolFixture::one());
        f.pool.setJob(job, agent("first"));
        QVERIFY(f.pool.start());
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 1);
        f.pool.setJob(job, agent("first"));
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 2);
        QCOMPARE(f.outcome(2).head.etag, QByteArray("first"));
        f.pool.setJob(job, item::TransferSettings()); // as usual again, and it must hear of it
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 3);
        QVERIFY(f.outcome(3).head.etag.endsWith(",first"));
    }
    void tellsOfRecipes()
    {
        PoolFixture f(PoolFixture::one());
        f.pool.setJob(job, agent("own"), "{}");
        QVERIFY(f.pool.start());
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 1);
        QCOMPARE(f.outcome(1).head.etag, QByteArray("own{}"));
        f.pool.setJob(job, agent("own"), "{2}"); // only the recipe is another
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 2);
        QCOMPARE(f.outcome(2).head.etag, QByteArray("own{2},own{}"));
    }
    void tellsTheNextProcessToo()
    {
        PoolFixture f(PoolFixture::one());
        f.pool.setJob(job, agent("own"));
        QVERIFY(f.pool.start());
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 1);
        f.pool.recycleWorker(0);
        QTRY_COMPARE(f.pool.workers().at(0).restarts, 1);
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 2);
        QVERIFY(f.outcome(1).finalUrl != f.outcome(2).finalUrl);
        QCOMPARE(f.outcome(2).head.etag, QByteArray("own"));
    }
    void handsCookiesOn()
    {
        PoolFixture f(PoolFixture::two());
        QSignalSpy changed(&f.pool, &WorkerPool::cookiesChanged);
        f.pool.addCookies(job, {cookie("start"), "# a comment"});
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        f.want(2, "ms=50", job);
        QTRY_COMPARE(f.answers, 2);
        QCOMPARE(f.tasksOfProcesses().size(), 2);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(f.outcome(1).head.etag, cookie("start"));

        f.want(1, "cookie=set", job);
        QTRY_COMPARE(f.answers, 3);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(f.pool.cookies(job), cookie("set") + '\n' + cookie("start") + '\n');
        f.want(2, "ms=50", job);
        QTRY_COMPARE(f.answers, 5);
        for (const qint64 id : {4, 5}) { // the one that sent it is not told what it knows
            const bool sender = f.outcome(id).finalUrl == f.outcome(3).finalUrl;
            QCOMPARE(f.outcome(id).head.etag,
                     sender ? cookie("start") : cookie("start") + ',' + cookie("set"));
        }
        f.want(1, "cookie=set", job); // nothing new
        QTRY_COMPARE(f.answers, 6);
        QCOMPARE(changed.size(), 1);
    }
    void sendsALargeJarInPieces()
    {
        PoolFixture f(PoolFixture::one());
        QList<QByteArray> lines;
        for (int i = 1000; i < 2000; ++i)
            lines.append(cookie(QByteArray::number(i) + QByteArray(3000, 'x')));
        f.pool.addCookies(job, lines);
        QVERIFY(f.pool.start());
        f.want(1, {}, job);
        QTRY_COMPARE(f.answers, 1);
        QCOMPARE(f.outcome(1).head.etag, QByteArray::number(lines.size()));
    }
};

TRAWL_TEST(Guiless, TestJobs)

} // namespace tst_jobs

#include "tst_jobs.moc"
