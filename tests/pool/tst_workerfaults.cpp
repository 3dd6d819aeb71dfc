// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolfixture.h"
#include "support/testmain.h"

#include <QPointer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace tst_workerfaults {

using namespace trawl;
using namespace trawl::pool;

namespace {

constexpr const char *hostRole = "TRAWL_TEST_HOST";

/// For workersDieWithAKilledParent(): a parent that tells its workers' pids and waits.
int host()
{
    int argc = 1;
    char name[] = "host";
    char *argv[] = {name, nullptr};
    QCoreApplication app(argc, argv);
    PoolFixture f(PoolFixture::two());
    QTimer poll;
    poll.callOnTimeout(&f, [&] {
        if (f.ready() < 2)
            return;
        poll.stop();
        std::printf("%lld %lld\n", f.pool.workers()[0].pid, f.pool.workers()[1].pid);
        std::fflush(stdout);
    });
    poll.start(10);
    return f.pool.start() ? app.exec() : 1;
}

} // namespace

/// What the pool does when workers do not start or behave as they should.
class TestWorkerFaults : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        if (qEnvironmentVariableIsSet(hostRole))
            std::exit(host());
    }

private:
    static PoolOptions impatient()
    {
        auto options = PoolFixture::two();
        options.startTimeoutMs = 300;
        options.restartDelayMs = 10;
        return options;
    }

