// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"
#include "store/sessions.h"
#include "support/ordinaryuser.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <unistd.h>

namespace tst_sessionfile {

using namespace trawl;
using namespace trawl::test;

/// Which files are opened, and that one which is refused is named and stays as it is.
class SessionFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secondOpenerIsRefused();
    void aLinkIsTheSameSession();
    void staleLockDoesNotBlock();
    void isPrivate();
    void emptyFileBecomesASession();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void refusesNewerVersionInTheWal();
    void refusesWalWithoutItsFile();
    void refusesCutFiles();
    void survivesAnyFlippedBitOfTheHeader();
    void damageIsFoundAfterACrash();
    void damageIsFoundWhenRead();
    void readOnlyFile();
    void readOnlyDirectory();
    void noDirectory();
    void onlyRegularFiles_data();
    void onlyRegularFiles();
    void aFileWithTwoNamesIsNoSession();
    void aLinkToNothingIsNoSession();
    void aPlantedLockIsNotWritten_data();
    void aPlantedLockIsNotWritten();
    void aPlantedJournalIsNotWritten_data();
    void aPlantedJournalIsNotWritten();
    void goesOnAfterACrash();
    void leftoversOfAnUnfinishedStart();

private:
    void makeSession(qint64 items);
    void refused(const QString &words);
    static void runSql(const QString &path, const char *sql);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void SessionFileTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("a.trawl"));
}

void SessionFileTest::makeSession(qint64 items)
{
    auto store = store::Store::open(m_path);
    QVERIFY(store);
    (*store)->addJob(makeJob(1));
    (*store)->import(makeBatch(1, items));
    (*store)->apply(makeUpdates(1, items));
}

/// The session at m_path is refused with these words, and no byte of it changes.
void SessionFileTest::refused(const QString &words)
{
    const QString wal = m_path + QStringLiteral("-wal");
    const QByteArray before = contents(m_path);
    const QByteArray walBefore = contents(wal);
    const auto store = store::Store::open(m_path);
    QVERIFY(!store);
    QVERIFY(store.error().reason == item::Reason::Session);
    QVERIFY2(store.error().detail.contains(words), qPrintable(store.error().detail));
    QVERIFY2(store.error().detail.contains(QStringLiteral("a.trawl")),
             qPrintable(store.error().detail));
    QCOMPARE(contents(m_path), before);
    QCOMPARE(contents(wal), walBefore);
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".lock")));
}

void SessionFileTest::runSql(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &handle), SQLITE_OK);
    QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
}

void SessionFileTest::secondOpenerIsRefused()
{
    const auto first = store::Store::open(m_path);
    QVERIFY(first);
    const auto second = store::Store::open(m_path);
    QVERIFY(!second);
    QVERIFY(second.error().reason == item::Reason::Session);
    const QString words =
        QStringLiteral("in use by process %1").arg(QCoreApplication::applicationPid());
    QVERIFY2(second.error().detail.contains(words), qPrintable(second.error().detail));
    (*first)->import(makeBatch(1, 10)); // undisturbed
    QTRY_COMPARE(loadAll(**first).states.size(), 10U);
}

void SessionFileTest::aLinkIsTheSameSession()
{
    makeSession(1);
    const QString link = m_dir->filePath(QStringLiteral("link.trawl"));
    QVERIFY(QFile::link(m_path, link));
    const auto first = store::Store::open(link);
    QVERIFY(first);
    QVERIFY(!store::Store::open(m_path));
}

void SessionFileTest::staleLockDoesNotBlock()
{
    setContents(m_path + QStringLiteral(".lock"), "1\n");
    QVERIFY(store::Store::open(m_path));
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".lock")));
}

void SessionFileTest::isPrivate()
{
    const auto store = store::Store::open(m_path);
    QVERIFY(store);
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    QCOMPARE(QFile::permissions(m_path) & ~(QFile::ReadUser | QFile::WriteUser), owner);
    QCOMPARE(QFile::permissions(m_path + QStringLiteral("-wal")) &
                 ~(QFile::ReadUser | QFile::WriteUser),
             owner);
}

