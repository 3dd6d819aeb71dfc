// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonlines.h"
#include "cli/trawlc.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_sessioncommands {

using trawl::support::NginxServer;

namespace {

constexpr qsizetype pageBytes = 1'000;

} // namespace

/// trawlc jobs, status, pause, resume and retry on sessions that are closed, in use by another
/// trawlc, and open in a window.
class TestSessionCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aRunObeysAnotherTerminal();
    void itsItemsOneByOne();
    void aRunKeepsItsSession();
    void aRunThatHangsIsSaid();
    void aClosedSessionIsChanged();
    void jobsHaveNames();
    void aWindowIsAsked();
    void theOwnSessionIsTheUsualOne();
    void badUsageIsSaid_data();
    void badUsageIsSaid();
    void helpIsThere_data();
    void helpIsThere();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    /// A run of so many pages that takes its time, and is under way.
    void startSlowly(Trawlc &trawlc, int pages);
    /// A session with two items done, two refused with 429 and one not found.
    void fetchSome();
    int run(const char *line) { return m_other->run(QString::fromLatin1(line).split(u' ')); }
    [[nodiscard]] QJsonObject counts();
    [[nodiscard]] int items(const char *line);

    std::unique_ptr<NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Trawlc> m_other; ///< at another terminal
    QStringList m_pages;
};

void TestSessionCommands::initTestCase()
{
    NginxServer::Options options;
    options.server = "location /busy { return 429; }";
    m_server = std::make_unique<NginxServer>(options);
    QVERIFY(m_server->isRunning());
    m_pages = m_server->pages(100, pageBytes);
}

void TestSessionCommands::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_dir->path()));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_dir->path()));
    m_other = std::make_unique<Trawlc>(m_dir->path());
}

void TestSessionCommands::startSlowly(Trawlc &trawlc, int pages)
{
    QByteArray list;
    for (int i = 0; i < pages; ++i)
        list += m_server->httpUrl(m_pages[i]).toEncoded() + '\n';
    QVERIFY(writeFile(path(QStringLiteral("slow.txt")), list));
    trawlc.start({QStringLiteral("get"), QStringLiteral("slow.txt"), QStringLiteral("-d"),
                  QStringLiteral("out"), QStringLiteral("--delay=0.1"),
                  QStringLiteral("--session=s.trawl"), QStringLiteral("-w1")});
    QTRY_VERIFY(fileCount(path(QStringLiteral("out"))) >= 2);
}

void TestSessionCommands::fetchSome()
{
    QStringList arguments{QStringLiteral("get"), QStringLiteral("--session=s.trawl"),
                          QStringLiteral("--retries=0"), QStringLiteral("-dout")};
    for (const auto &target : {m_pages[0], m_pages[1], QStringLiteral("/busy/1"),
                               QStringLiteral("/busy/2"), QStringLiteral("/none")})
        arguments << m_server->httpUrl(target).toString();
    QCOMPARE(m_other->run(arguments), 1);
}

QJsonObject TestSessionCommands::counts()
{
    if (run("jobs --session s.trawl --json") != 0)
        return {};
    const auto jobs = jsonLines(m_other->out());
    return jobs.isEmpty() ? QJsonObject() : jobs[0].value(u"counts").toObject();
}

int TestSessionCommands::items(const char *line)
{
    if (run(line) != 0)
        return -1;
    const auto answer = jsonLines(m_other->out());
    return answer.isEmpty() ? -1 : answer[0].value(u"items").toInt(-1);
}

void TestSessionCommands::aRunObeysAnotherTerminal()
{
    Trawlc trawlc(m_dir->path());
    startSlowly(trawlc, 25);
    QCOMPARE(run("pause --session s.trawl"), 0);
    QVERIFY2(m_other->out().endsWith(" items paused\n"), m_other->out().constData());
    QTRY_COMPARE(counts().value(u"running").toInt(), 0);
    const auto paused = counts().value(u"paused").toInt();
    QVERIFY2(paused > 5, QByteArray::number(paused).constData());
    QTest::qWait(300);
    QCOMPARE(counts().value(u"paused").toInt(), paused);
    QCOMPARE(trawlc.process().state(), QProcess::Running);
    QCOMPARE(run("jobs --session s.trawl"), 0);
    QVERIFY2(m_other->out().contains("slow.txt  paused"), m_other->out().constData());
    QCOMPARE(run("resume --session s.trawl"), 0);
    QCOMPARE(trawlc.wait(), 0);
    QCOMPARE(fileCount(path(QStringLiteral("out"))), 25);
}

