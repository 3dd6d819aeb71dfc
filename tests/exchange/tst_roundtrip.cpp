// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/linkreader.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_roundtrip {

using namespace trawl;
using exchange::ExportFormat;

namespace {

/// URLs as they end up in a session, also such as try the quoting.
const QList<QByteArray> urls{
    "http://a.b/",
    "https://a.b/x,y;z?q='%22'",
    "no \"link\", really",
    "=HYPERLINK(1)",
    "two\nlines\r\nof text",
    "\xe4\xb8\xad\xe6\x96\x87",
    "tab\there",
    "  spaces  ",
    "back\\slash /",
    "\xe2\x80\xa8 separator",
    "ftp://x/",
};

exchange::RowSource rows()
{
    return [i = 0]() mutable -> std::optional<item::Result> {
        if (i == urls.size())
            return std::nullopt;
        item::Result result;
        result.id = item::ItemId(i + 1);
        result.url = urls[i++];
        result.bytes = 1LL << 52;
        return result;
    };
}

/// Prints each row's values as a JSON array, all values as text.
const auto program = QStringLiteral(R"(
import csv, json, sys
path, kind = sys.argv[1:]
with open(path, newline='', encoding='utf-8', errors='strict') as file:
    if kind == 'csv': rows = list(csv.DictReader(file, strict=True))
    elif kind == 'tsv': rows = list(csv.DictReader(file, dialect='excel-tab', strict=True))
    elif kind == 'json': rows = json.load(file)
    else: rows = [json.loads(line) for line in file.read().split('\n') if line]
print(json.dumps([[str(r['id']), r['url'], str(r['bytes']), len(r)] for r in rows]))
)");

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pythonReadsTheSame_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("csv") << ExportFormat::Csv;
        QTest::newRow("tsv") << ExportFormat::Tsv;
        QTest::newRow("json") << ExportFormat::Json;
        QTest::newRow("jsonl") << ExportFormat::JsonLines;
    }
    void pythonReadsTheSame()
    {
        QFETCH(ExportFormat, format);
        const QTemporaryDir dir;
        const auto path = dir.filePath(QStringLiteral("results"));
        QCOMPARE(exchange::exportFile(path, rows(), {format, false}), urls.size());
        QProcess python;
        python.start(QStringLiteral("python3"), {QStringLiteral("-c"), program, path,
                                                 QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY2(python.waitForFinished(support::patienceMs), "python3 is needed");
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        const auto read = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
        QCOMPARE(read.size(), urls.size());
        for (qsizetype i = 0; i < urls.size(); ++i) {
            const auto expected = QJsonArray{QString::number(i + 1), QString::fromUtf8(urls[i]),
                                             QString::number(1LL << 52), 15};
            QCOMPARE(read[i].toArray(), expected);
        }
    }
    void anExportCanBeReadBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << QStringLiteral("r.csv");
        QTest::newRow("tsv") << QStringLiteral("r.tsv");
        QTest::newRow("json") << QStringLiteral("r.json");
        QTest::newRow("jsonl") << QStringLiteral("r.jsonl");
    }
    void anExportCanBeReadBack()
    {
        QFETCH(QString, name);
        const QTemporaryDir dir;
        const auto path = dir.filePath(name);
        QVERIFY(exchange::exportFile(path, rows(), {*exchange::exportFormat(name), false}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        exchange::LinkReader reader(file, exchange::detectFormat(path, {}));
        const auto links = reader.next();
        QCOMPARE(reader.error(), QString());
        QCOMPARE(links.size(), urls.size());
        for (qsizetype i = 0; i < urls.size(); ++i) {
            const auto expected = exchange::parseLink(urls[i], links[i].line);
            QCOMPARE(links[i].problem, expected.problem);
            if (expected.ok())
                QCOMPARE(links[i], expected);
        }
    }
};

TRAWL_TEST(Guiless, TestRoundTrip)

} // namespace tst_roundtrip

#include "tst_roundtrip.moc"
