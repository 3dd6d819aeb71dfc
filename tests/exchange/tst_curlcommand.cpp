// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/curlcommand.h"
#include "support/testmain.h"

#include <QProcess>
#include <QTest>

namespace tst_curlcommand {

using namespace trawl;
using namespace trawl::exchange;

namespace {

/// The words that a real shell makes of a command.
QStringList wordsOf(const QString &command)
{
    QProcess shell;
    shell.start(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\0' \"$@\"; }\n") + command});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {};
    auto words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

item::TransferSettings plain()
{
    item::TransferSettings settings;
    settings.userAgent = "Trawl/1";
    settings.proxy = QStringLiteral("system");
    return settings;
}

const QByteArray page = "https://a.example/x?a=1&b=2";

} // namespace

class TestCurlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAPlainRequest()
    {
        QCOMPARE(curlCommand(page, plain(), {}, Secrets::Masked),
                 QStringLiteral("curl --location --max-redirs 20 --user-agent Trawl/1 "
                                "--url 'https://a.example/x?a=1&b=2'"));
    }

    void quotesForTheShell_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value :
             {"plain", "two words", "it's", "''", "$HOME `id` $(id) \\ \" ! # ~ * ? & ; | < >",
              "ünïcode 中文", "\\'", "-dash", "line\nbreak", "=", "a'b'c'"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }
    void quotesForTheShell()
    {
        QFETCH(QString, value);
        item::LinkOptions options;
        options.headers = {{"X-Test", value.toUtf8()}};
        const auto words = wordsOf(curlCommand(page, plain(), options, Secrets::Masked));
        QCOMPARE(words.value(words.indexOf(QStringLiteral("--header")) + 1),
                 QStringLiteral("X-Test: ") + value);
        QCOMPARE(words.last(), QString::fromUtf8(page));
        QCOMPARE(wordsOf(QStringLiteral("curl ") + shellWord(value)), QStringList(value));
    }

    void theItemsHeadersWin()
    {
        auto settings = plain();
        settings.headers = {{"Referer", "https://job.example/"}, {"Accept", "text/html"}};
        item::LinkOptions options;
        options.headers = {{"referer", "https://item.example/"}, {"X-Empty", ""}};
        const auto words = wordsOf(curlCommand(page, settings, options, Secrets::Masked));
        QVERIFY(!words.join(u' ').contains(u"job.example"));
        QVERIFY(words.contains(QStringLiteral("referer: https://item.example/")));
        QVERIFY(words.contains(QStringLiteral("Accept: text/html")));
        QVERIFY(words.contains(QStringLiteral("X-Empty;")));
    }

    void hidesSecretsUnlessAskedTo()
    {
        auto settings = plain();
        settings.headers = {{"Authorization", "Basic hush-a"}, {"Cookie", "id=hush-b"}};
        settings.credentials = {QStringLiteral("ada"), QStringLiteral("hush-c")};
        settings.bearer = "hush-d";
        settings.proxy = QStringLiteral("http://me:hush-e@proxy.example:3128");
        const auto masked = curlCommand(page, settings, {}, Secrets::Masked);
        QVERIFY2(!masked.contains(u"hush"), qPrintable(masked));
        QVERIFY(masked.contains(u"ada:••••"));
        QVERIFY(masked.contains(u"me:••••@proxy.example:3128"));
        const auto open = wordsOf(curlCommand(page, settings, {}, Secrets::AsTheyAre));
        for (const char *word : {"Authorization: Basic hush-a", "Cookie: id=hush-b", "ada:hush-c",
                                 "hush-d", "http://me:hush-e@proxy.example:3128"})
            QVERIFY2(open.contains(QString::fromLatin1(word)), word);
    }

    void saysWhatTheJobDoesItsOwnWay()
    {
        auto settings = plain();
        settings.http = item::HttpVersion::Http2;
        settings.verifyTls = false;
        settings.caFile = QStringLiteral("/etc/my ca.pem");
        settings.proxy.clear();
        item::LinkOptions options;
        options.name = QStringLiteral("a b.pdf");
        options.credentials = {QStringLiteral("own"), QStringLiteral("x")};
        const auto words = wordsOf(
            curlCommand("https://a.example/[1].pdf", settings, options, Secrets::AsTheyAre));
        for (const char *word : {"--http2", "--insecure", "/etc/my ca.pem", "--noproxy", "*",
                                 "--globoff", "a b.pdf", "own:x", "https://a.example/[1].pdf"})
            QVERIFY2(words.contains(QString::fromLatin1(word)), word);
    }
};

TRAWL_TEST(Gui, TestCurlCommand)

} // namespace tst_curlcommand

#include "tst_curlcommand.moc"
