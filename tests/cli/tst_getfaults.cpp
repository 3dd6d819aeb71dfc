// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trawlc.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

namespace tst_getfaults {

using trawl::support::NginxServer;

namespace {

constexpr qsizetype pageBytes = 10'000;
constexpr int pageCount = 220;
constexpr int perHost = 8;

} // namespace

/// What a person or the system may do to `trawlc get` in mid-run.
class TestGetFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aStoppedRunGoesOn_data();
    void aStoppedRunGoesOn();
    void aKilledRunGoesOn();
    void withoutSessionItSaysSo();
    void killedWorkersLoseNothing();
    void aListStillBeingReadCanBeStopped();
    void failedItemsAreTakenUpAgain();
    void aSessionIsForOneAtATime();
    void onlyFilesAreSessions();

private:
    [[nodiscard]] QStringList command(const QStringList &more = {}) const;
    [[nodiscard]] QString out() const { return m_dir->filePath(QStringLiteral("out")); }
    void checkAllIsThere();

    std::unique_ptr<NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Trawlc> m_trawlc;
};

void TestGetFaults::init()
{
    m_server = std::make_unique<NginxServer>();
    QVERIFY(m_server->isRunning());
    m_dir = std::make_unique<QTemporaryDir>();
    QByteArray list;
    for (const auto &page : m_server->pages(pageCount, pageBytes))
        list += m_server->httpUrl(page).toEncoded() + '\n';
    QVERIFY(writeFile(m_dir->filePath(QStringLiteral("list.txt")), list));
    m_trawlc = std::make_unique<Trawlc>(m_dir->path());
}

void TestGetFaults::cleanup()
{
    QTRY_VERIFY(m_trawlc->workers().isEmpty()); // no process outlives its run
    m_trawlc.reset();
}

QStringList TestGetFaults::command(const QStringList &more) const
{
    return QStringList{QStringLiteral("get"),        QStringLiteral("list.txt"),
                       QStringLiteral("-d"),         QStringLiteral("out"),
                       QStringLiteral("--per-host"), QString::number(perHost),
                       QStringLiteral("-o"),         QStringLiteral("r.csv")} +
           more;
}

void TestGetFaults::checkAllIsThere()
{
    for (int i = 1; i <= pageCount; ++i) {
        const auto name = QStringLiteral("/%1.html").arg(i, 6, 10, QLatin1Char('0'));
        QVERIFY2(contents(out() + name) == NginxServer::page(i, pageBytes), qPrintable(name));
    }
    QCOMPARE(fileCount(out()), pageCount);
    QVERIFY(!QDir(out() + QStringLiteral("/.trawl")).exists());
    const auto results = contents(m_dir->filePath(QStringLiteral("r.csv")));
    QCOMPARE(results.count(",done,"), pageCount);
    QCOMPARE(results.count('\n'), pageCount + 1);
}

void TestGetFaults::aStoppedRunGoesOn_data()
{
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("SIGINT") << QList{SIGINT};
    QTest::newRow("SIGTERM") << QList{SIGTERM};
    QTest::newRow("two at once") << QList{SIGTERM, SIGHUP}; // two of one kind would be merged
}

void TestGetFaults::aStoppedRunGoesOn()
{
    QFETCH(const QList<int>, numbers);
    const QStringList session{QStringLiteral("--session"), QStringLiteral("s.trawl")};
    const QStringList slow{QStringLiteral("--limit"), QStringLiteral("500k")};
    m_trawlc->start(command(session + slow));
    QTRY_VERIFY(fileCount(out()) >= 40);
    for (const int number : numbers)
        m_trawlc->signal(number);
    QVERIFY2(m_trawlc->wait() == 3, m_trawlc->err().constData());
    QVERIFY2(m_trawlc->err().contains("the same command again goes on"),
             m_trawlc->err().constData());
    const auto have = fileCount(out());
    QVERIFY(have < pageCount);
    const auto results = contents(m_dir->filePath(QStringLiteral("r.csv")));
    QCOMPARE(results.count(",done,"), have);
    QCOMPARE(results.count(",queued,"), pageCount - have);

    QVERIFY2(m_trawlc->run(command(session)) == 0, m_trawlc->err().constData());
    checkAllIsThere();
    QVERIFY(m_server->requests().size() <= pageCount + perHost); // again: what was in flight
    QVERIFY2(m_trawlc->err().contains("of them earlier"), m_trawlc->err().constData());

    QVERIFY2(m_trawlc->run(command(session)) == 0, m_trawlc->err().constData()); // nothing to do
    QVERIFY(m_server->requests().size() <= pageCount + perHost);
    checkAllIsThere();
}

void TestGetFaults::aKilledRunGoesOn()
{
    const QStringList session{QStringLiteral("--session"), QStringLiteral("s.trawl")};
    const QStringList slow{QStringLiteral("--limit"), QStringLiteral("500k")};
    for (const int most : {30, 120}) {
        m_trawlc->start(command(session + slow));
        QTRY_VERIFY(fileCount(out()) >= most);
        m_trawlc->signal(SIGKILL);
        QCOMPARE(m_trawlc->wait(), -1);
        QTRY_VERIFY(m_trawlc->workers().isEmpty());
    }
    QVERIFY2(m_trawlc->run(command(session)) == 0, m_trawlc->err().constData());
    checkAllIsThere();
    // Again: what was in flight, and what had ended within the last burst of the store, 100 ms.
    QVERIFY2(m_server->requests().size() <= pageCount + 2 * (perHost + 20),
             qPrintable(QString::number(m_server->requests().size())));
}

