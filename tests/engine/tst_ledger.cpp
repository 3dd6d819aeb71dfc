// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocks.h"
#include "engine/ledger.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_ledger {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;

class TestLedger : public QObject
{
    Q_OBJECT

    static QByteArrayList tenUrls()
    {
        QByteArrayList urls;
        for (int i = 0; i < 10; ++i)
            urls.append("http://a/" + QByteArray::number(i));
        return urls;
    }

    /// A session with one job and a place for its parts.
    struct Bench
    {
        QTemporaryDir dir;
        std::unique_ptr<store::Store> store;
        State state;
        QList<Settled> ends;
        std::unique_ptr<Ledger> ledger;

        explicit Bench(const QByteArrayList &urls = tenUrls())
        {
            store = *store::Store::open(sessionPath());
            store::JobRow row;
            row.id = JobId(1);
            row.directory = dir.filePath(QStringLiteral("out"));
            row.createdMs = 1'000'000;
            state.jobs.add(row);
            QDir().mkpath(row.directory);
            (void)partsOf(job(), Spot::Missing::Make);
            store->addJob(row);
            const auto block = makeBlock(1, 1, urls);
            store::ImportBatch batch;
            batch.urls = block;
            batch.job = row;
            store->import(std::move(batch));
            state.append(block);
            ledger = std::make_unique<Ledger>(*store, state, [this](const Settled &end) {
                ends.append(end);
                state.items.setFile(end.id, end.file);
            });
        }
        Job &job() { return state.jobs.job(JobId(1)); }
        void wish(qint64 id, const QString &name)
        {
            state.items.setOptions(
                ItemId(id), std::make_shared<item::LinkOptions>(item::LinkOptions{.name = name}));
        }
        QString sessionPath() const { return dir.filePath(QStringLiteral("s.trawl")); }
        QString out(const QString &name) const
        {
            return dir.filePath(QStringLiteral("out/") + name);
        }
        void write(const QString &path, const QByteArray &text) const
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        QString partPath(qint64 id) const { return state.jobs.partPath(JobId(1), ItemId(id)); }
        void makePart(qint64 id, const QByteArray &text) const { write(partPath(id), text); }
        static QByteArray read(const QString &path)
        {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
        }
        static store::ItemUpdate doneUpdate(qint64 id, const QByteArray &url)
        {
            store::ItemUpdate update;
            update.id = ItemId(id);
            update.status = item::Status::Done;
            update.outcome.id = update.id;
            update.outcome.finalUrl = url;
            update.outcome.head.code = 200;
            return update;
        }
        static store::ItemUpdate wrongSum(qint64 id, const QByteArray &url)
        {
            auto update = doneUpdate(id, url);
            update.status = item::Status::Failed;
            update.outcome.failure = {item::Reason::Checksum, 0, false, QStringLiteral("sha256")};
            return update;
        }
        /// A file that lay there before, changed at `ms`.
        void makeOld(const QString &name, qint64 ms) const
        {
            write(out(name), "old");
            QFile file(out(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(ms),
                                     QFileDevice::FileModificationTime));
        }
        QHash<qint64, item::Result> stored() const
        {
            QHash<qint64, item::Result> results;
            const auto reader = *store::ResultReader::open(sessionPath(), {});
            while (const auto result = reader->next())
                results.insert(qint64(result->id), *result);
            return results;
        }
    };

private Q_SLOTS:
    void aDoneItemHasItsFileAndItsRow()
    {
        Bench b;
        b.makePart(1, "one");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://a/x.txt"));
        QVERIFY(!b.ledger->empty());
        QVERIFY(!QFile::exists(b.out(QStringLiteral("x.txt")))); // not before it is committed
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].file, QStringLiteral("x.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("one"));
        QVERIFY(b.ledger->empty());
        QCOMPARE(b.stored()[1].status, item::Status::Done);
        QCOMPARE(b.stored()[1].file, QStringLiteral("x.txt"));
    }
    void oneNameForManyIsNumbered()
    {
        Bench b;
        for (int i = 1; i <= 10; ++i) {
            b.makePart(i, QByteArray::number(i));
            b.ledger->recordDone(JobId(1), Bench::doneUpdate(i, "http://a/same.txt"));
        }
        QTRY_COMPARE(b.ends.size(), 10);
        QSet<QByteArray> bodies;
        for (const auto &end : b.ends)
            bodies.insert(Bench::read(b.out(end.file)));
        QCOMPARE(bodies.size(), 10);
    }
    // Whichever is whole first, and in the next run too: so a policy meets each one's own file.
    void namesAreNumberedInTheListsOrder_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::addColumn<bool>("lieThere");
        QTest::newRow("number") << Collision::Number << false;
        QTest::newRow("overwrite") << Collision::Overwrite << true;
        QTest::newRow("if newer") << Collision::IfNewer << true;
    }
    void namesAreNumberedInTheListsOrder()
    {
        QFETCH(const Collision, collision);
        QFETCH(const bool, lieThere);
        const QByteArrayList urls{"http://a/x.txt", "http://b/other", "http://b/x.txt?1",
                                  "http://c/%78.txt", "http://d/x.txt"};
        const QByteArrayList names{"x.txt", "other", "x (1).txt", "x (2).txt", "x (3).txt"};
        Bench b(urls);
        b.job().options.collision = collision;
        for (const auto &name : lieThere ? names : QByteArrayList())
            b.makeOld(QString::fromLatin1(name), 1000);
        for (const qint64 id : {4, 1, 5, 2, 3}) {
            b.makePart(id, QByteArray::number(id));
            b.ledger->recordDone(JobId(1), Bench::doneUpdate(id, urls[id - 1]));
        }
        QTRY_COMPARE(b.ends.size(), 5);
        for (const auto &end : b.ends) {
            QCOMPARE(end.file.toLatin1(), names[qint64(end.id) - 1]);
            QCOMPARE(Bench::read(b.out(end.file)), QByteArray::number(qint64(end.id)));
        }
    }
    // Safe names are compared, and only of what can become a file.
    void whatIsNumberedInTheListsOrder()
    {
        const QByteArrayList urls{"ftp://a/CON.txt", "http://a/CON.txt", "http://b/%43ON.txt",
                                  "http://a/CON.txt", "http://c/_CON.txt"};
        Bench b(urls);
        b.state.items.row(ItemId(1)).reason = item::Reason::UnsupportedScheme;
        b.state.items.row(ItemId(4)).reason = item::Reason::Duplicate;
        for (const qint64 id : {5, 3, 2}) {
            b.makePart(id, "1");
            b.ledger->recordDone(JobId(1), Bench::doneUpdate(id, urls[id - 1]));
        }
        QTRY_COMPARE(b.ends.size(), 3);
        QCOMPARE(b.ends[0].file, QStringLiteral("_CON (2).txt"));
        QCOMPARE(b.ends[1].file, QStringLiteral("_CON (1).txt"));
        QCOMPARE(b.ends[2].file, QStringLiteral("_CON.txt"));
    }
    void aMirrorGivesNoName()
    {
        Bench b({"http://a/own.zip"});
        b.state.items.setOptions(ItemId(1), std::make_shared<item::LinkOptions>(item::LinkOptions{
                                                .mirrors = {"http://b/get.bin?f=1"}}));
        b.makePart(1, "1");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://b/get.bin?f=1"));
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].file, QStringLiteral("own.zip"));
    }
    void aTemplateThatAsksForTheType()
    {
        Bench b({"http://a/paper"});
        b.job().options.collision = Collision::Skip;
        b.job().options.nameTemplate = QStringLiteral("{name}-x");
        b.makeOld(QStringLiteral("paper-x.pdf"), 1000);
        QCOMPARE(b.ledger->precheck(ItemId(1)).typesKept, QByteArrayList());
        b.makeOld(QStringLiteral("paper.pdf-x"), 1000);
        QCOMPARE(b.ledger->precheck(ItemId(1)).typesKept, QByteArrayList{"application/pdf"});
    }
    void whatIsToBeSkippedIsEachOnesOwnFile()
    {
        Bench b({"http://a/x.txt", "http://b/x.txt", "http://c/x.txt"});
        b.job().options.collision = Collision::Skip;
        b.makeOld(QStringLiteral("x.txt"), 1000);
        b.makeOld(QStringLiteral("x (2).txt"), 1000);
        QCOMPARE(b.ledger->precheck(ItemId(3)).file, QStringLiteral("x (2).txt"));
        QVERIFY(!b.ledger->precheck(ItemId(2)).skip);
        QCOMPARE(b.ledger->precheck(ItemId(1)).file, QStringLiteral("x.txt"));
    }
    void aFileMayHaveGotItsExtensionByItsType_data()
    {
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<QByteArrayList>("types");
        QTest::newRow("none") << QByteArrayList{"paper2.pdf", "a.pdf"} << QByteArrayList();
        QTest::newRow("one") << QByteArrayList{"paper.pdf"} << QByteArrayList{"application/pdf"};
        QTest::newRow("two types") << QByteArrayList{"paper.js"}
                                   << QByteArrayList{"application/javascript",
                                                     "application/x-javascript", "text/javascript"};
        QTest::newRow("a page") << QByteArrayList{"paper.html"} << QByteArrayList{"text/html"};
        QTest::newRow("text/plain adds none") << QByteArrayList{"paper.txt"} << QByteArrayList();
        QTest::newRow("no type's") << QByteArrayList{"paper.part"} << QByteArrayList();
        QTest::newRow("the job's own") << QByteArrayList{"paper.csv"} << QByteArrayList();
    }
    void aFileMayHaveGotItsExtensionByItsType()
    {
        QFETCH(const QByteArrayList, files);
        QFETCH(const QByteArrayList, types);
        Bench b({"http://a/paper", "http://a/own"});
        b.job().options.collision = Collision::Skip;
        b.job().options.nameTemplate = QStringLiteral("d/{name}");
        QDir().mkpath(b.out(QStringLiteral("d")));
        b.state.items.setFile(ItemId(2), QStringLiteral("d/paper.csv"));
        for (const auto &file : files)
            b.makeOld(QStringLiteral("d/") + QString::fromLatin1(file), 1000);
        const auto answer = b.ledger->precheck(ItemId(1));
        QVERIFY(!answer.skip);
        QCOMPARE(answer.typesKept, types);
    }
    void aPageThatIsLookedIntoIsFetchedInAnyCase()
    {
        Bench b({"http://a/x.html", "http://a/y.pdf", "http://a/z"});
        auto &options = b.job().options;
        options.recipe.pages = {{.follow = {{.selector = QStringLiteral("a")}}}};
        for (const char *file : {"x.html", "y.pdf", "z.html", "z.pdf"})
            b.makeOld(QString::fromLatin1(file), 1000);
        options.collision = Collision::Skip;
        QVERIFY(!b.ledger->precheck(ItemId(1)).skip);
        QVERIFY(b.ledger->precheck(ItemId(2)).skip); // it is no page
        QCOMPARE(b.ledger->precheck(ItemId(3)).typesKept, QByteArrayList{"application/pdf"});
        options.collision = Collision::IfNewer;
        QVERIFY(!b.ledger->precheck(ItemId(1)).modifiedSinceMs);
        QVERIFY(b.ledger->precheck(ItemId(2)).modifiedSinceMs);
    }
    void aNameOfTheResponseHasNoNumberOfTheList()
    {
        Bench b({"http://a/x", "http://b/x", "http://c/x", "http://d/x"});
        auto named = Bench::doneUpdate(2, "http://b/x");
        named.outcome.head.contentDisposition = "attachment; filename=own.txt";
        auto redirected = Bench::doneUpdate(3, "http://c/elsewhere.txt");
        auto typed = Bench::doneUpdate(4, "http://d/x");
        typed.outcome.head.mime = "image/png";
        for (const auto &update : {named, redirected, typed}) {
            b.makePart(qint64(update.id), "1");
            b.ledger->recordDone(JobId(1), update);
        }
        QTRY_COMPARE(b.ends.size(), 3);
        QCOMPARE(b.ends[0].file, QStringLiteral("own.txt"));
        QCOMPARE(b.ends[1].file, QStringLiteral("elsewhere.txt"));
        QCOMPARE(b.ends[2].file, QStringLiteral("x (3).png"));
    }
    void aNameTakenBetweenIntentAndRenameIsNumberedOn()
    {
        Bench b;
        b.makePart(1, "ours");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://a/x.txt"));
        b.write(b.out(QStringLiteral("x.txt")), "a stranger's");
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("a stranger's"));
        QCOMPARE(Bench::read(b.out(b.ends[0].file)), QByteArray("ours"));
        QCOMPARE(b.stored()[1].file, b.ends[0].file);
    }
    void aPartThatIsGoneIsFetchedAgain()
    {
        Bench b;
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(1, "http://a/x.txt"));
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].status, item::Status::Queued);
        QTRY_VERIFY(b.ledger->empty());
        QCOMPARE(b.stored()[1].status, item::Status::Queued);
        QVERIFY(b.stored()[1].file.isEmpty());
    }
    void aPartThatIsGoneEachTimeIsAFailure()
    {
        Bench b;
        auto update = Bench::doneUpdate(1, "http://a/x.txt");
        update.attempts = 3;
        b.ledger->recordDone(JobId(1), update);
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].status, item::Status::Failed);
        QTRY_VERIFY(b.ledger->empty());
        QCOMPARE(b.stored()[1].status, item::Status::Failed);
        QCOMPARE(b.stored()[1].reason, item::Reason::FileError);
        QVERIFY(b.stored()[1].file.isEmpty());
    }
    void anIntentIsCarriedOutAtTheNextStart()
    {
        Bench b;
        b.makePart(1, "one");
        auto update = Bench::doneUpdate(1, "http://a/x.txt");
        update.file = QStringLiteral("x.txt");
        quint64 committed = 0;
        connect(b.store.get(), &store::Store::committed, this,
                [&](quint64 burst) { committed = burst; });
        b.store->apply({update});
        QTRY_COMPARE(committed, 1U); // and here the power goes
        b.state.setStatus(ItemId(1), item::Status::Done);
        b.ledger->recover(JobId(1), ItemId(1), QStringLiteral("x.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("one"));
        QCOMPARE(b.ends.last().status, item::Status::Done);
    }
    void anIntentWhoseNameIsTakenIsNumberedOn()
    {
        Bench b;
        b.makePart(1, "ours");
        b.write(b.out(QStringLiteral("x.txt")), "a stranger's");
        auto update = Bench::doneUpdate(1, "http://a/x.txt");
        update.file = QStringLiteral("x.txt");
        b.store->apply({update});
        b.state.setStatus(ItemId(1), item::Status::Done);
        b.ledger->recover(JobId(1), ItemId(1), QStringLiteral("x.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("a stranger's"));
        QCOMPARE(Bench::read(b.out(b.ends.last().file)), QByteArray("ours"));
        QTRY_COMPARE(b.stored()[1].file, b.ends.last().file);
        QCOMPARE(b.stored()[1].status, item::Status::Done);
    }

    void theTemplateAndTheListNameFiles()
    {
        Bench b;
        b.job().options.nameTemplate = QStringLiteral("{host}/{index:03}-{name}");
        b.wish(2, QStringLiteral("../up/own.txt"));
        for (int i = 1; i <= 2; ++i) {
            b.makePart(i, QByteArray::number(i));
            b.ledger->recordDone(JobId(1), Bench::doneUpdate(i, "http://a/x.txt"));
        }
        QTRY_COMPARE(b.ends.size(), 2);
        QCOMPARE(b.ends[0].file, QStringLiteral("a/001-x.txt"));
        QCOMPARE(b.ends[1].file, QStringLiteral("a/002-up/own.txt"));
    }
    void aWrongChecksumIsKeptAside()
    {
        Bench b;
        b.write(b.out(QStringLiteral("x (wrong checksum).iso")), "an older one");
        b.makePart(1, "wrong");
        b.ledger->record(Bench::wrongSum(1, "http://a/x.iso"));
        QVERIFY(QFile::exists(b.partPath(1)));
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].status, item::Status::Failed);
        QCOMPARE(b.ends[0].failure.reason, item::Reason::Checksum);
        QCOMPARE(b.ends[0].file, QStringLiteral("x (wrong checksum) (1).iso"));
        QCOMPARE(Bench::read(b.out(b.ends[0].file)), QByteArray("wrong"));
        QVERIFY(!QFile::exists(b.partPath(1)));
        QCOMPARE(b.stored()[1].status, item::Status::Failed);
        QCOMPARE(b.stored()[1].reason, item::Reason::Checksum);
        QCOMPARE(b.stored()[1].file, b.ends[0].file);
    }
    void aWrongChecksumWithoutAPartStaysThat()
    {
        Bench b;
        b.ledger->record(Bench::wrongSum(1, "http://a/x.iso"));
        QTRY_COMPARE(b.ends.size(), 1);
        QTRY_VERIFY(b.ledger->empty());
        QCOMPARE(b.ends[0].failure.reason, item::Reason::Checksum);
        QVERIFY(b.ends[0].file.isEmpty());
        QCOMPARE(b.stored()[1].reason, item::Reason::Checksum);
        QVERIFY(b.stored()[1].file.isEmpty());
    }
    void aFileAsideIsRecovered()
    {
        Bench b;
        b.makePart(1, "wrong");
        const auto file = QStringLiteral("x (wrong checksum).iso");
        b.state.items.row(ItemId(1)).reason = item::Reason::Checksum;
        b.state.setStatus(ItemId(1), item::Status::Failed);
        b.ledger->recover(JobId(1), ItemId(1), file);
        QCOMPARE(Bench::read(b.out(file)), QByteArray("wrong"));
        QCOMPARE(b.ends.last().status, item::Status::Failed);
        QCOMPARE(b.ends.last().failure.reason, item::Reason::Checksum);
        QCOMPARE(b.ends.last().file, file);
    }

    void policies_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::addColumn<QByteArray>("lastModified"); // the old file's is 1994-11-06 08:49:37
        QTest::addColumn<item::Status>("status");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("old"); // what the old file's name holds then
        const auto row = [](const char *title, Collision collision, const char *lastModified,
                            item::Status status, const char *file, const char *old) {
            QTest::newRow(title) << collision << QByteArray(lastModified) << status
                                 << QString::fromLatin1(file) << QByteArray(old);
        };
        using item::Status;
        row("number", Collision::Number, "", Status::Done, "x (1).txt", "old");
        row("overwrite", Collision::Overwrite, "", Status::Done, "x.txt", "new");
        row("skip", Collision::Skip, "", Status::Skipped, "", "old");
        row("newer", Collision::IfNewer, "Sun, 06 Nov 1994 08:49:38 GMT", Status::Done, "x.txt",
            "new");
        row("not newer", Collision::IfNewer, "Sun, 06 Nov 1994 08:49:37 GMT", Status::Skipped, "",
            "old");
        row("unknown", Collision::IfNewer, "yesterday", Status::Done, "x.txt", "new");
    }
    void policies()
    {
        QFETCH(Collision, collision);
        QFETCH(QByteArray, lastModified);
        QFETCH(item::Status, status);
        QFETCH(QString, file);
        QFETCH(QByteArray, old);
        Bench b;
        b.job().options.collision = collision;
        b.makeOld(QStringLiteral("x.txt"), 784'111'777'000);
        b.makePart(1, "new");
        auto update = Bench::doneUpdate(1, "http://a/x.txt");
        update.outcome.head.lastModified = lastModified;
        b.ledger->recordDone(JobId(1), update);
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), QByteArray("old"));
        QTRY_COMPARE(b.ends.size(), 1);
        QCOMPARE(b.ends[0].status, status);
        QCOMPARE(b.ends[0].file, file);
        QCOMPARE(Bench::read(b.out(QStringLiteral("x.txt"))), old);
        QVERIFY(!QFile::exists(b.partPath(1)));
        QCOMPARE(b.stored()[1].status, status);
        QCOMPARE(b.stored()[1].file, file);
        const bool skipped = status == item::Status::Skipped;
        QCOMPARE(b.stored()[1].reason, skipped ? item::Reason::Exists : item::Reason::None);
        QCOMPARE(b.ends[0].failure.reason, b.stored()[1].reason);
    }
    void itemsOfOneRunDoNotReplaceEachOther()
    {
        Bench b;
        b.job().options.collision = Collision::Overwrite;
        b.makeOld(QStringLiteral("same.txt"), 1000);
        b.makeOld(QStringLiteral("earlier.txt"), 1000);
        b.state.items.setFile(ItemId(10), QStringLiteral("earlier.txt")); // of an earlier start
        for (int i = 1; i <= 5; ++i) {
            b.makePart(i, QByteArray::number(i));
            b.ledger->recordDone(JobId(1), Bench::doneUpdate(i, "http://a/same.txt"));
        }
        QTRY_COMPARE(b.ends.size(), 5);
        b.makePart(6, "6");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(6, "http://a/earlier.txt"));
        b.makePart(7, "7");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(7, "http://a/same.txt"));
        QTRY_COMPARE(b.ends.size(), 7);
        for (const auto &end : b.ends)
            QCOMPARE(Bench::read(b.out(end.file)), QByteArray::number(qint64(end.id)));
        QCOMPARE(b.ends[0].file, QStringLiteral("same.txt"));
        QCOMPARE(Bench::read(b.out(QStringLiteral("earlier.txt"))), QByteArray("old"));
    }
    void anIntentToReplaceIsCarriedOutAtTheNextStart_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::addColumn<qint64>("oldMs");
        QTest::addColumn<QString>("file");
        const qint64 later = QDateTime::currentMSecsSinceEpoch() + 3'600'000;
        const auto replaced = QStringLiteral("x.txt");
        const auto numbered = QStringLiteral("x (1).txt");
        QTest::newRow("overwrite") << Collision::Overwrite << later << replaced;
        QTest::newRow("if newer") << Collision::IfNewer << qint64(1000) << replaced;
        QTest::newRow("changed since") << Collision::IfNewer << later << numbered;
        QTest::newRow("skip") << Collision::Skip << qint64(1000) << numbered;
    }
    void anIntentToReplaceIsCarriedOutAtTheNextStart()
    {
        QFETCH(Collision, collision);
        QFETCH(qint64, oldMs);
        QFETCH(QString, file);
        Bench b;
        b.job().options.collision = collision;
        b.makePart(1, "new");
        b.makeOld(QStringLiteral("x.txt"), oldMs);
        b.state.items.setFile(ItemId(1), QStringLiteral("x.txt"));
        b.state.setStatus(ItemId(1), item::Status::Done);
        b.ledger->recover(JobId(1), ItemId(1), QStringLiteral("x.txt"));
        QCOMPARE(b.ends.last().file, file);
        QCOMPARE(Bench::read(b.out(file)), QByteArray("new"));
    }

    void precheck_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("wish");
        QTest::addColumn<bool>("skip");
        QTest::addColumn<bool>("conditional");
        const auto row = [](const char *title, Collision collision, const char *old,
                            const char *wish, bool skip, bool conditional) {
            QTest::newRow(title) << collision << QString::fromLatin1(old)
                                 << QString::fromLatin1(wish) << skip << conditional;
        };
        row("number", Collision::Number, "1", "", false, false);
        row("overwrite", Collision::Overwrite, "1", "", false, false);
        row("skip", Collision::Skip, "1", "", true, false);
        row("skip, perhaps a page", Collision::Skip, "1.html", "", false, false);
        row("skip, other file", Collision::Skip, "2", "", false, false);
        row("skip, wished", Collision::Skip, "w.txt", "w.txt", true, false);
        row("skip, wished another", Collision::Skip, "1", "w.txt", false, false);
        row("if newer", Collision::IfNewer, "1", "", false, true);
        row("if newer, perhaps a page", Collision::IfNewer, "1.html", "", false, false);
        row("if newer, none", Collision::IfNewer, "2", "", false, false);
    }
    void precheck()
    {
        QFETCH(Collision, collision);
        QFETCH(QString, old);
        QFETCH(QString, wish);
        QFETCH(bool, skip);
        QFETCH(bool, conditional);
        Bench b;
        b.job().options.collision = collision;
        b.makeOld(old, 784'111'777'000);
        if (!wish.isEmpty())
            b.wish(2, wish);
        const auto answer = b.ledger->precheck(ItemId(2)); // http://a/1
        QCOMPARE(answer.skip, skip);
        QCOMPARE(answer.file, skip ? old : QString());
        QCOMPARE(answer.modifiedSinceMs.has_value(), conditional);
        QCOMPARE(answer.modifiedSinceMs.value_or(784'111'777'000), 784'111'777'000);
    }
    void filesOfTheJobAreNoReasonToSkip()
    {
        Bench b;
        b.job().options.collision = Collision::Skip;
        b.makePart(2, "1");
        b.ledger->recordDone(JobId(1), Bench::doneUpdate(2, "http://a/1"));
        QTRY_COMPARE(b.ends.size(), 1);
        QVERIFY(QFile::exists(b.out(QStringLiteral("1"))));
        QVERIFY(!b.ledger->precheck(ItemId(2)).skip);
    }
};

TRAWL_TEST(Guiless, TestLedger)

} // namespace tst_ledger

#include "tst_ledger.moc"
