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

private:
    QByteArray note()
    {
        const std::lock_guard lock(m_mutex);
        m_times.append(double(m_clock.nsecsElapsed()) / 1e6);
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

/// Limits and retries over two real workers.
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
            (void)QTest::qWaitFor([this] { return changes.has_value(); }, 2000);
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
        QTest::addColumn<double>("off"); // a short run starts and ends with a part of its own
        QTest::newRow("all") << "all" << qint64(5'000'000) << 0.05;
        QTest::newRow("job") << "job" << qint64(14'000'000) << 0.1;
        QTest::newRow("host") << "host" << qint64(14'000'000) << 0.1;
    }
    void bytesASecond()
    {
        QFETCH(QString, scope);
        QFETCH(qint64, limit);
        QFETCH(double, off);
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
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 15'000);
        const auto seconds = double(clock.elapsed()) / 1000;
        QCOMPARE(run.counts().done, 50);
        const auto rate = double(bytesOnDisk()) / seconds;
        qInfo("%.0f bytes/s over %.2f s", rate, seconds);
        QVERIFY2(std::abs(rate - double(limit)) < double(limit) * off,
                 qPrintable(QString::number(rate)));
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
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 10'000);
        const auto ms = clock.elapsed();
        QVERIFY2(ms > 1400 && ms < 2200, qPrintable(QString::number(ms)));
    }

    void requestsASecond()
    {
        const Stamps server([](int) { return answer("200 OK"); });
        auto o = options();
        o.perHost = 16;
        o.hostRequestsPerSecond = 100;
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 250)));
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 10'000);
        const auto times = server.times();
        QCOMPARE(times.size(), 250);
        const auto rate = 249'000 / (times.last() - times.first());
        QVERIFY2(rate > 95 && rate < 103, qPrintable(QString::number(rate)));
        for (qsizetype i = 0, j = 0; i < times.size(); ++i) {
            while (times[i] - times[j] > 500)
                ++j;
            QVERIFY2(i - j + 1 <= 56, qPrintable(QString::number(i - j + 1)));
        }
    }

    void delayBetweenRequests()
    {
        const Stamps server([](int) { return answer("200 OK"); });
        auto o = options();
        o.hostDelayMs = 150;
        Run run(o);
        QVERIFY(run.add(out(), linksOf(server, 8)));
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 10'000);
        const auto times = server.times();
        QCOMPARE(times.size(), 8);
        for (qsizetype i = 1; i < times.size(); ++i) // less what a busy machine holds one up
            QVERIFY2(times[i] - times[i - 1] > 110, qPrintable(QString::number(i)));
        QVERIFY(times.last() - times.first() >= 7 * 150 - 40);
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
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 10'000);
        QCOMPARE(run.counts().done, 3);
        const auto times = server.times();
        QCOMPARE(times.size(), 6);
        for (int i = 1; i <= 3; ++i) // the whole host is held
            QVERIFY(times[i] - times[i - 1] > 950);
        QVERIFY(times[5] - times[3] < 500);
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
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 5'000);
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
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 5'000);
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
        run.thread.post([](Engine &e) { e.setSchedule({}); });
        QTRY_VERIFY_WITH_TIMEOUT(run.finished > 0, 5'000);
        QCOMPARE(run.counts().done, 5);
    }
};

TRAWL_TEST(Guiless, TestLimits)

} // namespace tst_limits

#include "tst_limits.moc"
