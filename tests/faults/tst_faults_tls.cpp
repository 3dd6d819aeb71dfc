// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

#include <openssl/ssl.h>

namespace tst_faults_tls {

using namespace trawl;
using namespace trawl::faults;
using support::Certificate;

/// TLS that must not be trusted (row 23): said why, tried once, and no way round it unasked.
class FaultsTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void onlyWhenAsked();
};

void FaultsTls::refused_data()
{
    QTest::addColumn<QByteArray>("altName");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("word");
    const QByteArray right = "IP:127.0.0.1";
    QTest::newRow("23 expired") << right << -30 << -1 << true << 0 << QByteArray("expired");
    QTest::newRow("23 not yet valid")
        << right << 1 << 30 << true << 0 << QByteArray("not yet valid");
    QTest::newRow("23 wrong host")
        << QByteArray("DNS:example.org") << -1 << 30 << true << 0 << QByteArray("127.0.0.1");
    QTest::newRow("23 self-signed") << right << -1 << 30 << false << 0 << QByteArray("self");
    QTest::newRow("23 too old") << right << -1 << 30 << true << TLS1_1_VERSION << QByteArray("TLS");
}

void FaultsTls::refused()
{
    QFETCH(const QByteArray, altName);
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const bool, trusted);
    QFETCH(const int, version);
    QFETCH(const QByteArray, word);
    Certificate::Options options;
    options.altName = altName;
    options.validFromDays = from;
    options.validToDays = to;
    const Certificate certificate(options);
    const Certificate another;
    Bench bench;
    bench.work(3);
    auto &site = bench.addSite({.newestTls = version}, &certificate);
    constexpr int count = 5;
    for (int i = 0; i < count; ++i) {
        const auto path = "/" + QByteArray::number(i);
        site.answer(path, raw(support::okSized("secret plans")));
        bench.distrust(site.url(path));
    }
    const auto ca = trusted ? certificate.certificateFile() : another.certificateFile();
    QCOMPARE(bench.get({QStringLiteral("--cacert"), ca, QStringLiteral("--retries"),
                        QStringLiteral("1")}),
             1);
    HOLDS(bench);
    QCOMPARE(site.requests().size(), 0);
    QVERIFY2(site.connections() <= 2 * count, qPrintable(QString::number(site.connections())));
    for (const auto &row : readResults(bench.path(QStringLiteral("r.jsonl")))) {
        if (row.status == u"failed")
            QCOMPARE(row.reason, QStringLiteral("tls"));
    }
    QCOMPARE(bench.count(QStringLiteral("done")), 3);
    const auto details = bench.details();
    QVERIFY2(details.contains(word), details.constData());
}

void FaultsTls::onlyWhenAsked()
{
    const Certificate certificate({"DNS:example.org", -30, -1});
    Bench bench;
    auto &site = bench.addSite({}, &certificate);
    site.answer("/x", raw(support::okSized("hello")));
    bench.expect(site.url("/x"), "hello");
    QCOMPARE(bench.get({QStringLiteral("--insecure")}), 0);
    HOLDS(bench);
}

TRAWL_TEST(Guiless, FaultsTls)

} // namespace tst_faults_tls

#include "tst_faults_tls.moc"
