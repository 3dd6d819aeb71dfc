// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

#include <csignal>

namespace tst_faults_secrets {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

const QByteArray secret = "geheim42";
const QByteArray encoded = QByteArray("person:" + secret).toBase64();
const QByteArray body = bodyOf("body", 200'000);

/// A slow answer, so that there is time to look at the processes.
Answer slowly()
{
    return [](RawConnection &connection, const RawRequest &) {
        sleepMs(700);
        return connection.send(support::okSized(body));
    };
}

/// The file for who logs in.
Answer guarded()
{
    const auto ask = status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n");
    return [ask, file = slowly()](RawConnection &connection, const RawRequest &request) {
        return (request.header("Authorization").isEmpty() ? ask : file)(connection, request);
    };
}

} // namespace

/// Secrets in URLs, header fields, cookies and proxies (row 42): used, and seen nowhere.
class FaultsSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void inHeaders();
    void inUrl();
    void inProxy();
    void whenAWorkerCrashes();

private:
    void lookAtWorkers();
    void checkUnseen();

    std::unique_ptr<Bench> m_bench;
};

void FaultsSecrets::init()
{
    m_bench = std::make_unique<Bench>();
    m_bench->site().answer("/x.bin", slowly());
}

void FaultsSecrets::cleanup()
{
    m_bench.reset();
}

/// Of the workers, which live while this looks: argv is for everybody to read.
void FaultsSecrets::lookAtWorkers()
{
    QTRY_VERIFY(!m_bench->trawlc().workers().isEmpty());
    for (const auto pid : m_bench->trawlc().workers()) {
        const auto process = QStringLiteral("/proc/%1/").arg(pid);
        for (const char *file : {"cmdline", "environ"}) {
            const auto text = contents(process + QString::fromLatin1(file));
            QVERIFY2(!text.contains(secret) && !text.contains(encoded), text.constData());
        }
    }
}

/// What was printed and exported, and how the failures are told.
void FaultsSecrets::checkUnseen()
{
    const auto texts = {m_bench->trawlc().out(), m_bench->trawlc().err(),
                        contents(m_bench->path(QStringLiteral("r.jsonl"))), m_bench->details()};
    for (const auto &text : texts)
        QVERIFY2(!text.contains(secret) && !text.contains(encoded), text.constData());
    const QFileInfo session(m_bench->path(QStringLiteral("s.trawl")));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(session.permissions() & others) || !contents(session.filePath()).contains(secret));
}

void FaultsSecrets::inHeaders()
{
    m_bench->expect(m_bench->site().url("/x.bin"), body);
    m_bench->distrust(m_bench->site().url("/missing"));
    m_bench->start({QStringLiteral("-H"), QString::fromUtf8("Authorization: Basic " + encoded),
                    QStringLiteral("-H"), QString::fromUtf8("Cookie: id=" + secret)});
    lookAtWorkers();
    QCOMPARE(m_bench->trawlc().wait(), 1);
    HOLDS(*m_bench);
    QVERIFY(m_bench->site().requests().at(0).head.contains(secret));
    checkUnseen();
}

void FaultsSecrets::inUrl()
{
    m_bench->site().answer("/x.bin", guarded());
    const auto url = m_bench->site().url("/x.bin");
    QByteArray withPassword = url;
    withPassword.replace("://", "://person:" + secret + '@');
    QVERIFY(writeFile(m_bench->path(QStringLiteral("more.txt")), withPassword + '\n'));
    m_bench->start({QStringLiteral("more.txt")});
    lookAtWorkers();
    QCOMPARE(m_bench->trawlc().wait(), 0);
    m_bench->expect(url, body);       // the URL as it is known from here on
    HOLDS(*m_bench, {.requests = 2}); // the first is told 401
    QVERIFY(m_bench->site().requests().last().head.contains(encoded));
    checkUnseen();
}

void FaultsSecrets::inProxy()
{
    const support::RawServer proxy(support::RawServer::always(
        "HTTP/1.1 407 Proxy Authentication Required\r\n"
        "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"));
    m_bench->distrust(m_bench->site().url("/x.bin"));
    m_bench->start({QStringLiteral("--retries"), QStringLiteral("0"), QStringLiteral("--proxy"),
                    QStringLiteral("http://person:%1@127.0.0.1:%2")
                        .arg(QString::fromUtf8(secret))
                        .arg(proxy.port())});
    QCOMPARE(m_bench->trawlc().wait(), 1);
    HOLDS(*m_bench);
    QCOMPARE(m_bench->row(m_bench->list().at(0).url).reason, QStringLiteral("proxy"));
    QVERIFY(proxy.requests().last().head.contains(encoded));
    checkUnseen();
}

void FaultsSecrets::whenAWorkerCrashes()
{
    m_bench->expect(m_bench->site().url("/x.bin"), body);
    m_bench->start({QStringLiteral("-H"), QString::fromUtf8("Cookie: id=" + secret)});
    QTRY_VERIFY(!m_bench->site().requests().isEmpty());
    for (const auto pid : m_bench->trawlc().workers())
        ::kill(pid_t(pid), SIGSEGV);
    QCOMPARE(m_bench->trawlc().wait(), 0);
    HOLDS(*m_bench, {.requests = 2});
    checkUnseen();
}

TRAWL_TEST(Guiless, FaultsSecrets)

} // namespace tst_faults_secrets

#include "tst_faults_secrets.moc"
