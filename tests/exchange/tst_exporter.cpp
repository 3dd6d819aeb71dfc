// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/livesink.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_exporter {

using namespace trawl;
using exchange::ExportFormat;
using item::Result;

namespace {

Result doneResult()
{
    Result result;
    result.id = item::ItemId(1);
    result.url = "http://a/x,y";
    result.finalUrl = "http://a/z";
    result.status = item::Status::Done;
    result.code = 200;
    result.bytes = 12;
    result.mime = "text/html; charset=\"utf-8\"";
    result.file = QStringLiteral("dir/\u4e2d.html");
    result.sha256 = "00ff";
    result.attempts = 1;
    result.durationMs = 34;
    result.startedMs = 1'000'000'000'123;
    result.finishedMs = 1'000'000'001'000;
    return result;
}

Result failedResult()
{
    Result result;
    result.id = item::ItemId(2);
    result.url = "=1+1\n\"";
    result.status = item::Status::Failed;
    result.reason = item::Reason::InvalidUrl;
    result.detail = QStringLiteral("no host");
    return result;
}

exchange::ExportOptions optionsOf(ExportFormat format)
{
    exchange::ExportOptions options;
    options.format = format;
    return options;
}

exchange::RowSource rowsOf(QList<Result> rows)
{
    return [rows]() mutable -> std::optional<Result> {
        if (rows.isEmpty())
            return std::nullopt;
        return rows.takeFirst();
    };
}

QByteArray exported(const QList<Result> &rows, ExportFormat format, bool defuse = true)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto count = exchange::exportRows(buffer, rowsOf(rows), {format, defuse});
    if (count != rows.size())
        qFatal("not all rows were written");
    return buffer.data();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

mode_t permissions(const QString &path)
{
    struct stat info{};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatCannotBeReadKeepTheOldFile()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.csv"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        const exchange::RowSource broken =
            [n = 0]() mutable -> tl::expected<std::optional<Result>, item::Failure> {
            if (++n > 3)
                return tl::unexpected(item::Failure{item::Reason::Session, 0, false, {}});
            return Result{};
        };
        const auto count = exchange::exportFile(path, broken, {});
        QVERIFY(!count);
        QCOMPARE(count.error().reason, item::Reason::Session);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
    }
    void formatBySuffix()
    {
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.csv")), ExportFormat::Csv);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.b.TSV")), ExportFormat::Tsv);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.json")), ExportFormat::Json);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.jsonl")), ExportFormat::JsonLines);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.xlsx")), ExportFormat::Xlsx);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.SQLite")), ExportFormat::Sqlite);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.txt")), ExportFormat::UrlList);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.ndjson")), ExportFormat::JsonLines);
        QCOMPARE(exchange::exportFormat(QStringLiteral("a.xml")), std::nullopt);
        QCOMPARE(exchange::exportFormat(QStringLiteral("csv")), std::nullopt);
    }
    /// A choice of a format is remembered by its number.
    void formatsKeepTheirNumbers()
    {
        constexpr std::array suffixes{".csv",  ".tsv",    ".json", ".jsonl",
                                      ".xlsx", ".sqlite", ".txt"};
        QVERIFY(exchange::exportFormats().size() >= suffixes.size());
        for (std::size_t number = 0; number < suffixes.size(); ++number) {
            const auto &info = exchange::infoOf(ExportFormat(number));
            QCOMPARE(QLatin1StringView(info.suffix), QLatin1StringView(suffixes[number]));
        }
    }
    void everySuffixIsOfOneFormat()
    {
        for (const auto &info : exchange::exportFormats()) {
            for (const auto *suffix : {info.suffix, info.otherSuffix}) {
                if (suffix)
                    QCOMPARE(exchange::exportFormat(QLatin1StringView(suffix)), info.format);
            }
        }
    }
    void columnsAreInOrder()
    {
        QCOMPARE(exchange::resultColumns().join(u','),
                 QStringLiteral("id,url,final_url,status,code,reason,bytes,mime,file,sha256,"
                                "attempts,duration_ms,started,finished,detail"));
        QStringList reserved; // what a recipe's fields may not be called
        for (const char *name : item::resultColumnNames)
            reserved.append(QString::fromLatin1(name));
        QCOMPARE(reserved, exchange::resultColumns());
    }
    void writesCsv()
    {
        QCOMPARE(exported({doneResult(), failedResult()}, ExportFormat::Csv),
                 QByteArray("id,url,final_url,status,code,reason,bytes,mime,file,sha256,attempts,"
                            "duration_ms,started,finished,detail\r\n"
                            "1,\"http://a/x,y\",http://a/z,done,200,,12,\"text/html; "
                            "charset=\"\"utf-8\"\"\",dir/\xe4\xb8\xad.html,00ff,1,34,"
                            "2001-09-09T01:46:40.123Z,2001-09-09T01:46:41.000Z,\r\n"
                            "2,\"'=1+1\n\"\"\",,failed,,invalid-url,0,,,,0,0,,,no host\r\n"));
    }
    void writesTsv()
    {
        const auto lines = exported({doneResult()}, ExportFormat::Tsv).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("id\turl\t"));
        QVERIFY(lines[1].startsWith("1\thttp://a/x,y\thttp://a/z\tdone\t200\t\t12\t"));
        QCOMPARE(lines[2], QByteArray());
    }
    void writesJson_data()
    {
        QTest::addColumn<bool>("lines");
        QTest::newRow("array") << false;
        QTest::newRow("lines") << true;
    }
    void writesJson()
    {
        QFETCH(bool, lines);
        auto text = exported({doneResult(), failedResult()},
                             lines ? ExportFormat::JsonLines : ExportFormat::Json);
        if (lines) {
            QCOMPARE(text.count('\n'), 2);
            text = "[" + text.chopped(1).replace('\n', ',') + "]";
        }
        QJsonParseError error;
        const auto array = QJsonDocument::fromJson(text, &error).array();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(array.size(), 2);
        const auto done = array[0].toObject();
        QCOMPARE(done.value(u"id"), QJsonValue(1));
        QCOMPARE(done.value(u"code"), QJsonValue(200));
        QCOMPARE(done.value(u"duration_ms"), QJsonValue(34));
        QCOMPARE(done.value(u"file"), QJsonValue(QStringLiteral("dir/\u4e2d.html")));
        QCOMPARE(done.value(u"reason"), QJsonValue());
        const auto failed = array[1].toObject();
        QCOMPARE(failed.size(), 15);
        QCOMPARE(failed.value(u"detail"), QJsonValue(QStringLiteral("no host")));
        QCOMPARE(failed.value(u"url"), QJsonValue(QStringLiteral("=1+1\n\""))); // as it was
        for (const auto key : {u"code", u"file", u"sha256", u"started", u"finished", u"mime"})
            QVERIFY(failed.value(key).isNull() && !failed.value(key).isUndefined());
        QCOMPARE(failed.value(u"bytes"), QJsonValue(0));
    }
    void noRows()
    {
        QCOMPARE(QJsonDocument::fromJson(exported({}, ExportFormat::Json)).isArray(), true);
        QCOMPARE(exported({}, ExportFormat::JsonLines), QByteArray());
        QCOMPARE(exported({}, ExportFormat::Csv).count('\n'), 1);
    }
    void defusesFormulas_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("harmful");
        for (const char *text :
             {"=cmd|x", "+1", "-1", "@sum", "\tx", "\rx", "\nx", " =x", "\u00a0 -x", "\ufeff@x",
              "\uff1dx", " \uff0bx", "\uff0dx", "\uff20x"})
            QTest::newRow(text) << QByteArray(text) << true;
        for (const char *text : {"x=1", "'=x", " x=", "\u00fcber", "http://a/"})
            QTest::newRow(text) << QByteArray(text) << false;
    }
    void defusesFormulas()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, harmful);
        auto result = doneResult();
        result.mime = text;
        const QByteArray quote = QByteArrayView("\t\r\n").contains(text.front()) ? "\"" : "";
        const QByteArray asItWas = '\t' + quote + text + quote + '\t';
        const QByteArray defused = '\t' + quote + '\'' + text + quote + '\t';
        QVERIFY(exported({result}, ExportFormat::Tsv).contains(harmful ? defused : asItWas));
        QVERIFY(exported({result}, ExportFormat::Tsv, false).contains(asItWas));
    }
    // A field of a head, or a page, may hold anything; a file is looked at on a terminal, too.
    void nothingPlaysWithATerminal_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("escape") << QByteArray("a\x1b[31mb") << QByteArray("a\ufffd[31mb")
                                << QByteArray("a\\u001b[31mb");
        QTest::newRow("delete") << QByteArray("a\x7f"
                                              "b")
                                << QByteArray("a\ufffdb") << QByteArray("a\\u007fb");
        QTest::newRow("C1") << QByteArray("a\u009b31mb") << QByteArray("a\ufffd31mb")
                            << QByteArray("a\\u009b31mb");
        QTest::newRow("bidi") << QByteArray("a\u202e\u00fc") << QByteArray("a\u202e\u00fc")
                              << QByteArray("a\\u202e\u00fc");
        QTest::newRow("line") << QByteArray("a\u2028"
                                            "b")
                              << QByteArray("a\u2028"
                                            "b")
                              << QByteArray("a\\u2028b");
        QTest::newRow("text") << QByteArray("\u00c2\u5927 \U0001f600")
                              << QByteArray("\u00c2\u5927 \U0001f600")
                              << QByteArray("\u00c2\u5927 \U0001f600");
    }
    void nothingPlaysWithATerminal()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, csv);
        QFETCH(const QByteArray, json);
        auto result = doneResult();
        result.mime = text;
        QVERIFY(exported({result}, ExportFormat::Csv).contains(',' + csv + ','));
        const auto line = exported({result}, ExportFormat::JsonLines);
        QVERIFY(line.contains('"' + json + '"'));
        QCOMPARE(QJsonDocument::fromJson(line).object().value(u"mime").toString(),
                 QString::fromUtf8(text));
    }
    void numbersStayNumbers()
    {
        auto result = doneResult();
        result.bytes = -5;
        QVERIFY(exported({result}, ExportFormat::Csv).contains(",-5,"));
    }
    void brokenTextIsMadeWhole()
    {
        auto result = doneResult();
        result.url = QByteArray("a\0b\xff", 4);
        QVERIFY(exported({result}, ExportFormat::Csv)
                    .contains("1,a\xef\xbf\xbd"
                              "b\xef\xbf\xbd,"));
        QVERIFY(QByteArrayView(exported({result}, ExportFormat::Json)).isValidUtf8());
    }
    void fileIsReplacedAsAWhole()
    {
        const QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.csv"));
        QVERIFY(exchange::exportFile(path, rowsOf({}), {}));
        QCOMPARE(
            permissions(path), 0666 & ~[] {
                const auto mask = ::umask(0);
                ::umask(mask);
                return mask;
            }());
        ::chmod(QFile::encodeName(path).constData(), 0640);
        QByteArray seenMeanwhile;
        const exchange::RowSource looking = [&]() -> std::optional<Result> {
            seenMeanwhile = contents(path);
            return std::nullopt;
        };
        const auto before = contents(path);
        QVERIFY(exchange::exportFile(path, looking, {}));
        QCOMPARE(seenMeanwhile, before);
        QCOMPARE(exchange::exportFile(path, rowsOf({doneResult()}), {}), 1);
        QVERIFY(contents(path).contains("http://a/z"));
        QCOMPARE(permissions(path), mode_t(0640));
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("r.csv")});
    }
    void whatAKillLeavesGoes_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"r.csv", "r.jsonl", "r.sqlite", "r.xlsx"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatAKillLeavesGoes()
    {
        QFETCH(const QString, name);
        const QTemporaryDir dir;
        const auto options = optionsOf(*exchange::exportFormat(name));
        const auto there = [&dir] {
            return QDir(dir.path())
                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        };
        const auto child = ::fork();
        if (child == 0) {
            const exchange::RowSource fatal = []() -> std::optional<Result> {
                ::kill(::getpid(), SIGKILL);
                return std::nullopt;
            };
            (void)exchange::exportFile(dir.filePath(QStringLiteral("other") + name), fatal,
                                       options);
        }
        ::waitpid(child, nullptr, 0);
        QVERIFY(!there().isEmpty());
        const exchange::RowSource nested = [&]() -> std::optional<Result> {
            // Another export in the same folder leaves this one alone.
            if (!exchange::exportFile(dir.filePath(QStringLiteral("x.csv")), rowsOf({}), {}))
                qFatal("the other export failed");
            return std::nullopt;
        };
        QVERIFY(exchange::exportFile(dir.filePath(name), nested, options));
        QCOMPARE(there(), (QStringList{name, QStringLiteral("x.csv")}));
    }
    void symbolicLinkStays()
    {
        const QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("real.csv"));
        const auto link = dir.filePath(QStringLiteral("link.csv"));
        QVERIFY(exchange::exportFile(path, rowsOf({}), {}));
        QVERIFY(QFile::link(path, link));
        QCOMPARE(exchange::exportFile(link, rowsOf({doneResult()}), {}), 1);
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(contents(path).contains("http://a/z"));
    }
    void onlyFilesAreReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        for (const char *name : {"r.csv", "r.sqlite", "r.xlsx"}) {
            for (const char *kind : {"pipe", "link to a device", "link to nothing"})
                QTest::addRow("%s: %s", name, kind)
                    << QString::fromLatin1(name) << QString::fromLatin1(kind);
        }
    }
    void onlyFilesAreReplaced()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, kind);
        const QTemporaryDir dir;
        const auto path = dir.filePath(name);
        const auto nothing = dir.filePath(QStringLiteral("nothing"));
        if (kind == u"pipe")
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        else
            QVERIFY(QFile::link(kind.endsWith(u"device") ? QStringLiteral("/dev/null") : nothing,
                                path));
        const auto format = *exchange::exportFormat(path);
        const auto whole = exchange::exportFile(path, rowsOf({doneResult()}), optionsOf(format));
        QVERIFY(!whole);
        QCOMPARE(whole.error().reason, item::Reason::FileError);
        if (exchange::infoOf(format).canGrow()) {
            const auto growing = exchange::LiveSink::open(path, optionsOf(format), 0);
            QVERIFY(!growing);
            QCOMPARE(growing.error().detail, whole.error().detail);
        }
        QVERIFY(QFileInfo(path).isSymLink() || !QFileInfo(path).isFile());
        QVERIFY(!QFile::exists(nothing));
    }
    void otherNamesOfAFileKeepIt()
    {
        const QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("r.csv"));
        const auto kept = dir.filePath(QStringLiteral("kept"));
        QVERIFY(exchange::exportFile(path, rowsOf({doneResult()}), {}));
        const auto before = contents(path);
        QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(kept).constData()),
                 0);
        QVERIFY(!exchange::LiveSink::open(path, {}, 0)); // would cut both
        QVERIFY(exchange::exportFile(path, rowsOf({}), {}));
        QCOMPARE(contents(kept), before);
        QVERIFY(contents(path) != before);
    }
    void failuresAreNamed()
    {
        const QTemporaryDir dir;
        const auto missing =
            exchange::exportFile(dir.filePath(QStringLiteral("no/r.csv")), rowsOf({}), {});
        QVERIFY(!missing);
        QCOMPARE(missing.error().reason, item::Reason::FileError);
        QVERIFY(!missing.error().detail.isEmpty());
        const auto directory = exchange::exportFile(dir.path(), rowsOf({}), {});
        QVERIFY(!directory);
        QCOMPARE(directory.error().reason, item::Reason::FileError);
    }
    void fullDiskIsSaid()
    {
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const auto count = exchange::exportRows(full, rowsOf({doneResult()}), {});
        QVERIFY(!count);
        QCOMPARE(count.error().reason, item::Reason::DiskFull);
    }
};

TRAWL_TEST(Appless, TestExporter)

} // namespace tst_exporter

#include "tst_exporter.moc"
