// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonlines.h"
#include "cli/trawlc.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_get {

using trawl::support::NginxServer;

namespace {

constexpr qsizetype pageBytes = 10'000;

} // namespace

/// `trawlc get` from list to files and results, against a real server.
class TestGet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void thousandPagesOverHttps();
    void badEntriesFailAlone();
    void standardInputAndOutput();
    void urlsAsArguments();
    void secretsAreNobodysToRead();
    void statusTellsWhatIsKnown();
    void nothingIsFetchedOnRefusal_data();
    void nothingIsFetchedOnRefusal();
    void aMissingWorkerIsSaid();
    void anUnusableSessionIsSaid();
    void aListWithoutLinksIsSaid();
    void whatStandsBeforeABreakIsFetched();
    void progressAsJson();
    void quietIsQuiet();
    void headersAreSentAndNotShown();
    void anExportThatFailsLeavesTheOthers();
    void helpAndVersion();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QByteArray listOf(const QStringList &paths) const;
    /// Every page of the list is there, byte by byte.
    [[nodiscard]] bool pagesAreWhole(const QString &folder, int count) const;

    std::unique_ptr<NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    QStringList m_pages;
};

void TestGet::initTestCase()
{
    NginxServer::Options options;
    options.server = "location /echo { add_header X-Seen $http_x_token; default_type text/plain;"
                     " return 200 \"$http_x_token $http_user_agent\\n\"; }";
    m_server = std::make_unique<NginxServer>(options);
    QVERIFY(m_server->isRunning());
    m_pages = m_server->pages(1000, pageBytes);
    QCOMPARE(m_pages.size(), 1000);
}

void TestGet::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

QByteArray TestGet::listOf(const QStringList &paths) const
{
    QByteArray list;
    for (const auto &page : paths)
        list += m_server->httpsUrl(page).toEncoded() + '\n';
    return list;
}

bool TestGet::pagesAreWhole(const QString &folder, int count) const
{
    for (int i = 1; i <= count; ++i) {
        const auto name = QStringLiteral("/%1.html").arg(i, 6, 10, QLatin1Char('0'));
        if (contents(folder + name) != NginxServer::page(i, pageBytes)) {
            qWarning("%s is not what was served", qPrintable(name));
            return false;
        }
    }
    return fileCount(folder) == count;
}

void TestGet::thousandPagesOverHttps()
{
    QVERIFY(writeFile(path(QStringLiteral("list.txt")), listOf(m_pages)));
    Trawlc trawlc(m_dir->path());
    const int status =
        trawlc.run({QStringLiteral("get"), QStringLiteral("list.txt"), QStringLiteral("--cacert"),
                    m_server->caFile(), QStringLiteral("-d"), QStringLiteral("out"),
                    QStringLiteral("--per-host"), QStringLiteral("32"), QStringLiteral("-o"),
                    QStringLiteral("r.csv"), QStringLiteral("-o"), QStringLiteral("r.tsv"),
                    QStringLiteral("-o"), QStringLiteral("r.json"), QStringLiteral("-o"),
                    QStringLiteral("r.jsonl")});
    QVERIFY2(status == 0, trawlc.err().constData());
    QVERIFY(trawlc.out().isEmpty());
    QVERIFY2(trawlc.err().contains("1000 done: "), trawlc.err().constData());
    QVERIFY(pagesAreWhole(path(QStringLiteral("out")), 1000));
    QVERIFY(!QDir(path(QStringLiteral("out/.trawl"))).exists());
    QVERIFY(trawlc.workers().isEmpty());

    QCOMPARE(contents(path(QStringLiteral("r.csv"))).count('\n'), 1001);
    QCOMPARE(contents(path(QStringLiteral("r.tsv"))).count('\n'), 1001);
    QCOMPARE(QJsonDocument::fromJson(contents(path(QStringLiteral("r.json")))).array().size(),
             1000);
    const auto rows = jsonLines(contents(path(QStringLiteral("r.jsonl"))));
    QCOMPARE(rows.size(), 1000);
    for (int i = 0; i < 1000; ++i) {
        const auto &row = rows[i];
        QCOMPARE(row.value(u"id"), QJsonValue(i + 1));
        QCOMPARE(row.value(u"url").toString().toUtf8(), m_server->httpsUrl(m_pages[i]).toEncoded());
        QCOMPARE(row.value(u"status"), QJsonValue(QStringLiteral("done")));
        QCOMPARE(row.value(u"code"), QJsonValue(200));
        QCOMPARE(row.value(u"bytes"), QJsonValue(qint64(pageBytes)));
        QCOMPARE(row.value(u"file").toString(), m_pages[i].section(u'/', -1));
        QVERIFY(row.value(u"finished").toString() >= row.value(u"started").toString());
    }
}