void SessionFileTest::emptyFileBecomesASession()
{
    setContents(m_path, {});
    makeSession(3);
    QCOMPARE(loadAll(**store::Store::open(m_path)).states.size(), 3U);
}

void SessionFileTest::refusesForeignFiles_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QString noDatabase = QStringLiteral("no SQLite database");
    QTest::newRow("text") << QByteArray() << QByteArray(5000, 'x') << noDatabase;
    QTest::newRow("short") << QByteArray() << QByteArray("SQLite format 3\0", 16) << noDatabase;
    QTest::newRow("list") << QByteArray() << QByteArray("https://example.org/\n") << noDatabase;
    QTest::newRow("other program") << QByteArray("CREATE TABLE t(x); INSERT INTO t VALUES (1)")
                                   << QByteArray() << QStringLiteral("another program's");
    QTest::newRow("other program, WAL")
        << QByteArray("PRAGMA journal_mode=WAL; PRAGMA application_id=7; CREATE TABLE t(x)")
        << QByteArray() << QStringLiteral("another program's");
    QTest::newRow("newer") << QByteArray("PRAGMA application_id=1416787820;"
                                         "PRAGMA user_version=1000; CREATE TABLE t(x)")
                           << QByteArray() << QStringLiteral("newer Trawl (version 1000");
}

void SessionFileTest::refusesForeignFiles()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    if (sql.isEmpty())
        setContents(m_path, bytes);
    else
        runSql(m_path, sql.constData());
    refused(words);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList(QStringLiteral("a.trawl")));
}

void SessionFileTest::refusesNewerVersionInTheWal()
{
    makeSession(10);
    const QString newer = m_dir->filePath(QStringLiteral("newer"));
    QVERIFY(QFile::copy(m_path, newer));
    sqlite3 *handle = nullptr;
    sqlite3_open(QFile::encodeName(newer).constData(), &handle);
    sqlite3_exec(handle, "PRAGMA user_version=1000", nullptr, nullptr, nullptr);
    copyAsIs(newer, m_path);
    sqlite3_close(handle);
    refused(QStringLiteral("newer Trawl (version 1000"));
}

void SessionFileTest::refusesWalWithoutItsFile()
{
    const QString other = m_dir->filePath(QStringLiteral("b.trawl"));
    const auto open = store::Store::open(other);
    QVERIFY(open);
    setContents(m_path + QStringLiteral("-wal"), contents(other + QStringLiteral("-wal")));
    refused(QStringLiteral("-wal is still there"));
    setContents(m_path, {});
    refused(QStringLiteral("-wal is still there"));
}

