// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/status.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace trawl;

namespace {

QList<QJsonObject> objects(const QByteArray &lines)
{
    QList<QJsonObject> list;
    for (const auto &line : lines.split('\n')) {
        if (!line.isEmpty())
            list.append(QJsonDocument::fromJson(line).object());
    }
    return list;
}

engine::SessionStatus oneJob()
{
    engine::SessionStatus status;
    status.jobs.insert(item::JobId(1), {QStringLiteral("list.txt"), QStringLiteral("/out")});
    return status;
}

} // namespace

class TestStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses()
    {
        const auto options =
            cli::parseStatusOptions({QStringLiteral("7"), QStringLiteral("--session"),
                                     QStringLiteral("s"), QStringLiteral("9")});
        QVERIFY(options);
        QCOMPARE(options->sessionPath, QStringLiteral("s"));
        QCOMPARE(options->ids, (QList{item::ItemId(7), item::ItemId(9)}));
        QCOMPARE(cli::parseStatusOptions({QStringLiteral("--session=t")})->sessionPath,
                 QStringLiteral("t"));
        QVERIFY(cli::parseStatusOptions({QStringLiteral("-h")})->help);
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("no session") << QStringLiteral("7") << QStringLiteral("is missing");
        QTest::newRow("no value") << QStringLiteral("--session") << QStringLiteral("needs a value");
        QTest::newRow("no number")
            << QStringLiteral("--session=s x") << QStringLiteral("x is neither");
        QTest::newRow("zero") << QStringLiteral("--session=s 0") << QStringLiteral("0 is neither");
    }
    void refuses()
    {
        QFETCH(QString, line);
        QFETCH(QString, words);
        const auto options = cli::parseStatusOptions(line.split(u' '));
        QVERIFY(!options);
        QVERIFY2(options.error().contains(words), qPrintable(options.error()));
    }
    void tellsCounts()
    {
        auto status = oneJob();
        status.counts = {{item::JobId(1), item::Status::Done, item::Reason::None, 0, 5},
                         {item::JobId(1), item::Status::Failed, item::Reason::Http, 404, 2}};
        const auto lines = objects(cli::statusLines(status));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0][QStringLiteral("name")].toString(), QStringLiteral("list.txt"));
        QVERIFY(lines[0][QStringLiteral("reason")].isNull());
        QCOMPARE(lines[1][QStringLiteral("status")].toString(), QStringLiteral("failed"));
        QCOMPARE(lines[1][QStringLiteral("reason")].toString(), QStringLiteral("http-404"));
        QCOMPARE(lines[1][QStringLiteral("items")].toInt(), 2);
    }
    void tellsAllOfAnItem()
    {
        auto status = oneJob();
        auto &item = status.items.emplace_back();
        item.result = {item::ItemId(3), item::JobId(1),     "http://a/x",
                       "http://b/y",    item::Status::Done, 200};
        item.result.startedMs = 1'000;
        item.verdict = item::Verdict::SizeOnly;
        item.hops = {"http://a/1"};
        item.fields = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
        item.timings = {1, 2, -1, 4};
        item.note = QStringLiteral("started again");
        const auto lines = objects(cli::statusLines(status));
        QCOMPARE(lines.size(), 1);
        const auto &object = lines[0];
        QCOMPARE(object[QStringLiteral("id")].toInt(), 3);
        QCOMPARE(object[QStringLiteral("final_url")].toString(), QStringLiteral("http://b/y"));
        QCOMPARE(object[QStringLiteral("hops")].toArray(),
                 QJsonArray{QStringLiteral("http://a/1")});
        QCOMPARE(object[QStringLiteral("verdict")].toString(), QStringLiteral("size only"));
        QCOMPARE(object[QStringLiteral("head")].toArray(),
                 (QJsonArray{QStringLiteral("HTTP/1.1 200 OK"), QStringLiteral("Server: x")}));
        const auto timings = object[QStringLiteral("timings")].toObject();
        QCOMPARE(timings[QStringLiteral("connect_ms")].toInt(), 2);
        QVERIFY(timings[QStringLiteral("tls_ms")].isNull());
        QCOMPARE(object[QStringLiteral("note")].toString(), item.note);
        QCOMPARE(object[QStringLiteral("directory")].toString(), QStringLiteral("/out"));
        QCOMPARE(object[QStringLiteral("started")].toString(),
                 QStringLiteral("1970-01-01T00:00:01.000Z"));
        QVERIFY(object[QStringLiteral("finished")].isNull());
    }
};

QTEST_APPLESS_MAIN(TestStatus)
#include "tst_status.moc"
