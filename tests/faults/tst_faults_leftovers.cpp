// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QTest>

#include <atomic>
#include <csignal>

namespace tst_faults_leftovers {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

const QByteArray secret = "geheim42";
const QByteArray body = bodyOf("body", 100'000);

/// Everything below a folder but folders that hold something.
QStringList leavesIn(const QString &folder)
{
    QStringList leaves;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info(it.next());
        if (!info.isDir() || QDir(info.filePath()).isEmpty())
            leaves.append(info.filePath());
    }
    return leaves;
}

QByteArray textsIn(const QString &folder)
{
    QByteArray texts;
    const auto leaves = leavesIn(folder);
    for (const auto &path : leaves) {
        if (QFileInfo(path).isFile())
            texts += contents(path);
    }
    return texts;
}

} // namespace

/// What a kill leaves (row 45): gone at the next start, and no secret on the disk meanwhile.
class FaultsLeftovers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutASession();
    void aLivingProcessKeepsItsOwn();
    void withASession();

private:
    void atHome(Trawlc &trawlc) const;
    [[nodiscard]] QStringList command(const QByteArray &path) const;
    [[nodiscard]] QString path(const char *name) const
    {
        return m_bench->path(QString::fromLatin1(name));
    }
    void hang();

    std::atomic_bool m_mayEnd = false;
    std::unique_ptr<Bench> m_bench;
};

void FaultsLeftovers::init()
{
    m_mayEnd = false;
    m_bench = std::make_unique<Bench>();
    QVERIFY(QDir().mkdir(path("tmp")));
    QVERIFY(QDir().mkdir(path("run")));
    atHome(m_bench->trawlc());
    m_bench->site().answer("/quick.bin", [](RawConnection &connection, const RawRequest &) {
        return connection.send("HTTP/1.1 200 OK\r\nSet-Cookie: id=" + secret +
                               "\r\nContent-Length: " + QByteArray::number(body.size()) +
                               "\r\n\r\n" + body);
    });
    hang();
}

void FaultsLeftovers::cleanup()
{
    m_mayEnd = true; // what still hangs is waited for
    m_bench.reset();
}

/// Sends half of a file, and the rest when it may.
void FaultsLeftovers::hang()
{
    m_bench->site().answer("/slow.bin", [this](RawConnection &connection, const RawRequest &) {
        const auto half = body.size() / 2;
        bool sent = connection.send(
            "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
            body.first(half));
        while (sent && !m_mayEnd)
            sleepMs(10);
        return sent && connection.send(body.sliced(half));
    });
}

/// With directories of its own for what is temporary.
void FaultsLeftovers::atHome(Trawlc &trawlc) const
{
    trawlc.setEnvironment(QStringLiteral("TMPDIR"), path("tmp"));
    trawlc.setEnvironment(QStringLiteral("XDG_RUNTIME_DIR"), path("run"));
}

QStringList FaultsLeftovers::command(const QByteArray &path) const
{
    auto url = m_bench->site().url(path);
    url.replace("://", "://person:" + secret + '@');
    return {QStringLiteral("get"), QString::fromUtf8(url),
            QStringLiteral("-d"),  QStringLiteral("out"),
            QStringLiteral("-w"),  QStringLiteral("1"),
            QStringLiteral("-H"),  QString::fromUtf8("Authorization: Bearer " + secret),
            QStringLiteral("-H"),  QString::fromUtf8("Cookie: id=" + secret)};
}

void FaultsLeftovers::withoutASession()
{
    auto &trawlc = m_bench->trawlc();
    const auto quick = QString::fromUtf8(m_bench->site().url("/quick.bin"));
    trawlc.start(command("/slow.bin") + QStringList{quick});
    QTRY_VERIFY(QFile::exists(path("out/quick.bin")) &&
                m_bench->site().requests().size() == 2); // what came with its end is written
    QVERIFY(!textsIn(path("tmp")).isEmpty());
    QVERIFY(!textsIn(path("tmp")).contains(secret));
    QVERIFY(!textsIn(path("run")).contains(secret));
    trawlc.signal(SIGKILL);
    QCOMPARE(trawlc.wait(), -1);
    QTRY_VERIFY(m_bench->processes().isEmpty());
    QVERIFY(!leavesIn(path("tmp")).isEmpty());
    QVERIFY(!leavesIn(path("run")).isEmpty());
    QVERIFY(QFile::exists(path("out/.trawl")));
    QVERIFY(!textsIn(path("tmp")).contains(secret));

    QVERIFY(QFile::remove(path("out/quick.bin")));
    QVERIFY2(trawlc.run(command("/quick.bin")) == 0, trawlc.err().constData());
    QCOMPARE(leavesIn(path("tmp")), QStringList());
    QCOMPARE(leavesIn(path("run")), QStringList());
    QCOMPARE(leavesIn(m_bench->out()), QStringList(path("out/quick.bin")));
}

void FaultsLeftovers::aLivingProcessKeepsItsOwn()
{
    auto &first = m_bench->trawlc();
    first.start(command("/slow.bin"));
    QTRY_VERIFY(!m_bench->site().requests().isEmpty());
    QTRY_VERIFY(!leavesIn(path("out/.trawl")).isEmpty());
    const auto all = [this] { return leavesIn(path("tmp")) + leavesIn(path("run")); };
    const auto before = all();
    Trawlc second(path("tmp/.."));
    atHome(second);
    QVERIFY2(second.run(command("/quick.bin")) == 0, second.err().constData());
    QCOMPARE(all(), before);
    m_mayEnd = true;
    QVERIFY2(first.wait() == 0, first.err().constData());
    QCOMPARE(contents(path("out/slow.bin")), body);
    QCOMPARE(all(), QStringList());
}

/// The socket where others reach it is named after its session; that of another goes, too.
void FaultsLeftovers::withASession()
{
    auto &trawlc = m_bench->trawlc();
    const auto session = QStringLiteral("--session");
    trawlc.start(command("/slow.bin") + QStringList{session, QStringLiteral("s.trawl")});
    QTRY_COMPARE(leavesIn(path("run/trawl")).size(), 1);
    QTRY_VERIFY(!m_bench->site().requests().isEmpty());
    trawlc.signal(SIGKILL);
    QCOMPARE(trawlc.wait(), -1);
    QTRY_VERIFY(m_bench->processes().isEmpty());
    QCOMPARE(leavesIn(path("run/trawl")).size(), 1);
    QVERIFY(!leavesIn(path("out/.trawl")).isEmpty());
    const auto parts = leavesIn(path("out/.trawl"));

    QVERIFY2(trawlc.run(command("/quick.bin") + QStringList{session, QStringLiteral("t.trawl")}) ==
                 0,
             trawlc.err().constData());
    QCOMPARE(leavesIn(path("tmp")), QStringList());
    QCOMPARE(leavesIn(path("run")), QStringList(path("run/trawl"))); // empty
    QCOMPARE(leavesIn(path("out/.trawl")), parts);                   // s.trawl may go on
}

TRAWL_TEST(Guiless, FaultsLeftovers)

} // namespace tst_faults_leftovers

#include "tst_faults_leftovers.moc"