void TestGet::badEntriesFailAlone()
{
    const QByteArray list = "# a comment\n" + listOf(m_pages.mid(0, 3)) + "no link at all\n" +
                            "ftp://example.org/x\n" +
                            m_server->httpUrl(QStringLiteral("/missing")).toEncoded() + "\n" +
                            listOf(m_pages.mid(0, 1)) + "http://127.0.0.1:1/refused\n";
    QVERIFY(writeFile(path(QStringLiteral("list.txt")), list));
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("--cacert"), m_server->caFile(),
                         QStringLiteral("--retries"), QStringLiteral("0"), QStringLiteral("-d"),
                         QStringLiteral("out"), QStringLiteral("-o"), QStringLiteral("r.jsonl"),
                         QStringLiteral("list.txt")}),
             1);
    QVERIFY(pagesAreWhole(path(QStringLiteral("out")), 3));
    QStringList ends;
    for (const auto &row : jsonLines(contents(path(QStringLiteral("r.jsonl")))))
        ends.append(row.value(u"status").toString() + u' ' + row.value(u"reason").toString());
    QCOMPARE(
        ends,
        (QStringList{QStringLiteral("done "), QStringLiteral("done "), QStringLiteral("done "),
                     QStringLiteral("failed invalid-url"),
                     QStringLiteral("failed unsupported-scheme"), QStringLiteral("failed http-404"),
                     QStringLiteral("skipped duplicate"), QStringLiteral("failed connect")}));
    QVERIFY2(trawlc.err().contains("4 failed: "), trawlc.err().constData());
    QVERIFY2(trawlc.err().contains("1 x HTTP 404"), trawlc.err().constData());
    QVERIFY2(trawlc.err().contains("see r.jsonl"), trawlc.err().constData());
}

void TestGet::standardInputAndOutput()
{
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-k"), QStringLiteral("-dout"),
                         QStringLiteral("-o-"), QStringLiteral("-")},
                        listOf(m_pages.mid(0, 20))),
             0);
    const auto rows = jsonLines(trawlc.out());
    QCOMPARE(rows.size(), 20);
    QCOMPARE(trawlc.out().count('\n'), 20); // and nothing beside the rows
    QVERIFY(pagesAreWhole(path(QStringLiteral("out")), 20));
}

