// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <csignal>
#include <semaphore>

namespace tst_faults_person {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

constexpr qint64 size = 3'000'000;
const QByteArray body = bodyOf("body", size);
constexpr qint64 had = 2'000'000;

/// The part that lies in the destination; empty when there is none.
QString partIn(const QString &folder)
{
    QDirIterator parts(folder + QStringLiteral("/.trawl"), {QStringLiteral("*.part")}, QDir::Files,
                       QDirIterator::Subdirectories);
    return parts.hasNext() ? parts.next() : QString();
}

/// With what is in them.
QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const auto path = all.next();
        files.insert(path, contents(path));
    }
    return files;
}

bool overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

struct Meddling
{
    const char *name;
    std::function<void(const QString &part)> act;
};

const QList<Meddling> meddlings{
    {"deleted", [](const QString &part) { QFile::remove(part); }},
    {"emptied", [](const QString &part) { QFile::resize(part, 0); }},
    {"cut", [](const QString &part) { QFile::resize(part, 500'000); }},
    {"longer", [](const QString &part) { QFile::resize(part, size + 500'000); }},
    {"a stranger's file in its place",
     [](const QString &part) {
         QFile::remove(part);
         writeFile(part, bodyOf("stranger", 100'000));
     }},
    {"a link to a stranger's file in its place",
     [](const QString &part) {
         QFile::remove(part);
         QFile::link(
             part.first(part.indexOf(QStringLiteral("/out/"))) + QStringLiteral("/precious"), part);
     }},
    {"its folder deleted",
     [](const QString &part) { QDir(part.first(part.lastIndexOf(u'/'))).removeRecursively(); }},
    // Last: nobody can tell these from our own while we write.
    {"other bytes", [](const QString &part) { overwrite(part, 1'200'000, QByteArray(5000, 'x')); }},
};

} // namespace

/// The person's hands on the parts (row 34), while it runs and while it does not.
class FaultsPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void running_data() { meddle(meddlings.size() - 1); }
    void running();
    void closed_data() { meddle(meddlings.size()); }
    void closed();
    void aLinkForOurFolder_data();
    void aLinkForOurFolder();

private:
    static void meddle(qsizetype count);
};

void FaultsPerson::meddle(qsizetype count)
{
    QTest::addColumn<int>("meddling");
    for (qsizetype i = 0; i < count; ++i)
        QTest::addRow("34 %s", meddlings.at(i).name) << int(i);
}

void FaultsPerson::running()
{
    QFETCH(const int, meddling);
    Bench bench;
    QVERIFY(writeFile(bench.path(QStringLiteral("precious")), "precious"));
    const auto goOn = std::make_shared<std::binary_semaphore>(0);
    const auto firstTime = [goOn](RawConnection &connection, const RawRequest &) {
        const auto response = support::okSized(body, "ETag: \"1\"\r\n");
        connection.send(QByteArrayView(response).first(response.size() - size + had));
        goOn->acquire();
        return connection.send(QByteArrayView(response).last(size - had));
    };
    bench.site().answer("/x.bin", inTurn({firstTime, serving({body})}));
    bench.expect(bench.site().url("/x.bin"), body);
    bench.start();
    QTRY_VERIFY(QFileInfo(partIn(bench.out())).size() >= had - 100'000);
    meddlings.at(meddling).act(partIn(bench.out()));
    goOn->release();
    const int status = bench.trawlc().wait();
    QVERIFY2(status == 0 || status == 1 || status == 4, bench.trawlc().err().constData());
    HOLDS(bench, {.requests = 2, .killed = status == 4});
    QVERIFY2(bench.get() == 0, bench.trawlc().err().constData());
    HOLDS(bench, {.requests = 3});
    QCOMPARE(contents(bench.path(QStringLiteral("precious"))), QByteArray("precious"));
}

void FaultsPerson::closed()
{
    QFETCH(const int, meddling);
    Bench bench;
    QVERIFY(writeFile(bench.path(QStringLiteral("precious")), "precious"));
    const auto cut = support::okSized(body, "ETag: \"1\"\r\n").chopped(size - had);
    bench.site().answer("/x.bin", inTurn({raw(cut), serving({body})}));
    bench.expect(bench.site().url("/x.bin"), body);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
    HOLDS(bench);
    const auto part = partIn(bench.out());
    QVERIFY2(!part.isEmpty(), "no part was kept");
    meddlings.at(meddling).act(part);
    QVERIFY2(bench.get() == 0, bench.trawlc().err().constData());
    HOLDS(bench, {.requests = 3});
    QCOMPARE(contents(bench.path(QStringLiteral("precious"))), QByteArray("precious"));
}

void FaultsPerson::aLinkForOurFolder_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("34 .trawl") << true;
    QTest::newRow("34 .trawl/<tag>") << false;
}

/// What lies behind it is a stranger's, whatever it is called.
void FaultsPerson::aLinkForOurFolder()
{
    QFETCH(const bool, all);
    Bench bench;
    const auto cut = support::okSized(body, "ETag: \"1\"\r\n").chopped(size - had);
    bench.site().answer("/x.bin", inTurn({raw(cut), serving({body})}));
    bench.expect(bench.site().url("/x.bin"), body);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
    const auto tag = QFileInfo(partIn(bench.out())).path();
    const auto ours = all ? bench.out() + QStringLiteral("/.trawl") : tag;
    const auto elsewhere = bench.path(QStringLiteral("elsewhere"));
    QVERIFY(writeFile(tag + QStringLiteral("/99.part"), "precious"));
    QVERIFY(writeFile(tag + QStringLiteral("/precious"), "precious"));
    QVERIFY(QDir().rename(ours, elsewhere) && QFile::link(elsewhere, ours));
    const auto before = filesBelow(elsewhere);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
    QCOMPARE(filesBelow(elsewhere), before);
    QVERIFY2(bench.details().contains(".trawl"), bench.details());
    QVERIFY(QFile::remove(ours));
    QVERIFY2(bench.get() == 0, bench.trawlc().err().constData());
    QCOMPARE(filesBelow(elsewhere), before);
    HOLDS(bench, {.requests = 3});
}

/// All of the destination, in mid-run: said, and another run does it all.
TRAWL_TEST(Guiless, FaultsPerson)

} // namespace tst_faults_person

#include "tst_faults_person.moc"
