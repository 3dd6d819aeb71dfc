// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/request.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

namespace tst_controlrequest {

using namespace trawl;
using namespace trawl::control;

namespace {

Request everything()
{
    Request request;
    request.verb = Verb::Retry;
    request.selection = {.ids = {item::ItemId(3), item::ItemId(1LL << 40)},
                         .job = item::JobId(2),
                         .status = item::Status::Running,
                         .reason = item::Reason::Http,
                         .code = 429};
    request.files = {QStringLiteral("/a b/ä.txt")};
    request.text = QStringLiteral("http://a.example/\nhttp://b.example/");
    request.activation = QStringLiteral("token_TIME7");
    return request;
}

} // namespace

class TestControlRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const auto back = requestFromJson(toJson(everything()));
        QVERIFY2(back, back ? "" : qPrintable(back.error()));
        QCOMPARE(*back, everything());
        QCOMPARE(*requestFromJson(toJson(Request())), Request());
    }
    void knowsEveryVerb()
    {
        for (int i = 0; i <= int(Verb::Last); ++i) {
            Request request;
            request.verb = Verb(i);
            QCOMPARE(requestFromJson(toJson(request))->verb, Verb(i));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) {
            QTest::newRow(name) << QByteArray(json);
        };
        row("empty", "{}");
        row("no verb of ours", R"({"do": "rm"})");
        row("a number as verb", R"({"do": 1})");
        row("no list of ids", R"({"do": "pause", "ids": 3})");
        row("an id below 1", R"({"do": "pause", "ids": [0]})");
        row("half an id", R"({"do": "pause", "ids": [1.5]})");
        row("a text as id", R"({"do": "pause", "ids": ["1"]})");
        row("an id beyond all", R"({"do": "pause", "ids": [1e300]})");
        row("a status too far", R"({"do": "pause", "status": 200})");
        row("a reason too far", R"({"do": "pause", "reason": 255})");
        row("a job below 0", R"({"do": "pause", "job": -1})");
        row("a job too far", R"({"do": "pause", "job": 3000000000})");
        row("a code too far", R"({"do": "pause", "code": 70000})");
        row("a relative path", R"({"do": "add", "files": ["a.txt"]})");
        row("no text", R"({"do": "add", "text": ["a"]})");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        const auto object = QJsonDocument::fromJson(json);
        QVERIFY(object.isObject());
        const auto request = requestFromJson(object.object());
        QVERIFY(!request);
        QVERIFY(!request.error().isEmpty());
    }

    void tellsOfAJob()
    {
        engine::JobState job;
        job.id = item::JobId(4);
        job.name = QStringLiteral("papers");
        job.directory = QStringLiteral("/d");
        job.paused = true;
        job.counts = {1, 2, 3, 4, 5, 6};
        const auto back = jobFromJson(toJson(job));
        QCOMPARE(back.id, job.id);
        QCOMPARE(back.name, job.name);
        QCOMPARE(back.directory, job.directory);
        QVERIFY(back.paused && !back.importing);
        QCOMPARE(back.counts, job.counts);
        QCOMPARE(toJson(job).value(u"total").toInt(), 21);
    }
};

TRAWL_TEST(Appless, TestControlRequest)

} // namespace tst_controlrequest

#include "tst_controlrequest.moc"
