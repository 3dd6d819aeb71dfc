// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"
#include "engine/results.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_sampling {

using namespace trawl;
using namespace trawl::engine;
using support::RawConnection;
using support::RawServer;

namespace {

/// On a page of many paragraphs it takes until its effort is spent.
constexpr auto heading = R"({"fields":{"name":"h1"}})";
constexpr auto slowRecipe = R"~({"fields":{"a":"xpath:string(//p[count(//p)=0])"}})~";

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

/// What a process has read until now, in bytes.
qint64 charactersRead(qint64 pid)
{
    const auto io = read(QStringLiteral("/proc/%1/io").arg(pid)); // "rchar: 323934752\n…"
    return io.mid(io.indexOf(' ')).trimmed().split('\n').constFirst().toLongLong();
}

/// "/page" is a page, "/moved" leads to it, "/slow" never ends, others are not there.
void shop(RawConnection &connection)
{
    while (const auto request = connection.readRequest()) {
        if (request->target == "/page")
            connection.send(support::okSized("<h1>Kettle</h1>", "Content-Type: text/html\r\n"));
        else if (request->target == "/moved")
            connection.send("HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\n\r\n");
        else if (request->target == "/slow")
            connection.stall();
        else if (request->target == "/huge")
            connection.send(support::ok("Content-Length: 99999999\r\n", QByteArray(2 << 20, 'x')));
        else
            connection.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }
}

} // namespace

/// Pages fetched to be looked at, and recipes tried on them, by the engine with real workers.
class TestSampling : public QObject
{
    Q_OBJECT

    /// An engine with what it answered, by number.
    struct Run
    {
        QTemporaryDir directory;
        RawServer server{shop};
        std::unique_ptr<EngineThread> thread;
        QObject here;
        QHash<quint64, PageSample> samples;
        QHash<quint64, item::ProbeAnswer> answers;
        int finished = 0;

