// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"
#include "engine/importer.h"
#include "fetch/rangefile.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_lending {

using namespace trawl;
using namespace trawl::engine;

/// Segments as the engine allows them, with real workers and a server of our own.
class TestLending : public QObject
{
    Q_OBJECT

    static constexpr qint64 size = 24 << 20;

private Q_SLOTS:
    void aLargeFileGetsWhatTheHostHasLeft_data()
    {
        QTest::addColumn<int>("perHost");
        QTest::addColumn<int>("segments");
        QTest::addColumn<int>("most");
        QTest::newRow("four") << 6 << 4 << 4;
        QTest::newRow("the host's budget") << 2 << 4 << 2;
        QTest::newRow("one") << 6 << 1 << 1;
    }
    void aLargeFileGetsWhatTheHostHasLeft()
    {
        QFETCH(int, perHost);
        QFETCH(int, segments);
        QFETCH(int, most);
        tests::ScriptServer server;
        tests::RangeFile file;
        file.bytes.resize(size);
        for (qint64 i = 0; i < size; ++i)
            file.bytes[i] = char(i * 31 + i / 65'537);
        file.delayMs = 2;
        int atOnce = 0;
        server.on("/f.bin", [&](QTcpSocket &socket, const tests::ScriptServer::Request &request) {
            // Later: the end of a connection may come behind the first request of the next one.
            QTimer::singleShot(30, &server, [&] { atOnce = std::max(atOnce, server.open); });
            file.answer(socket, request);
        });
        const QTemporaryDir directory;
        EngineOptions options;
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 2;
        options.perHost = perHost;
        options.settings.segments = segments;
        EngineThread thread(options);
        QVERIFY(thread.call([](Engine &e) { return e.open().has_value(); }));
        QObject here;
        bool finished = false;
        connect(thread.engine(), &Engine::finished, &here, [&] { finished = true; });
        QList<item::Link> links{{1, server.url("/f.bin")}};
        const std::atomic_bool cancel = false;
        const auto source = [&links] { return std::exchange(links, {}); };
        const JobSpec job{QStringLiteral("j"), directory.path(), {}, {}};
        QVERIFY(importLinks(thread, job, source, cancel).has_value());
        thread.post([](Engine &e) { e.start(); });
        QTRY_VERIFY(finished);
        QFile written(directory.filePath(QStringLiteral("f.bin")));
        QVERIFY(written.open(QIODevice::ReadOnly) && written.readAll() == file.bytes);
        QCOMPARE(atOnce, most);
    }
};

TRAWL_TEST(Guiless, TestLending)

} // namespace tst_lending

#include "tst_lending.moc"
