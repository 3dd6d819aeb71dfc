// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/replies.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace tst_login {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using transport::AccessManager;

namespace {

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

QByteArray field(const QByteArray &digest, const char *name)
{
    const QRegularExpression pattern(
        QStringLiteral("\\b%1=\"?([^\",]*)").arg(QLatin1StringView(name)));
    return pattern.match(QString::fromLatin1(digest)).captured(1).toLatin1();
}

// RFC 7616, 3.4.1, with MD5 and qop=auth.
bool isRightDigest(const QByteArray &header, const QByteArray &user, const QByteArray &password)
{
    const auto a1 = md5(user + ":realm:" + password);
    const auto a2 = md5("GET:" + field(header, "uri"));
    return field(header, "response") == md5(a1 + ":nonce1:" + field(header, "nc") + ':' +
                                            field(header, "cnonce") + ":auth:" + a2);
}

/// Wants "me" with "pässwort"; its refusal has a body.
RawServer::Handler guarded(bool digest)
{
    return [digest](RawConnection &connection) {
        const QByteArray challenge = digest
                                         ? "Digest realm=\"realm\", nonce=\"nonce1\", qop=\"auth\""
                                         : "Basic realm=\"realm\"";
        const QByteArray password = "pässwort";
        while (const auto request = connection.readRequest()) {
            const auto given = request->header("Authorization");
            const bool right = digest ? isRightDigest(given, "me", password)
                                      : given == "Basic " + ("me:" + password).toBase64();
            connection.send(right ? okSized("for you")
                                  : "HTTP/1.1 401 Who\r\nWWW-Authenticate: " + challenge +
                                        "\r\nContent-Length: 3\r\n\r\nno!");
        }
    };
}

} // namespace

