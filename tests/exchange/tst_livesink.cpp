// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/liverows.h"
#include "support/smalldisk.h"
#include "support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

#include <sqlite3.h>
#include <sys/resource.h>

namespace tst_livesink {

using namespace trawl;
using namespace trawl::test;
using exchange::ExportFormat;
using exchange::LiveSink;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QList<item::Result> rows(int first, int last)
{
    QList<item::Result> rows;
    for (int id = first; id <= last; ++id)
        rows.append(liveRow(id));
    return rows;
}

/// All rows as id, text, half; a last line with the verdict of integrity_check.
QByteArray dump(const QString &path)
{
    sqlite3 *handle = nullptr;
    QByteArray out;
    const auto add = [](void *target, int count, char **values, char **) {
        for (int i = 0; i < count; ++i)
            static_cast<QByteArray *>(target)->append(values[i]).append('|');
        return 0;
    };
    // Writable, so that a journal that a kill left is rolled back as any reader does it.
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READWRITE,
                        nullptr) == SQLITE_OK)
        sqlite3_exec(handle,
                     "SELECT id, text, half FROM results ORDER BY rowid;"
                     "PRAGMA integrity_check",
                     add, &out, nullptr);
    sqlite3_close(handle);
    return out;
}

/// The file holds the rows 1 … `count` and nothing else.
bool holds(const QString &path, int count)
{
    const auto format = *exchange::exportFormat(path);
    if (format == ExportFormat::Sqlite) {
        QByteArray expected;
        for (const auto &row : rows(1, count)) {
            const auto half = row.record[1].toDouble();
            expected += QByteArray::number(qint64(row.id)) + '|' +
                        row.record[0].toString().toUtf8() + '|' +
                        (half == qint64(half) ? QByteArray::number(qint64(half))
                                              : QByteArray::number(half, 'f', 1)) +
                        '|';
        }
        return dump(path) == expected + "ok|";
    }
    const auto whole = path + QStringLiteral(".whole");
    const exchange::RowSource source = [i = 0, count]() mutable -> std::optional<item::Result> {
        return i == count ? std::nullopt : std::optional(liveRow(++i));
    };
    return exchange::exportFile(whole, source, liveOptions(format)) == count &&
           contents(path) == contents(whole);
}

item::Reason reasonOf(const tl::expected<std::unique_ptr<LiveSink>, item::Failure> &sink)
{
    return sink ? item::Reason::None : sink.error().reason;
}

} // namespace

/// Exports that grow: whole records only, no double, whatever happens.
class TestLiveSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
    void grows_data() { formats(); }
    void grows();
    void goesOnFromTheMark_data() { formats(); }
    void goesOnFromTheMark();
    void beginsAnew_data() { formats(); }
    void beginsAnew();
    void otherFiles_data() { formats(); }
    void otherFiles();
    void takesWhatIsWanted();
    void survivesKills_data() { formats(); }
    void survivesKills();
    void limitOfTheFile_data() { formats(); }
    void limitOfTheFile();
    void fullDisk_data() { formats(); }
    void fullDisk();
    void oneWriterAFile();
    void readersSeeWholeBursts();
    void fieldsNamedAsRowIds();
    void whatCannotGrow();

private:
    static void formats();
    [[nodiscard]] static QString fileIn(const QTemporaryDir &dir);
};

void TestLiveSink::formats()
{
    QTest::addColumn<int>("unused"); // the row's name is the file's
    for (const char *name : {"r.csv", "r.tsv", "r.jsonl", "r.sqlite"})
        QTest::newRow(name) << 0;
}

QString TestLiveSink::fileIn(const QTemporaryDir &dir)
{
    return dir.filePath(QString::fromLatin1(QTest::currentDataTag()));
}

void TestLiveSink::grows()
{
    const QTemporaryDir dir;
    const auto path = fileIn(dir);
    const auto options = liveOptions(*exchange::exportFormat(path));
    const auto sink = LiveSink::open(path, options, 0);
    QVERIFY(sink);
    QVERIFY(holds(path, 0));
    const auto first = (*sink)->append(rows(1, 3));
    QVERIFY(first && *first > 0);
    QVERIFY(holds(path, 3));
    QCOMPARE((*sink)->append({}), *first);
    const auto second = (*sink)->append(rows(4, 100));
    QVERIFY(second && *second > *first);
    QCOMPARE((*sink)->mark(), *second);
    QVERIFY(holds(path, 100));
}

