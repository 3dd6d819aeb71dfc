// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsonpath.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

namespace tst_jsonpath {

using namespace trawl::extract;
using namespace std::chrono_literals;

namespace {

QJsonValue json(const QString &text)
{
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QStringLiteral("[%1]").arg(text).toUtf8(), &error);
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return document.array().at(0);
}

QString text(const QList<QJsonValue> &values)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(value);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString selected(const QString &path, const QJsonValue &document)
{
    const auto compiled = JsonPath::compile(path);
    if (!compiled)
        return QStringLiteral("error: ") + compiled.error();
    Effort effort;
    const auto values = compiled->select(document, effort);
    return values ? text(*values) : QStringLiteral("exceeded: ") + values.error();
}

/// Rows of: document, path, what is expected, as JSON.
struct Row
{
    const char *document;
    const char *path;
    const char *expected;
};

const char *const store = R"({"store":{"book":[
 {"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95},
 {"category":"fiction","author":"Evelyn Waugh","title":"Sword of Honour","price":12.99},
 {"category":"fiction","author":"Herman Melville","title":"Moby Dick","isbn":"0-553-21311-3",
  "price":8.99},
 {"category":"fiction","author":"J. R. R. Tolkien","title":"The Lord of the Rings",
  "isbn":"0-395-19395-8","price":22.99}],
 "bicycle":{"color":"red","price":399}}})";
const char *const filters = R"({"a":[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],
 "o":{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}},"e":"f"})";
const char *const comparing = R"({"obj":{"x":"y"},"arr":[2,3]})";
const char *const letters = R"(["a","b","c","d","e","f","g"])";
const char *const objects = R"({"o":{"j":1,"k":2},"a":[5,3]})";
const char *const nested = R"({"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]})";
const char *const nulls = R"({"a":null,"b":[null],"c":[{}],"null":1})";

/// The examples of RFC 9535's tables, with members in the order of their names.
const Row tables[] = {
    // 1.5, table 2
    {store, "$.store.book[*].author",
     R"(["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"])"},
    {store, "$..author", R"(["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"])"},
    {store, "$.store..price", "[399,8.95,12.99,8.99,22.99]"},
    {store, "$..book[2].author", R"(["Herman Melville"])"},
    {store, "$..book[2].publisher", "[]"},
    {store, "$..book[-1].title", R"(["The Lord of the Rings"])"},
    {store, "$..book[0,1].price", "[8.95,12.99]"},
    {store, "$..book[:2].price", "[8.95,12.99]"},
    {store, "$..book[?@.isbn].price", "[8.99,22.99]"},
    {store, "$..book[?@.price<10].title", R"(["Sayings of the Century","Moby Dick"])"},
    // 2.2.3
    {R"({"k":"v"})", "$", R"([{"k":"v"}])"},
    // 2.3.1.3
    {R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})", "$.o['j j']", R"([{"k.k":3}])"},
    {R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})", "$.o['j j']['k.k']", "[3]"},
    {R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})", R"($.o["j j"]["k.k"])", "[3]"},
    {R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})", R"($["'"]["@"])", "[2]"},
    // 2.3.2.3
    {objects, "$[*]", R"([[5,3],{"j":1,"k":2}])"},
    {objects, "$.o[*]", "[1,2]"},
    {objects, "$.o[*, *]", "[1,2,1,2]"},
    {objects, "$.a[*]", "[5,3]"},
    // 2.3.3.3
    {R"(["a","b"])", "$[1]", R"(["b"])"},
    {R"(["a","b"])", "$[-2]", R"(["a"])"},
    // 2.3.4.3
    {letters, "$[1:3]", R"(["b","c"])"},
    {letters, "$[5:]", R"(["f","g"])"},
    {letters, "$[1:5:2]", R"(["b","d"])"},
    {letters, "$[5:1:-2]", R"(["f","d"])"},
    {letters, "$[::-1]", R"(["g","f","e","d","c","b","a"])"},
    // 2.3.5.3, table 12
    {filters, "$.a[?@.b == 'kilo']", R"([{"b":"kilo"}])"},
    {filters, "$.a[?(@.b == 'kilo')]", R"([{"b":"kilo"}])"},
    {filters, "$.a[?@>3.5]", "[5,4,6]"},
    {filters, "$.a[?@.b]", R"([{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}])"},
    {filters, "$[?@.*]",
     R"([[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],)"
     R"({"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}])"},
    {filters, "$[?@[?@.b]]", R"([[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]])"},
    {filters, "$.o[?@<3, ?@<3]", "[1,2,1,2]"},
    {filters, "$.a[?@<2 || @.b == \"k\"]", R"([1,{"b":"k"}])"},
    {filters, "$.a[?match(@.b, \"[jk]\")]", R"([{"b":"j"},{"b":"k"}])"},
    {filters, "$.a[?search(@.b, \"[jk]\")]", R"([{"b":"j"},{"b":"k"},{"b":"kilo"}])"},
    {filters, "$.o[?@>1 && @<4]", "[2,3]"},
    {filters, "$.o[?@.u || @.x]", R"([{"u":6}])"},
    {filters, "$.a[?@.b == $.x]", "[3,5,1,2,4,6]"},
    {filters, "$.a[?@ == @]", R"([3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}])"},
    // 2.5.1.3
    {letters, "$[0, 3]", R"(["a","d"])"},
    {letters, "$[0:2, 5]", R"(["a","b","f"])"},
    {letters, "$[0, 0]", R"(["a","a"])"},
    // 2.5.2.3
    {nested, "$..j", "[4,1]"},
    {nested, "$..[0]", R"([5,{"j":4}])"},
    {nested, "$..[*]",
     R"([[5,3,[{"j":4},{"k":6}]],{"j":1,"k":2},5,3,[{"j":4},{"k":6}],)"
     R"({"j":4},{"k":6},4,6,1,2])"},
    {nested, "$..o", R"([{"j":1,"k":2}])"},
    {nested, "$.o..[*, *]", "[1,2,1,2]"},
    {nested, "$.a..[0, 1]", R"([5,3,{"j":4},{"k":6}])"},
    // 2.6.1
    {nulls, "$.a", "[null]"},
    {nulls, "$.a[0]", "[]"},
    {nulls, "$.a.d", "[]"},
    {nulls, "$.b[0]", "[null]"},
    {nulls, "$.b[*]", "[null]"},
    {nulls, "$.b[?@]", "[null]"},
    {nulls, "$.b[?@==null]", "[null]"},
    {nulls, "$.c[?@.d==null]", "[]"},
    {nulls, "$.null", "[1]"},
};

