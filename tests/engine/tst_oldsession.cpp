// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace tst_oldsession {

using namespace trawl;
using namespace trawl::engine;
using item::Status;

/// What the version before has left behind is read with all that it was told.
class TestOldSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Run> m_run;

    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("old.trawl")); }
    [[nodiscard]] std::optional<JobOptions> optionsOf(int job)
    {
        return m_run->thread.call([job](Engine &e) { return e.jobOptions(item::JobId(job)); });
    }
    void make()
    {
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path()).constData(), &handle), SQLITE_OK);
        auto sql = read(QStringLiteral(SESSION_V4));
        sql.replace("/home/me", QFile::encodeName(m_dir->path()));
        QCOMPARE(sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_close(handle), SQLITE_OK);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        make();
        EngineOptions options;
        options.sessionPath = path();
        options.fetches = false;
        m_run = std::make_unique<Run>(options);
        QVERIFY(m_run->open());
    }
    void cleanup()
    {
        m_run.reset();
        m_dir.reset();
    }
    void itemsAreWhatTheyWere()
    {
        QCOMPARE(m_run->counts(), (Counts{.queued = 1, .done = 4, .failed = 1}));
        const auto results = Run::results(path());
        QCOMPARE(results.size(), 6);
        QCOMPARE(results[0].file, QStringLiteral("127.0.0.1/one.txt"));
        QCOMPARE(results[1].code, 404);
        QCOMPARE(results[3].status, Status::Queued);
        QCOMPARE(results[5].file, QStringLiteral("p2.html"));
    }
    void optionsOfAJobThatFetches()
    {
        JobOptions expected;
        auto &transfer = expected.transfer;
        transfer.userAgent = "Agent/9";
        transfer.headers = {{"X-Own", R"(value; with "quotes")"}};
        transfer.http = item::HttpVersion::Http1;
        transfer.connectTimeoutMs = 20'000;
        transfer.firstByteTimeoutMs = 50'000;
        transfer.idleTimeoutMs = 33'000;
        transfer.totalTimeoutMs = 600'000;
        transfer.minBytesPerSecond = 2048;
        transfer.maxBytes = qint64(3) << 30;
        transfer.maxRedirects = 7;
        transfer.allowDowngrade = true;
        transfer.retryCodes = {429, 503};
        transfer.segments = 2;
        transfer.bearer = "tok";
        expected.itemBytesPerSecond = 900 * 1024;
        expected.nameTemplate = QStringLiteral("{host}/{name}");
        expected.collision = Collision::IfNewer;
        const auto options = optionsOf(1);
        QVERIFY(options);
        QCOMPARE(*options, expected);
    }
    void optionsOfAJobThatScrapes()
    {
        const auto options = optionsOf(2);
        QVERIFY(options);
        QVERIFY(options->transfer.sums);
        QVERIFY(options->save);
        QCOMPARE(options->recipe.columns(),
                 (QStringList{QStringLiteral("title"), QStringLiteral("price")}));
        QCOMPARE(options->recipe.crawl.maxPages, 2);
    }
    // The list of then is the same list now: what it promised counts.
    void theSameListGoesOn()
    {
        const auto options = std::make_shared<item::LinkOptions>();
        options->name = QStringLiteral("one.txt");
        options->mirrors = {"http://localhost:18080/a.txt"};
        options->checksum =
            item::Checksum{item::HashAlgorithm::Sha256,
                           QByteArray::fromHex(
                               "6667b2d1aab6a00caa5aee5af8ad9f1465e567abf1c209d15727d57b3e8f6e5f")};
        const QByteArray host = "http://127.0.0.1:18080";
        const QList<item::Link> list{{2, host + "/a.txt", item::Reason::None, options},
                                     {3, host + "/none.txt"},
                                     {4, host + "/p1.html"},
                                     {5, "http://192.0.2.1:9/later"},
                                     {6, host + "/new"}};
        const auto result =
            m_run->add(m_dir->filePath(QStringLiteral("out")), list, "/home/me/list.csv");
        QCOMPARE(result.job, item::JobId(1));
        QCOMPARE(result.skipped, 4);
        QCOMPARE(result.added, 1);
    }
};

TRAWL_TEST(Guiless, TestOldSession)

} // namespace tst_oldsession

#include "tst_oldsession.moc"
