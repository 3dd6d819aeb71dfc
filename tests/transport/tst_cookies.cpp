// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/replies.h"

namespace tst_cookies {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;

/// The cookies of one manager. A proxy that answers for every host stands for the web.
class TestCookies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_manager = std::make_unique<AccessManager>(options()); }

    void whoSeesThem_data()
    {
        QTest::addColumn<QByteArray>("cookie");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("sent");
        const auto row = [](const char *name, const char *cookie, const char *from, const char *to,
                            bool sent) {
            QTest::newRow(name) << QByteArray(cookie) << QByteArray(from) << QByteArray(to) << sent;
        };
        row("same host", "n=1", "a.example/", "a.example/x", true);
        row("other host", "n=1", "a.example/", "b.example/", false);
        row("host below", "n=1", "a.example/", "x.a.example/", false);
        row("domain", "n=1; Domain=a.example", "w.a.example/", "x.a.example/", true);
        row("other domain", "n=1; Domain=b.example", "a.example/", "b.example/", false);
        row("public suffix", "n=1; Domain=co.uk", "a.co.uk/", "b.co.uk/", false);
        row("private suffix", "n=1; Domain=github.io", "a.github.io/", "b.github.io/", false);
        row("path", "n=1; Path=/x", "a.example/x/y", "a.example/z", false);
        row("secure", "n=1; Secure", "a.example/", "a.example/", false);
        row("over", "n=1; Max-Age=0", "a.example/", "a.example/", false);
    }
    void whoSeesThem()
    {
        QFETCH(const QByteArray, cookie);
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const bool, sent);
        m_setCookie = "Set-Cookie: " + cookie + "\r\n";
        visit(from);
        m_setCookie.clear();
        QCOMPARE(visit(to), sent ? QByteArray("n=1") : QByteArray());
    }
    void changesAreToldOnce()
    {
        QVERIFY(m_manager->takeNewCookies().isEmpty());
        m_setCookie = "Set-Cookie: n=1\r\nSet-Cookie: m=2; Max-Age=1000; HttpOnly\r\n";
        visit("a.example/");
        auto lines = m_manager->takeNewCookies();
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith("#HttpOnly_a.example\tFALSE\t/\tFALSE\t"));
        QCOMPARE(lines.at(1), QByteArray("a.example\tFALSE\t/\tFALSE\t0\tn\t1"));
        m_setCookie = "Set-Cookie: n=1\r\n";
        visit("a.example/");
        QVERIFY(m_manager->takeNewCookies().isEmpty());
    }
    void anotherManagerGoesOn()
    {
        m_setCookie = "Set-Cookie: n=1\r\nSet-Cookie: m=2\r\n";
        visit("a.example/");
        const auto lines = m_manager->takeNewCookies();
        m_setCookie = "Set-Cookie: m=2; Max-Age=0\r\n";
        visit("a.example/");
        const auto deleted = m_manager->takeNewCookies();
        QCOMPARE(deleted.size(), 1);
        m_setCookie.clear();

        m_manager = std::make_unique<AccessManager>(options());
        m_manager->setCookies(lines + QList<QByteArray>{"ALL", "no cookie", "# Netscape"});
        QVERIFY(m_manager->takeNewCookies().isEmpty());
        const auto both = visit("a.example/").split(';');
        QCOMPARE(both.size(), 2);
        m_manager->setCookies(deleted);
        QCOMPARE(visit("a.example/"), QByteArray("n=1"));
        QCOMPARE(visit("b.example/"), QByteArray());
    }
    void secureLinesStayOffHttp()
    {
        m_manager->setCookies({"a.example\tFALSE\t/\tTRUE\t0\ts\t1",
                               "a.example\tFALSE\t/\tFALSE\t0\tn\t1",
                               "a.example\tFALSE\t/\tFALSE\t1000000000\told\t1"});
        QCOMPARE(visit("a.example/"), QByteArray("n=1"));
    }
    void ownHeaderGoesAlong()
    {
        m_manager->setCookies({"a.example\tFALSE\t/\tFALSE\t0\tn\t1"});
        QNetworkRequest request(QUrl(QStringLiteral("http://a.example/")));
        request.setRawHeader("Cookie", "own=2");
        const ReplyPtr reply(m_manager->get(request));
        QVERIFY(finishes(*reply));
        const auto head = m_web.requests().last().head;
        QCOMPARE(head.count("Cookie:"), 1);
        QVERIFY(head.contains("n=1") && head.contains("own=2"));
        QCOMPARE(visit("a.example/"), QByteArray("n=1"));
    }
    void offByDefault()
    {
        auto plain = options();
        plain.cookies = false;
        m_manager = std::make_unique<AccessManager>(plain);
        m_setCookie = "Set-Cookie: n=1\r\n";
        visit("a.example/");
        m_setCookie.clear();
        QCOMPARE(visit("a.example/"), QByteArray());
        QVERIFY(m_manager->takeNewCookies().isEmpty());
    }
    // What a person may be shown of a head holds no cookie.
    void shownHead()
    {
        m_setCookie = "set-cookie : n=secret\r\n\tfolded=secret\r\nX-A: 1\r\n";
        const ReplyPtr reply(
            m_manager->get(QNetworkRequest(QUrl(QStringLiteral("http://a.example/")))));
        QVERIFY(finishes(*reply));
        const auto shown = attribute(*reply, transport::HeadBlock).toByteArray();
        QVERIFY(shown.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(shown.contains("X-A: 1\r\n"));
        QVERIFY(shown.contains("set-cookie : ••••\r\n") && !shown.contains("secret"));
    }

private:
    AccessManager::Options options() const
    {
        return {.proxy = QStringLiteral("http://127.0.0.1:%1").arg(m_web.port()), .cookies = true};
    }
    /// The cookies that the server saw.
    QByteArray visit(const QByteArray &hostAndPath)
    {
        const QUrl url(QString::fromLatin1("http://" + hostAndPath));
        const ReplyPtr reply(m_manager->get(QNetworkRequest(url)));
        if (!finishes(*reply) || reply->error() != QNetworkReply::NoError)
            return "failed";
        return m_web.requests().last().header("Cookie");
    }

    QByteArray m_setCookie; ///< changed between requests only
    RawServer m_web{[this](RawConnection &connection) {
        while (connection.readRequest())
            connection.send(okSized("x", m_setCookie));
    }};
    std::unique_ptr<AccessManager> m_manager;
};

TRAWL_TEST(Guiless, TestCookies)

} // namespace tst_cookies

#include "tst_cookies.moc"
