// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"
#include "engine/importer.h"
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <mutex>

namespace tst_limits {

using namespace trawl;
using namespace trawl::engine;

namespace {

/// Answers as it is told and notes when each request came.
class Stamps
{
public:
    explicit Stamps(std::function<QByteArray(int)> answer)
        : m_answer(std::move(answer))
        , m_server([this](support::RawConnection &connection) {
            while (connection.readRequest()) {
                if (!connection.send(note()))
                    return;
            }
        })
    {
        m_clock.start();
    }
    [[nodiscard]] QByteArray url(int i) const
    {
        return m_server.url(QStringLiteral("/%1").arg(i)).toEncoded();
    }
    /// ms, in order.
    [[nodiscard]] QList<double> times() const
    {
        const std::lock_guard lock(m_mutex);
        return m_times;
    }
    /// On the same clock.
    [[nodiscard]] double now() const { return double(m_clock.nsecsElapsed()) / 1e6; }

private:
    QByteArray note()
    {
        const std::lock_guard lock(m_mutex);
        m_times.append(now());
        return m_answer(int(m_times.size()));
    }
    std::function<QByteArray(int)> m_answer;
    mutable std::mutex m_mutex;
    QList<double> m_times;
    QElapsedTimer m_clock;
    support::RawServer m_server;
};

QByteArray answer(const char *status, const QByteArray &fields = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + fields + "Content-Length: 2\r\n\r\nok";
}

} // namespace

/// Limits and retries over two real workers. A busy machine may make everything later, so what is
/// looked at is that nothing comes too early, counted from before the start; that what is allowed
/// is also used is tested where time is simulated.
class TestLimits : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    static EngineOptions options()
    {
        EngineOptions options;
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 2;
        options.retryBaseMs = 20;
        return options;
    }

    struct Run
    {
        EngineThread thread;
        QObject here;
        int finished = 0;
        std::optional<ChangeSet> changes;

        explicit Run(EngineOptions options)
            : thread(std::move(options))
        {
            connect(thread.engine(), &Engine::finished, &here, [this] { ++finished; });
            connect(thread.engine(), &Engine::changed, &here,
                    [this](const ChangeSet &set) { changes = set; });
        }
        bool add(const QString &directory, QList<item::Link> links)
        {
            if (!thread.call([](Engine &e) { return e.open().has_value(); }))
                return false;
            const std::atomic_bool cancel = false;
            const auto source = [&links] { return std::exchange(links, {}); };
            return importLinks(thread, {QStringLiteral("j"), directory, "l"}, source, cancel)
                .has_value();
        }
        void start()
        {
            thread.post([](Engine &e) { e.start(); });
        }
        Counts counts()
        {
            return thread.call([](Engine &e) { return e.counts(); });
        }
        std::optional<ChangeSet> nextChanges()
        {
            changes.reset();
            thread.post([](Engine &e) { e.requestChanges(); });
            (void)support::comes([this] { return changes.has_value(); });
            return changes;
        }
    };

