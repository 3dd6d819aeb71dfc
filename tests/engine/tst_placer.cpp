// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/placer.h"

#include "naming/template.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace tst_placer {

using namespace trawl::engine;

class TestPlacer : public QObject
{
    Q_OBJECT

    /// A destination with a neighbour that nothing may be written to.
    struct Bench
    {
        QTemporaryDir root;
        Placer placer{out()};

        Bench()
        {
            QDir().mkpath(out(QStringLiteral(".parts")));
            QDir().mkpath(root.filePath(QStringLiteral("outside")));
        }
        QString out(const QString &name = {}) const
        {
            return root.filePath(QStringLiteral("out")) + (name.isEmpty() ? name : u'/' + name);
        }
        QString outside() const { return root.filePath(QStringLiteral("outside")); }
        /// Below the destination, as all names are.
        QString part() const { return QStringLiteral(".parts/p"); }
        void writePart(const QByteArray &body) const { write(out(part()), body); }
        bool outsideIsUntouched() const { return QDir(outside()).isEmpty(); }
        /// Reserves, places a part with `body`, and tells the name; numbers on as the ledger does.
        QString put(const QString &wanted, const QByteArray &body, const Arrival &arrival = {})
        {
            writePart(body);
            for (;;) {
                const auto choice = placer.reserve(wanted, arrival);
                if (choice.fate == Fate::Discarded)
                    return {};
                const auto placed = placer.place(part(), choice.name, choice.fate);
                placer.release(choice.name);
                if (placed == Placed::Yes)
                    return choice.name;
                if (placed != Placed::Taken)
                    return QStringLiteral("failed");
            }
        }
    };

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    static void setModified(const QString &path, qint64 ms)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(ms),
                                 QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void aPartGetsItsName()
    {
        Bench b;
        QCOMPARE(b.put(QStringLiteral("a.txt"), "body"), QStringLiteral("a.txt"));
        QCOMPARE(read(b.out(QStringLiteral("a.txt"))), QByteArray("body"));
        QVERIFY(!QFile::exists(b.part()));
        QVERIFY(!b.placer.madeDirectories());
    }
    void noNameIsGivenTwice_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("last");
        QTest::newRow("flat") << QStringLiteral("index.html")
                              << QStringLiteral("index (1999).html");
        QTest::newRow("in a directory")
            << QStringLiteral("d.x/index") << QStringLiteral("d.x/index (1999)");
    }
    void noNameIsGivenTwice()
    {
        QFETCH(QString, wanted);
        QFETCH(QString, last);
        Bench b;
        QSet<QString> names;
        for (int i = 0; i < 2000; ++i)
            names.insert(b.placer.reserve(wanted).name);
        QCOMPARE(names.size(), 2000);
        QVERIFY(names.contains(last));
        QVERIFY(QDir(b.out()).isEmpty()); // reserving makes nothing
    }
    void thePersonsFileIsUntouched()
    {
        Bench b;
        write(b.out(QStringLiteral("a.txt")), "mine");
        QCOMPARE(b.placer.reserve(QStringLiteral("a.txt")).name, QStringLiteral("a (1).txt"));
        const auto late = b.placer.reserve(QStringLiteral("b.txt")).name;
        write(b.out(late), "made meanwhile");
        b.writePart("body");
        QCOMPARE(b.placer.place(b.part(), late), Placed::Taken);
        QCOMPARE(read(b.out(late)), QByteArray("made meanwhile"));
        QCOMPARE(read(b.out(b.part())), QByteArray("body"));
    }
    void directoriesAreMade()
    {
        Bench b;
        QCOMPARE(b.put(QStringLiteral("a/b/c.txt"), "1"), QStringLiteral("a/b/c.txt"));
        QVERIFY(b.placer.madeDirectories());
        QCOMPARE(b.put(QStringLiteral("a/b/c.txt"), "2"), QStringLiteral("a/b/c (1).txt"));
        QVERIFY(!b.placer.madeDirectories());
        QCOMPARE(read(b.out(QStringLiteral("a/b/c.txt"))), QByteArray("1"));
        QCOMPARE(read(b.out(QStringLiteral("a/b/c (1).txt"))), QByteArray("2"));
    }
    void aFileAndADirectoryOfOneName()
    {
        Bench b;
        QCOMPARE(b.put(QStringLiteral("docs"), "page"), QStringLiteral("docs"));
        QCOMPARE(b.put(QStringLiteral("docs/x"), "x"), QStringLiteral("docs (1)/x"));
        QCOMPARE(b.put(QStringLiteral("docs/y"), "y"), QStringLiteral("docs (1)/y"));
        QCOMPARE(b.put(QStringLiteral("other/x"), "x"), QStringLiteral("other/x"));
        QCOMPARE(b.put(QStringLiteral("other"), "page"), QStringLiteral("other (1)"));
        QCOMPARE(read(b.out(QStringLiteral("docs"))), QByteArray("page"));
    }
    void aDirectoryThatIsBlockedAfterTheChoiceIsTaken()
    {
        Bench b;
        b.writePart("body");
        const auto choice = b.placer.reserve(QStringLiteral("d/x"));
        QVERIFY(QFile::link(b.outside(), b.out(QStringLiteral("d"))));
        QCOMPARE(b.placer.place(b.part(), choice.name), Placed::Taken);
        QVERIFY(b.outsideIsUntouched());
        QCOMPARE(read(b.out(b.part())), QByteArray("body"));
    }
    void linksAreNotFollowed_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("target"); // relative to the bench's root
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const char *link, const char *target,
                            const char *wanted, const char *expected) {
            QTest::newRow(title) << QString::fromLatin1(link) << QString::fromLatin1(target)
                                 << QString::fromLatin1(wanted) << QString::fromLatin1(expected);
        };
        row("dangling", "x", "nowhere", "x", "x (1)");
        row("to a directory", "x", "outside", "x", "x (1)");
        row("directory", "d", "outside", "d/x", "d (1)/x");
        row("directory, dangling", "d", "nowhere", "d/x", "d (1)/x");
        row("directory, deeper", "d", "outside", "d/e/f/x", "d (1)/e/f/x");
        row("to a directory beside it", "d", "out/real", "d/x", "d (1)/x");
        row("two of them", "d (1)", "outside", "d (1)/x", "d (1) (1)/x");
    }
    void linksAreNotFollowed()
    {
        QFETCH(QString, link);
        QFETCH(QString, target);
        QFETCH(QString, wanted);
        QFETCH(QString, expected);
        for (const auto collision : {Collision::Number, Collision::Overwrite}) {
            Bench b;
            b.placer.setOwn({});
            QDir().mkpath(b.out(QStringLiteral("real")));
            const auto path = b.root.filePath(target);
            QVERIFY(QFile::link(path, b.out(link)));
            QCOMPARE(b.put(wanted, "body", {collision}), expected);
            QVERIFY(b.outsideIsUntouched());
            QVERIFY(!QFile::exists(b.root.filePath(QStringLiteral("nowhere"))));
            QVERIFY(QDir(b.out(QStringLiteral("real"))).isEmpty());
            QCOMPARE(QFileInfo(b.out(link)).symLinkTarget(), path);
        }
    }
    void theDestinationItselfMayBeALink()
    {
        Bench b;
        QVERIFY(QFile::link(b.out(), b.root.filePath(QStringLiteral("link"))));
        Placer placer(b.root.filePath(QStringLiteral("link")));
        b.writePart("body");
        QCOMPARE(placer.place(b.part(), QStringLiteral("d/x")), Placed::Yes);
        QCOMPARE(read(b.out(QStringLiteral("d/x"))), QByteArray("body"));
    }
    void aMissingPartAndDirectoryAreTold()
    {
        Bench b;
        QCOMPARE(b.placer.place(QStringLiteral("none"), QStringLiteral("a")), Placed::Gone);
        QCOMPARE(b.placer.place(QStringLiteral("none"), QStringLiteral("d/a")), Placed::Gone);
        write(b.out(QStringLiteral("file")), "");
        Placer inFile(b.out(QStringLiteral("file")));
        b.writePart("body");
        QCOMPARE(inFile.place(b.part(), QStringLiteral("a")), Placed::Failed);
        QVERIFY(inFile.error().startsWith(u"a: "));
        QCOMPARE(inFile.place(b.part(), QStringLiteral("d/a")), Placed::Failed);
        QVERIFY(inFile.error().startsWith(u"d/a: "));
        QCOMPARE(inFile.reserve(QStringLiteral("d/a")).name, QStringLiteral("d/a"));
    }

    void policies_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::addColumn<qint64>("modified"); // of the new one; -1 = unknown; the old one's is 5000
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("old"); // what the old name holds then
        const auto row = [](const char *title, Collision collision, qint64 modified,
                            const char *name, const char *old) {
            QTest::newRow(title) << collision << modified << QString::fromLatin1(name)
                                 << QByteArray(old);
        };
        row("number", Collision::Number, 9000, "a (1).txt", "old");
        row("overwrite", Collision::Overwrite, 1000, "a.txt", "new");
        row("skip", Collision::Skip, 9000, "", "old");
        row("newer", Collision::IfNewer, 9000, "a.txt", "new");
        row("older", Collision::IfNewer, 1000, "", "old");
        row("of the same time", Collision::IfNewer, 5000, "", "old");
        row("of unknown time", Collision::IfNewer, -1, "a.txt", "new");
    }
    void policies()
    {
        QFETCH(Collision, collision);
        QFETCH(qint64, modified);
        QFETCH(QString, name);
        QFETCH(QByteArray, old);
        Arrival arrival{collision};
        if (modified >= 0)
            arrival.modifiedMs = modified;
        for (const auto *folder : {"", "d/", "d/e/"}) {
            const auto path = QString::fromLatin1(folder) + QStringLiteral("a.txt");
            Bench b;
            QDir().mkpath(QFileInfo(b.out(path)).path());
            write(b.out(path), "old");
            setModified(b.out(path), 5000);
            b.placer.setOwn({});
            const auto expected = name.isEmpty() ? name : QString::fromLatin1(folder) + name;
            QCOMPARE(b.put(path, "new", arrival), expected);
            QCOMPARE(read(b.out(path)), old);
        }
    }
    void extensions()
    {
        Bench b;
        QDir().mkpath(b.out(QStringLiteral("d")));
        for (const auto *name : {"a.pdf", "a.x", "a", "b.pdf", "d/a.txt", "d/1.5.tar.gz"})
            write(b.out(QString::fromLatin1(name)), "");
        QVERIFY(QFile::link(QStringLiteral("d"), b.out(QStringLiteral("link"))));
        const auto of = [&b](const char *name) {
            auto found = b.placer.extensionsOf(QString::fromLatin1(name));
            found.sort();
            return found.join(u' ');
        };
        QCOMPARE(of("a"), QStringLiteral("pdf x"));
        QCOMPARE(of("c"), QString());
        QCOMPARE(of("d/a"), QStringLiteral("txt"));
        QCOMPARE(of("d/1.5"), QStringLiteral("tar.gz"));
        QCOMPARE(of("link/a"), QString());
        QCOMPARE(of("none/a"), QString());
    }
    void ownFilesAreNeverReplaced_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::newRow("overwrite") << Collision::Overwrite;
        QTest::newRow("skip") << Collision::Skip;
        QTest::newRow("if newer") << Collision::IfNewer;
    }
    void ownFilesAreNeverReplaced()
    {
        QFETCH(Collision, collision);
        Bench b;
        write(b.out(QStringLiteral("b")), "of an earlier start");
        b.placer.setOwn({QStringLiteral("b")});
        QCOMPARE(b.put(QStringLiteral("a"), "1", {collision}), QStringLiteral("a"));
        QCOMPARE(b.put(QStringLiteral("a"), "2", {collision}), QStringLiteral("a (1)"));
        QCOMPARE(b.put(QStringLiteral("a"), "3", {collision}), QStringLiteral("a (2)"));
        QCOMPARE(b.put(QStringLiteral("b"), "4", {collision}), QStringLiteral("b (1)"));
        QVERIFY(b.placer.isOwn(QStringLiteral("A")));
        QCOMPARE(read(b.out(QStringLiteral("a"))), QByteArray("1"));
        QCOMPARE(read(b.out(QStringLiteral("b"))), QByteArray("of an earlier start"));
    }
    void twoUnderWayDoNotReplaceTheSameFile()
    {
        Bench b;
        b.placer.setOwn({});
        write(b.out(QStringLiteral("a")), "old");
        const auto first = b.placer.reserve(QStringLiteral("a"), {Collision::Overwrite});
        const auto second = b.placer.reserve(QStringLiteral("a"), {Collision::Overwrite});
        QCOMPARE(first.fate, Fate::Replaces);
        QCOMPARE(second.fate, Fate::New);
        QCOMPARE(second.name, QStringLiteral("a (1)"));
    }
    void onlyFilesAreReplaced_data()
    {
        QTest::addColumn<Collision>("collision");
        QTest::newRow("overwrite") << Collision::Overwrite;
        QTest::newRow("if newer") << Collision::IfNewer;
        QTest::newRow("skip") << Collision::Skip;
    }
    void onlyFilesAreReplaced()
    {
        QFETCH(Collision, collision);
        Bench b;
        b.placer.setOwn({});
        QVERIFY(QDir(b.out()).mkdir(QStringLiteral("empty")));
        QCOMPARE(b.put(QStringLiteral("empty"), "1", {collision}), QStringLiteral("empty (1)"));
        QVERIFY(QFileInfo(b.out(QStringLiteral("empty"))).isDir());
        // A directory that came after the choice, and a file that went.
        b.writePart("2");
        QVERIFY(QDir(b.out()).mkdir(QStringLiteral("late")));
        QCOMPARE(b.placer.place(b.part(), QStringLiteral("late"), Fate::Replaces), Placed::Taken);
        QCOMPARE(b.placer.place(b.part(), QStringLiteral("gone"), Fate::Replaces), Placed::Yes);
        QCOMPARE(read(b.out(QStringLiteral("gone"))), QByteArray("2"));
    }

    /// Fault row 13: a hundred at once, forty of one name, the person's file untouched.
    void manyOfOneName_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("flat") << QStringLiteral("{name}");
        QTest::newRow("by directory") << QStringLiteral("{host}/{path}/{name}");
        QTest::newRow("by index") << QStringLiteral("{index:03}/{name}");
    }
    void manyOfOneName()
    {
        QFETCH(QString, rule);
        const auto names = *trawl::naming::NameTemplate::compile(rule);
        Bench b;
        write(b.out(QStringLiteral("same.txt")), "mine");
        QList<QPair<QString, QByteArray>> reserved;
        for (int i = 1; i <= 100; ++i) {
            trawl::naming::NameInput input;
            const auto number = QByteArray::number(i);
            input.url = i <= 40 ? "http://h/d/same.txt?" + number : "http://h/d/" + number;
            input.index = i;
            reserved.append({b.placer.reserve(names.path(input)).name, number});
        }
        for (const auto &[name, body] : reserved) {
            b.writePart(body);
            QCOMPARE(b.placer.place(b.part(), name), Placed::Yes);
        }
        for (const auto &[name, body] : reserved)
            QCOMPARE(read(b.out(name)), body);
        QCOMPARE(read(b.out(QStringLiteral("same.txt"))), QByteArray("mine"));
        int files = 0;
        for (QDirIterator it(b.out(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();
             it.next())
            ++files;
        QCOMPARE(files, 101);
    }

    /// Fault row 15: whatever a server or a list says, nothing leaves the destination.
    void hostileNames_data()
    {
        QTest::addColumn<QByteArray>("text"); // percent-encoded in the URL
        const auto row = [](const char *title, const QByteArray &text) {
            QTest::newRow(title) << text;
        };
        row("up", "../../x");
        row("encoded up", "%2e%2e%2f%2e%2e%2fx");
        row("half encoded", "..%2f..%2fx");
        row("Windows", "..%5c..%5cx");
        row("absolute", "/etc/passwd");
        row("encoded absolute", "%2fetc%2fpasswd");
        row("drive", "C:%5cx");
        row("NUL", "a%00.txt");
        row("5 000 characters", QByteArray(5000, 'a'));
        row("5 000 directories", QByteArray("a/").repeated(5000) + "x");
        row("hidden", ".bashrc");
        row("ours", ".trawl/1/1.part");
        row("device", "CON");
        row("devices", "CON/NUL/com1.txt");
        row("trailing dot", "a.txt.");
        row("trailing dots", "..../a. ./..");
        row("right to left", "inv%E2%80%AEfdp.exe");
        row("bad UTF-8", "%ff%fe/%c0%ae%c0%ae/x");
        row("link in the way", "link/x");
        row("link of that name", "link");
        row("newline", "a%0ab/c%0d%0ad");
        row("blank", "%20/%20");
        row("nothing", "");
    }
    void hostileNames()
    {
        QFETCH(QByteArray, text);
        using trawl::naming::NameInput;
        const auto rule = *trawl::naming::NameTemplate::compile(
            QStringLiteral("{path}/{field:f}/{stem}{index}-{name}"));
        const auto decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(text));
        NameInput url;
        url.url = "http://h/" + text;
        NameInput wish;
        wish.url = "http://h/u";
        wish.name = decoded;
        wish.folder = decoded;
        wish.field = [&](const QString &) { return decoded; };
        NameInput disposition;
        disposition.url = "http://h/u";
        disposition.head.contentDisposition = "attachment; filename*=UTF-8''" + text;
        for (const auto &input : {url, wish, disposition}) {
            for (const auto collision : {Collision::Number, Collision::Overwrite}) {
                Bench b;
                b.placer.setOwn({});
                QVERIFY(QFile::link(b.outside(), b.out(QStringLiteral("link"))));
                for (const auto &name :
                     {trawl::naming::NameTemplate().path(input), rule.path(input)}) {
                    const auto placed = b.put(name, "body", {collision});
                    QCOMPARE(read(b.out(placed)), QByteArray("body"));
                    const auto real = QFileInfo(b.out(placed)).canonicalFilePath();
                    QVERIFY2(real.startsWith(QDir(b.out()).canonicalPath() + u'/'),
                             qPrintable(real));
                    for (const auto &component : placed.split(u'/'))
                        QVERIFY(!component.startsWith(u'.') && !component.endsWith(u'.'));
                }
                QVERIFY(b.outsideIsUntouched());
                const auto beside =
                    QDir(b.root.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
                QCOMPARE(beside, QStringList({QStringLiteral("out"), QStringLiteral("outside")}));
            }
        }
    }

    void speed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("flat") << QStringLiteral("%1.html");
        QTest::newRow("two directories") << QStringLiteral("www.example.org/p/%1.html");
    }
    void speed()
    {
        QFETCH(QString, name);
        Bench b;
        QDir().mkpath(b.out(QStringLiteral("www.example.org/p")));
        int n = 0;
        QBENCHMARK
        {
            const auto choice = b.placer.reserve(name.arg(++n));
            b.placer.release(choice.name);
        }
        QVERIFY(n > 0);
    }
};

TRAWL_TEST(Appless, TestPlacer)

} // namespace tst_placer

#include "tst_placer.moc"
