// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/failures.h"
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "transport/curlerror.h"
#include "transport/replies.h"

#include <openssl/x509_vfy.h>

#include <cerrno>

namespace tst_endings {

using namespace trawl;
using namespace trawl::support;
using namespace trawl::test;
using item::Reason;
using transport::AccessManager;
using transport::Evidence;

namespace {

item::Failure failureOf(const transport::Ending &ending)
{
    return fetch::describe({ending.error, ending.curlCode, ending.text, false});
}

} // namespace

/// Why a transfer failed, as exactly as OpenSSL and the kernel tell.
class TestEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificates_data()
    {
        QTest::addColumn<Certificate::Options>("made");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *words, const Certificate::Options &made, bool trusted) {
            QTest::newRow(words) << made << trusted << QString::fromLatin1(words);
        };
        row("it has expired", {.validFromDays = -10, .validToDays = -1}, true);
        row("it is not yet valid", {.validFromDays = 2}, true);
        row("it is for another host", {.altName = "DNS:other.example"}, true);
        row("it is self-signed", {}, false);
    }
    void certificates()
    {
        QFETCH(const Certificate::Options, made);
        QFETCH(const bool, trusted);
        QFETCH(const QString, words);
        const Certificate certificate(made);
        RawServer server(RawServer::always(okSized("never")), &certificate);
        AccessManager manager({.caFile = trusted ? certificate.certificateFile() : QString()});
        const ReplyPtr reply(manager.get(QNetworkRequest(server.url())));
        QVERIFY(finishes(*reply));
        const int code = attribute(*reply, transport::CurlCode).toInt();
        const auto failure = failureOf({reply->error(), reply->errorString(), code});
        QCOMPARE(failure.reason, Reason::Tls);
        QVERIFY2(failure.detail.contains(words), qPrintable(failure.detail));
        QVERIFY(!failure.temporary);
        QVERIFY(server.requests().isEmpty());
    }
    void tooOld()
    {
        NginxServer nginx({.server = "ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;"});
        AccessManager manager({.caFile = nginx.caFile()});
        const ReplyPtr reply(manager.get(QNetworkRequest(nginx.httpsUrl())));
        QVERIFY(finishes(*reply));
        const int code = attribute(*reply, transport::CurlCode).toInt();
        const auto failure = failureOf({reply->error(), reply->errorString(), code});
        QCOMPARE(failure.reason, Reason::Tls);
        QVERIFY2(failure.detail.contains(u"too old"), qPrintable(failure.detail));
        QVERIFY(!failure.temporary);
    }
    void evidence_data()
    {
        QTest::addColumn<Evidence>("evidence");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<bool>("temporary");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const Evidence &evidence, Reason reason,
                            bool temporary, const char *words) {
            QTest::newRow(name) << evidence << reason << temporary << QString::fromLatin1(words);
        };
        row("unknown issuer",
            {.code = CURLE_PEER_FAILED_VERIFICATION,
             .verifyResult = X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY},
            Reason::Tls, false, "its issuer is not known");
        row("other verdict",
            {.code = CURLE_PEER_FAILED_VERIFICATION,
             .text = QStringLiteral("bad purpose"),
             .verifyResult = X509_V_ERR_INVALID_PURPOSE},
            Reason::Tls, false, "bad purpose");
        row("handshake broken off", {.code = CURLE_SSL_CONNECT_ERROR}, Reason::Tls, true, "TLS");
        row("no network", {.code = CURLE_COULDNT_CONNECT, .osError = ENETUNREACH},
            Reason::Unreachable, true, "unreachable");
        row("network down", {.code = CURLE_COULDNT_CONNECT, .osError = ENETDOWN},
            Reason::Unreachable, true, "unreachable");
        row("refused", {.code = CURLE_COULDNT_CONNECT, .osError = ECONNREFUSED}, Reason::Connect,
            true, "no connection");
        row("host gone", {.code = CURLE_COULDNT_CONNECT, .osError = EHOSTUNREACH}, Reason::Connect,
            true, "no connection");
        row("name",
            {.code = CURLE_COULDNT_RESOLVE_HOST,
             .text = QStringLiteral("no a.example"),
             .lookupUs = 10'500'000},
            Reason::Dns, true, "no a.example (after 10.5 s)");
        row("name that sounds like a lack of threads",
            {.code = CURLE_COULDNT_RESOLVE_HOST,
             .text = QStringLiteral("Could not resolve host: thread.example")},
            Reason::Dns, true, "thread.example");
        row("lack of threads",
            {.code = CURLE_COULDNT_RESOLVE_HOST,
             .text = QStringLiteral("getaddrinfo() thread failed to start")},
            Reason::SystemLimit, true, "failed to start");
        row("lack of descriptors", {.code = CURLE_COULDNT_CONNECT, .socketError = EMFILE},
            Reason::SystemLimit, true, "too few descriptors");
        row("no lack, but no beginning", {.code = CURLE_FAILED_INIT}, Reason::Network, true, "2");
        row("private address", {.code = CURLE_COULDNT_CONNECT, .refusedPrivate = true},
            Reason::PrivateAddress, false, "private");
        row("large line of a head", {.code = CURLE_OUT_OF_MEMORY}, Reason::BadHead, false,
            "100 kB");
        row("bomb", {.code = CURLE_FILESIZE_EXCEEDED}, Reason::TooLarge, false, "unpacked");
    }
    void evidence()
    {
        QFETCH(const Evidence, evidence);
        QFETCH(const QString, words);
        const auto failure = failureOf(transport::endingOf(evidence));
        QTEST(failure.reason, "reason");
        QTEST(failure.temporary, "temporary");
        QVERIFY2(failure.detail.contains(words), qPrintable(failure.detail));
    }
    void refusedOnBothFamilies()
    {
        AccessManager manager{AccessManager::Options()};
        const ReplyPtr reply(
            manager.get(QNetworkRequest(QUrl(QStringLiteral("http://localhost:1/")))));
        QVERIFY(finishes(*reply));
        QCOMPARE(reply->error(), QNetworkReply::ConnectionRefusedError);
    }
};

TRAWL_TEST(Guiless, TestEndings)

} // namespace tst_endings

#include "tst_endings.moc"
