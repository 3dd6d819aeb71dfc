// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/link.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_linkoptions {

using namespace trawl::item;

namespace {

LinkOptions all()
{
    LinkOptions options;
    options.name = QStringLiteral("n\u00e4me \"x\".txt");
    options.folder = QStringLiteral("a/\u4e2d");
    options.headers = {{"A", "b: \xc3\xa9\xff\t"}, {"A", ""}};
    options.mirrors = {"http://b/%41", "https://c/"};
    options.checksum = Checksum{HashAlgorithm::Sha1, QByteArray(20, '\x07')};
    options.size = 9'000'000'000'000;
    options.credentials = {QStringLiteral("jo\u00e9"), QStringLiteral("p\"w\\\n")};
    return options;
}

} // namespace

class TestLinkOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsAll()
    {
        const auto json = toJson(all());
        QVERIFY(!json.contains('\n'));
        QCOMPARE(linkOptionsFromJson(json), all());
    }
    void jsonKeepsEach()
    {
        const auto full = all();
        const auto check = [](auto change) {
            LinkOptions options;
            change(options);
            QVERIFY(!options.isEmpty());
            QCOMPARE(linkOptionsFromJson(toJson(options)), options);
        };
        check([&](LinkOptions &options) { options.name = full.name; });
        check([&](LinkOptions &options) { options.folder = full.folder; });
        check([&](LinkOptions &options) { options.headers = full.headers; });
        check([&](LinkOptions &options) { options.mirrors = full.mirrors; });
        check([&](LinkOptions &options) { options.checksum = full.checksum; });
        check([&](LinkOptions &options) { options.size = 0; });
        check([&](LinkOptions &options) { options.credentials.user = QStringLiteral("x"); });
        check([&](LinkOptions &options) { options.credentials.password = QStringLiteral("x"); });
    }
    void nothingIsNothing()
    {
        QVERIFY(LinkOptions().isEmpty());
        QVERIFY(toJson({}).isEmpty());
        for (const char *json :
             {"", "{}", "[]", "null", "{", "\xff", "{\"headers\":7,\"size\":\"x\"}",
              "{\"mirrors\":{},\"checksum\":\"md5=12\",\"name\":[]}"})
            QCOMPARE(linkOptionsFromJson(json), LinkOptions());
    }
    void everyBeginningIsTaken()
    {
        const auto json = toJson(all());
        for (qsizetype length = 0; length < json.size(); ++length)
            QVERIFY(linkOptionsFromJson(json.first(length)).isEmpty());
    }
    void linksAreComparedByValue()
    {
        const auto options = std::make_shared<const LinkOptions>(all());
        const auto same = std::make_shared<const LinkOptions>(all());
        const auto none = std::make_shared<const LinkOptions>();
        const Link link{1, "http://a/", Reason::None, options};
        QCOMPARE(link, (Link{1, "http://a/", Reason::None, same}));
        QVERIFY(!(link == Link{1, "http://a/", Reason::None, none}));
        QVERIFY(!(link == Link{1, "http://a/", Reason::None}));
        QVERIFY(!(link == Link{1, "http://a/", Reason::None, options, QStringLiteral("x")}));
    }
};

TRAWL_TEST(Appless, TestLinkOptions)

} // namespace tst_linkoptions

#include "tst_linkoptions.moc"
