// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"
#include "engine/importer.h"
#include "store/files.h"
#include "store/store.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_recovery {

using namespace trawl;
using namespace trawl::engine;
using trawl::test::contents;
using trawl::test::setContents;

/// What the next start makes of what an unclean stop left (rows 11 and 34): the session is copied
/// as a kill would leave it, then files are damaged as a power cut, or a person, would.
class TestRecovery : public QObject
{
    Q_OBJECT

    static constexpr int pages = 20;
    std::unique_ptr<support::NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    QStringList m_log;

    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString out(int i) const { return path(QStringLiteral("out")) + pagePath(i); }
    [[nodiscard]] static QString pagePath(int i)
    {
        return QStringLiteral("/%1.html").arg(i, 6, 10, QLatin1Char('0'));
    }
    [[nodiscard]] QByteArray page(int i) const
    {
        return contents(m_server->root() + QStringLiteral("/p") + pagePath(i));
    }
    [[nodiscard]] EngineOptions options(const QString &session) const
    {
        EngineOptions options;
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 1;
        options.settings.caFile = m_server->caFile();
        options.sessionPath = path(session);
        return options;
    }
    /// Runs the session until all is done; `meanwhile` sees it open.
    void run(const QString &session, const std::function<void(EngineThread &)> &meanwhile = {})
    {
        EngineThread thread(options(session));
        QObject here;
        bool finished = false;
        connect(thread.engine(), &Engine::finished, &here, [&] { finished = true; });
        connect(thread.engine(), &Engine::logged, &here,
                [this](const QString &text) { m_log.append(text); });
        QVERIFY(thread.call([](Engine &e) { return e.open().has_value(); }));
        thread.post([](Engine &e) { e.start(); });
        const std::atomic_bool cancel = false;
        QList<item::Link> links;
        for (int i = 1; i <= pages; ++i)
            links.append({i, m_server->httpsUrl(QStringLiteral("/p") + pagePath(i)).toEncoded()});
        QVERIFY(importLinks(
            thread, {QStringLiteral("job"), path(QStringLiteral("out")), "list", {}, {}},
            [&] { return std::exchange(links, {}); }, cancel));
        const auto allDone = [&] {
            return finished && thread.call([](Engine &e) { return e.counts().done; }) == pages;
        };
        QTRY_VERIFY(allDone());
        if (meanwhile)
            meanwhile(thread);
        QCoreApplication::processEvents();
    }
    void runAndKill()
    {
        run(QStringLiteral("s.trawl"), [this](EngineThread &) {
            test::copyAsIs(path(QStringLiteral("s.trawl")), path(QStringLiteral("k.trawl")));
        });
        m_log.clear();
    }
    void allIsRight()
    {
        for (int i = 1; i <= pages; ++i)
            QCOMPARE(contents(out(i)), page(i));
    }
    [[nodiscard]] bool logged(const char *words) const
    {
        return m_log.join(u'\n').contains(QLatin1StringView(words));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<support::NginxServer>();
        QVERIFY(m_server->isRunning());
        m_server->pages(pages, 10'000);
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_log.clear();
    }

    void damagedFilesAreFetchedAgain()
    {
        runAndKill();
        setContents(out(1), {});
        setContents(out(2), QByteArray(page(2).size(), '\0'));
        setContents(out(3), page(3).chopped(100));
        QVERIFY(QFile::remove(out(4)));
        run(QStringLiteral("k.trawl"));
        QVERIFY(logged("checking 20 files"));
        QVERIFY(logged("4 files were not whole"));
        allIsRight();
        // What might be somebody's is kept beside it; empty ones are not.
        const auto names = QDir(path(QStringLiteral("out"))).entryList(QDir::Files);
        QCOMPARE(names.size(), pages + 1);
        QCOMPARE(contents(path(QStringLiteral("out/000003 (damaged).html"))), page(3).chopped(100));
    }
    void wholeFilesStay()
    {
        runAndKill();
        run(QStringLiteral("k.trawl"));
        QVERIFY(logged("checking 20 files"));
        QVERIFY(!logged("not whole"));
        allIsRight();
    }
    void filesOfSyncedEpochsAreNotRead()
    {
        runAndKill();
        {
            const auto store = store::Store::open(path(QStringLiteral("k.trawl")));
            (*store)->setSynced((*store)->nextEpoch());
            (*store)->distrust();
        }
        setContents(out(1), {}); // nobody looks
        run(QStringLiteral("k.trawl"));
        QVERIFY(!logged("checking"));
        QCOMPARE(contents(out(1)), QByteArray());
    }
    void aCleanCloseSyncs()
    {
        run(QStringLiteral("s.trawl"));
        const auto store = store::Store::open(path(QStringLiteral("s.trawl")));
        QVERIFY((*store)->wasClean());
        QVERIFY((*store)->unsyncedFiles().isEmpty());
        QCOMPARE((*store)->syncedEpoch(), 1);
    }
    void partsThatAreOfNoUseGo()
    {
        runAndKill();
        const auto parts = path(QStringLiteral("out/.trawl/x"));
        QVERIFY(QDir().mkpath(parts)); // of another job: not ours to touch
        run(QStringLiteral("k.trawl"));
        QVERIFY(QDir(parts).exists());
        QVERIFY(QDir().rmdir(parts));
        run(QStringLiteral("k.trawl"));
        QVERIFY(!QDir(path(QStringLiteral("out/.trawl"))).exists());
    }
};

TRAWL_TEST(Guiless, TestRecovery)

} // namespace tst_recovery

#include "tst_recovery.moc"
