// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/exporttable.h"
#include "exchange/workbook.h"
#include "support/smalldisk.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <limits>

#include <sqlite3.h>
#include <sys/resource.h>

namespace tst_exportformats {

using namespace trawl;
using exchange::ExportFormat;
using exchange::ExportOptions;
using item::Result;

namespace {

const QStringList fieldNames{QStringLiteral("title"), QStringLiteral("price"),
                             QStringLiteral("in \"stock\""), QStringLiteral("tags")};

Result resultOf(int id, const item::Record &record = {})
{
    Result result;
    result.id = item::ItemId(id);
    result.url = "http://a/" + QByteArray::number(id);
    result.status = item::Status::Done;
    result.code = 200;
    result.bytes = 9'007'199'254'740'993; // more than a double holds
    result.record = record;
    return result;
}

QList<Result> samples()
{
    return {
        resultOf(1, {QStringLiteral("=1+1"), 5, true, QJsonArray{QStringLiteral("a,b"), 2}}),
        resultOf(2, {QStringLiteral("\u4e2d \"x\""), 2.5, false,
                     QJsonObject{{QStringLiteral("k"), {}}}}),
        resultOf(2, {QString(), {}, {}, QJsonArray()}),
        resultOf(3),
    };
}

exchange::RowSource rowsOf(QList<Result> rows)
{
    return [rows]() mutable -> std::optional<Result> {
        if (rows.isEmpty())
            return std::nullopt;
        return rows.takeFirst();
    };
}

/// `count` rows of one text field.
exchange::RowSource manyRows(int count, const QString &text)
{
    return [=, i = 0]() mutable -> std::optional<Result> {
        return i++ == count ? std::nullopt : std::optional(resultOf(i, {text}));
    };
}

ExportOptions optionsFor(ExportFormat format)
{
    return {.format = format, .fields = fieldNames};
}

QByteArray exported(const QList<Result> &rows, const ExportOptions &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (exchange::exportRows(buffer, rowsOf(rows), options) != rows.size())
        qFatal("not all rows were written");
    return buffer.data();
}

/// The cells of all sheets of a workbook by an independent program.
QJsonObject readWorkbook(const QString &path)
{
    static const auto program = QStringLiteral(
        "import json, sys, openpyxl\n"
        "book = openpyxl.load_workbook(sys.argv[1])\n"
        "out = {s.title: [[c.value for c in r] for r in s.iter_rows()] for s in book}\n"
        "s = book.worksheets[0]\n"
        "out['types'] = [[c.data_type for c in r] for r in s.iter_rows()]\n"
        "out['freeze'], out['filter'] = s.freeze_panes, s.auto_filter.ref\n"
        "out['width'] = s.column_dimensions['B'].width\n"
        "json.dump(out, sys.stdout)\n");
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), program, path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

bool hasOpenpyxl()
{
    return QProcess::execute(QStringLiteral("/usr/bin/python3"),
                             {QStringLiteral("-c"), QStringLiteral("import openpyxl")}) == 0;
}

/// All rows of a query, their values as SQLite writes them with quote().
QStringList query(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    QStringList rows;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READONLY,
                        nullptr) == SQLITE_OK) {
        const auto add = [](void *out, int count, char **values, char **) {
            QStringList row;
            for (int i = 0; i < count; ++i)
                row.append(values[i] ? QString::fromUtf8(values[i]) : QStringLiteral("-"));
            static_cast<QStringList *>(out)->append(row.join(u'|'));
            return 0;
        };
        if (sqlite3_exec(handle, sql.constData(), add, &rows, nullptr) != SQLITE_OK)
            rows = {QString::fromUtf8(sqlite3_errmsg(handle))};
    }
    sqlite3_close(handle);
    return rows;
}

qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

/// Files of this process may not grow further while it lives; the kernel then says EFBIG.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
};

} // namespace

class TestExportFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsInCsv()
    {
        auto options = optionsFor(ExportFormat::Csv);
        options.columns = {QStringLiteral("tags"), QStringLiteral("id"), QStringLiteral("price"),
                           QStringLiteral("title"), QStringLiteral("in \"stock\"")};
        QCOMPARE(exported(samples(), options),
                 QByteArray("tags,id,price,title,\"in \"\"stock\"\"\"\r\n"
                            "\"[\"\"a,b\"\",2]\",1,5,'=1+1,true\r\n"
                            "\"{\"\"k\"\":null}\",2,2.5,\"\xe4\xb8\xad \"\"x\"\"\",false\r\n"
                            "[],2,,,\r\n"
                            ",3,,,\r\n"));
    }
    void fieldsComeBehindTheColumns()
    {
        const auto text = exported({}, optionsFor(ExportFormat::Tsv));
        QVERIFY(text.startsWith("id\turl\t"));
        QVERIFY(text.endsWith("\tfinished\tdetail\ttitle\tprice\t\"in \"\"stock\"\"\"\ttags\n"));
    }
    void byteOrderMark()
    {
        auto options = optionsFor(ExportFormat::Csv);
        options.bom = true;
        QVERIFY(exported({}, options).startsWith("\xef\xbb\xbfid,"));
        options.format = ExportFormat::JsonLines;
        QVERIFY(exported(samples(), options).startsWith('{'));
    }
    void fieldsInJson()
    {
        auto options = optionsFor(ExportFormat::JsonLines);
        options.columns = QStringList{QStringLiteral("id")} + fieldNames;
        QCOMPARE(exported(samples(), options),
                 QByteArray("{\"id\":1,\"title\":\"=1+1\",\"price\":5,\"in \\\"stock\\\"\":true,"
                            "\"tags\":[\"a,b\",2]}\n"
                            "{\"id\":2,\"title\":\"\xe4\xb8\xad \\\"x\\\"\",\"price\":2.5,"
                            "\"in \\\"stock\\\"\":false,\"tags\":{\"k\":null}}\n"
                            "{\"id\":2,\"title\":\"\",\"price\":null,\"in \\\"stock\\\"\":null,"
                            "\"tags\":[]}\n"
                            "{\"id\":3,\"title\":null,\"price\":null,\"in \\\"stock\\\"\":null,"
                            "\"tags\":null}\n"));
    }
    void numbersAsJsonHasThem()
    {
        ExportOptions options{.format = ExportFormat::JsonLines,
                              .fields = {QStringLiteral("n")},
                              .columns = {QStringLiteral("n")}};
        const auto one = [&](double number) { return exported({resultOf(1, {number})}, options); };
        QCOMPARE(one(0.1), "{\"n\":0.1}\n");
        QCOMPARE(one(1e15), "{\"n\":1000000000000000}\n");
        QCOMPARE(one(-3), "{\"n\":-3}\n");
        QCOMPARE(one(1e300), "{\"n\":1e+300}\n");
        QCOMPARE(one(std::numeric_limits<double>::infinity()), "{\"n\":null}\n");
    }
    void integersKeepTheirDigits_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::newRow("2^53 + 1") << (qint64(1) << 53) + 1;
        QTest::newRow("19 digits") << qint64(1234567890123456789);
        QTest::newRow("below 0") << -(qint64(1) << 53) - 1;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max();
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min();
    }
    void integersKeepTheirDigits()
    {
        QFETCH(const qint64, number);
        const auto digits = QByteArray::number(number);
        for (const auto format : {ExportFormat::JsonLines, ExportFormat::Csv}) {
            const ExportOptions options{.format = format,
                                        .fields = {QStringLiteral("n"), QStringLiteral("list")},
                                        .columns = {QStringLiteral("n"), QStringLiteral("list")}};
            const auto text =
                exported({resultOf(1, {QJsonValue(number), QJsonArray{number}})}, options);
            QCOMPARE(text.count(digits), 2);
        }
    }
    void aListOfUrlsHasEachItemOnce()
    {
        auto rows = samples();
        rows[3].url = "http://a/\r\nx";
        QCOMPARE(exported(rows, optionsFor(ExportFormat::UrlList)),
                 QByteArray("http://a/1\nhttp://a/2\nhttp://a/%0D%0Ax\n"));
    }
    void unknownColumnIsSaid()
    {
        QTemporaryDir dir;
        auto options = optionsFor(ExportFormat::Csv);
        options.columns = {QStringLiteral("id"), QStringLiteral("prise")};
        const auto count =
            exchange::exportFile(dir.filePath(QStringLiteral("a.csv")), rowsOf({}), options);
        QVERIFY(!count);
        QVERIFY(count.error().detail.contains(u"\"prise\""));
        QVERIFY(QDir(dir.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    void binaryFormatsNeedAFile()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        for (const auto format : {ExportFormat::Xlsx, ExportFormat::Sqlite})
            QVERIFY(!exchange::exportRows(buffer, rowsOf({}), {.format = format}));
        QVERIFY(buffer.data().isEmpty());
    }
    void workbook()
    {
        if (!hasOpenpyxl())
            QSKIP("python3-openpyxl is not here");
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.xlsx"));
        auto rows = samples();
        rows[3].record = {
            QStringLiteral("a_x0041_\u0001\ufffe\tb"), 1e-7, {}, QString(40'000, u'y')};
        rows.append(resultOf(4, {QStringLiteral("http://a/"), {}, {}, QStringLiteral("0012")}));
        QCOMPARE(exchange::exportFile(path, rowsOf(rows), optionsFor(ExportFormat::Xlsx)), 5);
        const auto book = readWorkbook(path);
        const auto sheet = book[u"results"].toArray();
        QCOMPARE(sheet.size(), 6);
        QStringList header;
        for (const auto &name : sheet[0].toArray())
            header.append(name.toString());
        QCOMPARE(header, exchange::resultColumns() + fieldNames);
        const auto cell = [&](int row, int column) { return sheet.at(row).toArray().at(column); };
        const auto type = [&](int row, int column) {
            return book[u"types"].toArray().at(row).toArray().at(column).toString();
        };
        QCOMPARE(cell(1, 0), QJsonValue(1));
        QCOMPARE(cell(1, 6), QJsonValue(QStringLiteral("9007199254740993")));
        QCOMPARE(cell(1, 15), QJsonValue(QStringLiteral("=1+1")));
        QCOMPARE(cell(1, 16), QJsonValue(5));
        QCOMPARE(cell(1, 17), QJsonValue(true));
        QCOMPARE(cell(1, 18), QJsonValue(QStringLiteral("[\"a,b\",2]")));
        QCOMPARE(cell(2, 16), QJsonValue(2.5));
        QCOMPARE(cell(3, 16), QJsonValue());
        QCOMPARE(cell(4, 16), QJsonValue(1e-7));
        QCOMPARE(type(1, 16), QStringLiteral("n"));
        QCOMPARE(type(5, 18), QStringLiteral("s")); // "0012" is no number here
        QCOMPARE(cell(5, 18), QJsonValue(QStringLiteral("0012")));
        const auto cut = cell(4, 18).toString();
        QCOMPARE(cut.size(), 32767);
        QVERIFY(cut.endsWith(u"y [cut: 40000 characters]"));
        QCOMPARE(book[u"freeze"], QJsonValue(QStringLiteral("A2")));
        QCOMPARE(book[u"filter"], QJsonValue(QStringLiteral("A1:S6")));
        QVERIFY(book[u"width"].toDouble() > 40);
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("r.xlsx")});
    }
    void workbookHasOnlyTexts()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.xlsx"));
        auto rows = samples();
        rows[3].record = {QStringLiteral("a_x0041_\u0001b"), {}, {}, {}};
        QVERIFY(exchange::exportFile(path, rowsOf(rows), optionsFor(ExportFormat::Xlsx)));
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile("
                                     "sys.argv[1]).read('xl/worksheets/sheet1.xml'))"),
                      path});
        QVERIFY(python.waitForFinished());
        const auto xml = python.readAllStandardOutput();
        QVERIFY(xml.contains("<t>=1+1</t>"));
        QVERIFY(xml.contains("<t>a_x005F_x0041_\xef\xbf\xbd"
                             "b</t>"));
        QVERIFY(!xml.contains("<f>") && !xml.contains("<hyperlink"));
    }
    void rowsBeyondASheetGoOnInTheNext()
    {
        if (!hasOpenpyxl())
            QSKIP("python3-openpyxl is not here");
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.xlsx"));
        const auto table =
            exchange::ExportTable::make({.fields = fieldNames, .columns = {QStringLiteral("id")}});
        QCOMPARE(exchange::writeWorkbook(QFile::encodeName(path), manyRows(7, {}), *table, 4), 7);
        const auto book = readWorkbook(path);
        const auto text = [&](const char *sheet) {
            return QJsonDocument(book[QLatin1StringView(sheet)].toArray())
                .toJson(QJsonDocument::Compact);
        };
        QCOMPARE(text("results"), R"([["id"],[1],[2],[3]])");
        QCOMPARE(text("results 2"), R"([["id"],[4],[5],[6]])");
        QCOMPARE(text("results 3"), R"([["id"],[7]])");
    }
    void fullDiskIsNoWorkbook()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.xlsx"));
        const auto text = QString(1000, u'x');
        ExportOptions options{.format = ExportFormat::Xlsx, .fields = {QStringLiteral("t")}};
        QVERIFY(exchange::exportFile(path, manyRows(1, {}), options));
        QFile file(path);
        const auto before = file.size();
        // The temporary files of 500 rows hold 650 kB: at each of the limits another write fails.
        for (const rlim_t limit : {1, 100, 4096, 100'000, 600'000, 640'000}) {
            const FileLimit guard(limit);
            const auto count = exchange::exportFile(path, manyRows(500, text), options);
            QVERIFY2(!count, QByteArray::number(qint64(limit)));
            QVERIFY(count.error().reason == item::Reason::FileError ||
                    count.error().reason == item::Reason::DiskFull);
            QCOMPARE(file.size(), before);
        }
    }
    /// The least that a file may hold for the library to get through: what it calls good is whole.
    void whatIsWrittenIsWhole()
    {
        if (!hasOpenpyxl())
            QSKIP("python3-openpyxl is not here");
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.xlsx"));
        const ExportOptions options{.format = ExportFormat::Xlsx, .fields = {QStringLiteral("t")}};
        const auto writeWithin = [&](rlim_t limit) {
            const FileLimit guard(limit);
            const auto rows = manyRows(500, QString(1000, u'x'));
            return exchange::exportFile(path, rows, options).has_value();
        };
        const auto files = openFiles();
        rlim_t bad = 500'000;
        rlim_t good = 1'000'000;
        while (good - bad > 1) {
            const auto middle = (good + bad) / 2;
            (writeWithin(middle) ? good : bad) = middle;
            QCOMPARE(openFiles(), files);
        }
        QVERIFY(good > 500'001 && good < 1'000'000);
        QVERIFY(writeWithin(good));
        QCOMPARE(readWorkbook(path)[u"results"].toArray().size(), 501);
    }
    void database()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.sqlite"));
        QCOMPARE(exchange::exportFile(path, rowsOf(samples()), optionsFor(ExportFormat::Sqlite)),
                 4);
        QCOMPARE(query(path, "PRAGMA integrity_check"), QStringList{QStringLiteral("ok")});
        QCOMPARE(
            query(path, "SELECT group_concat(name || ' ' || type) FROM "
                        "pragma_table_info('results')"),
            QStringList{QStringLiteral(
                "id INTEGER,url TEXT,final_url TEXT,status TEXT,code INTEGER,reason TEXT,"
                "bytes INTEGER,mime TEXT,file TEXT,sha256 TEXT,attempts INTEGER,"
                "duration_ms INTEGER,started TEXT,finished TEXT,detail TEXT,title TEXT,price REAL,"
                "in \"stock\" INTEGER,tags TEXT")});
        QCOMPARE(
            query(path, "SELECT id, bytes, title, price, \"in \"\"stock\"\"\", tags, started "
                        "FROM results ORDER BY rowid"),
            QStringList({QStringLiteral("1|9007199254740993|=1+1|5.0|1|[\"a,b\",2]|-"),
                         QStringLiteral("2|9007199254740993|\u4e2d \"x\"|2.5|0|{\"k\":null}|-"),
                         QStringLiteral("2|9007199254740993||-|-|[]|-"),
                         QStringLiteral("3|9007199254740993|-|-|-|-|-")}));
        QCOMPARE(query(path, "SELECT sum(price) FROM results"), QStringList{QStringLiteral("7.5")});
    }
    void databaseOfMixedValues()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.sqlite"));
        const ExportOptions options{.format = ExportFormat::Sqlite,
                                    .fields = {QStringLiteral("v")}};
        const QList<Result> rows{resultOf(1, {7}), resultOf(2, {QStringLiteral("8")})};
        QVERIFY(exchange::exportFile(path, rowsOf(rows), options));
        QCOMPARE(query(path, "SELECT group_concat(typeof(v)) FROM results"),
                 QStringList{QStringLiteral("integer,text")});
        QVERIFY(exchange::exportFile(path, rowsOf({}), options)); // takes the file's place
        QCOMPARE(query(path, "SELECT count(*) FROM results"), QStringList{QStringLiteral("0")});
        QCOMPARE(query(path, "PRAGMA integrity_check"), QStringList{QStringLiteral("ok")});
    }
    void fullDisk_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("csv") << ExportFormat::Csv;
        QTest::newRow("xlsx") << ExportFormat::Xlsx;
        QTest::newRow("sqlite") << ExportFormat::Sqlite;
    }
    void fullDisk()
    {
        QFETCH(ExportFormat, format);
        const QTemporaryDir dir;
        support::SmallDisk disk(dir.path(), 512);
        if (!disk.isThere())
            QSKIP("may not mount a small file system");
        const auto path = dir.filePath(QStringLiteral("r"));
        const ExportOptions options{.format = format, .fields = {QStringLiteral("t")}};
        const auto small = exchange::exportFile(path, manyRows(3, {}), options);
        const auto size = QFileInfo(path).size();
        const auto large = exchange::exportFile(path, manyRows(1000, QString(1000, u'x')), options);
        const auto files =
            QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const auto sizeBehind = QFileInfo(path).size();
        QVERIFY(disk.takeAway()); // no file of it is left open
        QCOMPARE(small, 3);
        QVERIFY(!large);
        QVERIFY2(large.error().reason == item::Reason::DiskFull, qPrintable(large.error().detail));
        QCOMPARE(files, QStringList{QStringLiteral("r")});
        QCOMPARE(sizeBehind, size);
    }
    void fullDiskIsNoDatabase()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.sqlite"));
        const ExportOptions options{.format = ExportFormat::Sqlite,
                                    .fields = {QStringLiteral("t")}};
        QVERIFY(exchange::exportFile(path, manyRows(1, {}), options));
        {
            const FileLimit guard(100'000);
            QVERIFY(!exchange::exportFile(path, manyRows(500, QString(1000, u'x')), options));
        }
        QCOMPARE(query(path, "SELECT count(*) FROM results"), QStringList{QStringLiteral("1")});
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("r.sqlite")});
    }
};

TRAWL_TEST(Guiless, TestExportFormats)

} // namespace tst_exportformats

#include "tst_exportformats.moc"
