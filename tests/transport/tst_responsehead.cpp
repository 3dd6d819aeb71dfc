// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "transport/responsehead.h"

#include <QTest>

namespace tst_responsehead {

using trawl::transport::ResponseHead;

namespace {

bool feed(ResponseHead &head, const QByteArray &text)
{
    qsizetype start = 0;
    while (start < text.size()) {
        const auto end = text.indexOf('\n', start) + 1;
        if (!head.addLine(QByteArrayView(text).sliced(start, end - start)))
            return false;
        start = end;
    }
    return true;
}

} // namespace

class TestResponseHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finalHead()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 200 All is well\r\nServer: x\r\nEmpty:\r\n"));
        QVERIFY(!head.isComplete());
        QVERIFY(feed(head, "\r\n"));
        QVERIFY(head.isComplete());
        QCOMPARE(head.status(), 200);
        QCOMPARE(head.reason().toByteArray(), QByteArray("All is well"));
        const QList<ResponseHead::Field> expected = {{"Server", "x"}, {"Empty", ""}};
        QCOMPARE(head.fields(), expected);
        QVERIFY(!head.fields().at(1).second.isNull()); // a null value would erase a raw header
    }
    void faults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const QByteArray &fields, bool good) {
            QTest::newRow(name) << "HTTP/1.1 200 OK\r\n" + fields + "\r\n" << good;
        };
        row("no length", "A: b\r\n", true);
        row("two lengths", "Content-Length: 7\r\ncontent-length: 5\r\n", false);
        row("one length twice", "Content-Length: 7\r\ncontent-length: 7\r\n", true);
        for (const char *length : {"30", "030", "30, 30", " 30 ,30\t"})
            row(length, "Content-Length: " + QByteArray(length) + "\r\n", true);
        for (const char *length : {"0x20", "30s", "+30", "-30", "30,", ",30", "30,42", "3 0", "",
                                   "3.0", "36893488147419103232", "9223372036854775808"})
            row(length, "Content-Length: " + QByteArray(length) + "\r\n", false);
        for (const char *coding :
             {"chunked", "Chunked", "chunked, chunked", "identity", "identity, chunked"})
            row(coding, "Transfer-Encoding: " + QByteArray(coding) + "\r\n", true);
        for (const char *coding :
             {"gzip", "chunked, gzip", "gzip, chunked", "xchunked", "chunked;a=b"})
            row(coding, "Transfer-Encoding: " + QByteArray(coding) + "\r\n", false);
        row("chunked goes before", "Content-Length: 3x\r\nTransfer-Encoding: chunked\r\n", true);
        row("identity does not", "Content-Length: 3x\r\nTransfer-Encoding: identity\r\n", false);
        row("two places, but no redirect", "Location: /a\r\nLocation: /b\r\n", true);
    }
    void faults()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, good);
        ResponseHead head;
        QVERIFY(feed(head, text));
        QVERIFY(head.isComplete());
        QCOMPARE(head.fault().isEmpty(), good);
    }
    void eachHeadForItself()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 103 Hints\r\nContent-Length: 0\r\nTransfer-Encoding: x\r\n\r\n"
                           "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
        QVERIFY(head.fault().isEmpty());
    }
    void targets()
    {
        ResponseHead one;
        QVERIFY(feed(one, "HTTP/1.1 302 Found\r\nLocation: /a\r\nlocation: /a\r\n\r\n"));
        QVERIFY(one.fault().isEmpty());
        QCOMPARE(one.fields(), (QList<ResponseHead::Field>{{"Location", "/a"}}));
        ResponseHead two;
        QVERIFY(feed(two, "HTTP/1.1 302 Found\r\nLocation: /a\r\nlocation: /b\r\n\r\n"));
        QVERIFY(!two.fault().isEmpty());
    }
    void whatMayStandOnce()
    {
        ResponseHead head;
        QVERIFY(feed(head,
                     "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nETag: \"b\"\r\n"
                     "Content-Type: text/html\r\nContent-Type: image/png\r\n"
                     "Content-Disposition: attachment; filename=a\r\n"
                     "Content-Disposition: attachment; filename=b\r\n"
                     "Last-Modified: x\r\nLast-Modified: x\r\nRetry-After: 1\r\nRetry-After: 2\r\n"
                     "Content-Range: bytes 0-1/2\r\nContent-Range: bytes 0-1/2\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {
            {"ETag", "\"a\""},
            {"Content-Type", "image/png"},
            {"Content-Disposition", "attachment; filename=a"},
            {"Last-Modified", "x"},
            {"Retry-After", "1"},
            {"Content-Range", "bytes 0-1/2"}};
        QCOMPARE(head.fields(), expected);
    }
    void withoutReason()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/2 404 \r\n\r\n"));
        QCOMPARE(head.status(), 404);
        QVERIFY(head.reason().isEmpty());
        QVERIFY(head.fields().isEmpty());
    }
    void cutStatusLines()
    {
        for (const QByteArray line : {"HTTP/1.1\r\n\r\n", "HTTP/1.1 2\r\n\r\n", "\r\n\r\n"}) {
            ResponseHead head;
            QVERIFY(feed(head, line));
            QVERIFY(!head.isComplete());
            QVERIFY(head.reason().isEmpty());
        }
    }
    void interimHeadsArePassedOver()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"));
        QVERIFY(!head.isComplete());
        QVERIFY(feed(head, "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {{"A", "1"}};
        QCOMPARE(head.fields(), expected);
    }
    void trailersAreDropped()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 200 OK\r\nA: 1\r\n\r\nB: 2\r\n\r\n"));
        QCOMPARE(head.fields().size(), 1);
    }
    void equalNamesAreJoined()
    {
        ResponseHead head;
        QVERIFY(feed(head, "HTTP/1.1 200 OK\r\nVary: a\r\nSet-Cookie: x=1\r\nvary: b\r\n"
                           "set-cookie: y=2\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {{"Vary", "a, b"}, {"Set-Cookie", "x=1\ny=2"}};
        QCOMPARE(head.fields(), expected);
    }
    void foldedLinesAndLinesWithoutColon()
    {
        ResponseHead head;
        QVERIFY(feed(head,
                     "HTTP/1.1 200 OK\r\n lost\r\nA: 1\r\n\t 2\r\nnonsense\r\n: v\r\nB:3\r\n\r\n"));
        const QList<ResponseHead::Field> expected = {{"A", "1 2"}, {"B", "3"}};
        QCOMPARE(head.fields(), expected);
    }
    void closeDelimited_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("yes") << QByteArray("HTTP/1.1 200 OK\r\nA: 1\r\n\r\n") << true;
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n")
                                << false;
        QTest::newRow("chunked") << QByteArray(
                                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                                 << false;
        QTest::newRow("none") << QByteArray("HTTP/1.1 204 No\r\n\r\n") << false;
        QTest::newRow("h2") << QByteArray("HTTP/2 200 \r\n\r\n") << false;
    }
    void closeDelimited()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, expected);
        ResponseHead head;
        QVERIFY(feed(head, text));
        QCOMPARE(head.isCloseDelimited(), expected);
    }
    void boundsHoldOverAllHeads()
    {
        ResponseHead lines;
        QVERIFY(feed(lines, QByteArray("HTTP/1.1 100 Go on\r\n\r\n").repeated(500)));
        QVERIFY(!feed(lines, "HTTP/1.1 100 Go on\r\n\r\n"));

        ResponseHead bytes;
        QVERIFY(feed(bytes, "HTTP/1.1 200 OK\r\nA: " + QByteArray(200'000, 'a') + "\r\n\r\n"));
        QVERIFY(!feed(bytes, "B: " + QByteArray(80'000, 'b') + "\r\n"));
    }
};

TRAWL_TEST(Appless, TestResponseHead)

} // namespace tst_responsehead

#include "tst_responsehead.moc"