/// Comparisons (2.3.5.3, table 11, and more): true or false.
const Row comparisons[] = {
    {comparing, "$.absent1 == $.absent2", "true"},
    {comparing, "$.absent1 <= $.absent2", "true"},
    {comparing, "$.absent == 'g'", "false"},
    {comparing, "$.absent1 != $.absent2", "false"},
    {comparing, "$.absent != 'g'", "true"},
    {comparing, "1 <= 2", "true"},
    {comparing, "1 > 2", "false"},
    {comparing, "13 == '13'", "false"},
    {comparing, "'a' <= 'b'", "true"},
    {comparing, "'a' > 'b'", "false"},
    {comparing, "$.obj == $.arr", "false"},
    {comparing, "$.obj != $.arr", "true"},
    {comparing, "$.obj == $.obj", "true"},
    {comparing, "$.obj != $.obj", "false"},
    {comparing, "$.arr == $.arr", "true"},
    {comparing, "$.arr != $.arr", "false"},
    {comparing, "$.obj == 17", "false"},
    {comparing, "$.obj != 17", "true"},
    {comparing, "$.obj <= $.arr", "false"},
    {comparing, "$.obj < $.arr", "false"},
    {comparing, "$.obj <= $.obj", "true"},
    {comparing, "$.arr <= $.arr", "true"},
    {comparing, "1 <= $.arr", "false"},
    {comparing, "1 >= $.arr", "false"},
    {comparing, "1 > $.arr", "false"},
    {comparing, "1 < $.arr", "false"},
    {comparing, "true <= true", "true"},
    {comparing, "true > true", "false"},
    {comparing, "true >= false", "false"},
    {comparing, "null <= null", "true"},
    {"{}", "1 == 1.0", "true"},
    {"{}", "-0 == 0", "true"},
    {"{}", "1e2 == 100", "true"},
    {"{}", "1E+2 == 100.0", "true"},
    {"{}", "1.5e-1 < 0.2", "true"},
    {R"({"a":[1,{"b":2.0}],"c":[1.0,{"b":2}]})", "$.a == $.c", "true"},
    {R"({"a":[1,{"b":2}],"c":[1,{"d":2}]})", "$.a == $.c", "false"},
    {R"({"a":[1,2],"c":[1]})", "$.a == $.c", "false"},
    {R"({"a":{"x":1,"y":2},"c":{"y":2,"x":1}})", "$.a == $.c", "true"},
    {R"({"a":9007199254740993,"b":9007199254740992})", "$.a == $.b", "false"},
    {R"({"a":9007199254740993,"b":9007199254740992})", "$.a > $.b", "true"},
    {"{}", R"('\uD83D\uDE00' > '\uFFFD')", "true"}, // by scalar value, not by UTF-16 unit
    {"{}", R"('\uE000' < '\uD800\uDC00')", "true"},
    {"{}", "'a' < 'ab'", "true"},
    {"{}", "'' < 'a'", "true"},
    {"{}", "'a' < 'a'", "false"},
    {"{}", "!(1 == 2)", "true"},
    {"{}", "1 == 1 || 1 == 2 && 1 == 2", "true"},
    {"{}", "(1 == 1 || 1 == 2) && 1 == 2", "false"},
    {"{}", "!$.a && !$..b", "true"},
    {R"({"a":"😀é"})", "length($.a) == 2", "true"},
    {R"({"a":[1,2,3]})", "length($.a) == 3", "true"},
    {R"({"a":{"b":1}})", "length($.a) == 1", "true"},
    {R"({"a":1})", "length($.a) == $.nothing", "true"},
    {"{}", "length($.a) == 0", "false"},
    {R"({"a":[[1,2],[3]]})", "count($.a[*][*]) == 3", "true"},
    {R"({"a":[]})", "count($.a[*]) == 0", "true"},
    {R"({"a":{"c":5}})", "value($..c) == 5", "true"},
    {R"({"a":{"c":5},"b":{"c":5}})", "value($..c) == $.nothing", "true"},
    {R"({"a":"ab","r":"a."})", "match($.a, $.r)", "true"},
    {R"({"a":"xab","r":"a."})", "match($.a, $.r)", "false"},
    {R"({"a":"xab","r":"a."})", "search($.a, $.r)", "true"},
    {R"({"a":"xab","r":"("})", "search($.a, $.r)", "false"},
    {R"({"a":1,"r":"."})", "search($.a, $.r)", "false"},
    {R"({"a":"ab","r":1})", "search($.a, $.r)", "false"},
    {R"({"a":["ab"]})", "match(value($.a[0]), 'a' )", "false"},
};

const Row more[] = {
    {R"({"a":{"b":1},"ü":2})", "$ .a\n[ 'b' ]", "[1]"},
    {R"({"a":{"b":1},"ü":2})", "$.ü", "[2]"},
    {R"({"😀":2})", "$.😀", "[2]"},
    {R"({"😀":2})", R"($['\uD83D\uDE00'])", "[2]"},
    {R"({"a'\"/\n":2})", R"($['a\'"\/\n'])", "[2]"},
    {R"({"a'\"/\n":2})", R"($["a'\"/\u000a"])", "[2]"},
    {R"({"_1":2})", "$._1", "[2]"},
    {R"({"a":1})", "$[0]", "[]"},
    {"[1]", "$['a']", "[]"},
    {"[1]", "$.length", "[]"},
    {"5", "$..*", "[]"},
    {"[0,1,2]", "$[9007199254740991]", "[]"},
    {"[0,1,2]", "$[-9007199254740991:9007199254740991]", "[0,1,2]"},
    {"[0,1,2]", "$[::9007199254740991]", "[0]"},
    {"[0,1,2]", "$[::-9007199254740991]", "[2]"},
    {"[0,1,2]", "$[::0]", "[]"},
    {"[0,1,2]", "$[ 1 : 3 : 1 ]", "[1,2]"},
    {"[0,1,2]", "$[-1:]", "[2]"},
    {"[0,1,2]", "$[:-1]", "[0,1]"},
    {"[0,1,2]", "$[-5:2]", "[0,1]"},
    {"[0,1,2]", "$[2:0]", "[]"},
    {"[0,1,2]", "$[:0:-1]", "[2,1]"},
    {"[0,1,2]", "$[0:2:-1]", "[]"},
    {"[0,1,2]", "$[-1:-3:-1]", "[2,1]"},
    {"[0,1,2]", "$[-9::-1]", "[]"},
    {"[0,1,2]", "$[9:-9:-2]", "[2,0]"},
    {"[0,1,2]", "$[?@>0][0]", "[]"},
    {"[[1],[2,3]]", "$[*][0]", "[1,2]"},
    {"[[1],[2,3]]", "$[?count(@.*)>1]", "[[2,3]]"},
    {"[[1],[2,3]]", "$[?length(@)==1]", "[[1]]"},
    {R"(["a\nb","a.b","axb"])", "$[?match(@,'a.b')]", R"(["a.b","axb"])"},
    {R"(["a\nb","a.b","axb"])", R"($[?match(@,'a\\.b')])", R"(["a.b"])"},
    {R"(["ab","AB","a1"])", R"($[?match(@,'\\p{Lu}+')])", R"(["AB"])"},
    {R"(["ab","AB","a1"])", R"($[?match(@,'[^a-z]+|[a-z]\\d')])", R"(["AB","a1"])"},
    {R"(["a","aa","aaa"])", "$[?match(@,'a{2,3}')]", R"(["aa","aaa"])"},
    {R"(["a","b\na"])", "$[?search(@,'^a')]", R"(["a"])"},
    {R"(["a\n"])", "$[?search(@,'a$')]", "[]"},
    {R"(["a-b","a]b","a^b"])", R"($[?match(@,'a[-\\]^]b')])", R"(["a-b","a]b","a^b"])"},
    {R"({"a":{"b":[1,2]}})", "a.b[1]", "[2]"}, // the "$" left out
    {R"({"a":{"b":[1,2]}})", ".a.b[1]", "[2]"},
    {R"({"a":{"b":[1,2]}})", "..b", "[[1,2]]"},
    {R"([5])", "[0]", "[5]"},
    {R"([5])", "*", "[5]"},
};

