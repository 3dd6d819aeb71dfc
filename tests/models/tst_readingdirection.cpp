// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readingdirection.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_readingdirection {

using namespace trawl::models;

class TestReadingDirection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fromLeft");
        const auto row = [](const char *name, const QString &text, bool fromLeft) {
            QTest::newRow(name) << text << fromLeft;
        };
        row("nothing", {}, true);
        row("a number", QStringLiteral("47 %"), true);
        row("a size", QStringLiteral("2.1 MiB"), true);
        row("a link", QStringLiteral("https://a.example/b/?q=1"), true);
        row("a link with words", QStringLiteral("https://a.example/مقالات/جديد/"), true);
        row("a host", QStringLiteral("a.example:8443"), true);
        row("a path", QStringLiteral("/home/ada/مقالات/جديد"), true);
        row("a path at home", QStringLiteral("~/مقالات/"), true);
        row("a selector", QStringLiteral(".price > b:nth-child(2)"), true);
        row("Chinese", QStringLiteral("已熔断，（马上重试）"), true);
        row("a line of the log", QStringLiteral("worker 3: cannot write مقالة.pdf (disk full)"),
            true);
        row("words", QStringLiteral("مقالات جديدة"), false);
        row("words in Hebrew", QStringLiteral("ממתין"), false);
        row("words behind a number", QStringLiteral("12 مقالة"), false);
        row("words with a name in them", QStringLiteral("فشل: a.example لا يجيب"), false);
        row("words behind a name", QStringLiteral("HTTP مقالات جديدة"), false);
        row("a file's name", QStringLiteral("مقالة.pdf"), false);
    }
    void tells()
    {
        QFETCH(QString, text);
        QTEST(readsLeftToRight(text), "fromLeft");
        const auto painted = markedForPainting(text);
        QVERIFY(painted.contains(text));
        QCOMPARE(painted != text, readsLeftToRight(text) && !text.isEmpty());
    }
};

TRAWL_TEST(Gui, TestReadingDirection)

} // namespace tst_readingdirection

#include "tst_readingdirection.moc"
