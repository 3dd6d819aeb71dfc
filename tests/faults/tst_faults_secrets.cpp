// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"

#include <QTest>

#include <csignal>

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

} // namespace

/// Secrets in header fields and cookies (row 42): used, and seen nowhere.
class FaultsSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void inHeaders();
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

QTEST_GUILESS_MAIN(FaultsSecrets)
#include "tst_faults_secrets.moc"