struct Refusal
{
    const char *path;
    const char *what; ///< part of the error
};

const Refusal refusals[] = {
    {"", "begins with $ (character 1)"},
    {" $", "begins with $"},
    {"@.a", "begins with $"},
    {"$ ", "unexpected here (character 2)"},
    {"$.", "a name or * is missing (character 3)"},
    {"$..", "a name or *"},
    {"$...a", "a name or *"},
    {"$. a", "a name or *"},
    {"$.. a", "a name or *"},
    {"$.a b", "unexpected"},
    {"$.1", "a name or *"},
    {"a.1", "a name or * is missing (character 3)"},
    {"$[", "name in quotes"},
    {"$[]", "name in quotes"},
    {"$[a]", "name in quotes"},
    {"$[0", "] is missing"},
    {"$[0,]", "name in quotes"},
    {"$[01]", "leading zero"},
    {"$[-0]", "-0"},
    {"$[-01]", "leading zero"},
    {"$[-]", "digit is missing"},
    {"$[1.0]", "] is missing"},
    {"$[1e1]", "] is missing"},
    {"$[9007199254740992]", "too large"},
    {"$[-9007199254740992]", "too large"},
    {"$[99999999999999999999]", "too large"},
    {"$[1:2:3:4]", "] is missing"},
    {"$[:01]", "leading zero"},
    {"$[::-0]", "-0"},
    {"$['a", "not closed (character 3)"},
    {"$['a\"]", "not closed"},
    {"$['\n']", "control character"},
    {"$['\\\"']", "unknown escape"},
    {"$[\"\\'\"]", "unknown escape"},
    {"$['\\x']", "unknown escape"},
    {"$['\\u12']", "hexadecimal"},
    {"$['\\uD800']", "surrogate"},
    {"$['\\uDC00']", "surrogate"},
    {"$['\\uD800\\u0041']", "surrogate"},
    {"$[?]", "missing"},
    {"$[?1]", "literal"},
    {"$[?true]", "literal"},
    {"$[?'a' == 'b' || 'c']", "literal"},
    {"$[?@.a = 1]", "] is missing"},
    {"$[?@.a == ]", "is missing"},
    {"$[?@.a === 1]", "missing"},
    {"$[?@.* == 1]", "more than one value (character 4)"},
    {"$[?@..a == 1]", "more than one value"},
    {"$[?@['a','b'] == 1]", "more than one value"},
    {"$[?@[0:1] == 1]", "more than one value"},
    {"$[?1 == @.*]", "more than one value (character 9)"},
    {"$[?!@.a == 1]", "] is missing"},
    {"$[?(@.a) == 1]", "] is missing"},
    {"$[?@.a == (1)]", "missing"},
    {"$[?(@.a]", ") is missing"},
    {"$[?@.a && ]", "missing"},
    {"$[?@.a & @.b]", "] is missing"},
    {"$[?@.a == 01]", "leading zero"},
    {"$[?@.a == 1.]", "digit is missing"},
    {"$[?@.a == .1]", "missing"},
    {"$[?@.a == 1e]", "digit is missing"},
    {"$[?@.a == +1]", "missing"},
    {"$[?@.a == True]", "missing"},
    {"$[?@.a == TRUE]", "missing"},
    {"$[?@.a == [1]]", "missing"},
    {"$[?size(@) == 1]", "no such function"},
    {"$[?length (@) == 1]", "missing"},
    {"$[?length(@)]", "must be compared"},
    {"$[?count(@.*)]", "must be compared"},
    {"$[?value(@.a)]", "must be compared"},
    {"$[?length(@.*) == 1]", "more than one value"},
    {"$[?length() == 1]", "takes 1 argument"},
    {"$[?length(@,@) == 1]", "takes 1 argument"},
    {"$[?length(@,) == 1]", "argument is missing"},
    {"$[?count(1) == 1]", "takes a path"},
    {"$[?count(length(@)) == 1]", "takes a path"},
    {"$[?match(@.a, 'x') == true]", "no value to compare"},
    {"$[?match(@.a)]", "takes 2 argument"},
    {"$[?match(@.*, 'x')]", "more than one value"},
    {"$[?length(match(@, 'x')) == 1]", "no value to compare"},
    {"$[?match(@, '(')]", "a ) is missing"},
    {"$[?match(@, '(?i)a')]", "nothing to repeat"},
    {"$[?match(@, 'a**')]", "nothing to repeat"},
    {"$[?match(@, 'a*?')]", "nothing to repeat"},
    {"$[?match(@, 'a{1')]", "} is missing"},
    {"$[?match(@, 'a{,2}')]", "number is missing"},
    {"$[?match(@, '[]')]", "wants a"},
    {"$[?match(@, '[a')]", "] is missing"},
    {"$[?match(@, '[a-')]", "no range (its character 3)"},
    {"$[?match(@, '[a\\\\')]", "nothing behind"},
    {"$[?match(@, '[z-a]')]", "out of order"},
    {"$[?match(@, '\\\\b')]", "unknown"},
    {"$[?match(@, '\\\\1')]", "unknown"},
    {"$[?match(@, '\\\\p{Xx}')]", "category"},
    {"$[?match(@, '\\\\p{}')]", "category"},
    {"$[?match(@, '\\\\pL')]", "missing"},
};

} // namespace

} // namespace tst_jsonpath

