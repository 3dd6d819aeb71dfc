// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover.h"
#include "control/server.h"
#include "control/sessionbench.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <future>

namespace tst_handover {

using namespace trawl;
using namespace trawl::app;

namespace {

/// Runs f on another thread, as another process would ask, while this one serves.
template <typename F> auto elsewhere(F f)
{
    auto result = std::async(std::launch::async, f);
    while (result.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        QCoreApplication::processEvents();
    return result.get();
}

} // namespace

class TestHandOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_bench = std::make_unique<control::SessionBench>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_bench->directory()));
        listen(true);
    }
    void cleanup()
    {
        m_server.reset();
        m_bench.reset();
    }

    void bringsTheWindowForward()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DESKTOP_STARTUP_ID"), QStringLiteral("x11"));
        const auto ending = start({}, environment);
        QVERIFY(ending);
        QCOMPARE(ending->status, ExitStatus::Ok);
        QVERIFY(ending->output.isEmpty());
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked[0].verb, control::Verb::Raise);
        QCOMPARE(m_asked[0].activation, QStringLiteral("x11"));
        environment.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), QStringLiteral("wayland"));
        QVERIFY(start({}, environment));
        QCOMPARE(m_asked[1].activation, QStringLiteral("wayland"));
    }

    void handsListsOverByTheirWholePaths()
    {
        const auto before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_bench->directory()));
        QFile list(QStringLiteral("papers.txt"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        const auto ending = start({list.fileName(), QStringLiteral("http://a.example/")}, {});
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(ending);
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked[0].verb, control::Verb::Add);
        QCOMPARE(m_asked[0].files,
                 QStringList{QFileInfo(list).fileName().prepend(m_bench->directory() + u'/')});
        QCOMPARE(m_asked[0].text, QStringLiteral("http://a.example/"));
    }

    void opensAWindowWhereThereIsNone()
    {
        listen(false); // a trawlc
        QVERIFY(!start({}, {}));
        m_server.reset();
        QVERIFY(!start({}, {}));
    }

    void saysThatTheWindowHangs()
    {
        // Nobody handles events here meanwhile.
        auto asking = std::async(std::launch::async,
                                 [this] { return handOver(m_bench->path(), {}, {}, 200); });
        const auto ending = asking.get();
        QVERIFY(ending);
        QCOMPARE(ending->status, ExitStatus::LocalTrouble);
        QVERIFY2(ending->output.contains(u"does not answer"), qPrintable(ending->output));
        QVERIFY(ending->output.contains(QString::number(QCoreApplication::applicationPid())));
    }

private:
    void listen(bool window)
    {
        m_server.reset();
        control::Services services{.engine = &m_bench->engine(), .window = {}, .ordered = {}};
        if (window)
            services.window = [this](const control::Request &request) { m_asked << request; };
        m_server = std::make_unique<control::Server>(services);
        QVERIFY(m_server->listen(m_bench->path()));
    }
    std::optional<Ending> start(const QStringList &lists, const QProcessEnvironment &environment)
    {
        return elsewhere([&] { return handOver(m_bench->path(), lists, environment); });
    }

    std::unique_ptr<control::SessionBench> m_bench;
    std::unique_ptr<control::Server> m_server;
    QList<control::Request> m_asked;
};

TRAWL_TEST(Guiless, TestHandOver)

} // namespace tst_handover

#include "tst_handover.moc"
