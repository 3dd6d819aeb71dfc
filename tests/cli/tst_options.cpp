// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <QTest>

using namespace trawl;
using cli::GetOptions;
using cli::ProgressMode;

namespace {

GetOptions parsed(const QStringList &arguments)
{
    const auto options = cli::parseGetOptions(arguments);
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
        QVERIFY(options.exports.isEmpty());
        QVERIFY(options.engine.sessionPath.isEmpty());
        QCOMPARE(options.engine.workers, 0);
        QCOMPARE(options.engine.perHost, 6);
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
                  "-k --cacert ca.pem --http 2 --http-stack qt -q -v");
        arguments << QStringLiteral("-H") << QStringLiteral("X-A: b c");
        const auto options = parsed(arguments);
        QCOMPARE(options.directory, QStringLiteral("out"));
        QCOMPARE(options.exports,
                 (QStringList{QStringLiteral("a.csv"), QStringLiteral("b.jsonl")}));
        QCOMPARE(options.engine.workers, 3);
        QCOMPARE(options.engine.perHost, 12);
        QCOMPARE(options.engine.bytesPerSecond, 2 * 1024 * 1024);
        QCOMPARE(options.engine.retries, 0);
        QCOMPARE(options.engine.sessionPath, QStringLiteral("s.trawl"));
        QCOMPARE(options.progress, ProgressMode::Json);
        QVERIFY(options.quiet && options.verbose);
        const auto &settings = options.engine.settings;
        QCOMPARE(settings.connections, 64);
        QCOMPARE(settings.connectTimeoutMs, 1500);
        QCOMPARE(settings.idleTimeoutMs, 1500);
        QCOMPARE(settings.userAgent, QByteArray("me"));
        QCOMPARE(settings.headers, (item::Headers{{"X-A", "b c"}}));
        QCOMPARE(settings.caFile, QStringLiteral("ca.pem"));
        QCOMPARE(settings.verifyTls, false);
        QCOMPARE(settings.http, item::HttpVersion::Http2);
        QCOMPARE(settings.stack, item::HttpStack::Qt);
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
        QCOMPARE(parsed(words("-o - x")).exports, QStringList{QStringLiteral("-")});
        QCOMPARE(parsed(words("-- -x --y")).inputs, words("-x --y"));
        QCOMPARE(parsed(words("-o a.csv -o a.csv")).exports.size(), 1);
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
        row("--limit fast", "--limit", "1.5MiB");
        row("--timeout 0", "--timeout", "seconds");
        row("--http 3", "--http", "1.1, 2");
        row("--http-stack wget", "--http-stack", "curl, qt");
        row("--progress loud", "--progress", "auto, bar, json, none");
        row("-o out.xml", "out.xml", ".csv, .tsv, .json or .jsonl");
        row("-d=", "", "");
        row("--dir=", "--dir", "a name");
        row("-H novalue", "-H", "Name: value");
        row("-H Range:x", "-H", "range");
    }
    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        QFETCH(QString, wayOut);
        const auto options = cli::parseGetOptions(arguments);
        if (named.isEmpty()) { // "-d=" is a directory named "="
            QVERIFY(options);
            return;
        }
        QVERIFY(!options);
        QVERIFY2(options.error().contains(named), qPrintable(options.error()));
        QVERIFY2(options.error().contains(wayOut), qPrintable(options.error()));
    }
    void headersAreNotEchoed()
    {
        const auto options =
            cli::parseGetOptions({QStringLiteral("-H"), QStringLiteral("Authorization secret")});
        QVERIFY(!options);
        QVERIFY(!options.error().contains(QStringLiteral("secret")));
        const auto lines = cli::parseGetOptions({QStringLiteral("--header=X: a\r\nY: secret")});
        QVERIFY(!lines);
        QVERIFY(!lines.error().contains(QStringLiteral("secret")));
    }
    void userAgentHeader()
    {
        const auto options = parsed({QStringLiteral("-H"), QStringLiteral("user-agent: me")});
        QCOMPARE(options.engine.settings.userAgent, QByteArray("me"));
        QVERIFY(options.engine.settings.headers.isEmpty());
        QVERIFY(!cli::parseGetOptions({QStringLiteral("-A"), QStringLiteral("a\nb")}));
    }
    void helpNamesEveryOption()
    {
        const auto help = cli::getHelp();
        for (const char *name :
             {"--dir",        "--export", "--session",  "--workers", "--connections",
              "--per-host",   "--limit",  "--retries",  "--timeout", "--header",
              "--user-agent", "--cacert", "--insecure", "--http",    "--http-stack",
              "--progress",   "--quiet",  "--verbose",  "--help",    "Exit status"})
            QVERIFY2(help.contains(QString::fromLatin1(name)), name);
        for (const auto &line : help.split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
