// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/status.h"
#include "cli/texttable.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <clocale>

namespace tst_status {

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
    void initTestCase() { std::setlocale(LC_ALL, "C.UTF-8"); }
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
    void showsCountsAsATable()
    {
        auto status = oneJob();
        status.counts = {{item::JobId(1), item::Status::Done, item::Reason::None, 0, 1205},
                         {item::JobId(1), item::Status::Failed, item::Reason::Http, 404, 2}};
        QCOMPARE(cli::statusTable(status), QByteArray("JOB  NAME      STATUS  REASON    ITEMS\n"
                                                      "  1  list.txt  done               1205\n"
                                                      "  1  list.txt  failed  http-404      2\n"));
    }
    void showsAnItemLineByLine()
    {
        auto status = oneJob();
        auto &item = status.items.emplace_back();
        item.result = {item::ItemId(3), item::JobId(1), "http://a/x", {}, item::Status::Done, 200};
        item.hops = {"http://a/1", "http://a/2"};
        item.detail = QStringLiteral("bad\x1b[2J");
        const auto text = cli::statusTable(status);
        QVERIFY2(text.startsWith("id         3\n"), text.constData());
        QVERIFY2(text.contains("hops       http://a/1\n           http://a/2\n"), text.constData());
        QVERIFY2(text.contains("bad?[2J"), text.constData());
        QVERIFY(!text.contains("final_url"));
    }
    void narrowsAsThePersonSeesIt()
    {
        auto status = oneJob();
        status.jobs[item::JobId(1)].paused = true;
        status.counts = {{item::JobId(1), item::Status::Queued, item::Reason::None, 0, 5},
                         {item::JobId(1), item::Status::Failed, item::Reason::Http, 429, 2},
                         {item::JobId(2), item::Status::Failed, item::Reason::Dns, 0, 1}};
        auto paused = status;
        cli::narrow(paused, {.status = item::Status::Paused});
        QCOMPARE(paused.counts.size(), 1);
        QCOMPARE(paused.counts[0].items, 5);
        auto refused = status;
        cli::narrow(refused, {.reason = item::Reason::Http, .code = 404});
        QVERIFY(refused.counts.isEmpty());
        auto second = status;
        cli::narrow(second, {.job = item::JobId(2)});
        QCOMPARE(second.counts.size(), 1);
    }
    void listsJobs()
    {
        engine::JobState reading{.id = item::JobId(1),
                                 .name = QStringLiteral("论文"),
                                 .directory = QStringLiteral("/a"),
                                 .importing = true};
        reading.counts.running = 2;
        engine::JobState ended{
            .id = item::JobId(12), .name = QStringLiteral("a"), .directory = QStringLiteral("/b")};
        ended.counts.done = 10;
        const auto lines = QString::fromUtf8(cli::jobTable({reading, ended})).split(u'\n');
        QVERIFY(lines[1].contains(u"reading") && lines[2].contains(u"ended"));
        QVERIFY(lines[1].startsWith(u"  1") && lines[2].startsWith(u" 12"));
        // On the screen the third column begins at the same place.
        QCOMPARE(cli::terminalWidth(lines[1].section(QStringLiteral("reading"), 0, 0)),
                 cli::terminalWidth(lines[2].section(QStringLiteral("ended"), 0, 0)));
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

TRAWL_TEST(Appless, TestStatus)

} // namespace tst_status

#include "tst_status.moc"