void TestGet::urlsAsArguments()
{
    auto secret = m_server->httpUrl(m_pages[1]);
    secret.setUserInfo(QStringLiteral("joe:hunter2"));
    Trawlc trawlc(m_dir->path());
    QCOMPARE(
        trawlc.run({QStringLiteral("get"), m_server->httpUrl(m_pages[0]).toString(),
                    secret.toString(), QStringLiteral("-o"), QStringLiteral("r.csv"),
                    QStringLiteral("-v"), QStringLiteral("--session"), QStringLiteral("s.trawl")}),
        0);
    QVERIFY(!contents(path(QStringLiteral("000002.html"))).isEmpty()); // -d is where we are
    QVERIFY(!trawlc.err().contains("hunter2"));
    QVERIFY(!contents(path(QStringLiteral("r.csv"))).contains("hunter2"));
    QVERIFY(trawlc.run({QStringLiteral("status"), QStringLiteral("--session=s.trawl"),
                        QStringLiteral("2")}) == 0);
    QVERIFY(trawlc.out().contains("000002.html"));
    QVERIFY(!trawlc.out().contains("hunter2"));
    // The session needs it to go on, and is the owner's alone.
    QCOMPARE(QFileInfo(path(QStringLiteral("s.trawl"))).permissions() &
                 (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestGet::secretsAreNobodysToRead()
{
    auto url = m_server->httpUrl(m_pages[0]);
    url.setUserInfo(QStringLiteral("joe:hunter2"));
    Trawlc trawlc(m_dir->path());
    trawlc.start({QStringLiteral("get"), QStringLiteral("-v"), QStringLiteral("-u"),
                  QStringLiteral("me:hunter2"), QStringLiteral("--header=X-Key: hunter2"),
                  url.toString(), QStringLiteral("--limit=1k"),
                  QStringLiteral("--session=s.trawl")});
    QTRY_VERIFY(!trawlc.workers().isEmpty());
    const auto commandLine = [](qint64 pid) {
        return contents(QStringLiteral("/proc/%1/cmdline").arg(pid));
    };
    QVERIFY(commandLine(trawlc.processId()).contains("--limit=1k"));
    QVERIFY(commandLine(trawlc.processId()).contains("--header=****"));
    auto pids = trawlc.workers();
    pids.append(trawlc.processId());
    for (const auto pid : std::as_const(pids))
        QVERIFY(!commandLine(pid).contains("hunter2"));
    trawlc.signal(SIGINT);
    QCOMPARE(trawlc.wait(), 3);
    QVERIFY(!trawlc.err().contains("hunter2"));
}

void TestGet::statusTellsWhatIsKnown()
{
    Trawlc trawlc(m_dir->path());
    const auto status = [&](const QStringList &more) {
        return trawlc.run(QStringList{QStringLiteral("status"), QStringLiteral("--session"),
                                      QStringLiteral("s.trawl"), QStringLiteral("--json")} +
                          more);
    };
    QCOMPARE(status({}), 4); // no such session
    QCOMPARE(trawlc.run({QStringLiteral("get"), m_server->httpUrl(m_pages[0]).toString(),
                         m_server->httpUrl(QStringLiteral("/none")).toString(),
                         QStringLiteral("--session"), QStringLiteral("s.trawl"),
                         QStringLiteral("--retries=0")}),
             1);
    QCOMPARE(status({}), 0);
    auto rows = jsonLines(trawlc.out());
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][QStringLiteral("status")].toString(), QStringLiteral("done"));
    QCOMPARE(rows[1][QStringLiteral("reason")].toString(), QStringLiteral("http-404"));
    QCOMPARE(rows[1][QStringLiteral("items")].toInt(), 1);

    QCOMPARE(status({QStringLiteral("1"), QStringLiteral("2")}), 0);
    rows = jsonLines(trawlc.out());
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][QStringLiteral("bytes")].toInt(), pageBytes);
    QCOMPARE(rows[0][QStringLiteral("file")].toString(), QStringLiteral("000001.html"));
    QCOMPARE(rows[1][QStringLiteral("code")].toInt(), 404);
    QCOMPARE(status({QStringLiteral("3")}), 1);
    QVERIFY(trawlc.out().isEmpty());
    QVERIFY(trawlc.err().contains("1 of the items named are not there"));
    QCOMPARE(status({QStringLiteral("x")}), 2);
}