void TestLiveSink::goesOnFromTheMark()
{
    const QTemporaryDir dir;
    const auto path = fileIn(dir);
    const auto options = liveOptions(*exchange::exportFormat(path));
    qint64 mark = 0;
    {
        const auto sink = LiveSink::open(path, options, 0);
        mark = (*sink)->append(rows(1, 10)).value_or(0);
        QVERIFY((*sink)->append(rows(11, 15))); // the caller does not come to record it
    }
    if (!path.endsWith(u".sqlite")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"half a rec");
    }
    const auto sink = LiveSink::open(path, options, mark);
    QVERIFY(sink);
    QCOMPARE((*sink)->mark(), mark);
    QVERIFY(holds(path, 10));
    QVERIFY((*sink)->append(rows(11, 20)));
    QVERIFY(holds(path, 20));
}

void TestLiveSink::beginsAnew()
{
    const QTemporaryDir dir;
    const auto path = fileIn(dir);
    const auto options = liveOptions(*exchange::exportFormat(path));
    QVERIFY(write(path, QByteArray(100'000, 'x')));
    QVERIFY(write(path + QStringLiteral("-journal"), "old"));
    for (int round = 0; round < 2; ++round) {
        const auto sink = LiveSink::open(path, options, 0);
        QVERIFY(sink);
        QVERIFY(holds(path, 0));
        QVERIFY((*sink)->append(rows(1, 2)));
        QVERIFY(holds(path, 2));
    }
}

void TestLiveSink::otherFiles()
{
    const QTemporaryDir dir;
    const auto path = fileIn(dir);
    const auto format = *exchange::exportFormat(path);
    const auto options = liveOptions(format);
    QCOMPARE(reasonOf(LiveSink::open(path, options, 100)), item::Reason::Changed);
    QVERIFY(!QFile::exists(path));
    const auto mark = LiveSink::open(path, options, 0).value()->append(rows(1, 9)).value();
    const auto before = contents(path);
    QCOMPARE(reasonOf(LiveSink::open(path, options, mark + 1)), item::Reason::Changed);
    if (format != ExportFormat::JsonLines) {
        auto other = options;
        other.columns = {QStringLiteral("url"), QStringLiteral("id")};
        QCOMPARE(reasonOf(LiveSink::open(path, other, mark)), item::Reason::Changed);
        other.columns = exchange::resultColumns();
        QCOMPARE(reasonOf(LiveSink::open(path, other, mark)), item::Reason::Changed);
    }
    QCOMPARE(contents(path), before);
    QVERIFY(LiveSink::open(path, options, mark));
    for (const auto &text : {QByteArray(), QByteArray("x"), QByteArray(100'000, 'x')}) {
        QVERIFY(write(path, text));
        QCOMPARE(reasonOf(LiveSink::open(path, options, mark)), item::Reason::Changed);
        QCOMPARE(contents(path), text);
    }
    QVERIFY(LiveSink::open(path, options, 0));
}

void TestLiveSink::takesWhatIsWanted()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("r.jsonl"));
    auto options = liveOptions(ExportFormat::JsonLines);
    options.columns = {QStringLiteral("id")};
    options.where = *exchange::Where::parse(QStringLiteral("half>=2 and id!=5"), options.fields);
    const auto sink = LiveSink::open(path, options, 0);
    QCOMPARE((*sink)->append(rows(1, 3)), 0);
    QVERIFY((*sink)->append(rows(4, 6)));
    QCOMPARE(contents(path), "{\"id\":4}\n{\"id\":6}\n");
}

void TestLiveSink::survivesKills()
{
    const QTemporaryDir dir;
    const auto path = fileIn(dir);
    const auto recordPath = dir.filePath(QStringLiteral("record"));
    LiveRecord record;
    auto &random = *QRandomGenerator::global();
    int cut = 0;
    for (int round = 0; round < 10; ++round) {
        QProcess victim;
        victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        victim.start(QStringLiteral(LIVE_VICTIM_PROGRAM), {path, recordPath});
        // At any point of a later append, however fast the machine is.
        for (int kept = random.bounded(1, 12); kept > 0; --kept) {
            while (!victim.canReadLine())
                QVERIFY(victim.waitForReadyRead(support::patienceMs));
            victim.readLine();
        }
        QThread::usleep(random.bounded(3'000));
        victim.kill();
        QVERIFY(victim.waitForFinished());
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
        const auto now = readRecord(recordPath);
        QVERIFY(now.rows >= record.rows);
        record = now;
        if (record.mark == 0)
            continue;
        const auto size = QFileInfo(path).size();
        QVERIFY(LiveSink::open(path, liveOptions(*exchange::exportFormat(path)), record.mark));
        cut += QFileInfo(path).size() < size;
        QVERIFY(holds(path, record.rows));
    }
    QVERIFY(record.rows > 0);
    qInfo("%d rows, %d times something was cut off", record.rows, cut);
}

/// The kernel takes a part of the bytes, then none.
void TestLiveSink::limitOfTheFile()
{
    const QTemporaryDir dir;
    const auto path = fileIn(dir);
    const auto sink = LiveSink::open(path, liveOptions(*exchange::exportFormat(path)), 0);
    const auto mark = (*sink)->append(rows(1, 100)).value();
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit limit{rlim_t(QFileInfo(path).size() + 3000), before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto failed = (*sink)->append(rows(101, 1000));
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!failed);
    QCOMPARE((*sink)->mark(), mark);
    QVERIFY(holds(path, 100));
    QVERIFY((*sink)->append(rows(101, 200)));
    QVERIFY(holds(path, 200));
}

void TestLiveSink::fullDisk()
{
    const QTemporaryDir dir;
    support::SmallDisk disk(dir.path(), 256);
    if (!disk.isThere())
        QSKIP("may not mount a small file system");
    const auto path = fileIn(dir);
    int written = 0;
    item::Failure failure;
    bool isWhole = false;
    bool goesOn = false;
    {
        const auto sink = LiveSink::open(path, liveOptions(*exchange::exportFormat(path)), 0);
        while (failure.reason == item::Reason::None && written < 100'000) {
            const auto mark = (*sink)->append(rows(written + 1, written + 50));
            if (mark)
                written += 50;
            else
                failure = mark.error();
        }
        isWhole = path.endsWith(u".sqlite") ? dump(path).endsWith("|ok|") : true;
        disk.resize(8 << 10);
        isWhole = isWhole && holds(path, written);
        goesOn = (*sink)->append(rows(written + 1, written + 50)).has_value() &&
                 holds(path, written + 50);
    }
    QVERIFY(disk.takeAway());
    QVERIFY2(failure.reason == item::Reason::DiskFull, qPrintable(failure.detail));
    QVERIFY(failure.temporary);
    QVERIFY(written > 0);
    QVERIFY(isWhole);
    QVERIFY(goesOn);
}

void TestLiveSink::oneWriterAFile()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("r.csv"));
    const auto options = liveOptions(ExportFormat::Csv);
    {
        const auto first = LiveSink::open(path, options, 0);
        const auto mark = (*first)->append(rows(1, 5)).value();
        QCOMPARE(reasonOf(LiveSink::open(path, options, 0)), item::Reason::FileError);
        QCOMPARE(reasonOf(LiveSink::open(path, options, mark)), item::Reason::FileError);
        QVERIFY(holds(path, 5));
    }
    QVERIFY(LiveSink::open(path, options, 0));
}

void TestLiveSink::readersSeeWholeBursts()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("r.sqlite"));
    const auto sink = LiveSink::open(path, liveOptions(ExportFormat::Sqlite), 0);
    for (int burst = 0; burst < 5; ++burst) {
        QVERIFY((*sink)->append(rows(burst * 10 + 1, burst * 10 + 10)));
        QVERIFY(holds(path, burst * 10 + 10));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("r.sqlite")});
    }
}

