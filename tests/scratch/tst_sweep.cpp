// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratch/directory.h"
#include "scratch/hold.h"
#include "scratch/sweep.h"
#include "support/ordinaryuser.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_sweep {

using namespace trawl;

namespace {

void write(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
}

/// Does that in a process, which is killed when `then` is over.
template <typename Make, typename Then> void inAnother(Make make, Then then)
{
    int ready[2] = {};
    QCOMPARE(::pipe(ready), 0);
    const auto child = ::fork();
    if (child == 0) {
        const auto kept = make();
        const char byte = 0;
        (void)!::write(ready[1], &byte, 1);
        for (;;)
            ::pause();
    }
    char byte = 0;
    const auto came = ::read(ready[0], &byte, 1);
    then();
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    QCOMPARE(came, 1);
}

} // namespace

/// What a killed process has left goes, and nothing else.
class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void aDirectoryGoesWithItsObject();
    void aDirectoryOfADeadProcessGoes();
    void aDirectoryOfAnotherUserStays();
    void whatIsNotOursStays();
    void linksAreNotFollowed();
    void halfFilesGo();
    void whatIsSweptIsNotHeld();

private:
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_dir->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString half(const QString &target) const
    {
        return path(scratch::halfFileName(target));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSweep::aDirectoryGoesWithItsObject()
{
    {
        const auto made = scratch::Directory::make(m_dir->path());
        QVERIFY(made);
        write((*made)->filePath(QStringLiteral("a")));
        QVERIFY(QDir().mkpath((*made)->filePath(QStringLiteral("b/c"))));
        QCOMPARE(names().size(), 1);
        struct stat found = {};
        QCOMPARE(::stat(QFile::encodeName(path(names().first())).constData(), &found), 0);
        QCOMPARE(found.st_mode & 07777, mode_t(0700));
        QCOMPARE(names().first().size() + 1, scratch::Directory::nameSize);
        scratch::sweepDirectories(m_dir->path());
        QCOMPARE(names().size(), 1); // it is in use
    }
    QCOMPARE(names(), QStringList());
    QVERIFY(!scratch::Directory::make(path(QStringLiteral("none"))));
}

void TestSweep::aDirectoryOfADeadProcessGoes()
{
    const auto make = [this] {
        auto made = scratch::Directory::make(m_dir->path());
        write((*made)->filePath(QStringLiteral("session.trawl")));
        return made;
    };
    inAnother(make, [this] {
        scratch::sweepDirectories(m_dir->path());
        QCOMPARE(names().size(), 1);
    });
    QCOMPARE(names().size(), 1);
    scratch::sweepDirectories(m_dir->path());
    QCOMPARE(names(), QStringList());
}

void TestSweep::aDirectoryOfAnotherUserStays()
{
    inAnother([this] { return scratch::Directory::make(m_dir->path()); }, [] {});
    QVERIFY(::chmod(QFile::encodeName(m_dir->path()).constData(), 0777) == 0);
    QVERIFY(::chmod(QFile::encodeName(path(names().first())).constData(), 0777) == 0);
    {
        const support::OrdinaryUser user;
        if (::geteuid() == 0)
            QSKIP("only root can become somebody else");
        scratch::sweepDirectories(m_dir->path());
    }
    QCOMPARE(names().size(), 1);
}

void TestSweep::whatIsNotOursStays()
{
    for (const char *name :
         {"trawl-run-abc", "trawl-run-abcdefg", "trawl-abcdef", "my-trawl-run-1"})
        QVERIFY(QDir(m_dir->path()).mkdir(QString::fromLatin1(name)));
    write(path(QStringLiteral("trawl-run-abcdef"))); // a file
    for (const char *name : {".r.csv.trawl-0123", ".r.csv.0123456789abcdef",
                             "r.trawl-0123456789abcdef", ".trawl-0123456789abcdeg"})
        write(path(QString::fromLatin1(name)));
    const auto before = names();
    scratch::sweepDirectories(m_dir->path());
    scratch::sweepHalfFiles(m_dir->path());
    QCOMPARE(names(), before);
}

void TestSweep::linksAreNotFollowed()
{
    const QTemporaryDir elsewhere;
    write(elsewhere.filePath(QStringLiteral("precious")));
    const auto make = [&] {
        auto made = scratch::Directory::make(m_dir->path());
        (void)QFile::link(elsewhere.path(), (*made)->filePath(QStringLiteral("link")));
        return made;
    };
    inAnother(make, [] {});
    QVERIFY(QFile::link(elsewhere.path(), path(QStringLiteral("trawl-run-abcdef"))));
    QVERIFY(QFile::link(elsewhere.filePath(QStringLiteral("precious")), half(QStringLiteral("r"))));
    scratch::sweepDirectories(m_dir->path());
    scratch::sweepHalfFiles(m_dir->path());
    QVERIFY(QFile::exists(elsewhere.filePath(QStringLiteral("precious"))));
    QCOMPARE(names().size(), 2); // the links themselves are nobody's
}

void TestSweep::halfFilesGo()
{
    const auto left = half(QStringLiteral("r.csv"));
    write(left);
    const auto linked = half(QStringLiteral("s.csv"));
    write(linked);
    QVERIFY(::link(QFile::encodeName(linked).constData(),
                   QFile::encodeName(path(QStringLiteral("kept"))).constData()) == 0);
    QFile held(half(QStringLiteral("t.csv")));
    QVERIFY(held.open(QIODevice::WriteOnly));
    QVERIFY(scratch::hold(held.handle()));
    scratch::sweepHalfFiles(m_dir->path());
    QVERIFY(!QFile::exists(left));
    QVERIFY(QFile::exists(linked)); // it has a name that somebody gave it
    QVERIFY(QFile::exists(held.fileName()));
    held.close();
    scratch::sweepHalfFiles(m_dir->path());
    QVERIFY(!QFile::exists(held.fileName()));
}

/// Made, and taken by another start's sweep before it could be held.
void TestSweep::whatIsSweptIsNotHeld()
{
    QFile file(half(QStringLiteral("r.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    scratch::sweepHalfFiles(m_dir->path());
    QVERIFY(!scratch::hold(file.handle()));
    const auto name = half(QStringLiteral("r.csv"));
    write(name);
    const int sweeper = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
    QVERIFY(scratch::isAbandoned(sweeper, S_IFREG));
    QFile maker(name);
    QVERIFY(maker.open(QIODevice::WriteOnly));
    QVERIFY(!scratch::hold(maker.handle()));
    ::close(sweeper);
}

TRAWL_TEST(Guiless, TestSweep)

} // namespace tst_sweep

#include "tst_sweep.moc"