void SessionFileTest::refusesCutFiles()
{
    makeSession(2000);
    const QByteArray whole = contents(m_path);
    for (const qsizetype size :
         {qsizetype(1), qsizetype(99), qsizetype(100), qsizetype(4095), qsizetype(4096),
          whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
        setContents(m_path, whole.left(size));
        refused(QString());
    }
}

void SessionFileTest::survivesAnyFlippedBitOfTheHeader()
{
    makeSession(500);
    const QByteArray whole = contents(m_path);
    int refusals = 0;
    for (qsizetype byte = 0; byte < 100; ++byte) {
        QByteArray flipped = whole;
        flipped[byte] = char(flipped[byte] ^ (1 << (byte % 8)));
        setContents(m_path, flipped);
        auto store = store::Store::open(m_path);
        if (!store) {
            ++refusals;
            QVERIFY(store.error().reason == item::Reason::Session);
            QVERIFY(!store.error().detail.isEmpty());
            QCOMPARE(contents(m_path), flipped);
            continue;
        }
        // A field that does not matter: nothing may be missing, unless that is said.
        bool failed = false;
        connect(store->get(), &store::Store::failed, this, [&] { failed = true; });
        const auto count = loadAll(**store).states.size();
        QCoreApplication::sendPostedEvents();
        QVERIFY2(failed || count == 500, qPrintable(QString::number(byte)));
    }
    QVERIFY(refusals > 24); // magic, ids and version at least
}

void SessionFileTest::damageIsFoundAfterACrash()
{
    makeSession(5000);
    const QString other = m_dir->filePath(QStringLiteral("b.trawl"));
    QVERIFY(QFile::rename(m_path, other));
    const auto open = store::Store::open(other);
    QVERIFY(open);
    copyAsIs(other, m_path);
    QByteArray damaged = contents(m_path);
    damaged.replace(40 * 4096, 4096, QByteArray(4096, '\xa5'));
    setContents(m_path, damaged);
    refused(QStringLiteral("damaged: "));
}

void SessionFileTest::damageIsFoundWhenRead()
{
    makeSession(5000);
    QByteArray damaged = contents(m_path);
    damaged.replace(40 * 4096, 4096, QByteArray(4096, '\xa5'));
    setContents(m_path, damaged);
    {
        const auto store = store::Store::open(m_path); // closed well: not all of it is read
        QVERIFY(store);
        item::Failure failure;
        connect(store->get(), &store::Store::failed, this,
                [&](const item::Failure &why) { failure = why; });
        loadAll(**store);
        QVERIFY(failure.reason == item::Reason::None); // not inside the call
        QTRY_VERIFY(failure.reason == item::Reason::Session);
    }
    refused(QStringLiteral("damaged: "));
}

void SessionFileTest::readOnlyFile()
{
    makeSession(10);
    setMode(m_path, 0444);
    setMode(m_dir->path(), 0777);
    const support::OrdinaryUser user;
    refused(QStringLiteral("Permission denied"));
}

void SessionFileTest::readOnlyDirectory()
{
    makeSession(10);
    setMode(m_path, 0666);
    setMode(m_dir->path(), 0555);
    {
        const support::OrdinaryUser user;
        refused(QStringLiteral("Permission denied"));
    }
    setMode(m_dir->path(), 0755);
}

void SessionFileTest::noDirectory()
{
    m_path = m_dir->filePath(QStringLiteral("none/a.trawl"));
    refused(QStringLiteral("No such file or directory"));
}

void SessionFileTest::onlyRegularFiles_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"a folder", "a device", "a pipe", "a socket"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// Those who read it are refused too: to open a pipe would never end.
void SessionFileTest::onlyRegularFiles()
{
    QFETCH(const QString, kind);
    const auto name = QFile::encodeName(m_path);
    if (kind == u"a folder")
        QVERIFY(QDir().mkdir(m_path));
    else if (kind == u"a pipe")
        QVERIFY(mkfifo(name.constData(), 0600) == 0);
    else if (kind == u"a socket")
        QVERIFY(mknod(name.constData(), S_IFSOCK | 0600, 0) == 0);
    else // a device is made by root only
        QVERIFY(QFile::link(QStringLiteral("/dev/null"), m_path));
    struct stat before = {};
    QCOMPARE(stat(name.constData(), &before), 0);
    const auto there = QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::System);
    const auto store = store::Store::open(m_path);
    QVERIFY(!store);
    const auto reader = store::readJobs(m_path);
    QVERIFY(!reader);
    for (const auto &failure : {store.error(), reader.error()}) {
        QVERIFY(failure.reason == item::Reason::Session);
        QVERIFY2(failure.detail.contains(kind), qPrintable(failure.detail));
        QVERIFY2(failure.detail.contains(u"name another file"), qPrintable(failure.detail));
    }
    struct stat after = {};
    QCOMPARE(stat(name.constData(), &after), 0);
    QVERIFY(after.st_ino == before.st_ino && after.st_mode == before.st_mode);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::System), there);
}

