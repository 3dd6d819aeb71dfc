// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/cookielines.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_cookielines {

using namespace trawl::item;

namespace {

QByteArray line(const char *domain, const char *name, const char *value, const char *path = "/")
{
    return QByteArray(domain) + "\tTRUE\t" + path + "\tFALSE\t0\t" + name + '\t' + value;
}

} // namespace

class TestCookieLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterReplacesEarlier()
    {
        CookieLines jar;
        const auto first = line("a.example", "id", "1");
        QCOMPARE(jar.merge({first}), QList{first});
        QCOMPARE(jar.merge({first}), QList<QByteArray>()); // nothing new
        const auto second = line(".A.example", "id", "2");
        QCOMPARE(jar.merge({second}), QList{second});
        QCOMPARE(jar.lines(), QList{second});
    }
    void differentCookiesStay()
    {
        CookieLines jar;
        QList<QByteArray> lines{line("a.example", "id", "1"), line("a.example", "ID", "2"),
                                line("b.example", "id", "3"), line("a.example", "id", "4", "/x")};
        std::sort(lines.begin(), lines.end());
        QCOMPARE(jar.merge(lines), lines);
        QCOMPARE(jar.lines(), lines);
    }
    void httpOnlyIsTheSameCookie()
    {
        CookieLines jar;
        (void)jar.merge({line("a.example", "id", "1")});
        (void)jar.merge({line("#HttpOnly_a.example", "id", "2")});
        QCOMPARE(jar.lines(), QList{line("#HttpOnly_a.example", "id", "2")});
    }
    void passesOverWhatIsNoCookie_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("comment") << QByteArray("# Netscape HTTP Cookie File");
        QTest::newRow("comment with tabs") << line("# a.example", "id", "1");
        QTest::newRow("six fields") << QByteArray("a\tTRUE\t/\tFALSE\t0\tid");
        QTest::newRow("no name") << line("a.example", "", "1");
        QTest::newRow("no domain") << line("", "id", "1");
        QTest::newRow("empty") << QByteArray();
    }
    void passesOverWhatIsNoCookie()
    {
        QFETCH(QByteArray, text);
        CookieLines jar;
        QVERIFY(jar.merge({text}).isEmpty());
        QVERIFY(jar.isEmpty());
        QCOMPARE(jar.text(), QByteArray());
    }
    void textGoesBothWays()
    {
        CookieLines jar;
        (void)jar.merge({line("a.example", "x", ""), line("b.example", "y", "2")});
        CookieLines other;
        (void)other.merge(CookieLines::split("\xef\xbb\xbf" +
                                             jar.text().replace("\n", "\xc2\xa0\r\n\xe2\x80\x8b")));
        QCOMPARE(other.text(), jar.text());
    }
    void doesNotGrowWithoutEnd()
    {
        CookieLines jar;
        for (int i = 0; i < CookieLines::most + 10; ++i)
            (void)jar.merge({line("a.example", QByteArray::number(i).constData(), "1")});
        QCOMPARE(jar.lines().size(), CookieLines::most);
        QCOMPARE(jar.merge({line("a.example", "0", "2")}).size(), 1); // known ones change on
    }
};

TRAWL_TEST(Appless, TestCookieLines)

} // namespace tst_cookielines

#include "tst_cookielines.moc"