private Q_SLOTS:
    void aWorkerThatWillNotLeaveIsMadeTo()
    {
        auto options = PoolFixture::two();
        options.hangTimeoutMs = 200;
        PoolFixture f(options, "stay");
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        f.pool.drain();
        QTRY_COMPARE(f.stops, 1);
        QVERIFY(f.nobodyLeft());
    }

    void aWorkerThatCannotStartIsOneClearError_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("processes");
        const auto fake = QStringLiteral(FAKEWORKER_PROGRAM);
        const auto row = [](const char *name, const QString &program, const char *mode,
                            const char *why, int processes) {
            QTest::newRow(name) << program << QString::fromLatin1(mode) << QString::fromLatin1(why)
                                << processes;
        };
        row("missing program", QStringLiteral("/nowhere/worker"), "good",
            "there is no program /nowhere/worker", 1);
        row("not a program", QStringLiteral("/etc/passwd"), "good", "there is no program", 1);
        row("exits at once", fake, "exit", "exit 3", 3);
        row("of another protocol version", fake, "version", "speaks protocol 77, this program", 1);
        row("never says hello", fake, "mute", "no hello within 300 ms", 3);
        row("has the wrong token", fake, "badtoken", "exit 4", 3);
        row("speaks something else", fake, "garbage", "exit 4", 3);
    }
    void aWorkerThatCannotStartIsOneClearError()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, mode);
        QFETCH(const QString, why);
        QFETCH(const int, processes);
        auto options = impatient();
        if (mode != u"mute") // the others must be heard, however slow they are
            options.startTimeoutMs = PoolOptions().startTimeoutMs;
        options.program = program;
        PoolFixture f(options, qPrintable(mode));
        QVERIFY(f.pool.start());
        QVERIFY(f.failures.isEmpty());
        QTRY_COMPARE(f.failures.size(), 1);
        QCOMPARE(f.failures.first().reason, item::Reason::WorkerStart);
        QVERIFY2(f.failures.first().detail.contains(why), qPrintable(f.failures.first().detail));
        QCOMPARE(f.pool.failure(), f.failures.first());
        for (const auto &worker : f.pool.workers()) {
            QCOMPARE(worker.state, WorkerState::Dead);
            QCOMPARE(worker.restarts + 1, processes);
        }
        QTest::qWait(100);
        QCOMPARE(f.failures.size(), 1);
        QVERIFY(f.nobodyLeft());
        f.want(1, "");
        f.pool.assign({{item::ItemId(5), "", {}, {}}});
        QTRY_COMPARE(f.reason(5), item::Reason::WorkerStart);
        f.pool.stop();
        QTRY_COMPARE(f.stops, 1);
    }

    /// The program goes away while tasks are in flight: they end too.
    void tasksEndWithThePool()
    {
        QTemporaryDir directory;
        const auto program = directory.filePath(QStringLiteral("worker"));
        QVERIFY(QFile::link(QStringLiteral(FAKEWORKER_PROGRAM), program));
        auto options = impatient();
        options.program = program;
        options.startTimeoutMs = 5000;
        PoolFixture f(options);
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 2);
        f.want(6, "never");
        QTRY_COMPARE(f.pool.inFlight(), 6);
        QVERIFY(QFile::remove(program));
        for (const auto &worker : f.pool.workers())
            kill(pid_t(worker.pid), SIGKILL);
        QTRY_COMPARE(f.failures.size(), 1);
        QCOMPARE(f.answers, 6);
        QCOMPARE(f.pool.inFlight(), 0);
        for (int id = 1; id <= 6; ++id)
            QCOMPARE(f.reason(id), item::Reason::WorkerStart);
    }

    void nonsenseFromAWorkerEndsItNotUs()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(1, "nonsense");
        f.want(40, "ms=10");
        QTRY_COMPARE(f.answers, 41);
        QVERIFY(!f.log.filter(QStringLiteral("makes no sense")).isEmpty());
        for (int id = 2; id <= 41; ++id)
            QVERIFY(f.outcome(id).ok());
    }

    void aSecondAnswerIsIgnored()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        f.want(5, "twice");
        QTRY_COMPARE(f.outcomes.size(), 5);
        f.want(1, "ms=50");
        QTRY_COMPARE(f.outcomes.size(), 6);
        QCOMPARE(f.answers, 6);
    }

    void itsComplaintsAreLoggedWithinBounds()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        f.want(1, "complain");
        QTRY_VERIFY(!f.log.filter(QStringLiteral("something is wrong")).isEmpty());
        QTRY_COMPARE(f.answers, 1);
        QTest::qWait(100);
        QVERIFY2(f.log.size() <= 110, qPrintable(QString::number(f.log.size())));
    }

    void aFloodOfLogsHoldsNobodyUp()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.want(1, "flood=10000");
        f.want(200, "ms=5");
        QTRY_COMPARE(f.answers, 201);
        QVERIFY2(f.log.size() < 1000, qPrintable(QString::number(f.log.size())));
        QVERIFY(f.log.first().size() < 1100);
    }

    void workersDieWithAKilledParent()
    {
        QProcess host;
        host.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(hostRole), QStringLiteral("1"));
        host.setProcessEnvironment(environment);
        host.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_workerfaults")});
        QByteArray pids;
        QTRY_VERIFY((pids += host.readAllStandardOutput()).endsWith('\n'));
        const auto list = pids.trimmed().split(' ');
        QCOMPARE(list.size(), 2);
        host.kill();
        QVERIFY(host.waitForFinished());
        for (const auto &pid : list)
            QTRY_VERIFY(kill(pid.toInt(), 0) != 0);
    }

    /// A Ctrl+C in the terminal is for the program, not for its workers; no secret shows in ps.
    void aWorkerIsSetUpWithCare()
    {
        PoolFixture f(PoolFixture::one());
        QVERIFY(f.pool.start());
        QTRY_COMPARE(f.ready(), 1);
        const auto pid = f.pool.workers().first().pid;
        QCOMPARE(getpgid(pid_t(pid)), pid_t(pid));
        const auto about = [pid](const char *what) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1StringView(what)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto environment = about("environ");
        QVERIFY(environment.split('\0').contains("QT_NO_GLIB=1"));
        const QRegularExpression token(QStringLiteral("[0-9a-f]{32}"));
        QVERIFY(!token.match(QString::fromLatin1(about("cmdline"))).hasMatch());
        QVERIFY(!token.match(QString::fromLatin1(environment)).hasMatch());
    }

    void aPoolMayBeDeletedWhenItSaysGoodbye()
    {
        auto *pool = new WorkerPool([] {
            auto options = PoolFixture::one();
            options.program = QStringLiteral(FAKEWORKER_PROGRAM);
            options.arguments = {QStringLiteral("good")};
            return options;
        }());
        QPointer<WorkerPool> alive(pool);
        connect(pool, &WorkerPool::stopped, pool, [pool] { delete pool; });
        QVERIFY(pool->start());
        QTRY_COMPARE(pool->room(), 32);
        pool->drain();
        QTRY_VERIFY(!alive);
    }

    void drainingBeforeAnybodyIsReadyEnds()
    {
        PoolFixture f(PoolFixture::two());
        QVERIFY(f.pool.start());
        f.pool.drain();
        QTRY_COMPARE(f.stops, 1);
        QVERIFY(f.nobodyLeft());
    }
};

TRAWL_TEST(Guiless, TestWorkerFaults)

} // namespace tst_workerfaults

#include "tst_workerfaults.moc"
