// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "engine/fulldisk.h"
#include "engine/pagesfixture.h"
#include "support/smalldisk.h"
#include "support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

namespace tst_disks_live {

using namespace trawl;
using namespace trawl::engine;
using item::JobId;

/// Disks that are full while others are not: real ones, with real pages.
class TestDisksLive : public QObject, private PagesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(startServer());
        m_server->pages(90, 10'000);
        makeDir();
    }

    void eachHoldsUpItsOwnJobsOnly()
    {
        const auto papers = folder("papers");
        const auto images = folder("images");
        support::SmallDisk diskOfPapers(papers, 64);
        support::SmallDisk diskOfImages(images, 64);
        if (!diskOfPapers.isThere() || !diskOfImages.isThere())
            QSKIP("may not mount a small file system");
        Run run(options());
        QList<FullDisk> full;
        connect(run.thread.engine(), &Engine::diskFull, &run.here,
                [&full](const FullDisk &disk) { full.append(disk); });
        QVERIFY(run.open());
        run.add(papers + QStringLiteral("/new"), links(1, 30), "papers");
        run.add(images, links(31, 60), "images");
        run.add(out(), links(61, 90), "others");
        run.start();

        QTRY_COMPARE(full.size(), 2);
        QTRY_COMPARE(job(run, 3).counts.done, 30);
        std::ranges::sort(full, {}, [](const FullDisk &disk) { return disk.jobs.first(); });
        QCOMPARE(full[0].jobs, QList{JobId(1)});
        QCOMPARE(full[0].disk, diskOf(papers));
        QCOMPARE(full[0].directory, papers + QStringLiteral("/new"));
        QCOMPARE(full[1].jobs, QList{JobId(2)});
        QCOMPARE(full[1].disk, diskOf(images));
        QVERIFY(full[0].waiting > 0 && full[0].waiting <= 30);

        QVERIFY(diskOfImages.resize(10 << 10));
        resume(run, 2);
        QTRY_COMPARE(job(run, 2).counts.done, 30);
        QVERIFY(job(run, 1).paused);
        QVERIFY(job(run, 1).counts.done < 30);
        QVERIFY(diskOfPapers.resize(10 << 10));
        resume(run, 1);
        QTRY_COMPARE(run.counts(), (Counts{.done = 90}));
        QCOMPARE(QDir(images).entryList(QDir::Files).size(), 30);
        QCOMPARE(QDir(papers + QStringLiteral("/new")).entryList(QDir::Files).size(), 30);
    }

private:
    [[nodiscard]] QString folder(const char *name) const
    {
        const auto path = m_dir->filePath(QString::fromLatin1(name));
        QDir().mkpath(path);
        return path;
    }
    static JobState job(Run &run, int id)
    {
        const auto jobs = run.nextChanges().value_or(ChangeSet()).jobs;
        const auto found = std::ranges::find(jobs, JobId(id), &JobState::id);
        return found == jobs.end() ? JobState() : *found;
    }
    static void resume(Run &run, int id)
    {
        run.thread.post([id](Engine &engine) { engine.resumeJob(JobId(id)); });
    }
};

TRAWL_TEST(Guiless, TestDisksLive)

} // namespace tst_disks_live

#include "tst_disks_live.moc"
