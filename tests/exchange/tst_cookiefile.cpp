// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cookiefile.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_cookiefile {

using namespace trawl::exchange;

class TestCookieFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString write(const QByteArray &text) const
    {
        const auto path = m_dir.filePath(QStringLiteral("cookies.txt"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path
                                                                                  : QString();
    }

private Q_SLOTS:
    void files_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("cookies");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *title, const QByteArray &text, int cookies,
                            const char *note = "") {
            QTest::newRow(title) << text << cookies << QString::fromLatin1(note);
        };
        const QByteArray good("a.test\tFALSE\t/\tFALSE\t0\tn\tv\n");
        row("empty", "", 0);
        row("comments alone", "# Netscape HTTP Cookie File\n\n# none\n", 0);
        row("one", "# Netscape HTTP Cookie File\n\n" + good, 1);
        row("of HttpOnly", "#HttpOnly_" + good, 1);
        row("a line that is none", good + "\nn=v; Path=/\n" + good.toUpper(), 2,
            "has a line without a cookie, which is left out: line 3");
        row("several that are none", "a.test TRUE / FALSE 0 n secret\n" + good + "x\n", 1,
            "has 2 lines without a cookie, which are left out; the first is line 1");
    }
    void files()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, cookies);
        QFETCH(QString, note);
        for (const auto &bytes : {text, QByteArray(text).replace("\n", "\r\n")}) {
            const auto found = readCookieFile(write(bytes));
            QVERIFY2(found, qPrintable(found ? QString() : found.error()));
            QCOMPARE(found->lines.size(), cookies);
            QCOMPARE(found->note, note);
        }
    }
    void whatIsNoCookieFile()
    {
        QCOMPARE(readCookieFile(write("n=v; Path=/\n")).error(),
                 QStringLiteral("is no Netscape cookie file"));
        QCOMPARE(readCookieFile(m_dir.filePath(QStringLiteral("gone"))).error(),
                 QStringLiteral("cannot be read: No such file or directory"));
        QVERIFY(readCookieFile(m_dir.path()).error().startsWith(QStringLiteral("cannot be read")));
        QCOMPARE(readCookieFile(write(QByteArray((16 << 20) + 1, '\n'))).error(),
                 QStringLiteral("is larger than 16 MiB"));
    }
};

TRAWL_TEST(Guiless, TestCookieFile)

} // namespace tst_cookiefile

#include "tst_cookiefile.moc"