void SessionFileTest::aFileWithTwoNamesIsNoSession()
{
    makeSession(3);
    const auto other = m_dir->filePath(QStringLiteral("b.trawl"));
    QVERIFY(link(QFile::encodeName(m_path).constData(), QFile::encodeName(other).constData()) == 0);
    refused(QStringLiteral("2 names"));
    QVERIFY(!store::readJobs(other));
    QVERIFY(QFile::remove(other));
    QCOMPARE(loadAll(**store::Store::open(m_path)).states.size(), 3U);
}

void SessionFileTest::aLinkToNothingIsNoSession()
{
    const auto target = m_dir->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QFile::link(target, m_path));
    refused(QStringLiteral("a link that leads to no file"));
    QVERIFY(QFileInfo(m_path).isSymLink());
    QVERIFY(!QFile::exists(target));
}

void SessionFileTest::aPlantedLockIsNotWritten_data()
{
    QTest::addColumn<bool>("hard");
    QTest::newRow("symbolic link") << false;
    QTest::newRow("hard link") << true;
}

void SessionFileTest::aPlantedLockIsNotWritten()
{
    QFETCH(const bool, hard);
    const auto precious = m_dir->filePath(QStringLiteral("precious"));
    const auto lock = m_path + QStringLiteral(".lock");
    setContents(precious, "all of it");
    const auto plant = hard ? link : symlink;
    QVERIFY(plant(QFile::encodeName(precious).constData(), QFile::encodeName(lock).constData()) ==
            0);
    const auto store = store::Store::open(m_path);
    QVERIFY(!store);
    QVERIFY2(store.error().detail.contains(lock) && store.error().detail.contains(u"remove it"),
             qPrintable(store.error().detail));
    QCOMPARE(contents(precious), "all of it");
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(QFile::remove(lock));
    QVERIFY(store::Store::open(m_path));
}

void SessionFileTest::aPlantedJournalIsNotWritten_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("hard");
    for (const char *suffix : {"-wal", "-shm", "-journal"}) {
        QTest::addRow("%s symbolic", suffix) << QString::fromLatin1(suffix) << false;
        QTest::addRow("%s hard", suffix) << QString::fromLatin1(suffix) << true;
    }
}

void SessionFileTest::aPlantedJournalIsNotWritten()
{
    QFETCH(const QString, suffix);
    QFETCH(const bool, hard);
    makeSession(3);
    const auto precious = m_dir->filePath(QStringLiteral("precious"));
    setContents(precious, "all of it");
    const auto plant = hard ? link : symlink;
    QVERIFY(plant(QFile::encodeName(precious).constData(),
                  QFile::encodeName(m_path + suffix).constData()) == 0);
    refused(suffix);
    QCOMPARE(contents(precious), "all of it");
}

void SessionFileTest::goesOnAfterACrash()
{
    const QString other = m_dir->filePath(QStringLiteral("b.trawl"));
    const auto open = store::Store::open(other);
    QVERIFY(open);
    (*open)->import(makeBatch(1, 1000));
    (*open)->apply(makeUpdates(1, 500));
    QTRY_COMPARE((*open)->backlog(), 0);
    copyAsIs(other, m_path);
    const auto again = store::Store::open(m_path);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
    const auto all = loadAll(**again);
    QCOMPARE(all.states.size(), 1000U);
    QVERIFY(all.states[499].status == item::Status::Done);
    QVERIFY(all.states[500].status == item::Status::Queued);
}

void SessionFileTest::leftoversOfAnUnfinishedStart()
{
    setContents(m_path + QStringLiteral(".new"), "half a session");
    setContents(m_path + QStringLiteral(".new-wal"), "half a WAL");
    makeSession(3);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList(QStringLiteral("a.trawl")));
}

TRAWL_TEST(Guiless, SessionFileTest)

} // namespace tst_sessionfile

#include "tst_sessionfile.moc"
