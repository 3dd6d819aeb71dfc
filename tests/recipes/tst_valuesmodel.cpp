// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/valuesmodel.h"

#include "recipes/partmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

namespace tst_valuesmodel {

using namespace trawl;
using namespace trawl::recipes;

class TestValuesModel : public QObject
{
    Q_OBJECT

    [[nodiscard]] static QString text(const ValuesModel &model, int row, int column)
    {
        return model.index(row, column).data(Qt::DisplayRole).toString();
    }

private Q_SLOTS:
    void pagesFollowEachOther()
    {
        ValuesModel model;
        QAbstractItemModelTester tester(&model);
        model.setFields({{QStringLiteral("name"), false}, {QStringLiteral("price"), true}});
        model.setPage(1, {QStringLiteral("/b"), {0, 1}, {R"(["Pot",2.5])"}, {}});
        model.setPage(0, {QStringLiteral("/a"), {0, 1}, {R"(["Cup",null])", R"(["Jug",1])"}, {}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(text(model, 0, 0), QStringLiteral("/a"));
        QCOMPARE(text(model, 1, 1), QStringLiteral("Jug"));
        QCOMPARE(text(model, 2, 2), QStringLiteral("2.5"));
        QCOMPARE(model.index(2, 0).data(ValuesModel::PageRole).toInt(), 1);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("price"));
        model.removePage(0);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(text(model, 0, 1), QStringLiteral("Pot"));
        model.setPage(0, {QStringLiteral("/b"), {0, 1}, {}, {}});
        QCOMPARE(model.rowCount(), 0);
    }
    void badValuesAreMarked()
    {
        ValuesModel model;
        model.setFields({{QStringLiteral("name"), false}, {QStringLiteral("price"), true}});
        model.setPage(0, {QStringLiteral("/a"),
                          {0, 1},
                          {R"([null,null])", R"(["x",null])", R"(["y",3])"},
                          {{1, 1, QStringLiteral("on request")}}});
        const auto bad = [&](int row, int column) {
            return model.index(row, column).data(ValuesModel::BadRole).toBool();
        };
        QVERIFY(!bad(0, 1)); // missing, but it may
        QVERIFY(bad(0, 2));  // missing, and it must not
        QVERIFY(bad(1, 2));
        QVERIFY(!bad(2, 2));
        QCOMPARE(text(model, 0, 1), QStringLiteral("missing"));
        QVERIFY(text(model, 1, 2).startsWith(QStringLiteral("on request")));
        QVERIFY(!model.index(1, 2).data(Qt::DecorationRole).isNull());
        QVERIFY(!model.index(1, 2).data(Qt::ToolTipRole).toString().isEmpty());
    }
    void columnsOfATrialAreThoseOfTheDraft()
    {
        ValuesModel model;
        model.setFields({{QStringLiteral("a"), false}, {QStringLiteral("b"), false}});
        model.setPage(0, {{}, {1}, {R"(["x"])", "no json", "[]"}, {{0, 0, QStringLiteral("l")}}});
        QCOMPARE(text(model, 0, 1), QStringLiteral("missing"));
        QVERIFY(text(model, 0, 2).startsWith(u'l'));
        QCOMPARE(text(model, 1, 2), QStringLiteral("missing"));
        model.setPage(0, {{}, {7}, {R"(["x"])"}, {{9, 9, {}}}}); // nothing of ours
        QCOMPARE(text(model, 0, 1), QStringLiteral("missing"));
    }
    void theCurrentRowStays()
    {
        ValuesModel model;
        model.setFields({{QStringLiteral("a"), false}});
        model.setPage(0, {{}, {0}, {R"(["1"])", R"(["2"])"}, {}});
        const QPersistentModelIndex current = model.index(1, 1);
        model.setPage(0, {{}, {0}, {R"(["3"])", R"(["4"])", R"(["5"])"}, {}});
        QVERIFY(current.isValid());
        QCOMPARE(current.data().toString(), QStringLiteral("4"));
        model.setFields({{QStringLiteral("b"), false}}); // another name is no other table
        QVERIFY(current.isValid());
    }
    void valuesAsText_data()
    {
        QTest::addColumn<item::Value>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << item::Value(QStringLiteral("a b")) << QStringLiteral("a b");
        QTest::newRow("number") << item::Value(0.1) << QStringLiteral("0.1");
        QTest::newRow("large") << item::Value(123456789012.0) << QStringLiteral("123456789012");
        QTest::newRow("flag") << item::Value(true) << QStringLiteral("true");
        QTest::newRow("list") << item::Value(QJsonArray{1, QStringLiteral("x")})
                              << QStringLiteral("[1,\"x\"]");
        QTest::newRow("object") << item::Value(QJsonObject{{QStringLiteral("k"), 1}})
                                << QStringLiteral("{\"k\":1}");
        QTest::newRow("nothing") << item::Value() << QString();
    }
    void valuesAsText()
    {
        QFETCH(item::Value, value);
        QFETCH(QString, text);
        QCOMPARE(valueText(value), text);
    }

    void partsKeepTheirPlace()
    {
        PartModel model({QStringLiteral("Field"), QStringLiteral("Found")});
        QAbstractItemModelTester tester(&model);
        model.setRows({{{QStringLiteral("a"), QStringLiteral("1")}, {}}, {{}, {}}});
        const QPersistentModelIndex first = model.index(0, 0);
        model.setRows({{{QStringLiteral("b")}, QStringLiteral("<b>wrong")}});
        QVERIFY(first.isValid());
        QCOMPARE(first.data().toString(), QStringLiteral("b"));
        QCOMPARE(first.data(Qt::ToolTipRole).toString(), QStringLiteral("<qt>&lt;b&gt;wrong</qt>"));
        QVERIFY(!first.sibling(0, 1).data(Qt::DecorationRole).isNull());
        QVERIFY(first.data(Qt::DecorationRole).isNull()); // names stand in line
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }
};

TRAWL_TEST(Gui, TestValuesModel)

} // namespace tst_valuesmodel

#include "tst_valuesmodel.moc"
