// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "faults/namespaces.h"
#include "support/testmain.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace tst_faults_net {

using namespace trawl;
using namespace trawl::faults;

namespace {

bool ownNetwork = false;

/// The name server of this test's network: what begins with "nx" is unknown, with "fail" its
/// servers fail, with "mute" there is no answer; all else is 127.0.0.1.
class NameServer
{
public:
    NameServer()
        : m_fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(53);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::bind(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            qFatal("port 53 of an own network cannot be taken");
        m_thread = std::thread([this] { serve(); });
    }
    ~NameServer()
    {
        m_stopping = true;
        m_thread.join();
        ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(NameServer)

private:
    void serve()
    {
        while (!m_stopping) {
            pollfd ready{m_fd, POLLIN, 0};
            if (::poll(&ready, 1, 50) > 0)
                answer();
        }
    }

    void answer()
    {
        QByteArray query(512, Qt::Uninitialized);
        sockaddr_in from = {};
        socklen_t length = sizeof from;
        auto *peer = reinterpret_cast<sockaddr *>(&from);
        const auto size = ::recvfrom(m_fd, query.data(), size_t(query.size()), 0, peer, &length);
        query.truncate(qMax(size, ssize_t(0)));
        if (const auto reply = replyTo(query); !reply.isEmpty())
            ::sendto(m_fd, reply.constData(), size_t(reply.size()), 0, peer, length);
    }

    /// RFC 1035, 4.1: the question again, and perhaps one address.
    static QByteArray replyTo(const QByteArray &query)
    {
        constexpr int headSize = 12;
        const auto nameEnd = query.indexOf('\0', headSize);
        if (nameEnd < 0 || query.size() < nameEnd + 5)
            return {};
        const auto name = query.sliced(headSize + 1);
        if (name.startsWith("mute"))
            return {};
        const char code = name.startsWith("nx") ? 3 : name.startsWith("fail") ? 2 : 0;
        const bool address = code == 0 && query.at(nameEnd + 2) == 1; // QTYPE A
        QByteArray reply = query.first(2) + '\x81' + char('\x80' | code);
        reply += QByteArray("\0\1\0", 3) + char(address) + QByteArray(4, '\0');
        reply += query.sliced(headSize, nameEnd + 5 - headSize);
        if (address)
            reply += QByteArray("\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x7f\0\0\1", 16);
        return reply;
    }

    int m_fd;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace

/// A network of the test's own, in which names do not resolve (row 22).
class FaultsNet : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ownNetwork = takeMountsAndNetwork(); }

private Q_SLOTS:
    void init();
    void deadNames();
};

void FaultsNet::init()
{
    if (!ownNetwork)
        QSKIP("no network namespace is allowed here: tst_faults_hosts has what needs none");
}

/// Five of each kind, and hundreds of good ones on hosts whose names do resolve.
void FaultsNet::deadNames()
{
    constexpr int count = 200;
    Bench bench;
    const NameServer names;
    QVERIFY(writeFile(bench.path(QStringLiteral("resolv.conf")), "nameserver 127.0.0.1\n"));
    QVERIFY(::mount(QFile::encodeName(bench.path(QStringLiteral("resolv.conf"))).constData(),
                    "/etc/resolv.conf", nullptr, MS_BIND, nullptr) == 0);
    const auto undo = qScopeGuard([] { ::umount2("/etc/resolv.conf", MNT_DETACH); });
    for (const QByteArray kind : {"nx", "fail", "mute"}) {
        for (int i = 0; i < 5; ++i)
            bench.distrust("http://" + kind + QByteArray::number(i) + ".test/x");
    }
    for (int i = 0; i < count; ++i) {
        const auto path = "/" + QByteArray::number(i) + ".bin";
        const auto body = bodyOf(path, 5000);
        bench.site().answer(path, serving({body}));
        auto url = bench.site().url(path);
        url.replace("127.0.0.1", "good" + QByteArray::number(i % 20) + ".test");
        bench.expect(url, body);
    }
    bench.start({QStringLiteral("--timeout"), QStringLiteral("2"), QStringLiteral("--retries"),
                 QStringLiteral("0")});
    QTRY_COMPARE(bench.filesThere(), count);
    QCOMPARE(bench.trawlc().wait(), 1);
    HOLDS(bench);
    QCOMPARE(bench.count(QStringLiteral("done")), count);
    for (int i = 0; i < 15; ++i) {
        const auto reason = bench.row(bench.list().at(i).url).reason;
        QVERIFY2(reason == u"dns" || (i >= 10 && reason == u"timeout"), qPrintable(reason));
    }
}

TRAWL_TEST(Guiless, FaultsNet)

} // namespace tst_faults_net

#include "tst_faults_net.moc"
