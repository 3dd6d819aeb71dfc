// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace tst_faults_names {

using namespace trawl;
using namespace trawl::faults;

namespace {

const QByteArray body = "the body";

/// Everything that lies below a folder, links not followed.
QStringList everythingIn(const QString &folder)
{
    QStringList all;
    for (const auto &entry : QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden |
                                                        QDir::System | QDir::NoDotAndDotDot)) {
        all.append(entry.fileName());
        if (entry.isDir() && !entry.isSymLink())
            all += everythingIn(entry.filePath());
    }
    return all;
}

bool isTame(const QString &name)
{
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression wild(
        QStringLiteral("[/\\\\\\x{0}-\\x{1f}\\x{7f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
    return !name.isEmpty() && !name.startsWith(u'.') && !name.endsWith(u'.') &&
           !name.endsWith(u' ') && name.toUtf8().size() <= 255 && !name.contains(wild) &&
           !name.contains(device);
}

} // namespace

/// File names that collide or mean harm (rows 13 and 15).
class FaultsNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNameForAll();
    void wildNames_data();
    void wildNames();
    void linksInTheWay();
    void linkForThePartDirectory();
};

void FaultsNames::oneNameForAll()
{
    constexpr int count = 100;
    Bench bench;
    QVERIFY(QDir().mkpath(bench.out()));
    QVERIFY(writeFile(bench.out() + QStringLiteral("/same.bin"), "mine"));
    QVERIFY(writeFile(bench.out() + QStringLiteral("/same (7).bin"), "mine, too"));
    for (int i = 0; i < count; ++i) {
        const auto path = "/" + QByteArray::number(i) + "/same.bin";
        bench.serve(path, {bodyOf(path, 5000)});
    }
    QCOMPARE(bench.get({QStringLiteral("--per-host"), QStringLiteral("64")}), 0);
    HOLDS(bench, {.own = {{QStringLiteral("same.bin"), "mine"},
                          {QStringLiteral("same (7).bin"), "mine, too"}}});
    QCOMPARE(bench.count(QStringLiteral("done")), count);
    for (int i = 1; i <= count + 1; ++i)
        QVERIFY(QFile::exists(bench.out() + QStringLiteral("/same (%1).bin").arg(i)));
}

void FaultsNames::wildNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("../../x") << QByteArray("../../x");
    QTest::newRow("%2e%2e%2f") << QByteArray("%2e%2e%2f%2e%2e%2fx");
    QTest::newRow("..\\") << QByteArray("..\\..\\x");
    QTest::newRow("absolute") << QByteArray("/etc/passwd");
    QTest::newRow("drive") << QByteArray("C:\\x");
    QTest::newRow("NUL") << QByteArray("a%00b.txt");
    QTest::newRow("5 000 chars") << QByteArray(5000, 'x') + ".bin";
    QTest::newRow("5 000 wide chars") << QByteArray("%E4%BD%A0").repeated(1700);
    QTest::newRow(".bashrc") << QByteArray(".bashrc");
    QTest::newRow("CON") << QByteArray("CON");
    QTest::newRow("nul.txt") << QByteArray("nul.txt");
    QTest::newRow("trailing dot") << QByteArray("x.exe.");
    QTest::newRow("trailing space") << QByteArray("x.exe%20");
    QTest::newRow("RTL override") << QByteArray("%E2%80%AEgpj.exe");
    QTest::newRow("line feed") << QByteArray("a%0Ab");
    QTest::newRow("dots alone") << QByteArray("..");
    QTest::newRow("no UTF-8") << QByteArray("%FF%FE%80");
    QTest::newRow("our own folder") << QByteArray(".trawl");
}

