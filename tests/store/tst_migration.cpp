// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"
#include "store/sessions.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace tst_migration {

using namespace trawl;
using namespace trawl::test;

/// A session that an earlier version made is opened and goes on.
class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasThere();
    void goesOn();
    void filesOfBeforeCountAsSynced();
    void resultsAreReadFromTheOldFile();
    void viewSaysThatTheFileIsOld();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void MigrationTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("old.trawl"));
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(m_path).constData(), &handle), SQLITE_OK);
    const auto sql = contents(QStringLiteral(SESSION_V1));
    QVERIFY(!sql.isEmpty());
    QCOMPARE(sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
}

void MigrationTest::keepsWhatWasThere()
{
    const auto store = store::Store::open(m_path);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    const auto jobs = (*store)->jobs();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs[0].name, QStringLiteral("list.txt"));
    QCOMPARE(jobs[0].digest, 42U);
    QVERIFY(jobs[0].options.isEmpty());
    QVERIFY(jobs[0].cookies.isEmpty());
    const auto all = loadAll(**store);
    QCOMPARE(all.urls.size(), 5);
    QCOMPARE(all.states[0].status, item::Status::Done);
    QCOMPARE(all.states[0].file, QStringLiteral("one.html"));
    QCOMPARE(all.states[1].reason, item::Reason::Http);
    QCOMPARE(all.states[2].status, item::Status::Queued);
    QCOMPARE(all.states[3].status, item::Status::Skipped);
    (*store)->loadOptions([](item::ItemId, const QByteArray &) { QFAIL("there were none"); });
}

void MigrationTest::goesOn()
{
    {
        const auto store = store::Store::open(m_path);
        QVERIFY(store);
        auto batch = makeBatch(6, 1);
        batch.options.append({item::ItemId(6), R"({"name":"six"})"});
        (*store)->import(std::move(batch));
        auto update = makeUpdate(3);
        update.outcome.sha256 = QByteArray(32, '\x07');
        (*store)->apply({update});
    }
    const auto view = store::readSession(m_path, {item::ItemId(1), item::ItemId(3)});
    QVERIFY2(view, qPrintable(view ? QString() : view.error().detail));
    QCOMPARE(view->items.size(), 2);
    QCOMPARE(view->items[0].result.finalUrl, QByteArray("https://b.example/one"));
    QCOMPARE(view->items[0].verdict, item::Verdict::None);
    QCOMPARE(view->items[0].timings, item::Timings());
    QCOMPARE(view->items[1].result.sha256, QByteArray("07").repeated(32));
    const auto store = store::Store::open(m_path);
    QVERIFY(store);
    QCOMPARE(loadAll(**store).states.size(), 6U);
}

void MigrationTest::filesOfBeforeCountAsSynced()
{
    const auto store = store::Store::open(m_path);
    QVERIFY(store);
    QCOMPARE((*store)->syncedEpoch(), 0);
    QVERIFY((*store)->unsyncedFiles().isEmpty());
}

void MigrationTest::resultsAreReadFromTheOldFile()
{
    const auto before = contents(m_path);
    const auto reader = store::ResultReader::open(m_path, {});
    QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().detail));
    const auto results = readAll(**reader);
    QCOMPARE(results.size(), 5);
    QCOMPARE(results[0].file, QStringLiteral("one.html"));
    QVERIFY(results[0].sha256.isEmpty());
    QCOMPARE(contents(m_path), before);
}

void MigrationTest::viewSaysThatTheFileIsOld()
{
    const auto view = store::readSession(m_path, {});
    QVERIFY(!view);
    QVERIFY(view.error().detail.contains(QStringLiteral("older Trawl")));
}

TRAWL_TEST(Guiless, MigrationTest)

} // namespace tst_migration

#include "tst_migration.moc"