void TestGetFaults::withoutSessionItSaysSo()
{
    m_trawlc->start(command({QStringLiteral("--limit"), QStringLiteral("500k")}));
    QTRY_VERIFY(fileCount(out()) >= 20);
    m_trawlc->signal(SIGINT);
    QVERIFY2(m_trawlc->wait() == 3, m_trawlc->err().constData());
    QVERIFY2(m_trawlc->err().contains("--session"), m_trawlc->err().constData());
    QVERIFY(!QDir(out() + QStringLiteral("/.trawl")).exists());
}

void TestGetFaults::killedWorkersLoseNothing()
{
    m_trawlc->start(command({QStringLiteral("--limit"), QStringLiteral("1M"), QStringLiteral("-w"),
                             QStringLiteral("2")}));
    for (const int most : {30, 90, 150}) {
        QTRY_VERIFY(fileCount(out()) >= most);
        QTRY_VERIFY(!m_trawlc->workers().isEmpty());
        ::kill(pid_t(m_trawlc->workers().first()), SIGKILL);
    }
    QVERIFY2(m_trawlc->wait() == 0, m_trawlc->err().constData());
    checkAllIsThere();
}

void TestGetFaults::aListStillBeingReadCanBeStopped()
{
    m_trawlc->start(
        {QStringLiteral("get"), QStringLiteral("-"), QStringLiteral("-d"), QStringLiteral("out")});
    m_trawlc->process().write(m_server->httpUrl(QStringLiteral("/p/000001.html")).toEncoded() +
                              '\n');
    QTRY_COMPARE(fileCount(out()), 1); // fetched while the list goes on
    m_trawlc->signal(SIGINT);          // while nobody closes the list
    QVERIFY2(m_trawlc->wait() == 3, m_trawlc->err().constData());
}

void TestGetFaults::failedItemsAreTakenUpAgain()
{
    const QStringList session{QStringLiteral("--session"), QStringLiteral("s.trawl")};
    const QString page = m_server->root() + QStringLiteral("/p/000007.html");
    QVERIFY(QFile::rename(page, page + QStringLiteral(".away")));
    QVERIFY2(m_trawlc->run(command(session)) == 1, m_trawlc->err().constData());
    QCOMPARE(fileCount(out()), pageCount - 1);
    QVERIFY(QFile::rename(page + QStringLiteral(".away"), page));
    QVERIFY2(m_trawlc->run(command(session)) == 0, m_trawlc->err().constData());
    checkAllIsThere();
    QTRY_COMPARE(m_server->requests().size(), pageCount + 1);
}

void TestGetFaults::aSessionIsForOneAtATime()
{
    const QStringList session{QStringLiteral("--session"), QStringLiteral("s.trawl")};
    m_trawlc->start(
        command(session + QStringList{QStringLiteral("--limit"), QStringLiteral("500k")}));
    QTRY_VERIFY(fileCount(out()) >= 10);
    Trawlc second(m_dir->path());
    QCOMPARE(second.run(command(session)), 4);
    QVERIFY2(second.err().contains("session"), second.err().constData());
    m_trawlc->signal(SIGINT);
    QVERIFY2(m_trawlc->wait() == 3, m_trawlc->err().constData());
}

/// What is in its place stays, and every command says so and ends.
void TestGetFaults::onlyFilesAreSessions()
{
    const auto pipe = m_dir->filePath(QStringLiteral("pipe"));
    const auto device = m_dir->filePath(QStringLiteral("device"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(QFile::link(QStringLiteral("/dev/null"), device));
    for (const auto &[path, kind] : {std::pair(pipe, "a pipe"), std::pair(device, "a device")}) {
        const QStringList session{QStringLiteral("--session"), path};
        for (const auto &words :
             {command(session), QStringList{QStringLiteral("jobs")} + session,
              QStringList{QStringLiteral("status")} + session,
              QStringList{QStringLiteral("pause")} + session,
              QStringList{QStringLiteral("export"), QStringLiteral("-o"), QStringLiteral("x.csv")} +
                  session}) {
            QVERIFY2(m_trawlc->run(words) == 4, m_trawlc->err().constData());
            QVERIFY2(m_trawlc->err().contains(kind), m_trawlc->err().constData());
            QVERIFY2(m_trawlc->err().contains("name another file"), m_trawlc->err().constData());
        }
    }
    struct stat found = {};
    QVERIFY(::lstat(QFile::encodeName(pipe).constData(), &found) == 0 && S_ISFIFO(found.st_mode));
    QVERIFY(QFileInfo(device).isSymLink());
    QVERIFY(::stat("/dev/null", &found) == 0 && S_ISCHR(found.st_mode));
    QCOMPARE(m_trawlc->run(command({QStringLiteral("-o"), QStringLiteral("s.csv"),
                                    QStringLiteral("--session"), QStringLiteral("s.csv")})),
             2);
    QVERIFY2(m_trawlc->err().contains("is the session itself"), m_trawlc->err().constData());
}

TRAWL_TEST(Guiless, TestGetFaults)

} // namespace tst_getfaults

#include "tst_getfaults.moc"
