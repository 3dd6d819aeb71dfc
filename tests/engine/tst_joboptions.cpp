// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joboptions.h"
#include "item/record.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_joboptions {

using namespace trawl;
using namespace trawl::engine;

namespace {

/// No field is as it is usually.
JobOptions unusual()
{
    JobOptions options;
    auto &t = options.transfer;
    t.userAgent = "agent \xff";
    t.headers = {{"X-A", "1"}, {"X-B", "\xe4"}};
    t.caFile = QStringLiteral("/ca");
    t.verifyTls = false;
    t.clientCertificate = QStringLiteral("/cert");
    t.clientKey = QStringLiteral("/key");
    t.http = item::HttpVersion::Http2;
    t.stack = item::HttpStack::Qt;
    t.connections = 7;
    t.connectTimeoutMs = 1;
    t.firstByteTimeoutMs = 2;
    t.idleTimeoutMs = 3;
    t.totalTimeoutMs = 4;
    t.minBytesPerSecond = 5;
    t.minSpeedWindowMs = 12;
    t.maxRedirects = 6;
    t.allowDowngrade = true;
    t.retryCodes = {418};
    t.proxy = QStringLiteral("socks5://u:p@h:1");
    t.credentials = {QStringLiteral("ü"), QStringLiteral("p:w")};
    t.bearer = "tok";
    t.netrcFile = QStringLiteral("/netrc");
    t.cookies = true;
    t.segments = 9;
    t.segmentFrom = 1LL << 50;
    t.maxBytes = (1LL << 60) + 1; // more than a double holds
    t.sha256 = true;
    t.sums = true;
    t.xattr = true;
    t.times = true;
    options.nameTemplate = QStringLiteral("{index}");
    options.collision = Collision::Skip;
    options.bytesPerSecond = 10;
    options.itemBytesPerSecond = 11;
    item::Page page;
    page.fields = {{QStringLiteral("zz"), QStringLiteral("h1"), true, {}},
                   {QStringLiteral("aa"), QStringLiteral("p"), false, {}}};
    page.save = true;
    options.recipe.pages = {page};
    options.recipe.tree = item::Tree::Fast;
    options.recipe.crawl.depth = 3;
    options.save = false;
    return options;
}

/// As sessions of version 0.1.0 have them: all of unusual().
const QByteArray earlier =
    R"({"allowDowngrade":true,"bearer":"tok","bytesPerSecond":10,"caFile":"/ca",)"
    R"("clientCertificate":"/cert","clientKey":"/key","collision":2,)"
    R"("connectTimeoutMs":1,"connections":7,"cookies":true,"credentials":["ü","p:w"],)"
    R"("firstByteTimeoutMs":2,"headers":[["X-A","1"],["X-B","ä"]],"http":2,)"
    R"("idleTimeoutMs":3,"itemBytesPerSecond":11,"maxBytes":1152921504606846977,)"
    R"("maxRedirects":6,"minBytesPerSecond":5,"minSpeedWindowMs":12,)"
    R"("nameTemplate":"{index}","netrcFile":"/netrc","proxy":"socks5://u:p@h:1",)"
    R"("recipe":{"crawl":{"depth":3},"page":[{"fields":[{"all":true,"name":"zz",)"
    R"("select":"h1"},{"name":"aa","select":"p"}],"save":true}],"tree":"fast"},)"
    R"("retryCodes":[418],"save":false,"segmentFrom":1125899906842624,"segments":9,)"
    R"("sha256":true,"stack":1,"sums":true,"times":true,"totalTimeoutMs":4,)"
    R"("userAgent":"agent ÿ","verifyTls":false,"xattr":true})";

} // namespace

class TestJobOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaved()
    {
        JobOptions options;
        QVERIFY(options.saves(0) && options.savesAny());
        options.save = false;
        QVERIFY(!options.saves(0) && !options.savesAny());
        options.recipe.pages = {{}, {}};
        QVERIFY(!options.savesAny());
        options.recipe.pages[1].save = true;
        QVERIFY(!options.saves(0) && options.saves(1) && options.savesAny());
        options.save = true;
        options.recipe.pages[1].save = false;
        QVERIFY(options.saves(0) && !options.saves(1) && options.savesAny());
        QVERIFY(!options.saves(item::sitemapPage));
    }
    void everyFieldComesBack()
    {
        auto options = unusual();
        options.transfer.cookiesInMemory = false;
        QCOMPARE(jobOptionsFromJson(toJson(options)), options);
    }
    void onlyTheRecipeHasNoSecret()
    {
        JobOptions kept;
        kept.recipe = unusual().recipe;
        QCOMPARE(withoutSecrets(toJson(unusual())), toJson(kept));
    }
    void thoseOfEarlierSessionsAreRead()
    {
        QCOMPARE(jobOptionsFromJson(earlier), unusual());
        QCOMPARE(toJson(unusual()), earlier);
    }
    void usualOnesAreShort()
    {
        QCOMPARE(toJson(JobOptions()), QByteArray("{}"));
        QCOMPARE(jobOptionsFromJson("{}"), JobOptions());
    }
    void anEmptyListIsNotTheUsualOne()
    {
        JobOptions options;
        options.transfer.retryCodes.clear();
        QVERIFY(jobOptionsFromJson(toJson(options)).transfer.retryCodes.isEmpty());
    }
    void passesOverWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("a later field") << QByteArray(R"({"later":1})");
        QTest::newRow("another type") << QByteArray(R"({"segments":"x","verifyTls":0})");
        QTest::newRow("a later word") << QByteArray(R"({"collision":99,"http":-1})");
    }
    void passesOverWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(jobOptionsFromJson(json), JobOptions());
    }
};

TRAWL_TEST(Appless, TestJobOptions)

} // namespace tst_joboptions

#include "tst_joboptions.moc"
