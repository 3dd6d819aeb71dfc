// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recordorder.h"
#include "engine/recordtext.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <thread>

namespace tst_records {

using namespace trawl;
using namespace trawl::engine;

namespace {

QStringList texts(std::initializer_list<const char *> utf8)
{
    QStringList list;
    for (const auto *text : utf8)
        list << QString::fromUtf8(text);
    return list;
}

} // namespace

/// Records as the session has them: read without a tree, searched, sorted.
class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("none") << QByteArray("[]") << QStringList();
        QTest::newRow("kinds") << QByteArray("[\"a\",-1.5,true,null,[1,\"]\"],{\"x\":\"}\"}]")
                               << texts({"a", "-1.5", "true", "", "[1,\"]\"]", "{\"x\":\"}\"}"});
        QTest::newRow("escapes") << QByteArray("[\"a\\\"b\\\\\",\"\\u00fc\\n\\ud83d\\ude00\",\"\"]")
                                 << texts({"a\"b\\", "ü\n😀", ""});
        QTest::newRow("spaces") << QByteArray(" [ 1 , \"b\" ] ") << texts({"1", "b"});
        QTest::newRow("no end") << QByteArray("[\"a\",\"b") << texts({"a"});
        QTest::newRow("cut escape") << QByteArray("[\"a\\") << QStringList();
        QTest::newRow("no list") << QByteArray("x") << QStringList();
        QTest::newRow("nothing") << QByteArray() << QStringList();
    }
    void values()
    {
        QFETCH(QByteArray, record);
        QFETCH(QStringList, texts);
        RecordValues values(record);
        QStringList seen;
        for (auto value = values.next(); !value.isEmpty(); value = values.next())
            seen << textOf(value);
        QCOMPARE(seen, texts);
        for (int column = 0; column < texts.size(); ++column)
            QCOMPARE(textOf(valueAt(record, column)), texts[column]);
        QVERIFY(valueAt(record, int(texts.size())).isEmpty());
    }
    void readAsQtReadsIt()
    {
        for (int seed = 0; seed < 500; ++seed) {
            QString text;
            for (int i = 0; i < seed % 40; ++i)
                text += QChar(ushort((seed * 7919 + i * 104'729) % 0xd800));
            const auto json =
                QJsonDocument(QJsonArray{text, seed, text}).toJson(QJsonDocument::Compact);
            QCOMPARE(textOf(valueAt(json, 0)), text);
            QCOMPARE(textOf(valueAt(json, 2)), text);
        }
    }
    void aLongValueIsCut()
    {
        const QString text = QString::fromUtf8("aü😀\"").repeated(100);
        const auto json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        for (int most = 0; most < 40; ++most)
            QCOMPARE(textOf(valueAt(json, 0), most).size(), most);
        QCOMPARE(textOf(valueAt(json, 0), 10), text.first(10));
    }

    void searched_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("case") << "CAFÉ" << true;
        QTest::newRow("number") << "12.5" << true;
        QTest::newRow("within a list") << "red" << true;
        QTest::newRow("over two values") << "cup\",\"12" << false;
        QTest::newRow("what stands between") << "," << true; // in the list, as it is seen
        QTest::newRow("null is nothing") << "null" << false;
        QTest::newRow("quote") << "6\" wide" << true;
        QTest::newRow("escape of a newline") << "\\n" << false;
        QTest::newRow("backslash") << "c:\\x" << true;
        QTest::newRow("not there") << "tea" << false;
    }
    void searched()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        const auto json =
            QJsonDocument(QJsonArray{QString::fromUtf8("Café\ncup"), 12.5, QJsonValue(),
                                     QJsonArray::fromStringList(texts({"red", "blue"})),
                                     QStringLiteral("6\" wide"), QStringLiteral("C:\\x")})
                .toJson(QJsonDocument::Compact);
        QCOMPARE(RecordSearch(text).isIn(json), found);
    }

    void sorted_data()
    {
        QTest::addColumn<QList<QByteArray>>("values");
        QTest::addColumn<QList<int>>("up");
        QTest::addColumn<QList<int>>("down");
        using Values = QList<QByteArray>;
        using Rows = QList<int>;
        QTest::newRow("numbers") << Values{"2", "-10", "1e3", "0.5", "-0", "0"}
                                 << Rows{1, 4, 5, 3, 0, 2} << Rows{2, 0, 3, 4, 5, 1};
        QTest::newRow("texts") << Values{"\"b\"", "\"a\"", "\"B\"", "\"\"", "\"ab\""}
                               << Rows{3, 1, 4, 0, 2} << Rows{0, 2, 4, 1, 3};
        QTest::newRow("begin alike")
            << Values{"\"http://a.example/b/2\"", "\"http://a.example/b/10\"",
                      "\"http://a.example/b/1\"", "\"http://a.example/b/123456789\"",
                      "\"http://a.example/b/123456788\""}
            << Rows{2, 1, 4, 3, 0} << Rows{0, 3, 4, 1, 2};
        QTest::newRow("kinds") << Values{"null", "\"a\"", "5", "", "[1]", "true"}
                               << Rows{2, 4, 1, 5, 0, 3} << Rows{2, 5, 1, 4, 0, 3};
        QTest::newRow("escapes") << Values{"\"\\\"b\"", "\"a\"", "\"\\u00c9\"", "\"é\""}
                                 << Rows{0, 1, 2, 3} << Rows{2, 3, 1, 0};
    }
    void sorted()
    {
        QFETCH(QList<QByteArray>, values);
        const auto order = [&](bool descending) {
            RecordSorter sorter;
            for (int row = 0; row < values.size(); ++row)
                sorter.add({item::ItemId(1), row}, values[row]);
            const std::atomic_bool no = false;
            QList<int> rows;
            for (const auto &key : sorter.sorted(descending, no))
                rows << key.row;
            return rows;
        };
        QTEST(order(false), "up");
        QTEST(order(true), "down");
    }
    void givenUp()
    {
        RecordSorter sorter;
        for (int row = 0; row < 300'000; ++row)
            sorter.add({item::ItemId(1), row},
                       '"' + QByteArray::number(qint64(row) * 7919 % 300'007) + '"');
        // A thread that is late on a busy machine is given another go.
        QTRY_VERIFY([&sorter] {
            std::atomic_bool cancel = false;
            std::thread other([&cancel] {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                cancel = true;
            });
            const auto sorted = sorter.sorted(false, cancel);
            other.join();
            return sorted.isEmpty();
        }());
    }
};

TRAWL_TEST(Guiless, TestRecords)

} // namespace tst_records

#include "tst_records.moc"
