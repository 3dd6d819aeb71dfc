// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "engine/fileremoval.h"
#include "engine/pagesfixture.h"
#include "store/files.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace tst_removal {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;
using item::Status;
using trawl::test::contents;
using trawl::test::setContents;

/// What the person removes leaves no trace, and nothing else goes with it.
class TestRemoval : public QObject, private PagesFixture
{
    Q_OBJECT

    [[nodiscard]] QString file(int i) const
    {
        return out() + QStringLiteral("/%1.html").arg(i, 6, 10, QLatin1Char('0'));
    }
    void fetch(Run &run, int to)
    {
        QVERIFY(run.open());
        run.add(out(), links(1, to));
        run.start();
        QTRY_COMPARE(run.counts(), (Counts{.done = to}));
    }
    static void remove(Run &run, const QList<ItemId> &ids, bool files)
    {
        run.thread.post([ids, files](Engine &e) { e.removeItems(ids, files); });
    }
    [[nodiscard]] QList<qint64> ids() const
    {
        QList<qint64> ids;
        const auto results = Run::results(session());
        for (const auto &result : results)
            ids.append(qint64(result.id));
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(startServer());
        m_server->pages(60, 20'000);
    }
    void init() { makeDir(); }

    void itemsLeaveNoTrace()
    {
        {
            Run run(options());
            fetch(run, 5);
            (void)run.nextChanges();
            remove(run, {ItemId(2), ItemId(4), ItemId(99)}, false);
            QTRY_COMPARE(run.counts(), (Counts{.done = 3}));
            const auto changes = run.nextChanges();
            QCOMPARE(changes->removed, (std::vector{ItemId(2), ItemId(4)}));
            QCOMPARE(changes->jobs.at(0).counts, (Counts{.done = 3}));
            QTRY_COMPARE(ids(), (QList<qint64>{1, 3, 5}));
            remove(run, {ItemId(2)}, true); // it is not there any more
            run.thread.post([](Engine &e) { e.resumeItems({ItemId(2)}); });
            QCOMPARE(run.counts(), (Counts{.done = 3}));
        }
        QVERIFY(QFile::exists(file(2))); // nobody asked for that
        Run run(options());
        QVERIFY(run.open());
        const auto changes = *run.nextChanges();
        QCOMPARE(run.counts(), (Counts{.done = 3}));
        QCOMPARE(changes.removed, (std::vector{ItemId(2), ItemId(4)}));
        qsizetype rows = 0;
        for (const auto &block : changes.added)
            rows += block->size();
        QCOMPARE(rows, 5); // ids are dense
        QVERIFY(changes.added.at(1)->url(0).isEmpty());
        QCOMPARE(readStatus(session(), {ItemId(2)})->items.size(), 0);
    }
    void theLastIdIsNotGivenAgain()
    {
        {
            Run run(options());
            fetch(run, 3);
            remove(run, {ItemId(3)}, false);
            QTRY_COMPARE(run.counts().total(), 2);
        }
        Run run(options());
        QVERIFY(run.open());
        run.start();
        run.add(out(), links(4, 4), "other");
        QTRY_COMPARE(run.counts(), (Counts{.done = 3}));
        QTRY_COMPARE(ids(), (QList<qint64>{1, 2, 4}));
    }
    void filesGoOnlyIfTheyAreAsTheyWere()
    {
        Run run(options());
        fetch(run, 5);
        setContents(file(2), "the person's own notes");
        QFile::remove(file(3));
        QFile::remove(file(4));
        QVERIFY(QFile::link(file(5), file(4)));
        remove(run, {ItemId(1), ItemId(2), ItemId(3), ItemId(4)}, true);
        QTRY_VERIFY(!QFile::exists(file(1)));
        QTRY_COMPARE(run.log.filter(QStringLiteral("not deleted")).size(), 2);
        QVERIFY(run.log.filter(QStringLiteral("not deleted")).at(0).contains(file(2)));
        QCOMPARE(contents(file(2)), QByteArray("the person's own notes"));
        QVERIFY(QFileInfo(file(4)).isSymLink());
        QVERIFY(QFile::exists(file(5)));
    }
    void aFileBehindALinkStays()
    {
        const auto elsewhere = m_dir->filePath(QStringLiteral("elsewhere"));
        QVERIFY(QDir().mkpath(elsewhere) && QDir().mkpath(out()));
        setContents(elsewhere + QStringLiteral("/x"), "12345");
        QVERIFY(QFile::link(elsewhere, out() + QStringLiteral("/sub")));
        QCOMPARE(removeFile({ItemId(1), out(), QStringLiteral("sub/x"), 5}), FileFate::Changed);
        QVERIFY(QFile::exists(elsewhere + QStringLiteral("/x")));
        QCOMPARE(removeFile({ItemId(1), elsewhere, QStringLiteral("x"), 5}), FileFate::Gone);
        QVERIFY(!QFile::exists(elsewhere + QStringLiteral("/x")));
        QCOMPARE(removeFile({ItemId(1), elsewhere, QStringLiteral("x"), 5}), FileFate::Gone);
    }
    void whatRunsIsCancelledFirst()
    {
        auto slow = options();
        slow.bytesPerSecond = 20'000;
        Run run(slow);
        QVERIFY(run.open());
        run.start();
        run.add(out(), links(1, 20));
        QTRY_VERIFY(run.counts().running > 2);
        QList<ItemId> all;
        for (int i = 1; i <= 20; ++i)
            all.append(ItemId(i));
        remove(run, all, true);
        QTRY_COMPARE(run.counts().total(), 0);
        QTRY_VERIFY(run.finished > 0);
        QTRY_COMPARE(QDir(out()).entryList(QDir::Files).size(), 0);
        const auto parts =
            QDir(out() + QStringLiteral("/.trawl")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const auto &tag : parts)
            QCOMPARE(QDir(out() + QStringLiteral("/.trawl/") + tag).entryList(QDir::Files),
                     QStringList());
        run.thread.post([](Engine &e) { e.setRateLimit(0); });
        run.add(out(), links(1, 3), "again"); // goes its way
        QTRY_COMPARE(run.counts(), (Counts{.done = 3}));
    }
    void aJobGoesAndMayComeAgain()
    {
        {
            Run run(options());
            fetch(run, 5);
            run.thread.post([](Engine &e) { e.removeJob(JobId(1), true); });
            QTRY_COMPARE(run.counts().total(), 0);
            QTRY_VERIFY(run.nextChanges()->jobs.isEmpty());
            QTRY_COMPARE(QDir(out()).entryList(QDir::Files).size(), 0);
            QVERIFY(!run.thread.call([](Engine &e) { return e.hasJob(JobId(1)); }));
            QCOMPARE(run.add(out(), links(1, 5)).added, 5); // the same list
            QTRY_COMPARE(run.counts(), (Counts{.done = 5}));
            QCOMPARE(run.nextChanges()->jobs.at(0).id, JobId(2));
        }
        QCOMPARE(QDir(out()).entryList(QDir::Files).size(), 5);
        QCOMPARE(readStatus(session(), {})->jobs.size(), 1);
        Run run(options());
        QVERIFY(run.open());
        QCOMPARE(run.counts(), (Counts{.done = 5}));
        QCOMPARE(run.nextChanges()->jobs.size(), 1);
        QCOMPARE(run.add(out(), links(1, 5)).skipped, 5); // that job is known
    }
    void removingAJobEndsItsImport()
    {
        Run run(options());
        QVERIFY(run.open());
        int calls = 0;
        const LinkSource endless = [&] {
            if (++calls == 3)
                run.thread.call([](Engine &e) { return e.removeJob(JobId(1), false), 0; });
            return links(1 + calls * 10, 10 + calls * 10);
        };
        const auto result = importLinks(run.thread, {QStringLiteral("job"), out(), "endless", {}},
                                        endless, run.cancel);
        QVERIFY(result);
        QVERIFY(calls <= 4); // the reader may be one piece ahead
        QTRY_COMPARE(run.counts().total(), 0);
        QVERIFY(run.nextChanges()->jobs.isEmpty());
    }
    void aLinkThatWasRemovedIsNoDuplicate()
    {
        auto list = links(1, 2);
        Run run(options());
        QVERIFY(run.open());
        run.add(out(), list);
        remove(run, {ItemId(1)}, false);
        QTRY_COMPARE(run.counts().total(), 1);
        list.append(links(1, 2)); // the list has grown by what it had
        QCOMPARE(run.add(out(), list).added, 2);
        QCOMPARE(run.counts(), (Counts{.queued = 2, .skipped = 1}));
    }
    void aKillInTheMiddleLeavesEachItemWholeOrGone()
    {
        constexpr int items = 100'000;
        const auto start = [this](QProcess &victim) {
            victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            victim.start(QStringLiteral(REMOVAL_VICTIM_PROGRAM),
                         {session(), QString::number(items), out()});
            QByteArray output;
            while (!output.contains("removing") && victim.waitForReadyRead(support::patienceMs))
                output += victim.readAll();
            QVERIFY(output.contains("removing"));
        };
        for (int round = 0; round < 2; ++round) {
            QFile::remove(session());
            QProcess victim;
            start(victim);
            QThread::msleep(quint32(QRandomGenerator::global()->bounded(0, 300)));
            victim.kill();
            QVERIFY(victim.waitForFinished());

            Run run(options());
            QVERIFY(run.open());
            const auto status = readStatus(session(), {});
            QVERIFY2(status, qPrintable(status ? QString() : status.error().detail));
            const bool jobIsGone = status->jobs.size() == 1;
            const auto jobItems = [&run](int job) {
                return run.thread.call([job](Engine &e) { return e.hasJob(JobId(job)); });
            };
            QCOMPARE(jobItems(2), !jobIsGone);
            qint64 first = 0;
            for (const auto &count : status->counts)
                first += count.job == JobId(1) ? count.items : 0;
            qInfo("%lld of the first job's items, second job %s", first,
                  jobIsGone ? "gone" : "there");
            QVERIFY(first >= items / 2 && first <= items);
            const auto whole = jobIsGone ? first : first + items;
            QCOMPARE(run.counts().total(), whole);
            run.thread.post([](Engine &e) {
                e.removeJob(JobId(1), false);
                e.removeJob(JobId(2), false);
            });
            QTRY_COMPARE(run.counts().total(), 0);
            QTRY_VERIFY(ids().isEmpty());
        }
    }
};

TRAWL_TEST(Guiless, TestRemoval)

} // namespace tst_removal

#include "tst_removal.moc"