        explicit Run(int workers = 1, const QString &program = QStringLiteral(WORKER_PROGRAM))
        {
            EngineOptions options;
            options.sessionPath = directory.filePath(QStringLiteral("s.trawl"));
            options.workerProgram = program;
            options.workers = workers;
            options.perHost = 2;
            thread = std::make_unique<EngineThread>(options);
            connect(thread->engine(), &Engine::sampled, &here,
                    [this](const PageSample &sample) { samples.insert(sample.number, sample); });
            connect(thread->engine(), &Engine::probed, &here,
                    [this](const item::ProbeAnswer &a) { answers.insert(a.number, a); });
            connect(thread->engine(), &Engine::finished, &here, [this] { ++finished; });
        }
        [[nodiscard]] bool begin()
        {
            return thread->call([](Engine &engine) {
                const bool opened = engine.open().has_value();
                engine.start();
                return opened;
            });
        }
        [[nodiscard]] QByteArray url(const char *path) const
        {
            return server.url(QString::fromLatin1(path)).toEncoded();
        }
        void sample(quint64 number, const QByteArray &url)
        {
            thread->post([number, url](Engine &engine) { engine.samplePage(number, url, {}); });
        }
        void probe(quint64 number, const QString &path, const QByteArray &recipe)
        {
            item::Probe probe;
            probe.number = number;
            probe.recipe = recipe;
            probe.contentType = "text/html";
            probe.bodyPath = path;
            thread->post([probe](Engine &engine) { engine.probe(probe); });
        }
        [[nodiscard]] Counts counts()
        {
            return thread->call([](Engine &engine) { return engine.counts(); });
        }
        [[nodiscard]] QList<WorkerInfo> workers()
        {
            QList<WorkerInfo> workers;
            const auto hold = connect(thread->engine(), &Engine::changed, &here,
                                      [&](const ChangeSet &changes) { workers = changes.workers; });
            thread->post([](Engine &engine) { engine.requestChanges(); });
            (void)support::comes([&] { return !workers.isEmpty(); });
            disconnect(hold);
            return workers;
        }
    };

private Q_SLOTS:
    void aPageIsFetchedAndIsNoItem()
    {
        Run run;
        QVERIFY(run.begin());
        run.sample(1, run.url("/moved"));
        QTRY_VERIFY(run.samples.contains(1));
        auto sample = run.samples.take(1);
        QCOMPARE(sample.failure, item::Failure());
        QCOMPARE(sample.url, run.url("/moved"));
        QCOMPARE(sample.finalUrl, run.url("/page"));
        QCOMPARE(sample.code, 200);
        QCOMPARE(sample.contentType, QByteArray("text/html"));
        QCOMPARE(read(sample.body->path()), QByteArray("<h1>Kettle</h1>"));
        QCOMPARE(run.counts().total(), 0);
        const auto path = sample.body->path();
        const auto copy = sample;
        sample = {};
        QVERIFY(QFileInfo::exists(path));
        run.probe(2, path, heading);
        QTRY_VERIFY(run.answers.contains(2));
        QCOMPARE(run.answers[2].records, QList<QByteArray>{R"(["Kettle"])"});
        QCOMPARE(run.workers().value(0).tasksDone, 1);
    }
    void theLastCopyRemovesTheBody()
    {
        Run run;
        QVERIFY(run.begin());
        run.sample(1, run.url("/page"));
        QTRY_VERIFY(run.samples.contains(1));
        const auto path = run.samples[1].body->path();
        QVERIFY(QFileInfo::exists(path));
        run.samples.clear();
        QVERIFY(!QFileInfo::exists(path));
    }
    void whatCannotBeHad_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("reason");
        QTest::newRow("not there") << QByteArray("/none") << int(item::Reason::Http);
        QTest::newRow("too large") << QByteArray("/huge") << int(item::Reason::TooLarge);
        QTest::newRow("no URL") << QByteArray("nonsense") << int(item::Reason::InvalidUrl);
        QTest::newRow("nobody") << QByteArray("http://127.0.0.1:1/") << int(item::Reason::Connect);
    }
    void whatCannotBeHad()
    {
        QFETCH(QByteArray, url);
        QFETCH(int, reason);
        Run run;
        QVERIFY(run.begin());
        run.sample(1, url.startsWith('/') ? run.url(url.constData()) : url);
        QTRY_VERIFY(run.samples.contains(1));
        QCOMPARE(int(run.samples[1].failure.reason), reason);
        QVERIFY(!run.samples[1].body);
        QTest::qWait(700); // a second try would have come by now
        QVERIFY(run.server.requests().size() <= 1);
    }
    void cancelled()
    {
        Run run;
        QVERIFY(run.begin());
        for (quint64 i = 1; i <= 4; ++i) // two in flight, two wait for the host
            run.sample(i, run.url("/slow"));
        QTRY_COMPARE(run.server.requests().size(), 2);
        for (quint64 i = 1; i <= 4; ++i)
            run.thread->post([i](Engine &engine) { engine.cancelSample(i); });
        QTRY_COMPARE(run.samples.size(), 4);
        for (const auto &sample : std::as_const(run.samples))
            QCOMPARE(sample.failure.reason, item::Reason::Cancelled);
        run.sample(5, run.url("/page")); // the host's room is free again
        QTRY_VERIFY(run.samples.contains(5));
        QCOMPARE(run.samples[5].failure, item::Failure());
    }
    void aWorkerThatDiesAnswers()
    {
        Run run;
        QVERIFY(run.begin());
        QFile body(run.directory.filePath(QStringLiteral("slow")));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write(QByteArray("<p>x").repeated(60'000));
        body.close();
        run.sample(1, run.url("/slow")); // is with the worker that dies
        QTRY_COMPARE(run.server.requests().size(), 1);
        run.probe(2, body.fileName(), slowRecipe);
        const auto pid = run.workers().value(0).pid;
        QVERIFY(pid > 0);
        QTRY_VERIFY(charactersRead(pid) > body.size()); // the worker is at it
        QVERIFY(::kill(pid_t(pid), SIGKILL) == 0);
        QTRY_VERIFY(run.answers.contains(2));
        QCOMPARE(run.answers[2].failure.reason, item::Reason::WorkerCrashed);
        // Nothing is blamed on what ran beside it: it goes to the next worker.
        QTRY_COMPARE(run.server.requests().size(), 2);
        QVERIFY(!run.samples.contains(1));
        run.sample(3, run.url("/page"));
        QTRY_VERIFY(run.samples.contains(3));
        run.probe(4, run.samples[3].body->path(), heading);
        QTRY_VERIFY(run.answers.contains(4));
        QCOMPARE(run.answers[4].failure, item::Failure());
    }
    void withoutWorkers()
    {
        Run run(1, QStringLiteral("/no/such/program"));
        QVERIFY(run.begin());
        run.sample(1, run.url("/page"));
        run.probe(2, QStringLiteral("/x"), heading);
        QTRY_VERIFY(run.samples.contains(1) && run.answers.contains(2));
        QCOMPARE(run.samples[1].failure.reason, item::Reason::WorkerStart);
        QCOMPARE(run.answers[2].failure.reason, item::Reason::WorkerStart);
        run.sample(3, run.url("/page"));
        QTRY_VERIFY(run.samples.contains(3));
    }
    void aRecipeThatIsTooLarge()
    {
        Run run;
        QVERIFY(run.begin());
        run.probe(1, QStringLiteral("/x"), QByteArray(2 << 20, ' '));
        QTRY_VERIFY(run.answers.contains(1));
        QCOMPARE(run.answers[1].failure.reason, item::Reason::TooLarge);
        QCOMPARE(run.workers().value(0).restarts, 0);
    }
    void theDirectoryGoesWithTheEngine()
    {
        QString directory;
        PageSample kept;
        {
            Run run;
            QVERIFY(run.begin());
            run.sample(1, run.url("/page"));
            run.sample(2, run.url("/slow"));
            QTRY_VERIFY(run.samples.contains(1));
            kept = run.samples[1];
            directory = QFileInfo(kept.body->path()).path();
            QVERIFY(QFileInfo::exists(directory));
        }
        QVERIFY(!QFileInfo::exists(directory));
    }
};

TRAWL_TEST(Guiless, TestSampling)

} // namespace tst_sampling

#include "tst_sampling.moc"