/// Passwords, tokens and certificates that go to the server.
class TestLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwords_data()
    {
        QTest::addColumn<bool>("digest");
        QTest::addColumn<bool>("netrc");
        QTest::newRow("basic") << false << false;
        QTest::newRow("digest") << true << false;
        QTest::newRow("basic, netrc") << false << true;
        QTest::newRow("digest, netrc") << true << true;
    }
    // The 401 that curl answers by itself is not to be seen.
    void passwords()
    {
        QFETCH(const bool, digest);
        QFETCH(const bool, netrc);
        RawServer server(guarded(digest));
        AccessManager manager(netrc ? withNetrc("me", "pässwort") : AccessManager::Options());
        for (int i = 0; i < 2; ++i) {
            auto request = QNetworkRequest(server.url(QStringLiteral("/x?y=z")));
            if (!netrc)
                login(request, QStringLiteral("pässwort"));
            const ReplyPtr reply(manager.get(request));
            const Signals heard(*reply);
            QVERIFY(finishes(*reply));
            QCOMPARE(reply->error(), QNetworkReply::NoError);
            QCOMPARE(status(*reply), 200);
            QCOMPARE(heard.letters(), QByteArray("mrf"));
            QCOMPARE(reply->readAll(), QByteArray("for you"));
            QVERIFY(!reply->hasRawHeader("WWW-Authenticate"));
        }
    }
    void wrongPassword_data() { passwords_data(); }
    void wrongPassword()
    {
        QFETCH(const bool, digest);
        QFETCH(const bool, netrc);
        RawServer server(guarded(digest));
        AccessManager manager(netrc ? withNetrc("me", "guess") : AccessManager::Options());
        auto request = QNetworkRequest(server.url());
        if (!netrc)
            login(request, QStringLiteral("guess"));
        const ReplyPtr reply(manager.get(request));
        const Signals heard(*reply);
        QVERIFY(finishes(*reply));
        QCOMPARE(status(*reply), 401);
        QCOMPARE(reply->error(), QNetworkReply::AuthenticationRequiredError);
        QCOMPARE(heard.letters(), QByteArray("mref"));
        QCOMPARE(reply->readAll(), QByteArray("no!"));
        QVERIFY(server.requests().size() <= 2);
        QVERIFY(!reply->errorString().contains(u"guess"));
    }
    // With nothing behind the head, only the end tells that it was final.
    void refusalWithoutBody()
    {
        RawServer server(
            RawServer::always("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
                              "Content-Length: 0\r\n\r\n"));
        AccessManager manager{AccessManager::Options()};
        for (const bool withLogin : {false, true}) {
            QNetworkRequest request(server.url());
            if (withLogin)
                login(request, QStringLiteral("guess"));
            const ReplyPtr reply(manager.get(request));
            const Signals heard(*reply);
            QVERIFY(finishes(*reply));
            QCOMPARE(status(*reply), 401);
            QCOMPARE(heard.letters(), QByteArray("mef"));
        }
    }
    // The next request, on the same handle, has none.
    void nothingIsLeft()
    {
        RawServer server(guarded(false));
        AccessManager manager{AccessManager::Options()};
        auto request = QNetworkRequest(server.url());
        login(request, QStringLiteral("pässwort"));
        const ReplyPtr first(manager.get(request));
        QVERIFY(finishes(*first));
        QCOMPARE(status(*first), 200);
        const ReplyPtr second(manager.get(QNetworkRequest(server.url())));
        QVERIFY(finishes(*second));
        QCOMPARE(status(*second), 401);
        QVERIFY(!server.requests().last().head.contains("Authorization"));
    }
    void netrcIsForItsHost()
    {
        RawServer server(guarded(false));
        AccessManager manager(withNetrc("me", "pässwort", "other.example"));
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        QVERIFY(finishes(*reply));
        QCOMPARE(status(*reply), 401);
        QVERIFY(!server.requests().last().head.contains("Authorization"));
    }
    void bearer()
    {
        RawServer server(RawServer::always(okSized("x")));
        AccessManager manager{AccessManager::Options()};
        QNetworkRequest request(server.url());
        request.setAttribute(QNetworkRequest::Attribute(transport::BearerToken),
                             QByteArray("token"));
        const ReplyPtr first(manager.get(request));
        QVERIFY(finishes(*first));
        request.setRawHeader("Authorization", "Own x");
        const ReplyPtr second(manager.get(request));
        QVERIFY(finishes(*second));
        QCOMPARE(server.requests().value(0).header("Authorization"), QByteArray("Bearer token"));
        QCOMPARE(server.requests().value(1).header("Authorization"), QByteArray("Own x"));
    }
    void clientCertificate()
    {
        const Certificate client;
        const auto trusted = client.certificateFile().toLocal8Bit();
        NginxServer nginx(
            {.server = "ssl_verify_client on; ssl_client_certificate " + trusted + ';'});
        QVERIFY(nginx.addFile(QStringLiteral("x"), "for you"));
        for (const bool has : {true, false}) {
            AccessManager::Options options{.caFile = nginx.caFile()};
            if (has) {
                options.clientCertificate = client.certificateFile();
                options.clientKey = client.keyFile();
            }
            AccessManager manager(options);
            const ReplyPtr reply(
                manager.get(QNetworkRequest(nginx.httpsUrl(QStringLiteral("/x")))));
            QVERIFY(finishes(*reply));
            QCOMPARE(status(*reply), has ? 200 : 400);
        }
        AccessManager::Options options{.caFile = nginx.caFile()};
        options.clientCertificate = QStringLiteral("/nowhere.pem");
        AccessManager manager(options);
        const ReplyPtr reply(manager.get(QNetworkRequest(nginx.httpsUrl(QStringLiteral("/x")))));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::SslHandshakeFailedError);
    }

private:
    static void login(QNetworkRequest &request, const QString &password)
    {
        request.setAttribute(QNetworkRequest::Attribute(transport::UserName), QStringLiteral("me"));
        request.setAttribute(QNetworkRequest::Attribute(transport::Password), password);
    }
    AccessManager::Options withNetrc(const QByteArray &user, const QByteArray &password,
                                     const QByteArray &host = "127.0.0.1")
    {
        QFile file(m_dir.filePath(QStringLiteral("netrc")));
        if (file.open(QIODevice::WriteOnly))
            file.write("machine " + host + " login " + user + " password \"" + password + "\"\n");
        return {.netrcFile = file.fileName()};
    }

    QTemporaryDir m_dir;
};

TRAWL_TEST(Guiless, TestLogin)

} // namespace tst_login

#include "tst_login.moc"
