// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/filename.h"
#include "naming/mediatype.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_filename {

using namespace trawl::naming;

class FileNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofUrl_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QByteArray &url, const QString &expected) {
            QTest::newRow(url.left(60).constData()) << url << expected;
        };
        row("http://h/a/b.txt", QStringLiteral("b.txt"));
        row("http://h/b.txt?x=1&y=/c.html", QStringLiteral("b.txt"));
        row("http://h/b.txt#/c.html", QStringLiteral("b.txt"));
        row("http://h/b.txt#x?y/z", QStringLiteral("b.txt"));
        row("http://h/docs/", QStringLiteral("docs"));
        row("http://h/docs//", QStringLiteral("docs"));
        row("http://h", QStringLiteral("index"));
        row("http://h/", QStringLiteral("index"));
        row("http://h:8080", QStringLiteral("index"));
        row("http://h/?page=2", QStringLiteral("page=2"));
        row("http://h?page=2", QStringLiteral("page=2"));
        row("http://h/?a=b/c", QStringLiteral("a=b_c"));
        row("http://h/%E4%B8%AD%20a.txt", QStringLiteral("中 a.txt"));
        row("http://h/%E4.txt", QStringLiteral("ä.txt"));
        row("http://h/caf%E9", QStringLiteral("café"));
        row("http://h/%C4%E3%BA%C3%CA%C0%BD%E7.txt", QStringLiteral("你好世界.txt"));
        row("http://h/100%.txt", QStringLiteral("100%.txt"));
        row("http://h/a%zz%4", QStringLiteral("a%zz%4"));
        row("http://h/a+b.txt", QStringLiteral("a+b.txt"));
        row("", QStringLiteral("index"));
        row("nonsense", QStringLiteral("index"));

        row("http://h/../../x", QStringLiteral("x"));
        row("http://h/a/..", QStringLiteral("index"));
        row("http://h/%2e%2e%2f%2e%2e%2fx", QStringLiteral("_.._x"));
        row("http://h/%2e%2e%2f", QStringLiteral("_"));
        row("http://h/%2e%2e", QStringLiteral("index"));
        row("http://h/..%5cx", QStringLiteral("_x"));
        row("http://h/..\\x", QStringLiteral("_x"));
        row("http://h/%2fetc%2fpasswd", QStringLiteral("_etc_passwd"));
        row("http://h/a%00.txt", QStringLiteral("a_.txt"));
        row("http://h/.bashrc", QStringLiteral("bashrc"));
        row("http://h/CON", QStringLiteral("_CON"));
        row("http://h/a.txt.", QStringLiteral("a.txt"));
        row("http://h/inv%E2%80%AEfdp.exe", QStringLiteral("inv_fdp.exe"));
        row("http://h/" + QByteArray(5000, 'a'), QString(255, u'a'));
    }

    void ofUrl()
    {
        QFETCH(QByteArray, url);
        QFETCH(QString, expected);
        QCOMPARE(fileName(url, {}), expected);
    }

    void dispositionBeatsUrl_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("expected");
        QTest::newRow("filename") << QByteArray("attachment; filename=a.csv")
                                  << QStringLiteral("a.csv");
        QTest::newRow("filename*")
            << QByteArray("attachment; filename=a; filename*=UTF-8''%C3%A4.csv")
            << QStringLiteral("ä.csv");
        QTest::newRow("nothing left of it")
            << QByteArray("attachment; filename=\"..\"") << QStringLiteral("u.txt");
        QTest::newRow("path up") << QByteArray("attachment; filename=\"../../x\"")
                                 << QStringLiteral("x");
        QTest::newRow("encoded path up")
            << QByteArray("attachment; filename*=UTF-8''%2e%2e%2fx") << QStringLiteral("x");
        QTest::newRow("absolute") << QByteArray("attachment; filename=\"/home/me/.bashrc\"")
                                  << QStringLiteral("bashrc");
        QTest::newRow("NUL") << QByteArrayLiteral("attachment; filename=\"a\0b.csv\"")
                             << QStringLiteral("a_b.csv");
    }

    void dispositionBeatsUrl()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, expected);
        const trawl::item::ResponseHead head{.mime = "text/plain", .contentDisposition = field};
        QCOMPARE(fileName("http://h/u.txt?q", head), expected);
    }

    void extension_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QByteArray &url, const QByteArray &type,
                            const QString &expected) {
            QTest::addRow("%s as %s", url.left(40).constData(), type.constData())
                << QByteArray("http://h/" + url) << type << expected;
        };
        row("a", "text/html; charset=utf-8", QStringLiteral("a.html"));
        row("a.txt", "text/html", QStringLiteral("a.txt"));
        row("a.php", "text/html", QStringLiteral("a.php"));
        row("", "text/html", QStringLiteral("index.html"));
        row("?p=1", "text/html", QStringLiteral("p=1.html"));
        row("paper 1.5", "application/pdf", QStringLiteral("paper 1.5.pdf"));
        row("README", "text/plain", QStringLiteral("README"));
        row("SHA256SUMS", "text/plain; charset=utf-8", QStringLiteral("SHA256SUMS"));
        row("data.2024", "text/plain", QStringLiteral("data.2024"));
        row("movie.7z.001", "text/plain", QStringLiteral("movie.7z.001"));
        row("movie.7z.001", "application/x-7z-compressed", QStringLiteral("movie.7z.001"));
        row("backup.zip.12", "application/zip", QStringLiteral("backup.zip.12"));
        row("app.log.1", "text/plain", QStringLiteral("app.log.1"));
        row("", "text/plain", QStringLiteral("index.txt"));
        row("v1.2.3", "text/html", QStringLiteral("v1.2.3.html"));
        row("a", "application/octet-stream", QStringLiteral("a"));
        row("a", "", QStringLiteral("a"));
        row("a", "nonsense", QStringLiteral("a"));
        row("a.tar.gz", "application/gzip", QStringLiteral("a.tar.gz"));
        row(QByteArray(400, 'a'), "text/html", QString(250, u'a') + QStringLiteral(".html"));
    }

    void extension()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, type);
        QFETCH(QString, expected);
        QCOMPARE(fileName(url, {.mime = type}), expected);
    }

    void mediaTypes_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *type, const QString &expected) {
            QTest::newRow(type) << expected;
        };
        row("application/epub+zip", QStringLiteral("epub")); // the first row of the table
        row("video/webm", QStringLiteral("webm"));           // and the last
        row("text/html", QStringLiteral("html"));
        row("TEXT/HTML ;charset=x", QStringLiteral("html"));
        row("application/pdf", QStringLiteral("pdf"));
        row("application/json", QStringLiteral("json"));
        row("application/xml", QStringLiteral("xml"));
        row("text/xml", QStringLiteral("xml"));
        row("text/plain", QStringLiteral("txt"));
        row("text/css", QStringLiteral("css"));
        row("text/csv", QStringLiteral("csv"));
        row("text/javascript", QStringLiteral("js"));
        row("application/javascript", QStringLiteral("js"));
        row("image/png", QStringLiteral("png"));
        row("image/jpeg", QStringLiteral("jpg"));
        row("image/gif", QStringLiteral("gif"));
        row("image/webp", QStringLiteral("webp"));
        row("image/svg+xml", QStringLiteral("svg"));
        row("application/zip", QStringLiteral("zip"));
        row("application/gzip", QStringLiteral("gz"));
        row("video/mp4", QStringLiteral("mp4"));
        row("application/problem+json", QStringLiteral("json"));
        row("application/atom+xml", QStringLiteral("xml"));
        row("application/octet-stream", QString());
        row("", QString());
    }

    void mediaTypes()
    {
        QFETCH(QString, expected);
        QCOMPARE(extensionFor(QByteArrayView(QTest::currentDataTag())), expected);
        for (const auto &type : typesOf(expected))
            QCOMPARE(extensionFor(type), expected);
    }
};

TRAWL_TEST(Appless, FileNameTest)

} // namespace tst_filename

#include "tst_filename.moc"