void TestGet::nothingIsFetchedOnRefusal_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ') << QByteArray(named);
    };
    row("get --gremlins list.txt", "--gremlins");
    row("get -w none list.txt", "-w");
    row("get missing.txt", "missing.txt");
    row("get list.txt missing.txt", "missing.txt");
    row("get list.txt nocolumn.csv", "nocolumn.csv");
    row("get .", ". is a folder");
    row("get", "nothing to fetch");
    row("get --checksum md5=d41d8cd98f00b204e9800998ecf8427e list.txt", "one URL");
    row("get -d list.txt/x list.txt", "list.txt/x cannot be made: Not a directory");
    row("get -o r.docx list.txt", "r.docx");
    row("get -o no/such/r.csv list.txt", "no/such cannot be written: No such file or directory");
    row("get -o list.txt/r.csv list.txt", "list.txt cannot be written: Not a directory");
    row("get -o list.csv/ list.txt", "list.csv/");
    row("get --cacert missing.pem list.txt",
        "--cacert: missing.pem cannot be read: No such file or directory");
    row("get --cert . list.txt", "--cert: . is a folder");
    row("get --netrc=/dev/null list.txt", "--netrc: /dev/null is no regular file");
    row("get --cookies missing.txt list.txt",
        "--cookies: missing.txt cannot be read: No such file or directory");
    row("scrape --recipe missing.toml list.txt", "missing.toml: No such file or directory");
    row("scrape --recipe . list.txt", ".: ");
    row("fetch list.txt", "fetch");
    row("--gremlins", "--gremlins");
}

void TestGet::nothingIsFetchedOnRefusal()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    const auto before = m_server->requests().size();
    QVERIFY(writeFile(path(QStringLiteral("list.txt")), listOf(m_pages.mid(0, 5))));
    QVERIFY(writeFile(path(QStringLiteral("nocolumn.csv")), "a,b\n1,2\n"));
    Trawlc trawlc(m_dir->path());
    QVERIFY2(trawlc.run(arguments) == 2, trawlc.err().constData());
    QVERIFY2(trawlc.err().contains(named), trawlc.err().constData());
    QVERIFY(trawlc.out().isEmpty());
    QCOMPARE(m_server->requests().size(), before);
    QCOMPARE(fileCount(m_dir->path()), 2);
}

void TestGet::aMissingWorkerIsSaid()
{
    Trawlc trawlc(m_dir->path());
    trawlc.setEnvironment(QStringLiteral("TRAWL_WORKER"), QStringLiteral("/no/such/worker"));
    QCOMPARE(trawlc.run({QStringLiteral("get"), m_server->httpUrl(m_pages[0]).toString()}), 4);
    QVERIFY2(trawlc.err().contains("/no/such/worker"), trawlc.err().constData());
    trawlc.setEnvironment(QStringLiteral("TRAWL_WORKER"), QStringLiteral("/bin/false"));
    QCOMPARE(trawlc.run({QStringLiteral("get"), m_server->httpUrl(m_pages[0]).toString()}), 4);
    QVERIFY2(trawlc.err().contains("no worker could be started"), trawlc.err().constData());
}

void TestGet::anUnusableSessionIsSaid()
{
    const QByteArray strange("this is no session of ours, and it must stay as it is");
    QVERIFY(writeFile(path(QStringLiteral("s.trawl")), strange));
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("--session"),
                         QStringLiteral("s.trawl"), m_server->httpUrl(m_pages[0]).toString()}),
             4);
    QVERIFY2(trawlc.err().contains("session"), trawlc.err().constData());
    QCOMPARE(contents(path(QStringLiteral("s.trawl"))), strange);
}

void TestGet::aListWithoutLinksIsSaid()
{
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-")}, "# nothing\n\n"), 2);
    QVERIFY2(trawlc.err().contains("no links in standard input"), trawlc.err().constData());
}

