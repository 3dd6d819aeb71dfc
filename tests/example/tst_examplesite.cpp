// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "example/recipe.h"
#include "example/shop.h"
#include "example/site.h"

#include "exchange/recipefile.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>
#include <QTcpSocket>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

namespace tst_examplesite {

using namespace trawl;
using namespace trawl::example;

class TestExampleSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkLeadsSomewhere()
    {
        static const QRegularExpression link(QStringLiteral("(?:href|src)=\"([^\"]+)\""));
        QList<QByteArray> open{"/"};
        QSet<QByteArray> seen{"/"};
        int pictures = 0;
        while (!open.isEmpty()) {
            const auto path = open.takeLast();
            const auto answer = answerTo(path);
            QVERIFY2(answer, path.constData());
            pictures += answer->type == "image/svg+xml" ? 1 : 0;
            if (answer->type != "text/html; charset=utf-8")
                continue;
            for (auto it = link.globalMatch(QString::fromUtf8(answer->body)); it.hasNext();) {
                const auto next = it.next().captured(1).toUtf8();
                if (!seen.contains(next))
                    open << next;
                seen << next;
            }
        }
        QCOMPARE(pictures, productCount);
        QCOMPARE(seen.size(), productCount * 2 + productCount / productsOnAPage);
    }

    void picturesAreWellFormed()
    {
        for (int i = 1; i <= productCount; ++i) {
            QXmlStreamReader xml(answerTo("/picture/" + QByteArray::number(i) + ".svg")->body);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        }
    }

    void hasNoOtherPages_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"", "/page/0", "/page/5", "/page/", "/product/37", "/product/x",
                                 "/picture/1", "/picture/1.png", "/../etc/passwd", "/product/-1"})
            QTest::newRow(*path ? path : "nothing") << QByteArray(path);
    }
    void hasNoOtherPages()
    {
        QFETCH(QByteArray, path);
        QVERIFY(!answerTo(path));
    }

    void recipeIsReadable()
    {
        const auto read = exchange::recipeFromText(recipe(), false);
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QCOMPARE(read->columns().first(), QStringLiteral("product"));
        QVERIFY(read->crawls());
    }

    void servesOverHttp()
    {
        Site site(nullptr, 5);
        QVERIFY(site.start());
        QCOMPARE(site.url().host(), QStringLiteral("127.0.0.1"));
        QNetworkAccessManager manager;
        const auto get = [&](const QString &path) {
            std::unique_ptr<QNetworkReply> reply(
                manager.get(QNetworkRequest(site.url().resolved(QUrl(path)))));
            [&] { QTRY_VERIFY(reply->isFinished()); }();
            return reply;
        };
        const auto first = get(QStringLiteral("/product/7?x=1"));
        QCOMPARE(first->readAll(), answerTo("/product/7")->body);
        QCOMPARE(first->header(QNetworkRequest::ContentTypeHeader).toByteArray(),
                 QByteArray("text/html; charset=utf-8"));
        const auto missing = get(QStringLiteral("/nothing"));
        QCOMPARE(missing->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
    }

    void answersRequestsThatComeTogetherInOrder()
    {
        Site site(nullptr, 1);
        QVERIFY(site.start());
        QTcpSocket socket;
        socket.connectToHost(site.url().host(), quint16(site.url().port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET /product/1 HTTP/1.1\r\nHost: x\r\n\r\nHEAD / HTTP/1.1\r\n\r\n"
                     "POST / HTTP/1.1\r\n\r\nGET /nope HTTP/1.1\r\n\r\n");
        QByteArray got;
        QTRY_VERIFY((got += socket.readAll()).contains("No such page"));
        QCOMPARE(got.count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(got.count("HTTP/1.1 405"), 1);
        QVERIFY(got.indexOf("Small Net") < got.indexOf("405"));
        QVERIFY(!got.contains("Harbour"));
    }

    void dropsWhatIsNoRequest()
    {
        Site site(nullptr, 1);
        QVERIFY(site.start());
        QTcpSocket socket;
        socket.connectToHost(site.url().host(), quint16(site.url().port()));
        QVERIFY(socket.waitForConnected());
        socket.write(QByteArray(20'000, 'x'));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void stopsWhenNobodyAsks()
    {
        Site site(nullptr, 1, 50);
        QVERIFY(site.start());
        QVERIFY(site.isRunning());
        QTRY_VERIFY(!site.isRunning());
        QVERIFY(site.start());
    }

    void takesAMoment()
    {
        Site site(nullptr, 100);
        QVERIFY(site.start());
        QTcpSocket socket;
        socket.connectToHost(site.url().host(), quint16(site.url().port()));
        QVERIFY(socket.waitForConnected());
        QElapsedTimer time;
        time.start();
        socket.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY2(time.elapsed() >= 95, qPrintable(QString::number(time.elapsed())));
    }
};

TRAWL_TEST(Guiless, TestExampleSite)

} // namespace tst_examplesite

#include "tst_examplesite.moc"
