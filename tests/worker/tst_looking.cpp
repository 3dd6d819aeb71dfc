// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "wire/frame.h"
#include "worker/looking.h"

#include <QTest>

namespace tst_looking {

using namespace trawl;
using namespace trawl::worker;
using item::Look;
using item::Reason;

namespace {

Looking lookingAt(const QByteArray &body, Look look)
{
    Looking looking;
    looking.request.id = item::ItemId(7);
    looking.request.look = look;
    looking.head.mime = "text/html";
    looking.url = "http://a.example/dir/page";
    looking.body = body;
    return looking;
}

Looking pageWith(const QByteArray &body, const item::Page &page)
{
    item::Recipe recipe;
    recipe.pages = {page};
    recipe.maxPageBytes = 64 << 20;
    auto looking = lookingAt(body, Look::Page);
    looking.extractor = extract::Extractor::compile(recipe).value();
    return looking;
}

item::Page titles()
{
    item::Page page;
    page.fields = {{QStringLiteral("t"), QStringLiteral("h1"), false, {}}};
    return page;
}

} // namespace

/// What a worker does with a whole body.
class LookingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLookedInto_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("page");
        const auto row = [](const char *type, bool page) {
            QTest::newRow(type) << QByteArray(type) << page;
        };
        row("text/html", true);
        row("Text/HTML; charset=utf-8", true);
        row("", true);
        row("application/xhtml+xml", true);
        row("application/rss+xml", true);
        row("application/json", true);
        row("application/ld+json;x=y", true);
        row("text/plain", true);
        row("application/pdf", false);
        row("image/png", false);
        row("image/svg+xml", true);
        row("application/zip", false);
        row("video/mp4; codecs=text/html", false);
    }
    void whatIsLookedInto()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const bool, page);
        QCOMPARE(isLookedInto(type, Look::Page), page);
        QVERIFY(!isLookedInto(type, Look::Nothing));
        QVERIFY(isLookedInto(type, Look::Text));
        QVERIFY(isLookedInto(type, Look::Sitemap));
    }
    void pages()
    {
        auto page = titles();
        page.follow = {{QStringLiteral("a"), {}, false, {}, {}, {}}};
        const auto looked = lookInto(pageWith("<h1>x</h1><a href='../y#z'>y</a>", page));
        QCOMPARE(looked.failure.reason, Reason::None);
        QCOMPARE(looked.findings.id, item::ItemId(7));
        QCOMPARE(looked.findings.records, QList<QByteArray>{"[\"x\"]"});
        QCOMPARE(looked.findings.links.size(), 1);
        QCOMPARE(looked.findings.links[0].url, QByteArray("http://a.example/y"));
    }
    void aFailureHasNoRecordsButItsLinks()
    {
        auto page = titles();
        page.fields[0].steps = {{item::StepKind::Required, {}}};
        page.follow = {{QStringLiteral("a"), {}, false, {}, {}, {}}};
        const auto looked = lookInto(pageWith("<a href=y>y</a>", page));
        QCOMPARE(looked.failure.reason, Reason::MissingField);
        QVERIFY(looked.findings.records.isEmpty());
        QCOMPARE(looked.findings.links.size(), 1);
    }
    void aRecordThatIsTooLarge()
    {
        const auto looked =
            lookInto(pageWith("<h1>" + QByteArray(33 << 20, 'x') + "</h1>", titles()));
        QCOMPARE(looked.failure.reason, Reason::BadPage);
        QVERIFY(looked.findings.records.isEmpty());
    }
    void sitemaps()
    {
        auto looked = lookInto(
            lookingAt("<urlset><url><loc>http://a.example/1</loc></url></urlset>", Look::Sitemap));
        QCOMPARE(looked.findings.links.size(), 1);
        QCOMPARE(int(looked.findings.links[0].page), 0);
        QVERIFY(looked.findings.links[0].samePlace);
        looked = lookInto(lookingAt(
            "<sitemapindex><sitemap><loc>http://a.example/s</loc></sitemap></sitemapindex>",
            Look::Sitemap));
        QCOMPARE(int(looked.findings.links.value(0).page), int(item::sitemapPage));
        looked = lookInto(lookingAt("\x89PNG\r\n\x1a\n", Look::Sitemap));
        QCOMPARE(looked.failure.reason, Reason::BadPage);
    }
    void texts()
    {
        QCOMPARE(lookInto(lookingAt("User-agent: *", Look::Text)).findings.text,
                 QByteArray("User-agent: *"));
        QCOMPARE(lookInto(lookingAt(QByteArray(1 << 20, 'x'), Look::Text)).findings.text.size(),
                 500 * 1024);
    }
    void piecesFitIntoFrames()
    {
        item::Findings all;
        all.id = item::ItemId(3);
        for (int i = 0; i < 20'000; ++i)
            all.links.append(
                {"http://a.example/" + QByteArray(200, 'x') + QByteArray::number(i), 0, false, {}});
        for (const int kilobytes : {1, 3000, 255, 256, 257, 2})
            all.records.append(QByteArray(kilobytes * 1024, 'y'));
        all.text = QByteArray(500 * 1024, 'z');
        const auto pieces = inPieces(all);
        QVERIFY(wire::encodeBatches(wire::Found{pieces}).tooLarge.isEmpty());
        item::Findings together{all.id, {}, {}, {}, false};
        for (const auto &piece : pieces) {
            QCOMPARE(piece.id, all.id);
            together.append(piece);
        }
        QVERIFY(together == all);
        QVERIFY(inPieces(item::Findings()).isEmpty());
    }
};

TRAWL_TEST(Guiless, LookingTest)

} // namespace tst_looking

#include "tst_looking.moc"
