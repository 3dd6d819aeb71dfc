// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"
#include "cli/optiontable.h"
#include "exchange/exportformat.h"
#include "support/testmain.h"

#include <QFile>
#include <QTest>

#include <cstdio>

namespace tst_options {

using namespace trawl;
using cli::ProgressMode;
using cli::RunOptions;

namespace {

RunOptions parsed(const QStringList &arguments)
{
    const auto options = cli::parseOptions(cli::Command::Get, arguments);
    if (!options)
        qFatal("%s", qPrintable(options.error()));
    return *options;
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults()
    {
        const auto options = parsed({QStringLiteral("list.txt")});
        QCOMPARE(options.inputs, QStringList{QStringLiteral("list.txt")});
        QCOMPARE(options.directory, QStringLiteral("."));
        QVERIFY(options.exports.files.isEmpty());
        QVERIFY(options.engine.sessionPath.isEmpty());
        QCOMPARE(options.engine.workers, 0);
        QVERIFY(!options.perHost);
        QCOMPARE(options.engine.retries, 5);
        QCOMPARE(options.engine.bytesPerSecond, 0);
        QCOMPARE(options.engine.settings, item::TransferSettings());
        QCOMPARE(options.progress, ProgressMode::Auto);
        QVERIFY(!options.quiet && !options.verbose && !options.help);
    }
    void everyOption()
    {
        auto arguments =
            words("-d out -o a.csv --export=b.jsonl -w 3 -c 64 --per-host 12 --limit 2M "
                  "--retries 0 --timeout 1.5 --session s.trawl --progress json -A me "
                  "--cacert ca.pem --http 2 --http-stack qt -v "
                  "--recycle-after 100 --recycle-memory 300M");
        arguments << QStringLiteral("-H") << QStringLiteral("X-A: b c");
        const auto options = parsed(arguments);
        QCOMPARE(options.directory, QStringLiteral("out"));
        QCOMPARE(options.exports.files,
                 (QStringList{QStringLiteral("a.csv"), QStringLiteral("b.jsonl")}));
        QCOMPARE(options.engine.workers, 3);
        QCOMPARE(options.engine.recycleAfterTasks, 100);
        QCOMPARE(options.engine.recycleRssBytes, 300 * 1024 * 1024);
        QCOMPARE(options.perHost, 12);
        QCOMPARE(options.engine.bytesPerSecond, 2 * 1024 * 1024);
        QCOMPARE(options.engine.retries, 0);
        QCOMPARE(options.engine.sessionPath, QStringLiteral("s.trawl"));
        QCOMPARE(options.progress, ProgressMode::Json);
        QVERIFY(options.verbose && !options.quiet);
        const auto &settings = options.engine.settings;
        QCOMPARE(settings.connections, 64);
        QCOMPARE(settings.connectTimeoutMs, 1500);
        QCOMPARE(settings.idleTimeoutMs, 1500);
        QCOMPARE(settings.userAgent, QByteArray("me"));
        QCOMPARE(settings.headers, (item::Headers{{"X-A", "b c"}}));
        QCOMPARE(settings.caFile, QStringLiteral("ca.pem"));
        QVERIFY(settings.verifyTls);
        QCOMPARE(settings.http, item::HttpVersion::Http2);
        QCOMPARE(settings.stack, item::HttpStack::Qt);
    }
    void transferOptions()
    {
        const auto options = parsed(words(
            "--segments 8 --host-limit 1k --item-limit 2k --schedule 08:00-18:00=5k,18:00-8:00=off "
            "--delay 0.5 --rps 2.5 --retry-wait 1 "
            "--retry-max-wait 9 --retry-on 429,503 --from jsonl --timeout 7 --connect-timeout 1 "
            "--first-byte-timeout 2 --max-time 4 --min-speed 3k --max-size 1T --max-redirects 0 "
            "--allow-http -u me:p:w --netrc=n --cookies c --proxy socks5://h:1 "
            "--proxy-user you --cert a --key b --checksum md5=00000000000000000000000000000000 "
            "--hash sha256 --sums --xattr --times --name {host}/{name} --collision newer"));
        const auto &engine = options.engine;
        QCOMPARE(engine.hostBytesPerSecond, 1024);
        QCOMPARE(options.job.itemBytesPerSecond, 2048);
        QCOMPARE(engine.schedule.at({9, 0})->bytesPerSecond, 5120);
        QVERIFY(engine.schedule.at({19, 0})->off);
        QCOMPARE(engine.hostDelayMs, 500);
        QCOMPARE(engine.hostRequestsPerSecond, 2.5);
        QCOMPARE(engine.retryBaseMs, 1000);
        QCOMPARE(engine.retryCapMs, 9000);
        QCOMPARE(options.user.credentials.user, QStringLiteral("me"));
        QCOMPARE(options.user.credentials.password, QStringLiteral("p:w"));
        QVERIFY(!options.user.asksPassword);
        QCOMPARE(options.proxyUser.credentials.user, QStringLiteral("you"));
        QVERIFY(options.proxyUser.asksPassword);
        QCOMPARE(options.cookiesFile, QStringLiteral("c"));
        QVERIFY(options.checksum && options.checksum->digest == QByteArray(16, '\0'));
        QCOMPARE(options.job.nameTemplate, QStringLiteral("{host}/{name}"));
        QCOMPARE(options.job.collision, engine::Collision::IfNewer);
        item::TransferSettings expected;
        expected.segments = 8;
        expected.retryCodes = {429, 503};
        QCOMPARE(options.from, item::ListFormat::JsonLines);
        expected.connectTimeoutMs = 1000;
        expected.idleTimeoutMs = 7000;
        expected.firstByteTimeoutMs = 2000;
        expected.totalTimeoutMs = 4000;
        expected.minBytesPerSecond = 3072;
        expected.maxBytes = 1LL << 40;
        expected.maxRedirects = 0;
        expected.allowDowngrade = true;
        expected.netrcFile = QStringLiteral("n");
        expected.proxy = QStringLiteral("socks5://h:1");
        expected.clientCertificate = QStringLiteral("a");
        expected.clientKey = QStringLiteral("b");
        expected.sha256 = expected.sums = expected.xattr = expected.times = true;
        QCOMPARE(engine.settings, expected);
    }
    void hostIsTheUrlsUnlessItIsGiven()
    {
        const item::Headers given{{"Host", "b.example"}};
        QCOMPARE(parsed(words("-H Host:a.example -H Host:b.example")).engine.settings.headers,
                 given);
        QVERIFY(parsed(words("-H Host:a.example -H Host:")).engine.settings.headers.isEmpty());
    }
    void netrcTakesAFileOnlyBehindEquals()
    {
        const auto options = parsed(words("--netrc list.txt"));
        QVERIFY(options.netrc);
        QVERIFY(options.engine.settings.netrcFile.isEmpty());
        QCOMPARE(options.inputs, words("list.txt"));
    }
    void bearer()
    {
        QCOMPARE(parsed(words("--bearer tok x")).engine.settings.bearer, QByteArray("tok"));
        const auto options = parsed(words("--bearer @token.txt x"));
        QCOMPARE(options.bearerFile, QStringLiteral("token.txt"));
        QVERIFY(options.engine.settings.bearer.isEmpty());
    }
    void secretsAreFound_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("hidden");
        const auto row = [](const char *line, const char *hidden) {
            QTest::newRow(line) << words(line) << words(hidden);
        };
        row("-H X:secret list", "-H ******** list");
        row("-HX:secret list", "-H******** list");
        row("-qH X:secret", "-qH ********");
        row("--header=X:secret", "--header=********");
        row("--header X:secret", "--header ********");
        row("-u me:pw -k", "-u ***** -k");
        row("--bearer tok", "--bearer ***");
        row("--proxy http://u:p@h --proxy-user u:p", "--proxy ************ --proxy-user ***");
        row("http://u:p@h/x@y", "http://***@h/x@y");
        row("-d out@place u@h http://h/@", "-d out@place u@h http://h/@");
        row("http://h?a@b", "http://h?a@b");
        row("-H bad --nothing http://u@h", "-H *** --nothing http://u@h"); // ends at the error
    }
    void secretsAreFound()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, hidden);
        const auto pieces = cli::secretPieces(cli::Command::Get, arguments);
        for (const auto &piece : pieces) {
            auto bytes = arguments[piece.argument].toUtf8();
            bytes.replace(piece.from, piece.size, QByteArray(piece.size, '*'));
            arguments[piece.argument] = QString::fromUtf8(bytes);
        }
        QCOMPARE(arguments, hidden);
    }
    void waysToWriteOne_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line : {"-w 4 -k x", "-w4 -k x", "-kw4 x", "-kw 4 x", "--workers=4 -k x",
                                 "--workers 4 x --insecure", "x -k -w 4", "-kw4 -- x"})
            QTest::newRow(line) << words(line);
    }
    void waysToWriteOne()
    {
        QFETCH(QStringList, arguments);
        const auto options = parsed(arguments);
        QCOMPARE(options.engine.workers, 4);
        QCOMPARE(options.engine.settings.verifyTls, false);
        QCOMPARE(options.inputs, QStringList{QStringLiteral("x")});
    }
    void dashes()
    {
        QCOMPARE(parsed(words("- -o -")).inputs, QStringList{QStringLiteral("-")});
        QCOMPARE(parsed(words("-o - x")).exports.files, QStringList{QStringLiteral("-")});
        QCOMPARE(parsed(words("-- -x --y")).inputs, words("-x --y"));
        QCOMPARE(parsed(words("-o a.csv -o a.csv")).exports.files.size(), 1);
    }
    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");  // what the message must name
        QTest::addColumn<QString>("wayOut"); // and what would be right
        const auto row = [](const char *line, const char *named, const char *wayOut) {
            QTest::newRow(line) << words(line) << QString::fromLatin1(named)
                                << QString::fromLatin1(wayOut);
        };
        row("--gremlins", "--gremlins", "unknown option");
        row("--head x", "--head", "did you mean --header?");
        row("-x", "-x", "unknown option");
        row("-kx", "-x", "unknown option");
        row("-w", "-w", "needs a value");
        row("--limit", "--limit", "RATE");
        row("--insecure=1", "--insecure", "takes no value");
        row("-w 0", "-w \"0\"", "1 to 256");
        row("-w many", "many", "1 to 256");
        row("-c -1", "-c", "1 to 1024");
        row("--recycle-after -1", "--recycle-after", "a whole number from 0");
        row("--recycle-memory much", "--recycle-memory", "bytes");
        row("--limit fast", "--limit", "1.5MiB");
        row("--timeout 0", "--timeout", "seconds");
        row("--http 3", "--http", "1.1, 2");
        row("--http-stack wget", "--http-stack", "curl, qt");
        row("--progress loud", "--progress", "auto, bar, json, none");
        row("-o out.xml", "out.xml", ".csv, .tsv, .json, .jsonl, .xlsx, .sqlite or .txt");
        row("-d=", "", "");
        row("--dir=", "--dir", "a name");
        row("--segments 0", "--segments", "1 to 64");
        row("--schedule 8-9", "--schedule", "08:00-18:00=500k");
        row("--rps 0", "--rps", "requests a second");
        row("--delay -1", "--delay", "seconds");
        row("--schedule 8-18=5k", "--schedule", "\"8\" is no time of day");
        row("--host-limit x", "--host-limit", "1.5MiB");
        row("--max-size 5k/s", "--max-size", "bytes");
        row("--retry-on 429,99", "--retry-on", "429,503");
        row("--retry-on 429,", "--retry-on", "429,503");
        row("--retry-on 6xx", "--retry-on", "5xx");
        row("--from pdf", "--from", "lines, text, csv, tsv, aria2, metalink");
        row("--collision ask", "--collision", "number, overwrite, skip, newer");
        row("--checksum sha256=12", "--checksum", "sha256=");
        row("--hash md5", "--hash", "sha256");
        row("--proxy ftp://h", "--proxy", "socks5://");
        row("--proxy http://", "--proxy", "socks5://");
        row("-u :pw", "-u", "NAME:PASSWORD");
        row("--bearer a,b", "--bearer", "a token");
        row("--max-redirects -1", "--max-redirects", "0 to 100");
        row("--sums=1", "--sums", "takes no value");
        row("-H novalue", "-H", "Name: value");
        row("-H Range:x", "-H", "range");
        row("--no-cookies --cookies c", "--cookies and --no-cookies", "leave one of them out");
        row("--cookies c x --no-cookies", "--cookies and --no-cookies", "contradict each other");
        row("--no-save --save", "--save and --no-save", "contradict");
        row("-qv", "-q and -v", "contradict");
        row("--cacert c -k", "--cacert and -k", "contradict");
        row("--user u:p --bearer t", "--user and --bearer", "contradict");
        row("-u u:p --bearer @f", "-u and --bearer", "contradict");
    }
    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        QFETCH(QString, wayOut);
        const auto options = cli::parseOptions(cli::Command::Get, arguments);
        if (named.isEmpty()) { // "-d=" is a directory named "="
            QVERIFY(options);
            return;
        }
        QVERIFY(!options);
        QVERIFY2(options.error().contains(named), qPrintable(options.error()));
        QVERIFY2(options.error().contains(wayOut), qPrintable(options.error()));
    }
    void whatIsExcludedIsAnOption()
    {
        for (const auto command : {cli::Command::Get, cli::Command::Scrape}) {
            QStringList names;
            QStringList excluded;
            for (const auto &group : cli::optionGroups(command)) {
                for (const auto &option : group.options) {
                    names.append(option.name);
                    if (option.excludes)
                        excluded.append(option.excludes);
                }
            }
            QVERIFY(!excluded.isEmpty());
            for (const auto &name : std::as_const(excluded))
                QVERIFY2(names.contains(name), qPrintable(name));
        }
    }
    void headersAreNotEchoed()
    {
        const auto options = cli::parseOptions(
            cli::Command::Get, {QStringLiteral("-H"), QStringLiteral("Authorization secret")});
        QVERIFY(!options);
        QVERIFY(!options.error().contains(QStringLiteral("secret")));
        const auto lines =
            cli::parseOptions(cli::Command::Get, {QStringLiteral("--header=X: a\r\nY: secret")});
        QVERIFY(!lines);
        QVERIFY(!lines.error().contains(QStringLiteral("secret")));
    }
    void passwordsAreNotEchoed()
    {
        for (const char *line : {"--bearer se,cret", "-u :secret", "--proxy ftp://u:secret@h"}) {
            const auto options = cli::parseOptions(cli::Command::Get, words(line));
            QVERIFY(!options);
            QVERIFY2(!options.error().contains(QStringLiteral("cret")), line);
        }
    }
    void userAgentHeader()
    {
        const auto options = parsed({QStringLiteral("-H"), QStringLiteral("user-agent: me")});
        QCOMPARE(options.engine.settings.userAgent, QByteArray("me"));
        QVERIFY(options.engine.settings.headers.isEmpty());
        QVERIFY(
            !cli::parseOptions(cli::Command::Get, {QStringLiteral("-A"), QStringLiteral("a\nb")}));
    }
    void readmeHasTheSameTable()
    {
        QFile file(QStringLiteral(TRAWL_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto table = cli::readmeTable(cli::Command::Get);
        const bool same = QString::fromUtf8(file.readAll()).contains(u'\n' + table + u'\n');
        if (!same) // to be pasted; Qt Test would cut it
            std::puts(qPrintable(table));
        QVERIFY(same);
    }
    void helpNamesEveryOption()
    {
        const auto help = cli::helpText(cli::Command::Get);
        for (const char *name :
             {"--dir",        "--export",   "--session",  "--workers",     "--connections",
              "--per-host",   "--limit",    "--retries",  "--timeout",     "--header",
              "--user-agent", "--cacert",   "--insecure", "--http",        "--http-stack",
              "--progress",   "--quiet",    "--verbose",  "--help",        "Exit status",
              "--name",       "--segments", "--proxy",    "--netrc[=FILE]"})
            QVERIFY2(help.contains(QString::fromLatin1(name)), name);
        for (const auto &line : help.split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }
    void helpNamesEveryFormat()
    {
        const auto help = cli::helpText(cli::Command::Export).simplified();
        const auto written = help.indexOf(QStringLiteral("write the results to FILE:"));
        const auto grown = help.indexOf(QStringLiteral("as they come:"));
        QVERIFY(written > 0 && grown > written);
        const auto wordsOf = [](QString text) { return text.remove(u',').split(u' '); };
        const auto all = wordsOf(help.sliced(written, grown - written));
        const auto growing = wordsOf(help.sliced(grown));
        for (const auto &format : exchange::exportFormats()) {
            const auto suffix = QString::fromLatin1(format.suffix);
            QVERIFY2(all.contains(suffix), format.suffix);
            QVERIFY2(growing.contains(suffix) == format.canGrow(), format.suffix);
        }
    }
};

TRAWL_TEST(Appless, TestOptions)

} // namespace tst_options

#include "tst_options.moc"
