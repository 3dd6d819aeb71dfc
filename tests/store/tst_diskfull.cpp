// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"
#include "store/sessions.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

namespace tst_diskfull {

using namespace trawl;
using namespace trawl::test;

namespace {

/// No file of this process grows beyond a size while this lives: the disk is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
};

constexpr int ItemsABurst = 200;

} // namespace

/// A full disk is reported, loses nothing that was committed and leaves nothing half written.
class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsWhatWasCommitted_data();
    void keepsWhatWasCommitted();
    void writesTheRestWhenThereIsRoom();
    void noRoomToStart();
    void realFileSystem();

private:
    struct Run
    {
        item::Failure failure;
        quint64 committed = 0;
        quint64 posted = 0;
    };
    Run writeUntilFull(const QString &path, bool roomAtTheEnd);
    static void check(const QString &path, quint64 bursts);

    std::unique_ptr<FullDisk> m_full;
};

void DiskFullTest::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN); // EFBIG instead
}

/// Imports and applies burst after burst until the store fails.
DiskFullTest::Run DiskFullTest::writeUntilFull(const QString &path, bool roomAtTheEnd)
{
    Run run;
    auto store = store::Store::open(path);
    if (!store) {
        run.failure = store.error();
        return run;
    }
    connect(store->get(), &store::Store::failed, this,
            [&](const item::Failure &failure) { run.failure = failure; });
    connect(store->get(), &store::Store::committed, this,
            [&](quint64 burst) { run.committed = burst; });
    const auto post = [&] {
        (*store)->import(makeBatch(qint64(run.posted) * ItemsABurst + 1, ItemsABurst));
        run.posted =
            (*store)->apply(makeUpdates(qint64(run.posted) * ItemsABurst + 1, ItemsABurst));
    };
    while (run.failure.reason == item::Reason::None && run.posted < 2000) {
        post();
        post();
        std::ignore = support::comes([&] {
            return run.committed == run.posted || run.failure.reason != item::Reason::None;
        });
    }
    if (roomAtTheEnd)
        m_full.reset();
    return run;
}

/// Exactly the first `bursts` are in, whole. Items beyond them were imported, and wait.
void DiskFullTest::check(const QString &path, quint64 bursts)
{
    const auto store = store::Store::open(path);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    const auto all = loadAll(**store);
    const auto done = std::size_t(bursts * ItemsABurst);
    QVERIFY(all.states.size() >= done);
    QCOMPARE(all.states.size() % ItemsABurst, 0U);
    for (std::size_t index = 0; index < all.states.size(); ++index) {
        QVERIFY(all.states[index].status ==
                (index < done ? item::Status::Done : item::Status::Queued));
        QCOMPARE(all.urls[qsizetype(index)], urlOf(qint64(index) + 1));
    }
}

void DiskFullTest::keepsWhatWasCommitted_data()
{
    QTest::addColumn<int>("bytes");
    for (int bytes = 280'000; bytes < 1'280'000; bytes += 71'111)
        QTest::addRow("%d", bytes) << bytes;
}

void DiskFullTest::keepsWhatWasCommitted()
{
    QFETCH(int, bytes);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.trawl"));
    m_full = std::make_unique<FullDisk>(rlim_t(bytes));
    const Run run = writeUntilFull(path, false);
    m_full.reset();
    QVERIFY2(run.failure.reason == item::Reason::DiskFull, qPrintable(run.failure.detail));
    QVERIFY(run.committed > 0);
    QVERIFY(run.committed < run.posted);
    check(path, run.committed);
}

void DiskFullTest::writesTheRestWhenThereIsRoom()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.trawl"));
    m_full = std::make_unique<FullDisk>(400'000);
    const Run run = writeUntilFull(path, true);
    QVERIFY(run.failure.reason == item::Reason::DiskFull);
    QVERIFY(run.committed < run.posted);
    check(path, run.posted);
}

void DiskFullTest::noRoomToStart()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.trawl"));
    m_full = std::make_unique<FullDisk>(2000);
    const auto store = store::Store::open(path);
    m_full.reset();
    QVERIFY(!store);
    QVERIFY2(store.error().reason == item::Reason::DiskFull, qPrintable(store.error().detail));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList());
}

void DiskFullTest::realFileSystem()
{
    const QTemporaryDir dir;
    const QByteArray place = QFile::encodeName(dir.path());
    if (mount("none", place.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("may not mount a small file system");
    const QString path = dir.filePath(QStringLiteral("a.trawl"));
    const Run run = writeUntilFull(path, false);
    const bool more = mount("none", place.constData(), "tmpfs", MS_REMOUNT, "size=8m") == 0;
    if (more)
        check(path, run.committed);
    umount(place.constData());
    QVERIFY2(run.failure.reason == item::Reason::DiskFull, qPrintable(run.failure.detail));
    QVERIFY(more);
    QVERIFY(run.committed > 0);
}

TRAWL_TEST(Guiless, DiskFullTest)

} // namespace tst_diskfull

#include "tst_diskfull.moc"
