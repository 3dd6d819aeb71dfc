// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/listcursor.h"
#include "adding/listinput.h"
#include "support/testmain.h"

#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace tst_listinput {

using namespace trawl;
using namespace trawl::adding;

class TestListInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTextOfADrop()
    {
        QMimeData mime;
        mime.setText(QStringLiteral("  http://a.example/1\nhttp://a.example/2\n"));
        QCOMPARE(inputFromMime(mime).text,
                 QStringLiteral("http://a.example/1\nhttp://a.example/2"));
    }

    void prefersLinksToTheirTitles()
    {
        QMimeData mime;
        mime.setText(QStringLiteral("A page"));
        mime.setUrls({QUrl(QStringLiteral("http://a.example/x%20y"))});
        QCOMPARE(inputFromMime(mime).text, QStringLiteral("http://a.example/x%20y"));
    }

    void takesFilesAndLinksTogether()
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a list.txt")),
                      QUrl(QStringLiteral("https://b.example/"))});
        const auto input = inputFromMime(mime);
        QCOMPARE(input.files, QStringList(QStringLiteral("/tmp/a list.txt")));
        QCOMPARE(input.text, QStringLiteral("https://b.example/"));
    }

    void looksIntoAPartOfAPage()
    {
        QMimeData mime;
        mime.setText(QStringLiteral("here"));
        mime.setHtml(QStringLiteral("<a href=\"http://a.example/x\">here</a>"));
        ListCursor cursor(inputFromMime(mime));
        const auto links = cursor.next();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0].url, QByteArray("http://a.example/x"));
        mime.setText(QStringLiteral("http://b.example/"));
        QCOMPARE(inputFromMime(mime).text, QStringLiteral("http://b.example/"));
    }

    void isEmptyWithoutText()
    {
        QMimeData mime;
        mime.setData(QStringLiteral("image/png"), "x");
        QVERIFY(inputFromMime(mime).isEmpty());
    }

    void tellsFilesFromLinksOnACommandLine()
    {
        const auto list = write(QStringLiteral("l.txt"), "http://a.example/\n");
        const auto input = inputFromArguments({list, QStringLiteral("b.example/x")});
        QCOMPARE(input.files, QStringList(list));
        QCOMPARE(input.text, QStringLiteral("b.example/x"));
    }

    void namesTheSameListTheSame()
    {
        const ListInput one{.text = QStringLiteral("http://a.example/"), .files = {}};
        const ListInput other{.text = QStringLiteral("http://b.example/"), .files = {}};
        QCOMPARE(one.source(), ListInput(one).source());
        QVERIFY(one.source() != other.source());
        QVERIFY(!one.source().isEmpty());
    }

    void readsEverySourceInTurn()
    {
        const auto first =
            write(QStringLiteral("1.txt"), "http://a.example/1\nhttp://a.example/2\n");
        const auto second = write(QStringLiteral("2.csv"), "name,url\nx,http://a.example/3\n");
        ListCursor cursor({.text = QStringLiteral("http://a.example/4"), .files = {first, second}});
        QStringList urls;
        QStringList files;
        for (auto links = cursor.next(1); !links.isEmpty(); links = cursor.next(1)) {
            urls << QString::fromLatin1(links.first().url).right(1);
            files << cursor.file();
        }
        QCOMPARE(urls.join(u' '), QStringLiteral("1 2 3 4"));
        QCOMPARE(files, QStringList({first, first, second, QString()}));
        QVERIFY2(cursor.error().isEmpty(), qPrintable(cursor.error()));
        QCOMPARE(cursor.fraction(), 1.0);
    }

    void goesOnBehindAFileThatCannotBeRead()
    {
        const auto missing = m_dir.filePath(QStringLiteral("missing.txt"));
        const auto there = write(QStringLiteral("there.txt"), "http://a.example/1\n");
        ListCursor cursor({.text = {}, .files = {missing, there}});
        QCOMPARE(cursor.next().size(), 1);
        QVERIFY(cursor.next().isEmpty());
        QVERIFY2(cursor.error().startsWith(u"missing.txt: "), qPrintable(cursor.error()));
    }

    void saysWhatWasPassedOver()
    {
        const auto text = write(QStringLiteral("t.txt"), "See this:\nand http://a.example/1\n");
        ListCursor cursor({.text = {}, .files = {text}});
        QCOMPARE(cursor.next().size(), 1);
        QVERIFY(cursor.next().isEmpty());
        QCOMPARE(cursor.error(), QString());
        QCOMPARE(cursor.note(),
                 QStringLiteral("t.txt: has a line without a link, which is left out: line 1"));
    }

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

TRAWL_TEST(Guiless, TestListInput)

} // namespace tst_listinput

#include "tst_listinput.moc"
