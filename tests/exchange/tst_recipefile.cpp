// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipefile.h"
#include "exchange/recipetext.h"
#include "exchange/toml.h"
#include "item/recipejson.h"
#include "item/wrongrecipes.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_recipefile {

using namespace trawl;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every key there is, in TOML.
QByteArray full()
{
    return contents(QStringLiteral(TRAWL_RESOURCES "/../tests/exchange/full-recipe.toml"));
}

QString write(const QTemporaryDir &dir, const char *name, const QByteArray &text)
{
    const auto path = dir.filePath(QString::fromLatin1(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

QStringList examples()
{
    const QDir dir(QStringLiteral(TRAWL_RESOURCES "/recipes"));
    QStringList paths;
    for (const auto &name : dir.entryList({QStringLiteral("*.toml"), QStringLiteral("*.json")}))
        paths.append(dir.filePath(name));
    return paths;
}

QJsonObject objectOf(const QString &path)
{
    const auto text = contents(path);
    if (path.endsWith(u".json"))
        return QJsonDocument::fromJson(text).object();
    return exchange::tomlObject(text).value_or(QJsonObject());
}

/// The schema's verdicts on instances by an independent program; empty if it is not there.
QString verdicts(const QJsonArray &instances)
{
    static const auto program =
        QStringLiteral("import json, sys\n"
                       "from jsonschema import Draft202012Validator as Validator\n"
                       "schema = json.load(open(sys.argv[1]))\n"
                       "Validator.check_schema(schema)\n"
                       "check = Validator(schema).is_valid\n"
                       "print(''.join('y' if check(i) else 'n' for i in json.load(sys.stdin)))\n");
    QProcess python;
    python.start(
        QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-c"), program, QStringLiteral(TRAWL_RESOURCES "/recipe.schema.json")});
    python.write(QJsonDocument(instances).toJson());
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QString::fromLatin1(python.readAllStandardOutput()).trimmed();
}

bool hasJsonSchema()
{
    return QProcess::execute(QStringLiteral("/usr/bin/python3"),
                             {QStringLiteral("-c"), QStringLiteral("import jsonschema")}) == 0;
}

/// All objects that come of one by giving one key at any depth a name that nobody knows.
QJsonArray misspelt(const QJsonValue &value)
{
    QJsonArray all;
    if (value.isArray()) {
        const auto array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            for (const auto &entry : misspelt(array[i])) {
                auto copy = array;
                copy[i] = entry;
                all.append(copy);
            }
        }
    }
    const auto object = value.toObject();
    for (const auto &key : object.keys()) {
        auto copy = object;
        copy.remove(key);
        copy.insert(key + u'_', object[key]);
        all.append(copy);
        for (const auto &entry : misspelt(object[key])) {
            copy = object;
            copy[key] = entry;
            all.append(copy);
        }
    }
    return all;
}

/// The names under "properties", at any depth of the schema.
QStringList schemaKeys(const QJsonValue &schema)
{
    QStringList keys;
    for (const auto &entry : schema.toArray())
        keys += schemaKeys(entry);
    const auto object = schema.toObject();
    for (const auto &key : object.keys()) {
        if (key == u"properties")
            keys += object[key].toObject().keys();
        keys += schemaKeys(object[key]);
    }
    return keys;
}

} // namespace

class TestRecipeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyOfToml()
    {
        const auto recipe = exchange::recipeFromText(full(), false);
        QVERIFY2(recipe, qPrintable(recipe ? QString() : recipe.error()));
        QCOMPARE(recipe->tree, item::Tree::Fast);
        QCOMPARE(recipe->maxPageBytes, 8 << 20);
        QCOMPARE(recipe->crawl.depth, 2);
        QCOMPARE(recipe->crawl.deny, QStringList{QStringLiteral("b")});
        QCOMPARE(recipe->crawl.maxPages, 9);
        QVERIFY(!recipe->crawl.robots && recipe->crawl.sortQuery);
        QCOMPARE(recipe->pages.size(), 2);
        QCOMPARE(recipe->pages[0].follow.size(), 2);
        QVERIFY(recipe->pages[0].follow[1].next);
        QCOMPARE(recipe->pages[0].fields[1].steps.size(), 10);
        QCOMPARE(recipe->pages[0].save, std::optional(false));
    }
    void columnsKeepTheOrderOfTheText()
    {
        QCOMPARE(exchange::recipeFromText(full(), false)->columns(),
                 QStringList(
                     {QStringLiteral("zulu"), QStringLiteral("alpha"), QStringLiteral("other")}));
        const QByteArray text = "fields.d = 'x'\n[fields.c]\nselect='x'\n[fields.a]\nselect='x'\n";
        const auto recipe = exchange::recipeFromText(text, false);
        QVERIFY2(recipe, qPrintable(recipe ? QString() : recipe.error()));
        QCOMPARE(recipe->columns().join(u' '), QStringLiteral("d c a"));
        const auto line =
            exchange::recipeFromText("fields = { z = 'x', y = 'x', \"b c\" = 'x' }", false);
        QCOMPARE(line->columns().join(u' '), QStringLiteral("z y b c"));
    }
    void examplesAreGood()
    {
        const auto paths = examples();
        QVERIFY(paths.size() >= 3);
        for (const auto &path : paths) {
            const auto recipe = exchange::readRecipe(path);
            QVERIFY2(recipe, qPrintable(path + (recipe ? QString() : recipe.error())));
            QVERIFY(*item::recipeFromJson(item::toJson(*recipe)) == *recipe);
        }
        const auto reports =
            exchange::readRecipe(QStringLiteral(TRAWL_RESOURCES "/recipes/reports.toml"));
        QCOMPARE(reports->pages.size(), 3);
        QCOMPARE(reports->columns().join(u' '), QStringLiteral("year title summary language"));
    }
    void examplesOfTheReadme()
    {
        const auto readme = contents(QStringLiteral(TRAWL_RESOURCES "/../README.md"));
        const auto blocks = QString::fromUtf8(readme).split(QStringLiteral("```"));
        int count = 0;
        for (qsizetype i = 1; i < blocks.size(); i += 2) {
            if (!blocks[i].startsWith(u"toml\n"))
                continue;
            const auto recipe = exchange::recipeFromText(blocks[i].sliced(5).toUtf8(), false);
            QVERIFY2(recipe, qPrintable(blocks[i] + (recipe ? QString() : recipe.error())));
            ++count;
        }
        QVERIFY(count >= 2);
    }
    void schemaAgrees()
    {
        if (!hasJsonSchema())
            QSKIP("python3-jsonschema is not here");
        QJsonArray instances;
        QString expected;
        const auto add = [&](const QJsonObject &object, bool isGood) {
            instances.append(object);
            expected += isGood ? u'y' : u'n';
        };
        for (const auto &path : examples())
            add(objectOf(path), true);
        const auto all = *exchange::tomlObject(full());
        add(all, true);
        for (const auto &entry : misspelt(all)) {
            QVERIFY2(!item::recipeFromObject(entry.toObject()),
                     QJsonDocument(entry.toObject()).toJson());
            add(entry.toObject(), false);
        }
        for (const auto &wrong : wrongRecipes) {
            if (wrong.isForSchema)
                add(QJsonDocument::fromJson(wrong.json).object(), false);
        }
        QVERIFY(instances.size() > 80);
        const auto given = verdicts(instances);
        QCOMPARE(given.size(), expected.size());
        for (qsizetype i = 0; i < given.size(); ++i)
            QVERIFY2(given[i] == expected[i], QJsonDocument(instances[i].toObject()).toJson());
    }
    void schemaHasNoKeyOfItsOwn()
    {
        const auto keys =
            schemaKeys(objectOf(QStringLiteral(TRAWL_RESOURCES "/recipe.schema.json")));
        QVERIFY(keys.size() > 30);
        for (const auto &key : keys)
            QVERIFY2(full().contains(key.toUtf8()), qPrintable(key));
    }
    void errors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isJson");
        QTest::addColumn<QString>("beginning");
        const auto row = [](const char *title, const QByteArray &text, bool isJson,
                            const char *beginning) {
            QTest::newRow(title) << text << isJson << QString::fromLatin1(beginning);
        };
        row("TOML syntax", "save = true\nrows = \n", false, "line 2, column 8: ");
        row("TOML key twice", "save = true\nsave = true\n", false, "line 2, ");
        row("not UTF-8", "rows = \"\xff\"", false, "line 1, ");
        row("NUL", QByteArray("rows = \"\0\"", 10), false, "line 1, ");
        row("deep", "x = " + QByteArray(100'000, '['), false, "line 1, ");
        row("deep tables", "x = " + QByteArray("{a=").repeated(50'000), false, "line 1, ");
        row("empty", "", false, "nothing to do");
        row("a field that is none", "fields.a = 1\nfields.b = 'x'", false, "fields.a: ");
        row("a name in the table", "fields.a = { name = 'b', select = 'c' }", false,
            "fields.a: unknown key \"name\"");
        row("a date", "fields.a = { select = 'c', steps = [{ default = 2026-01-01 }] }", false,
            "fields.a.steps[0].default: a text in quotes");
        row("infinite", "[crawl]\ndepth = inf\n[fields]\na='b'", false, "crawl.depth: a whole");
        row("no number", "max_page_size = nan\nsave = true", false, "max_page_size: ");
        row("page is no list", "[page]\nname = 'x'", false, "page: a list is needed");
        row("page of numbers", "page = [1]", false, "page[0]: a table is needed");
        row("in a page", "[[page]]\n[page.fields]\na = { select = 'b', stesp = [] }", false,
            "page[0].fields.a: unknown key \"stesp\"");
        row("JSON syntax", "{\n \"rows\": x }", true, "line 2, column 10: ");
        row("JSON at once", "", true, "line 1, column 1: ");
        row("JSON list", "[]", true, "a JSON object");
        row("JSON deep", QByteArray(100'000, '['), true, "line 1, ");
    }
    void errors()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isJson);
        QFETCH(QString, beginning);
        const auto recipe = exchange::recipeFromText(text, isJson);
        QVERIFY(!recipe);
        QVERIFY2(recipe.error().startsWith(beginning), qPrintable(recipe.error()));
    }
    void writtenAsText()
    {
        QList<item::Recipe> recipes{*exchange::recipeFromText(full(), false)};
        for (const auto &path : examples())
            recipes.append(*exchange::readRecipe(path));
        item::Recipe odd;
        odd.pages = {{.rows = QStringLiteral("a[b='c\\\"']"),
                      .fields = {{QStringLiteral("a b\"ü"), QStringLiteral("x\ty\n'z"), true, {}},
                                 {QStringLiteral("2"), QStringLiteral("regex:\\d+"), false, {}}}}};
        recipes.append(odd);
        for (const auto &recipe : std::as_const(recipes)) {
            for (const bool json : {false, true}) {
                const auto text = exchange::recipeToText(recipe, json);
                const auto back = exchange::recipeFromText(text, json);
                QVERIFY2(back, text + (back ? QByteArray() : back.error().toUtf8()));
                QVERIFY2(*back == recipe, text);
            }
        }
        QVERIFY(exchange::recipeToText({}, false).isEmpty());
    }
    void formatBySuffixOrLook()
    {
        QTemporaryDir dir;
        const QByteArray json = " \n{ \"save\": true }";
        const QByteArray toml = "save = true\n";
        QVERIFY(exchange::readRecipe(write(dir, "a.JSON", json)));
        QVERIFY(exchange::readRecipe(write(dir, "a", json)));
        QVERIFY(exchange::readRecipe(write(dir, "a.toml", toml)));
        QVERIFY(exchange::readRecipe(write(dir, "a.recipe", toml)));
        QVERIFY(exchange::readRecipe(write(dir, "bom.toml", "\xef\xbb\xbf" + toml)));
        QVERIFY(!exchange::readRecipe(write(dir, "b.json", toml)));
        QVERIFY(!exchange::readRecipe(write(dir, "b.toml", json)));
    }
    void unreadableFiles()
    {
        QTemporaryDir dir;
        const auto missing = exchange::readRecipe(dir.filePath(QStringLiteral("no.toml")));
        QVERIFY(!missing && !missing.error().isEmpty());
        const auto directory = exchange::readRecipe(dir.path());
        QVERIFY(!directory && !directory.error().isEmpty());
        const auto large = exchange::readRecipe(write(dir, "l.toml", QByteArray(5 << 20, '\n')));
        QVERIFY(!large && large.error().startsWith(u"larger than"));
    }
};

TRAWL_TEST(Guiless, TestRecipeFile)

} // namespace tst_recipefile

#include "tst_recipefile.moc"
