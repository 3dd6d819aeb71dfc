// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/address.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_controladdress {

using namespace trawl::control;

class TestControlAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_dir->path()));
    }

    void isTheSameForAllWaysToWriteAPath()
    {
        const auto file = makeSession("s.trawl");
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("sub")));
        QVERIFY(QFile::link(file, m_dir->filePath(QStringLiteral("link.trawl"))));
        const auto path = *socketPath(file);
        QCOMPARE(*socketPath(m_dir->filePath(QStringLiteral("sub/../s.trawl"))), path);
        QCOMPARE(*socketPath(m_dir->filePath(QStringLiteral("link.trawl"))), path);
        QVERIFY(*socketPath(makeSession("other.trawl")) != path);
    }

    void isKnownBeforeTheSessionIs()
    {
        const auto file = m_dir->filePath(QStringLiteral("new.trawl"));
        const auto before = *socketPath(file);
        makeSession("new.trawl");
        QCOMPARE(*socketPath(file), before);
    }

    void liesInADirectoryOfOurOwn()
    {
        const auto path = *socketPath(makeSession("s.trawl"));
        QCOMPARE(QFileInfo(path).absolutePath(), m_dir->filePath(QStringLiteral("trawl")));
        struct stat found = {};
        QCOMPARE(stat(QFile::encodeName(QFileInfo(path).absolutePath()), &found), 0);
        QCOMPARE(found.st_mode & 0777, mode_t(0700));
    }

    void leavesADirectoryAloneThatOthersEnter()
    {
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("trawl")));
        QCOMPARE(chmod(QFile::encodeName(m_dir->filePath(QStringLiteral("trawl"))), 0755), 0);
        isInTheTemporaryDirectory();
    }
    void followsNoLink()
    {
        QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), m_dir->filePath(QStringLiteral("trawl"))));
        isInTheTemporaryDirectory();
    }
    void avoidsPathsThatAreTooLong()
    {
        const auto deep = m_dir->filePath(QString(90, u'd'));
        QVERIFY(QDir().mkpath(deep));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(deep));
        isInTheTemporaryDirectory();
    }
    void doesWithoutARuntimeDirectory()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        isInTheTemporaryDirectory();
    }

    void knowsThePersonsOwnSession()
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_dir->path()));
        QCOMPARE(ownSessionPath(), m_dir->filePath(QStringLiteral("trawl/trawl/session.trawl")));
        qunsetenv("XDG_DATA_HOME");
    }

private:
    QString makeSession(const char *name)
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file can be written");
        return file.fileName();
    }
    void isInTheTemporaryDirectory()
    {
        const auto path = socketPath(makeSession("s.trawl"));
        QVERIFY2(path, path ? "" : qPrintable(path.error()));
        QCOMPARE(QFileInfo(*path).absolutePath(), QStringLiteral("/tmp/trawl-%1").arg(geteuid()));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

TRAWL_TEST(Appless, TestControlAddress)

} // namespace tst_controladdress

#include "tst_controladdress.moc"
