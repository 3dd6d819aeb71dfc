// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scrapebench.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_hostilepages {

namespace {

QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (auto &c : bytes)
        c = char(random.bounded(256));
    return bytes;
}

QByteArray entityBomb()
{
    QByteArray dtd = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'ha'>";
    for (int i = 1; i < 40; ++i) {
        const auto before = "&a" + QByteArray::number(i - 1) + ';';
        dtd += "<!ENTITY a" + QByteArray::number(i) + " '" + before + before + "'>";
    }
    return dtd + "]><x><h1>&a39;</h1></x>";
}

} // namespace

/// Pages that are broken, huge, or made to break whoever looks into them: each ends in its own
/// failure at most, and the pages beside it are as good as ever.
class HostilePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("status"); ///< empty = either
        const auto row = [](const char *name, const QByteArray &body, const char *status = "",
                            const char *type = "text/html") {
            QTest::newRow(name) << body << QByteArray(type) << QString(status);
        };
        row("nothing", {}, "done");
        row("NUL", "<h1>a\0b</h1>" + QByteArray(1000, '\0'));
        row("broken UTF-8", "<h1>\xff\xfe\xc3(\xed\xa0\x80</h1>\xc0\xaf", "done");
        row("a lie in the charset", "<meta charset=utf-16><h1>\xe4\xf6\xfc</h1>", "done");
        row("a charset that is none", "<meta charset=nonsense><h1>x</h1>", "done");
        row("a million levels deep", QByteArray("<div>").repeated(1'000'000));
        row("a million levels of tables", QByteArray("<table><tr><td>").repeated(330'000));
        row("a million levels of formatting", QByteArray("<b><i><p>").repeated(300'000));
        row("a million attributes", "<h1 " + QByteArray("a=1 b ").repeated(500'000) + ">x</h1>");
        row("one attribute of 10 MB", "<h1 a='" + QByteArray(10 << 20, 'x') + "'>x</h1>");
        row("10 MB of one text", "<h1>" + QByteArray(10 << 20, 'x'));
        row("a million brackets", QByteArray(1'000'000, '<'));
        row("never closed", "<!--" + QByteArray(5'000'000, '-'));
        row("a script without an end", "<script>" + QByteArray("</scrip").repeated(500'000));
        row("a million links", QByteArray("<a href='/x?").repeated(1) +
                                   QByteArray("1'>a</a><a href='/x?").repeated(1'000'000) + "'>");
        row("an entity bomb", entityBomb(), "", "application/xml");
        row("an entity bomb as HTML", entityBomb());
        row("XML with a DTD elsewhere",
            "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'file:///etc/passwd'><x>&y;</x>", "",
            "application/xml");
        row("JSON of a million levels", QByteArray(1'000'000, '['), "", "application/json");
        row("noise", noise(2'000'000, 1));
        row("noise as XML", noise(200'000, 2), "", "text/xml");
        row("noise as JSON", noise(200'000, 3), "", "application/json");
        row("noise as text", noise(200'000, 4), "", "text/plain");
        row("larger than is looked into", QByteArray(17 << 20, 'x'), "failed");
    }
    void costsOnlyItself()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        QFETCH(const QString, status);
        for (const char *tree : {"browser", "fast"}) {
            ScrapeBench b({"location /bad { default_type " + type + "; }", {}, true});
            QVERIFY(b.server->addFile("/bad", body));
            QStringList arguments;
            for (int i = 0; i < 6; ++i) {
                const auto path = QStringLiteral("/good%1.html").arg(i);
                b.page(path, "<h1>good</h1>");
                arguments.append(b.url(path));
            }
            arguments.insert(3, b.url("/bad"));
            const int exit = b.scrape(
                arguments + QStringList{"-f", "h=h1", "-f", "all[]=div div:nth-child(odd)", "-f",
                                        "x=xpath:count(//a)", "-f", "r=regex:(x+x+)+y", "-f",
                                        "j=json:$..a", "-f", "n[]:number,url=a::attr(href)",
                                        "--tree", tree, "--retries", "0"});
            QVERIFY2(exit == 0 || exit == 1, b.trawlc.err());
            for (int i = 0; i < 6; ++i) {
                const auto good = b.row(QStringLiteral("/good%1.html").arg(i));
                QCOMPARE(good["h"].toString(), QStringLiteral("good"));
                QCOMPARE(good["status"].toString(), QStringLiteral("done"));
            }
            const auto bad = b.row("/bad");
            const auto its = bad["status"].toString();
            QVERIFY2(its == "done" || its == "failed", qPrintable(its));
            if (!status.isEmpty())
                QCOMPARE(its, status);
            QVERIFY2(bad["reason"].toString() != "worker-crashed", "it crashed its worker");
            QCOMPARE(bad["attempts"].toInt(), 1); // in particular: no worker has died over it
        }
    }
    void tooLargeIsToldBeforeItIsRead()
    {
        ScrapeBench b;
        QFile file(b.server->root() + "/huge.html");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(200 << 20));
        QCOMPARE(b.scrape({b.url("/huge.html"), "-f", "h=h1", "--retries", "0"}), 1);
        QCOMPARE(b.row("/huge.html")["reason"].toString(), QStringLiteral("too-large"));
    }
};

TRAWL_TEST(Guiless, HostilePagesTest)

} // namespace tst_hostilepages

#include "tst_hostilepages.moc"