// Again, because moc 6.4 loses a namespace in which some raw strings stand.
namespace tst_jsonpath {

class TestJsonPath : public QObject
{
    Q_OBJECT

private:
    template <std::size_t N> static void addRows(const Row (&rows)[N])
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        for (const auto &row : rows) {
            QTest::addRow("%s", row.path)
                << QString::fromUtf8(row.document) << QString::fromUtf8(row.path)
                << QString::fromUtf8(row.expected);
        }
    }

    static void check()
    {
        QFETCH(QString, document);
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const auto values = json(expected).toArray();
        QCOMPARE(selected(path, json(document)), text({values.begin(), values.end()}));
    }

private Q_SLOTS:
    void examplesOfTheRfc_data() { addRows(tables); }
    void examplesOfTheRfc() { check(); }
    void compares_data() { addRows(comparisons); }
    void compares()
    {
        QFETCH(QString, document);
        QFETCH(QString, path);
        QFETCH(QString, expected);
        auto root = json(document).toObject();
        root.insert(QStringLiteral("zz"), QJsonArray{7});
        QCOMPARE(selected(QStringLiteral("$.zz[?%1]").arg(path), root),
                 expected == QStringLiteral("true") ? QStringLiteral("[7]") : QStringLiteral("[]"));
    }

    void selects_data() { addRows(more); }
    void selects() { check(); }

