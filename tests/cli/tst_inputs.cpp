// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"
#include "cli/streamdevice.h"
#include "item/listformats.h"
#include "support/ordinaryuser.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_inputs {

using namespace trawl;
using cli::Inputs;

namespace {

QList<QByteArray> readAll(Inputs &inputs)
{
    QList<QByteArray> urls;
    for (auto links = inputs.next(); !links.isEmpty(); links = inputs.next()) {
        for (const auto &link : links)
            urls.append(link.ok() ? link.url : "!" + link.url);
    }
    return urls;
}

} // namespace

class TestInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir::setCurrent(m_dir->path());
    }
    void cleanup() { QDir::setCurrent(QDir::rootPath()); }

    void listsAndUrlsInOrder()
    {
        write("a.txt", "http://a/1\nhttp://a/2\n");
        write("b.csv", "id,url\n1,http://b/1\n");
        const auto inputs = Inputs::open({QStringLiteral("http://x/"), QStringLiteral("a.txt"),
                                          QStringLiteral("example.org/y"), QStringLiteral("b.csv"),
                                          QStringLiteral("ftp://z/")});
        QVERIFY(inputs);
        QCOMPARE(readAll(**inputs),
                 (QList<QByteArray>{"http://x/", "http://a/1", "http://a/2",
                                    "https://example.org/y", "http://b/1", "!ftp://z/"}));
        QCOMPARE((*inputs)->errors(), QStringList());
        QCOMPARE((*inputs)->title(), QStringLiteral("http://x/ + 4"));
    }
    void aFileComesBeforeAHost()
    {
        write("example.org", "http://a/\n");
        const auto inputs = Inputs::open({QStringLiteral("example.org")});
        QVERIFY(inputs);
        QCOMPARE(readAll(**inputs), QList<QByteArray>{"http://a/"});
        QCOMPARE((*inputs)->title(), QStringLiteral("example.org"));
    }
    void sourceIsAbsoluteAndWithoutSecrets()
    {
        write("a.txt", "http://a/\n");
        const QStringList arguments{QStringLiteral("a.txt"),
                                    QStringLiteral("http://joe:secret@b/")};
        const auto first = Inputs::open(arguments);
        const auto absolute =
            Inputs::open({m_dir->filePath(QStringLiteral("a.txt")), arguments[1]});
        QVERIFY(first && absolute);
        QCOMPARE((*first)->source(), (*absolute)->source());
        QVERIFY((*first)->source().startsWith('/'));
        QVERIFY(!(*first)->source().contains("secret"));
        QVERIFY(!(*first)->title().contains(QStringLiteral("secret")));
    }
    void patternsAreExpandedOnTheCommandLineOnly()
    {
        write("a.txt", "http://a/[1-2]\n");
        const auto inputs =
            Inputs::open({QStringLiteral("http://joe:secret@x/[9-11]"), QStringLiteral("a.txt"),
                          QStringLiteral("example.org/{y,z}"), QStringLiteral("http://b/[2-1]")});
        QVERIFY(inputs);
        QCOMPARE((*inputs)->title(), QStringLiteral("http://x/[9-11] + 3"));
        QVERIFY(!(*inputs)->source().contains("secret"));
        QCOMPARE(readAll(**inputs),
                 (QList<QByteArray>{"http://x/9", "http://x/10", "http://x/11", "http://a/[1-2]",
                                    "https://example.org/y", "https://example.org/z",
                                    "!http://b/[2-1]"}));
    }
    void aHugePatternComesInPieces()
    {
        const auto inputs = Inputs::open({QStringLiteral("http://x/[0-9999999999]")});
        QVERIFY(inputs);
        QCOMPARE((*inputs)->next().size(), 1000);
        QCOMPARE((*inputs)->next().first().url, QByteArray("http://x/1000"));
    }
    void listsOfOtherPrograms()
    {
        write("a.meta4", "<metalink><file name='m.iso'><url>http://m/x</url></file></metalink>");
        write("aria.txt", "http://a/x\thttp://b/x\n  out=a.iso\n");
        write("curl.txt", "url = \"http://c/x\"\noutput = \"c.iso\"\n");
        write("browser.txt", "curl 'http://d/x' -H 'A: b'\n");
        const auto inputs =
            Inputs::open({QStringLiteral("a.meta4"), QStringLiteral("aria.txt"),
                          QStringLiteral("curl.txt"), QStringLiteral("browser.txt")});
        QVERIFY(inputs);
        QList<item::Link> all;
        for (auto links = (*inputs)->next(); !links.isEmpty(); links = (*inputs)->next())
            all += links;
        QCOMPARE(all.size(), 4);
        for (const auto &link : std::as_const(all))
            QVERIFY(link.options);
        QCOMPARE(all[0].options->name, QStringLiteral("m.iso"));
        QCOMPARE(all[1].options->mirrors, QList<QByteArray>{"http://b/x"});
        QCOMPARE(all[2].options->name, QStringLiteral("c.iso"));
        QCOMPARE(all[3].options->headers, (item::Headers{{"A", "b"}}));
    }
    void aFormatThatIsGivenIsObeyed()
    {
        write("a.csv", "http://a/x,y\n");
        const auto inputs = Inputs::open({QStringLiteral("a.csv")}, item::ListFormat::Lines);
        QVERIFY(inputs);
        QCOMPARE(readAll(**inputs), QList<QByteArray>{"http://a/x,y"});
    }
    void whatWasBrokenIsSaid()
    {
        write("a.xml", "<urlset><url><loc>http://a/?x&y</loc></url><url><loc>http://b/</loc></url>"
                       "</urlset>");
        const auto inputs = Inputs::open({QStringLiteral("a.xml")});
        QVERIFY(inputs);
        QCOMPARE(readAll(**inputs), (QList<QByteArray>{"http://a/?x&y", "http://b/"}));
        QCOMPARE((*inputs)->errors(), QStringList());
        QCOMPARE((*inputs)->notes().size(), 1);
        QVERIFY2((*inputs)->notes().first().startsWith(QStringLiteral("a.xml is no good XML")),
                 qPrintable((*inputs)->notes().first()));
    }
    void refusals_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("why");
        QTest::newRow("typo") << QStringLiteral("lsit.txt") << QStringLiteral("neither");
        for (const auto &format : item::listFormats()) {
            for (const auto suffix : format.suffixes)
                QTest::addRow("list%s", suffix.data())
                    << QStringLiteral("LSIT") + suffix << QStringLiteral("neither");
        }
        QTest::newRow("path") << QStringLiteral("./no/such") << QStringLiteral("neither");
        QTest::newRow("word") << QStringLiteral("word") << QStringLiteral("neither");
        QTest::newRow("folder") << QStringLiteral(".")
                                << QStringLiteral("is a folder; name the list in it");
        QTest::newRow("in a folder that is there")
            << QStringLiteral("lists/lsit.txt")
            << QStringLiteral("cannot be read: No such file or directory");
        QTest::newRow("link to nowhere")
            << QStringLiteral("nowhere.org")
            << QStringLiteral("cannot be read: No such file or directory (it is a link to ");
        QTest::newRow("link to itself")
            << QStringLiteral("loop.txt")
            << QStringLiteral("cannot be read: Too many levels of symbolic links");
        QTest::newRow("below a file") << QStringLiteral("./n.csv/list.txt")
                                      << QStringLiteral("cannot be read: Not a directory");
        QTest::newRow("locked") << QStringLiteral("locked.txt")
                                << QStringLiteral("cannot be read: Permission denied");
        QTest::newRow("in a locked folder") << QStringLiteral("shut.d/list.txt")
                                            << QStringLiteral("cannot be read: Permission denied");
        QTest::newRow("no link column") << QStringLiteral("n.csv") << QStringLiteral("no column");
        QTest::newRow("session") << QStringLiteral("s.bin") << QStringLiteral("SQLite database");
        QTest::newRow("no metalink") << QStringLiteral("x.meta4") << QStringLiteral("no metalink");
        QTest::newRow("metalink that is not there")
            << QStringLiteral("y.meta4") << QStringLiteral("neither");
    }
    void refusals()
    {
        QFETCH(QString, argument);
        QFETCH(QString, why);
        write("n.csv", "a,b\n1,2\n");
        write("s.bin", QByteArray("SQLite format 3\0", 16) + QByteArray(64, '\0') + "http://a/");
        write("x.meta4", "<rss/>");
        write("u.txt", "\xff\xfeh");
        write("locked.txt", "http://a/\n");
        QVERIFY(QDir().mkdir("lists") && QDir().mkdir("shut.d"));
        QVERIFY(QFile::link("not there", "nowhere.org") && QFile::link("loop.txt", "loop.txt"));
        QVERIFY(::chmod("locked.txt", 0) == 0 && ::chmod("shut.d", 0) == 0);
        QVERIFY(::chmod(".", 0755) == 0);
        std::optional<support::OrdinaryUser> ordinary(std::in_place);
        const auto inputs = Inputs::open({argument});
        ordinary.reset();
        QVERIFY(::chmod("shut.d", 0755) == 0); // to be removed
        QVERIFY(!inputs);
        QVERIFY2(inputs.error().startsWith(argument) && inputs.error().contains(why),
                 qPrintable(inputs.error()));
    }
    void aHostMayHaveTheNameOfAFolder()
    {
        QVERIFY(QDir().mkdir("example.org"));
        const auto inputs = Inputs::open({QStringLiteral("example.org/y")});
        QVERIFY(inputs);
        QCOMPARE(readAll(**inputs), QList<QByteArray>{"https://example.org/y"});
    }
    void aListThatGoesAwayIsSaid()
    {
        write("a.txt", "http://a/\n");
        write("b.txt", "http://b/\n");
        write("c.txt", "http://c/\n");
        const auto inputs = Inputs::open(
            {QStringLiteral("a.txt"), QStringLiteral("b.txt"), QStringLiteral("c.txt")});
        QVERIFY(inputs);
        QFile::remove(QStringLiteral("b.txt"));
        QCOMPARE(readAll(**inputs), (QList<QByteArray>{"http://a/", "http://c/"}));
        QCOMPARE((*inputs)->errors(),
                 QStringList{QStringLiteral("b.txt cannot be read: No such file or directory")});
    }
    void whatStandsBesideABrokenPartIsTaken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &list, const char *why) {
            QTest::newRow(name) << QString::fromLatin1(name) << list << QString::fromLatin1(why);
        };
        row("cut.json", "[\"http://a/\",\"http://b", "is no JSON from line 1 on");
        row("cut.csv", "url,name\nhttp://a/,x\nhttp://b/,\"y", "has a quote in line 3 that");
        row("cut.meta4",
            "<metalink><file name='x'><url>http://a/</url></file><file name='y'><url>http://b/",
            "ends in the middle of line 1");
    }
    void whatStandsBesideABrokenPartIsTaken()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, list);
        QFETCH(QString, why);
        write(qPrintable(name), list);
        write("good.txt", "http://c/\n");
        const auto inputs = Inputs::open({name, QStringLiteral("good.txt")});
        QVERIFY(inputs);
        auto urls = readAll(**inputs);
        urls.removeIf([](const QByteArray &url) { return url.startsWith('!'); });
        QCOMPARE(urls, (QList<QByteArray>{"http://a/", "http://c/"}));
        QCOMPARE((*inputs)->errors().size(), 1);
        const auto error = (*inputs)->errors().first();
        QVERIFY2(error.startsWith(name + u' ' + why), qPrintable(error));
    }
    void aNamedPipeIsWaitedFor()
    {
        QVERIFY(::mkfifo("pipe", 0600) == 0);
        const auto inputs = Inputs::open({QStringLiteral("pipe")});
        QVERIFY(inputs);
        const std::unique_ptr<QThread> writer(QThread::create([] {
            const int fd = ::open("pipe", O_WRONLY | O_CLOEXEC);
            const QByteArray text("http://a/\nhttp://b/\n");
            (void)!::write(fd, text.constData(), std::size_t(text.size()));
            ::close(fd);
        }));
        writer->start();
        QCOMPARE(readAll(**inputs), (QList<QByteArray>{"http://a/", "http://b/"}));
        writer->wait();
    }
    void aWaitCanBeInterrupted()
    {
        QVERIFY(::mkfifo("pipe", 0600) == 0);
        const auto inputs = Inputs::open({QStringLiteral("pipe")});
        QVERIFY(inputs);
        QList<item::Link> links{{}};
        const std::unique_ptr<QThread> reader(QThread::create([&] { links = (*inputs)->next(); }));
        reader->start();
        (*inputs)->interrupt();
        QVERIFY(reader->wait(5000));
        QVERIFY(links.isEmpty());
        QVERIFY((*inputs)->next().isEmpty());
    }
    void aStreamsHeadIsReadAgain()
    {
        std::array<int, 2> ends{};
        QVERIFY(::pipe2(ends.data(), O_CLOEXEC) == 0);
        cli::StreamDevice device(ends[0]);
        QCOMPARE(::write(ends[1], "abc", 3), 3);
        const auto anything = [](QByteArrayView read) { return !read.isEmpty(); };
        QCOMPARE(device.head(anything), QByteArray("abc"));
        QCOMPARE(::write(ends[1], "def", 3), 3);
        ::close(ends[1]);
        QCOMPARE(device.read(2), QByteArray("ab"));
        QCOMPARE(device.readAll(), QByteArray("cdef"));
        QCOMPARE(device.readError(), QString());
    }

private:
    static void write(const char *name, const QByteArray &content)
    {
        QFile file(QString::fromLatin1(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

TRAWL_TEST(Appless, TestInputs)

} // namespace tst_inputs

#include "tst_inputs.moc"
