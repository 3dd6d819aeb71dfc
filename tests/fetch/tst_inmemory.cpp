// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/fetchfixture.h"
#include "fetch/partfile.h"
#include "support/testmain.h"

#include <QDir>

namespace tst_inmemory {

using namespace trawl;
using namespace trawl::tests;
using item::Reason;

namespace {

/// Fetches without a part path, and reads what came.
class MemoryFixture : public FetchFixture
{
public:
    MemoryFixture()
        : FetchFixture(item::HttpStack::Curl)
    {
        manager = fetch::makeManager(settings);
        context = std::make_unique<fetch::Context>(*manager, gate, settings);
    }
    item::Outcome fetchIntoMemory(item::Request request)
    {
        QEventLoop loop;
        std::optional<item::Outcome> outcome;
        run(std::move(request), outcome, loop);
        QTimer::singleShot(15'000, &loop, [] { qFatal("the transfer did not end"); });
        if (!outcome)
            loop.exec();
        return *outcome;
    }

    std::shared_ptr<fetch::FileHandle> body;

private:
    QCoro::Task<> run(item::Request request, std::optional<item::Outcome> &outcome,
                      QEventLoop &loop)
    {
        auto task = fetch::run(*context, std::move(request), m_stop, m_progress, m_lending, &body);
        outcome = co_await task;
        loop.quit();
    }

    fetch::StopToken m_stop;
    item::Progress m_progress;
    fetch::Lending m_lending;
};

item::Request requestOf(const QByteArray &url)
{
    item::Request request;
    request.id = item::ItemId(1);
    request.url = url;
    return request;
}

} // namespace

/// Bodies that are looked into and not kept.
class InMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesWholeAndLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("small") << QByteArray("<p>one</p>");
        QTest::newRow("3 MiB") << QByteArray(3 << 20, 'x');
        QTest::newRow("more than is synced") << QByteArray(17 << 20, 'y');
    }
    void comesWholeAndLeavesNothing()
    {
        QFETCH(const QByteArray, page);
        MemoryFixture f;
        const QDir before = QDir::current();
        QDir::setCurrent(f.directory.path());
        f.server.body("/a", page, "ETag: \"1\"\r\nAccept-Ranges: bytes\r\n");
        const auto outcome = f.fetchIntoMemory(requestOf(f.server.url("/a")));
        QDir::setCurrent(before.path());
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QCOMPARE(outcome.bytes, page.size());
        QVERIFY(outcome.xxh3 != 0);
        QVERIFY(f.body);
        QCOMPARE(f.body->read(0, page.size()).value(), page);
        QVERIFY(!f.body->read(0, page.size() + 1));
        QVERIFY(QDir(f.directory.path())
                    .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    void aBrokenOneIsAFailureAndNothingIsGoneOnWith()
    {
        MemoryFixture f;
        f.server.send("/a",
                      "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 100000\r\n\r\n" +
                          QByteArray(90'000, 'x'),
                      true);
        const auto outcome = f.fetchIntoMemory(requestOf(f.server.url("/a")));
        QCOMPARE(outcome.failure.reason, Reason::Truncated);
        QCOMPARE(outcome.resumable, 0);
        QVERIFY(!f.body);
    }
    void itsLimitIsItsOwn()
    {
        MemoryFixture f;
        f.server.body("/a", QByteArray(5000, 'x'));
        auto request = requestOf(f.server.url("/a"));
        request.maxBytes = 4999;
        QCOMPARE(f.fetchIntoMemory(request).failure.reason, Reason::TooLarge);
        request.maxBytes = 5000;
        QVERIFY(f.fetchIntoMemory(request).ok());
    }
    void aKeptBodyCanBeReadToo()
    {
        MemoryFixture f;
        f.server.body("/a", "<p>kept</p>");
        auto request = requestOf(f.server.url("/a"));
        request.partPath = f.part();
        QVERIFY(f.fetchIntoMemory(request).ok());
        QCOMPARE(f.body->read(3, 4).value(), QByteArray("kept"));
        QVERIFY(f.partExists());
    }
};

TRAWL_TEST(Guiless, InMemoryTest)

} // namespace tst_inmemory

#include "tst_inmemory.moc"