    void slicesAsPython()
    {
        // Every start, end and step against a second way to say the rule.
        const QJsonArray array{0, 1, 2, 3, 4};
        for (int start = -7; start <= 7; ++start) {
            for (int end = -7; end <= 7; ++end) {
                for (const int step : {-3, -2, -1, 1, 2, 3}) {
                    QList<QJsonValue> expected;
                    const int from = start < 0 ? start + 5 : start;
                    const int to = end < 0 ? end + 5 : end;
                    for (int i = step > 0 ? std::max(from, 0) : std::min(from, 4);
                         step > 0 ? i < std::min(to, 5) : i > std::max(to, -1); i += step)
                        expected.append(i);
                    const QString path =
                        QStringLiteral("$[%1:%2:%3]").arg(start).arg(end).arg(step);
                    QCOMPARE(selected(path, array), text(expected));
                }
            }
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("what");
        for (const auto &row : refusals)
            QTest::addRow("%s", row.path)
                << QString::fromUtf8(row.path) << QString::fromUtf8(row.what);
        QTest::newRow("too long") << (u'$' + QStringLiteral(".a").repeated(10'001))
                                  << QStringLiteral("longer than");
        QTest::newRow("too deep, parentheses")
            << (QStringLiteral("$[?") + QString(5'000, u'(')) << QStringLiteral("too deep");
        QTest::newRow("too deep, filters")
            << (u'$' + QStringLiteral("[?@").repeated(3'000)) << QStringLiteral("too deep");
        QTest::newRow("too deep, functions")
            << (QStringLiteral("$[?") + QStringLiteral("length(").repeated(2'000))
            << QStringLiteral("too deep");
        QTest::newRow("half of a pair")
            << (QStringLiteral("$.a") + QChar(0xd800)) << QStringLiteral("surrogate");
    }

    void refuses()
    {
        QFETCH(QString, path);
        QFETCH(QString, what);
        const auto compiled = JsonPath::compile(path);
        QVERIFY(!compiled);
        QVERIFY2(compiled.error().contains(what), qPrintable(compiled.error()));
        QVERIFY(compiled.error().size() < 200);
    }

    void isBounded_data()
    {
        QTest::addColumn<QString>("path");
        const auto row = [](const char *path) { QTest::newRow(path) << QString::fromLatin1(path); };
        const QByteArray stars = "[*" + QByteArray(",*").repeated(20) + ']';
        row(QByteArray('$' + stars + stars).constData()); // more nodes than allowed
        row("$[?$[?$[?$[?$[?@ == 3]]]]]");                // few nodes, many steps
        row("$[?count($..*) == 1]");
        row("$[?@ == $ || $ == $]");
        row("$..[?search(@, '(a+)+$')]");
    }

    void isBounded()
    {
        QFETCH(QString, path);
        QJsonArray row;
        for (int i = 0; i < 3'000; ++i)
            row.append(QJsonArray{i, QString(40, u'a') + u'b'});
        Effort effort(500ms);
        const auto compiled = JsonPath::compile(path);
        QVERIFY(compiled);
        QVERIFY(!compiled->select(row, effort));
    }

    void deepDocuments()
    {
        QByteArray bytes = QByteArray(1'000, '[') + QByteArray(1'000, ']');
        const auto document = QJsonDocument::fromJson(bytes).array();
        QVERIFY(!document.isEmpty());
        const auto all = JsonPath::compile(u"$..*");
        Effort effort;
        QCOMPARE(all->select(document, effort)->size(), 999);
        QCOMPARE(JsonPath::compile(u"$[?@ == $[0]]")->select(document, effort)->size(), 1);
        QVERIFY(!effort.isSpent());
    }

    void aSpentEffortGivesNothing()
    {
        Effort effort(0ns);
        QVERIFY(!JsonPath::compile(u"$")->select(QJsonArray{1}, effort));
    }

    void takesAnything()
    {
        static const char *const pieces[] = {"$",      "@",    ".",       "..",     "*",
                                             "[",      "]",    "'a'",     "\"b\"",  "0",
                                             "-1",     ":",    ",",       "?",      "(",
                                             ")",      "!",    "==",      "<=",     "&&",
                                             "||",     " ",    "a",       "b",      "1.5",
                                             "e",      "true", "length(", "count(", "match(",
                                             "value(", "\\",   "'",       "'[a-'",  "é"};
        const auto document = json(QString::fromUtf8(store));
        QRandomGenerator random(9);
        int good = 0;
        for (int i = 0; i < 50'000; ++i) {
            QString path = QStringLiteral("$");
            for (auto n = random.bounded(10); n > 0; --n)
                path += QString::fromUtf8(pieces[random.bounded(int(std::size(pieces)))]);
            const auto compiled = JsonPath::compile(path);
            if (!compiled)
                continue;
            ++good;
            Effort effort;
            QVERIFY2(compiled->select(document, effort), qPrintable(path));
        }
        QVERIFY(good > 500);
    }
};

TRAWL_TEST(Appless, TestJsonPath)

} // namespace tst_jsonpath

#include "tst_jsonpath.moc"
