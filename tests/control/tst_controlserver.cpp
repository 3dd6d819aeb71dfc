// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/address.h"
#include "control/client.h"
#include "control/frame.h"
#include "control/server.h"
#include "control/sessionbench.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <future>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_controlserver {

using namespace trawl;
using namespace trawl::control;

namespace {

constexpr int patienceMs = 300;

/// Runs f on another thread, as another process would ask, while this one serves.
template <typename F> auto elsewhere(F f)
{
    auto result = std::async(std::launch::async, f);
    while (result.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        QCoreApplication::processEvents();
    return result.get();
}

/// A file that was a socket once.
void leaveSocket(const QString &path)
{
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const auto name = QFile::encodeName(path);
    std::copy(name.begin(), name.end(), address.sun_path);
    QCOMPARE(bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(descriptor);
}

} // namespace

class TestControlServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_bench->directory()));
        m_windowAsked.clear();
        m_orders.clear();
        m_server = makeServer();
        const auto listening = m_server->listen(m_bench->path());
        QVERIFY2(listening, listening ? "" : qPrintable(listening.error()));
    }
    void cleanup()
    {
        m_server.reset();
        m_bench.reset();
    }

    void isForThisUserOnly()
    {
        struct stat found = {};
        QCOMPARE(lstat(QFile::encodeName(m_server->path()), &found), 0);
        QVERIFY(S_ISSOCK(found.st_mode));
        QCOMPARE(found.st_mode & 077, mode_t(0));
        QCOMPARE(found.st_uid, geteuid());
        const auto path = m_server->path();
        m_server.reset();
        QVERIFY(!QFile::exists(path));
    }

    void introducesItself()
    {
        const auto client = elsewhere([this] { return Client::open(m_bench->path()); });
        QVERIFY2(client, client ? "" : qPrintable(client.error().text));
        QCOMPARE(client->pid(), qint64(getpid()));
        QVERIFY(client->hasWindow());
    }

    void passesListsOnToTheWindow()
    {
        Request request;
        request.verb = Verb::Add;
        request.files = {QStringLiteral("/lists/papers.txt")};
        request.text = QStringLiteral("http://a.example/");
        request.activation = QStringLiteral("token");
        QVERIFY(ask(request));
        QCOMPARE(m_windowAsked, QList{request});
    }

    void saysThatThereIsNoWindow()
    {
        m_server = std::make_unique<Server>(Services{&m_bench->engine(), {}, {}, patienceMs});
        QVERIFY(m_server->listen(m_bench->path()));
        const auto answer = ask({.verb = Verb::Raise, .selection = {}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Trouble::Kind::Refused);
        QVERIFY(answer.error().text.contains(u"no window"));
    }

    void givesOrdersToTheEngine()
    {
        m_bench->addJob(QStringLiteral("one"), 5);
        const auto answer = ask({.verb = Verb::Pause, .selection = {}});
        QVERIFY(answer);
        QCOMPARE(answer->value(u"items").toInt(), 5);
        QCOMPARE(m_bench->counts().paused, 5);
        QCOMPARE(m_orders, QList{Verb::Pause});
        const auto jobs = ask({.verb = Verb::Jobs, .selection = {}})->value(u"jobs").toArray();
        QCOMPARE(jobFromJson(jobs.at(0).toObject()).counts.paused, 5);
    }

    void answersSeveralQuestionsInARow()
    {
        const auto count = elsewhere([this] {
            auto client = Client::open(m_bench->path());
            int answers = 0;
            for (int i = 0; client && i < 50; ++i)
                answers += client->ask({.verb = Verb::Jobs, .selection = {}}) ? 1 : 0;
            return answers;
        });
        QCOMPARE(count, 50);
    }

    void refusesNonsense_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        auto other = framed({});
        other[5] = char(protocolVersion + 1);
        auto long4 = framed({});
        long4.replace(6, 4, "\xff\xff\xff\xff");
        QTest::newRow("no Trawl") << QByteArray("GET / HTTP/1.1\r\n\r\n")
                                  << QStringLiteral("no message of Trawl");
        QTest::newRow("another version") << other << QStringLiteral("another version");
        QTest::newRow("4 GB") << long4 << QStringLiteral("too long");
        QTest::newRow("no request") << framed({{QStringLiteral("do"), QStringLiteral("rm")}})
                                    << QStringLiteral("unknown request");
        QTest::newRow("bad ids") << framed({{QStringLiteral("do"), QStringLiteral("pause")},
                                            {QStringLiteral("ids"), QStringLiteral("all")}})
                                 << QStringLiteral("makes no sense");
    }
    void refusesNonsense()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const auto reply = elsewhere([&] { return raw(bytes, 5'000); });
        FrameReader reader;
        reader.append(reply);
        const auto message = reader.next();
        QVERIFY(message && *message);
        QVERIFY((*message)->value(u"error").toString().contains(words));
        stillServes();
    }

    void endsWithHalfAMessage()
    {
        const auto took = elsewhere([this] {
            QElapsedTimer timer;
            timer.start();
            std::ignore =
                raw(framed({{QStringLiteral("do"), QStringLiteral("jobs")}}).first(12), 30'000);
            return timer.elapsed();
        });
        QVERIFY2(took >= patienceMs - 50 && took < 30'000, qPrintable(QString::number(took)));
        stillServes();
    }

    void outlivesAFlood()
    {
        std::vector<std::unique_ptr<QLocalSocket>> crowd;
        for (int i = 0; i < 100; ++i) {
            auto socket = std::make_unique<QLocalSocket>();
            socket->connectToServer(m_server->path());
            socket->write(framed({{QStringLiteral("do"), QStringLiteral("jobs")}}).repeated(100));
            crowd.push_back(std::move(socket));
            QCoreApplication::processEvents();
        }
        stillServes();
    }

    void outlivesOneThatNeverReads()
    {
        QLocalSocket glutton;
        glutton.connectToServer(m_server->path());
        m_bench->addJob(QString(5'000, u'n').left(200), 1);
        const auto question = framed({{QStringLiteral("do"), QStringLiteral("jobs")}});
        const int descriptor = int(glutton.socketDescriptor());
        for (int i = 0; i < 20'000; ++i) {
            if (::send(descriptor, question.constData(), std::size_t(question.size()),
                       MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
                break;
        }
        QTest::qWait(50);
        stillServes();
    }

    void replacesASocketThatACrashLeft()
    {
        const auto path = m_server->path();
        m_server.reset();
        leaveSocket(path);
        QVERIFY(QFile::exists(path));
        m_server = makeServer();
        QVERIFY(m_server->listen(m_bench->path()));
        stillServes();
    }
    void sweepsSocketsOfOtherSessions()
    {
        const auto dead = QFileInfo(m_server->path()).dir().filePath(QStringLiteral("dead"));
        leaveSocket(dead);
        auto second = makeServer();
        QVERIFY(second->listen(m_bench->path() + QStringLiteral(".other")));
        QVERIFY(!QFile::exists(dead));
        second.reset();
        stillServes();
    }
    void leavesASocketAloneThatAnswers()
    {
        auto second = makeServer();
        const auto listening = second->listen(m_bench->path());
        QVERIFY(!listening);
        QVERIFY(listening.error().contains(u"somebody else"));
        second.reset();
        stillServes();
    }

    void tellsSilenceFromAbsence()
    {
        const auto path = m_bench->path();
        // Nobody handles events here meanwhile: connected, but no answer.
        auto hung = std::async(std::launch::async, [&] { return Client::open(path, 200); });
        const auto silent = hung.get();
        QVERIFY(!silent);
        QCOMPARE(silent.error().kind, Trouble::Kind::NoAnswer);
        QCOMPARE(silent.error().pid, qint64(getpid()));
        m_server.reset();
        const auto absent = Client::open(path, 200);
        QVERIFY(!absent);
        QCOMPARE(absent.error().kind, Trouble::Kind::NobodyThere);
    }

    void goesWhileTheEngineStillAnswers()
    {
        m_bench->addJob(QStringLiteral("one"), 2);
        auto asking = std::async(std::launch::async, [this] {
            auto client = Client::open(m_bench->path());
            return client && client->ask({.verb = Verb::Jobs, .selection = {}}, 2'000);
        });
        QTest::qWait(20);
        m_server.reset();
        m_bench->close();
        std::ignore = asking.get(); // answered or not: nothing may crash
    }

private:
    std::unique_ptr<Server> makeServer()
    {
        return std::make_unique<Server>(Services{
            &m_bench->engine(), [this](const Request &request) { m_windowAsked << request; },
            [this](Verb verb) { m_orders << verb; }, patienceMs});
    }
    tl::expected<QJsonObject, Trouble> ask(const Request &request)
    {
        return elsewhere([&]() -> tl::expected<QJsonObject, Trouble> {
            auto client = Client::open(m_bench->path());
            if (!client)
                return tl::unexpected(client.error());
            return client->ask(request);
        });
    }
    /// What comes back until the other side ends the connection.
    QByteArray raw(const QByteArray &bytes, int waitMs) const
    {
        QLocalSocket socket;
        socket.connectToServer(m_server->path());
        socket.write(bytes);
        QByteArray reply;
        while (socket.waitForReadyRead(waitMs))
            reply += socket.readAll();
        return reply;
    }
    void stillServes()
    {
        const auto answer = ask({.verb = Verb::Jobs, .selection = {}});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
    }

    std::unique_ptr<SessionBench> m_bench;
    std::unique_ptr<Server> m_server;
    QList<Request> m_windowAsked;
    QList<Verb> m_orders;
};

TRAWL_TEST(Guiless, TestControlServer)

} // namespace tst_controlserver

#include "tst_controlserver.moc"