void TestGet::whatStandsBeforeABreakIsFetched()
{
    const auto url = [this](int i) { return '"' + m_server->httpUrl(m_pages[i]).toEncoded(); };
    QVERIFY(writeFile(path(QStringLiteral("cut.json")), '[' + url(0) + "\"," + url(1)));
    QVERIFY(writeFile(path(QStringLiteral("good.txt")), listOf(m_pages.mid(2, 1))));
    Trawlc trawlc(m_dir->path());
    const QStringList command{QStringLiteral("get"), QStringLiteral("--cacert"),
                              m_server->caFile(),    QStringLiteral("-d"),
                              QStringLiteral("out"), QStringLiteral("cut.json")};
    QCOMPARE(trawlc.run(command + QStringList{QStringLiteral("good.txt")}), 1);
    QVERIFY2(trawlc.err().contains("cut.json is no JSON from line 1 on"), trawlc.err().constData());
    QVERIFY2(trawlc.err().contains("2 done"), trawlc.err().constData());
    QVERIFY(writeFile(path(QStringLiteral("cut.json")), "[" + url(0)));
    QCOMPARE(trawlc.run(command), 2);
}

void TestGet::progressAsJson()
{
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-qk"), QStringLiteral("--progress"),
                         QStringLiteral("json"), QStringLiteral("-")},
                        listOf(m_pages.mid(0, 30))),
             0);
    const auto objects = jsonLines(trawlc.err());
    QVERIFY(!objects.isEmpty());
    QCOMPARE(objects.last().value(u"done"), QJsonValue(30));
    QCOMPARE(objects.last().value(u"total"), QJsonValue(30));
    QCOMPARE(objects.last().value(u"bytes"), QJsonValue(30 * qint64(pageBytes)));
}

void TestGet::quietIsQuiet()
{
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-q"), QStringLiteral("-k"),
                         m_server->httpsUrl(m_pages[0]).toString()}),
             0);
    QCOMPARE(trawlc.err(), QByteArray());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-q"),
                         m_server->httpUrl(QStringLiteral("/missing")).toString()}),
             1);
    QCOMPARE(trawlc.err(), QByteArray("1 failed: 1 x HTTP 404; -o results.csv lists them\n"));
}

void TestGet::headersAreSentAndNotShown()
{
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-v"), QStringLiteral("-H"),
                         QStringLiteral("X-Token: hunter2"), QStringLiteral("-A"),
                         QStringLiteral("tester/1"), QStringLiteral("-o"), QStringLiteral("-"),
                         m_server->httpUrl(QStringLiteral("/echo")).toString()}),
             0);
    QCOMPARE(contents(path(QStringLiteral("echo.txt"))) + contents(path(QStringLiteral("echo"))),
             QByteArray("hunter2 tester/1\n"));
    QVERIFY(!trawlc.err().contains("hunter2"));
    QVERIFY(!trawlc.out().contains("hunter2"));
}

void TestGet::anExportThatFailsLeavesTheOthers()
{
    Trawlc trawlc(m_dir->path());
    trawlc.process().setStandardOutputFile(QStringLiteral("/dev/full"));
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("-o"), QStringLiteral("-"),
                         QStringLiteral("-o"), QStringLiteral("new/r.csv"), QStringLiteral("-d"),
                         QStringLiteral("new"), m_server->httpUrl(m_pages[0]).toString()}),
             4);
    QVERIFY2(trawlc.err().contains("disk full"), trawlc.err().constData());
    QVERIFY(contents(path(QStringLiteral("new/r.csv"))).contains(",done,"));
}

void TestGet::helpAndVersion()
{
    Trawlc trawlc(m_dir->path());
    QCOMPARE(trawlc.run({QStringLiteral("--version")}), 0);
    QVERIFY(trawlc.out().startsWith("trawlc "));
    QCOMPARE(trawlc.run({QStringLiteral("--help")}), 0);
    QVERIFY(trawlc.out().contains("get"));
    QCOMPARE(trawlc.run({QStringLiteral("get"), QStringLiteral("--help")}), 0);
    QVERIFY(trawlc.out().contains("--per-host"));
    trawlc.setEnvironment(QStringLiteral("LC_ALL"), QStringLiteral("C")); // no word of Qt's on that
    QCOMPARE(trawlc.run({QStringLiteral("--version")}), 0);
    QCOMPARE(trawlc.err(), QByteArray());
}

TRAWL_TEST(Guiless, TestGet)

} // namespace tst_get

#include "tst_get.moc"
