// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pattern.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_regexpattern {

using namespace trawl::extract;
using namespace std::chrono_literals;

class TestPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gives_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, const char *pattern, const char *text,
                            const QStringList &values) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << values;
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("all of it", "b+", "abbbcb", {s("bbb"), s("b")});
        row("the first group", "(\\d+) (EUR|USD)", "5 EUR, 7 USD", {s("5"), s("7")});
        row("the group value", "(\\d+) (?<value>EUR|USD)", "5 EUR, 7 USD", {s("EUR"), s("USD")});
        row("a group that took no part", "a(b)?", "a ab a", {s("b")});
        row("an empty group", "a(b*)", "a ab", {s(""), s("b")});
        row("a group that does not capture", "(?:a)b", "ab", {s("ab")});
        row("nothing", "x", "abc", {});
        row("empty matches", "x*", "axb", {s(""), s("x"), s(""), s("")});
        row("only empty", "", "ab", {s(""), s(""), s("")});
        row("empty text", "^$", "", {s("")});
        row("empty text, no match", "a", "", {});
        row("Unicode letters", "\\w+", "Füße, Жук", {s("Füße"), s("Жук")});
        row("Unicode digits", "\\d+", "a١٢", {s("١٢")});
        row("case by option", "(?i)É", "éÉ", {s("é"), s("É")});
        row("beyond the BMP", ".", "😀é", {s("😀"), s("é")});
        row("empty beside pairs", "x*", "😀", {s(""), s("")});
        row("lines", "(?m)^b$", "a\nb\nc\nb", {s("b"), s("b")});
        row("look-behind", "(?<=€)\\d+", "€5 6 €7", {s("5"), s("7")});
        row("\\K", "a\\Kb", "abab", {s("b"), s("b")});
        row("\\G", "\\Ga", "aaba", {s("a"), s("a")});
    }

    void gives()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QStringList, values);
        const auto compiled = Pattern::compile(pattern);
        QVERIFY2(compiled, qPrintable(compiled ? QString() : compiled.error()));
        Effort effort;
        QCOMPARE(compiled->matches(text, 100, effort), values);
        QCOMPARE(compiled->matches(text, 1, effort), values.mid(0, 1));
        QCOMPARE(compiled->first(text, effort).has_value(), !values.isEmpty());
        QVERIFY(!effort.isSpent());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *pattern, const char *where) {
            QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(where);
        };
        row("a(b", "(character 4)");
        row("a)", "(character 2)");
        row("[a", "(character 3)");
        row("a{2,1}", "(character 6)");
        row("*", "(character 1)");
        row("\\C", "(character 3)");
        row("(?=a\\K)", "not allowed in lookarounds");
        QTest::newRow("too long") << QString(20'001, u'a') << QStringLiteral("20000 characters");
        QTest::newRow("too deep") << QString(500, u'(') + QString(500, u')')
                                  << QStringLiteral("nested");
        QTest::newRow("too large when compiled")
            << QStringLiteral("((a{1000}){1000}){1000}") << QStringLiteral("large");
        QTest::newRow("a lone surrogate")
            << QString(QChar(0xd800)) << QStringLiteral("(character 1)");
    }

    void refuses()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, where);
        const auto compiled = Pattern::compile(pattern);
        QVERIFY(!compiled);
        QVERIFY2(compiled.error().contains(where), qPrintable(compiled.error()));
    }

    void explodesNowhere_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        const QString as = QString(100'000, u'a') + u'b';
        const QString digits = QString(1'000'000, u'1') + QStringLiteral(" x");
        const auto row = [](const char *pattern, const QString &text) {
            QTest::newRow(pattern) << QString::fromUtf8(pattern) << text;
        };
        row("(a+)+$", as);
        row("(?:a|aa)+$", as);
        row("(a*)*[cd]", as);
        row("^(([a-z])+.)+[A-Z]([a-z])+$", as);
        row("(*LIMIT_MATCH=4000000000)(a+)+$", as);
        row("(*LIMIT_HEAP=4000000000)(*NO_JIT)(a+)+$", as);
        row("(*NO_JIT)(*LIMIT_DEPTH=4000000000)(a|b|ab)*[cd]", as);
        row("(*LIMIT_MATCH=10)(a+)+$", QStringLiteral("aaaaaaaaaaaaaab"));
        row("(?R)?a(?R)?b", as);
        row("(*NO_JIT)\\d+x", digits);
        row("1(?=(\\d+)x)", digits);
        row("(?=.*z).", digits);
        row("(1|2)(?:.*?)x", digits);
        row("\\d(?=(\\d+)z)", QString(1'000'000, u'a') + digits); // late
        row("^(?:(?=.*z)a)*$", as.chopped(1) + QStringLiteral("zz"));
        row("(?:(?=.*z)a)*b", as.chopped(1) + QStringLiteral("zzb?"));
    }

    void explodesNowhere()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        const auto compiled = Pattern::compile(pattern);
        QVERIFY2(compiled, qPrintable(compiled ? QString() : compiled.error()));
        Effort effort(200ms);
        QVERIFY(!compiled->contains(text, effort));
        QVERIFY(effort.isSpent());
    }

    void sharesAnEffort()
    {
        Effort effort;
        const auto slow = Pattern::compile(u"(a+)+$");
        const auto quick = Pattern::compile(u"a");
        QVERIFY(slow && quick);
        QVERIFY(quick->contains(u"a", effort));
        QVERIFY(!slow->contains(QString(QString(50, u'a') + u'b'), effort));
        QVERIFY(effort.isSpent());
        QVERIFY(!quick->contains(u"a", effort));
    }

    void isQuickWhereItCan()
    {
        // A body of 8 million characters with what is looked for at its end.
        const QString text = QString(8'000'000, u'a') + QStringLiteral("price: 12");
        const auto compiled = Pattern::compile(u"price: (\\d+)");
        QVERIFY(compiled);
        Effort effort;
        QCOMPARE(compiled->matches(text, 10, effort), {QStringLiteral("12")});
        QVERIFY(!effort.isSpent());
        const auto letters = Pattern::compile(u"(?:.|\\n)*12");
        const QString page = QString(300'000, u'a') + QStringLiteral("12");
        QVERIFY(letters && letters->contains(page, effort));
    }

    void manyMatches()
    {
        const QString text = QString(300'000, u'a');
        const auto compiled = Pattern::compile(u"a");
        Effort effort(20s);
        QCOMPARE(compiled->matches(text, 100'000, effort).size(), 100'000);
        QCOMPARE(compiled->matches(text, 1'000'000, effort).size(), 300'000);
        QVERIFY(!effort.isSpent());
    }

    void brokenText()
    {
        QString text = QStringLiteral("a1");
        text.append(QChar(0xdc00));
        text.append(QStringLiteral("b2"));
        text.append(QChar(0xd800));
        const auto compiled = Pattern::compile(u"[a-z]\\d");
        Effort effort;
        const QStringList both{QStringLiteral("a1"), QStringLiteral("b2")};
        QCOMPARE(compiled->matches(text, 10, effort), both);
        QVERIFY(compiled->contains(text, effort));
    }

    void findsWhereverSlicesEnd()
    {
        const auto compiled = Pattern::compile(u"(?<=x)y+z");
        for (int length = 0; length < 2'000; ++length) {
            const QString text = QString(length, u'x') + QStringLiteral("xyyz") + QString(10, u'x');
            Effort effort;
            QCOMPARE(compiled->matches(text, 10, effort), {QStringLiteral("yyz")});
        }
        const auto pairs = Pattern::compile(u"[^a]+$");
        const QString text = QStringLiteral("😀").repeated(2'000) + u'a' + QStringLiteral("😀");
        Effort effort;
        QCOMPARE(pairs->matches(text, 10, effort), {QStringLiteral("😀")});
    }

    void takesAnything()
    {
        const QString letters = QStringLiteral("ab()[]{}*+?|\\^$.-,:=!<>&#123PpRKGQE'\"\n😀");
        QRandomGenerator random(7);
        const auto text = [&](int most) {
            QString result;
            for (auto n = random.bounded(most); n > 0; --n)
                result.append(letters.at(random.bounded(letters.size())));
            return result;
        };
        int good = 0;
        for (int i = 0; i < 20'000; ++i) {
            const auto compiled = Pattern::compile(text(12));
            if (!compiled)
                continue;
            ++good;
            Effort effort(50ms);
            QVERIFY(compiled->matches(text(40), 50, effort).size() <= 50);
        }
        QVERIFY(good > 500);
    }
};

TRAWL_TEST(Appless, TestPattern)

} // namespace tst_regexpattern

#include "tst_regexpattern.moc"
