// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/enginesettings.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_enginesettings {

using namespace trawl;
using namespace trawl::desktop;

class TestEngineSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store.clear(); }

    void fallbacksAreTheEnginesOwn()
    {
        const auto options = engineOptions(m_settings);
        const engine::EngineOptions usual;
        QCOMPARE(options.workers, usual.workers);
        QCOMPARE(options.perHost, usual.perHost);
        QCOMPARE(options.retries, usual.retries);
        QCOMPARE(options.bytesPerSecond, usual.bytesPerSecond);
        QCOMPARE(options.hostBytesPerSecond, usual.hostBytesPerSecond);
        QVERIFY(options.schedule.isEmpty());
        QCOMPARE(options.settings, usual.settings);
        QCOMPARE(jobDefaults(m_settings), engine::JobOptions());
    }

    void carriesWhatIsSet()
    {
        m_settings.set(Setting::Workers, 3);
        m_settings.set(Setting::Connections, 7);
        m_settings.set(Setting::RecycleAfter, 1000);
        m_settings.set(Setting::RecycleMemory, 300 * 1024 * 1024);
        m_settings.set(Setting::PerHost, 2);
        m_settings.set(Setting::Segments, 1);
        m_settings.set(Setting::Retries, 0);
        m_settings.set(Setting::ConnectTimeout, 5);
        m_settings.set(Setting::FirstByteTimeout, 6);
        m_settings.set(Setting::IdleTimeout, 8);
        m_settings.set(Setting::RateLimit, qint64(5'000'000'000));
        m_settings.set(Setting::HostRateLimit, qint64(1000));
        m_settings.set(Setting::SpeedSchedule, QStringLiteral("08:00-18:00=off"));
        m_settings.set(Setting::UserAgent, QStringLiteral(" Gannet/2 "));
        m_settings.setChoice(Setting::HttpVersion, int(item::HttpVersion::Http1));
        const auto options = engineOptions(m_settings);
        QCOMPARE(options.workers, 3);
        QCOMPARE(options.settings.connections, 7);
        QCOMPARE(options.recycleAfterTasks, 1000);
        QCOMPARE(options.recycleRssBytes, 300 * 1024 * 1024);
        QCOMPARE(options.perHost, 2);
        QCOMPARE(options.settings.segments, 1);
        QCOMPARE(options.retries, 0);
        QCOMPARE(options.settings.connectTimeoutMs, 5000);
        QCOMPARE(options.settings.firstByteTimeoutMs, 6000);
        QCOMPARE(options.settings.idleTimeoutMs, 8000);
        QCOMPARE(options.bytesPerSecond, qint64(5'000'000'000));
        QCOMPARE(options.hostBytesPerSecond, qint64(1000));
        QVERIFY(options.schedule.at(QTime(9, 0))->off);
        QCOMPARE(options.settings.userAgent, QByteArray("Gannet/2"));
        QCOMPARE(options.settings.http, item::HttpVersion::Http1);
        QCOMPARE(jobDefaults(m_settings).transfer, options.settings);
    }

    void thoseOfEarlierVersionsAreRead()
    {
        QFile file(m_dir.filePath(QStringLiteral("earlier.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[add]\ncollision=skip\nname-template={host}/{name}\n"
                   "[connections]\nconnect-timeout=5\nfirst-byte-timeout=6\nidle-timeout=8\n"
                   "per-host=2\nper-worker=7\nretries=0\nsegments=1\nworkers=3\n"
                   "[limits]\nbytes-per-second=5000000000\nhost-bytes-per-second=1000\n"
                   "schedule=08:00-18:00=off\n"
                   "[network]\nhttp=1.1\nproxy=own\nproxy-url=socks5://127.0.0.1:1080\n"
                   "robots=false\nuser-agent=Gannet/2\n");
        file.close();
        QSettings store(file.fileName(), QSettings::IniFormat);
        const Settings settings(store);
        const auto options = engineOptions(settings);
        QCOMPARE(options.workers, 3);
        QCOMPARE(options.perHost, 2);
        QCOMPARE(options.retries, 0);
        QCOMPARE(options.bytesPerSecond, qint64(5'000'000'000));
        QCOMPARE(options.hostBytesPerSecond, qint64(1000));
        QVERIFY(options.schedule.at(QTime(9, 0))->off);
        item::TransferSettings transfer;
        transfer.connections = 7;
        transfer.segments = 1;
        transfer.connectTimeoutMs = 5000;
        transfer.firstByteTimeoutMs = 6000;
        transfer.idleTimeoutMs = 8000;
        transfer.userAgent = "Gannet/2";
        transfer.http = item::HttpVersion::Http1;
        transfer.proxy = QStringLiteral("socks5://127.0.0.1:1080");
        QCOMPARE(options.settings, transfer);
        engine::JobOptions job;
        job.transfer = transfer;
        job.nameTemplate = QStringLiteral("{host}/{name}");
        job.collision = engine::Collision::Skip;
        job.recipe.crawl.robots = false;
        QCOMPARE(jobDefaults(settings), job);
    }

    void choosesTheProxy()
    {
        const auto proxy = [this] { return engineOptions(m_settings).settings.proxy; };
        m_settings.set(Setting::ProxyUrl, QStringLiteral("socks5://127.0.0.1:1080"));
        QCOMPARE(proxy(), QString());
        m_settings.setChoice(Setting::ProxyMode, int(ProxyMode::System));
        QCOMPARE(proxy(), QStringLiteral("system"));
        m_settings.setChoice(Setting::ProxyMode, int(ProxyMode::Own));
        QCOMPARE(proxy(), QStringLiteral("socks5://127.0.0.1:1080"));
    }

    void newJobsBeginWithThem()
    {
        m_settings.set(Setting::NameTemplate, QStringLiteral("{host}/{name}"));
        m_settings.setChoice(Setting::Collision, int(engine::Collision::IfNewer));
        m_settings.set(Setting::Robots, false);
        const auto options = jobDefaults(m_settings);
        QCOMPARE(options.nameTemplate, QStringLiteral("{host}/{name}"));
        QCOMPARE(options.collision, engine::Collision::IfNewer);
        QVERIFY(!options.recipe.crawl.robots);
    }

private:
    QTemporaryDir m_dir;
    QSettings m_store{m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    Settings m_settings{m_store};
};

TRAWL_TEST(Guiless, TestEngineSettings)

} // namespace tst_enginesettings

#include "tst_enginesettings.moc"