    [[nodiscard]] QString out() const { return m_dir->filePath(QStringLiteral("out")); }
    [[nodiscard]] qint64 bytesOnDisk() const
    {
        qint64 sum = 0;
        for (QDirIterator files(out(), QDir::Files); files.hasNext();) {
            files.next();
            sum += files.fileInfo().size();
        }
        return sum;
    }
    static QList<item::Link> linksOf(const Stamps &server, int count)
    {
        QList<item::Link> links;
        for (int i = 0; i < count; ++i)
            links.append({i + 1, server.url(i)});
        return links;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void bytesASecond_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<qint64>("limit");
        QTest::newRow("all") << "all" << qint64(5'000'000);
        QTest::newRow("job") << "job" << qint64(14'000'000);
        QTest::newRow("host") << "host" << qint64(14'000'000);
    }
    void bytesASecond()
    {
        QFETCH(QString, scope);
        QFETCH(qint64, limit);
        support::NginxServer server({.server = {}, .http = {}, .accessLog = false});
        QVERIFY(server.isRunning());
        QList<item::Link> links;
        for (int i = 0; i < 50; ++i) {
            const auto path = QStringLiteral("/f%1").arg(i);
            // 27.5 MB: many small ones and some of megabytes.
            QVERIFY(server.addFile(path, QByteArray(i % 10 == 0 ? 3'500'000 : 222'222, 'x')));
            links.append({i + 1, server.httpUrl(path).toEncoded()});
        }
        auto o = options();
        o.perHost = 50;
        if (scope == QLatin1StringView("all"))
            o.bytesPerSecond = limit;
        else if (scope == QLatin1StringView("host"))
            o.hostBytesPerSecond = limit;
        Run run(o);
        QVERIFY(run.add(out(), links));
        if (scope == QLatin1StringView("job")) {
            run.thread.post([limit](Engine &e) { e.setJobRateLimit(item::JobId(1), limit, 0); });
        }
        QElapsedTimer clock;
        clock.start();
        run.start();
        QTRY_VERIFY(run.finished > 0);
        const auto seconds = double(clock.elapsed()) / 1000;
        QCOMPARE(run.counts().done, 50);
        const auto rate = double(bytesOnDisk()) / seconds;
        qInfo("%.0f bytes/s over %.2f s", rate, seconds);
        // A short run starts with a part of its own.
        QVERIFY2(rate < double(limit) * 1.1, qPrintable(QString::number(rate)));
    }

    void eachItemsOwnRate()
    {
        support::NginxServer server({.server = {}, .http = {}, .accessLog = false});
        QVERIFY(server.addFile(QStringLiteral("/a"), QByteArray(300'000, 'x')));
        Run run(options());
        QList<item::Link> links;
        for (int i = 0; i < 4; ++i)
            links.append({1, server.httpUrl(QStringLiteral("/a?%1").arg(i)).toEncoded()});
        QVERIFY(run.add(out(), links));
        run.thread.post([](Engine &e) { e.setJobRateLimit(item::JobId(1), 0, 200'000); });
        QElapsedTimer clock;
        clock.start();
        run.start();
        QTRY_VERIFY(run.finished > 0);
        QVERIFY2(clock.elapsed() > 1400, qPrintable(QString::number(clock.elapsed())));
    }

    void requestsASecond()
    {
        const Stamps server([](int) { return answer("200 OK"); });
        auto o = options();
        o.perHost = 16;
        o.hostRequestsPerSecond = 100;
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 250)));
        const auto start = server.now();
        run.start();
        QTRY_VERIFY(run.finished > 0);
        const auto times = server.times();
        QCOMPARE(times.size(), 250);
        for (qsizetype i = 0; i < times.size(); ++i) { // six at once, one every 10 ms from then on
            QVERIFY2(times[i] - start > double(i - 6) * 10 / 1.03,
                     qPrintable(QStringLiteral("%1: %2").arg(i).arg(times[i] - start)));
        }
    }

    void delayBetweenRequests()
    {
        const Stamps server([](int) { return answer("200 OK"); });
        auto o = options();
        o.hostDelayMs = 150;
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 8)));
        const auto start = server.now();
        run.start();
        QTRY_VERIFY(run.finished > 0);
        const auto times = server.times();
        QCOMPARE(times.size(), 8);
        for (qsizetype i = 0; i < times.size(); ++i)
            QVERIFY2(times[i] - start > double(i) * 150 - 5, qPrintable(QString::number(i)));
    }

    void retryAfterBurnsNoTry()
    {
        const Stamps server([](int n) {
            return n <= 3 ? answer("429 Too Many Requests", "Retry-After: 1\r\n")
                          : answer("200 OK");
        });
        auto o = options();
        o.retries = 0;
        o.perHost = 1;
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 3)));
        run.start();
        QTRY_VERIFY(run.finished > 0);
        QCOMPARE(run.counts().done, 3);
        const auto times = server.times();
        QCOMPARE(times.size(), 6);
        for (int i = 1; i <= 3; ++i) // the whole host is held
            QVERIFY(times[i] - times[i - 1] > 950);
    }

    void triesAndCodes_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("requests");
        QTest::newRow("502") << QByteArray("502 Bad Gateway") << 4;
        QTest::newRow("404") << QByteArray("404 Not Found") << 4; // the person said so
        QTest::newRow("500") << QByteArray("500 Oops") << 1;
        QTest::newRow("503 without a time") << QByteArray("503 Busy") << 4;
    }
    void triesAndCodes()
    {
        QFETCH(QByteArray, status);
        QFETCH(int, requests);
        const Stamps server([&](int) { return answer(status.constData()); });
        auto o = options();
        o.retries = 3;
        o.retryCapMs = 50;
        o.settings.retryCodes = {404, 502, 503};
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 1)));
        run.start();
        QTRY_VERIFY(run.finished > 0);
        QCOMPARE(run.counts().failed, 1);
        QCOMPARE(server.times().size(), requests);
    }

    /// Who refuses is there.
    void aDeadHostIsNoOutage()
    {
        auto server = std::make_unique<Stamps>([](int) { return answer("200 OK"); });
        const auto links = linksOf(*server, 4);
        server.reset();
        auto o = options();
        o.retries = 1;
        Run run(o);
        QVERIFY(run.add(out(), links));
        run.start();
        QTRY_VERIFY(run.finished > 0);
        QCOMPARE(run.counts().failed, 4);
        const auto changes = run.nextChanges();
        QVERIFY(changes && !changes->offline);
    }

    void offHours()
    {
        const Stamps server([](int) { return answer("200 OK"); });
        auto o = options();
        o.schedule = *Schedule::parse(u"00:00-24:00=off");
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 5)));
        run.start();
        QTest::qWait(400);
        QVERIFY(server.times().isEmpty());
        QCOMPARE(run.counts().queued, 5);
        const auto changes = run.nextChanges();
        QVERIFY(changes && changes->offHours);
        run.thread.post([](Engine &e) {
            auto unscheduled = e.options();
            unscheduled.schedule = {};
            e.setOptions(unscheduled);
        });
        QTRY_VERIFY(run.finished > 0);
        QCOMPARE(run.counts().done, 5);
    }
};

TRAWL_TEST(Guiless, TestLimits)

} // namespace tst_limits

#include "tst_limits.moc"