void TestSessionCommands::itsItemsOneByOne()
{
    Trawlc trawlc(m_dir->path());
    startSlowly(trawlc, 12);
    QCOMPARE(items("pause --session s.trawl 11 12 --json"), 2);
    // All others end, and the run waits for these.
    QTRY_COMPARE(fileCount(path(QStringLiteral("out"))), 10);
    QTest::qWait(300);
    QCOMPARE(trawlc.process().state(), QProcess::Running);
    QCOMPARE(items("resume --session s.trawl --status paused --json"), 2);
    QCOMPARE(trawlc.wait(), 0);
    QCOMPARE(fileCount(path(QStringLiteral("out"))), 12);
}

void TestSessionCommands::aRunKeepsItsSession()
{
    Trawlc trawlc(m_dir->path());
    startSlowly(trawlc, 40);
    QCOMPARE(m_other->run({QStringLiteral("get"), m_server->httpUrl(m_pages[50]).toString(),
                           QStringLiteral("--session=s.trawl")}),
             4);
    const auto pid = QByteArray::number(trawlc.processId());
    QVERIFY2(m_other->err().contains("another trawlc (process " + pid + ')'),
             m_other->err().constData());
    QVERIFY(m_other->err().contains("--session"));
    trawlc.signal(SIGINT);
    QCOMPARE(trawlc.wait(), 3);
}

void TestSessionCommands::aRunThatHangsIsSaid()
{
    Trawlc trawlc(m_dir->path());
    startSlowly(trawlc, 40);
    trawlc.signal(SIGSTOP);
    QCOMPARE(run("pause --session s.trawl"), 4);
    const auto pid = QByteArray::number(trawlc.processId());
    QVERIFY2(m_other->err().contains("process " + pid), m_other->err().constData());
    QVERIFY2(m_other->err().contains("does not answer"), m_other->err().constData());
    trawlc.signal(SIGCONT);
    trawlc.signal(SIGINT);
    QCOMPARE(trawlc.wait(), 3);
}

void TestSessionCommands::aClosedSessionIsChanged()
{
    fetchSome();
    QCOMPARE(run("status --session s.trawl"), 0);
    const auto table = m_other->out();
    QVERIFY2(table.startsWith("JOB  NAME"), table.constData());
    QVERIFY2(table.contains("failed  http-429      2\n"), table.constData());
    QCOMPARE(run("status --session s.trawl --status failed --reason http-404 --json"), 0);
    QCOMPARE(jsonLines(m_other->out()).size(), 1);
    QCOMPARE(jsonLines(m_other->out())[0].value(u"items").toInt(), 1);

    QCOMPARE(items("retry --session s.trawl --reason http-429 --json"), 2);
    QCOMPARE(counts().value(u"queued").toInt(), 2);
    QCOMPARE(counts().value(u"failed").toInt(), 1);
    QCOMPARE(items("retry --session s.trawl 1 5 --json"), 1); // what is done stays
    QCOMPARE(items("pause --session s.trawl --json"), 3);
    QCOMPARE(counts().value(u"paused").toInt(), 3);
    QCOMPARE(items("resume --session s.trawl 3 --json"), 1);
    QCOMPARE(counts().value(u"paused").toInt(), 2);
    QVERIFY(m_other->workers().isEmpty());
    // The next start obeys.
    const auto resumed = m_server->requestsFor("/busy/1");
    const auto paused = m_server->requestsFor("/none");
    fetchSome();
    QTRY_VERIFY(m_server->requestsFor("/busy/1") > resumed);
    QCOMPARE(m_server->requestsFor("/none"), paused);
}

void TestSessionCommands::jobsHaveNames()
{
    QVERIFY(writeFile(path(QStringLiteral("a.txt")), m_server->httpUrl(m_pages[0]).toEncoded()));
    QVERIFY(writeFile(path(QStringLiteral("论文.txt")), m_server->httpUrl(m_pages[1]).toEncoded()));
    QCOMPARE(run("get a.txt --session s.trawl"), 0);
    QCOMPARE(m_other->run({QStringLiteral("get"), QStringLiteral("论文.txt"),
                           QStringLiteral("--session=s.trawl")}),
             0);
    QCOMPARE(run("jobs --session s.trawl --job a.txt --json"), 0);
    QCOMPARE(jsonLines(m_other->out()).size(), 1);
    QCOMPARE(run("jobs --session s.trawl --job 2 --json"), 0);
    QCOMPARE(jsonLines(m_other->out())[0].value(u"name").toString(), QStringLiteral("论文.txt"));
    QCOMPARE(run("export --session s.trawl --job 2 -o r.txt"), 0);
    QCOMPARE(contents(path(QStringLiteral("r.txt"))).trimmed(),
             m_server->httpUrl(m_pages[1]).toEncoded());
    QCOMPARE(run("pause --session s.trawl --job none.txt"), 2);
    QVERIFY2(m_other->err().contains("1 a.txt"), m_other->err().constData());
}

