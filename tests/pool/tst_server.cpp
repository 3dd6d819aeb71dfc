// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/server.h"
#include "support/testmain.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

namespace tst_server {

using namespace trawl;
using namespace trawl::pool;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat info{};
    stat(qPrintable(path), &info);
    return info.st_mode & 0777;
}

} // namespace

class TestServer : public QObject
{
    Q_OBJECT

private:
    /// Lets in whoever knows the token.
    struct Host
    {
        explicit Host(int helloTimeoutMs = 5000)
            : server(helloTimeoutMs)
        {
            QObject::connect(&server, &Server::hello, &guests,
                             [this](const wire::Hello &hello, Connection *connection) {
                                 if (hello.token == "good")
                                     connection->setParent(&guests);
                             });
        }
        [[nodiscard]] qsizetype count() const { return guests.children().size(); }
        QObject guests;
        Server server;
        QSignalSpy log{&server, &Server::logged};
    };
    static std::unique_ptr<QLocalSocket> dial(const Host &host, const QByteArray &bytes)
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(host.server.path());
        socket->write(bytes);
        return socket;
    }

private Q_SLOTS:
    void isForThisUserOnlyAndGoesAway()
    {
        QString path;
        {
            Host host;
            QVERIFY(host.server.listen());
            path = host.server.path();
            QCOMPARE(modeOf(path), mode_t(0700));
            QCOMPARE(modeOf(QFileInfo(path).path()), mode_t(0700));
        }
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(!QFileInfo::exists(QFileInfo(path).path()));
    }

    void twoServersHaveTwoNames()
    {
        Host a;
        Host b;
        QVERIFY(a.server.listen() && b.server.listen());
        QVERIFY(a.server.path() != b.server.path());
    }

    void aLongRuntimeDirectoryIsAvoided()
    {
        const auto before = qgetenv("XDG_RUNTIME_DIR");
        QTemporaryDir directory;
        const auto deep = directory.filePath(QString(100, u'x'));
        QVERIFY(QDir().mkpath(deep));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(deep));
        Host host;
        const bool listens = host.server.listen();
        before.isEmpty() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", before);
        QVERIFY2(listens, qPrintable(host.server.errorString()));
    }

    void noDirectoryIsAnErrorWithWords()
    {
        const auto runtime = qgetenv("XDG_RUNTIME_DIR");
        const auto temp = qgetenv("TMPDIR");
        qunsetenv("XDG_RUNTIME_DIR");
        qputenv("TMPDIR", "/proc"); // nothing can be made in it, not even by root
        Host host;
        const bool listens = host.server.listen();
        temp.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temp);
        if (!runtime.isEmpty())
            qputenv("XDG_RUNTIME_DIR", runtime);
        QVERIFY(!listens);
        QVERIFY(!host.server.errorString().isEmpty());
    }

    void aGoodHelloIsLetIn()
    {
        Host host;
        QVERIFY(host.server.listen());
        const auto socket = dial(host, wire::encode(wire::Hello{wire::protocolVersion, "good", 1}));
        QTRY_COMPARE(host.count(), 1);
        QCOMPARE(host.guests.findChild<Connection *>()->peerPid(),
                 QCoreApplication::applicationPid());
        QVERIFY(host.log.isEmpty());
    }

    void othersAreRefusedAndLoggedAndTheGoodLiveOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("wrong token") << wire::encode(wire::Hello{wire::protocolVersion, "bad", 1});
        QTest::newRow("not a hello") << wire::encode(wire::Ping{1});
        QTest::newRow("garbage") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("4 GB") << QByteArray::fromHex("ffffffff");
        QTest::newRow("half a frame") << wire::encode(wire::Hello{}).first(7);
        QTest::newRow("nothing") << QByteArray();
    }
    void othersAreRefusedAndLoggedAndTheGoodLiveOn()
    {
        QFETCH(const QByteArray, bytes);
        Host host(300);
        QVERIFY(host.server.listen());
        const auto good = dial(host, wire::encode(wire::Hello{wire::protocolVersion, "good", 1}));
        const auto bad = dial(host, bytes);
        QTRY_COMPARE(bad->state(), QLocalSocket::UnconnectedState);
        QTRY_COMPARE(host.count(), 1);
        QCOMPARE(host.log.size(), 1);
        QTest::qWait(350);
        QCOMPARE(good->state(), QLocalSocket::ConnectedState);
    }

    void aFloodIsBounded()
    {
        Host host;
        QVERIFY(host.server.listen());
        std::vector<std::unique_ptr<QLocalSocket>> flood;
        for (int i = 0; i < 300; ++i) {
            flood.push_back(dial(host, "x"));
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(host.server.findChildren<Connection *>().size() <= 64);
        QTRY_VERIFY(flood.front()->state() == QLocalSocket::UnconnectedState);
        QVERIFY(host.log.size() <= 2 * LogLimit::linesPerSecond);
        const auto good = dial(host, wire::encode(wire::Hello{wire::protocolVersion, "good", 1}));
        QTRY_COMPARE(host.count(), 1);
    }
};

TRAWL_TEST(Guiless, TestServer)

} // namespace tst_server

#include "tst_server.moc"
