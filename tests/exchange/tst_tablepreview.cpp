// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/patternlines.h"
#include "exchange/tablepreview.h"

#include "readtext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QTest>

namespace tst_tablepreview {

using namespace trawl;
using exchange::ListFormat;
using exchange::Role;
using exchange::TableLayout;

namespace {

exchange::TablePreview preview(QByteArray text, ListFormat format,
                               const exchange::ReadOptions &options = {})
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return exchange::previewTable(buffer, format, options);
}

/// "name:role …"
QString shown(const TableLayout &layout)
{
    QStringList out;
    for (const auto &column : layout.columns)
        out << QString::fromUtf8(column.name) + u':' + QString::number(int(column.role));
    return out.join(u' ');
}

QString joined(const QList<item::Link> &links)
{
    return shownLinks(links).join(u'|');
}

} // namespace

class TestTablePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOutTheColumns()
    {
        const auto found =
            preview("id;url;name;sha256\n1;http://a/;x;\n2;http://b/;y;-\n", ListFormat::Csv);
        QVERIFY(found.layout.header);
        QCOMPARE(found.layout.separator, ';');
        QCOMPARE(shown(found.layout), QStringLiteral("id:%1 url:%2 name:%3 sha256:%4")
                                          .arg(int(Role::None))
                                          .arg(int(Role::Url))
                                          .arg(int(Role::Name))
                                          .arg(int(Role::Digest)));
        QCOMPARE(found.rows.size(), 2);
        QCOMPARE(found.rows[1].join(u' '), QStringLiteral("2 http://b/ y -"));
    }

    void seesThatThereIsNoHeader()
    {
        const auto found = preview("1,http://a/\n2,http://b/\n", ListFormat::Csv);
        QVERIFY(!found.layout.header);
        QCOMPARE(shown(found.layout), QStringLiteral(":0 :1"));
        QCOMPARE(found.rows.size(), 2);
    }

    void findsLinksByContent()
    {
        const auto found = preview("a,b\nx,y\nz,http://a/\n", ListFormat::Csv);
        QVERIFY(found.layout.header);
        QCOMPARE(shown(found.layout), QStringLiteral("a:0 b:1"));
    }

    void showsTheFirstRowsOnly()
    {
        const auto found =
            preview("url\n" + QByteArray("http://a/\n").repeated(1000), ListFormat::Csv);
        QCOMPARE(found.rows.size(), 50);
    }

    void findsOutMembers()
    {
        const auto found =
            preview("[{\"a\": \"http://x/\", \"name\": \"n\"}, {\"b\": 2, \"a\": \"http://y/\"}]",
                    ListFormat::Json);
        QCOMPARE(shown(found.layout), QStringLiteral("a:1 name:%1 b:0").arg(int(Role::Name)));
        QCOMPARE(found.rows[0].join(u'|'), QStringLiteral("http://x/|n|"));
        QCOMPARE(found.rows[1].join(u'|'), QStringLiteral("http://y/||2"));
    }

    void oneColumnHoldsTheLinks()
    {
        const auto found =
            preview("{\"link\": \"http://x/\", \"url\": \"http://y/\"}", ListFormat::JsonLines);
        QCOMPARE(shown(found.layout), QStringLiteral("link:0 url:1"));
    }

    void aLayoutThatWasFoundChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ListFormat>("format");
        QTest::newRow("csv") << QByteArray("link,url,name\nhttp://x/,http://a/,n\n")
                             << ListFormat::Csv;
        QTest::newRow("no header") << QByteArray("x,http://a/\nurl,http://b/\n") << ListFormat::Csv;
        QTest::newRow("content") << QByteArray("name,x\nn,\nm,http://b/\n") << ListFormat::Csv;
        QTest::newRow("json")
            << QByteArray("[{\"link\": \"http://x/\", \"url\": \"http://a/\", \"size\": 1234},\n"
                          "{\"name\": \"n\", \"link\": \"http://y/\", \"url\": \"http://b/\"}]")
            << ListFormat::Json;
        QTest::newRow("json by content")
            << QByteArray("[{\"n\": \"1\", \"i\": \"http://a/\"}, {\"i\": \"http://b/\"}]")
            << ListFormat::Json;
    }
    void aLayoutThatWasFoundChangesNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(ListFormat, format);
        exchange::ReadOptions options;
        options.layout = preview(text, format).layout;
        const auto plain = joined(readText(text, format));
        QVERIFY(plain.contains(u"http://a/") || plain.contains(u"http://b/"));
        QCOMPARE(joined(readText(text, format, options)), plain);
        QCOMPARE(preview(text, format, options).layout, *options.layout);
    }

    void rolesAreObeyed()
    {
        exchange::ReadOptions options;
        options.layout = TableLayout{
            .columns = {{{}, Role::Url}, {{}, Role::Name}, {{}, Role::Url}, {{}, Role::None}},
            .header = false,
            .separator = '|'};
        QCOMPARE(joined(readText("http://a/|n|http://m/|sha256\n", ListFormat::Csv, options)),
                 QStringLiteral("1 http://a/ name=n mirror=http://m/"));
    }

    void anotherTablesLayoutCountsAsNone()
    {
        exchange::ReadOptions options;
        options.layout = TableLayout{.columns = {{"x", Role::Url}, {"url", Role::None}}};
        QCOMPARE(joined(readText("y,url\n1,http://a/\n", ListFormat::Csv, options)),
                 QStringLiteral("2 http://a/"));
    }

    void noLinkColumnIsAnError()
    {
        exchange::ReadOptions options;
        options.layout = TableLayout{.columns = {{"url", Role::None}}};
        QString error;
        QCOMPARE(readText("url\nhttp://a/\n", ListFormat::Csv, options, &error).size(), 0);
        QVERIFY2(error.contains(u"no column"), qPrintable(error));
    }

    void patternsAreShownWithoutExpandingThem()
    {
        const auto found = exchange::patternsIn("# [1-9]\nhttp://a/[001-100:5]/{x,y} name=n\n"
                                                "http://b/\nhttp://c/?a[0]=1\n"
                                                "http://d/[1-999999999]/[1-999999999]/[1-999]\n");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].line, 2);
        QCOMPARE(found[0].count, quint64(40));
        QCOMPARE(found[0].first, QStringLiteral("http://a/001/x"));
        QCOMPARE(found[0].last, QStringLiteral("http://a/096/y"));
        QCOMPARE(found[1].count, std::numeric_limits<quint64>::max());
    }
};

TRAWL_TEST(Guiless, TestTablePreview)

} // namespace tst_tablepreview

#include "tst_tablepreview.moc"