void TestLiveSink::fieldsNamedAsRowIds()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(QStringLiteral("r.sqlite"));
    auto options = liveOptions(ExportFormat::Sqlite);
    options.fields = {QStringLiteral("RowId"), QStringLiteral("oid")};
    const auto mark = LiveSink::open(path, options, 0).value()->append(rows(1, 3)).value();
    QCOMPARE(mark, 3);
    QVERIFY(LiveSink::open(path, options, 0).value()->append(rows(1, 5)));
    const auto sink = LiveSink::open(path, options, mark);
    QVERIFY(sink);
    QCOMPARE((*sink)->append(rows(4, 4)), 4);
    QCOMPARE(reasonOf(LiveSink::open(path, options, 5)), item::Reason::Changed);
}

void TestLiveSink::whatCannotGrow()
{
    const QTemporaryDir dir;
    for (const auto format : {ExportFormat::Json, ExportFormat::Xlsx, ExportFormat::UrlList}) {
        QVERIFY(!exchange::infoOf(format).canGrow());
        const auto path = dir.filePath(QStringLiteral("x"));
        QCOMPARE(reasonOf(LiveSink::open(path, {.format = format}, 0)), item::Reason::FileError);
        QVERIFY(!QFile::exists(path));
    }
    for (const auto format : {ExportFormat::Csv, ExportFormat::Sqlite}) {
        QCOMPARE(reasonOf(LiveSink::open(dir.path(), {.format = format}, 0)),
                 item::Reason::FileError);
        const auto missing = dir.filePath(QStringLiteral("no/r"));
        QCOMPARE(reasonOf(LiveSink::open(missing, {.format = format}, 0)), item::Reason::FileError);
    }
}

TRAWL_TEST(Guiless, TestLiveSink)

} // namespace tst_livesink

#include "tst_livesink.moc"
