// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/filename.h"
#include "naming/template.h"
#include "naming/urlparts.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_template {

using namespace trawl::naming;

class TemplateTest : public QObject
{
    Q_OBJECT

    static NameInput sample()
    {
        NameInput input;
        input.url = "https://www.example.org:8080/pub/a%20b/data.tar.gz?x=/y";
        input.index = 42;
        input.job = QStringLiteral("My list");
        input.dateMs = 1'700'000'000'000; // 2023-11-14 22:13:20 UTC
        input.field = [](const QString &name) {
            return name == u"title" ? QStringLiteral("One/Two: ../x") : QString();
        };
        return input;
    }
    static QString apply(const QString &text, const NameInput &input)
    {
        const auto compiled = NameTemplate::compile(text);
        return compiled ? compiled->path(input) : QStringLiteral("<%1>").arg(compiled.error().what);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void placeholders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const QString &expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << expected;
        };
        row("", QStringLiteral("data.tar.gz"));
        row("{name}", QStringLiteral("data.tar.gz"));
        row("{stem}", QStringLiteral("data"));
        row("{ext}", QStringLiteral("tar.gz"));
        row("{stem}-{index}.{ext}", QStringLiteral("data-42.tar.gz"));
        row("{index:05}-{name}", QStringLiteral("00042-data.tar.gz"));
        row("{index:5}", QStringLiteral("00042"));
        row("{index:1}", QStringLiteral("42"));
        row("{host}/{name}", QStringLiteral("www.example.org/data.tar.gz"));
        row("{host}/{path}/{name}", QStringLiteral("www.example.org/pub/a b/data.tar.gz"));
        row("{path}-{index}/{name}", QStringLiteral("pub/a b-42/data.tar.gz"));
        row("{job}/{name}", QStringLiteral("My list/data.tar.gz"));
        row("{date} {name}", QStringLiteral("2023-11-14 data.tar.gz"));
        row("{date:yyyy/MM/dd}/{name}", QStringLiteral("2023/11/14/data.tar.gz"));
        row("{date:HHmmss}", QStringLiteral("221320"));
        row("{field:title}", QStringLiteral("One_Two_ .._x"));
        row("{field:none}/{name}", QStringLiteral("index/data.tar.gz"));
        row("{field:none}", QStringLiteral("index"));
        row("{{{index}}}", QStringLiteral("{42}"));
        row("x:{{name}}", QStringLiteral("x_{name}"));
        row("a\\b{index}", QStringLiteral("a_b42"));
        row("CON", QStringLiteral("_CON"));
        row("CON/{name}.", QStringLiteral("_CON/data.tar.gz"));
        row("中文/{name}", QStringLiteral("中文/data.tar.gz"));
    }
    void placeholders()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(apply(text, sample()), expected);
    }

    void errors_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, int at, const char *word) {
            QTest::newRow(text) << at << QString::fromLatin1(word);
        };
        row("{nam}", 0, "{nam}");
        row("ab{Name}", 2, "{Name}");
        row("{}", 0, "{}");
        row("a{name", 1, "without its \"}\"");
        row("a}b", 1, "without its \"{\"");
        row("{{name}", 6, "without its \"{\"");
        row("{name:5}", 6, "nothing more");
        row("{index:}", 0, "follows");
        row("{index:x}", 7, "number");
        row("{index:-1}", 7, "number");
        row("{index:+1}", 7, "number");
        row("{index:19}", 7, "number");
        row("{field}", 0, "{field:title}");
        row("{date:HH:mm}", 8, "date");
        row("{date:'x'}", 6, "date");
        row("{date:/}", 6, "missing");
        row("{date:yyyy/}", 12, "missing");
        row("/{name}", 0, "missing");
        row("{host}//{name}", 7, "missing");
        row("{host}/", 7, "missing");
        row("../{name}", 0, "\"..\"");
        row("a/ . /{name}", 2, "\" . \"");
        row("a/..", 2, "\"..\"");
    }
    void errors()
    {
        QFETCH(int, at);
        QFETCH(QString, word);
        const auto compiled = NameTemplate::compile(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().at, at);
        QVERIFY2(compiled.error().what.contains(word), qPrintable(compiled.error().what));
    }

    void wishes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("expected"); // by {name}
        const auto row = [](const char *title, const QString &name, const QString &folder,
                            const QString &expected) {
            QTest::newRow(title) << name << folder << expected;
        };
        const QString none;
        row("name", QStringLiteral("b.txt"), none, QStringLiteral("b.txt"));
        row("no extension is added", QStringLiteral("b"), none, QStringLiteral("b"));
        row("directories", QStringLiteral("x/y/b.txt"), none, QStringLiteral("x/y/b.txt"));
        row("folder", none, QStringLiteral("f/g"), QStringLiteral("f/g/u.html"));
        row("both", QStringLiteral("x/b"), QStringLiteral("f"), QStringLiteral("f/x/b"));
        row("up", QStringLiteral("../../x"), none, QStringLiteral("x"));
        row("up within", QStringLiteral("a/../../x"), none, QStringLiteral("a/x"));
        row("up at the end", QStringLiteral("a/.."), none, QStringLiteral("a/index"));
        row("only up", QStringLiteral("../.."), none, QStringLiteral("index"));
        row("absolute", QStringLiteral("/etc/passwd"), none, QStringLiteral("etc/passwd"));
        row("Windows' up", QStringLiteral("..\\x"), none, QStringLiteral("_x"));
        row("drive", QStringLiteral("C:/x"), none, QStringLiteral("C_/x"));
        row("slashes", QStringLiteral("a//./b/"), none, QStringLiteral("a/b/index"));
        row("hidden", QStringLiteral(".ssh/.bashrc"), none, QStringLiteral("ssh/bashrc"));
        row("ours", QStringLiteral(".trawl/x"), none, QStringLiteral("trawl/x"));
        row("devices", QStringLiteral("CON/nul.txt"), none, QStringLiteral("_CON/_nul.txt"));
        row("folder up", none, QStringLiteral("../.."), QStringLiteral("u.html"));
        row("folder absolute", none, QStringLiteral("/root/"), QStringLiteral("root/u.html"));
        row("NUL", QStringLiteral("a") + QChar(0) + QStringLiteral("/b"), none,
            QStringLiteral("a_/b"));
    }
    void wishes()
    {
        QFETCH(QString, name);
        QFETCH(QString, folder);
        NameInput input{.head = {.mime = "text/html"}, .url = "http://h/u"};
        input.name = name;
        input.folder = folder;
        QTEST(NameTemplate().path(input), "expected");
    }
    void stemAndExtensionMakeTheName()
    {
        for (const char *wish : {"x/y.z/b.txt", "x.y/b", "a.tar.gz", "../a.b"}) {
            NameInput input;
            input.name = QString::fromLatin1(wish);
            const QString name = NameTemplate().path(input);
            QCOMPARE(apply(QStringLiteral("{stem}.{ext}"), input), name);
        }
    }

    void urlDirectories_data()
    {
        QTest::addColumn<QString>("expected"); // by {path}/{name}
        const auto row = [](const char *url, const QString &expected) {
            QTest::newRow(url) << expected;
        };
        row("http://h/x", QStringLiteral("x"));
        row("http://h", QStringLiteral("index"));
        row("http://h/a/b/x", QStringLiteral("a/b/x"));
        row("http://h//a///b/x", QStringLiteral("a/b/x"));
        row("http://h/docs/", QStringLiteral("docs/docs"));
        row("http://h/../../x", QStringLiteral("x"));
        row("http://h/a/%2e%2e/%2e/x", QStringLiteral("a/x"));
        row("http://h/a%2fb/..%2f..%2fx/y", QStringLiteral("a_b/_.._x/y"));
        row("http://h/..%5c..%5c/x", QStringLiteral("_.._/x"));
        row("http://h/.git/config", QStringLiteral("git/config"));
        row("http://h/%00/x", QStringLiteral("_/x"));
        row("http://h/CON/aux/x", QStringLiteral("_CON/_aux/x"));
        row("http://h/a./b%20/x", QStringLiteral("a/b/x"));
        row("http://h/a/x?b/c/d", QStringLiteral("a/x"));
        row("http://h/a/x#b/c/d", QStringLiteral("a/x"));
        row("http://h/%E4%B8%AD/x", QStringLiteral("中/x"));
    }
    void urlDirectories()
    {
        NameInput input;
        input.url = QTest::currentDataTag();
        QTEST(apply(QStringLiteral("{path}/{name}"), input), "expected");
    }

    void parts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("http://h") << QByteArray("h") << QByteArray();
        QTest::newRow("http://u:p@h:80/a") << QByteArray("h") << QByteArray("/a");
        QTest::newRow("http://[::1]:8080/a") << QByteArray("::1") << QByteArray("/a");
        QTest::newRow("http://[::1") << QByteArray("::1") << QByteArray();
        QTest::newRow("http://?a://b/") << QByteArray() << QByteArray();
        QTest::newRow("nonsense/a") << QByteArray() << QByteArray("/a");
        QTest::newRow("") << QByteArray() << QByteArray();
    }
    void parts()
    {
        const QByteArray url = QTest::currentDataTag();
        QTEST(urlParts(url).host.toByteArray(), "host");
        QTEST(urlParts(url).path.toByteArray(), "path");
    }

    void depthAndLengthAreBounded_data()
    {
        QTest::addColumn<QByteArray>("directory");
        QTest::addColumn<int>("times");
        QTest::newRow("deep") << QByteArray("a/") << 1000;
        QTest::newRow("long") << QByteArray(QByteArray(5000, 'b') + '/') << 20;
        QTest::newRow("long, three bytes each") << QByteArray("中中中中中中中中中/") << 100;
    }
    void depthAndLengthAreBounded()
    {
        QFETCH(QByteArray, directory);
        QFETCH(int, times);
        NameInput input;
        input.url = "http://h/" + directory.repeated(times) + "last.txt";
        const QString path = apply(QStringLiteral("{path}/{name}"), input);
        QVERIFY(path.toUtf8().size() <= maxPathBytes);
        QVERIFY(path.count(u'/') < maxPathDepth);
        QVERIFY(path.count(u'/') > 5);
        QVERIFY(path.endsWith(u"/last.txt"));
        for (const auto &component : path.split(u'/'))
            QVERIFY(component.toUtf8().size() <= maxNameBytes);
    }

    void marks()
    {
        const auto mark = QStringLiteral("wrong checksum");
        QCOMPARE(marked(QStringLiteral("a.tar.gz"), mark),
                 QStringLiteral("a (wrong checksum).tar.gz"));
        QCOMPARE(marked(QStringLiteral("d.x/a"), mark), QStringLiteral("d.x/a (wrong checksum)"));
        QCOMPARE(numbered(QStringLiteral("d.x/a.b"), 3), QStringLiteral("d.x/a (3).b"));
        const QString longest = QStringLiteral("d/") + QString(255, u'a');
        QCOMPARE(marked(longest, mark).size(), longest.size());
        QVERIFY(marked(longest, mark).endsWith(u"(wrong checksum)"));
    }

    void speed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("{name}") << QString();
        QTest::newRow("host, path, index, name")
            << QStringLiteral("{host}/{path}/{index:05}-{name}");
    }
    void speed()
    {
        QFETCH(QString, text);
        const auto compiled = *NameTemplate::compile(text);
        const NameInput input{.head = {.mime = "text/html"},
                              .url = "https://localhost:4433/p/000123.html"};
        qsizetype sum = 0;
        QBENCHMARK
        {
            sum += compiled.path(input).size();
        }
        QVERIFY(sum > 0);
    }
};

TRAWL_TEST(Appless, TemplateTest)

} // namespace tst_template

#include "tst_template.moc"