void TestSessionCommands::aWindowIsAsked()
{
    fetchSome();
    QProcess window;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_dir->path());
    window.setProcessEnvironment(environment);
    window.start(QCoreApplication::applicationDirPath() + QStringLiteral("/trawl"),
                 {QStringLiteral("--session"), path(QStringLiteral("s.trawl"))});
    QVERIFY(window.waitForStarted());
    const auto sockets = [this] {
        return QDir(path(QStringLiteral("trawl"))).entryList(QDir::System).size();
    };
    QTRY_COMPARE(sockets(), 1);

    QCOMPARE(run("get slow.txt http://127.0.0.1:9/ --session s.trawl"), 2); // no such file
    QCOMPARE(run("get http://127.0.0.1:9/ --session s.trawl"), 4);
    const auto pid = QByteArray::number(window.processId());
    QVERIFY2(m_other->err().contains("a window (process " + pid + ')'), m_other->err().constData());
    QVERIFY2(m_other->err().contains("drop the list there"), m_other->err().constData());
    QCOMPARE(run("export --session s.trawl -o r.csv"), 0); // readers do not disturb it
    QCOMPARE(items("pause --session s.trawl --json"), 0);
    const auto before = m_server->requestsFor("/busy/1");
    QCOMPARE(items("retry --session s.trawl 3 --json"), 1); // goes on, though all is paused
    QTRY_VERIFY(m_server->requestsFor("/busy/1") > before);
    window.terminate();
    QVERIFY(window.waitForFinished());
    QCOMPARE(window.exitCode(), 0);
    QCOMPARE(run("jobs --session s.trawl"), 0);
}

void TestSessionCommands::theOwnSessionIsTheUsualOne()
{
    QCOMPARE(run("jobs"), 4);
    const auto own = path(QStringLiteral("trawl/trawl/session.trawl"));
    QVERIFY2(m_other->err().contains(own.toUtf8()), m_other->err().constData());
    QVERIFY(!QFile::exists(own));
    QVERIFY(QDir().mkpath(path(QStringLiteral("trawl/trawl"))));
    QCOMPARE(m_other->run({QStringLiteral("get"), m_server->httpUrl(m_pages[0]).toString(),
                           QStringLiteral("--session"), own}),
             0);
    QCOMPARE(run("jobs --json"), 0);
    QCOMPARE(jsonLines(m_other->out()).size(), 1);
}

void TestSessionCommands::badUsageIsSaid_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(words);
    };
    row("jobs 3", "takes no 3");
    row("jobs --status failed", "unknown option --status");
    row("status x", "x is neither");
    row("status 0", "0 is neither");
    row("pause --status sleeping", "queued, running, paused");
    row("retry --reason gremlins", "http-429");
    row("retry --reason http-4x", "http-429");
    row("retry --reason http-", "http-429");
    row("resume --job", "--job needs a value");
}

void TestSessionCommands::badUsageIsSaid()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, words);
    QVERIFY(writeFile(path(QStringLiteral("list.txt")), m_server->httpUrl(m_pages[0]).toEncoded()));
    auto arguments = line.split(u' ');
    if (!line.endsWith(u"--job"))
        arguments << QStringLiteral("--session=s.trawl");
    if (!QFile::exists(path(QStringLiteral("s.trawl"))))
        QCOMPARE(run("get list.txt --session s.trawl"), 0);
    QCOMPARE(m_other->run(arguments), 2);
    QVERIFY2(m_other->err().contains(words), m_other->err().constData());
    QVERIFY(m_other->out().isEmpty());
}

void TestSessionCommands::helpIsThere_data()
{
    QTest::addColumn<QString>("command");
    for (const auto *command : {"jobs", "status", "export", "pause", "resume", "retry"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestSessionCommands::helpIsThere()
{
    QFETCH(QString, command);
    QCOMPARE(m_other->run({command, QStringLiteral("--help")}), 0);
    QVERIFY(m_other->out().startsWith("Usage: trawlc " + command.toLatin1()));
    for (const auto &line : m_other->out().split('\n'))
        QVERIFY2(line.size() <= 100, line.constData());
}

TRAWL_TEST(Guiless, TestSessionCommands)

} // namespace tst_sessioncommands

#include "tst_sessioncommands.moc"