/// In the URL, in filename, in filename*, at once.
void FaultsNames::wildNames()
{
    QFETCH(const QByteArray, name);
    const auto decoded = QByteArray::fromPercentEncoding(name);
    const QByteArray disposition = "Content-Disposition: attachment; filename";
    Bench bench;
    const auto add = [&](const QByteArray &path, const QByteArray &field) {
        bench.site().answer(path, raw(support::okSized(body, field)));
        bench.expect(bench.site().url(path), body);
    };
    QByteArray quoted = decoded;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    add("/star", disposition + "*=UTF-8''" + name + "\r\n");
    if (!decoded.contains('\0') && !decoded.contains('\n'))
        add("/quoted", disposition + "=\"" + quoted + "\"\r\n");
    add("/percent", disposition + "=\"" + name.left(2000) + "\"\r\n");
    bench.site().answerAll(raw(support::okSized(body))); // encoded dots may go on the way
    if (!name.contains('\\') && !name.startsWith(".."))  // as a URL they are another one
        bench.expect(bench.site().url("/url/" + name), body);
    QCOMPARE(bench.get(), 0);
    HOLDS(bench);
    for (const auto &row : readResults(bench.path(QStringLiteral("r.jsonl"))))
        QVERIFY2(isTame(row.file), qPrintable(row.file));
    QCOMPARE(everythingIn(bench.out()).size(), bench.list().size());
    const QStringList known{QStringLiteral("list.txt"),     QStringLiteral("out"),
                            QStringLiteral("r.jsonl"),      QStringLiteral("s.trawl"),
                            QStringLiteral("s.trawl.lock"), QStringLiteral("s.trawl-shm"),
                            QStringLiteral("s.trawl-wal")};
    for (const auto &entry :
         QDir(bench.path({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        QVERIFY2(known.contains(entry), qPrintable(entry));
}

void FaultsNames::linksInTheWay()
{
    Bench bench;
    QVERIFY(QDir().mkpath(bench.out()));
    const auto victim = bench.path(QStringLiteral("victim"));
    QVERIFY(writeFile(victim, "precious"));
    QVERIFY(QFile::link(victim, bench.out() + QStringLiteral("/x.bin")));
    QVERIFY(QFile::link(bench.path(QStringLiteral("dangling")),
                        bench.out() + QStringLiteral("/y.bin")));
    bench.serve("/x.bin", {body});
    bench.serve("/y.bin", {body});
    QCOMPARE(bench.get(), 0);
    QCOMPARE(contents(victim), QByteArray("precious"));
    QVERIFY(!QFile::exists(bench.path(QStringLiteral("dangling"))));
    QVERIFY(QFile::remove(bench.out() + QStringLiteral("/x.bin")));
    QVERIFY(QFile::remove(bench.out() + QStringLiteral("/y.bin")));
    HOLDS(bench);
}

/// What lies behind it is not ours to tidy up.
void FaultsNames::linkForThePartDirectory()
{
    Bench bench;
    const auto elsewhere = bench.path(QStringLiteral("elsewhere"));
    QVERIFY(QDir().mkpath(bench.out()));
    QVERIFY(QDir().mkpath(elsewhere + QStringLiteral("/1")));
    QVERIFY(writeFile(elsewhere + QStringLiteral("/1/1.part"), "precious"));
    QVERIFY(writeFile(elsewhere + QStringLiteral("/precious"), "precious"));
    QVERIFY(QFile::link(elsewhere, bench.out() + QStringLiteral("/.trawl")));
    const auto url = bench.serve("/x.bin", {body});
    QCOMPARE(bench.get(), 4);
    QVERIFY2(bench.trawlc().err().contains(".trawl is a link or a file"), bench.trawlc().err());
    QCOMPARE(QDir(elsewhere).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{QStringLiteral("1"), QStringLiteral("precious")}));
    QCOMPARE(contents(elsewhere + QStringLiteral("/precious")), QByteArray("precious"));
    QCOMPARE(contents(elsewhere + QStringLiteral("/1/1.part")), QByteArray("precious"));
}

TRAWL_TEST(Guiless, FaultsNames)

} // namespace tst_faults_names

#include "tst_faults_names.moc"
