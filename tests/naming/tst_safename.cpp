// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/filename.h"
#include "naming/suffix.h"
#include "support/testmain.h"

#include <QTest>

#include <random>

namespace tst_safename {

using namespace trawl::naming;

class SafeNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleaned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const QString &name, const QString &expected) {
            QTest::newRow(title) << name << expected;
        };
        row("plain", QStringLiteral("report 1.5.pdf"), QStringLiteral("report 1.5.pdf"));
        row("CJK and emoji", QStringLiteral("中文 🐟.txt"), QStringLiteral("中文 🐟.txt"));
        row("up", QStringLiteral(".."), QString());
        row("dots and spaces", QStringLiteral(" . .. "), QString());
        row("empty", QString(), QString());
        row("path up", QStringLiteral("../../x"), QStringLiteral("_.._x"));
        row("Windows path up", QStringLiteral("..\\x"), QStringLiteral("_x"));
        row("absolute", QStringLiteral("/etc/passwd"), QStringLiteral("_etc_passwd"));
        row("drive", QStringLiteral("C:\\x"), QStringLiteral("C__x"));
        row("NUL byte", QString(QChar(0)) + QStringLiteral("a") + QChar(0), QStringLiteral("_a_"));
        row("controls", QStringLiteral("a\nb\x1b[31mc\x7f\u0085"), QStringLiteral("a_b_[31mc__"));
        row("reserved", QStringLiteral("a<b>c:d\"e|f?g*h"), QStringLiteral("a_b_c_d_e_f_g_h"));
        row("hidden", QStringLiteral(".bashrc"), QStringLiteral("bashrc"));
        row("our own folder", QStringLiteral(".trawl"), QStringLiteral("trawl"));
        row("trailing dot", QStringLiteral("a.txt."), QStringLiteral("a.txt"));
        row("trailing dots and spaces", QStringLiteral("a.txt . . "), QStringLiteral("a.txt"));
        row("RTL override", QStringLiteral("inv\u202efdp.exe"), QStringLiteral("inv_fdp.exe"));
        row("isolates", QStringLiteral("\u2066a\u2069\u200fb"), QStringLiteral("_a__b"));
        row("line separator", QStringLiteral("a\u2028b\ufeff"), QStringLiteral("a_b_"));
        row("lone surrogate", QStringLiteral("a") + QChar(0xd800) + QStringLiteral("b"),
            QStringLiteral("a_b"));
        row("not a character", QStringLiteral("a\uffffb"), QStringLiteral("a_b"));
        row("one form", QStringLiteral("a\u0308"), QStringLiteral("ä"));
        row("device", QStringLiteral("CON"), QStringLiteral("_CON"));
        row("device, small", QStringLiteral("nul"), QStringLiteral("_nul"));
        row("device with extension", QStringLiteral("aux.tar.gz"), QStringLiteral("_aux.tar.gz"));
        row("device after a dot", QStringLiteral("..con.txt"), QStringLiteral("_con.txt"));
        row("device and a space", QStringLiteral("com1 .txt"), QStringLiteral("_com1 .txt"));
        row("device, superscript", QStringLiteral("LPT²"), QStringLiteral("_LPT²"));
        row("no device", QStringLiteral("console"), QStringLiteral("console"));
        row("no device either", QStringLiteral("com10"), QStringLiteral("com10"));
    }

    void cleaned()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(safeName(name), expected);
        QCOMPARE(safeName(expected), expected);
    }

    void longNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("end");
        QTest::newRow("5 000 letters") << QString(5000, u'a') << QStringLiteral("aaa");
        QTest::newRow("extension stays")
            << QString(5000, u'a') + QStringLiteral(".jpeg") << QStringLiteral("a.jpeg");
        QTest::newRow("both extensions stay")
            << QString(5000, u'a') + QStringLiteral(".tar.gz") << QStringLiteral("a.tar.gz");
        QTest::newRow("three bytes each")
            << QString(300, u'中') + QStringLiteral(".txt") << QStringLiteral("中.txt");
        QTest::newRow("four bytes each")
            << QStringLiteral("🐟").repeated(200) << QStringLiteral("🐟");
        QTest::newRow("no dot at the cut")
            << QString(100, u'a') + QString(5000, u'.') + QStringLiteral(".txt")
            << QStringLiteral("a.txt");
    }

    void longNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, end);
        for (const QString &result :
             {safeName(name), numbered(safeName(name), 1), numbered(name, 123'456)}) {
            const QByteArray utf8 = result.toUtf8();
            QVERIFY(utf8.size() <= maxNameBytes);
            QCOMPARE(QString::fromUtf8(utf8), result); // no half character
        }
        QVERIFY2(safeName(name).endsWith(end), qPrintable(safeName(name)));
        QCOMPARE(safeName(safeName(name)), safeName(name));
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no extension") << QStringLiteral("a") << QStringLiteral("a (2)");
        QTest::newRow("extension") << QStringLiteral("a.txt") << QStringLiteral("a (2).txt");
        QTest::newRow("archive") << QStringLiteral("a.tar.gz") << QStringLiteral("a (2).tar.gz");
        QTest::newRow("only tar") << QStringLiteral(".tar.gz") << QStringLiteral(".tar (2).gz");
        QTest::newRow("version") << QStringLiteral("v1.2") << QStringLiteral("v1.2 (2)");
        QTest::newRow("numbered already")
            << QStringLiteral("a (1).txt") << QStringLiteral("a (1) (2).txt");
        QTest::newRow("a sentence")
            << QStringLiteral("Dr. Who is here") << QStringLiteral("Dr. Who is here (2)");
    }

    void numbers()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(numbered(name, 2), expected);
    }

    void stems()
    {
        QCOMPARE(stemSize(u""), 0);
        QCOMPARE(stemSize(u"."), 1);
        QCOMPARE(stemSize(u".a"), 2);
        QCOMPARE(stemSize(u"a."), 2);
        QCOMPARE(stemSize(u"a.b"), 1);
        QCOMPARE(stemSize(u"a.7z"), 1);
        QCOMPARE(stemSize(u"a.001"), 5);
        QCOMPARE(stemSize(u"a.elevenchars"), 13);
    }

    /// Whatever goes in: nothing outside the folder, no part of a name that is not a name.
    void random()
    {
        static constexpr char16_t alphabet[] =
            u"a.b /\\ .C.O.N.:\u202e\xd83d\xdc1f\xd83d\u0308\n\"";
        std::mt19937 random(7);
        for (int i = 0; i < 5000; ++i) {
            QString name;
            for (std::size_t n = random() % 300; n > 0; --n)
                name.append(QChar(alphabet[random() % (std::size(alphabet) - 1)]));
            const QString safe = safeName(name);
            if (safe.isEmpty())
                continue;
            QVERIFY(!safe.contains(u'/') && !safe.contains(u'\\') && !safe.startsWith(u'.'));
            QVERIFY(safe.toUtf8().size() <= maxNameBytes);
            QCOMPARE(safeName(safe), safe);
        }
    }
};

TRAWL_TEST(Appless, SafeNameTest)

} // namespace tst_safename

#include "tst_safename.moc"
