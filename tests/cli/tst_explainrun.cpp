// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trawlc.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_explainrun {

namespace {

const QByteArray good(R"({"url":"http://a.test"})");
const QByteArray answered(R"({"host":"a.test","href":"http://a.test/","url":"http://a.test"})");

} // namespace

/// The built `trawlc explain`: lines in and out, and how it ends.
class TestExplainRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("status");
        const QByteArray tooLong(R"({"error":"longer than 64 MiB"})");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
        QTest::newRow("one") << good + '\n' << answered + '\n' << 0;
        QTest::newRow("no line end") << good + '\n' + good << answered + '\n' + answered + '\n'
                                     << 0;
        QTest::newRow("CRLF") << good + "\r\n" << answered + '\n' << 0;
        QTest::newRow("too long, then good") << QByteArray(65 << 20, 'x') + '\n' + good + '\n'
                                             << tooLong + '\n' + answered + '\n'
                                             << 1;
        QTest::newRow("too long at the end") << QByteArray(65 << 20, 'x') << tooLong + '\n' << 1;
        QTest::newRow("many") << (good + '\n').repeated(100'000)
                              << (answered + '\n').repeated(100'000) << 0;
    }
    void lines()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const int, status);
        Trawlc trawlc(m_dir.path());
        QCOMPARE(trawlc.run({QStringLiteral("explain"), QStringLiteral("url")}, input), status);
        QTEST(trawlc.out(), "output");
        QCOMPARE(trawlc.err(), QByteArray());
    }
    void answersWhenTheInputPauses()
    {
        Trawlc trawlc(m_dir.path());
        trawlc.start({QStringLiteral("explain"), QStringLiteral("url")});
        auto &process = trawlc.process();
        QVERIFY(process.waitForStarted());
        for (int i = 0; i < 3; ++i) {
            process.write(good + "\n{");
            QVERIFY(process.waitForReadyRead(trawl::support::patienceMs));
            QCOMPARE(process.readAllStandardOutput(), answered + '\n');
            process.write(good.sliced(1) + '\n');
            QVERIFY(process.waitForReadyRead(trawl::support::patienceMs));
            QCOMPARE(process.readAllStandardOutput(), answered + '\n');
        }
        process.closeWriteChannel();
        QCOMPARE(trawlc.wait(), 0);
    }
    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("unknown kind")
            << QStringList{QStringLiteral("dns")}
            << QByteArray("unknown kind dns; there are url, name, robots, select, charset, range, "
                          "retry-after, pattern, cookie");
        QTest::newRow("no kind") << QStringList() << QByteArray("a kind is missing");
        QTest::newRow("two") << QStringList{QStringLiteral("url"), QStringLiteral("name")}
                             << QByteArray("one kind at a time");
    }
    void usage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, said);
        Trawlc trawlc(m_dir.path());
        QCOMPARE(trawlc.run(QStringList{QStringLiteral("explain")} + arguments, good), 2);
        QVERIFY2(trawlc.err().contains(said), trawlc.err());
        QCOMPARE(trawlc.out(), QByteArray());
    }
    void badEnds_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::addColumn<int>("status");
        const auto lines = m_dir.filePath(QStringLiteral("lines"));
        QVERIFY(writeFile(lines, good + '\n'));
        QTest::newRow("a full disk") << lines << QStringLiteral("/dev/full") << 4;
        QTest::newRow("a folder") << m_dir.path() << m_dir.filePath(QStringLiteral("out")) << 2;
    }
    void badEnds()
    {
        QFETCH(const QString, in);
        QFETCH(const QString, out);
        QFETCH(const int, status);
        Trawlc trawlc(m_dir.path());
        trawlc.process().setStandardInputFile(in);
        trawlc.process().setStandardOutputFile(out);
        QCOMPARE(trawlc.run({QStringLiteral("explain"), QStringLiteral("url")}), status);
        QVERIFY(trawlc.err().startsWith("trawlc: cannot "));
    }

private:
    QTemporaryDir m_dir;
};

TRAWL_TEST(Guiless, TestExplainRun)

} // namespace tst_explainrun

#include "tst_explainrun.moc"
